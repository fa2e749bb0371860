"""Grading again: what today's bank and grader make of earlier responses.

Nothing is overwritten: a regrade is a row of its own, and the verdict of its time stays. A further
regrade (or `originals`) is how one is undone. Responses given up and those to questions that the
bank no longer has keep their verdicts.
"""

from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from quizapp.bank.model import Bank, by_name, content_digest, contexts
from quizapp.grading import GRADER_VERSION
from quizapp.planning.timestamps import Clock, now, stamp
from quizapp.session.row_making import new_id, verdict_text
from quizapp.store.answers import digests_answered, graded_as
from quizapp.store.history import overtaken, pairs, where_given
from quizapp.store.rows import RegradeRow
from quizapp.store.sqlite import Store


class Change(NamedTuple):
    """A response whose verdict comes out otherwise now.

    `question` is the name it was given under. It was given in the rows `keys` of the store;
    `ruled` counts those on which a ruling stands, which stays in force. The rest is the new
    verdict (JSON) and what it rests on; `was_unsure` and `unsure` say that the grader was, and is,
    not sure.
    """

    question: str
    response: str
    was: str
    was_score: float
    was_unsure: bool
    outcome: str
    score: float
    unsure: bool
    keys: tuple[int, ...]
    ruled: int
    verdict: str
    grader: int
    digest: str
    bank_digest: str


def changes(
    bank: Bank,
    store: Store,
    learner: str | None = None,
    questions: Collection[str] | None = None,
) -> tuple[Change, ...]:
    """What a regrade would change, graded once for each distinct response.

    Of one `learner`, or of these `questions` (by any of their names), if given. Raises StoreError.
    """
    named = by_name(bank)
    context = contexts(bank)
    around = cache(lambda name: context(named[name]))
    digest = cache(lambda name: content_digest(named[name]))
    graded = cache(lambda name, response: named[name].grade(around(name), response))
    found = []
    for pair in pairs(store, bank.id, bank.digest, GRADER_VERSION, learner, questions):
        if pair.question not in named or not pair.response.strip():
            continue
        verdict = graded(pair.question, pair.response)
        is_now = (verdict.outcome, verdict.score, verdict.unsure)
        if is_now != (pair.outcome, pair.score, pair.unsure):
            found.append(
                Change(
                    *pair[:5],
                    *is_now,
                    keys=pair.keys,
                    ruled=pair.ruled,
                    verdict=verdict_text(verdict),
                    grader=GRADER_VERSION,
                    digest=digest(pair.question),
                    bank_digest=bank.digest,
                )
            )
    return tuple(sorted(found))


def originals(bank: Bank, store: Store) -> tuple[Change, ...]:
    """What it would change to bring back the verdicts of their time. Raises StoreError."""
    return tuple(
        Change("", "", "", 0.0, False, each.outcome, each.score, False, (each.key,), 0, *each[3:])
        for each in overtaken(store, bank.id)
    )


def apply(store: Store, wanted: tuple[Change, ...], clock: Clock = now) -> int:
    """Keep the changes, all or none; how many responses they touch. Raises StoreError."""
    moment = stamp(clock())
    where = where_given(store, [key for change in wanted for key in change.keys])
    by_session: dict[str, list[RegradeRow]] = {}
    for change in wanted:
        for key in change.keys:
            response, session = where[key]
            by_session.setdefault(session, []).append(
                RegradeRow(
                    new_id(), session, response, change.outcome, change.score, *change[10:], moment
                )
            )
    return store.merge((store.session(name), rows) for name, rows in by_session.items())[0]


def outdated(bank: Bank, store: Store, learner: str) -> tuple[Change, ...]:
    """What a regrade of the learner's answers to questions that have changed would change.

    Cheap where none has changed: for the home screen. Raises StoreError.
    """
    here = by_name(bank)
    digest_today = cache(lambda name: content_digest(here[name]))
    stale = {
        name
        for name, digest in graded_as(store, bank.id, learner, bank.digest)
        if name in here and digest != digest_today(name)
    }
    return changes(bank, store, learner, stale) if stale else ()


def changed(bank: Bank, store: Store, learner: str) -> tuple[str, ...]:
    """The questions whose content was changed since the learner last answered them.

    In the bank's order, by their names of today. Raises StoreError.
    """
    answered = digests_answered(store, bank.id, learner, bank.digest)
    found = []
    for one in bank.questions if answered else ():
        digest = next((answered[name] for name in one.names if name in answered), None)
        if digest is not None and digest != content_digest(one):
            found.append(one.id)
    return tuple(found)


def in_words(wanted: tuple[Change, ...]) -> str:
    """For the home screen: "Bank updated: 2 of your answers are now right", "" for no change."""
    touched = sum(len(change.keys) - change.ruled for change in wanted)
    right = sum(
        len(change.keys) - change.ruled for change in wanted if change.score >= 1 > change.was_score
    )
    if touched <= 0:
        return ""
    number, verb = right or touched, "is" if (right or touched) == 1 else "are"
    return (
        f"Bank updated: {number} of your answers {verb} now {'right' if right else 'graded anew'}"
    )
