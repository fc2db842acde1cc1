"""The hand-marked figures of `gold/marked_figures.yaml` in the form the scorer of whole articles reads."""

import json
from collections.abc import Iterable, Mapping
from itertools import combinations, product
from pathlib import Path
from typing import Any

import yaml

_INFINITE = float("inf")
_ORDER = ("same", "compatible", "exclude")
Marked = Mapping[str, Any]  # event, topic, figures: [article, start, end, low, high]


def write(marks: Path, articles: Path, folder: Path) -> Path:
    """Write `figures.jsonl` and, beside it, `articles.jsonl`; returns the first.

    Args:
        articles: the articles, one JSON record a line, with `id` and `text`.
    """
    topics: list[Marked] = yaml.safe_load(marks.read_text(encoding="utf-8"))
    texts = {row["id"]: row["text"] for row in map(json.loads, articles.read_text(encoding="utf-8").splitlines())}
    _lines(folder / "articles.jsonl", _events(topics, texts))
    _lines(folder / "figures.jsonl", (_topic(topic, texts) for topic in topics))
    return folder / "figures.jsonl"


def _events(topics: Iterable[Marked], texts: Mapping[str, str]) -> Iterable[Marked]:
    ids: dict[str, set[str]] = {}
    for topic in topics:
        ids.setdefault(topic["event"], set()).update(figure[0] for figure in topic["figures"])
    for event, own in ids.items():
        docs = [{"id": i, "title": "", "text": texts[i], "published": None, "outlet": None} for i in sorted(own)]
        yield {"event": event, "docs": docs}


def _topic(topic: Marked, texts: Mapping[str, str]) -> Marked:
    figures: list[Marked] = []
    meant: dict[str, list[tuple[float, float]]] = {}
    for article, start, end, low, high in topic["figures"]:
        quote = _once(texts[article], start, end)
        figures.append({"doc": article, "quote": quote, "low": low, "high": high})
        meant.setdefault(article, []).append((low, _INFINITE if high is None else high))
    pairs = []
    for a, b in combinations(sorted(meant), 2):
        relations = sorted((_relation(x, y) for x, y in product(meant[a], meant[b])), key=_ORDER.index)
        pairs.append({"a": a, "b": b, "mildest": relations[0], "sharpest": relations[-1]})
    name = f"{topic['event']}/{topic['topic']}"
    return {"id": name, "split": "dev", **topic, "figures": figures, "pairs": pairs}


def _once(text: str, start: int, end: int) -> str:
    """The words, with as many after them as make them stand only once."""
    while text.count(text[start:end]) > 1 and end < len(text):
        end += 1
    return text[start:end]


def _relation(one: tuple[float, float], other: tuple[float, float]) -> str:
    if one == other:
        return "same"
    return "compatible" if one[0] <= other[1] and other[0] <= one[1] else "exclude"


def _lines(path: Path, records: Iterable[Marked]) -> None:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
