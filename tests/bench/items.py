"""What items, progress and a regrade cost on a history of 1,000,000 responses.

    python tests/bench/items.py

Each is timed beside plainly reading three columns of every response. Items and progress must take
at most 2 s, but the first time, when first responses are gathered from the whole of the history; a
regrade must grade each distinct pair of question and response once.
"""

import sys
import time
from collections.abc import Callable

import history

from quizapp.bank.model import Bank
from quizapp.grading.key import Context
from quizapp.grading.verdict import Verdict
from quizapp.kinds.text import Text
from quizapp.report.items import Analysis, analysis
from quizapp.report.learner_report import LearnerReport, learner_report
from quizapp.report.progress import progress
from quizapp.report.regrade import changes
from quizapp.store.sqlite import Store, open_store

LIMIT = 2.0
PAIRS = """SELECT count(*) FROM (
  SELECT DISTINCT r.question, r.response FROM response r JOIN session s ON s.key = r.session
  WHERE s.mode <> 'read' AND r.response <> '')"""


class Counting(Text, frozen=True, kw_only=True, tag="counting"):
    """A text question that counts how often it graded."""

    def grade(self, context: Context, response: str) -> Verdict:
        gradings[0] += 1
        return super().grade(context, response)


gradings = [0]


def main() -> int:
    """Print the figures; 1 if one is over its limit."""
    questions, late = history.bank(), False
    with open_store(history.store()) as store:
        floor = least(lambda: plain(store), 3)
        print(f"reading all responses     {floor:6.2f} s")
        for name, limit, rounds, doing in (
            ("items, for the first time", 0.0, 1, lambda: first_items(questions, store)),
            ("items", LIMIT, 3, lambda: analysis(questions, store)),
            ("items after more answers", LIMIT, 3, lambda: items_after(questions, store)),
            ("progress", LIMIT, 3, lambda: progress(questions, store, history.LEARNER)),
            ("all on the progress screen", LIMIT, 3, lambda: whole_report(questions, store)),
            ("what a regrade changes", 0.0, 1, lambda: changes(counted(questions), store)),
        ):
            seconds = least(doing, rounds)
            told = f"(must be at most {limit:g} s)" if limit else ""
            print(f"{name:<26} {seconds:6.2f} s   ratio {seconds / floor:5.2f}   {told}")
            late = late or bool(limit and seconds > limit)
        ((pairs,),) = store.read(PAIRS, {})
    print(f"gradings for each distinct pair {gradings[0] / pairs:6.3f}   (must be at most 1)")
    return int(late or gradings[0] > pairs)


def first_items(bank: Bank, store: Store) -> Analysis:
    """The figures, with nothing gathered yet."""
    for table in ("first_given", "first_mark"):
        store._connection.execute(f"DROP TABLE IF EXISTS {table}")
    return analysis(bank, store)


def items_after(bank: Bank, store: Store) -> Analysis:
    """The figures after the learner with the longest history answered more."""
    gone = "DELETE FROM first_given WHERE learner = ?"
    store._connection.execute(gone, (history.LEARNER,))
    return analysis(bank, store)


def counted(bank: Bank) -> Bank:
    """The bank with other content, of questions that count their gradings."""
    asked = tuple(
        Counting(**{name: getattr(one, name) for name in one.__struct_fields__})
        for one in bank.questions
    )
    return bank._replace(questions=asked, digest="today")


def whole_report(bank: Bank, store: Store) -> LearnerReport:
    """Progress with the schedule, the pairs confused and the questions that have changed."""
    return learner_report(bank, store, history.LEARNER, clock=lambda: history.TODAY)


def plain(store: Store) -> int:
    """The floor: three columns of every response."""
    return len(store.read("SELECT question, response, score FROM response", {}))


def least(doing: Callable[[], object], rounds: int) -> float:
    """The least seconds that it takes."""
    return history.least(doing, rounds) / 1000


if __name__ == "__main__":
    start = time.perf_counter()
    status = main()
    print(f"in all {time.perf_counter() - start:.0f} s")
    sys.exit(status)
