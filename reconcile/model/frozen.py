"""Frozen dataclasses with slots, made and filled in half the time of the standard ones.

What comes in: a class, as for `dataclasses.dataclass(frozen=True, slots=True)`. What goes out: such a dataclass; type
checkers see the standard decorator. That one compiles six functions for each class, which was a tenth of a start, and
sets each field of a new object by a call. Here `__init__` alone is compiled, and fills the object while it belongs to
a twin of its class that is not frozen. So a class made here has no subclasses.
"""

import dataclasses
import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool, order: bool = False) -> Callable[[Any], Any]:
        """A frozen dataclass with slots, and with an order where it is asked for; it is no other."""
        assert frozen and slots  # noqa: S101, PT018 - said where it is used, for who reads it and for type checkers
        return _ordered if order else _frozen


__all__ = ["dataclass"]

_NONE: Final = dataclasses.MISSING
_belong: Final[Callable[[Any, Any], None]] = object.__dict__["__class__"].__set__


# What the standard decorator would call or leave as it is.
_OWN: Final = frozenset(["__post_init__", "__init__", "__repr__", "__eq__", "__hash__", "__lt__"])


def _frozen(raw: Any) -> Any:
    cls: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(raw)
    plain = all(f.init and f.repr and f.compare and not f.kw_only and f.hash is None for f in dataclasses.fields(cls))
    if not plain or not _OWN.isdisjoint(vars(raw)):
        raise TypeError(f"{raw.__name__} needs the standard decorator: this one would pass over what is special in it")
    names = tuple(field.name for field in dataclasses.fields(cls))
    values = _values(names)

    def same(self: Any, other: Any) -> Any:
        return values(self) == values(other) if other.__class__ is cls else NotImplemented

    def shown(self: Any) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in zip(names, values(self), strict=True))
        return f"{cls.__qualname__}({told})"

    def refuse(_: Any, name: str, *__: Any) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}, nor delete it")

    cls.__init__, cls.__repr__, cls.__eq__ = _filling(cls), shown, same
    cls.__hash__ = lambda self: hash(values(self))
    cls.__reduce__ = lambda self: (cls, values(self))
    cls.__setattr__ = cls.__delattr__ = refuse
    return cls


def _ordered(raw: Any) -> Any:
    cls = _frozen(raw)
    values = _values(tuple(field.name for field in dataclasses.fields(cls)))

    def by(ask: Callable[[Any, Any], bool]) -> Callable[[Any, Any], Any]:
        return lambda self, other: ask(values(self), values(other)) if other.__class__ is cls else NotImplemented

    cls.__lt__, cls.__le__, cls.__gt__, cls.__ge__ = map(by, (operator.lt, operator.le, operator.gt, operator.ge))
    return cls


def _values(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of an object's fields."""
    get: Callable[[Any], Any] = operator.attrgetter(*names)
    return get if len(names) > 1 else lambda self: (get(self),)


def _filling(cls: Any) -> Any:
    """The `__init__` of a class."""
    fields = dataclasses.fields(cls)
    twin = type(cls.__name__, (), {"__slots__": tuple(field.name for field in fields)})
    known: dict[str, Any] = {"belong": _belong, "cls": cls, "twin": twin, "missing": _NONE}
    takes, fills = [], []
    for field in fields:
        name, made = field.name, field.default_factory is not _NONE
        known[f"usual_{name}"] = field.default  # that of a field that is made by a call is "missing"
        known[f"make_{name}"] = field.default_factory
        takes.append(f"{name}=usual_{name}" if made or field.default is not _NONE else name)
        fills.append(f" self.{name} = " + (f"make_{name}() if {name} is missing else {name}" if made else name))
    code = [f"def __init__(self, {', '.join(takes)}):", " belong(self, twin)", *fills, " self.__class__ = cls"]
    exec("\n".join(code), known)  # noqa: S102 - of the names of fields alone, as the standard decorator does
    known["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"  # named in errors
    return known["__init__"]
