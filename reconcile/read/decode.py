"""Bytes to text: byte order mark, then UTF-8, then cp1252; what is not text is refused."""

import codecs
import re
from typing import Final

from reconcile.errors import SourceError

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MAGIC: Final = ((b"%PDF-", "a PDF", ".pdf"), (b"PK\x03\x04", "a zip or an office document", ".docx"))
_ASCII: Final = b"<meta charset=0> +AD4-"  # it is read otherwise in UTF-16 and UTF-7
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, name: str, *, declared: str = "") -> tuple[str, str]:
    """The text and the name of its encoding.

    Args:
        data: the file's bytes.
        name: the file's name, for the message.
        declared: the encoding the file itself names (an HTML charset); tried after the byte order mark, and after
            UTF-8 where the bytes are more than ASCII: browsers save pages as UTF-8 and leave what they name. It is
            passed over where these bytes, in which its name could be read, would be other letters in it.

    Raises:
        SourceError: where the bytes are empty or no text.
    """
    if not data.strip():
        raise SourceError("the file is empty", where=name, hint="Save the article's text into it.")
    for magic, what, ending in _MAGIC:
        if data.startswith(magic):
            raise SourceError(f"this is {what}, not text", where=name, hint=f"Give the file the ending {ending}.")
    strange = ""
    marked = [encoding for mark, encoding in _MARKS if data.startswith(mark)]
    named = [declared] if _extends_ascii(declared) else []
    for encoding in marked or [*(named if data.isascii() else ()), "utf-8", *named, "cp1252"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        found = _CONTROL.search(text)
        if not found:
            return text, encoding
        if encoding.startswith("utf"):  # in the others any bytes are letters
            line = text.count("\n", 0, found.start()) + 1
            strange = f"line {line} holds the control character U+{ord(found[0]):04X}"
    raise SourceError(
        f"this is not text: {strange or 'it is neither UTF-8, UTF-16 nor Windows-1252'}",
        where=name,
        hint="Save it as UTF-8, or give the file the ending of its format (.html, .pdf, .docx).",
    )


def _extends_ascii(encoding: str) -> bool:
    """Whether Python knows an encoding of texts in which ASCII is as it is."""
    try:
        return _ASCII.decode(encoding) == _ASCII.decode("ascii")
    except (UnicodeError, LookupError):
        return False
