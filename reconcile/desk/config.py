"""Settings of a desk: `reconcile.yaml`, or `[tool.reconcile]` in a `pyproject.toml` beside sources/."""

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from reconcile.desk.documents import Text, read_document
from reconcile.desk.fields import RATING, SETTINGS
from reconcile.errors import DeskError
from reconcile.model import Decision, Settings, Standing

NAME: Final = "reconcile.yaml"
FORMAT: Final = 1  # of the files of a desk; raised when an older program could not read them


def load_settings(root: Path) -> Settings:
    """The settings of a desk; the defaults where it has none.

    Raises:
        DeskError: at an unknown key, a value that does not fit, or a desk of a newer version.
    """
    path = root / NAME
    if path.exists():
        document = read_document(path, NAME)
        if document.problems:
            problem = document.problems[0]
            raise DeskError(problem.message, where=str(problem.where), hint=problem.hint)
        if document.value is None or (isinstance(document.value, Text) and not document.value):
            return Settings()
        if not isinstance(document.value, dict):
            raise DeskError("holds no settings", where=NAME, hint="write `key: value` lines, such as `reviewer: anna`")
        value = document.value
        return _settings(value, {key: str(document.place_of(value, key)) for key in value})
    project = root / "pyproject.toml"
    if project.exists():
        try:
            table = tomllib.loads(project.read_text(encoding="utf-8")).get("tool", {}).get("reconcile", {})
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise DeskError(f"is not TOML: {error}", where="pyproject.toml") from error
        return _settings(table, dict.fromkeys(table, "pyproject.toml [tool.reconcile]"))
    return Settings()


def _settings(values: Mapping[str, Any], where: Mapping[str, str]) -> Settings:
    """Typed settings of the texts a person wrote."""
    for key in values:
        if key not in SETTINGS:
            near = get_close_matches(key, SETTINGS, n=1, cutoff=0.5)
            known = f"did you mean {near[0]!r}?" if near else f"the keys are {', '.join(SETTINGS)}"
            raise DeskError(f"unknown setting {key!r}", where=where[key], hint=known)
    if str(values.get("format", FORMAT)) != str(FORMAT):
        raise DeskError(
            f"this desk was written by another version (format {values['format']}, this program reads {FORMAT})",
            where=where["format"],
            hint="pip install --upgrade reconcile",
        )
    given = {key: value for key, value in values.items() if key != "format"}
    if not given:
        return Settings()
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - a desk that sets nothing need not pay for it

    try:
        settings = TypeAdapter(Settings).validate_python(given)
    except ValidationError as error:
        wrong = error.errors()[0]
        key = str(wrong["loc"][0])
        what = wrong["msg"][0].lower() + wrong["msg"][1:]
        raise DeskError(
            f"{wrong['input']!r} does not fit {key!r}: {what}", where=where[key], hint=_HINTS[key]
        ) from None
    if not 0 < settings.join <= 1:
        raise DeskError(f"{settings.join} does not fit 'join'", where=where["join"], hint=_HINTS["join"])
    for code, rating in settings.ratings.items():
        ours = code in {*Decision, *Standing} and code != Decision.WITHDRAWN
        if not ours or not re.fullmatch(RATING, rating):
            what = f"{rating!r} is no rating" if ours else f"{code!r} is neither a standing nor a decision"
            raise DeskError(f"{what}, in 'ratings'", where=where["ratings"], hint=_HINTS["ratings"])
    return settings


_HINTS: Final = {
    "join": "a number above 0, up to 1",
    "fail_on": "error, warning or info",
    "reviewer": "a name",
    "reviewers": "a list of names: [anna, ben]",
    "second_review": "a list of decisions: [source_error, prefer_source]",
    "labels": "a mapping of codes to your words: `range: report the range`",
    "ignore": "a list of lint codes: [P207, F311]",
    "ratings": "a mapping of standings or decisions to a value and its name: `wrong: 1 False`",
    "keys": "a mapping of actions to keys: `accept: y`; `?` in the review names them",
    "blind": "true or false",
    "theme": "dark, light, colour-blind, high-contrast or ansi",
}
