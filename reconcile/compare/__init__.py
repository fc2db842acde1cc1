"""Topic → findings: gate, ladders, doubts, arithmetic, wording, and which sources have one origin.

Articles    what is compared: the sources with their claims
compare     the findings of one topic
copied      which articles share passages, also lightly edited
event_day   the day that a story turns on
derive      arithmetic over claims of several topics, and what an article says against itself
explain     what two claims come to, step by step
origins     which sources go back to one origin
relate_figures, relate_dates    how two bare values stand to each other
RELATIONS   every relation a finding may carry, by the table it stands in

The modules, in the order of the work:

words, around, marks, times, subject, side   what a claim is about
pair, gate, bygone, measure, lengths, numbers, plans, doubts, tally   whether two claims may be compared, what else
                            explains it
figures, degrees, slips, dates, weekdays, hours, wording, denial   the ladders; `relation` is their row
values, contrast, topic, across, day   one pair, the pairs of two sources, one topic, all topics; the day of a story
arithmetic, elapsed, reckoned   what follows from several claims, with time or without, and how it is shown
inside                      what one article says against itself
copied, credited, origins   what was taken over, word for word or by name; what goes back to one origin
finding, explain            the sentence for people; every step, for two claims

To add a relation: a row in the table of its kind, and a section in `tests/spec/relations.md`.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from reconcile.compare.across import derive
from reconcile.compare.contrast import TOLD_APART
from reconcile.compare.copied import copied
from reconcile.compare.dates import DATES
from reconcile.compare.day import EVENT_DAY, event_day
from reconcile.compare.doers import aged
from reconcile.compare.doubts import DOUBTS
from reconcile.compare.explain import explain
from reconcile.compare.figures import FIGURES, relate_figures
from reconcile.compare.gate import GATE
from reconcile.compare.hours import HOURS, relate_dates
from reconcile.compare.inside import INSIDE
from reconcile.compare.origins import origins
from reconcile.compare.plans import PLANS
from reconcile.compare.reckoned import ARITHMETIC
from reconcile.compare.relation import Relation
from reconcile.compare.side import Articles
from reconcile.compare.topic import compare
from reconcile.compare.weekdays import SAME_WEEKDAY
from reconcile.compare.wording import WORDING

__all__ = [
    "RELATIONS",
    "Articles",
    "aged",
    "compare",
    "copied",
    "derive",
    "event_day",
    "explain",
    "origins",
    "relate_dates",
    "relate_figures",
]

RELATIONS: Final[Mapping[str, Sequence[Relation[Any]]]] = {
    "figures": FIGURES,
    "dates": DATES,
    "gate": GATE,
    "doubts": (*DOUBTS, TOLD_APART),
    "plans": PLANS,
    "hours": HOURS,
    "weekday": (SAME_WEEKDAY,),
    "day": (EVENT_DAY,),
    "arithmetic": ARITHMETIC,
    "inside": INSIDE,
    "wording": WORDING,
}
