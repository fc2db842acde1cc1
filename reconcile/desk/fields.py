"""What a person may write into the files of a desk: each field once, for the readers and for the JSON Schemas alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reconcile.model import Decision, Level, Modality, Standing
from reconcile.model.edtf import PATTERN as DATE
from reconcile.model.notation import FIGURE, WHEN
from reconcile.model.settings import THEMES
from reconcile.model.verdict import ADJUDICATION

DAY: Final = r"\d{4}-\d\d-\d\d"
RATING: Final = r"-?(?:0|[1-9]\d{0,5})(?:\.\d{1,6})? \S.*"
_DECISIONS: Final = tuple(decision.value for decision in Decision)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a file.

    Attributes:
        what: what it says, for people.
        values: all it may be; empty where that is open.
        pattern: what its text matches as a whole; "" where that is open.
        needed: whether it must be there.
        of: "text", "texts" (a list of them), "words" (a mapping of texts to texts), "groups" (a mapping of texts to
            lists of texts), "lists" (a list of lists of texts), "number", "records" (a list of what the file is about).
    """

    what: str
    values: tuple[str, ...] = ()
    pattern: str = ""
    needed: bool = False
    of: str = "text"


CLAIM: Final[Mapping[str, Field]] = {  # the order is that of a record
    "id": Field("names the claim; verdicts name it by this", needed=True),
    "topic": Field("the topic it belongs to; written by you, it is a pin"),
    "quote": Field("the article's own words", needed=True),
    "place": Field("where the quote stands: line, and offsets in characters", pattern=r"line \d+, \d+\.\.\d+"),
    "value": Field("the words of the quote that give the figure or the date"),
    "about": Field("what is counted, or what happened"),
    "figure": Field("the figure with its bound and unit: `<= 90000 person`, `75000..90000 person`", pattern=FIGURE),
    "when": Field(
        "the date with its role: `2020-11-25`, `by 2020-12-01`, `199X`; an hour is `2020-11-25T04:17`, alone `T04:17`",
        pattern=WHEN,
    ),
    "as_of": Field("the day a figure is stated for", pattern=WHEN),
    "where": Field("the place named for it; leave it out where there is none"),
    "speaker": Field("who says it; leave it out where it is the outlet itself"),
    "modality": Field("whether it has happened", values=tuple(modality.value for modality in Modality)),
    "status": Field("`struck`: it is no claim", values=("struck",)),
    "read": Field("what the program read, as a fingerprint; it tells what you changed"),
}
CLAIM_FILE: Final[Mapping[str, Field]] = {
    "source": Field("the short name of the article"),
    "sha256": Field("the hash of the article's file when its claims were read", pattern=r"[0-9a-f]{64}"),
    "claims": Field("the claims", of="records"),
}
TOPICS: Final[Mapping[str, Field]] = {
    "labels": Field("topic: the name you give it", of="words"),
    "merge": Field("topic: claims that belong to it", of="groups"),
    "apart": Field("claims that must not stand in one topic, group by group", of="lists"),
    "review_by": Field("topic: the day by which it has to be looked at again", of="words", pattern=DAY),
}
SETTINGS: Final[Mapping[str, Field]] = {
    "format": Field("the version of the desk's files", values=("1",)),
    "join": Field("likeness from which two claims are one topic: a number above 0, up to 1", of="number"),
    "fail_on": Field("the lint level that fails", values=tuple(level.value for level in Level)),
    "reviewer": Field("the name your verdicts are logged under"),
    "reviewers": Field("everybody whose verdicts count; empty: anybody", of="texts"),
    "second_review": Field("decisions that a second reviewer has to confirm", values=_DECISIONS, of="texts"),
    "need_reason": Field("decisions that must say why", values=_DECISIONS, of="texts"),
    "labels": Field("your newsroom's words for codes", of="words"),
    "ignore": Field("lint codes, or beginnings of codes, not to report", pattern=r"[A-Z]\d{0,3}", of="texts"),
    "blind": Field("whether a reviewer sees others' verdicts only after deciding too", values=("true", "false")),
    "ratings": Field(
        "truth ratings for ClaimReview: a claim's standing, or a decision: value and name", of="words", pattern=RATING
    ),
    "keys": Field("the review's keys: action: keys, parted by commas", of="words"),
    "theme": Field("the review's colours", values=THEMES),
}
VERDICT: Final[Mapping[str, Field]] = {
    "id": Field("unique in the log: reviewer, decision, line", needed=True),
    "claim": Field("the claim that is judged", needed=True),
    "topic": Field("its topic at that moment", needed=True),
    "decision": Field("what is decided of the topic", values=_DECISIONS, needed=True),
    "standing": Field("what becomes of the claim", values=tuple(s.value for s in Standing), needed=True),
    "by": Field("the reviewer", needed=True),
    "at": Field("when", needed=True),
    "seen": Field("what the claim said, as a hash", needed=True),
    "reason": Field("the code of the reason, or the source that is right"),
    "note": Field("anything else"),
    "replaces": Field("the verdict it takes the place of, or takes back"),
    "tool": Field("the version of the program"),
    "role": Field("`adjudication`: it settles what reviewers differed on", values=("", ADJUDICATION)),
    "quote": Field("the words that were judged"),
    "figure": Field("the figure they were read as"),
    "when": Field("the date they were read as"),
    "speaker": Field("who said so"),
    "modality": Field("whether it was told as happened"),
}
BASELINE: Final[Mapping[str, Field]] = {
    "code": Field("the rule", pattern=r"[A-Z]\d{3}", needed=True),
    "path": Field("the file at fault, from the desk's folder", needed=True),
    "message": Field("what was wrong, for people", needed=True),
    "fingerprint": Field("what tells the problem from others, wherever in its file it stands", needed=True),
    "draft": Field("whether the file is a draft", of="flag"),
}
__all__ = ["BASELINE", "CLAIM", "CLAIM_FILE", "DATE", "DAY", "RATING", "SETTINGS", "TOPICS", "VERDICT", "Field"]
