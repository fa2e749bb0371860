"""Questions that learners have flagged for the instructor. Raises StoreError."""

from typing import NamedTuple

from quizapp.store.sqlite import Store

_FLAGS = """
WITH back AS MATERIALIZED (
  SELECT s.bank, s.learner, e.question, max(e.at) AS at
  FROM event e JOIN session s ON s.key = e.session
  WHERE e.event = 'unflag' GROUP BY s.bank, s.learner, e.question)
SELECT s.bank, e.question, s.learner, e.why, e.at FROM event e JOIN session s ON s.key = e.session
WHERE e.event = 'flag' AND (:bank IS NULL OR s.bank = :bank)
  AND (:learner IS NULL OR s.learner = :learner)
  AND (:question IS NULL OR e.question = :question)
  AND NOT EXISTS (SELECT 1 FROM back b WHERE b.bank = s.bank AND b.learner = s.learner
    AND b.question = e.question AND b.at >= e.at)
ORDER BY s.bank, e.question, e.at"""


class Flag(NamedTuple):
    """A question as its `learner` flagged it, `why` in a few words ("" for none), at a time in
    UTC; by its name then."""

    bank: str
    question: str
    learner: str
    why: str
    at: str


def flags(
    store: Store, bank: str | None = None, learner: str | None = None, question: str | None = None
) -> list[Flag]:
    """The flags on a bank or a question, or by a learner, if named, without those that were taken
    back; those on one question together, the latest last."""
    named = {"bank": bank, "learner": learner, "question": question}
    return [Flag._make(row) for row in store.read(_FLAGS, named)]
