"""Who is let in, who is refused, and what a browser cannot reach."""

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

import aiohttp
import pytest
from cli.program import quizapp
from web.conftest import Served

from quizapp.app.attached_copy import attach
from quizapp.app.launch import Launch
from quizapp.app.workspace import Workspace
from quizapp.cli.commands.serve import store_of
from quizapp.planning.request import SessionRequest
from quizapp.web.server import Serving, allowed_host, is_loopback

Serve = Callable[..., Served]


async def status(client: aiohttp.ClientSession, address: str, **headers: str) -> int:
    async with client.get(address, headers=headers, allow_redirects=False) as response:
        return int(response.status)


def session() -> aiohttp.ClientSession:
    """A browser's side, with cookies for addresses that are numbers."""
    return aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))


async def test_a_token_lets_one_visitor_in_and_is_spent(serve: Serve) -> None:
    served = serve()
    (address,) = served.addresses
    async with session() as first, session() as second:
        assert await status(first, served.origin) == HTTPStatus.FORBIDDEN
        assert await status(first, f"{served.origin}/?token=x") == HTTPStatus.FORBIDDEN
        assert await status(first, address) == HTTPStatus.SEE_OTHER
        assert await status(first, f"{served.origin}/") == HTTPStatus.OK
        assert await status(first, address) == HTTPStatus.SEE_OTHER
        assert await status(second, address) == HTTPStatus.FORBIDDEN
        async with first.get(f"{served.origin}/") as response:
            text = await response.text()
            assert "token" not in text
            assert "googleapis" not in text
            assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert served.stop() == 0


async def test_another_origin_or_name_is_refused(serve: Serve) -> None:
    served = serve()
    (address,) = served.addresses
    port = served.origin.rpartition(":")[2]
    async with session() as client:
        assert await status(client, address, Host=f"evil.example:{port}") == HTTPStatus.FORBIDDEN
        assert await status(client, address, Origin="http://evil.example") == HTTPStatus.FORBIDDEN
        assert await status(client, address) == HTTPStatus.SEE_OTHER
        for headers in ({"Origin": "http://evil.example"}, {"Origin": "null"}, {}):
            with pytest.raises(aiohttp.WSServerHandshakeError):
                await client.ws_connect(f"{served.origin}/ws", headers=headers)
    async with session() as stranger:
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await stranger.ws_connect(f"{served.origin}/ws", headers={"Origin": served.origin})


@pytest.mark.slow
async def test_what_no_browser_says_is_passed_over_and_the_program_runs_on(
    serve: Serve, bank: Path
) -> None:
    served = serve(str(bank))
    async with session() as client:
        await status(client, served.addresses[0])
        origin = {"Origin": served.origin}
        async with client.ws_connect(f"{served.origin}/ws?width=x&height=-3", headers=origin) as ws:
            for said in ("nonsense", "[]", "{}", "3", '["stdin"]', '["stdin", 3]', '["resize", {}]',
                         '["resize", {"width": "9e9", "height": null}]', '["quit"]',
                         "[" * 10_000):  # fmt: skip
                await ws.send_str(said)
            await ws.send_bytes(b"\x00")
            await ws.send_json(["ping", 7])
            seen = b""
            async with asyncio.timeout(60):
                while b'["pong", 7]' not in seen or b"tea" not in seen:
                    message = await ws.receive()
                    data = message.data
                    assert isinstance(data, str | bytes), message
                    seen += data.encode() if isinstance(data, str) else data
    assert served.stop() == 0


@pytest.mark.parametrize(
    ("host", "named", "allowed"),
    [
        ("127.0.0.1", "127.0.0.1:8000", True),
        ("127.0.0.1", "localhost:8000", True),
        ("127.0.0.1", "[::1]:8000", True),
        ("127.0.0.1", "127.0.0.1:8001", False),
        ("127.0.0.1", "127.0.0.1", False),
        ("127.0.0.1", "evil.example:8000", False),
        ("127.0.0.1", "127.0.0.1.evil.example:8000", False),
        ("127.0.0.1", "192.168.1.5:8000", False),
        ("0.0.0.0", "192.168.1.5:8000", True),
        ("0.0.0.0", "evil.example:8000", False),
        ("teacher.local", "teacher.local:8000", True),
        ("127.0.0.1", "[::1:8000", False),
        ("127.0.0.1", "", False),
    ],
)
def test_by_which_names_it_answers(host: str, named: str, allowed: bool) -> None:
    assert allowed_host(named, Serving(("x",), host, 8000, 1), 8000) is allowed


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("x", False)],
)
def test_which_addresses_only_this_machine_reaches(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone


@pytest.mark.parametrize(
    ("words", "status", "why"),
    [
        (("--host", "0.0.0.0"), 2, "say --open-to-network"),
        (("--visitors", "51"), 2, "At most 50 visitors"),
        (("--port", "65536"), 2, "a port up to 65535"),
        (("no-such-bank",), 2, "There is no bank"),
        (("--host", "203.0.113.1", "--open-to-network"), 1, "choose another with --port"),
    ],
)
def test_what_is_not_served_is_said(
    words: tuple[str, ...], status: int, why: str, tmp_path: Path
) -> None:
    done = quizapp(tmp_path / "data", "serve", *words)
    assert (done.status, why in done.err) == (status, True), done.err


def test_each_learner_served_has_a_store_of_their_own(tmp_path: Path) -> None:
    stores = {store_of(tmp_path, name) for name in ("ada", "Ada", "", "..", "../ada", "a/b", "a.b")}
    assert len(stores) == 7
    assert all(store.parent == tmp_path / "learners" for store in stores)


def test_files_are_out_of_reach_of_a_visitor(tmp_path: Path) -> None:
    bank = tmp_path / "tea.toml"
    copy = tmp_path / "copy.txt"
    copy.write_text("words")
    for served, said in ((True, "out of reach"), (False, "")):
        start = Launch(tmp_path, None, SessionRequest(), "ada", served=served)
        told = attach(Workspace(start), bank, str(copy))
        assert ("out of reach" in " ".join(told.lines)) is bool(said)
