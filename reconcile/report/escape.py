"""Words from anywhere made harmless for a format: one function a format, and no format without one.

JSON escapes in `record.dumps`; plain text is `model.plain` and nothing more.
"""

import html as markup
import re
from functools import lru_cache
from typing import Final

from reconcile.model.plain import plain

_MARKS: Final = re.compile(r"([\\`*_{}\[\]<|~$&])")  # open Markdown anywhere; a backslash makes them letters
_OPENING: Final = re.compile(r"^([-+>#]|\d{1,9}(?=[.)]))")  # open a list, quotation or heading at the start
_LINKING: Final = re.compile(r"(?i)(?:https?|ftp|mailto|xmpp)(:)|www(\.)|(@)|(#)(?=\d)")  # become links by themselves
_FORMULA: Final = ("=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠")


@lru_cache(4096)  # names of sources, units and outcomes come again and again
def html(text: str) -> str:
    """HTML text or attribute value that does nothing."""
    return markup.escape(plain(text), quote=True)


def markdown(text: str) -> str:
    """Markdown that shows the words and does nothing: no link, no mention, no HTML, one line."""
    shown = _MARKS.sub(r"\\\1", " ".join(plain(text).split()))
    shown = _LINKING.sub(lambda match: f"{match[0][:-1]}&#{ord(match[0][-1])};", shown)
    return _OPENING.sub(_opened, shown)


def _opened(match: re.Match[str]) -> str:
    return f"{match[0]}\\" if match[0][0].isdigit() else f"\\{match[0]}"


def cell(text: str) -> str:
    """A cell no spreadsheet runs: before what would open a formula stands a quotation mark; one line."""
    if text.isalnum():  # most cells, and nothing in them acts
        return text
    shown = plain(text).replace("\n", " ").replace("\t", " ")
    return f"'{shown}" if shown.lstrip(" '\"").startswith(_FORMULA) else shown
