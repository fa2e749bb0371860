"""The plain line that is left on the terminal: the score, and how to go on."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.start import Start
from quizapp.wording import figure

if TYPE_CHECKING:
    from quizapp.session.sitting import Sitting


def farewell(sitting: Sitting, start: Start) -> str:
    """One line: the score in figures and words, and the command that resumes the session."""
    from quizapp.session.score import in_words

    score = sitting.score()
    exam = sitting.session.mode == "exam" and not sitting.session.finished
    if exam:
        said = f"{score.answered} of {score.planned} answered, not handed in yet"
    elif not score.answered and not score.skipped:
        said = "Nothing answered yet"
    else:
        points = f"{figure(score.points)} of {figure(score.out_of)}"
        said = f"Score: {points} ({figure(score.percent)} %): {in_words(score)}"
    if sitting.session.finished:
        return f"{said}."
    if not sitting.kept:
        return f"{said}. Nothing was kept of this session."
    return f"{said}. To go on: {resume_command(sitting, start)}"


def resume_command(sitting: Sitting, start: Start) -> str:
    """What to type to go on with the session."""
    words = ["quizapp", "study", sitting.bank.id, "--resume", sitting.id]
    if start.data != _usual_folder():
        words += ["--data", str(start.data)]
    if start.learner:
        words += ["--learner", start.learner]
    return shlex.join(words)


def _usual_folder() -> Path:
    from quizapp.settings import data_folder

    return data_folder(None)
