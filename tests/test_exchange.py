"""SARIF and ClaimReview of a desk: both sides of a finding, and no rating that nobody mapped."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from desks import MONDAY, TUESDAY, desk, unlinked, workspace
from reconcile.cli import main
from reconcile.desk import dossier, load
from reconcile.desk.writing import extract
from reconcile.model import Decision, Outcome, Settings, Status
from reconcile.report import EXCHANGE, render
from reporting import hostile, judged
from test_lint_sarif import LOG

Captured = pytest.CaptureFixture[str]


def exported(what: str, root: Path, capsys: Captured, *words: str) -> tuple[Any, str]:
    capsys.readouterr()
    assert main(["export", what, "--desk", str(root), *words]) == 0
    told = capsys.readouterr()
    return json.loads(told.out), told.err


def results(root: Path, capsys: Captured) -> list[dict[str, Any]]:
    log, _ = exported("sarif", root, capsys)
    Draft7Validator(LOG).validate(log)
    found: list[dict[str, Any]] = log["runs"][0]["results"]
    assert {result["ruleId"] for result in found} == {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    return found


def test_sarif_points_at_both_sides(tmp_path: Path, capsys: Captured) -> None:
    root = desk(tmp_path)
    whole = dossier(load(root))
    found = results(root, capsys)
    apart = [f for f in whole.findings if f.outcome in (Outcome.CONFLICTS, Outcome.DIFFERS)]
    assert len(found) == len(apart) > 0
    assert {result["level"] for result in found} <= {"error", "warning"}
    for result in found:
        first, *others = result["relatedLocations"]
        assert first["physicalLocation"] == result["locations"][0]["physicalLocation"]
        assert others
        for where in (first, *others):
            place = where["physicalLocation"]
            lines = (root / place["artifactLocation"]["uri"]).read_text().split("\n")
            told = lines[place["region"]["startLine"] - 1][place["region"]["startColumn"] - 1 :]
            assert place["region"]["snippet"]["text"].startswith(told.split(",")[0].rstrip("."))


def test_a_page_s_lines_are_not_those_of_its_text(tmp_path: Path, capsys: Captured) -> None:
    root = desk(tmp_path)
    page = "<html><head><title>x</title></head><body><p>The bridge was closed on February 15, 2021.</p></body></html>"
    (root / "sources/page.html").write_text(page)
    extract(root)
    places = [r["physicalLocation"] for result in results(root, capsys) for r in result["relatedLocations"]]
    mine = [place for place in places if place["artifactLocation"]["uri"] == "sources/page.html"]
    assert mine
    assert not any("region" in place for place in mine)


def test_fingerprints_stay_and_a_decision_silences_with_its_reason(tmp_path: Path, capsys: Captured) -> None:
    root = desk(tmp_path)
    before = results(root, capsys)
    prints = [result["partialFingerprints"]["finding/v1"] for result in before]
    assert len(set(prints)) == len(prints)
    monday = root / "sources/monday.md"
    monday.write_text(monday.read_text().replace("At least", "It was cold.\n\nAt least"))
    assert [result["partialFingerprints"]["finding/v1"] for result in results(root, capsys)] == prints
    work = workspace(root)
    topic = next(t.id for t in work.dossier.topics if work.dossier.outcome(t.id) is Outcome.CONFLICTS)
    work.record(topic, Decision.UNRESOLVED_CONFLICT, note="ask [them](javascript:x)")
    quiet = [result["suppressions"] for result in results(root, capsys) if "suppressions" in result]
    why = "conflict, unresolved, by anna: ask [them](javascript:x)"
    assert quiet == [[{"kind": "external", "status": "accepted", "justification": why}]]
    workspace(root, "béa").record(topic, Decision.RANGE)
    assert not any("suppressions" in result for result in results(root, capsys)), "disputed is not decided"


def test_no_words_become_a_link_or_a_gap_to_fill_in_a_message() -> None:
    log = json.loads(render("sarif", hostile("{0} [x](javascript:alert(1)) \\[y](z)")))
    texts = [result["message"]["text"] for result in log["runs"][0]["results"]]
    assert texts
    for text in texts:
        assert not re.search(r"(?<!\\)(?:\\\\)*[\[\]]", text), "every bracket is only a bracket"
        assert "{0}" not in text.replace("{{", "").replace("}}", "")


def rated(root: Path, ratings: str) -> None:
    (root / "reconcile.yaml").write_text(f"ratings: {ratings}\n", encoding="utf-8")


def decided(root: Path) -> str:
    """The desk with the bridge's date decided: Monday's is right."""
    work = workspace(root)
    topic = next(t.id for t in work.dossier.topics if work.dossier.outcome(t.id) is Outcome.CONFLICTS)
    work.record(topic, Decision.SOURCE_ERROR, source="monday", note="the log has it")
    return topic


def test_only_what_is_rated_is_a_review(tmp_path: Path, capsys: Captured) -> None:
    root = desk(tmp_path, monday=unlinked(MONDAY), tuesday=unlinked(TUESDAY))
    made, told = exported("claimreview", root, capsys)
    assert made == {"@context": "https://schema.org", "@graph": []}
    assert "no topic is decided yet" in told
    decided(root)
    made, told = exported("claimreview", root, capsys)
    assert made["@graph"] == []
    assert "1 reviewed claim is left out: no rating for wrong, source_error" in told
    assert "`ratings:` in reconcile.yaml gives them" in told
    rated(root, "{wrong: 1 False, source_error: 2.5 Has an error, stands: 5 True}")
    made, told = exported("claimreview", root, capsys)
    assert "no review has a `url`" in told
    assert "appearances without a web address: monday, tuesday; give `url:`" in told
    assert not any("url" in review for review in made["@graph"])
    right, wrong = sorted(made["@graph"], key=lambda review: -review["reviewRating"]["ratingValue"])
    assert right["reviewRating"] == {
        "@type": "Rating", "ratingValue": 5, "worstRating": 1, "bestRating": 5, "alternateName": "True",
    }  # fmt: skip
    assert wrong["reviewRating"]["alternateName"] == "False", "a standing goes before a decision"
    assert wrong["claimReviewed"] == "The bridge was closed on February 9"
    assert wrong["reviewBody"] == "one source is wrong: the log has it"
    assert wrong["author"] == {"@type": "Person", "name": "anna"}
    item = wrong["itemReviewed"]
    assert item["firstAppearance"] == item["appearance"][0]
    assert item["appearance"][0]["publisher"]["name"] == "Tuesday News"
    assert item["appearance"][0]["datePublished"] == "2021-03-02"
    rated(root, "{source_error: 2.5 Has an error}")
    made, _ = exported("claimreview", root, capsys)
    assert {review["reviewRating"]["alternateName"] for review in made["@graph"]} == {"Has an error"}
    made, _ = exported("claimreview", root, capsys, "--redact")
    assert {review["author"]["name"] for review in made["@graph"]} == {"reviewer 1"}


def test_what_is_stale_or_disputed_is_no_review(tmp_path: Path, capsys: Captured) -> None:
    root = desk(tmp_path)
    topic = decided(root)
    rated(root, "{wrong: 1 False, stands: 5 True}")
    workspace(root, "béa").record(topic, Decision.RANGE)
    assert exported("claimreview", root, capsys)[0]["@graph"] == []
    workspace(root, "béa").undo()
    assert len(exported("claimreview", root, capsys)[0]["@graph"]) == 2
    path = root / "claims/tuesday.yaml"
    path.write_text(path.read_text().replace("2021-02-09", "2021-02-08"))
    assert dossier(load(root)).status(topic) is Status.STALE
    assert exported("claimreview", root, capsys)[0]["@graph"] == []


def test_sources_that_say_the_same_are_appearances_of_one_claim() -> None:
    whole = judged()
    reviews = json.loads(render("claimreview", whole, Settings(ratings={"narrowed": "3 Partly"})))["@graph"]
    assert sum(len(review["itemReviewed"]["appearance"]) for review in reviews) == 3
    for review in reviews:
        days = [seen.get("datePublished", "9") for seen in review["itemReviewed"]["appearance"]]
        assert days == sorted(days), "the first appearance is the first"


@pytest.mark.parametrize(
    ("ratings", "told"),
    [
        ("{wrong: False}", "'False' does not fit 'ratings'"),
        ("{wrong: 05 False}", "'05 False' does not fit 'ratings'"),
        ("{wrong: 1}", "'1' does not fit 'ratings'"),
        ("{false: 1 False}", "'false' is neither a standing nor a decision"),
        ("{withdrawn: 1 False}", "neither a standing nor a decision"),
        ("[1]", "does not fit 'ratings'"),
    ],
)
def test_a_rating_that_is_none_is_refused(ratings: str, told: str, tmp_path: Path, capsys: Captured) -> None:
    root = desk(tmp_path)
    rated(root, ratings)
    assert main(["export", "claimreview", "--desk", str(root)]) == 2
    shown = capsys.readouterr().err
    assert told in shown
    assert "reconcile.yaml:1" in shown
    assert "`wrong: 1 False`" in shown


@pytest.mark.parametrize("name", EXCHANGE)
def test_a_desk_without_articles_is_written_too(name: str, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "claims").mkdir()
    exported(name, tmp_path, capsys)
