"""The words of a language: one folder a language, one YAML file a family, every entry with an example that is a test.

What comes in: the name of a file ("hedges") and a language ("en"). What goes out: its entries as plain lists and
mappings of strings. Nothing here knows what the words are for; the stages compile them into their patterns.

To add a word: put it into the entry with the same meaning, or add an entry with `example` and `reads` (what must be
read in the example, in the notation of `model.notation`); `tests/test_lexicon.py` runs every example.
To add a language: a folder beside `en/` with the same files.
"""

from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

_HERE: Final = Path(__file__).parent
_Base: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Loader(_Base):  # type: ignore[misc] # of whichever there is
    """What reads scalars as text: none is asked what it may be instead."""

    def resolve(self, *_: object) -> str:
        """The same for every node."""
        return ""


def entries(name: str, language: str = "en") -> Any:
    """What `<language>/<name>.yaml` holds; every scalar is text. Read once a process; treat it as read-only."""
    return _entries(name, language)


@cache
def _entries(name: str, language: str) -> Any:
    text = (_HERE / language / f"{name}.yaml").read_text(encoding="utf-8")
    return _plain(yaml.compose(text, Loader=_Loader))


def rows(name: str, language: str = "en") -> list[str]:
    """The lines of `<language>/<name>.txt`, without those that speak of it."""
    text = (_HERE / language / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def _plain(node: Any) -> Any:
    """A node as text, list or mapping; yaml's own constructor, which can make any object, takes twice as long."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one) for one in node.value]
    return {key.value: _plain(value) for key, value in node.value}
