"""Everything that may be tuned, in one place."""

from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from reconcile.model.verdict import Decision

Theme = Literal["dark", "light", "colour-blind", "high-contrast", "ansi"]
THEMES: Final = get_args(Theme)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the stages take as an argument; read from `reconcile.yaml` or `[tool.reconcile]` by the desk.

    Attributes:
        join: lowest similarity at which two claims are proposed as the same topic, from 0 to 1.
        fail_on: lint level from which `lint` exits with 1: "error", "warning" or "info".
        reviewer: the name verdicts are logged under; "" means the system's user name.
        reviewers: everybody whose verdicts count; empty where anybody's do.
        second_review: decisions that a second reviewer has to confirm.
        need_reason: decisions that must say why: by a reason or a note, and by a note where the reason is the source.
        labels: a newsroom's own names for decisions and outcomes, code to label; codes stay fixed.
        ignore: lint codes or prefixes not to report.
        keys: the review's keys, name of an action to its keys: `accept: y`.
        blind: whether a reviewer sees what others decided only after deciding too.
        ratings: what a verdict is worth as a truth rating, code of a standing or decision to its value and name
            ("wrong": "1 False"); none where the desk gives no ratings.
        theme: the review's colours; a reviewer's own choice goes before it.
    """

    join: float = 0.205
    fail_on: Literal["error", "warning", "info"] = "error"
    reviewer: str = ""
    reviewers: tuple[str, ...] = ()
    second_review: tuple[Decision, ...] = ()
    need_reason: tuple[Decision, ...] = ()
    labels: dict[str, str] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    keys: dict[str, str] = field(default_factory=dict)
    blind: bool = False
    ratings: dict[str, str] = field(default_factory=dict)
    theme: Theme = "dark"
