"""Make the pictures of the documentation: `make pictures`, from the example desk, in a headless Chromium.

The first screen of the HTML report on a wide window and on a phone, a page of it on paper, one finding of it, and the
screens of the review.
The letters are those of the machine, so the pictures are looked at and not compared.
"""

import asyncio
import base64
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from browsing import CHROMIUM, HEADLESS, Browser, browsing
from formats_page import TOPIC

ROOT: Final = Path(__file__).parents[1]
VIEWS: Final = ROOT / "tests" / "goldens"
PICTURES: Final = VIEWS / "pictures"
SCREENS: Final = {"report-wide": (1280, 900), "report-phone": (390, 844)}  # name: width and height of the window
PAPER: Final = "report-paper"
FINDING: Final = "finding-html"
A4: Final = {"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": True, "printBackground": True}  # inches
DOTS: Final = 96  # an inch, of the picture of the paper


async def opened(browser: Browser, page: Path, width: int, height: int) -> None:
    """Have a page open in a window of this size."""
    phone = width < 500
    await browser.do(
        "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=phone
    )
    await browser.do("Page.navigate", url=page.as_uri())
    while await browser.evaluate("document.readyState") != "complete":
        pass


async def taken(browser: Browser, element: str = "") -> bytes:
    """What the window shows, or one element of the page, as PNG."""
    place = f"JSON.stringify(document.querySelector('{element}').getBoundingClientRect())"
    clip = {"clip": {**json.loads(await browser.evaluate(place)), "scale": 1}} if element else {}
    return base64.b64decode((await browser.do("Page.captureScreenshot", **clip))["data"])


async def printed(browser: Browser) -> bytes:
    """The open page on A4, as PDF."""
    return base64.b64decode((await browser.do("Page.printToPDF", **A4))["data"])


async def _shown(page: Path, finding: Path, folder: Path, scratch: Path) -> bytes:
    """Lay the screens of a page into a folder, and of a page of one finding that, and give the first as PDF."""
    async with browsing(CHROMIUM, scratch / "profile", *HEADLESS) as browser:
        await opened(browser, finding, 1280, 2000)
        (folder / f"{FINDING}.png").write_bytes(await taken(browser, "article.topic"))
        for name, (width, height) in SCREENS.items():
            await opened(browser, page, width, height)
            (folder / f"{name}.png").write_bytes(await taken(browser))
        return await printed(browser)


def make(page: Path, finding: Path, folder: Path, scratch: Path) -> None:
    """The pictures of a report and of one of a single topic, laid into a folder."""
    paper = scratch / "report.pdf"
    paper.write_bytes(asyncio.run(_shown(page, finding, folder, scratch)))
    first = ("-f", "1", "-l", "1", "-singlefile", "-r", str(DOTS))
    subprocess.run(["pdftoppm", "-png", *first, paper, folder / PAPER], check=True)


async def _photographed(folder: Path, scratch: Path) -> None:
    """Lay the screens of the review into a folder as PNG."""
    async with browsing(CHROMIUM, scratch / "screens", *HEADLESS) as browser:
        for picture in sorted(VIEWS.rglob("screen*.svg")):
            box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', picture.read_text(encoding="utf-8"))
            width, height = (int(float(size)) + 1 for size in (box.groups() if box else SCREENS["report-wide"]))
            await opened(browser, picture, width, height)
            (folder / f"{picture.stem}.png").write_bytes(await taken(browser))


def main() -> None:
    """Make all pictures anew; those of the review as PNG too, in the folder that is named."""
    lacking = [
        name for name in ("chromium", "pdftoppm") if not (CHROMIUM if name == "chromium" else shutil.which(name))
    ]
    if lacking:
        sys.exit(f"pictures need {' and '.join(lacking)}: apt-get install chromium poppler-utils")
    with TemporaryDirectory() as folder:
        pages = Path(folder) / "report.html", Path(folder) / "finding.html"
        for page, part in zip(pages, ((), ("--topic", TOPIC)), strict=True):
            report = ("-m", "reconcile", "report", "--desk", ROOT, "-f", "html", "-o", page, *part)
            subprocess.run([sys.executable, *report], check=True)
        PICTURES.mkdir(parents=True, exist_ok=True)
        make(*pages, PICTURES, Path(folder))
    screens = ("-m", "pytest", "-n", "0", "tests/test_tui_pictures.py")
    subprocess.run([sys.executable, *screens], cwd=ROOT, env={**os.environ, "RECONCILE_REWRITE": "1"}, check=True)
    if sys.argv[1:]:
        Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory() as folder:
            asyncio.run(_photographed(Path(sys.argv[1]), Path(folder)))


if __name__ == "__main__":
    main()
