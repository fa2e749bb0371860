"""What is asked of a store over many sessions at once: responses, each as it counts today.

A response counts that is no retry, not void, and was not given while reading; of several in one
session the first, in an exam the last. `question` is the name it had then. Each function raises
StoreError.
"""

from typing import NamedTuple

from quizapp.store.queries import REGRADED
from quizapp.store.sqlite import Store

_RULED = """LEFT JOIN ruling u ON u.key = (
    SELECT key FROM ruling WHERE response = r.key ORDER BY step DESC LIMIT 1)"""
_SHARE = """CASE u.ruling WHEN 'right' THEN 1.0 WHEN 'wrong' THEN 0.0
    ELSE coalesce(g.score, r.score) END"""
_OUTCOME = """CASE WHEN u.ruling = 'wrong' THEN 'wrong'
    WHEN u.ruling = 'right' AND coalesce(g.outcome, r.outcome) NOT IN ('correct', 'close')
      THEN 'correct'
    ELSE coalesce(g.outcome, r.outcome) END"""
_OVERRULED = """CASE u.ruling WHEN 'right' THEN coalesce(g.score, r.score) < 1
    WHEN 'wrong' THEN coalesce(g.score, r.score) > 0 ELSE 0 END"""

_FIRSTS = f"""
WITH chosen AS MATERIALIZED (
  SELECT key, learner, mode = 'exam' AS exam,
    1000000 * row_number() OVER (ORDER BY at, key) AS place
  FROM session WHERE bank = :bank AND mode <> 'read')
SELECT r.question, c.learner, {_SHARE} * CASE WHEN r.hinted THEN 0.5 ELSE 1.0 END,
  {_OVERRULED}, r.seconds,
  min(c.place + CASE WHEN c.exam THEN 999999 - r.step ELSE r.step END)
FROM chosen c CROSS JOIN response r ON r.session = c.key {REGRADED} {_RULED}
WHERE NOT r.again AND u.ruling IS NOT 'void'
GROUP BY r.question, c.learner"""

_RESPONSES = f"""
WITH chosen AS MATERIALIZED (
  SELECT key, learner, mode = 'exam' AS exam,
    1000000 * row_number() OVER (ORDER BY at, key) AS place
  FROM session WHERE bank = :bank AND mode <> 'read')
SELECT r.question, c.learner, r.response, {_OUTCOME}, coalesce(g.verdict, r.verdict), u.ruling,
  min(c.place + CASE WHEN c.exam THEN 999999 - r.step ELSE r.step END)
FROM response r JOIN chosen c ON c.key = r.session {REGRADED} {_RULED}
WHERE r.question = :question AND NOT r.again AND u.ruling IS NOT 'void'
GROUP BY c.learner"""


class First(NamedTuple):
    """A learner's first response to a question: the `share` earned (0 to 1), whether a ruling
    changed it, and the seconds it took."""

    question: str
    learner: str
    share: float
    overruled: bool
    seconds: float


class FirstWords(NamedTuple):
    """A learner's first response to a question, in words, with its outcome and verdict (JSON)."""

    question: str
    learner: str
    response: str
    outcome: str
    verdict: str
    ruling: str | None


def firsts(store: Store, bank: str) -> list[First]:
    """The first response of each learner to each of the bank's questions."""
    return [First._make(row[:5]) for row in store.read(_FIRSTS, {"bank": bank})]


def first_words(store: Store, bank: str, question: str) -> list[FirstWords]:
    """The first response of each learner to one question, by its name then."""
    rows = store.read(_RESPONSES, {"bank": bank, "question": question})
    return [FirstWords._make((*row[:2], given(row[2]), *row[3:6])) for row in rows]


def given(kept: str | bytes) -> str:
    """The response as it was given: one that is no UTF-8 is kept as bytes."""
    return kept if isinstance(kept, str) else kept.decode("utf-8", "surrogatepass")
