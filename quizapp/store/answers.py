"""What one learner answered on one bank, in words: the errors, and what they rest on.

Responses count as in `history`; `question` is the name it had then. Each function raises
StoreError.
"""

from typing import NamedTuple

from quizapp.store.history import REPLACED, RULED, SHARE
from quizapp.store.queries import REGRADED
from quizapp.store.rows import given
from quizapp.store.sqlite import Store

_MINE = f"""
FROM session s CROSS JOIN response r ON r.session = s.key {REGRADED} {RULED}
WHERE s.bank = :bank AND s.learner = :learner AND s.mode <> 'read' AND u.ruling IS NOT 'void'"""

_LAST = f"""
SELECT r.question, r.response, {SHARE}, max(r.at)
{_MINE} AND NOT r.again GROUP BY r.question"""

_ERRORS = f"""
SELECT r.question, CASE WHEN {SHARE} < :enough THEN r.response END AS missed, r.again,
  count(*), max(r.at)
{_MINE} AND NOT (s.mode = 'exam' AND {REPLACED}) GROUP BY r.question, missed, r.again"""

_BANKS_SAID = """
SELECT DISTINCT digest FROM session WHERE bank = :bank AND learner = :learner AND mode <> 'read'"""

_SAID = """
SELECT r.question, r.digest, r.bank_digest, max(r.at)
FROM session s CROSS JOIN response r ON r.session = s.key
WHERE s.bank = :bank AND s.learner = :learner AND s.mode <> 'read' GROUP BY r.question"""

_GRADED_AS = f"""
SELECT r.question, coalesce(g.digest, r.digest)
FROM session s CROSS JOIN response r ON r.session = s.key {REGRADED}
WHERE s.bank = :bank AND s.learner = :learner AND s.mode <> 'read' AND s.digest <> :digest
UNION
SELECT r.question, g.digest
FROM regrade g CROSS JOIN response r ON r.key = g.response JOIN session s ON s.key = r.session
WHERE s.bank = :bank AND s.learner = :learner AND s.digest = :digest"""


class LastWords(NamedTuple):
    """The latest response to a question that counts: its words, and the `share` (0 to 1) that it
    is worth with its ruling."""

    question: str
    response: str
    share: float


class Error(NamedTuple):
    """A response that missed at first asking: how many times, and when last (in UTC)."""

    question: str
    response: str
    times: int
    at: str


def last_words(store: Store, bank: str, learner: str) -> list[LastWords]:
    """The learner's latest response to each question that was answered."""
    rows = store.read(_LAST, {"bank": bank, "learner": learner})
    return [LastWords(question, given(kept), share) for question, kept, share, _ in rows]


class Errors(NamedTuple):
    """Each distinct response that missed, and when (in UTC) each question was last known, both at
    first asking; and when each was last `repeated` rightly in a session that had missed it."""

    missed: list[Error]
    known: dict[str, str]
    repeated: dict[str, str]


def errors(store: Store, bank: str, learner: str, enough: float) -> Errors:
    """The learner's responses that were worth less than `enough`, beside what was known."""
    rows = store.read(_ERRORS, {"bank": bank, "learner": learner, "enough": enough})
    right: list[dict[str, str]] = [
        {question: at for question, kept, again, _, at in rows if kept is None and again == retry}
        for retry in (False, True)
    ]
    missed = [
        Error(question, given(kept), times, at)
        for question, kept, again, times, at in rows
        if kept is not None and not again
    ]
    return Errors(missed, *right)


def digests_answered(store: Store, bank: str, learner: str, digest: str) -> dict[str, str]:
    """Of each question that was last answered on a bank of another `digest`, its own digest then.

    Reads no response where all sessions were on the bank as it is.
    """
    asked = {"bank": bank, "learner": learner}
    if {each for (each,) in store.read(_BANKS_SAID, asked)} <= {digest}:
        return {}
    return {
        question: own for question, own, banks, _ in store.read(_SAID, asked) if banks != digest
    }


def graded_as(store: Store, bank: str, learner: str, digest: str) -> list[tuple[str, str]]:
    """Questions, and the digests of what they were graded by: in sessions on a bank of another
    `digest`, and in regrades."""
    found: list[tuple[str, str]] = store.read(
        _GRADED_AS, {"bank": bank, "learner": learner, "digest": digest}
    )
    return found


_GIVEN = f"""
SELECT r.question, r.response, count(*) FILTER (WHERE NOT r.again),
  json_group_array(DISTINCT s.learner), count(*) FILTER (WHERE u.ruling = 'right'),
  count(*) FILTER (WHERE u.ruling = 'wrong'),
  count(*) FILTER (WHERE u.ruling IN ('right', 'wrong') AND u.by = 'instructor')
FROM session s CROSS JOIN response r ON r.session = s.key {RULED}
WHERE s.bank = :bank AND s.mode <> 'read' AND u.ruling IS NOT 'void'
GROUP BY r.question, r.response"""


class Words(NamedTuple):
    """A response: how many `times` it was given at first asking, by which `learners`, how often it
    was ruled right and wrong, and how many of these rulings the instructor `decided`."""

    question: str
    response: str
    times: int
    learners: frozenset[str]
    right: int
    wrong: int
    decided: int


def all_words(store: Store, bank: str) -> list[Words]:
    """Each distinct response to the bank, by any learner."""
    from json import loads

    return [
        Words(question, given(kept), times, frozenset(loads(learners)), *ruled)
        for question, kept, times, learners, *ruled in store.read(_GIVEN, {"bank": bank})
    ]


_WRONG = f"""
SELECT r.question, r.response, count(DISTINCT s.learner) AS learners
FROM session s CROSS JOIN response r ON r.session = s.key {REGRADED} {RULED}
WHERE s.bank = :bank AND s.mode <> 'read' AND NOT r.again AND r.response <> ''
  AND u.ruling IS NOT 'void' AND {SHARE} = 0
GROUP BY r.question, r.response ORDER BY learners DESC, r.question, r.response LIMIT :limit"""


class WrongWords(NamedTuple):
    """A response that earned nothing, and how many learners gave it."""

    question: str
    response: str
    learners: int


def wrong_words(store: Store, bank: str, limit: int) -> list[WrongWords]:
    """The responses that earned nothing with most learners."""
    rows = store.read(_WRONG, {"bank": bank, "limit": limit})
    return [WrongWords(question, given(kept), learners) for question, kept, learners in rows]
