"""What planning costs: a bank of 10,000 questions with a history of 1,000,000 responses.

    python tests/bench/schedule.py [FOLDER] [RESPONSES]

Makes the history in FOLDER (default: a temporary one), lets the cards be made from it once, and
times what a learner waits for after that, in the least of several rounds: a plan (at most 50 ms),
the same after a session of 20 responses, and what home asks of the cards, beside an empty store.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.bank.model import Bank, Passage
from quizapp.grading.key import Context
from quizapp.grading.verdict import Verdict
from quizapp.kinds.base import Question, Support
from quizapp.session.memory import due_counts
from quizapp.session.sitting import begin
from quizapp.session.wish import Wish
from quizapp.store.sqlite import Store, open_store

QUESTIONS = 10_000
PLAN_LIMIT = 50.0
TODAY = datetime(2026, 1, 1, 9, tzinfo=UTC)


class Said(Question, frozen=True, kw_only=True, tag="said"):
    """A question whose every response is right."""

    def grade(self, context: Context, response: str) -> Verdict:
        del context, response
        return Verdict("correct", 1.0)


def main(folder: Path, responses: int) -> int:
    """Print the figures; 1 if one is over its limit."""
    questions = bank()
    with open_store(folder / "empty.sqlite3") as empty, open_store(folder / "full.sqlite3") as full:
        fill(full, responses)
        start = time.perf_counter()
        begin(questions, full, Wish(), "ada", lambda: TODAY)
        print(f"cards made anew, once    {time.perf_counter() - start:8.1f} s")
        plan = least(lambda: begin(questions, full, Wish(), "ada", lambda: TODAY))
        bare = least(lambda: begin(questions, empty, Wish(), "ada", lambda: TODAY))
        sitting = begin(questions, full, Wish(count=20), "ada", lambda: TODAY)
        while sitting.turn is not None:
            sitting.answer("yes", 1.0)
        after = least(lambda: begin(questions, full, Wish(count=20), "ada", lambda: TODAY), 1)
        home = least(lambda: due_counts(full, "ada", lambda: TODAY))
        home_bare = least(lambda: due_counts(empty, "ada", lambda: TODAY))
    print(f"a plan, empty store      {bare:8.1f} ms")
    print(f"a plan                   {plan:8.1f} ms   (must be at most {PLAN_LIMIT:.0f})")
    print(f"a plan after 20 answers  {after:8.1f} ms")
    print(f"what is due, empty store {home_bare:8.1f} ms")
    print(f"what is due, for home    {home:8.1f} ms")
    return int(plan > PLAN_LIMIT)


def least(doing: Callable[[], object], rounds: int = 7) -> float:
    """The least milliseconds that it took."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        doing()
        taken.append(1000 * (time.perf_counter() - start))
    return min(taken)


def bank() -> Bank:
    """Ten thousand questions on a thousand paragraphs, two an objective."""
    passages = tuple(Passage(id=f"p{n}", section=f"S{n // 50}", digest="…") for n in range(1000))
    asked = tuple(
        Said(
            id=f"q{n}",
            prompt=f"{n}?",
            support=(Support(passage=f"p{n // 10}"),),
            objective=(f"o{n // 2}",),
        )
        for n in range(QUESTIONS)
    )
    return Bank("large", "Large", Path("large"), "sha256:large", asked, passages)


def fill(store: Store, responses: int) -> None:
    """Sessions of a hundred responses each, over the two years before today."""
    connection = store._connection
    connection.execute("BEGIN")
    sessions = responses // 100
    for session in range(sessions):
        moment = TODAY - timedelta(days=730 - 729 * session / sessions)
        at, day = moment.strftime("%Y-%m-%dT%H:%M:%S.000000Z"), moment.date().isoformat()
        connection.execute(
            """INSERT INTO session VALUES (?, ?, 'ada', 'large', 'Large', '', '', 'learn', '1',
            '[]', 0, 0, '{}', 0, '0', ?, 0, ?)""",
            (session + 1, f"s{session}", at, day),
        )
        connection.executemany(
            """INSERT INTO response VALUES (NULL, ?, ?, ?, ?, 'yes', ?, ?, '{}', 1, '', '', 1.0,
            'S', '[]', 5.0, 0, 0, NULL, ?, 0, ?)""",
            (
                (
                    f"{session}-{step}",
                    session + 1,
                    step,
                    f"q{(session * 100 + step * 7919) % (QUESTIONS - 500)}",
                    "correct" if step % 8 else "wrong",
                    float(bool(step % 8)),
                    at,
                    day,
                )
                for step in range(100)
            ),
        )
    connection.execute("COMMIT")


if __name__ == "__main__":
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    if chosen is not None:
        sys.exit(main(chosen, number))
    with TemporaryDirectory() as made:
        sys.exit(main(Path(made), number))
