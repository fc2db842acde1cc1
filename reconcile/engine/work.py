"""One item of a task being worked on."""

import gc
from collections.abc import Callable
from typing import TypeVar

Asked = TypeVar("Asked")
Given = TypeVar("Given")


def at_work(do: Callable[[Asked], Given], item: Asked) -> Given:
    """What a task makes of an item; rings are looked for when it is done, not while all that it makes is still in use.

    Looking through the readings and pairs of a story again and again takes a tenth of the work, and finds nothing.
    """
    looking = gc.isenabled()
    gc.disable()
    try:
        return do(item)
    finally:
        if looking:
            gc.enable()


def last_work(do: Callable[[Asked], Given], item: Asked) -> Given:
    """The same where the process ends with it: what was made is never looked through, and goes with the process.

    Where the process goes on, what is frozen is held for good: there it is `at_work`.
    """

    def done(it: Asked) -> Given:
        try:
            return do(it)
        finally:
            gc.freeze()

    return at_work(done, item)
