"""What a result depends on besides what went in: the program with its lexicon, and its libraries."""

import hashlib
import os
import sys
from functools import cache
from pathlib import Path
from typing import Final

_APART: Final = ("tui", "__pycache__")  # the screen has no part in any result
_ENDINGS: Final = (".py", ".yaml", ".txt")
_LIBRARIES: Final = ("pystemmer-", "sentencex-", "rapidfuzz-", "pdfminer", "python_docx-", "pyyaml-", "lxml-")


@cache
def fingerprint() -> str:
    """A hash of every file that may have a part in a result, and of the versions of Python and the libraries."""
    found = hashlib.sha256(sys.version.encode())
    package = str(Path(__file__).parents[1])
    for folder, inner, names in os.walk(package):
        inner[:] = sorted(set(inner).difference(_APART))
        for name in sorted(names):
            if name.endswith(_ENDINGS):
                path = f"{folder}/{name}"  # plain strings and files: every run pays for three hundred of them
                with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - see above
                    data = file.read()
                found.update(f"{path[len(package) :]}\0{len(data)}\0".encode())
                found.update(data)
    found.update("\0".join(_installed()).encode())
    return found.hexdigest()


def _installed() -> list[str]:
    """The libraries as they are installed, each with its version: "pystemmer-3.0.0.dist-info"."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            names = [path.name for path in Path(folder or ".").iterdir()]
        except OSError:
            continue
        found.update(low for name in names if (low := name.lower()).startswith(_LIBRARIES) and low.endswith("-info"))
    return sorted(found)
