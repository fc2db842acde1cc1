"""What a relation is: one row of a ladder.

A ladder is an ordered table of relations; the first row whose test holds names how two things stand to each other, and
the last row holds always. The same type serves the gate, whose rows need claims, and the rows that are found by
arithmetic or in the wording, which have no test of two values.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from reconcile.model import Dimension, Outcome

T = TypeVar("T")
FIT: Final = (Outcome.AGREE, Outcome.COMPATIBLE)
APART: Final = (Outcome.DIFFERS, Outcome.CONFLICTS)
LOOSE: Final = (  # fit whatever the value is, or nearly so
    "part_whole", "planned_v_actual", "vague_compatible", "deadline_v_event", "same_weekday",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation(Generic[T]):
    """One way in which two claims can stand to each other.

    Attributes:
        code: its name; never reused for something else.
        dimension: what of the two claims is compared.
        outcome: what it means before as-of, modality and speaker are looked at.
        because: what it says, as the end of a sentence for people.
        test: whether a pair stands so; None where the row is found by a search of its own (arithmetic, wording).
        converse: the code of the pair turned round; "" where it is the same.
        settles: what a person would look at to decide, "" where there is nothing to decide.
        explanation: the code of why they differ, "" where the row does not say.
    """

    code: str
    dimension: Dimension
    outcome: Outcome
    because: str
    test: Callable[[T], bool] | None = None
    converse: str = ""
    settles: str = ""
    explanation: str = ""

    @property
    def back(self) -> str:
        """The code of the pair turned round."""
        return self.converse or self.code

    @property
    def apart(self) -> bool:
        """Whether it says that the two do not give the same."""
        return self.outcome in (Outcome.DIFFERS, Outcome.CONFLICTS)


def climb(ladder: Sequence[Relation[T]], pair: T) -> tuple[Relation[T], tuple[str, ...]]:
    """The first row of a ladder that holds, and the codes of the rows tried before it."""
    tried: list[str] = []
    for row in ladder:
        if row.test is not None and row.test(pair):
            return row, tuple(tried)
        tried.append(row.code)
    raise AssertionError("the last row of a ladder holds always")
