"""How far the reviewers of a desk agree, as lines: for the terminal and for a page of the review."""

from collections.abc import Iterator

from reconcile.model import Decision, Dossier, Settings
from reconcile.model.agreement import Agreement
from reconcile.model.plain import plain
from reconcile.report import words


def lines(told: Agreement, whole: Dossier, settings: Settings) -> Iterator[str]:
    """Who decided how much, each two and all together, then every topic on which they differ.

    Args:
        told: the agreement over the topics of `whole`.
    """
    if len(told.reviewers) < 2:
        yield f"{len(told.reviewers)} of 2 reviewers have decided anything: nothing to compare yet"
        return
    for name, number in told.reviewers.items():
        yield f"{plain(name)}: {words.count(number, 'topic')} decided"
    for two in told.pairs:
        yield (
            f"{plain(two.left)} and {plain(two.right)}: {two.same} of {two.both} the same, "
            f"Cohen's kappa {_value(two.kappa)}"
        )
    yield f"Fleiss' kappa {_value(told.fleiss)}, Krippendorff's alpha {_value(told.alpha)}"
    yield "1 is full agreement, 0 what chance alone would give. What was left open is no decision."
    if None in (told.fleiss, told.alpha, *(two.kappa for two in told.pairs)):
        yield "Too few topics, or one decision only, define none of these."
    for topic, row in told.differing.items():
        yield f"differ on {plain(topic)}: {plain(whole.topic[topic].label)}"
        for name, decision in row.items():
            yield f"  {plain(name)}: {words.decision(Decision(decision), settings)}"


def _value(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.3f}"
