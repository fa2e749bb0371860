"""The learner's own judge on the screen: it is told, keeps nobody waiting, and is overruled."""

import sys
from pathlib import Path
from time import monotonic

import pytest
from textual.pilot import Pilot
from tui.driving import LARGE, press, ready, shown, until

from quizapp.app import judge_trial, settings
from quizapp.app.launch import Launch
from quizapp.planning.request import SessionRequest
from quizapp.tui.app import QuizApp

BANK = """\
format = 1
[bank]
id = "yard"
title = "A yard"
[[question]]
id = "gate"
kind = "text"
prompt = "Why is the gate shut at night?"
answers = ["so that the sheep do not wander on to the road"]
"""
UNSURE = "to keep the flock safe from cars on the road"


def judged_by(data: Path, bank: Path, program: str) -> QuizApp:
    """The program, with a judge that has passed its trial."""
    script = bank.with_name("judge.py")
    script.write_text(f"import time\n{program}\n")
    bank.write_text(BANK)
    command = f"{sys.executable} -S {script}"
    settings.save(data, {"judge": command})
    judge_trial.keep(data, command, "yard", judge_trial.Trial(9, 9, 9, 9, 0))
    return QuizApp(Launch(data, bank, SessionRequest(seed=1), "ada"))


async def answered(pilot: Pilot[None]) -> None:
    """Answer so that the grader is not sure, and do not wait for the judge."""
    await ready(pilot, "asking")
    await press(pilot, UNSURE)
    await pilot.press("enter")


async def test_its_ruling_is_told_and_overruled(data: Path, tmp_path: Path) -> None:
    app = judged_by(data, tmp_path / "yard.toml", 'print(\'{"same": true, "why": "as meant"}\')')
    async with app.run_test(size=LARGE) as pilot:
        await answered(pilot)
        await until(
            pilot, lambda: "Your judge rules that it says the same: as meant." in shown(app)
        )
        assert "your judge says so" in shown(app)
        await press(pilot, "w")
        await until(pilot, lambda: "Counted as wrong" in shown(app))


@pytest.mark.parametrize("ruled", [True, False])
async def test_the_verdict_stands_meanwhile_and_the_learner_need_not_wait(
    data: Path, tmp_path: Path, ruled: bool
) -> None:
    go, gone = tmp_path / "go", tmp_path / "gone"
    slow = (
        f"from pathlib import Path\nwhile not Path({str(go)!r}).exists():\n    time.sleep(0.02)\n"
        f"print('{{\"same\": true}}', flush=True)\nPath({str(gone)!r}).touch()"
    )
    app = judged_by(data, tmp_path / "yard.toml", slow)
    async with app.run_test(size=LARGE) as pilot:
        await answered(pilot)
        await until(pilot, lambda: "Not sure" in shown(app))
        assert "Your judge" not in shown(app)
        if ruled:
            gate = app.screen.gate  # type: ignore[attr-defined]
            await until(pilot, lambda: gate.is_open(monotonic()))
            await pilot.press("n")
            await until(pilot, lambda: "Counted as wrong" in shown(app))
            go.touch()
            await until(pilot, gone.exists)
            await pilot.pause(0.2)
            assert "Your judge" not in shown(app)
        else:
            go.touch()
            await until(pilot, lambda: "Counted as right" in shown(app))
