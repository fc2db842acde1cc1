"""Settings of a desk: `reconcile.yaml`, or `[tool.reconcile]` in a `pyproject.toml` beside sources/."""

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from reconcile.desk.documents import Document, Text, read_document
from reconcile.desk.fields import RATING, SETTINGS
from reconcile.desk.files import whole
from reconcile.errors import DeskError
from reconcile.model import Decision, Outcome, Place, Settings, Standing, Status
from reconcile.model.verdict import REASONS

NAME: Final = "reconcile.yaml"
PROJECT: Final = "pyproject.toml"
FORMAT: Final = 1  # of the files of a desk; raised when an older program could not read them
_TABLE: Final = "tool.reconcile"
_HEADER: Final = re.compile(r"\s*\[\s*([\w.-]+)\s*\]")
_KEY: Final = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*=")
_JUDGED: Final = {*Decision, *Standing} - {Decision.WITHDRAWN}, "neither a standing nor a decision"
_NAMED: Final = {*Outcome, *Decision, *Standing, *Status, *REASONS}, "no outcome, decision, standing, state or reason"
_SHOWN: Final = 60  # characters of a value that does not fit


@dataclass(frozen=True, slots=True)
class _Given:
    """What a person set.

    Attributes:
        values: the settings by name, not typed yet.
        place: tells where a setting stands, or a key or number inside it.
    """

    values: Mapping[str, Any]
    place: Callable[..., Place]


def load_settings(root: Path) -> Settings:
    """The settings of a desk; the defaults where it has none.

    Raises:
        DeskError: at an unknown key, a value that does not fit, or a desk of a newer version.
    """
    return _settings(_given(root))


def setting_place(root: Path, *keys: str | int) -> Place:
    """Where a setting of a desk stands, or a key or number inside it; the file where that cannot be told.

    Raises:
        DeskError: where the file cannot be read.
    """
    return _given(root).place(*keys)


def settings_file(root: Path) -> str:
    """The name of the file that a desk's settings come from; "" where nobody has set any."""
    if (root / NAME).exists():
        return NAME
    return PROJECT if _given(root).values else ""


def settings_given(root: Path) -> Mapping[str, Place]:
    """Where each setting stands that a person has set.

    Raises:
        DeskError: where the file cannot be read.
    """
    given = _given(root)
    return {key: given.place(key) for key in given.values if key != "format"}


def _given(root: Path) -> _Given:
    path, project = root / NAME, root / PROJECT
    if path.exists():
        document = read_document(path, NAME)
        if document.problems:
            problem = document.problems[0]
            raise DeskError(problem.message, where=str(problem.where), hint=problem.hint)
        value = {} if isinstance(document.value, Text) and not document.value else document.value
        if not isinstance(value, dict | None):
            raise DeskError("holds no settings", where=NAME, hint="write `key: value` lines, such as `reviewer: anna`")
        return _Given(value or {}, lambda *keys: _in_yaml(document, keys))
    if project.exists():
        import tomllib  # noqa: PLC0415 - few desks have one

        try:
            text = whole(project).decode("utf-8-sig")
            table: Any = {"tool": tomllib.loads(text).get("tool", {})}
        except DeskError as error:
            raise DeskError(error.what, where=PROJECT, hint=error.hint) from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
            raise DeskError(f"is not TOML: {error}", where=PROJECT, hint="mend it, or write the settings into "
                            f"{NAME}, which goes before it") from error  # fmt: skip
        for name in _TABLE.split("."):
            table = table.get(name, {}) if isinstance(table, dict) else None
        if not isinstance(table, dict):
            where = str(_in_toml(text, ()))
            raise DeskError(f"[{_TABLE}] is no table", where=where, hint='write `reviewer = "anna"` lines under it')
        return _Given(table, lambda *keys: _in_toml(text, keys))
    return _Given({}, lambda *_: Place(NAME))


def _in_yaml(document: Document, keys: tuple[str | int, ...]) -> Place:
    value: Any = document.value
    place = Place(document.path)
    for key in keys:
        if isinstance(value, dict):
            place, value = document.place_of(value, str(key)), value.get(key)
        elif isinstance(value, list) and isinstance(key, int):
            value = value[key]
            place = document.at(value) if isinstance(value, Text) else document.place_of(value, "")
    return place


def _in_toml(text: str, keys: tuple[str | int, ...]) -> Place:
    """The line of a key, else of the table that it may be in: the parser tells no places."""
    wanted = ".".join([_TABLE, *map(str, keys)])
    table, found, place = "", "", Place(PROJECT)
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = path = header[1]
        elif key := _KEY.match(line):
            path = f"{table}.{key[1]}".lstrip(".")
        else:
            continue
        if f"{wanted}.".startswith(f"{path}.") and len(path) > len(found):
            found, place = path, Place(PROJECT, number, 1)
    return place


def _settings(given: _Given) -> Settings:
    """Typed settings of what a person wrote."""
    values = given.values
    for key in values:
        if key not in SETTINGS:
            near = get_close_matches(key, SETTINGS, n=1, cutoff=0.5)
            known = f"did you mean {near[0]!r}?" if near else f"the keys are {', '.join(SETTINGS)}"
            raise DeskError(f"unknown setting {key!r}", where=str(given.place(key)), hint=known)
    if (told := str(values.get("format", FORMAT))) != str(FORMAT):
        newer = told.isdecimal() and int(told) > FORMAT
        raise DeskError(
            f"this desk was written by another version (format {values['format']}, this program reads {FORMAT})",
            where=str(given.place("format")),
            hint="pip install --upgrade reconcile" if newer else f"write `format: {FORMAT}`",
        )
    asked = {key: value for key, value in values.items() if key != "format"}
    if not asked:
        return Settings()
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - a desk that sets nothing need not pay for it

    try:
        settings = TypeAdapter(Settings).validate_python(asked)
    except ValidationError as error:
        wrong = error.errors()[0]
        keys = [key for key in wrong["loc"] if key != "[key]"]
        raise _unfit(given, wrong["input"], *keys) from None
    if not 0 < settings.join <= 1:
        raise _unfit(given, settings.join, "join")
    for code, rating in settings.ratings.items():
        _refuse_unknown(given, "ratings", code, _JUDGED)
        if not re.fullmatch(RATING, rating):
            raise _unfit(given, rating, "ratings", code)
    for code in settings.labels:
        _refuse_unknown(given, "labels", code, _NAMED)
    return settings


def _unfit(given: _Given, value: object, *keys: str | int) -> DeskError:
    """What to say of a value that does not fit."""
    told = repr(value)
    told = told if len(told) <= _SHOWN else f"{told[:_SHOWN]}…"
    name = str(keys[0])
    known = SETTINGS[name].values if SETTINGS[name].of == "texts" else ()
    hint = _HINTS[name] + (f"; the words are {', '.join(known)}" if known else "")
    return DeskError(f"{told} does not fit {name!r}", where=str(given.place(*keys)), hint=hint)


def _refuse_unknown(given: _Given, name: str, code: str, known: tuple[AbstractSet[str], str]) -> None:
    codes, what = known
    if code not in codes:
        near = get_close_matches(code, sorted(map(str, codes)), n=1, cutoff=0.5)
        hint = f"did you mean {near[0]!r}? {_HINTS[name]}" if near else _HINTS[name]
        raise DeskError(f"{code!r} is {what}, in {name!r}", where=str(given.place(name, code)), hint=hint)


_HINTS: Final = {
    "join": "a number above 0, up to 1",
    "fail_on": "error, warning or info",
    "reviewer": "a name",
    "reviewers": "a list of names: [anna, ben]",
    "second_review": "a list of decisions: [source_error, prefer_source]",
    "need_reason": "a list of decisions: [explained, source_error]",
    "labels": "a mapping of codes to your words: `range: report the range`",
    "ignore": "a list of lint codes: [P207, F311]",
    "ratings": "a mapping of standings or decisions to a value and its name: `wrong: 1 False`",
    "keys": "a mapping of actions to keys: `accept: y`; `?` in the review names them",
    "blind": "true or false",
    "theme": "dark, light, colour-blind, high-contrast or ansi",
}
