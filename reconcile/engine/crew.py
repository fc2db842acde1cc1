"""The processes that help this one: they are given packed items and give back packed results, in order.

They are started when there is enough to do, and go when the work is done, broken off or its owner is gone. This process
does not wait for them while there is more to do: it works on the next item itself, which need not be packed for it.
"""

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, resource_tracker
from typing import Any, Final, TypeVar

from reconcile.engine.cache import pack, unpack
from reconcile.engine.work import at_work
from reconcile.errors import ReconcileError
from reconcile.model.codec import decode, encode
from reconcile.model.work import Task

_AHEAD: Final = 2  # batches for each process that are under way at a time: it never waits
_HELD: Final = 32  # batches and results before which an earlier one is still to come: memory stays bounded
_BATCH: Final = 16  # most items sent at a time
_ROUNDS: Final = 16  # batches of such a size that each process has still before it: the last ones hold an item each
_YOUNG: Final = 50_000  # objects made before rings are looked for: what was there before the work stays, and has none

T = TypeVar("T")


class Crew:
    """Some processes beside this one.

    Args:
        size: how many.
    """

    def __init__(self, size: int) -> None:
        # A fork is ready at once, but must not be made beside threads; elsewhere a helper begins from nothing.
        plain = sys.platform == "linux" and threading.active_count() == 1
        if not plain:
            with contextlib.redirect_stderr(sys.__stderr__):  # a screen has put something without a file in its place
                resource_tracker.ensure_running()
        context = multiprocessing.get_context("fork" if plain else "spawn")
        self._size = size
        with _unbroken():
            self._pool = ProcessPoolExecutor(size, mp_context=context, initializer=_begin)

    def each(
        self, task: Task[Any, Any], items: Sequence[Any], own: Callable[[Any], T], read: Callable[[bytes], T]
    ) -> Iterator[T]:
        """What comes of each item, in their order.

        Args:
            own: works on an item here.
            read: takes what a helper packed.

        Raises:
            ReconcileError: where a process was ended from outside.
        """
        waiting: deque[Future[list[bytes]] | T] = deque()
        at = 0
        try:
            while at < len(items) or waiting:
                left = len(items) - at if len(waiting) < _HELD else 0
                sent = sum(not _ready(one) for one in waiting)
                if sent < self._size * min(_AHEAD, left // (self._size + 1)):
                    batch = max(1, min(_BATCH, left // (self._size * _ROUNDS)))
                    packed = [pack(encode(task.asked, item)) for item in items[at : at + batch]]
                    with _unbroken():  # the first starts the processes
                        waiting.append(self._pool.submit(_do, task.do, task.asked, task.given, packed))
                    at += batch
                elif left and not (waiting and _ready(waiting[0])):
                    waiting.append(own(items[at]))
                    at += 1
                else:
                    first = waiting.popleft()
                    yield from map(read, first.result()) if isinstance(first, Future) else (first,)
        except BrokenProcessPool as error:
            hint = "it may have run out of memory: `--jobs 1` works in one process"
            raise ReconcileError("a process that helped was ended from outside", hint=hint) from error

    def close(self, *, now: bool = False) -> None:
        """Let them go; `now` ends what they are at. Waited for either way, so that none is left behind."""
        with _unbroken():
            for process in multiprocessing.active_children() if now else ():
                process.terminate()
            self._pool.shutdown(wait=True, cancel_futures=True)


@contextlib.contextmanager
def _unbroken() -> Iterator[None]:
    """Put off an interrupt until this is done: what is half started can be neither used, nor ended, nor waited for.

    A process that is started here begins with its interrupts put off, until `_begin` has said what becomes of them.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ready(one: object) -> bool:
    return not isinstance(one, Future) or one.done()


def _begin() -> None:
    """In a new process: end at once and without a word when interrupted, and when the owner is gone."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    gc.freeze()
    gc.set_threshold(_YOUNG)
    owner = multiprocessing.parent_process()
    if owner is not None:
        threading.Thread(target=_end_with, args=(owner.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _do(do: Callable[[Any], Any], asked: Any, given: Any, items: Sequence[bytes]) -> list[bytes]:
    return [pack(encode(given, at_work(do, decode(asked, unpack(item))))) for item in items]
