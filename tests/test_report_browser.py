"""The page in a real browser: it asks nothing, no word acts, everybody can read it, on a phone and on paper.

Needs Chromium; the check for accessibility needs axe-core in node_modules too (`npm install --no-save axe-core`).
"""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import pictures
from browsing import CHROMIUM, HEADLESS, browsing
from hostile_words import HOSTILE
from reconcile.desk import dossier, load
from reconcile.report import render
from reporting import hostile
from test_report_safety import Page

ROOT = Path(__file__).parents[1]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
QUIET = [*HEADLESS, "--virtual-time-budget=30000"]
SOON = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"  # after what waits is done
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium here: apt-get install chromium")


def browse(tmp_path: Path, page: str, *words: str) -> str:
    """What Chromium prints of a page."""
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    command = [CHROMIUM, *QUIET, f"--user-data-dir={tmp_path / 'profile'}", *words, file.as_uri()]
    run = subprocess.run(command, capture_output=True, check=True, timeout=120)
    return run.stdout.decode("utf-8", "replace")


@pytest.fixture(scope="module")
def page() -> str:
    """The report of the example desk."""
    return render("html", dossier(load(ROOT)))


def test_the_script_runs_and_nothing_is_asked_of_the_network(page: str, tmp_path: Path) -> None:
    log = tmp_path / "net.json"
    shown = browse(tmp_path, page, f"--log-net-log={log}", "--dump-dom")
    assert re.search(r"(\d+) of \1 topics shown", shown), "the page's policy admits its own script"
    asked = re.findall(r'"url":"(\w+://[^"]*)"', log.read_text(encoding="utf-8", errors="replace"))
    own = re.compile(r"(?:file|chrome|data|blob):|https?://[\w.-]+\.(?:google|googleapis|gvt1)\.com/")  # the browser's
    assert [url for url in asked if not own.match(url)] == []
    assert "google" not in page


def test_the_filter_and_the_order(page: str, tmp_path: Path) -> None:
    typed = (
        "const set = (id, value) => { const field = document.getElementById(id); field.value = value; "
        "field.dispatchEvent(new Event('input', {bubbles: true})); };"
        "set('f-outcome', 'differs'); set('f-order', 'label'); set('f-words', 'PEOPLE');"
    )
    probe = f"<script>{typed}</script></body>"
    shown = browse(tmp_path, POLICY.sub("", page).replace("</body>", probe), "--dump-dom")
    opened = re.compile(r'<article ([^>]*)>\s*<details[^>]*><summary><h3[^>]*><span class="label">(.*?)</span>')
    topics = opened.findall(shown)
    seen = [(data, label) for data, label in topics if " hidden" not in data]
    assert seen
    assert len(seen) < len(topics)
    assert all('data-outcome="differs"' in data and "people" in label.lower() for data, label in seen)
    assert [label for _, label in seen] == sorted(label for _, label in seen)
    assert f"{len(seen)} of {len(topics)} topics shown" in shown


def test_without_script_everything_is_there(page: str, tmp_path: Path) -> None:
    shown = browse(tmp_path, re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL), "--dump-dom")
    assert shown.count("<article") == page.count("<article")
    assert re.search(r'<form [^>]*id="tools"[^>]* hidden', shown), "there is nothing to press"


def test_no_word_becomes_an_element(tmp_path: Path) -> None:
    """Every hostile string at once; what a browser makes of the page has our elements and no other."""
    clean, shown = (
        browse(tmp_path, render("html", hostile(words)), "--dump-dom")
        for words in ("plain words " * 12, " ¦ ".join(HOSTILE))  # neither is English
    )
    assert elements(shown) == elements(clean)
    made = Page()
    made.feed(shown)
    assert not [name for _, attributes in made.tags for name in attributes if name.startswith("on")]


def elements(shown: str) -> dict[str, int]:
    """How often each element stands in a page."""
    names = re.findall(r"<([a-zA-Z][\w-]*)", re.sub(r"<(script|style)>.*?</\1>", r"<\1>", shown, flags=re.DOTALL))
    return {name: names.count(name) for name in set(names)}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("wide", [False, True])
def test_nothing_runs_off_the_side(page: str, width: int, wide: bool, tmp_path: Path) -> None:
    if wide:
        page = render("html", hostile("W" * 500))
    page = page.replace("<details>", "<details open>")
    frame = f'<iframe id="f" width="{width}" height="800" style="border:0" srcdoc="{html.escape(page)}"></iframe>'
    measure = "onload = () => { document.title = document.getElementById('f').contentDocument.body.scrollWidth; };"
    shown = browse(tmp_path, f"<meta charset=utf-8>{frame}<script>{measure}</script>", "--dump-dom")
    found = re.search(r"<title>(\d+)</title>", shown)
    assert found is not None
    assert int(found[1]) <= width


def test_paper_holds_all_also_what_is_folded_and_without_script(page: str, tmp_path: Path) -> None:
    still = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    browse(tmp_path, still, "--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'page.pdf'}")
    data = (tmp_path / "page.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()
        letters = "".join(text.split())
        for label in re.findall(r'<span class="label">(.*?)</span>', page):
            assert "".join(html.unescape(label).split()) in letters
        assert "Setaside,notreadforclaims" in letters
        labels = tuple(re.findall(r'<span class="label">(.*?)</span>', page))
        ends = [sheet.strip().split("\n\n")[-1] for sheet in text.rstrip("\f").split("\f")]
        assert not [end for end in ends if end.startswith(labels)], "a heading stands alone at the end of a page"


async def test_keys_alone_reach_and_open_everything(page: str, tmp_path: Path) -> None:
    """Without the script too: the skip link comes first, and what is folded opens by Enter."""
    file = tmp_path / "page.html"
    file.write_text(re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL), encoding="utf-8")
    async with browsing(CHROMIUM, tmp_path / "profile", *HEADLESS) as browser:
        await pictures.opened(browser, file, 1280, 900)

        async def press(key: str, code: int, text: str = "") -> None:
            for kind in ("keyDown", "keyUp"):
                words = {"text": text} if text and kind == "keyDown" else {}
                await browser.do("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, **words)

        await press("Tab", 9)
        assert await browser.evaluate("document.activeElement.className") == "skip"
        await press("Enter", 13, "\r")
        assert await browser.evaluate("location.hash") == "#main"
        folds = await browser.evaluate("document.querySelectorAll('main details:not([open])').length")
        assert folds > 10
        for _ in range(200):
            await press("Tab", 9)
            if await browser.evaluate("document.activeElement.matches('details:not([open]) > summary')"):
                await press("Enter", 13, "\r")
            if await browser.evaluate("document.activeElement === document.body"):
                break
        assert await browser.evaluate("document.querySelectorAll('main details:not([open])').length") == 0


async def test_a_link_opens_what_it_leads_to_and_a_button_all(page: str, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    async with browsing(CHROMIUM, tmp_path / "profile", *HEADLESS) as browser:
        await pictures.opened(browser, file, 390, 844)
        shut = "[...document.querySelectorAll('details:not([open])')].length"
        before = await browser.evaluate(shut)
        await browser.evaluate("document.querySelector('a[href=\"#s1\"]').click()")
        assert await browser.do("Runtime.evaluate", expression=SOON, awaitPromise=True)
        assert await browser.evaluate("document.getElementById('s1').open")
        assert await browser.evaluate(shut) == before - 1
        await browser.evaluate("document.getElementById('f-open').click()")
        assert await browser.evaluate(shut) == 0
        await browser.evaluate("document.getElementById('f-open').click()")
        assert await browser.evaluate("document.querySelectorAll('details[open]').length") == 0
        assert browser.errors == []


async def test_nothing_hostile_runs_asks_or_is_followed(tmp_path: Path) -> None:
    """All hostile strings in every place of a page: no script of theirs, no dialog, no request, no refusal."""
    file = tmp_path / "page.html"
    file.write_text(render("html", hostile(" ¦ ".join(HOSTILE), judged=True)), encoding="utf-8")
    async with browsing(CHROMIUM, tmp_path / "profile", *HEADLESS) as browser:
        await pictures.opened(browser, file, 1280, 900)
        for press in ("summary", "button", "main a", "header a"):
            await browser.evaluate(f"document.querySelectorAll('{press}').forEach((each) => each.click())")
        assert (await browser.evaluate("location.href")).startswith(file.as_uri())
        assert {url.partition("#")[0] for url in browser.asked} == {file.as_uri()}
        assert browser.errors == []
        assert await browser.evaluate("document.querySelectorAll('img, iframe, object, embed, link').length") == 0


@pytest.mark.skipif(not AXE.is_file(), reason="no axe-core here: npm install --no-save axe-core")
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_no_violation(page: str, scheme: str, width: int, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    check = "axe.run().then((r) => JSON.stringify(r.violations.map((v) => [v.id, v.nodes[0].html])))"
    async with browsing(CHROMIUM, tmp_path / "profile", *HEADLESS) as browser:
        wanted = [{"name": "prefers-color-scheme", "value": scheme}]
        await browser.do("Emulation.setEmulatedMedia", features=wanted)
        await pictures.opened(browser, file, width, 900)
        assert await browser.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") is (scheme == "dark")
        await browser.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        await browser.evaluate(AXE.read_text(encoding="utf-8"))
        found = await browser.do("Runtime.evaluate", expression=check, awaitPromise=True)
        assert json.loads(found["result"]["value"]) == []


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="no pdftoppm here: apt-get install poppler-utils")
def test_the_pictures_of_the_documentation_are_made_by_a_command(page: str, tmp_path: Path) -> None:
    """`make pictures`; those that are kept have the sizes of the windows, and paper has the shape of A4."""
    file, made = tmp_path / "report.html", tmp_path / "made"
    file.write_text(page, encoding="utf-8")
    made.mkdir()
    pictures.make(file, file, made, tmp_path)
    for folder in (made, pictures.PICTURES):
        for name, window in pictures.SCREENS.items():
            assert size(folder / f"{name}.png") == window
        assert size(folder / f"{pictures.FINDING}.png") > (1000, 500)
        width, height = size(folder / f"{pictures.PAPER}.png")
        assert height / width == pytest.approx(297 / 210, rel=0.01)


def size(picture: Path) -> tuple[int, int]:
    """Width and height of a PNG in pixels."""
    head = picture.read_bytes()[:24]
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
