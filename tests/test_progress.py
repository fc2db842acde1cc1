"""The line that shows the progress of a long run."""

import io

import pytest

from reconcile.cli.progress import Line
from reconcile.engine import Engine


def drawn(*told: tuple[float, int, int]) -> str:
    """What is drawn when so many of so many items are done at these seconds."""
    clock = iter((0.0, *(second for second, _, _ in told)))
    stream = io.StringIO()
    line = Line(stream, lambda: next(clock))
    for _, done, of in told:
        line.tell("reading", done, of)
    return stream.getvalue()


def test_a_short_run_shows_nothing() -> None:
    assert not drawn((0.2, 1, 3), (0.5, 2, 3), (0.9, 3, 3))


def test_a_long_run_shows_where_it_is_and_clears_its_line_at_the_end() -> None:
    text = drawn((0.5, 1, 2000), (1.2, 1000, 2000), (1.25, 1001, 2000), (1.4, 1500, 2000), (2.0, 2000, 2000))
    assert text.split("\r\x1b[K") == [
        "",
        "reconcile: reading: 1,000 of 2,000",
        "reconcile: reading: 1,500 of 2,000",
        "",
    ]


def test_a_run_that_is_broken_off_leaves_no_half_line() -> None:
    """What is said next begins a line of its own."""
    clock = iter((0.0, 1.2, 1.3))
    stream = io.StringIO()
    line = Line(stream, lambda: next(clock))

    def broken_off() -> None:
        with Engine(1, None, line.tell):
            line.tell("reading", 1, 3)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert stream.getvalue() == "\r\x1b[Kreconcile: reading: 1 of 3\r\x1b[K"


def test_nothing_is_shown_where_nobody_looks() -> None:
    from reconcile.cli.progress import progress

    assert progress() is None  # the tests' stderr is no terminal
