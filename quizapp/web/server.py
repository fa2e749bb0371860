"""The server: lets in who has a token, and runs the screens for each visitor.

A browser comes with a token in the address, which is good for one visitor and is exchanged for a
cookie. Whoever has none, comes from another origin, or asks by another name than the server's own
is refused. Each visitor has one program running; a reload ends the one before.
"""

from __future__ import annotations

import asyncio
import shlex
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from secrets import compare_digest, token_urlsafe
from string import Template
from typing import NamedTuple
from urllib.parse import urlsplit

import textual_serve
from aiohttp import WSMessage, WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

COOKIE = "quizapp"
MOST_BYTES = 4 << 20
"""Of one message from a browser, so many bytes are taken: more than any answer may have."""
GRACE = 10.0
"""Seconds in which a program that is asked to end may do so."""
STATIC = Path(textual_serve.__file__).with_name("static")
PAGE, FOCUS = (Path(__file__).with_name(name) for name in ("page.html", "focus.js"))
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        "font-src 'self' data:; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; "
        "base-uri 'none'; form-action 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Serving(NamedTuple):
    """What is served: the `command` that runs for each of at most so many `visitors`, at this
    `host` and `port` (0 for any that is free)."""

    command: tuple[str, ...]
    host: str
    port: int
    visitors: int


class VisitorProgram(AppService):
    """The program of one visitor, started without a shell."""

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        process = await asyncio.create_subprocess_exec(
            *shlex.split(self.command),
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width=width, height=height),
        )
        self._process, self._stdin = process, process.stdin
        return process

    async def end(self) -> None:
        """End it, and wait until it has: what was answered is kept before it was shown."""
        process = self._process
        if process is None:
            return
        try:
            async with asyncio.timeout(GRACE):
                await self.stop()
                await process.wait()
        except (TimeoutError, ConnectionError):
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


class Visitor:
    """One who came in: the program that runs for them, and whose turn it is to start another."""

    def __init__(self) -> None:
        self.program: VisitorProgram | None = None
        self.turn = asyncio.Lock()


class Visitors:
    """Who may come in, and who did, by their cookies."""

    def __init__(self, serving: Serving) -> None:
        self.serving = serving
        self.tokens = [token_urlsafe(24) for _ in range(serving.visitors)]
        self.inside: dict[str, Visitor] = {}
        self.sockets: set[web.WebSocketResponse] = set()
        self.downloads = DownloadManager()

    def let_in(self, token: str) -> str | None:
        """A cookie for a token that nobody has used; None for any other."""
        for mine in self.tokens:
            if compare_digest(mine.encode(), token.encode("utf-8", "replace")):
                self.tokens.remove(mine)
                cookie = token_urlsafe(24)
                self.inside[cookie] = Visitor()
                return cookie
        return None

    def known(self, request: web.Request) -> Visitor | None:
        """The visitor whose cookie comes with the request."""
        return self.inside.get(request.cookies.get(COOKIE, ""))


def allowed_host(named: str, serving: Serving, port: int) -> bool:
    """Whether a request may call the server so: by the name it has, never by one that another site
    made to point here."""
    with suppress(ValueError):
        parts = urlsplit(f"//{named}")
        host = parts.hostname or ""
        if (parts.port or 80) != port:
            return False
        if host in ("localhost", serving.host):
            return True
        address = ip_address(host)
        return address.is_loopback or not is_loopback(serving.host)
    return False


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def application(visitors: Visitors, port: Callable[[], int]) -> web.Application:
    """The web application; `port` gives the port that it listens on."""

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        same = origin in (None, f"http://{request.host}")
        if not allowed_host(request.host, visitors.serving, port()) or not same:
            return web.Response(status=403, text="Refused: this comes from somewhere else.\n")
        response: web.StreamResponse = await handler(request)
        if not response.prepared:
            response.headers.update(HEADERS)
        return response

    async def index(request: web.Request) -> web.StreamResponse:
        if token := request.query.get("token"):
            cookie = visitors.let_in(token)
            moved = web.Response(status=303, headers={"Location": "/"})
            if cookie is not None:
                moved.set_cookie(COOKIE, cookie, httponly=True, samesite="Strict", path="/")
            if cookie is not None or visitors.known(request) is not None:
                return moved
        if visitors.known(request) is None:
            said = "Refused: open an address that `quizapp serve` printed; each lets one in.\n"
            return web.Response(status=403, text=said)
        page = Template(PAGE.read_text(encoding="utf-8"))
        text = page.substitute(websocket=f"ws://{request.host}/ws")
        return web.Response(text=text, content_type="text/html")

    async def focus(_request: web.Request) -> web.StreamResponse:
        return web.Response(text=FOCUS.read_text(), content_type="text/javascript")

    async def socket(request: web.Request) -> web.StreamResponse:
        visitor = visitors.known(request)
        if visitor is None or request.headers.get("Origin") is None:
            return web.Response(status=403, text="Refused.\n")
        return await _talk(visitors, visitor, request)

    app = web.Application(middlewares=[guarded])
    app.add_routes(
        [
            web.get("/", index),
            web.get("/focus.js", focus),
            web.get("/ws", socket),
            web.static("/static", STATIC),
        ]
    )
    return app


async def _talk(visitors: Visitors, visitor: Visitor, request: web.Request) -> web.StreamResponse:
    """Run the program for the visitor until the page is left, or the program is."""
    browser = web.WebSocketResponse(heartbeat=15, max_msg_size=MOST_BYTES)
    await browser.prepare(request)
    async with visitor.turn:
        if visitor.program is not None:
            await visitor.program.end()
        program = VisitorProgram(
            shlex.join(visitors.serving.command),
            write_bytes=browser.send_bytes,
            write_str=browser.send_str,
            close=browser.close,
            download_manager=visitors.downloads,
        )
        visitor.program = program
        visitors.sockets.add(browser)
        query = request.query
        await program.start(_cells(query.get("width"), 80), _cells(query.get("height"), 24))
    try:
        async for message in browser:
            if message.type == WSMsgType.TEXT:
                await _heard(message, program, browser)
    finally:
        visitors.sockets.discard(browser)
        await program.end()
        await browser.close()
    return browser


def _cells(value: object, usual: int) -> int:
    """A width or height that a terminal may have."""
    text = str(value)
    return min(max(int(text), 1), 1000) if text.isascii() and text.isdecimal() else usual


async def _heard(
    message: WSMessage, program: VisitorProgram, browser: web.WebSocketResponse
) -> None:
    """Do what a browser says; what it cannot say is passed over."""
    try:
        kind, *rest = message.json()
        said = rest[0] if rest else None
        if kind == "stdin" and isinstance(said, str):
            await program.send_bytes(said.encode("utf-8", "replace"))
        elif kind == "resize" and isinstance(said, dict):
            width, height = _cells(said.get("width"), 80), _cells(said.get("height"), 24)
            await program.set_terminal_size(width, height)
        elif kind == "ping":
            await browser.send_json(["pong", said])
        elif kind in ("blur", "focus"):
            await (program.blur() if kind == "blur" else program.focus())
    except (ValueError, TypeError, RecursionError):
        return


async def serve(serving: Serving, tell: Callable[[str], object]) -> None:
    """Serve until SIGINT or SIGTERM; `tell` is given the address for each visitor, a line each.

    Raises OSError where the address cannot be had.
    """
    visitors = Visitors(serving)
    port = serving.port
    runner = web.AppRunner(
        application(visitors, lambda: port), access_log=None, shutdown_timeout=GRACE
    )
    await runner.setup()
    try:
        site = web.TCPSite(runner, serving.host, serving.port)
        await site.start()
        port = runner.addresses[0][1]
        shown = f"[{serving.host}]" if ":" in serving.host else serving.host
        for token in list(visitors.tokens):
            tell(f"http://{shown}:{port}/?token={token}")
        await _asked_to_end()
        for browser in list(visitors.sockets):
            await browser.close()
        for visitor in list(visitors.inside.values()):
            if visitor.program is not None:
                await visitor.program.end()
    finally:
        await runner.cleanup()


async def _asked_to_end() -> None:
    over = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        if sys.platform != "win32":
            loop.add_signal_handler(number, over.set)
    await over.wait()
