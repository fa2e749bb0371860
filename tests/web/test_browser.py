"""In real headless Chromium: a session by keyboard, a reload, many visitors, a foreign origin."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.program import quizapp
from web.chromium import Page, program, running
from web.conftest import Served

Serve = Callable[..., Served]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(program() is None, reason="no Chromium here (Debian: apt install chromium)"),
]
ANSWERS = {"made from?": "leaves", "come from?": "China"}


async def asked(page: Page) -> str:
    """The answer to the question that is on the page; waits until there is one."""
    async with asyncio.timeout(60):
        while True:
            seen = await page.seen()
            for words, answer in ANSWERS.items():
                if words in seen:
                    return answer
            await asyncio.sleep(0.05)


async def answer(page: Page, words: str) -> None:
    """Type the words and send them, and wait for the verdict; keys are not taken at once."""
    await asyncio.sleep(0.5)
    await page.type(words)
    await asyncio.sleep(0.5)
    await page.enter()
    await page.until("Correct")


async def test_a_whole_session_by_keyboard_and_a_reload(serve: Serve, bank: Path) -> None:
    served = serve(str(bank), "--learner", "ada", "--data", str(bank.parent / "data"))
    data = served.data / "learners" / "ada"
    async with running() as browser:
        page = await browser.visit(served.addresses[0])
        first = await asked(page)
        await answer(page, first)
        await page.ask("Page.reload")
        second = await asked(page)
        assert second != first
        await answer(page, second)
        await asyncio.sleep(0.5)
        await page.enter()
        await page.until("1 of 1 point")
    assert served.stop() == 0
    found = quizapp(data, "scores", "--format", "json").json["sessions"]
    assert sum(each["score"] for each in found) == 2.0
    assert {each["learner"] for each in found} == {"ada"}
    assert not (served.data / "scores.sqlite3").exists()


async def test_ten_visitors_at_once(serve: Serve, bank: Path) -> None:
    served = serve(str(bank), visitors=10)
    async with running() as browser:
        pages = await asyncio.gather(*map(browser.visit, served.addresses))
        found = await asyncio.gather(*map(asked, pages))
    assert len(found) == 10
    assert served.stop() == 0


async def test_a_page_of_another_origin_gets_nothing(serve: Serve, bank: Path) -> None:
    served = serve(str(bank))
    address = served.origin.replace("http", "ws", 1)
    script = f"""new Promise((done) => {{
      const socket = new WebSocket("{address}/ws");
      socket.onopen = () => done("open"); socket.onerror = () => done("refused");
    }})"""
    async with running() as browser:
        page = await browser.visit(served.addresses[0])
        await asked(page)
        assert await page.value(script) == "open"
        foreign = await browser.visit("data:text/html,<p>elsewhere</p>")
        assert await foreign.value(script) == "refused"
