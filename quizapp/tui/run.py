"""Running the program on a full screen, and what it leaves behind."""

from __future__ import annotations

import os
import sys

from quizapp.ends import BELOW
from quizapp.start import Start
from quizapp.tui.app import QuizApp


def run(start: Start) -> int:
    """Study on a full screen until the learner leaves; gives the exit status.

    0, 3 where the last exam was below its pass mark, or 128 and the signal's number. Afterwards a
    plain line says the score, and how to go on.
    """
    app = QuizApp(start)
    app.run()
    app.desk.close()
    status = 128 + app.ended_by if app.ended_by else (app.return_code or 0)
    if app.below and not status:
        status = BELOW
    if app.last_words:
        try:
            print(app.last_words, flush=True)
        except OSError:
            # The terminal has gone: there is nobody to tell.
            sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    return status
