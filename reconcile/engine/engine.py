"""The means of the commands: what is remembered is taken from the cache, the rest is worked out, here or by helpers."""

import hashlib
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

from reconcile.engine.cache import Cache, pack, unpack
from reconcile.engine.fingerprint import fingerprint
from reconcile.engine.work import at_work
from reconcile.model.codec import decode, encode
from reconcile.model.work import Asked, Given, Task

if TYPE_CHECKING:
    from reconcile.engine.crew import Crew

_FOREIGN: Final = (ValueError, TypeError, LookupError, ArithmeticError, zlib.error)  # what a foreign file may raise


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Engine:
    """`Means` over several processes, with a memory; to be used in a `with` statement.

    Args:
        jobs: the most processes that work at a time.
        cache: what is remembered from run to run; None for nothing.
        tell: called with a task's name, how many of its items are done and how many there are, and with none of none
            where the work is broken off; it may be changed.
    """

    def __init__(
        self, jobs: int = 1, cache: Cache | None = None, tell: Callable[[str, int, int], None] | None = None
    ) -> None:
        self._jobs, self._cache, self.tell = jobs, cache, tell
        self._crew: Crew | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        if kind is not None and self.tell is not None:
            self.tell("", 0, 0)
        if self._crew is not None:
            self._crew.close(now=kind is not None)
        if self._cache is not None:
            self._cache.tidy()

    def each(self, task: Task[Asked, Given], items: Sequence[Asked], marks: Sequence[str]) -> Iterator[Given]:
        """The result for each item, in their order; see `Means`."""
        keys = [_key(task, mark) for mark in marks] if self._cache is not None else []
        missing = [n for n in range(len(items)) if self._cache is None or keys[n] not in self._cache]
        fresh = self._fresh(task, [items[n] for n in missing])
        left = set(missing)
        for number, item in enumerate(items):
            if number in left:
                found, packed = next(fresh)
                self._keep(keys, number, packed)
            else:
                found = self._remembered(task, keys[number], item)
            if self.tell is not None:
                self.tell(task.name, number + 1, len(items))
            yield found

    def _fresh(self, task: Task[Asked, Given], items: Sequence[Asked]) -> Iterator[tuple[Given, bytes]]:
        """The results of what nothing is remembered of, each also packed where it is to be kept."""
        among = task.among if len(items) == 1 < self._jobs else None

        def own(item: Asked) -> tuple[Given, bytes]:
            found = at_work(lambda it: among(self._jobs, it, _Helped(self)) if among else task.do(it), item)
            return found, b"" if self._cache is None else pack(encode(task.given, found))

        def read(packed: bytes) -> tuple[Given, bytes]:
            return _read(task, packed), packed

        helped = self._jobs > 1 and len(items) >= task.least
        # The first is worked out here before others help: what that loads, they are forked with, and load no more.
        here = len(items) if not helped else 1 if self._crew is None else 0
        yield from map(own, items[:here])
        if helped:
            yield from self.helpers().each(task, items[here:], own, read)

    def helpers(self) -> "Crew":
        """The processes beside this one, which stay until the end."""
        if self._crew is None:
            from reconcile.engine.crew import Crew  # noqa: PLC0415 - most runs need no help

            self._crew = Crew(self._jobs - 1)
        return self._crew

    def _remembered(self, task: Task[Asked, Given], key: str, item: Asked) -> Given:
        """What is kept of an item; worked out anew, and kept again, where its file turns out to be no good."""
        assert self._cache is not None  # noqa: S101 - nothing is remembered without one
        packed = self._cache.get(key)
        if packed is not None:
            try:
                found = _read(task, packed)
            except _FOREIGN:
                pass
            else:
                return found
        made = at_work(task.do, item)
        self._cache.put(key, pack(encode(task.given, made)))
        return made

    def _keep(self, keys: Sequence[str], number: int, packed: bytes) -> None:
        if self._cache is not None:
            self._cache.put(keys[number], packed)


class _Helped:
    """The means of a part of an item: helpers, and no memory."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def each(self, task: Task[Asked, Given], items: Sequence[Asked], marks: Sequence[str]) -> Iterator[Given]:  # noqa: ARG002
        """The result for each item, in their order."""
        do, read = partial(at_work, task.do), partial(_read, task)
        if len(items) < task.least:
            return map(do, items)
        return self._engine.helpers().each(task, items, do, read)


def _read(task: Task[Any, Given], packed: bytes) -> Given:
    """A packed result, and no look for rings while its thousand objects are made: it has none."""
    found: Given = at_work(lambda data: decode(task.given, unpack(data)), packed)
    return found


def _key(task: Task[Any, Any], mark: str) -> str:
    return hashlib.sha256(f"{fingerprint()}\0{task.name}\0{mark}".encode()).hexdigest()
