"""What items, progress and a regrade's listing cost on a long history, against reading it once.

    python tests/bench/items.py [RESPONSES [LEARNERS]]

Makes a store of a million responses of 40 learners (try 1, too) to a bank of 10,000 questions (a
hundredth as many as responses), and prints each time and its ratio to plainly reading it all.
Items and progress must take at most 2 s.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.bank.model import Bank
from quizapp.kinds.text import Text
from quizapp.report.items import analysis
from quizapp.report.progress import progress
from quizapp.store.history import pairs
from quizapp.store.sqlite import Store, open_store

A_SESSION = 20
SESSION = """INSERT INTO session
SELECT value, printf('s%d', value), printf('l%d', value % :learners),
  'big', 'Big', '', 'd', 'learn', '1', '[]', 20, 20.0, '{}', 0, '0',
  strftime('%Y-%m-%dT%H:%M:%S', 1700000000 + 60 * value, 'unixepoch') || '.000000Z', 0,
  '2024-01-01' FROM json_each(:keys)"""
RESPONSE = """INSERT INTO response (id, session, step, question, response, outcome, score, verdict,
  grader, digest, bank_digest, weight, section, objective, seconds, hinted, again, at, utc_offset,
  day)
VALUES (?, ?, ?, ?, ?, ?, ?, '{"outcome":"correct","score":1.0}', 1, 'q', 'b', 1.0, 'A', '[]', 5.0,
  0, 0, ?, 0, '2024-01-01')"""


def main(responses: int, learners: int) -> int:
    """Print the figures; 1 if one is over its limit."""
    import json

    questions = tuple(
        Text(id=f"q{at}", prompt=f"{at}?", answers=(f"a{at}",))
        for at in range(max(responses // 100, 10))
    )
    bank = Bank("big", "Big", Path("big.toml"), "b", questions)
    with TemporaryDirectory() as folder, open_store(Path(folder) / "scores.db") as store:
        connection = store._connection
        connection.execute("BEGIN")
        keys = json.dumps(list(range(1, responses // A_SESSION + 1)))
        connection.execute(SESSION, {"learners": learners, "keys": keys})
        connection.executemany(RESPONSE, rows(responses, len(questions)))
        connection.execute("COMMIT")
        floor = taken(lambda: plain(store))
        print(f"reading all responses {floor:6.2f} s")
        late = False
        for name, limit, doing in (
            ("items", 2.0, lambda: analysis(bank, store)),
            ("progress", 2.0, lambda: progress(bank, store, "l0")),
            ("distinct to regrade", 0.0, lambda: pairs(store, "big", "new", 1, None)),
        ):
            seconds = taken(doing)
            told = f"(must be at most {limit:g} s)" if limit else ""
            print(f"{name:<21} {seconds:6.2f} s   ratio {seconds / floor:5.2f}   {told}")
            late = late or bool(limit and seconds > limit)
    return int(late)


def rows(responses: int, questions: int) -> list[tuple[object, ...]]:
    """Responses of every learner to every question in turn, a third of them wrong."""
    return [
        (
            f"r{at}",
            at // A_SESSION + 1,
            at % A_SESSION + 1,
            f"q{at * 7 % questions}",
            f"answer {at % 10}",
            "wrong" if at % 3 == 0 else "correct",
            float(at % 3 != 0),
            "2024-01-01T00:00:00.000000Z",
        )
        for at in range(responses)
    ]


def plain(store: Store) -> int:
    """The floor: three columns of every response."""
    return len(store.read("SELECT question, response, score FROM response", {}))


def taken(doing: Callable[[], object]) -> float:
    """The seconds it takes."""
    start = time.perf_counter()
    doing()
    return time.perf_counter() - start


if __name__ == "__main__":
    sizes = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*sizes, *(1_000_000, 40)[len(sizes) :]))
