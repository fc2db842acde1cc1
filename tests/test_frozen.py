"""The nouns' own decorator does what the standard one does, in less time."""

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from reconcile.model import Pins, Place, Quantity, Settings, Source, Span, Topic
from reconcile.model.frozen import dataclass

SPANS = [Span(3, 9), Span(3, 4), Span(0, 9)]
NOUNS = [Span(3, 9), Place("claims/a.yaml", 2, 5), Source("a", "Two died."), Settings(), Pins(labels={"a": "b"})]


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Standard:
    """A span as the standard decorator makes it."""

    start: int
    end: int


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: type(noun).__name__)
def test_a_noun_is_a_dataclass_that_nobody_changes(noun: Any) -> None:
    name = dataclasses.fields(noun)[0].name
    for change in (lambda: setattr(noun, name, "else"), lambda: delattr(noun, name), lambda: setattr(noun, "new", 1)):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    assert dataclasses.is_dataclass(noun)
    assert not hasattr(noun, "__dict__")
    assert dataclasses.replace(noun) == copy.deepcopy(noun) == pickle.loads(pickle.dumps(noun)) == noun  # noqa: S301
    assert type(copy.copy(noun)) is type(noun)


def test_it_compares_hashes_and_shows_as_the_standard_one() -> None:
    standard = [Standard(span.start, span.end) for span in SPANS]
    assert [(s.start, s.end) for s in sorted(SPANS)] == [(s.start, s.end) for s in sorted(standard)]
    assert list(map(hash, SPANS)) == list(map(hash, standard))
    assert [repr(span).replace("Span", "Standard") for span in SPANS] == list(map(repr, standard))
    assert SPANS[0] == Span(3, 9) != Span(3, 10)
    assert SPANS[0] != standard[0]
    with pytest.raises(TypeError):
        assert SPANS[0] < standard[0]  # type: ignore[operator]
    assert Span.__match_args__ == Standard.__match_args__


def test_what_is_left_out_is_as_usual_and_made_anew_each_time() -> None:
    one, other = Pins(), Pins()
    assert one == other
    assert one.labels == {}
    assert one.labels is not other.labels
    with pytest.raises(TypeError, match="start"):
        Span()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unit_of"):
        Quantity(unit_of="km")  # type: ignore[call-arg]


def test_it_differs_by_any_field() -> None:
    topic = Topic("fire", "Fire", ())
    assert topic != dataclasses.replace(topic, label="Blaze")
    assert len({topic, dataclasses.replace(topic), dataclasses.replace(topic, id="blaze")}) == 2


def test_what_it_would_pass_over_is_refused() -> None:
    class Checked:
        size: int

        def __post_init__(self) -> None:
            """Never called."""

    class Aside:
        size: int = dataclasses.field(default=0, compare=False)

    for raw in (Checked, Aside):
        with pytest.raises(TypeError, match="standard decorator"):
            dataclass(frozen=True, slots=True)(raw)
