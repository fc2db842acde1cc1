"""What the words before a date make of it: "by Dec. 1", "since the mid-1990s", "starting on Nov. 20".

In: folded dates. Out: the same with a `Role`, and with the tie word in its span. A tie that governs a noun does not
touch the date within it: in "after the 1990s war" the war is what comes before, and its date is "the 1990s".
"""

import re
from typing import Final

from reconcile.extract.dates.grammar import TIES, Hit, Phrase
from reconcile.extract.dates.kinds import KINDS, listed
from reconcile.extract.dates.leaning import lean as _lean
from reconcile.extract.dates.meanings import About, Fixed, Yearly
from reconcile.extract.dates.pieces import Edge, Part
from reconcile.extract.dates.reckoned import Same, SameBefore, Step
from reconcile.extract.dates.recurring import Weekly
from reconcile.model import Precision, Role

_NEAR: Final = 30
_CLAUSE: Final = 80  # characters before "until" in which "not" may stand
_NEGATED: Final = re.compile(
    r"(?:\b(?:not|never|cannot|nobody)|n['’]t)\b(?! (?:only|just|least))"
    r"(?:(?!\b(?:and|but|or|that|which|who|when|while|because|if|said)\b)[^,;:.])*$"
)
_EDGES: Final = {(role, "end") for role in (Role.BY, Role.UNTIL, Role.BEFORE)} | {
    (role, "start") for role in (Role.SINCE, Role.FROM)
}
_ENDS: Final = frozenset(KINDS[kind] for kind in ["POSS", "APOS"])


def _tied(hit: Hit, role: Role, lean: int = 0) -> Phrase | None:
    phrase: Phrase = hit["date"]
    if phrase.role is not Role.ON or _within_noun(hit):
        return None
    meaning = phrase.meaning
    if isinstance(meaning, Part) and (role, meaning.piece) in _EDGES:
        meaning = Edge(meaning.of, meaning.piece)
    if hit.has("about"):
        meaning = About(meaning)
    return phrase._replace(meaning=meaning, role=role, lean=lean)


def _within_noun(hit: Hit) -> bool:
    after = hit.after
    if after is None:
        return False
    if after.kind in _ENDS:
        return True
    if hit.has("the") and hit.kind("date") == KINDS["DAY"]:
        return True  # "since the Nov. 11, 2001, attacks"
    if hit.has("the") and hit.word("date").isdigit():
        return True  # "since the 1991 Gulf War"
    names = after.kind == KINDS["NAME"] and hit.match.re.groupindex.get("firm") is not None
    return not names and hit.attributive("date")


_TIME: Final = "(?:time:[CLOCK HOUR] zone:[NAME OTHER]? ON?)?"  # "by 5 p.m. GMT on Friday"


def _timed(hit: Hit) -> bool:
    """Whether what stands between a tie and its date, if anything, is a time of day."""
    return not hit.has("zone") or hit.word("zone") in listed("zones")


@TIES.rule("by", f"firm:BY {_TIME} about:ABOUT? the:THE? date:DATE")
def _by(hit: Hit) -> Phrase | None:
    """Read "by Dec. 1": that day at the latest."""
    return _tied(hit, Role.BY, 1) if _timed(hit) else None


@TIES.rule("no later than", "NOT LATER THAN the:THE? date:DATE")
def _no_later(hit: Hit) -> Phrase | None:
    """Read "no later than Dec. 1"."""
    return _tied(hit, Role.BY, 1)


@TIES.rule("no earlier than", "NOT EARLIER THAN the:THE? date:DATE")
def _no_earlier(hit: Hit) -> Phrase | None:
    """Read "no earlier than Dec. 1", "no sooner than 2026"."""
    return _tied(hit, Role.FROM, 1)


@TIES.rule("deadline", "DEADLINE OF? the:THE? date:DATE", "the:THE? date:DATE DEADLINE", "DUE BY the:THE? date:DATE")
def _deadline(hit: Hit) -> Phrase | None:
    """Read "a completion deadline of Dec. 1", "the Dec. 1 deadline"."""
    phrase: Phrase = hit["date"]
    return phrase._replace(role=Role.BY, lean=1) if phrase.role is Role.ON else None


@TIES.rule("since", f"firm:SINCE {_TIME} about:ABOUT? the:THE? date:DATE")
def _since(hit: Hit) -> Phrase | None:
    """Read "since 2004", "since the mid-1990s"."""
    return _tied(hit, Role.SINCE, -1) if _timed(hit) else None


@TIES.rule("not until", "NOT to:[TO BEFORE] the:THE? date:DATE")
def _not_until(hit: Hit) -> Phrase | None:
    """Read "but not until 2026", "not before Monday": from then on."""
    late = hit.word("to") in ("until", "till", "before")
    return _tied(hit, Role.FROM, 1) if late else None


@TIES.rule("at the earliest", "the:THE? date:DATE ON THE end:OTHER")
def _at_the_earliest(hit: Hit) -> Phrase | None:
    """Read "on Sept. 6 at the earliest", "Monday at the latest"."""
    role = {"earliest": Role.FROM, "soonest": Role.FROM, "latest": Role.BY}.get(hit.word("end"))
    phrase: Phrase = hit["date"]
    return None if role is None or phrase.role is not Role.ON else phrase._replace(role=role, lean=1)


@TIES.rule("until", f"to:TO (?:ON LEAST)? {_TIME} about:ABOUT? the:THE? date:DATE")
def _until(hit: Hit) -> Phrase | None:
    """Read "until Nov. 25", "until at least Monday", "through Friday"; "to Friday" alone is none."""
    start = hit.items[hit.match.start()].start
    if hit.word("to") == "to" or not _timed(hit):
        return None
    if hit.word("to") == "through" and hit.before is not None and hit.before.value in ("midway", "halfway"):
        within: Phrase = hit["date"]
        return within._replace(meaning=Part(within.meaning, "mid"))  # "midway through 2018"
    if hit.word("to") != "through" and _NEGATED.search(hit.text, max(0, start - _CLAUSE), start):
        return _tied(hit, Role.FROM)  # "did not come into force until March 3"
    return _tied(hit, Role.UNTIL, 1)


@TIES.rule(
    "before",
    "BEFORE about:ABOUT? the:THE? date:DATE",
    "EARLIER THAN the:THE? date:DATE",
    "prior:[OTHER NAME] TO the:THE? date:DATE",
)
def _before(hit: Hit) -> Phrase | None:
    """Read "before 2010", "earlier than 2010", "prior to 2010"."""
    return None if hit.has("prior") and hit.word("prior") != "prior" else _tied(hit, Role.BEFORE)


@TIES.rule("after", "AFTER about:ABOUT? the:THE? date:DATE", "LATER THAN the:THE? date:DATE")
def _after(hit: Hit) -> Phrase | None:
    """Read "after 1950", "later than 1950"."""
    return _tied(hit, Role.AFTER)


@TIES.rule(
    "from",
    f"FROM {_TIME} about:ABOUT? the:THE? date:DATE",
    "starting:STARTING (?:ON time:[CLOCK HOUR] zone:[NAME OTHER]?)? [ON IN FROM]? the:THE? date:DATE",
)
def _from(hit: Hit) -> Phrase | None:
    """Read "from Monday", "starting on Nov. 20"; "up 3% from 2015", "down from a year ago" compare."""
    phrase: Phrase = hit["date"]
    if phrase.meaning.precision in (Precision.DECADE, Precision.CENTURY):
        return None  # "a song from the '80s"
    if not _timed(hit):
        return None
    reckoned = isinstance(phrase.meaning, Step | Same | SameBefore) and not hit.has("starting")
    if reckoned and not (isinstance(phrase.meaning, Step) and phrase.meaning.count >= 0):
        return None
    start = hit.items[hit.match.start()].start
    lead = hit.text[max(0, start - _NEAR) : start].lower()
    compared = lead.endswith("% ") or (lead.split()[-1:] and lead.split()[-1] in listed("compared"))
    if compared and _lean(hit.text, start, hit.items[hit.match.end() - 1].end) <= 0:
        return None  # but "fares will rise by 3% from March"
    starts = hit.has("starting")  # "was named its head, effective Jan. 1", "agreed a truce starting Monday"
    ahead = starts and (hit.word("starting") == "effective" or isinstance(phrase.meaning, Weekly))
    return _tied(hit, Role.FROM, int(ahead))


@TIES.rule("about", "about:ABOUT the:THE? date:DATE")
def _about(hit: Hit) -> Phrase | None:
    """Read "around 1990", "about Nov. 20"."""
    phrase: Phrase = hit["date"]
    meaning = phrase.meaning
    topic = hit.word("about") == "about" and not isinstance(meaning, Fixed | Yearly)  # "doubts about next year"
    if phrase.role is not Role.ON or topic or _within_noun(hit):
        return None
    return phrase._replace(meaning=About(meaning))
