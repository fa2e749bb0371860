"""What planning costs: a bank of 10,000 questions with a history of 1,000,000 responses.

    python tests/bench/schedule.py

Times what a learner waits for, in the least of several rounds: a plan (at most 50 ms), the same
right after a session of 20 responses, and what home asks of the cards. The ratio is to the same on
an empty store. Once, the cards are made anew from the whole of the learner's history.
"""

import functools
import shutil
import sys
import time
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import history

from quizapp.planning.cards import due_counts
from quizapp.planning.request import SessionRequest
from quizapp.session.begin import begin
from quizapp.session.run import SessionRun
from quizapp.store.sqlite import Store, open_store

LIMIT = 50.0


def main(folder: Path) -> int:
    """Print the figures; 1 if one is over its limit."""
    questions = history.bank()
    shutil.copyfile(history.store(), folder / "full.sqlite3")

    def plan(store: Store, count: int | None = None) -> SessionRun:
        return begin(questions, store, SessionRequest(count=count), history.LEARNER, today)

    with open_store(folder / "empty.sqlite3") as empty, open_store(folder / "full.sqlite3") as full:
        for table in ("card", "card_name", "card_mark"):
            full._connection.execute(f"DROP TABLE IF EXISTS {table}")
        start = time.perf_counter()
        due_counts(full, history.LEARNER, today)
        print(f"cards made anew, once   {time.perf_counter() - start:8.1f} s")
        figures = {
            "a plan": (
                history.least(lambda: plan(empty), 15),
                history.least(lambda: plan(full), 15),
            ),
            "what is due": (
                history.least(lambda: due_counts(empty, history.LEARNER, today)),
                history.least(lambda: due_counts(full, history.LEARNER, today)),
            ),
        }
        after: list[list[float]] = [[], []]
        for _ in range(5):
            for store, taken in zip((empty, full), after, strict=True):
                session = plan(store, 20)
                while session.turn is not None:
                    session.answer(session.question.accepted()[0], 1.0)
                session.finish()
                taken.append(history.least(functools.partial(plan, store, 20), 1))
        figures["a plan after 20 answers"] = (min(after[0]), min(after[1]))
    for name, (bare, whole) in figures.items():
        told = f"(must be at most {LIMIT:.0f} ms)" if "plan" in name else ""
        print(f"{name:<23} {whole:8.1f} ms   ratio to an empty store {whole / bare:6.2f}   {told}")
    return int(max(figures["a plan"][1], figures["a plan after 20 answers"][1]) > LIMIT)


def today() -> datetime:
    """The day that the history was made for."""
    return history.TODAY


if __name__ == "__main__":
    with TemporaryDirectory() as made:
        sys.exit(main(Path(made)))
