"""Web Annotations brought onto a desk: each becomes a claim of a person's where its words stand, or is kept out.

What comes in: the JSON of another program or of `reconcile export annotation`; nothing in it is fetched or run. What
goes out: how many became claims, how many were there, and which were kept out, why, and what came nearest. Nobody's
correction is overwritten, and no verdict is taken over: a log holds what its own reviewer decided.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from reconcile.desk.anchor import Lost, Wanted, anchor
from reconcile.desk.claim_files import claim_of, record_of
from reconcile.desk.load import dossier, load
from reconcile.desk.writing import correct
from reconcile.errors import DeskError
from reconcile.extract import mentions
from reconcile.model import Claim, Desk, Dossier, Source, Span
from reconcile.model.annotation import CLAIM, PREFIX, SHA256, SLUG, TOPIC
from reconcile.model.notation import written
from reconcile.model.work import Means

_KEYS: Final = ("value", "about", "figure", "when", "as_of", "where", "speaker", "modality")
_HINT: Final = "it takes W3C Web Annotations as JSON: one, a list, a page, or what `reconcile export annotation` writes"


@dataclass(frozen=True, slots=True)
class KeptOut:
    """An annotation that became no claim.

    Attributes:
        name: its id, or its place in the file ("annotation 3").
        why: one sentence.
        near: where and what comes nearest, "" where nothing does.
    """

    name: str
    why: str
    near: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a file of annotations: ids of new claims, how many were there already, what was kept out."""

    added: tuple[str, ...]
    there: int
    kept_out: tuple[KeptOut, ...]


def bring(root: Path, parsed: Any, means: Means | None = None, *, dry: bool = False) -> Brought:
    """Add what annotations say to a desk's claims, all of it in one step; a dry run only tells what it would do.

    Raises:
        DeskError: where the JSON holds no annotations, or the claims cannot be written; nothing changed.
    """
    desk = load(root, means=means)
    whole = dossier(desk, means)
    added: dict[str, tuple[str, Mapping[str, str]]] = {}
    kept: list[KeptOut] = []
    there = 0
    for number, item in enumerate(_items(parsed), 1):
        name = _text(item, "id") or f"annotation {number}" if isinstance(item, dict) else f"annotation {number}"
        made = _claim(item, desk, whole)
        if isinstance(made, Lost):
            kept.append(KeptOut(name, made.why, made.words))
            continue
        source, fields = made
        clash = _clash(source, fields, desk, whole)
        if isinstance(clash, str):
            kept.append(KeptOut(name, clash))
        elif clash or fields["id"] in added:
            there += 1
        else:
            added[fields["id"]] = source.slug, fields
    if added and not dry:
        correct(root, {}, list(added.values()), means=means)
    return Brought(tuple(added), there, tuple(kept))


def _items(parsed: Any) -> Sequence[Any]:
    """The annotations in a file, however it holds them."""
    held = parsed
    for key in ("first", "items", "@graph"):
        held = held.get(key, held) if isinstance(held, dict) else held
    if isinstance(held, str):
        raise DeskError("its annotations lie elsewhere, and nothing is fetched", hint="save the page they lie on")
    if isinstance(held, dict) and "target" in held:
        return [held]
    if not isinstance(held, list):
        raise DeskError("holds no annotations", hint=_HINT)
    return held


def _claim(item: Any, desk: Desk, whole: Dossier) -> tuple[Source, dict[str, str]] | Lost:
    """The record that an annotation makes of the article it is about."""
    target = item.get("target") if isinstance(item, dict) else None
    target = target[0] if isinstance(target, list) and len(target) == 1 else target
    if not isinstance(target, dict):
        return Lost("it has no target with a quote in it")
    wanted = _wanted(target)
    source = _source(target, wanted, desk)
    if isinstance(source, Lost):
        return source
    span = anchor(wanted, source)
    if isinstance(span, Lost):
        if span.at is None:
            return span
        differs = f": {span.changed}" if span.changed else ""
        says = f"; it says “{span.words}”" if span.words else ""
        return Lost(span.why, words=f"{desk.source_files[source.slug]}:{source.line(span.at)}{differs}{says}")
    return _record(item, source, span, whole)


def _record(
    item: Mapping[str, Any], source: Source, span: Span, whole: Dossier
) -> tuple[Source, dict[str, str]] | Lost:
    bodies = item.get("body", [])
    bodies = [body for body in (bodies if isinstance(bodies, list) else [bodies]) if isinstance(body, dict)]
    body = next((body for body in bodies if any(PREFIX + key in body for key in _KEYS)), None)
    topic = _text(body, TOPIC) if body else ""
    topic = topic if topic in whole.topic else ""
    if body is None:
        inside = [mention for mention in mentions(source) if mention.span.within(span)]
        return source, record_of(source, span, inside[0] if len(inside) == 1 else None, topic)
    fields = {key: text for key, text in record_of(source, span, None, topic).items() if key not in _KEYS}
    fields |= {key: text for key in _KEYS if (text := _text(body, PREFIX + key))}
    if value := fields.get("value"):
        held = re.search(
            r"\s+".join(map(re.escape, value.split())), fields["quote"]
        )  # the lines may break elsewhere now
        if held is None:
            return Lost(f"its reading rests on “{value}”, which its quote does not hold")
        fields["value"] = held[0]
    name = unquote(_text(item, "id").removeprefix(CLAIM))
    if re.fullmatch(rf"{re.escape(source.slug)}\.[\w-]{{1,40}}", name):
        fields["id"] = name
    try:
        claim_of(fields, source)
    except ValueError as error:
        return Lost(f"its reading cannot be used: {error.args[0]}")
    return source, fields


def _clash(source: Source, fields: Mapping[str, str], desk: Desk, whole: Dossier) -> bool | str:
    """Whether the claim is there; a sentence where something else is there in its place."""
    new = claim_of(fields, source)
    assert new is not None  # noqa: S101 - its words were found
    records = {record.id: record for file in desk.claim_files for record in file.records}
    old, record = whole.claim.get(new.id), records.get(new.id)
    if old is None and record is not None:
        return "a reviewer struck this claim here" if record.struck else "a claim of this id lost its quote: mend it"
    alike = [claim for claim in whole.claims if claim.source == source.slug and claim.span == new.span]
    if any(_reads(claim) == _reads(new) for claim in (*alike, *([old] if old else []))):
        return True
    if old is None:
        return False
    ours, theirs = written(old), written(new)
    apart = [f"{key}: {theirs[key] or 'none'}, not {ours[key] or 'none'}" for key in _KEYS if ours[key] != theirs[key]]
    return f"it is read otherwise here ({'; '.join(apart)})"


def _reads(claim: Claim) -> tuple[str, dict[str, str]]:
    return " ".join(claim.quote.split()), {key: " ".join(text.split()) for key, text in written(claim).items()}


def _wanted(target: Mapping[str, Any]) -> Wanted:
    """The quote, position and hash that a target gives."""
    quoted, placed = _of(target, "selector", "TextQuoteSelector"), _of(target, "selector", "TextPositionSelector")
    states = target.get("state", [])
    states = states if isinstance(states, list) else [states]
    hashes = [_text(state, SHA256) for state in states if isinstance(state, dict)]
    known = next(filter(None, hashes), "")
    prefix, suffix = (_text(quoted, key) if key in quoted else None for key in ("prefix", "suffix"))
    return Wanted(_text(quoted, "exact"), prefix, suffix, _offset(placed, "start"), _offset(placed, "end"), known)


def _of(target: Mapping[str, Any], key: str, kind: str) -> Mapping[str, Any]:
    found = target.get(key, [])
    for one in found if isinstance(found, list) else [found]:
        if isinstance(one, dict):
            kinds = one.get("type", "")
            if kind == kinds or (isinstance(kinds, list) and kind in kinds):
                return one
    return {}


def _text(record: Any, key: str) -> str:
    found = record.get(key, "") if isinstance(record, dict) else ""
    return found if isinstance(found, str) else ""


def _offset(record: Mapping[str, Any], key: str) -> int | None:
    found = record.get(key)
    return found if isinstance(found, int) and not isinstance(found, bool) and found >= 0 else None


def _source(target: Mapping[str, Any], wanted: Wanted, desk: Desk) -> Source | Lost:
    """The article that a target is in: by its short name, its address, its hash, or its file."""
    named = target.get("source", "")
    named = named if isinstance(named, str) else _text(named, "id")
    slug = _text(target, SLUG)
    ways = (
        [s for s in desk.sources if s.slug == slug],
        [s for s in desk.sources if named and s.url == named],
        [s for s in desk.sources if wanted.sha256 and s.sha256 == wanted.sha256],
        [s for s in desk.sources if named and desk.source_files[s.slug] == unquote(named)],
    )
    found = next(filter(None, ways), [])
    if len(found) == 1:
        return found[0]
    if found:
        return Lost(f"several articles here are {named!r}: {', '.join(s.slug for s in found)}")
    return Lost(f"no article here is {slug or named!r}")
