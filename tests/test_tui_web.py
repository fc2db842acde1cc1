"""`reconcile review --web`: who is let in, what the page holds, how it ends, and a verdict given in a real browser."""

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from desks import workspace
from reconcile.cli import main, review
from reconcile.model import Decision
from screens import two_papers

pytest.importorskip("textual_serve", reason="the extra `web` is not installed")

import aiohttp

from browsing import CHROMIUM, PATIENCE, browsing

TOLD = "reconcile: for a browser on this machine, as long as this runs; ctrl+c ends it\n"
QUIET = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync --window-size=1280,800"
).split()


@dataclass(frozen=True)
class Served:
    """A desk that is served."""

    root: Path
    process: subprocess.Popen[str]
    address: str

    @property
    def origin(self) -> str:
        return self.address.rsplit("/", 2)[0]

    def end(self, number: int) -> tuple[int, str]:
        """End it as a terminal does, which tells the whole group; exit code and what was said since the address."""
        os.killpg(self.process.pid, number)
        return self.process.wait(PATIENCE), self.rest()

    def rest(self) -> str:
        assert self.process.stderr is not None
        return self.process.stderr.read()


@contextmanager
def serving(root: Path, *words: str) -> Iterator[Served]:
    """The command, in a process group of its own, in a folder where a file has the name of a module."""
    (root / "rich.py").write_text("raise SystemExit('a file of the desk was run')", encoding="utf-8")
    command = [sys.executable, "-P", "-m", "reconcile", "review", "--web", "--by", "anna", *words]
    process = subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        assert process.stderr is not None
        told = process.stderr.readline()
        found = re.fullmatch(r"reconcile: the review is at (http://127\.0\.0\.1:\d+/[\w-]{32}/)\n", told)
        assert found, told + process.stderr.read()
        yield Served(root, process, found[1])
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=PATIENCE)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all who only ask."""
    with serving(two_papers(tmp_path_factory.mktemp("web") / "val 'ley")) as door:
        yield door


def in_place(words: str | None, served: Served) -> str:
    """Words of a case, with this server's address, port and host in their place."""
    port = served.origin.rsplit(":", 1)[1]
    return (words or "").replace("PORT", port).replace("TOKEN", served.address.split("/")[3])


REFUSED = [
    pytest.param("/TOKEN/", "evil.example:PORT", None, "the name of its own machine", id="a name that points here"),
    pytest.param("/TOKEN/", "127.0.0.1", None, "the name of its own machine", id="another port"),
    pytest.param("/TOKEN/", "127.0.0.1:PORT", "http://evil.example", "another server", id="another page"),
    pytest.param(
        "/TOKEN/", "127.0.0.1:PORT", "http://127.0.0.1:1", "another server", id="another page of this machine"
    ),
    pytest.param("/TOKEN/", "127.0.0.1:PORT", "http://localhost:PORT", "another server", id="another name"),
    pytest.param("/TOKEN/", "127.0.0.1:PORT", "null", "another server", id="a page in a sandbox"),
    pytest.param("/", "127.0.0.1:PORT", None, "the whole address", id="no token"),
    pytest.param("/static/js/textual.js", "127.0.0.1:PORT", None, "the whole address", id="no token, a file"),
    pytest.param("/ws", "127.0.0.1:PORT", "http://127.0.0.1:PORT", "the whole address", id="no token, websocket"),
    pytest.param("/TOKENx/", "127.0.0.1:PORT", None, "the whole address", id="a longer token"),
    pytest.param("/%C3%A9%ED%A0%80/", "127.0.0.1:PORT", None, "the whole address", id="no letters of a token"),
]


@pytest.mark.parametrize(("path", "host", "origin", "why"), REFUSED)
async def test_who_is_refused(served: Served, path: str, host: str, origin: str | None, why: str) -> None:
    headers = {"Host": in_place(host, served)} | ({"Origin": in_place(origin, served)} if origin else {})
    address = served.origin + in_place(path, served)
    async with aiohttp.ClientSession(headers=headers) as session, session.get(address) as answer:
        assert (answer.status, why in await answer.text()) == (403, True)
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("path", "host", "origin"),
    [
        pytest.param("/TOKEN/ws", "127.0.0.1:PORT", "http://evil.example", id="another page"),
        pytest.param("/TOKEN/ws", "127.0.0.1:PORT", None, id="no page"),
        pytest.param("/TOKEN/ws", "evil.example:PORT", "http://evil.example:PORT", id="a name that points here"),
        pytest.param("/ws", "127.0.0.1:PORT", "http://127.0.0.1:PORT", id="no token"),
    ],
)
async def test_whose_websocket_is_refused(served: Served, path: str, host: str, origin: str | None) -> None:
    headers = {"Host": in_place(host, served)} | ({"Origin": in_place(origin, served)} if origin else {})
    async with aiohttp.ClientSession(headers=headers) as session:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(served.origin + in_place(path, served))
    assert refused.value.status == 403


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
async def test_the_page_asks_this_server_alone(served: Served, name: str) -> None:
    host = in_place(f"{name}:PORT", served)
    async with aiohttp.ClientSession(headers={"Host": host, "Origin": f"http://{host}"}) as session:
        async with session.get(served.address) as answer:
            page = await answer.text()
            assert answer.status == 200
        base = in_place("/TOKEN/", served)
        loaded = re.findall(r'(?:src|href)="(.*?)"|url\("(.*?)"\)', page)
        files = [url for pair in loaded for url in pair if url and not url.startswith("data:")]
        assert len(files) == 5
        for file in files:
            assert file.startswith(base)
            async with session.get(served.origin + file) as answer:
                assert (file, answer.status) == (file, 200)
    assert re.findall(r"\w+://[^\s\"]*", page) == [f"ws://{host}{base}ws"]
    assert "<title>val &#x27;ley · reconcile</title>" in page


def test_the_network_does_not_reach_it(served: Served) -> None:
    """It listens at one address; another of this same machine is deaf."""
    with pytest.raises(OSError, match=r"refused|assign|unreachable"):
        socket.create_connection(("127.0.0.2", int(in_place("PORT", served))), timeout=5)


async def seen(line: aiohttp.ClientWebSocketResponse, words: str) -> None:
    """Wait for words on the screen."""
    shown = b""
    while words.encode() not in shown:
        shown += await line.receive_bytes(timeout=PATIENCE)


async def test_a_page_that_is_let_in_has_the_screen(tmp_path: Path) -> None:
    """What it is sent and sends is what a terminal would be, and no word of it is on stdout or stderr."""
    with serving(two_papers(tmp_path / "val 'ley"), "--no-cache", "--jobs", "1") as served:
        async with aiohttp.ClientSession() as session:
            async with session.ws_connect(
                f"{served.address}ws?width=100&height=30", headers={"Origin": served.origin}
            ) as line:
                await seen(line, "to do 3")
                await line.send_json(["stdin", "a"])
                await seen(line, "to do 2")
                await line.send_json(["stdin", "E"])
                await seen(line, "No editor: this screen has no terminal of its own")
                await line.send_json(["stdin", "q"])
                while (await line.receive(PATIENCE)).type != aiohttp.WSMsgType.CLOSE:
                    pass
            with socket.create_connection(("127.0.0.1", int(in_place("PORT", served)))) as raw:
                raw.sendall(b"\x16\x03\x01 no word of HTTP\r\n\r\n")
                assert b"400" in raw.recv(100)
        assert served.end(signal.SIGINT) == (0, TOLD)
        assert served.process.stdout is not None
        assert served.process.stdout.read() == ""
    assert {verdict.by for verdict in workspace(served.root).dossier.standing.values()} == {"anna"}


async def test_a_screen_that_does_not_open_says_why(tmp_path: Path) -> None:
    """To whom started the server; its page is told that it has ended."""
    with serving(two_papers(tmp_path / "valley")) as served:
        async with aiohttp.ClientSession() as session:
            async with session.ws_connect(f"{served.address}ws", headers={"Origin": served.origin}):
                pass  # a page that is left before anything is shown
            wait_for_no_screen(served.root)
            (served.root / "reconcile.yaml").write_text("reviewer: [", encoding="utf-8")
            async with session.ws_connect(f"{served.address}ws", headers={"Origin": served.origin}) as line:
                assert (await line.receive(PATIENCE)).type == aiohttp.WSMsgType.CLOSE
        code, told = served.end(signal.SIGINT)
    assert code == 0
    assert re.fullmatch(rf"{re.escape(TOLD)}reconcile: reconcile\.yaml:2:1: is not YAML: .*\n  mend what .*\n", told)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 0), (signal.SIGKILL, -signal.SIGKILL)]
)
async def test_no_screen_outlives_its_server(tmp_path: Path, number: int, code: int) -> None:
    with serving(two_papers(tmp_path / "valley")) as served:
        async with aiohttp.ClientSession() as session:
            page = session.ws_connect(f"{served.address}ws", headers={"Origin": served.origin})
            async with page as line:
                await seen(line, "to do 3")
                served.process.send_signal(number)
                assert await asyncio.to_thread(served.process.wait, PATIENCE) == code
        assert served.rest() == TOLD
    wait_for_no_screen(served.root)


def wait_for_no_screen(root: Path) -> None:
    """Return when no process has the desk open."""
    until = time.monotonic() + PATIENCE
    while subprocess.run(["pgrep", "-f", "--", f"--desk {root}"], check=False, capture_output=True).returncode == 0:
        assert time.monotonic() < until, "the screen is still there"
        time.sleep(0.02)  # between two looks; nothing is hoped to be ready after it


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--web", "--plain"], "not allowed with argument"),
        (["--port", "8000"], "`--port` is for `--web`"),
        (["--web", "--port", "65536"], "at most 65535"),
        (["--web", "--port", "-1"], "at most 65535"),
        (["--web", "--port", "TAKEN"], "cannot be had: Address already in use"),
        (["--web", "--desk", "BROKEN"], "reconcile.yaml"),
    ],
)
def test_what_cannot_be_served(
    words: list[str], why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(two_papers(tmp_path / "valley"))
    (two_papers(tmp_path / "broken") / "reconcile.yaml").write_text("reviewer: [", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        places = {"TAKEN": str(taken.getsockname()[1]), "BROKEN": str(tmp_path / "broken")}
        assert main(["review", "--by", "anna", *(places.get(word, word) for word in words)]) == 2
    assert why in capsys.readouterr().err


def test_without_the_extra(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review, "find_spec", lambda name: None)
    assert main(["review", "--web", "--desk", str(two_papers(tmp_path / "valley"))]) == 2
    assert "pip install 'reconcile[web]'" in capsys.readouterr().err


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium here: apt-get install chromium")
async def test_a_verdict_in_a_real_browser(tmp_path: Path) -> None:
    """The page opens, takes keys at once, asks nothing of anybody else, and what is decided in it is on disk."""
    with serving(two_papers(tmp_path / "valley")) as served:
        async with browsing(CHROMIUM, tmp_path / "profile", *QUIET) as browser:
            await browser.do("Page.navigate", url=served.address)
            await browser.until_received("to do 3")
            assert await browser.evaluate("getComputedStyle(document.querySelector('.opening')).display") == "none"
            assert await browser.evaluate("document.querySelector('canvas').width") > 1000
            await browser.do("Input.dispatchKeyEvent", type="keyDown", key="a", text="a")
            await browser.until_received("to do 2")
            decided = list(workspace(served.root).dossier.standing.values())
            await browser.do("Input.dispatchKeyEvent", type="keyDown", key="q", text="q")
            await browser.until_closed()
            shown = "getComputedStyle(document.querySelector('.ended')).display"
            assert await browser.evaluate(shown) == "block"
        assert served.end(signal.SIGINT) == (0, TOLD)
    assert {(verdict.decision, verdict.by) for verdict in decided} == {(Decision.UNRESOLVED_CONFLICT, "anna")}
    assert browser.errors == []
    assert [url for url in browser.asked if not re.match(rf"(?:http|ws){served.address[4:]}|data:", url)] == []
