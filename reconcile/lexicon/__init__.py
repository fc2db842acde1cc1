"""The words of a language: one folder a language, one YAML file a family, every entry with an example that is a test.

What comes in: the name of a file ("hedges") and a language ("en"). What goes out: its entries as plain lists and
mappings of strings. Nothing here knows what the words are for; the stages compile them into their patterns.

To add a word: put it into the entry with the same meaning, or add an entry with `example` and `reads` (what must be
read in the example, in the notation of `model.notation`); `tests/test_lexicon.py` runs every example.
To add a language: a folder beside `en/` with the same files.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def entries(name: str, language: str = "en") -> Any:
    """What `<language>/<name>.yaml` holds; every scalar is text. Read once a process; treat it as read-only."""
    text = (files(__package__) / language / f"{name}.yaml").read_text(encoding="utf-8")
    return _plain(yaml.compose(text, Loader=_Loader))


def _plain(node: Any) -> Any:
    """A node as text, list or mapping; yaml's own constructor, which can make any object, takes twice as long."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one) for one in node.value]
    return {key.value: _plain(value) for key, value in node.value}
