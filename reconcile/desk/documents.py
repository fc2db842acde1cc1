"""YAML files of a desk: bytes → mappings, lists and texts that know their line and column, and problems as data.

Built on the C parser's events, so that every scalar stays the text a person sees (YAML's own typing turns `010` into 8,
`12:30` into 750 and `no` into False), duplicate keys are found, and anchors, bombs and deep nesting end at once.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import yaml

from reconcile.desk.files import whole
from reconcile.desk.lines import MERGED
from reconcile.errors import DeskError
from reconcile.model import Edit, Level, Place, Problem

MAX_BYTES: Final = 32_000_000
MAX_DEPTH: Final = 12
_WORD: Final = re.compile(r"~|null|true|false|yes|no|on|off|[.]inf|[.]nan", re.IGNORECASE)
_COUNT: Final = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d*[1-9]|\.0)?")  # numbers that any program writes as they stand
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_RESOLVER: Any = yaml.resolver.Resolver()
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def retyped(text: str) -> bool:
    """Whether YAML's own typing turns a plain scalar into something else: 010 into 8, 12:30 into 750, no into False."""
    if not text or not (text[0] in "-+.~" or text[0].isdigit() or len(text) <= len("false")):
        return False
    if _WORD.fullmatch(text):
        return True
    if _COUNT.fullmatch(text):
        return False
    if _DAY.fullmatch(text):
        try:
            date.fromisoformat(text)
        except ValueError:
            return True
        return False
    return bool(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) != _STRING)


_MEND: Final = "mend what stands there, or restore the file from git"
_STRING: Final = "tag:yaml.org,2002:str"


class Text(str):
    """A scalar as written, with its place.

    Attributes:
        line, column: where, as in `Place`; a file has ten thousand, and few of them are told.
        plain: whether it stands without quotation marks.
    """

    __slots__ = ("column", "line", "plain")
    line: int
    column: int
    plain: bool


@dataclass
class Document:
    """A file read: its value, and what is wrong with it."""

    path: str
    value: "dict[str, Any] | list[Any] | Text | None" = None
    text: str = ""
    keys: dict[int, dict[str, Place]] = field(default_factory=dict)  # id of a mapping to the places of its keys
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def quoted(self, value: Text) -> tuple[Edit, ...]:
        """What puts a plain scalar between quotation marks; nothing where it cannot be found again in the text."""
        if value.line > len(self._starts):  # YAML knows ends of lines that no editor does
            return ()
        start = self._starts[value.line - 1] + value.column - 1
        end = start + len(value)
        return (Edit(start, end, f'"{value}"'),) if self.text[start:end] == value else ()

    def at(self, value: Text) -> Place:
        """Where a scalar stands."""
        return Place(self.path, value.line, value.column)

    def place_of(self, mapping: dict[str, Any], key: str) -> Place:
        """Where a key of a mapping stands."""
        return self.keys.get(id(mapping), {}).get(key) or Place(self.path)

    def places_of(self, mapping: dict[str, Any]) -> dict[str, Place]:
        """Where each key of a mapping stands, and under "" the mapping itself."""
        known = self.keys[id(mapping)]
        return {key: known[key] for key in ("", *mapping)}


def read_document(path: Path, shown: str, data: bytes | None = None) -> Document:
    """Read one YAML file.

    Args:
        path: the file.
        shown: its path as the user would type it.
        data: what is read in its place; None to read the file.

    Returns:
        A document; where the file is broken its value is None and `problems` says why (S101, S102, S103).

    """
    found = Document(shown)
    if data is None and path.is_file() and path.stat().st_size > MAX_BYTES:
        found.problems.append(_problem("S101", Place(shown), f"is larger than {MAX_BYTES // 1_000_000} MB"))
        return found
    try:
        data = whole(path) if data is None else data
    except DeskError as error:
        found.problems.append(_problem("S101", Place(shown), error.what, error.hint))
        return found
    try:
        found.text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found.problems.append(_problem("S101", Place(shown, line), "is not UTF-8", "save the file as UTF-8"))
        return found
    try:
        _build(found)
    except _RefusedError as refused:
        found.value = None
        found.problems.append(_problem("S101", refused.place, str(refused), _MEND))
    except yaml.YAMLError as error:
        found.value = None
        left = MERGED.search(found.text)
        if left:
            place = Place(shown, found.text.count("\n", 0, left.start()) + 1)
            found.problems.append(_problem("S101", place, "a merge left its marks here", "finish the merge"))
        else:
            found.problems.append(_problem("S101", _mark(found, error), f"is not YAML: {_sentence(error)}", _MEND))
    return found


class _RefusedError(Exception):
    """YAML that no desk needs, at a place."""

    def __init__(self, what: str, place: Place) -> None:
        super().__init__(what)
        self.place = place


def _build(found: Document) -> None:
    """Fold the parser's events into `found.value`."""
    stack: list[tuple[Any, str | None]] = []  # the open containers, each with its waiting key
    documents = 0
    for event in yaml.parse(found.text, Loader=_Loader):
        if isinstance(event, yaml.NodeEvent) and event.anchor:  # an alias has one as well
            raise _RefusedError("anchors and aliases have no place here", _begin(found, event))
        if isinstance(event, yaml.ScalarEvent):
            mark: Any = event.start_mark  # always set by the parser
            text = Text(event.value)
            text.line, text.column, text.plain = mark.line + 1, mark.column + 1, event.style in (None, "")
            if stack and isinstance(stack[-1][0], dict) and stack[-1][1] is None:
                _open_key(found, stack, text)
            else:
                _put(found, stack, text)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            if stack and isinstance(stack[-1][0], dict) and stack[-1][1] is None:
                raise _RefusedError("a key must be plain text", _begin(found, event))
            if len(stack) >= MAX_DEPTH:
                raise _RefusedError("is nested too deeply", _begin(found, event))
            new: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            _put(found, stack, new)
            stack.append((new, None))
            found.keys.setdefault(id(new), {})[""] = _begin(found, event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            stack.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _RefusedError("holds more than one document", _begin(found, event))


def _begin(found: Document, event: Any) -> Place:
    mark: Any = event.start_mark  # always set by the parser
    return Place(found.path, mark.line + 1, mark.column + 1)


def _open_key(found: Document, stack: list[tuple[Any, str | None]], key: Text) -> None:
    mapping, place, name = stack[-1][0], found.at(key), str(key)
    places = found.keys[id(mapping)]
    if name in mapping:
        message = f"the key {name!r} stands here again (first in line {places[name].line})"
        found.problems.append(_problem("S103", place, message))
    places[name] = place
    stack[-1] = (mapping, name)


def _put(found: Document, stack: list[tuple[Any, str | None]], value: Any) -> None:
    if not stack:
        found.value = value
        return
    container, key = stack[-1]
    if isinstance(container, list):
        container.append(value)
    else:
        container.setdefault(key, value)  # of a doubled key the first stands
        stack[-1] = (container, None)


def _problem(code: str, place: Place, message: str, hint: str = "") -> Problem:
    return Problem(code, Level.ERROR, place, message, hint)


def _mark(found: Document, error: yaml.YAMLError) -> Place:
    mark = getattr(error, "problem_mark", None)
    if mark is None:  # a character that YAML forbids has an offset instead
        return Place(found.path, found.text.count("\n", 0, getattr(error, "position", 0)) + 1)
    return Place(found.path, mark.line + 1, mark.column + 1)


def _sentence(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or error).splitlines()[0]
