"""A headless Chromium, driven through its developer tools: pages, keys, and what they are sent."""

import asyncio
import itertools
import os
import shutil
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
WAIT = 60.0
"""So many seconds to wait for what must come, on a slow machine."""
LISTEN = """
window.__seen = "";
const Usual = window.WebSocket;
window.WebSocket = class extends Usual {
  constructor(...all) {
    super(...all);
    this.addEventListener("message", async (event) => {
      const data = event.data instanceof Blob ? await event.data.text()
        : typeof event.data === "string" ? event.data : new TextDecoder().decode(event.data);
      window.__seen += data;
    });
  }
};
"""
"""Has a page keep what its sockets were sent, before any script of its own runs."""
CURSOR = r"\x1b\[[0-9;?]*[A-Za-z]"


def program() -> str | None:
    """The browser that is installed here, if any."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Browser:
    """A browser that runs, by the socket of its developer tools."""

    def __init__(self, tools: Any) -> None:
        self._tools = tools
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for message in self._tools:
            said = message.json()
            waiting = self._waiting.pop(said.get("id", 0), None)
            if waiting is not None and not waiting.done():
                waiting.set_result(said)

    def end(self) -> None:
        """Listen no more."""
        self._reading.cancel()

    async def ask(self, method: str, session: str | None = None, **more: Any) -> Any:
        """What a command of the developer tools gives."""
        number = next(self._numbers)
        self._waiting[number] = asyncio.get_running_loop().create_future()
        about = {"sessionId": session} if session else {}
        await self._tools.send_json({"id": number, "method": method, "params": more, **about})
        said = await asyncio.wait_for(self._waiting[number], WAIT)
        assert "error" not in said, (method, said)
        return said["result"]

    async def visit(self, address: str) -> "Page":
        """A page with cookies of its own, at this address."""
        context = (await self.ask("Target.createBrowserContext"))["browserContextId"]
        target = await self.ask(
            "Target.createTarget",
            url="about:blank",
            browserContextId=context,
            width=1000,
            height=700,
        )
        attached = await self.ask(
            "Target.attachToTarget", targetId=target["targetId"], flatten=True
        )
        page = Page(self, attached["sessionId"])
        await page.ask("Page.enable")
        await page.ask("Emulation.setFocusEmulationEnabled", enabled=True)
        await page.ask("Page.addScriptToEvaluateOnNewDocument", source=LISTEN)
        await page.ask("Page.navigate", url=address)
        return page


class Page:
    """A page of the browser."""

    def __init__(self, browser: Browser, session: str) -> None:
        self._browser = browser
        self._session = session

    async def ask(self, method: str, **more: Any) -> Any:
        """What a command of the developer tools gives for this page."""
        return await self._browser.ask(method, self._session, **more)

    async def value(self, script: str) -> Any:
        """The value of a script in the page."""
        done = await self.ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        return done["result"].get("value")

    async def seen(self) -> str:
        """The words that the page was sent since they were last forgotten, without their looks."""
        script = f'(window.__seen || "").replace(/{CURSOR}/g, " ").replace(/\\s+/g, " ")'
        return str(await self.value(script))

    async def until(self, words: str) -> None:
        """Wait until the page was sent these words."""
        async with asyncio.timeout(WAIT):
            while words not in await self.seen():
                await asyncio.sleep(0.05)

    async def forget(self) -> None:
        """Forget what was sent so far."""
        await self.value('window.__seen = ""')

    async def type(self, words: str) -> None:
        """Type the words, a key for each letter."""
        for letter in words:
            await self.key(letter, letter)

    async def key(self, name: str, text: str = "") -> None:
        """Press a key and let it go."""
        codes = {"Enter": 13, "Escape": 27, "F9": 120}
        about = {"key": name, "windowsVirtualKeyCode": codes.get(name, 0)}
        typed = {"text": text} if text else {}
        down = "keyDown" if text else "rawKeyDown"
        await self.ask("Input.dispatchKeyEvent", type=down, **about, **typed)
        await self.ask("Input.dispatchKeyEvent", type="keyUp", **about)

    async def enter(self) -> None:
        """Press Enter."""
        await self.key("Enter", "\r")

    async def screenshot(self, path: Path) -> None:
        """Keep a picture of the page, for somebody to look at."""
        from base64 import b64decode

        found = await self.ask("Page.captureScreenshot")
        path.write_bytes(b64decode(found["data"]))


@asynccontextmanager
async def running() -> AsyncIterator[Browser]:
    """A browser, until it is left."""
    name = program()
    assert name is not None
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        process = await asyncio.create_subprocess_exec(
            name, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0",
            f"--user-data-dir={folder}", "about:blank",
            stderr=asyncio.subprocess.PIPE, start_new_session=True,
        )  # fmt: skip
        assert process.stderr is not None
        address = ""
        async with asyncio.timeout(WAIT):
            while "listening on ws://" not in address:
                address = (await process.stderr.readline()).decode()
                assert address, f"{name} ended before it listened"
        talking = asyncio.create_task(process.stderr.read())
        try:
            async with (
                aiohttp.ClientSession() as client,
                client.ws_connect(address.split()[-1], max_msg_size=0) as tools,
            ):
                browser = Browser(tools)
                yield browser
                browser.end()
                await tools.close()
        finally:
            # The name may be that of a script, which starts the browser itself.
            os.killpg(process.pid, signal.SIGKILL)
            talking.cancel()
            await process.wait()
