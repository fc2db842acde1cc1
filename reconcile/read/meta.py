"""What a page's head says of its article: meta tags, JSON-LD, the canonical address."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from reconcile.read.agencies import agency_in
from reconcile.read.dates import full_date, iso_day

_PUBLISHED: Final = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "publish-date", "pubdate",
    "article.published", "published_at", "cxenseparse:recs:publishtime", "citation_publication_date",
)  # fmt: skip
_FIELDS: Final = {  # in the order of trust
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "publisher": ("og:site_name", "publisher", "dc.publisher", "application-name"),
    "byline": ("author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author"),
    "url": ("og:url",),
    "published": _PUBLISHED,
}
_LIMIT: Final = 200_000  # characters of JSON-LD worth reading


class Meta:
    """Collects what a page says of itself while its tags go by."""

    def __init__(self) -> None:
        self._said: dict[str, str] = {}
        self._title: list[str] | None = None
        self._json: list[str] | None = None
        self._headline = ""
        self._canonical = ""
        self._linked: dict[str, str] = {}

    def tag(self, tag: str, given: Mapping[str, str]) -> None:
        """A start tag."""
        key = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        if tag == "meta" and key:
            self._said.setdefault(key, given.get("content", "").strip())
        elif tag == "time" and given.get("datetime") and (key == "datepublished" or "pubdate" in given):
            self._said.setdefault("datepublished", given["datetime"])
        elif tag == "link" and given.get("rel") == "canonical":
            self._canonical = self._canonical or given.get("href", "")
        elif tag == "title" and not self._headline:
            self._title = []
        elif tag == "script" and given.get("type", "").lower() == "application/ld+json":
            self._json = []

    def words(self, data: str) -> None:
        """Text between tags."""
        if self._json is not None:
            self._json.append(data)
        elif self._title is not None:
            self._title.append(data)

    def end(self, tag: str) -> None:
        """An end tag."""
        if tag == "title" and self._title is not None:
            self._headline, self._title = " ".join("".join(self._title).split()), None
        elif tag == "script" and self._json is not None:
            self._linked = self._linked or _linked("".join(self._json)[:_LIMIT])
            self._json = None

    def details(self) -> dict[str, tuple[str, str]]:
        """Field to its text and where it was found."""
        found = {field: self._first(keys) for field, keys in _FIELDS.items()}
        found["title"] = found["title"] or self._linked.get("title", "")
        found["url"] = self._canonical or found["url"]
        for field in ("publisher", "byline"):
            found[field] = self._linked.get(field, "") or found[field]
        if found["byline"].startswith(("http://", "https://")):
            found["byline"] = ""
        found["published"] = _day(found["published"]) or _day(self._linked.get("published", ""))
        found["agency"] = self._linked.get("agency", "") or agency_in(found["byline"])
        details = {field: (" ".join(text.split()), "meta tag") for field, text in found.items() if text}
        if "title" not in details and self._headline:
            details["title"] = (_without_site(self._headline, found["publisher"]), "title tag")
        return details

    def _first(self, keys: tuple[str, ...]) -> str:
        return next((self._said[key] for key in keys if self._said.get(key)), "")


def _without_site(headline: str, publisher: str) -> str:
    for mark in (" | ", " – ", " — ", " - "):
        before, found, after = headline.rpartition(mark)
        if found and (after.casefold() == publisher.casefold() or (mark == " | " and len(after) < len(before))):
            return before
    return headline


def _day(text: str) -> str:
    if not text:
        return ""
    try:
        return iso_day(text).isoformat()
    except ValueError:
        day = full_date(text)
        return day.isoformat() if day else ""


def _linked(text: str) -> dict[str, str]:
    """What JSON-LD says of the article; nothing where it is broken."""
    try:
        loaded = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    for node in _nodes(loaded):
        kind = node.get("@type")
        kinds = kind if isinstance(kind, list) else [kind]
        if any(isinstance(k, str) and (k.endswith("Article") or k in ("BlogPosting", "Report")) for k in kinds):
            return {
                "title": _name(node.get("headline")),
                "publisher": _name(node.get("publisher")),
                "byline": _name(node.get("author")),
                "published": _name(node.get("datePublished")),
                "agency": agency_in(_name(node.get("sourceOrganization"))) or agency_in(_name(node.get("author"))),
            }
    return {}


def _nodes(loaded: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD text and of its graph, two levels deep."""
    for item in loaded if isinstance(loaded, list) else [loaded]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (node for node in graph if isinstance(node, dict)) if isinstance(graph, list) else ()


def _name(value: Any) -> str:
    """The text of a value that may be a string, an object with a name, or a list of either."""
    if isinstance(value, list):
        return ", ".join(name for name in map(_name, value[:8]) if name)
    if isinstance(value, dict):
        return _name(value.get("name"))
    return value if isinstance(value, str) else ""
