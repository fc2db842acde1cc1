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
    """The same where the program soon ends: what was made passes for old, and is not looked through when it is done."""

    def done(it: Asked) -> Given:
        try:
            return do(it)
        finally:
            gc.freeze()
            gc.unfreeze()

    return at_work(done, item)
