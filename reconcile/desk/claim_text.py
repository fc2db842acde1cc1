"""The text of a claim file: records and a person's comments → YAML that every program reads alike."""

import re
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Final

from reconcile.desk.claim_files import KEYS
from reconcile.desk.comments import Comments, comments_in
from reconcile.desk.documents import retyped
from reconcile.model import ClaimFile

_PLAIN: Final = re.compile(r"[A-Za-z0-9][\w .,()%$€£+/'’–-]*")
_OURS: Final = "#:"  # begins the lines of the header, whatever an older version said there
HEADER: Final = """\
#: The claims of one source. Correct a field, strike a claim with `status: struck`, add one of your own (an id and the
#: quote are enough): `reconcile extract` keeps what you wrote, and your comments above their claim.
"""


def write_records(slug: str, sha256: str, records: Sequence[Mapping[str, str]], comments: Comments) -> str:
    """The text of a claim file: the same records and comments give the same bytes.

    Args:
        slug: the source's.
        sha256: of the source's file when the claims were read from it; "" where nobody knows.
        records: each with an id, in the order in which they are to stand.
    """
    top = "".join(f"{comment}\n" for comment in comments.top if not comment.startswith(_OURS))
    lines = [HEADER, top, f"source: {scalar(slug)}\n", f"sha256: {scalar(sha256)}\n" if sha256 else ""]
    lines.append("claims:\n" if records else "claims: []\n")
    for record in records:
        lines.append("\n" + "".join(f"  {comment}\n" for comment in comments.of.get(record["id"], ())))
        rows = [f"{key}: {scalar(record[key])}\n" for key in KEYS if record.get(key)]
        lines.append("  - " + "    ".join(rows))
    written = {record["id"] for record in records}
    left = [row for name, rows in comments.of.items() if name not in written for row in rows]
    end = "".join(f"{comment}\n" for comment in (*left, *comments.end))
    return "".join(lines) + (f"\n{end}" if end else "")


def scalar(text: str) -> str:
    """A text as a YAML scalar on one line: plain where nothing in it could be mistaken, else in double quotes."""
    if _PLAIN.fullmatch(text) and not text.endswith((" ", ":")) and ": " not in text and " #" not in text:
        return f'"{text}"' if retyped(text) else text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    for raw, name in (("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        escaped = escaped.replace(raw, name)
    return '"' + re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]", _code, escaped) + '"'


def _code(match: re.Match[str]) -> str:
    number = ord(match[0])
    return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}"


def in_order(file: ClaimFile) -> list[Mapping[str, str]]:
    """The records of a file in the order of their places; one whose quote is nowhere stays behind the one before it."""
    rows: list[tuple[tuple[int, str], Mapping[str, str]]] = []
    key = (0, "")
    for record in file.records:
        key = (record.claim.span.start, record.id) if record.claim else key
        rows.append((key, record.fields))
    return [fields for _, fields in sorted(rows, key=itemgetter(0))]


def normal_form(file: ClaimFile, text: str) -> str:
    """A claim file with the same records and comments, as `extract` would write them."""
    return write_records(file.source, file.sha256, in_order(file), comments_in(text))
