"""What the screens show, as text: kept in tests/tui/snapshots, and compared with by a test.

python tests/snapshots.py [FOLDER [WIDTHxHEIGHT]]

A learner has studied `tides` for a week, and studies it once more. The clock is set. Pictures would
differ from one Textual to the next; what stands on a screen does not.
"""

import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pictures import ANSWER, FAR, MISSED, ROOT, set_clock, studied

FOLDER = ROOT / "tests" / "tui" / "snapshots"
SIZES = ("80x24", "120x40")
AT_HOME: tuple[tuple[str, Sequence[str], str], ...] = (
    ("home", (), "HomeScreen"),
    ("start sheet", ("o",), "SessionOptionsSheet"),
    ("help", ("escape", "f1"), "HelpSheet"),
    ("find", ("escape", "/", *"moon earth"), "FindScreen"),
    ("not yet answered", ("down", "enter"), "QuestionsScreen"),
    ("browse", ("escape", "escape", "v"), "BrowseScreen"),
    ("progress", ("escape", "p"), "ProgressScreen"),
    ("past sessions", ("escape", "s"), "HistoryScreen"),
    ("responses", ("enter",), "ResponsesScreen"),
)
"""Screens that are reached from home: each with the keys that lead on from the one before, and the
class that it is of."""


async def show(folder: Path, size: str) -> None:
    """Write what the screens show at this size."""
    from tui.driving import looked, on_page, press, program, ready, shown, until

    from quizapp.planning.request import SessionRequest

    width, height = map(int, size.split("x"))

    def keep(name: str) -> None:
        path = folder / f"{name.replace(' ', '-')}-{size}.txt"
        path.write_text(shown(app) + "\n", encoding="utf-8")

    with TemporaryDirectory() as data:
        studied(Path(data))
        app = program(Path(data), bank=None)
        async with app.run_test(size=(width, height)) as pilot:
            await looked(pilot)
            await press(pilot, ["down"])
            for name, keys, page in AT_HOME:
                if keys:
                    await press(pilot, keys)
                await on_page(pilot, page)
                await looked(pilot)
                keep(name)
        app.workspace.close()
        request = SessionRequest(seed=1, questions=(FAR, MISSED))
        app = program(Path(data), bank=ROOT / "questions" / "tides", request=request)
        async with app.run_test(size=(width, height)) as pilot:
            await ready(pilot, "asking")
            if app.screen.session.question.id != FAR:  # type: ignore[attr-defined]
                await press(pilot, ["f3"], "asking")
            await press(pilot, ANSWER)
            keep("question")
            await press(pilot, ["enter"], "told")
            keep("verdict")
            while type(app.screen).__name__ == "QuizScreen":
                await press(pilot, ["enter"])
                if type(app.screen).__name__ == "QuizScreen":
                    await press(pilot, "1867")
                    await press(pilot, ["enter"], "told")
            await on_page(pilot, "SummaryScreen")
            await until(pilot, lambda: "Comes back" in shown(app))
            keep("summary")
        app.workspace.close()


def main(folder: Path, sizes: Sequence[str]) -> None:
    """Write all snapshots of these sizes into the folder."""
    sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]
    os.chdir(ROOT)  # The shipped banks are shown as questions/…, and not by where they are here.
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    os.environ.pop("NO_COLOR", None)
    set_clock()
    from quizapp.tui import key_guard

    key_guard.SETTLES = 0.0
    folder.mkdir(parents=True, exist_ok=True)
    for size in sizes:
        asyncio.run(show(folder, size))


if __name__ == "__main__":
    given = sys.argv[1:]
    main(Path(given[0]).absolute() if given else FOLDER, given[1:] or SIZES)
