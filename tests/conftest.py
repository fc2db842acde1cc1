"""For every test: the cache of whoever runs the tests is neither used nor touched, nor by what a test starts.

Laws have no deadline: the first example of a process reads the lexicon and compiles what comes after, which takes a
busy machine longer than any example may.

Whoever starts the tests in the background of a script has them and all that they start ignore an interruption:
what is interrupted here is to end all the same.
"""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

from desks import MONDAY, TUESDAY

settings.register_profile("laws", deadline=None)
settings.load_profile("laws")

os.environ["RECONCILE_NO_CACHE"] = "1"  # the tests of the cache take it away, and name a folder of their own

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def two_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs a test in a folder of its own, where two articles lie, and as anna."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOGNAME", "anna")
    Path("monday.md").write_text(MONDAY, encoding="utf-8")
    Path("tuesday.md").write_text(TUESDAY, encoding="utf-8")
