"""A desk as it lies on disk, read into values: what a person wrote, where it stands, and what is wrong with it.

The room `desk` makes these; `lint`, `pipeline` and the views read them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reconcile.model.claim import Claim
from reconcile.model.problem import Known, Place, Problem
from reconcile.model.settings import Settings
from reconcile.model.source import Source
from reconcile.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Record:
    """One claim as a claim file holds it: every scalar as the text a person sees.

    Attributes:
        fields: key to text ("quote", "figure", "when", …: the table CLAIM of `desk.fields`).
        places: key to where its value stands; "" is the place of the whole record.
        claim: what the record means when it could be read and its quote was found in the source, else None.
        by_hand: whether a person added it, or changed its reading.
        struck: whether a person said that it is no claim (`status: struck`).
    """

    id: str
    fields: Mapping[str, str]
    places: Mapping[str, Place]
    claim: Claim | None
    by_hand: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """One `claims/<source>.yaml`.

    Attributes:
        source: slug named inside.
        sha256: the source's hash at the time of extraction, as written there; "" if none.
    """

    path: str
    source: str
    sha256: str
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Pins:
    """What a person decided about topics: read from `claims/topics.yaml` and the claim files' `topic` keys.

    Attributes:
        labels: topic id to the label a person gave it.
        topic_of: claim id to the topic id it was given.
        fixed: claim ids whose topic a person pinned (the others may move when sources change).
        apart: pairs of claim ids, each sorted, that a person kept apart.
        review_by: topic id to the day by which it has to be looked at again, and where that is written.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    topic_of: Mapping[str, str] = field(default_factory=dict)
    fixed: frozenset[str] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()
    review_by: Mapping[str, tuple[date, Place]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Logged:
    """A verdict and the line of the log it stands on."""

    verdict: Verdict
    place: Place


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a desk holds.

    Attributes:
        root: the desk's folder as the user would type it.
        source_files: slug to the path of the article's file, relative to the root.
        log: every line of every reviewer's log, by reviewer, then line.
        problems: what is wrong in its files (codes S…); a desk with problems can still be read.
        baseline: problems that it has agreed to live with.
        instead: path from the root to what was read in place of the file that lies there: an editor's unsaved text, or
            what the lint would write.
        unread: the short names of the articles that cannot be read, or whose claims cannot be: that is told of the file
            itself, and what follows from it is nobody's fault.
    """

    root: str
    settings: Settings
    sources: tuple[Source, ...]
    source_files: Mapping[str, str]
    claim_files: tuple[ClaimFile, ...]
    pins: Pins
    log: tuple[Logged, ...]
    problems: tuple[Problem, ...] = ()
    baseline: tuple[Known, ...] = ()
    instead: Mapping[str, bytes] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
