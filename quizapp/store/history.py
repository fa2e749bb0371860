"""What is asked of a store over many sessions at once: responses as they count today, and days.

A response counts that is no retry, not void, and was not given while reading; of several in one
session the first, in an exam the last. `question` is the name it had then. Each function raises
StoreError.
"""

from collections.abc import Collection
from typing import Any, NamedTuple

from quizapp.store.queries import DECISION, REGRADED, RULING, RULINGS, UNSURE
from quizapp.store.rows import given
from quizapp.store.sqlite import Store

RULED = f"LEFT JOIN ruling u ON u.key = ({RULINGS.format(what='v.key', response='r.key')})"
"""Joins to a response `r` the ruling `u` that holds."""
SHARE = """CASE u.ruling WHEN 'right' THEN 1.0 WHEN 'wrong' THEN 0.0
    ELSE coalesce(g.score, r.score) END"""
"""What a response is worth (0 to 1) with its ruling, before any hint."""
MARK = f"""CASE {DECISION} WHEN 'right' THEN 1.0 WHEN 'wrong' THEN 0.0
    ELSE coalesce(g.score, r.score) END"""
"""What a response is worth (0 to 1) as graded, unless the instructor has ruled."""
_OUTCOME = """CASE WHEN u.ruling = 'wrong' THEN 'wrong'
    WHEN u.ruling = 'right' AND coalesce(g.outcome, r.outcome) NOT IN ('correct', 'close')
      THEN 'correct'
    ELSE coalesce(g.outcome, r.outcome) END"""
REPLACED = f"""EXISTS (
    SELECT 1 FROM response n
    WHERE n.question = r.question AND n.session = r.session AND n.step > r.step AND 'void' IS NOT
      ({RULINGS.format(what="v.ruling", response="n.key")}))"""
"""Whether a response `r` was followed by another one, not void, to the same question."""

_RESPONSES = f"""
WITH chosen AS MATERIALIZED (
  SELECT key, learner, mode = 'exam' AS exam,
    1000000 * row_number() OVER (ORDER BY at, key) AS place
  FROM session WHERE bank = :bank AND mode <> 'read')
SELECT r.question, c.learner, r.response, {_OUTCOME}, coalesce(g.verdict, r.verdict), u.ruling,
  min(c.place + CASE WHEN c.exam THEN 999999 - r.step ELSE r.step END)
FROM response r JOIN chosen c ON c.key = r.session {REGRADED} {RULED}
WHERE r.question = :question AND NOT r.again AND u.ruling IS NOT 'void'
GROUP BY c.learner"""


class FirstWords(NamedTuple):
    """A learner's first response to a question, in words, with its outcome and verdict (JSON)."""

    question: str
    learner: str
    response: str
    outcome: str
    verdict: str
    ruling: str | None


def first_words(store: Store, bank: str, question: str) -> list[FirstWords]:
    """The first response of each learner to one question, by its name then."""
    rows = store.read(_RESPONSES, {"bank": bank, "question": question})
    return [FirstWords._make((*row[:2], given(row[2]), *row[3:6])) for row in rows]


_PAIRS = f"""
SELECT r.question, r.response, coalesce(g.outcome, r.outcome), coalesce(g.score, r.score),
  {UNSURE} AS unsure, json_group_array(r.key), sum(u.ruling IS NOT NULL)
FROM session s CROSS JOIN response r ON r.session = s.key {REGRADED} {RULED}
WHERE s.bank = :bank AND (:learner IS NULL OR s.learner = :learner) AND s.mode <> 'read'
  AND (:questions IS NULL OR r.question IN (SELECT value FROM json_each(:questions)))
  AND NOT (coalesce(g.grader, r.grader) = :grader
    AND coalesce(g.bank_digest, r.bank_digest) = :digest)
GROUP BY r.question, r.response, coalesce(g.outcome, r.outcome), coalesce(g.score, r.score),
  unsure"""

_FIRST_VERDICTS = f"""
SELECT r.key, r.outcome, r.score, r.verdict, r.grader, r.digest, r.bank_digest
FROM session s CROSS JOIN response r ON r.session = s.key {REGRADED}
WHERE s.bank = :bank AND g.key IS NOT NULL
  AND (g.outcome <> r.outcome OR g.score <> r.score OR g.verdict <> r.verdict)"""

_WHERE_GIVEN = """
SELECT r.key, r.id, s.id FROM response r JOIN session s ON s.key = r.session
WHERE r.key IN (SELECT value FROM json_each(:keys))"""


class Pair(NamedTuple):
    """A response to a question, with the verdict that holds (not sure, if `unsure`); the rows it
    was given in (`keys`), and how many of them were ruled on."""

    question: str
    response: str
    outcome: str
    score: float
    unsure: bool
    keys: tuple[int, ...]
    ruled: int


class Verdicts(NamedTuple):
    """The verdict of its time of a response (the row `key`), where another holds now."""

    key: int
    outcome: str
    score: float
    verdict: str
    grader: int
    digest: str
    bank_digest: str


def pairs(
    store: Store,
    bank: str,
    digest: str,
    grader: int,
    learner: str | None,
    questions: Collection[str] | None = None,
) -> list[Pair]:
    """Each distinct response to each of the bank's (or of these) questions, and each verdict on it,
    once.

    What was graded by this `grader` on the bank of this `digest` is left out: it stays as it is.
    """
    from json import dumps, loads

    asked = {
        "bank": bank,
        "digest": digest,
        "grader": grader,
        "learner": learner,
        "questions": None if questions is None else dumps(sorted(questions)),
    }
    return [
        Pair(question, given(kept), outcome, score, bool(unsure), tuple(loads(keys)), ruled)
        for question, kept, outcome, score, unsure, keys, ruled in store.read(_PAIRS, asked)
    ]


def overtaken(store: Store, bank: str) -> list[Verdicts]:
    """The verdicts of their time that a regrade has overtaken."""
    return [Verdicts._make(row) for row in store.read(_FIRST_VERDICTS, {"bank": bank})]


def where_given(store: Store, keys: list[int]) -> dict[int, tuple[str, str]]:
    """The ids of the response and of its session, by the store's own key."""
    from json import dumps

    rows = store.read(_WHERE_GIVEN, {"keys": dumps(keys)})
    return {key: (response, session) for key, response, session in rows}


_WAITING = f"""
SELECT s.id, s.learner, s.bank, r.question, r.response
FROM session s CROSS JOIN response r ON r.session = s.key {REGRADED}
WHERE (:bank IS NULL OR s.bank = :bank) AND (:learner IS NULL OR s.learner = :learner)
  AND s.mode <> 'read' AND NOT r.again AND {UNSURE} AND {RULING} IS NULL
  AND NOT (s.mode = 'exam' AND ({REPLACED} OR NOT EXISTS (
    SELECT 1 FROM event e WHERE e.session = s.key AND e.event = 'finish')))
ORDER BY s.at, s.key, r.step"""


class UnsureResponse(NamedTuple):
    """A response that counts as refused until somebody rules, for the grader was not sure."""

    session: str
    learner: str
    bank: str
    question: str
    response: str


def waiting(
    store: Store, bank: str | None = None, learner: str | None = None
) -> list[UnsureResponse]:
    """What waits for a ruling on the bank, of the learner; the oldest first."""
    rows = store.read(_WAITING, {"bank": bank, "learner": learner})
    return [UnsureResponse._make((*row[:4], given(row[4]))) for row in rows]


_TRAILS = f"""
WITH chosen AS MATERIALIZED (
  SELECT key, mode = 'exam' AS exam FROM session
  WHERE bank = :bank AND learner = :learner AND mode <> 'read'),
counted AS (
  SELECT r.question AS question, r.at AS at, {SHARE} AS share, r.certainty AS certainty
  FROM chosen c CROSS JOIN response r ON r.session = c.key {REGRADED} {RULED}
  WHERE NOT r.again AND u.ruling IS NOT 'void' AND NOT (c.exam AND {REPLACED})
  ORDER BY r.question, r.at, r.key)
SELECT question, max(at), group_concat(CAST(share * 9 + 1e-6 AS INTEGER), '') FROM counted
GROUP BY question"""

_STATED = f"""
SELECT r.certainty, count(*), sum({SHARE}), sum({SHARE} * {SHARE})
FROM session s CROSS JOIN response r ON r.session = s.key {REGRADED} {RULED}
WHERE s.bank = :bank AND s.learner = :learner AND s.mode <> 'read' AND NOT r.again
  AND u.ruling IS NOT 'void' AND r.certainty IS NOT NULL
  AND NOT (s.mode = 'exam' AND {REPLACED})
GROUP BY r.certainty ORDER BY r.certainty"""


class Trail(NamedTuple):
    """When (in UTC) a question was last answered, and the shares earned, the oldest first.

    Each is a digit, 0 (nothing) to 9 (all of it).
    """

    at: str
    shares: str


def trails(store: Store, bank: str, learner: str) -> dict[str, Trail]:
    """The trail of each question that the learner answered."""
    rows = store.read(_TRAILS, {"bank": bank, "learner": learner})
    return {question: Trail(at, shares) for question, at, shares in rows}


def stated(store: Store, bank: str, learner: str) -> list[tuple[int, int, float, float]]:
    """For each certainty that was stated: how often, the sum of the shares, and of their squares"""
    found: list[Any] = store.read(_STATED, {"bank": bank, "learner": learner})
    return found


_DAYS = f"""
SELECT r.day, count(*), sum({SHARE})
FROM session s CROSS JOIN response r ON r.session = s.key {REGRADED} {RULED}
WHERE s.learner = :learner AND (:bank IS NULL OR s.bank = :bank) AND r.day >= :since
  AND NOT r.again AND u.ruling IS NOT 'void'
GROUP BY r.day ORDER BY r.day"""


class StudyDay(NamedTuple):
    """How many questions were answered on a day ("2024-05-01"), and what they were worth."""

    day: str
    answers: int
    points: float


def study_days(store: Store, learner: str, since: str, bank: str | None = None) -> list[StudyDay]:
    """The days from `since` on with an answer, on one bank or on all, the oldest first."""
    asked = {"learner": learner, "since": since, "bank": bank}
    return [StudyDay._make(row) for row in store.read(_DAYS, asked)]
