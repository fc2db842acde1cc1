"""Verbs as they are spelled: a word behind a number that is no noun, so that the number stands alone."""

from functools import cache

from reconcile.lexicon import entries


@cache
def _irregular() -> list[list[str]]:
    return [row.split() for row in entries("verbs")["irregular"]["words"].split(", ")]


@cache
def only_verbs() -> frozenset[str]:
    """Forms that are verbs and nothing else: "three won it", "one witness told them"."""
    return frozenset(past for base, past, part in _irregular() if past not in (base, part)) | {"told", "made"}


@cache
def pasts() -> frozenset[str]:
    """Irregular pasts: "went", "hurt"."""
    return frozenset(past for _, past, _ in _irregular())


def past(word: str) -> bool:
    """Whether a word looks like a regular past: "named", not "seed"."""
    return len(word) > 3 and word.endswith("ed") and word[-3] != "e"
