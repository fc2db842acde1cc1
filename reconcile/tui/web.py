"""The review screen in a browser of this machine, through textual-serve; the one page that knows it, and aiohttp.

A page anywhere on the web can make a browser ask this server something, and whoever reaches the websocket decides
verdicts. So nobody is let in who does not know the token in the address, who came here by another name than that of
this machine (a name can be made to point here), or who was sent by a page of another server. What the page itself may
load is on this server alone.
"""

import asyncio
import base64
import hashlib
import html
import logging
import secrets
import shlex
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import Sequence
from importlib.resources import files
from string import Template
from typing import Final

from aiohttp import WSCloseCode, web
from aiohttp.typedefs import Handler
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager
from textual_serve.server import Server, to_int

from reconcile.errors import UsageError

_HERE: Final = "127.0.0.1"
_PATIENCE: Final = 5.0  # seconds that a screen has to end by itself; what it showed as saved is on disk either way
_FOCUS: Final = 'addEventListener("load", () => document.querySelector(".textual-terminal textarea").focus());'
_FOCUS_HASH: Final = base64.b64encode(hashlib.sha256(_FOCUS.encode()).digest()).decode()
_POLICY: Final = (
    f"default-src 'none'; script-src 'self' 'sha256-{_FOCUS_HASH}'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self'; img-src data:; connect-src 'self' ws://%s; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)  # the terminal in the page writes styles as it draws, hence the one word that is unsafe
_SEALS: Final = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",  # a link in an article must not tell the token
    "X-Content-Type-Options": "nosniff",
}


class _Screen(AppService):
    """The process of one screen: it and its page end together."""

    def __init__(self, command: str, line: web.WebSocketResponse, downloads: DownloadManager) -> None:
        self._line = line
        super().__init__(
            command,
            write_bytes=line.send_bytes,
            write_str=line.send_str,
            close=self._close,
            download_manager=downloads,
        )

    async def _close(self) -> None:
        await self._line.close()

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start it; what it says of trouble goes to our stderr as it comes, not twice to stdout at the end."""
        process = await super()._open_app_process(width, height)
        said, process.stderr = process.stderr, asyncio.StreamReader()
        process.stderr.feed_eof()
        if said is not None:
            self._telling = asyncio.create_task(_tell(said))
        return process

    async def run(self) -> None:
        """Carry what it draws to the page until it ends, then let the page know."""
        await super().run()
        await self._close()

    async def stop(self) -> None:
        """Let go of its stdin, by which it ends, and wait until it has."""
        if self._process is None:
            return
        self.stdin.close()
        try:
            await asyncio.wait_for(self._process.wait(), _PATIENCE)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
        await super().stop()
        await self._telling


async def _tell(said: asyncio.StreamReader) -> None:
    while words := await said.read(1 << 16):
        sys.stderr.write(words.decode("utf-8", "replace"))


class Door(Server):
    """A server on loopback that opens one review screen for each page that is let in."""

    def __init__(self, command: Sequence[str], title: str, port: int) -> None:
        """Take the port; nobody is answered before `open`.

        Args:
            command: the words that open the screen.
            title: what the page is called.
            port: 0 for one that is free.

        Raises:
            UsageError: where the port cannot be had.
        """
        try:
            self._socket = socket.create_server((_HERE, port))
        except OSError as error:
            hint = "`--port` takes another one; without it, a free one is found"
            raise UsageError(f"port {port} cannot be had: {error.strerror}", hint=hint) from error
        port = self._socket.getsockname()[1]
        super().__init__(shlex.join(["exec", *command]), host=_HERE, port=port, title=title)
        self._token = secrets.token_urlsafe(24)
        names = (_HERE, "localhost")
        self._hosts = {f"{name}:{port}" for name in names} | (set(names) if port == 80 else set())
        self._lines: set[web.WebSocketResponse] = set()
        self.address = f"http://{_HERE}:{port}/{self._token}/"

    def open(self) -> None:
        """Answer until interrupted or ended; the screens that are open then end too."""
        logging.getLogger("textual-serve").addHandler(logging.NullHandler())  # a screen that fails says more itself
        web.run_app(self._make_app(), sock=self._socket, shutdown_timeout=2 * _PATIENCE, access_log=None, print=None)

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: stdout is for data, and the address was told."""

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page, with nothing in it from elsewhere."""
        page = Template(files(__package__).joinpath("web.html").read_text(encoding="utf-8"))
        base = f"/{self._token}"
        words = {"title": self.title, "base": base, "socket": f"ws://{request.host}{base}/ws"}
        shown = page.substitute({name: html.escape(word) for name, word in words.items()}, focus=_FOCUS)
        return web.Response(text=shown, content_type="text/html")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Open a screen for a page, and end it with the page."""
        line = web.WebSocketResponse(heartbeat=15)
        await line.prepare(request)
        screen = _Screen(self.command, line, self.download_manager)
        self._lines.add(line)
        try:
            await screen.start(to_int(request.query.get("width", ""), 80), to_int(request.query.get("height", ""), 24))
            await self._process_messages(line, screen)
        finally:
            await screen.stop()
            self._lines.discard(line)
        return line

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002 - Server's signature
        """Close every page's line, and so end every screen."""
        await asyncio.gather(*(line.close(code=WSCloseCode.GOING_AWAY) for line in self._lines))

    async def _make_app(self) -> web.Application:
        """All that textual-serve answers, under the token and behind the guard."""
        app = web.Application(middlewares=[self._guard])
        app.on_response_prepare.append(_seal)
        app.add_subapp(f"/{self._token}", await super()._make_app())
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if refusal := self._refusal(request):
            return web.Response(text=f"reconcile: {refusal}\n", status=403)
        return await handler(request)

    def _refusal(self, request: web.Request) -> str:
        """Why a request is not answered; nothing where it is."""
        origin = request.headers.get("Origin")
        if request.host not in self._hosts:
            return "this server answers to the name of its own machine only"
        if origin != f"http://{request.host}" and (origin is not None or "Upgrade" in request.headers):
            return "a page of another server asked for this"
        token = request.path.split("/")[1]
        if not secrets.compare_digest(token.encode("utf-8", "replace"), self._token.encode()):
            return "open the whole address that `reconcile review --web` told"
        return ""


async def _seal(request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_SEALS)
    response.headers["Content-Security-Policy"] = _POLICY % request.host
