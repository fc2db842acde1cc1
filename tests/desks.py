"""Small desks in a scratch folder, for the tests."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from reconcile.desk import Workspace, extract, init

MONDAY = """\
---
title: Quake shakes the valley
publisher: Monday Post
published: 2021-03-01
retrieved: 2021-03-01
url: https://post.example/quake
---

At least 12 people died in the valley, the mayor said.

The bridge was closed on February 3.

Nobody counted the sheep.
"""
TUESDAY = """\
---
title: After the quake
publisher: Tuesday News
published: 2021-03-02
retrieved: 2021-03-02
url: https://news.example/after
---

The toll in the valley rose, and 19 people died there.

The bridge was closed on February 9.
"""


def unlinked(text: str) -> str:
    """An article without its URL."""
    return re.sub(r"^url: .*\n", "", text, flags=re.MULTILINE)


def clock(after: int = 0) -> Callable[[], datetime]:
    """A clock that goes one second further each time it is asked, begun so many seconds late."""
    seconds = count(after)
    return lambda: datetime(2021, 3, 5, tzinfo=UTC) + timedelta(seconds=next(seconds))


def desk(root: Path, **articles: str) -> Path:
    """A desk with these articles (Monday's and Tuesday's where none are given), extracted."""
    init(root)
    for slug, text in (articles or {"monday": MONDAY, "tuesday": TUESDAY}).items():
        (root / "sources" / f"{slug}.md").write_text(text, encoding="utf-8")
    extract(root)
    return root


def workspace(root: Path, reviewer: str = "anna", after: int = 0) -> Workspace:
    """A reviewer at a desk, who comes so many seconds late."""
    return Workspace(root, reviewer, clock(after))
