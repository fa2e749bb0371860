"""The pictures of the README and the documentation, drawn by the real program.

python tests/pictures.py [FOLDER]

A learner has studied `tides` for a week, and studies it once more. The clock is set, so that the
same program gives the same pictures.
"""

import asyncio
import datetime as dates
import os
import re
import sys
import time
from collections.abc import Callable
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
SIZE = (100, 28)
NAMES = ("home", "question", "verdict", "summary", "progress")
FAR, MISSED = "far-bulge", "newton-year"
ANSWER = "the moon pulls the sea there weaker than the earth, so the watter is left behind"
BEFORE = ((7, 6, 5), (5, 6, 1), (4, 8, 3), (2, 8, 0), (1, 6, 4))
"""Sessions of the week: how many days ago, of how many questions, and every which was missed."""


class SetClock(dates.datetime):
    """The time that was set."""

    moment = dates.datetime(2026, 3, 6, 17, 30, tzinfo=dates.UTC)

    @classmethod
    def now(cls, tz: Any = None) -> Any:
        """The time that was set, as the clock on the wall or in a zone."""
        return cls.moment.astimezone(tz) if tz else cls.moment.replace(tzinfo=None)


def set_clock() -> None:
    """From here on the time stands still, in UTC."""
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):
        time.tzset()
    dates.datetime = SetClock  # type: ignore[misc]


def studied(data: Path) -> None:
    """The sessions of the week before."""
    from quizapp.bank.load import load
    from quizapp.planning.request import SessionRequest
    from quizapp.session.begin import begin
    from quizapp.store import FILE
    from quizapp.store.sqlite import open_store

    bank = load(ROOT / "questions" / "tides").bank
    assert bank is not None
    now = SetClock.moment
    with open_store(data / FILE) as store:
        for ago, count, missed in BEFORE:
            SetClock.moment = now - dates.timedelta(days=ago)
            moment = SetClock.moment
            request = SessionRequest(count=count, seed=ago)
            session = begin(bank, store, request, clock=lambda moment=moment: moment)  # type: ignore[misc]
            while not session.complete:
                assert session.turn is not None
                if missed and session.turn.number % missed == 0 and not session.turn.retry:
                    session.answer("", 25.0)
                else:
                    session.answer(session.question.model_answer(), 25.0)
            session.leave()
    SetClock.moment = now


async def draw(keep: Callable[[str, str], object]) -> None:
    """Draw the pictures; `keep` is given the name and the picture of each."""
    from textual.pilot import Pilot
    from tui.driving import looked, on_page, press, ready

    from quizapp.app.launch import Launch
    from quizapp.app.markdown_pages import without_fonts
    from quizapp.planning.request import SessionRequest
    from quizapp.tui.app import QuizApp
    from quizapp.tui.screens.progress import ProgressScreen

    def keep_shown(name: str, app: QuizApp) -> None:
        drawn = without_fonts(app.export_screenshot(title="quizapp"))
        # Nothing on the picture wants blanks at the end of a line.
        keep(name, re.sub(r"[ \t]+$", "", drawn, flags=re.MULTILINE))

    async def answer(pilot: Pilot[None], words: str) -> None:
        await press(pilot, words)
        await press(pilot, ["enter"], "told")

    with TemporaryDirectory() as folder:
        data = Path(folder)
        studied(data)
        app = QuizApp(Launch(data, None, SessionRequest(), ""))
        async with app.run_test(size=SIZE) as pilot:
            await looked(pilot)
            await press(pilot, ["down"])
            await looked(pilot)
            keep_shown("home", app)
            bank = ROOT / "questions" / "tides"
            app.push_screen(ProgressScreen(bank, "Why the sea moves"))
            await on_page(pilot, "ProgressScreen")
            await looked(pilot)
            keep_shown("progress", app)
        names = (FAR, "moon-sun-stronger", MISSED, "moon-recedes")
        request = SessionRequest(seed=1, questions=names)
        app = QuizApp(Launch(data, ROOT / "questions" / "tides", request, ""))
        async with app.run_test(size=SIZE) as pilot:
            await ready(pilot, "asking")
            while app.screen.session.question.id != FAR:  # type: ignore[attr-defined]
                await press(pilot, ["f3"], "asking")
            await press(pilot, ANSWER[:41])
            keep_shown("question", app)
            await answer(pilot, ANSWER[41:])
            keep_shown("verdict", app)
            await press(pilot, ["enter"])
            while type(app.screen).__name__ == "QuizScreen":
                question = app.screen.session.question  # type: ignore[attr-defined]
                await answer(pilot, "1867" if question.id == MISSED else question.model_answer())
                await press(pilot, ["enter"])
            await on_page(pilot, "SummaryScreen")
            keep_shown("summary", app)


def words_on(picture: str) -> list[str]:
    """What stands on a picture, in words: what is drawn may move, and another Textual draws it
    otherwise."""
    found = re.findall(r"<text[^>]*>(.*?)</text>", picture, re.DOTALL)
    return " ".join(unescape(words).replace("\xa0", " ") for words in found).split()


def main(folder: Path) -> None:
    """Draw all pictures into the folder."""
    sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]
    os.chdir(ROOT)  # The shipped banks are shown as questions/…, and not by where they are here.
    set_clock()
    folder.mkdir(parents=True, exist_ok=True)

    def keep(name: str, picture: str) -> None:
        (folder / f"{name}.svg").write_text(picture + "\n", encoding="utf-8")

    asyncio.run(draw(keep))


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else FOLDER)
