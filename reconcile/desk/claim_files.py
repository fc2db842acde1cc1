"""`claims/<source>.yaml`: the claims of one source, for people to read, correct, strike and add to.

Every record carries `read`, a fingerprint of what the machine wrote: "<its reading>/<its topic>". A record whose fields
no longer match it was corrected by a person, one without it was added, `status: struck` says it is no claim. So a new
extraction knows what to keep without asking, and a person needs to mark nothing.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from reconcile.desk.documents import Document, Text, read_document, retyped
from reconcile.desk.fields import CLAIM, CLAIM_FILE
from reconcile.model import (
    Claim,
    ClaimFile,
    Level,
    Mention,
    Modality,
    Place,
    Problem,
    Quantity,
    Record,
    Source,
    Span,
    When,
)
from reconcile.model.notation import read_figure, read_when, written
from reconcile.model.source import halves

FOLDER: Final = "claims"
READING: Final = (
    "quote",
    "about",
    "figure",
    "when",
    "as_of",
    "speaker",
    "modality",
    "value",
)  # what the fingerprint covers, and "where" if there is one: files of before it was read keep theirs
KEYS: Final = tuple(CLAIM)
DATES: Final = ("when", "as_of")  # a day among these is one, or S102 says that it is none
_PLACE: Final = re.compile(r"line (\d+), (\d+)\.\.(\d+)")


def fields_of(claim: Claim, source: Source, topic: str) -> dict[str, str]:
    """A claim as the texts of its record, the fingerprint included."""
    fields = {"id": claim.id, "topic": topic, "quote": claim.quote, "place": place_of(claim, source)}
    fields |= written(claim)
    fields["read"] = fingerprint(fields)
    return {key: fields[key] for key in KEYS if fields.get(key)}


def record_of(source: Source, span: Span, value: Mention | None, topic: str) -> dict[str, str]:
    """The record of a claim that a person adds, in an article's own words; no fingerprint, so it stays theirs."""
    quote = source.text[span.start : span.end]
    about = (
        quote if value is None else source.text[span.start : value.span.start] + source.text[value.span.end : span.end]
    )
    made = Claim(
        id=f"{source.slug}.{_short(' '.join(quote.split()).lower() + chr(31) + (value.text if value else ''))}",
        source=source.slug,
        span=span,
        quote=quote,
        sentence=span,
        about=" ".join(about.split()) or " ".join(quote.split()),
        quantity=value if value is not None and isinstance(value.value, Quantity) else None,
        when=value if value is not None and isinstance(value.value, When) else None,
    )
    fields = fields_of(made, source, topic)
    del fields["read"]
    return fields


def placed(fields: Mapping[str, str], claim: Claim, source: Source) -> Mapping[str, str]:
    """A person's record with the place where its quote stands today; one without a place is left without."""
    return {**fields, "place": place_of(claim, source)} if "place" in fields else fields


def place_of(claim: Claim, source: Source) -> str:
    """A claim's place as a record holds it."""
    return f"line {source.line(claim.span.start)}, {claim.span.start}..{claim.span.end}"


def fingerprint(fields: Mapping[str, str]) -> str:
    """What tells whether a person changed the reading or the topic of a record."""
    reading = "\x1f".join(" ".join(fields.get(key, "").split()) for key in READING)
    reading += f"\x1f{' '.join(fields['where'].split())}" if fields.get("where") else ""
    return f"{_short(reading)}/{_short(fields.get('topic', ''))}"


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def corrected(fields: Mapping[str, str]) -> bool:
    """Whether a person added the record or changed its reading."""
    return fields.get("read", "").partition("/")[0] != fingerprint(fields).partition("/")[0]


def pinned(fields: Mapping[str, str]) -> bool:
    """Whether a person gave the claim its topic."""
    return bool(fields.get("topic")) and fields.get("read", "").partition("/")[2] != _short(fields["topic"])


def unpinned(fields: Mapping[str, str]) -> str:
    """A record's `read` that vouches for its reading as before, but for no topic: the one it names is a person's."""
    return fields.get("read", "").partition("/")[0] + "/"


def read_claim_file(
    path: Path, shown: str, sources: Mapping[str, Source], data: bytes | None = None
) -> tuple[ClaimFile | None, list[Problem]]:
    """One claim file, or what is read in its place, and what is wrong in it (S101 to S107)."""
    document = read_document(path, shown, data)
    problems = list(document.problems)
    value = document.value
    if document.value is None and problems:
        return None, problems
    if not isinstance(value, dict) or not isinstance(value.get("claims", []), list):
        return None, [*problems, _problem("S102", Place(shown), "holds no list `claims:`")]
    top = [key for key in value if key not in CLAIM_FILE]
    problems += [_unknown(document.place_of(value, key), key, tuple(CLAIM_FILE)) for key in top]
    slug = str(value.get("source", path.stem))
    source = sources.get(slug)
    if source is None:
        problems.append(_problem("S107", document.place_of(value, "source"), f"there is no source called {slug!r}",
                                 "put the article back into sources/, or delete this file"))  # fmt: skip
    records = [_record(document, item, source, problems) for item in value.get("claims", [])]
    kept = tuple(record for record in records if record is not None)
    seen: dict[str, Place] = {}
    for record in kept:
        if record.id in seen:
            message = f"the id {record.id!r} stands here again (first in line {seen[record.id].line})"
            problems.append(_problem("S106", record.places["id"], message, "give the claim you added another id"))
        seen.setdefault(record.id, record.places["id"])
    return ClaimFile(shown, slug, str(value.get("sha256", "")), kept), problems


def _record(document: Document, item: Any, source: Source | None, problems: list[Problem]) -> Record | None:
    if not isinstance(item, dict):
        place = document.at(item) if isinstance(item, Text) else Place(document.path)
        problems.append(_problem("S102", place, "is no claim: a claim is a mapping with `id:` and `quote:`"))
        return None
    places = document.places_of(item)
    whole = places[""]
    for key, value in item.items():
        if key not in KEYS:
            problems.append(_unknown(places[key], key, KEYS))
        elif not isinstance(value, Text):
            problems.append(_problem("S102", places[key], f"`{key}:` must be text"))
            return None
        elif value.plain and key not in DATES and retyped(value):
            message = f"other programs read {value} as a number, a day or a truth value, and change it"
            problems.append(Problem("S104", Level.WARNING, document.at(value), message, f'write "{value}"',
                                    edits=document.quoted(value)))  # fmt: skip
    missing = [key for key in ("id", "quote") if not item.get(key)]
    if missing:
        problems.append(_problem("S102", whole, f"the claim has no `{missing[0]}:`"))
        return None
    fields = {key: str(value) for key, value in item.items() if key in KEYS}
    status = fields.get("status", "")
    if status not in ("", "struck"):
        problems.append(_problem("S102", places["status"], f"{status!r} is no status", "leave it out, or write struck"))
    claim = None
    if source is not None:
        try:
            claim = claim_of(fields, source)
        except ValueError as error:
            key = str(error.args[1]) if len(error.args) > 1 else "id"
            problems.append(_problem("S102", places.get(key, whole), str(error.args[0])))
    return Record(fields["id"], fields, places, claim, by_hand=corrected(fields), struck=status == "struck")


def claim_of(fields: Mapping[str, str], source: Source) -> Claim | None:
    """What a record means; None where its quote does not stand in the source.

    Raises:
        ValueError: (sentence, key) where a field cannot be read.
    """
    span = locate(fields, source)
    if span is None:
        return None
    value = _value(fields, source, span)
    figure = fields.get("figure") and _parsed(read_figure, fields, "figure")
    when = fields.get("when") and _parsed(read_when, fields, "when")
    try:
        modality = Modality(fields.get("modality") or "happened")
    except ValueError:
        raise ValueError(f"{fields['modality']!r} is no modality ({', '.join(Modality)})", "modality") from None
    return Claim(
        id=fields["id"],
        source=source.slug,
        span=span,
        quote=source.text[span.start : span.end],
        sentence=span,
        about=fields.get("about") or " ".join(fields["quote"].split()),
        quantity=Mention(value, source.text[value.start : value.end], figure, rule="by hand") if figure else None,
        when=Mention(value, source.text[value.start : value.end], when, rule="by hand")
        if when and not figure
        else None,
        speaker=fields.get("speaker", ""),
        modality=modality,
        as_of=_parsed(read_when, fields, "as_of") if fields.get("as_of") else None,
        where=fields.get("where", ""),
    )


def _parsed(read: Any, fields: Mapping[str, str], key: str) -> Any:
    try:
        return read(fields[key])
    except ValueError as error:
        raise ValueError(str(error), key) from None


def locate(fields: Mapping[str, str], source: Source) -> Span | None:
    """Where a record's quote stands: at its place, else nearest to it; never at words that differ."""
    quote = fields["quote"]
    match = _PLACE.fullmatch(fields.get("place", ""))
    hint = int(match[2]) if match else 0
    if source.text.startswith(quote, hint) and not halves(source.text, hint, hint + len(quote)):
        return Span(hint, hint + len(quote))
    pattern = re.compile(r"\s+".join(map(re.escape, quote.split())) or r"(?!)")
    spots = [Span(*found.span()) for found in pattern.finditer(source.text) if not halves(source.text, *found.span())]
    return min(spots, key=lambda spot: abs(spot.start - hint), default=None)


def _value(fields: Mapping[str, str], source: Source, span: Span) -> Span:
    words = fields.get("value", "")
    start = source.text.find(words, span.start, span.end) if words else -1
    return Span(start, start + len(words)) if start >= 0 else span


def _problem(code: str, place: Place, message: str, hint: str = "") -> Problem:
    return Problem(code, Level.ERROR, place, message, hint)


def _unknown(place: Place, key: str, known: Sequence[str]) -> Problem:
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    near = get_close_matches(key, known, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"the keys are {', '.join(known)}"
    return _problem("S105", place, f"unknown key {key!r}", hint)
