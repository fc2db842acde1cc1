"""What a screen is drawn on: the terminal, or another program, as a browser's server is.

A screen that another program draws needs no terminal, and ends with that program; one on a terminal ends with that.
Textual reads its keys and takes no notice when the other end is gone; a screen that nobody can see or close any more
would stay until the machine is turned off, and on a terminal look for keys without end.
"""

import logging
import os
import select
import signal
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread


def driven() -> bool:
    """Whether Textual was told of a driver of its own, in its variable."""
    return bool(os.environ.get("TEXTUAL_DRIVER"))


@contextmanager
def drawn_on_the_terminal() -> Iterator[None]:
    """Have Textual, which draws on stderr, draw on the terminal although stderr is led elsewhere (`2>errors.txt`)."""
    told, drawn = sys.__stderr__, sys.__stdout__
    if told is None or drawn is None or told.isatty() or not drawn.isatty():
        yield
        return
    kept = os.dup(told.fileno())
    os.dup2(drawn.fileno(), told.fileno())
    try:
        yield
    finally:
        told.flush()
        os.dup2(kept, told.fileno())
        os.close(kept)


def end_with_the_other_end() -> None:
    """Be terminated when the terminal or program at the other end of stdin is gone: a screen closes, what loads ends.

    Of a terminal's end the kernel tells the first process in it, which may ignore that.
    """
    gone = select.poll()
    gone.register(sys.stdin, 0)  # no event but the end

    def wait() -> None:
        if any(event & select.POLLNVAL for _, event in gone.poll()):  # a system that cannot watch a terminal
            return
        # Told to end while it is ending, Textual leaves its own last message unread; asyncio would complain of that.
        warnings.filterwarnings("ignore", r"coroutine .* was never awaited", RuntimeWarning)
        logging.getLogger("asyncio").setLevel(logging.CRITICAL)
        os.kill(os.getpid(), signal.SIGTERM)

    Thread(target=wait, name="end with the other end", daemon=True).start()
