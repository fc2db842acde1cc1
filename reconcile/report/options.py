"""What a reader may ask of a report besides its format; the defaults are the whole desk, and no clock."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reconcile.report.changes import Changes

COMMENT = 65_536  # characters; the most that a comment on GitHub holds


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked for.

    Attributes:
        part: what of the desk is shown, in words ("only conflicts"); "" for all of it.
        entire: whether all that the sources shown say is shown, as of a whole desk or story.
        stamp: when the report was written, ISO 8601, or "": then the same desk gives the same bytes at any time.
        excel: CSV with the mark at its front by which Excel knows UTF-8.
        limit: the most characters of Markdown; 0 for no limit.
        topic: the topic that the SVG draws; "" for the first that has a picture.
        changes: what changed since another state of the desk, or None where nobody asked.
        files: slug of a source to the path of its file, for formats that point into it.
    """

    part: str = ""
    entire: bool = True
    stamp: str = ""
    excel: bool = False
    limit: int = COMMENT
    topic: str = ""
    changes: Changes | None = None
    files: Mapping[str, str] = field(default_factory=dict)
