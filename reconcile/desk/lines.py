"""What a line of a file may be: a mapping in JSON, or a mark that a merge left."""

import json
import re
from typing import Any, Final

MERGED: Final = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$", re.MULTILINE)


def mapping(line: bytes) -> dict[str, Any]:
    """A line of a verdict log or of a baseline.

    Raises:
        ValueError: where it is none, with the reason as one says it.
        RecursionError: where it is nested absurdly.
    """
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise ValueError("it is not UTF-8") from None
    except json.JSONDecodeError as error:
        left = MERGED.match(error.doc)
        raise ValueError("a merge left it" if left else f"it is not JSON from column {error.pos + 1} on") from None
    if not isinstance(fields, dict):
        raise ValueError("it is not a mapping")  # noqa: TRY004 - the caller treats all broken lines alike
    return fields
