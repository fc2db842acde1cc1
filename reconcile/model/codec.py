"""Any noun as plain data that JSON can hold, and back: what goes to another process, and what a cache keeps.

A dataclass becomes the list of its fields in their order, an enum its value, a Decimal its digits; of a union of
dataclasses the name comes first. `decode(T, encode(T, value)) == value` for every type made of these. Nothing of the
data can become anything but the type asked for: there is no code in it.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from sys import intern
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

_Turn = Callable[[Any], Any]


class _Ways(NamedTuple):
    """How a type is turned into plain data and back; None where it is plain already."""

    there: _Turn | None
    back: _Turn | None


def encode(kind: Any, value: Any) -> bytes:
    """A value of a type as JSON."""
    there = _ways(kind).there
    plain = there(value) if there else value
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decode(kind: Any, data: bytes) -> Any:
    """The value of a type that JSON holds.

    Raises:
        ValueError, TypeError, KeyError, ArithmeticError: where it holds something else.
    """
    plain = json.loads(data.decode("utf-8", "surrogatepass"))
    back = _ways(kind).back
    return back(plain) if back else plain


def digest(kind: Any, value: Any) -> str:
    """A hash of all that a value holds."""
    return hashlib.sha256(encode(kind, value)).hexdigest()


@cache
def _ways(kind: Any) -> _Ways:
    if kind in (str, int, bool, float, NoneType):
        return _Ways(None, None)
    if kind is Decimal:
        return _Ways(str, Decimal)
    if kind is date:
        return _Ways(date.isoformat, date.fromisoformat)
    if kind is bytes:
        return _Ways(lambda value: value.decode("latin-1"), lambda value: value.encode("latin-1"))
    if is_dataclass(kind):
        return _of_record(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        there = None if issubclass(kind, str) else attrgetter("value")  # JSON takes the first as they are
        return _Ways(there, {member.value: member for member in kind}.__getitem__)
    origin, of = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _of_union(of)
    if origin is tuple:
        return _of_row(of)
    if origin is frozenset:
        return _of_set(_ways(of[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _of_table(_ways(of[1]))
    raise TypeError(f"{kind} cannot be written as plain data")


def _of_record(kind: Any) -> _Ways:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    ways = [_ways(hints[name]) for name in names]
    there = [(at, way.there) for at, way in enumerate(ways) if way.there]
    back = [(at, way.back) for at, way in enumerate(ways) if way.back]
    size = len(names)
    get: Callable[[Any], Any] = attrgetter(*names)

    def written(value: Any) -> list[Any]:
        row = list(get(value)) if size > 1 else [get(value)]
        for at, turn in there:
            row[at] = turn(row[at])
        return row

    def read(row: Any) -> Any:
        if len(row) != size:
            raise ValueError(f"{kind.__name__} has {size} fields")
        for at, turn in back:
            row[at] = turn(row[at])
        return kind(*row)

    return _Ways(written if there or size == 1 else get, read)  # a tuple is a list to JSON


def _of_union(of: tuple[Any, ...]) -> _Ways:
    kinds = [kind for kind in of if kind is not NoneType]
    if len(kinds) == 1:
        one = _ways(kinds[0])
        return _Ways(one.there and _unless_none(one.there), one.back and _unless_none(one.back))
    there = {kind: _ways(kind).there for kind in kinds}
    back = {kind.__name__: _ways(kind).back for kind in kinds}

    def written(value: Any) -> Any:
        turn = there[type(value)] if value is not None else None
        return None if value is None else [type(value).__name__, turn(value) if turn else value]

    def read(row: Any) -> Any:
        if row is None:
            return None
        turn = back[row[0]]
        return turn(row[1]) if turn else row[1]

    return _Ways(written, read)


def _unless_none(turn: _Turn) -> _Turn:
    return lambda value: None if value is None else turn(value)


def _of_row(of: tuple[Any, ...]) -> _Ways:
    if len(of) == 2 and of[1] is Ellipsis:
        one = _ways(of[0])
        return _Ways(_all(one.there, list) if one.there else None, _all(one.back, tuple))
    ways = [_ways(kind) for kind in of]

    def turned(row: Any, turns: list[_Turn | None]) -> list[Any]:
        return [turn(value) if turn else value for turn, value in zip(turns, row, strict=True)]

    there, back = [way.there for way in ways], [way.back for way in ways]
    return _Ways(lambda row: turned(row, there), lambda row: tuple(turned(row, back)))


def _all(turn: _Turn | None, into: Callable[[Any], Any]) -> _Turn:
    return (lambda row: into(map(turn, row))) if turn else into


def _of_set(one: _Ways) -> _Ways:
    return _Ways(
        lambda values: sorted(map(one.there, values) if one.there else values),
        lambda row: frozenset(map(one.back, row) if one.back else row),
    )


def _of_table(one: _Ways) -> _Ways:
    def written(table: Any) -> dict[str, Any]:
        return {key: there(value) if there else value for key, value in table.items()}

    def read(table: Any) -> dict[str, Any]:
        """The table; its keys are one object with those of others, for they are words that come again and again."""
        return {intern(key): back(value) if back else value for key, value in table.items()}

    there, back = one
    return _Ways(written, read)
