"""Work that may be done elsewhere or remembered: pure functions of nouns, and the means by which they are done.

The pipeline says what is to be done, in which order; `Means` says how: one after the other in this process, over
several processes, or from what an earlier run left behind. The results are the same.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

Asked = TypeVar("Asked")
Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Task(Generic[Asked, Given]):
    """A step of the way.

    Attributes:
        name: what people are told is being done: "reading the articles".
        do: the function; it stands at the top of a module, so that another process finds it.
        asked, given: the types of what goes in and comes out, as `codec` reads them.
        least: how many are worth another process.
        among: `do` for a single item that may be worth several: in so many shares, by the means given.
    """

    name: str
    do: Callable[[Asked], Given]
    asked: Any
    given: Any
    least: int = 8
    among: "Callable[[int, Asked, Means], Given] | None" = None


class Means(Protocol):
    """How tasks are done."""

    def each(self, task: Task[Asked, Given], items: Sequence[Asked], marks: Sequence[str]) -> Iterator[Given]:
        """The result for each item, in their order.

        Args:
            marks: a hash of all that each item holds: what an earlier result of the same item is found by.
        """
        ...


class Plainly:
    """One after the other, here and now."""

    def each(self, task: Task[Asked, Given], items: Sequence[Asked], marks: Sequence[str]) -> Iterator[Given]:  # noqa: ARG002
        """The result for each item, in their order."""
        return map(task.do, items)
