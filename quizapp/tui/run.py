"""Running the program on a full screen, and what it leaves behind."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from quizapp.app.launch import Launch
from quizapp.tui.app import ENDINGS, QuizApp


def run(start: Launch) -> int:
    """Study on a full screen until the learner leaves; gives the exit status.

    0, 3 where the last exam was below its pass mark, or 128 and the signal's number. Afterwards a
    plain line says the score, and how to go on. A fault on the screen is raised after that.
    """
    app = QuizApp(start)
    try:
        with _ends_once_shown(app):
            app.run()
    finally:
        app.workspace.close()
    if app.last_words:
        try:
            print(app.last_words, flush=True)
        except OSError:
            # The terminal has gone: there is nobody to tell.
            sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    if app.fault is not None:
        raise app.fault
    status = 128 + app.ended_by if app.ended_by else (app.return_code or 0)
    if app.below and not status:
        from quizapp.app.session_end import BELOW

        return BELOW
    return status


@contextmanager
def _ends_once_shown(app: QuizApp) -> Iterator[None]:
    """Until the screen is there, a signal only notes that it is to be left at once."""

    def note(number: int, _frame: object) -> None:
        app.ended_by = number

    before = {}
    for number in ENDINGS:
        # Only the main thread can hear signals; elsewhere the default stands.
        with suppress(ValueError):
            before[number] = signal.signal(number, note)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
