"""Where a reviewer stopped: topic, filter, shape, colours, notes not given yet; for the next review on this machine.

It lies in the desk's `.reconcile/`, which is not in the repository. It is a convenience: one that cannot be read or
written is no problem, and nothing depends on it.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from reconcile.desk.files import lock, write_file
from reconcile.errors import DeskError
from reconcile.tui.queue import Facet
from reconcile.tui.shapes import Shape
from reconcile.tui.themes import COLOURS


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a review stopped.

    Attributes:
        topic: id of the topic shown, "" for none.
        theme: the reviewer's own, "" for that of the settings.
        notes: by topic, for the verdict that is still to come.
    """

    topic: str = ""
    facet: Facet = Facet.TO_DO
    words: str = ""
    shape: Shape = Shape.TABLE
    theme: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)


def kept(root: Path, reviewer: str) -> Kept:
    """Where a reviewer stopped; the beginning where it is not known."""
    try:
        said = json.loads(_path(root, reviewer).read_text(encoding="utf-8"))
        theme = said["theme"] if said["theme"] in COLOURS else ""
        notes = {str(topic): str(note) for topic, note in said.get("notes", {}).items()}
        return Kept(str(said["topic"]), Facet(said["facet"]), str(said["words"]), Shape(said["shape"]), theme, notes)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Kept()


def keep(root: Path, reviewer: str, where: Kept, before: Kept) -> None:
    """Keep it, where the desk can be written; notes that another screen of the reviewer kept meanwhile stay.

    Args:
        before: what this screen kept last, or found.
    """
    with suppress(DeskError), lock(root):
        theirs = {topic: note for topic, note in kept(root, reviewer).notes.items() if topic not in before.notes}
        said = {**asdict(where), "notes": {**theirs, **where.notes}}
        write_file(_path(root, reviewer), json.dumps(said, ensure_ascii=False) + "\n")


def _path(root: Path, reviewer: str) -> Path:
    return root / ".reconcile" / f"review-{reviewer}.json"
