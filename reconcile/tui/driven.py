"""A screen that another program draws, as a browser's server does: it needs no terminal, and ends with that program.

Textual reads its keys from the program's pipe and takes no notice when the pipe's other end is gone; a screen that
nobody can see or close any more would stay until the machine is turned off.
"""

import logging
import os
import select
import signal
import sys
import warnings
from threading import Thread


def driven() -> bool:
    """Whether Textual was told of a driver of its own, in its variable."""
    return bool(os.environ.get("TEXTUAL_DRIVER"))


def end_with_the_driver() -> None:
    """Be terminated when the program at the other end of stdin is gone: a screen closes, what only loads just ends."""
    gone = select.poll()
    gone.register(sys.stdin, 0)  # no event but the end

    def wait() -> None:
        gone.poll()
        # Told to end while it is ending, Textual leaves its own last message unread; asyncio would complain of that.
        warnings.filterwarnings("ignore", r"coroutine .* was never awaited", RuntimeWarning)
        logging.getLogger("asyncio").setLevel(logging.CRITICAL)
        os.kill(os.getpid(), signal.SIGTERM)

    Thread(target=wait, name="end with the driver", daemon=True).start()
