"""A headless Chromium that a test drives: opens a page, types, and tells what was asked, refused and received."""

import asyncio
import base64
import itertools
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
HEADLESS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --hide-scrollbars"
).split()
PATIENCE = 60  # seconds that a loaded machine may take for what a test waits for


class Browser:
    """One page, over the browser's own protocol for tools."""

    def __init__(self, line: aiohttp.ClientWebSocketResponse) -> None:
        self._line = line
        self._numbers = itertools.count(1)
        self.asked: list[str] = []
        self.errors: list[str] = []
        self.received = ""
        self._closed = False

    async def do(self, method: str, **words: Any) -> dict[str, Any]:
        """Have a command carried out; what comes meanwhile is kept."""
        number = next(self._numbers)
        await self._line.send_json({"id": number, "method": method, "params": words})
        while True:
            message = await self._next()
            if message.get("id") == number:
                assert "error" not in message, message
                result: dict[str, Any] = message["result"]
                return result

    async def until_received(self, words: str) -> None:
        """Wait for words on the page's websocket."""
        while words not in self.received:
            await self._next()

    async def until_closed(self) -> None:
        """Wait for the end of the page's websocket."""
        while not self._closed:
            await self._next()

    async def evaluate(self, script: str) -> Any:
        """What a script gives in the page."""
        return (await self.do("Runtime.evaluate", expression=script))["result"].get("value")

    async def _next(self) -> dict[str, Any]:
        message: dict[str, Any] = await self._line.receive_json(timeout=PATIENCE)
        words = message.get("params", {})
        match message.get("method"):
            case "Network.requestWillBeSent":
                self.asked.append(words["request"]["url"])
            case "Network.webSocketCreated":
                self.asked.append(words["url"])
            case "Network.webSocketFrameReceived" if words["response"]["opcode"] == 2:
                self.received += base64.b64decode(words["response"]["payloadData"]).decode("utf-8", "replace")
            case "Network.webSocketClosed":
                self._closed = True
            case "Log.entryAdded" if words["entry"]["level"] == "error":
                self.errors.append(words["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.errors.append(str(words["exceptionDetails"]))
        return message


@asynccontextmanager
async def browsing(chromium: str, profile: Path, *quiet: str) -> AsyncIterator[Browser]:
    """A browser with an empty page, ended afterwards."""
    words = [chromium, *quiet, f"--user-data-dir={profile}", "--remote-debugging-port=0", "about:blank"]
    process = await asyncio.create_subprocess_exec(*words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        assert process.stderr is not None
        async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
            while b"DevTools listening on ws://" not in (told := await process.stderr.readline()):
                assert told, "the browser ended"
            async with session.get(f"http://{told.split(b'/')[2].decode()}/json") as answer:
                [page] = [target for target in await answer.json() if target["type"] == "page"]
            async with session.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as line:
                browser = Browser(line)
                for part in ("Network", "Log", "Runtime", "Page"):
                    await browser.do(f"{part}.enable")
                yield browser
    finally:
        process.kill()
        await process.wait()
