"""Two programs at once on one store: nothing is lost, and what is derived stays right."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from session.samples import bank, word

from quizapp.planning.cards import due_counts, memories_of
from quizapp.report.scores import sessions
from quizapp.store.sqlite import open_store

PROGRAM = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from session.samples import bank, word
from quizapp.report.items import analysis
from quizapp.report.progress import progress
from quizapp.planning.daily_plan import DoneForToday
from quizapp.planning.cards import due_counts
from quizapp.session.begin import begin
from quizapp.planning.request import SessionRequest
from quizapp.store.sqlite import open_store

path, learner = Path(sys.argv[1]), sys.argv[2]
questions = bank(*(word(f"q{n}") for n in range(12)))
with open_store(path) as store:
    for day in range(8):
        clock = lambda: datetime(2024, 5, 1, 12, tzinfo=UTC) + timedelta(days=day)
        try:
            session = begin(questions, store, SessionRequest(count=4), learner, clock)
        except DoneForToday:
            continue
        while session.turn is not None:
            given = session.answer("wrong" if day % 3 == 0 else "right", 1.0)
            if day % 4 == 0:
                session.rule("right")
            print(given.id, flush=True)
        due_counts(store, learner, clock)
        progress(questions, store, learner)
        session.finish()
    analysis(questions, store)
"""


def clock_at(moment: datetime) -> Callable[[], datetime]:
    return lambda: moment


def test_two_programs_study_on_one_store(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(path), learner],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        for learner in ("ada", "ada", "bob")
    ]
    told = [program.communicate(timeout=120)[0].split() for program in programs]
    assert [program.returncode for program in programs] == [0, 0, 0]
    questions = bank(*(word(f"q{n}") for n in range(12)))
    with open_store(path) as store:
        kept = {row.id for each in sessions(store) for row in store.responses(each.id)}
        assert kept == {response for each in told for response in each}
        assert all(each.finished for each in sessions(store))

        def derived() -> list[object]:
            later = datetime(2024, 6, 1, 12, tzinfo=UTC)
            return [
                (
                    memories_of(store, questions, learner, clock_at(later)),
                    [due_counts(store, learner, clock_at(later - timedelta(n))) for n in range(30)],
                )
                for learner in ("ada", "bob")
            ]

        before = derived()
        for table in ("card", "card_name", "card_mark"):
            store._connection.execute(f"DROP TABLE {table}")
        assert derived() == before
