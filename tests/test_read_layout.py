"""What of an article is title, body and furniture."""

from datetime import date

import pytest

from reconcile.model import Part, Source, Span, flow
from reconcile.read import read_text
from reconcile.read.blocks import lay_out
from reconcile.read.layout import Mark


def parts(source: Source) -> list[tuple[str, str]]:
    return [(block.part.value, flow(source, block).text) for block in source.blocks]


def body(source: Source) -> list[str]:
    return [flow(source, block).text for block in source.blocks if block.part is Part.BODY]


def aside(source: Source) -> dict[str, str]:
    return {source.text[a.span.start : a.span.end]: a.reason for a in source.set_aside}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quake kills 9 in valley", [("title", "Quake kills 9 in valley")]),
        ("A quake killed nine people in the valley.", [("body", "A quake killed nine people in the valley.")]),
        (
            "Quake kills 9 in valley\nToll in valley quake rises to 12",
            [("title", "Quake kills 9 in valley"), ("body", "Toll in valley quake rises to 12")],
        ),
        ("QUAKE KILLS 9", [("title", "QUAKE KILLS 9")]),
        ("Related: quake kills 9", [("title", "Related: quake kills 9")]),
        ("https://a.example/9", [("body", "https://a.example/9")]),
        ("Advertisement", [("title", "Advertisement")]),
        ("Advertisement\n\nRead more", [("body", "Advertisement"), ("body", "Read more")]),
        ("Nine dead\nin valley quake", [("title", "Nine dead in valley quake")]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_short_texts_keep_what_they_have(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(read_text(text, slug="short")) == expected


def test_one_sentence_a_line_stays_one_a_line() -> None:
    lines = [
        "Ferry runs aground off Port City",
        "A ferry ran aground off Port City on Tuesday , the harbour master said .",
        "`` We are towing it , '' he said .",
        "Nine people were hurt .",
        "The line owns 12 ferries .",
    ]
    source = read_text("\n".join(lines), slug="lines")
    assert [part for part, _ in parts(source)] == ["title", "body", "body", "body", "body"]
    assert [text for _, text in parts(source)] == lines
    assert source.set_aside == ()


@pytest.mark.parametrize(
    ("opening", "dateline", "agency", "day"),
    [
        ("PORT CITY, Oct. 30 (Reuters) - Nine people", "PORT CITY, Oct. 30 (Reuters)", "Reuters", None),
        ("Port City, Oct 30, 2024 (AFP) – Nine people", "Port City, Oct 30, 2024 (AFP)", "AFP", date(2024, 10, 30)),
        ("Port City, 30 October 2024 (HCO) – Nine people", "Port City, 30 October 2024 (HCO)", "", date(2024, 10, 30)),
        ("PORT CITY, 30.10.2024 (AFP) – Nine people", "PORT CITY, 30.10.2024 (AFP)", "AFP", date(2024, 10, 30)),
        ("PORT CITY, 3/4/2024 – Nine people", "PORT CITY, 3/4/2024", "", None),
        ("LONDON (AP) — Nine people", "LONDON (AP)", "AP", None),
        ("(Reuters) - Nine people", "(Reuters)", "Reuters", None),
        ("NEW PORT: Nine people", "NEW PORT", "", None),
        ("ST. JOHN'S, N.L. — Nine people", "ST. JOHN'S, N.L.", "", None),
        ("PORT CITY—Nine people", "PORT CITY", "", None),
    ],
)
def test_a_dateline_is_read_and_set_aside(opening: str, dateline: str, agency: str, day: date | None) -> None:
    source = read_text(f"Ferry aground\n\n{opening} were hurt. More is not known.", slug="d")
    assert (source.dateline, source.agency, source.published) == (dateline, agency, day)
    assert body(source) == ["Nine people were hurt. More is not known."]


def test_a_dateline_may_stand_alone_on_its_line() -> None:
    head = "Ferry aground off the port\nPORT CITY, Sunda (Reuters) - 30 October 2024"
    source = read_text(f"{head}\n\nNine people were hurt. More is open.", slug="d")
    assert (source.agency, source.published) == ("Reuters", date(2024, 10, 30))
    assert body(source) == ["Nine people were hurt. More is open."]


def test_a_paragraph_with_a_dateline_close_to_the_title_is_no_standfirst() -> None:
    opening = "PORT CITY, 30 October 2024 (Reuters) - Nine people were hurt, the harbour master said."
    rest = "\n\n".join(f"Deck {number} was under water when the crew left the ship." for number in "ABC")
    source = read_text(f"Ferry aground off the port\n{opening}\n\n{rest}", slug="d")
    assert source.published == date(2024, 10, 30)
    assert body(source)[0] == "Nine people were hurt, the harbour master said."


@pytest.mark.parametrize("trail", ["Home > News > Sunda", "News » Sunda » Ports and ships", "Home / Ports"])
def test_the_way_to_a_page_is_no_title(trail: str) -> None:
    source = read_text(f"{trail}\nNEWS\nFerry aground off the port\n\nNine people were hurt. More is open.", slug="d")
    assert source.title == "Ferry aground off the port"
    assert [item.reason for item in source.set_aside] == ["way to the page", "kicker"]


@pytest.mark.parametrize(
    "sentence",
    [
        "On October 1 – Tuesday – nine people were hurt.",
        "SAN Marcos Chargers player Tom Finch was hurt.",
        "The harbour master – a former captain – said so.",
        "US-backed crews came on Tuesday.",
        "He said: Nine people were hurt.",
        "Nine (of 12) — no more — were hurt.",
        "UPDATE: Nine people were hurt.",
    ],
)
def test_a_sentence_is_no_dateline(sentence: str) -> None:
    source = read_text(f"Ferry aground\n\n{sentence} More is not known.", slug="d")
    assert source.dateline == ""
    assert body(source) == [f"{sentence} More is not known."]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("March 03, 2021", date(2021, 3, 3)),
        ("Published: April 10, 2021", date(2021, 4, 10)),
        ("8:44AM BST 16 Sep 2021", date(2021, 9, 16)),
        ("Wednesday, 05 January 2021 | 13:20 GMT", date(2021, 1, 5)),
        ("On Tue, 16 / 08 / 2021 - 13:42", date(2021, 8, 16)),
        ("Posted on 2021-03-04 at 10:02", date(2021, 3, 4)),
        ("21 July 2021 Last updated at 11:11 GMT", date(2021, 7, 21)),
        ("Posted: 05 / 02 / 2021, 9:00 PM PDT", None),  # May or February
        ("For Voss & Dahl, posted in Road Accidents on Friday, March 5, 2021.", date(2021, 3, 5)),
        ("Updated: April 11, 2021", None),  # not when it was published
    ],
)
def test_a_date_line_under_the_title_gives_the_day(line: str, published: date | None) -> None:
    source = read_text(f"Ferry aground\n{line}\nA ferry ran aground on Tuesday.\nNine people were hurt.", slug="d")
    assert source.published == published
    assert aside(source) == {line: "date line"}
    assert "A ferry ran aground on Tuesday." in [text for _, text in parts(source)]


def test_who_was_posted_somewhere_is_no_date_line() -> None:
    line = "Lieutenant Dahl was posted in Cape Town on March 5, 2021."
    assert line in [text for _, text in parts(read_text(f"Obituary\n\n{line}\n\nShe died in May.", slug="d"))]


def test_the_given_day_goes_before_the_one_in_the_text() -> None:
    text = "Ferry aground\nMarch 3, 2021\nA ferry ran aground on Tuesday."
    source = read_text(text, slug="d", published=date(2021, 3, 5))
    assert source.published == date(2021, 3, 5)
    assert ("published", "given") in source.known_from


def test_days_that_head_the_sections_of_a_chronology_stay() -> None:
    long = (
        "A ferry ran aground off Port City with 212 people on board, and a dozen of them were hurt before help came. "
        * 2
    )
    text = f"How it went\n\n{long}\n\n{long}\n\nMarch 3, 2021\n\n{long}\n\nMarch 4, 2021\n\n{long}"
    source = read_text(text, slug="d")
    assert source.published is None
    assert [words for part, words in parts(source) if part == "heading"] == ["March 3, 2021", "March 4, 2021"]


@pytest.mark.parametrize(
    ("line", "byline", "agency"),
    [
        ("By Mara Holt", "Mara Holt", ""),
        ("By MARA HOLT, Associated Press", "MARA HOLT", "AP"),
        ("By Mara Holt and Tom Finch in Port City", "Mara Holt and Tom Finch", ""),
        ("by Mara de Holt | Agence France-Presse", "Mara de Holt", "AFP"),
    ],
)
def test_a_byline_says_who_wrote_it(line: str, byline: str, agency: str) -> None:
    source = read_text(f"Ferry aground\n\n{line}\n\nA ferry ran aground on Tuesday.", slug="d")
    assert (source.byline, source.agency) == (byline, agency)
    assert aside(source) == {line: "byline"}


@pytest.mark.parametrize(
    ("last", "agency", "left"),
    [
        ("Nine people were hurt. – Reuters", "Reuters", "Nine people were hurt."),
        ("Nine people were hurt. (AFP)", "AFP", "Nine people were hurt."),
        ("AFP reporters saw nine people carried ashore.", "AFP", "AFP reporters saw nine people carried ashore."),
        ("The harbour master told a radio station so.", "", "The harbour master told a radio station so."),
    ],
)
def test_the_text_may_name_its_agency(last: str, agency: str, left: str) -> None:
    source = read_text(f"Ferry aground\n\nA ferry ran aground on Tuesday.\n\n{last}", slug="d")
    assert source.agency == agency
    assert body(source)[-1] == left


def test_links_under_a_label_go_with_it() -> None:
    links = "Most read\n\nTug Sinks in Storm\n\nLine Buys 12 Ferries"
    text = f"Ferry aground\n\nA ferry ran aground.\n\n{links}\n\nNine were hurt."
    source = read_text(text, slug="d")
    assert set(aside(source).values()) == {"link to another article"}
    assert body(source) == ["A ferry ran aground.", "Nine were hurt."]


def test_lines_on_every_page_are_set_aside() -> None:
    page = "HARBOUR POST ARCHIVE\n\nA ferry ran aground on Tuesday.\n\nPage 1 of 3\n\f"
    source = read_text(f"Ferry aground\n\n{page * 3}", slug="d")
    assert set(aside(source).values()) == {"repeated on every page", "page number"}
    assert len(body(source)) == 3


def test_an_address_inside_a_sentence_is_no_claim() -> None:
    source = read_text("Ferry aground\n\nThe report (https://a.example/2031/05/06/9) is out.", slug="d")
    assert body(source) == ["The report () is out."]
    assert aside(source) == {"https://a.example/2031/05/06/9": "web address"}


@pytest.mark.parametrize("title", ["", "Quake kills 9"])
@pytest.mark.parametrize(
    "text",
    [
        "Quake kills 9",
        "# Quake kills 9",
        "* Quake kills 9",
        "Did the quake kill 9?",
        "  A quake killed nine people in the valley, AFP journalists saw. – Reuters\n",
        "PORT CITY, Oct. 30 (Reuters) - Five people died. See https://a.example/9 for more.",
        "The ferry is far off. Mara Holt / AFP",
        "By Mara Holt in Port City",
        "Published: April 10, 2007",
        "https://a.example/9",
        "- 3 -",
        "Advertisement",
        "“",
        "Wind 9 \u00ad\u200b",
        "a" * 500,
    ],
)
def test_a_single_line_is_placed_as_among_others(text: str, title: str) -> None:
    """A text of one line goes a short way; a mark that covers nothing sends it the long one."""
    assert lay_out(text, title=title) == lay_out(text, [Mark(Span(len(text), len(text) + 1), Part.BODY)], title=title)


@pytest.mark.parametrize(
    ("line", "publisher", "byline"),
    [
        ("Harbour Post, 11 September 2024", "Harbour Post", ""),
        ("The Valley News – Wednesday, 11 September 2024", "The Valley News", ""),
        ("By Tessa Marlow, 11 September 2024", "", "Tessa Marlow"),
        ("By Tessa Marlow | September 11, 2024", "", "Tessa Marlow"),
        ("Brandvik, 11 September 2024", "", ""),
    ],
)
def test_who_it_is_by_stands_before_the_day_it_came_out(line: str, publisher: str, byline: str) -> None:
    text = f"Fire destroys market hall\n\n{line}\n\nSeven people were hurt in the fire on Tuesday, police said.\n"
    source = read_text(text, slug="a")
    assert (source.published, source.publisher, source.byline) == (date(2024, 9, 11), publisher, byline)
    assert source.title == "Fire destroys market hall"


@pytest.mark.parametrize(
    "line",
    ["Storm hits Arden, 4 March 2024", "Fire in Arden on 11 September 2024", "Nine Hurt, 12 March 2024 Inquiry Hears"],
)
def test_a_line_that_tells_something_before_a_day_is_none_of_those(line: str) -> None:
    text = f"Fire destroys market hall\n\n{line}\n\nSeven people were hurt in the fire on Tuesday, police said.\n"
    assert read_text(text, slug="a").published is None
