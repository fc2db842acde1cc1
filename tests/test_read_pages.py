"""Whole pages, as printed, copied from a browser or kept in an archive: the article is put together again."""

from datetime import date

import pytest

from reconcile.model import Part, Source, flow
from reconcile.read import read_text


def parts(source: Source) -> list[tuple[str, str]]:
    return [(block.part.value, flow(source, block).text) for block in source.blocks]


def body(source: Source) -> list[str]:
    return [flow(source, block).text for block in source.blocks if block.part is Part.BODY]


def aside(source: Source) -> dict[str, str]:
    return {source.text[a.span.start : a.span.end]: a.reason for a in source.set_aside}


PRINTED = """\
 FERRY LINES

What the Ferry's Grounding Means for
Port City?
Despite a rescue that took nine hours, how the

ferry came to lie on the bar is far from clear. Tom Finch / Reuters
 Tugs are seen beside the grounded ferry.
 It ran aground on Tuesday with 212 people on board, and the nine-
hour rescue left a dozen hurt.

Related article: Tug Sinks in Storm, Crew Saved

All were ashore by Wednesday night, and the line has promised that an

https://harbour.example/2031/05/06/ferry-timetable-9

inquiry will be held.
 How it began

The ferry left Port City at noon, built in the style of the early
1990s. Its lights were on.

Here's what to expect next:
Inquiry

The line's owners will be heard on Nov. 3, the master said, and
a report is to follow in May.
"""


def test_a_printed_page_is_put_together_again() -> None:
    source = read_text(PRINTED, slug="printed")
    assert parts(source) == [
        ("title", "What the Ferry's Grounding Means for Port City?"),
        (
            "standfirst",
            "Despite a rescue that took nine hours, how the ferry came to lie on the bar is far from clear.",
        ),
        (
            "body",
            "It ran aground on Tuesday with 212 people on board, and the nine-hour rescue left a dozen hurt.",
        ),
        ("body", "All were ashore by Wednesday night, and the line has promised that an inquiry will be held."),
        ("heading", "How it began"),
        (
            "body",
            "The ferry left Port City at noon, built in the style of the early 1990s. Its lights were on.",
        ),
        ("heading", "Inquiry"),
        (
            "body",
            "The line's owners will be heard on Nov. 3, the master said, and a report is to follow in May.",
        ),
    ]
    assert aside(source) == {
        "FERRY LINES": "kicker",
        "Tom Finch / Reuters": "photo credit",
        "Tugs are seen beside the grounded ferry.": "caption",
        "Related article: Tug Sinks in Storm, Crew Saved": "link to another article",
        "https://harbour.example/2031/05/06/ferry-timetable-9": "web address",
        "Here's what to expect next:": "lead-in to a list",
    }
    assert source.published is None, "no day is taken from an address"
    assert source.agency == "Reuters"
    assert ("agency", "credit") in source.known_from


def test_a_paragraph_broken_by_a_link_is_one_block_that_spans_it() -> None:
    source = read_text(PRINTED, slug="printed")
    broken = next(b for b in source.blocks if "promised" in source.text[b.span.start : b.span.end])
    assert "https://" in source.text[broken.span.start : broken.span.end]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(end: str) -> None:
    assert body(read_text(PRINTED.replace("\n", end), slug="x")) == body(read_text(PRINTED, slug="x"))


COPIED = """\
World
Dam burst kills 52 in the north, 80 missing

Crews dig in six villages while ministers face questions
By Karl Strand and Liv Moe
North correspondents, Lundby
October 30, 2024 5:12 PM GMT+1 · Updated 2 hours ago

Getty Images
Crews search the mud
[1/5] Crews carry a boat near the dam, October 29, 2024. REUTERS/Ola Moe Purchase Licensing Rights

LUNDBY, Oct 30 (Reuters) - A dam burst killed 52 people, the minister said on Wednesday.

Image caption,
The dam was built in 1974

A woman stands in front of a ruined house in the village of Lund.
A woman stands in front of a ruined house in Lund. Photograph: Ola Moe/AFP

About 3,500 people were moved to schools, the Red Cross says.

Sign up to our letter

after newsletter promotion

The minister promised an inquiry.

Follow our coverage of floods at https://harbour.example/floods

Explore more on these topics
The north
Flooding

Sources
* "Dam burst kills 47", Harbour Post, October 29, 2024
"""


def test_a_page_copied_from_a_browser_leaves_only_its_article() -> None:
    source = read_text(COPIED, slug="copied")
    assert parts(source) == [
        ("title", "Dam burst kills 52 in the north, 80 missing"),
        ("standfirst", "Crews dig in six villages while ministers face questions"),
        ("body", "A dam burst killed 52 people, the minister said on Wednesday."),
        ("body", "About 3,500 people were moved to schools, the Red Cross says."),
        ("body", "The minister promised an inquiry."),
    ]
    reasons = list(aside(source).values())
    assert reasons.count("caption") == 5
    assert {"kicker", "byline", "date line", "photo credit", "dateline", "list of sources"} <= set(reasons)
    assert (source.published, source.agency, source.byline) == (
        date(2024, 10, 30),
        "Reuters",
        "Karl Strand and Liv Moe",
    )


FRONT = """\
    THE HARBOUR POST
  Wednesday, October 30, 2024

   DAM BURST KILLS 52
  Six villages swept away at dawn

By MARA HOLT
Staff Writer

     LUNDBY - At least 52 people were killed when the
dam gave way early Tuesday.
     Crews searched for some 80 people missing in six
villages. About 3,500 were moved.

See DAM, Page A12
"""


def test_a_printed_front_page_gives_its_paper() -> None:
    source = read_text(FRONT, slug="print")
    assert parts(source) == [
        ("title", "DAM BURST KILLS 52"),
        ("standfirst", "Six villages swept away at dawn"),
        ("body", "At least 52 people were killed when the dam gave way early Tuesday."),
        ("body", "Crews searched for some 80 people missing in six villages. About 3,500 were moved."),
    ]
    assert (source.publisher, source.byline, source.dateline) == ("The Harbour Post", "MARA HOLT", "LUNDBY")
    assert source.published == date(2024, 10, 30)


def test_a_picture_agency_is_not_the_agency_of_the_words() -> None:
    body = "A dam burst killed 52 people, the minister said on Wednesday.\n\nNobody knows why the dam burst."
    for picture in ("Image source, AFP", "Crews dig for survivors in Lund. Ola Moe / AFP", "AFP\nCrews search the mud"):
        assert read_text(f"Dam burst kills 52\n\n{body}\n\n{picture}\n\nMore is to follow.", slug="p").agency == ""
    assert read_text(f"Dam burst kills 52\n\nAFP\n\n{body}", slug="p").agency == "AFP"
    assert read_text(f"Dam burst kills 52\n\nCrews dig on. Ola Moe / AFP\n\n{body}", slug="p").agency == "AFP"


def test_topic_names_under_an_article_are_no_claims() -> None:
    sentences = "\n\n".join(f"The {what} was hit, the mayor said." for what in ("school", "harbour", "bridge"))
    source = read_text(f"Flood hits town\n\n{sentences}\n\nFloods\n\nThe north", slug="d")
    assert aside(source) == {"Floods": "list under the article", "The north": "list under the article"}
    kept = read_text(f"Flood hits town\n\n{sentences}\n\nToll: 9\n\nMissing: 12", slug="d")
    assert kept.set_aside == (), "numbers are never lost with a list"
