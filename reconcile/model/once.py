"""An attribute, or what a function says of a thing, that is worked out when it is first asked for, and kept."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, Self, TypeVar, overload

A = TypeVar("A")
T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 - a decorator, named like `property`
    """`functools.cached_property` without the lock that Python 3.11 takes each time, which costs twice the rest of it.

    For what is made by the ten thousand and asked for by one thread. The class must have a `__dict__`: no slots.
    """

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work, self.__doc__ = work, work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Where it is kept: under its own name, where it is found before this is asked."""
        self._name = name

    @overload
    def __get__(self, at: None, owner: type) -> Self: ...

    @overload
    def __get__(self, at: object, owner: type) -> T: ...

    def __get__(self, at: object | None, owner: type) -> Self | T:
        """Work it out, and keep it."""
        if at is None:
            return self
        found = at.__dict__[self._name] = self._work(at)
        return found


def kept(work: Callable[[A], T]) -> Callable[[A], T]:
    """A function of one thing that keeps what it came to with it: a claim meets many others, and is asked each time.

    The class of the thing must have a `__dict__`: no slots.
    """
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def ask(of: A) -> T:
        known = of.__dict__
        if name not in known:
            known[name] = work(of)
        found: T = known[name]
        return found

    return ask
