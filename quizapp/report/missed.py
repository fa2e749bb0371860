"""A learner's own errors beside the evidence: what to go over before an examination."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from quizapp.bank.model import Bank, by_name, passage, question, sections
from quizapp.kinds.base import Question
from quizapp.planning.request import StudySettings
from quizapp.planning.spaced_repetition import ENOUGH
from quizapp.session.state import SessionState, counted
from quizapp.store.answers import LastWords, errors, last_words
from quizapp.store.sqlite import Store


class Missed(NamedTuple):
    """A question that was missed when it was last asked first.

    `response` is the answer given then ("" for "I don't know"), `answer` the model answer, one part
    a line; `evidence` are the decisive words of the source.
    """

    bank: str
    question: str
    section: str
    prompt: str
    response: str
    outcome: str
    answer: str
    evidence: tuple[str, ...]


def missed(bank: Bank, store: Store, learner: str) -> tuple[Missed, ...]:
    """What the learner missed the last time, in the bank's order. Raises StoreError."""
    last_given = {each.question: each for each in last_words(store, bank.id, learner)}
    section = sections(bank)
    found = []
    for one in bank.questions:
        # Of a question and its namesakes of before, today's name was answered last.
        last = next((last_given[name] for name in one.names if name in last_given), None)
        if last is not None and last.share < ENOUGH:
            found.append(_missed(bank, one, section(one), last))
    return tuple(found)


def missed_in(bank: Bank, state: SessionState, names: Sequence[str]) -> tuple[Missed, ...]:
    """The same of one session: its missed questions, those left out that are gone."""
    section, given = sections(bank), counted(state)
    found = []
    for name in names:
        if name in state.gone:
            continue
        share = given[name].credit if name in given else 0.0
        words = LastWords(name, given[name].response if name in given else "", share)
        one = question(bank, name)
        found.append(_missed(bank, one, section(one), words))
    return tuple(found)


class OftenMissed(NamedTuple):
    """A question that is not known yet; how many times it was missed at first asking, and when last
    (in UTC)."""

    question: str
    prompt: str
    times: int
    at: str = ""


def often_missed(bank: Bank, store: Store, learner: str) -> tuple[OftenMissed, ...]:
    """What was missed since it was last known, the most often missed first. Raises StoreError."""
    named, (wrong, known, _) = by_name(bank), errors(store, bank.id, learner, ENOUGH)
    times: Counter[str] = Counter()
    latest: dict[str, str] = {}
    for each in wrong:
        if each.question in named and each.at > known.get(each.question, ""):
            name = named[each.question].id
            times[name] += each.times
            latest[name] = max(each.at, latest.get(name, ""))
    return tuple(
        OftenMissed(name, named[name].prompt, number, latest[name])
        for name, number in times.most_common()
    )


def by_day(found: Sequence[OftenMissed], settings: StudySettings) -> tuple[str, ...]:
    """The questions by the day on which they were last missed, the latest first; within a day the
    most often missed first."""
    days = sorted(found, key=lambda each: settings.day_of_kept(each.at), reverse=True)
    return tuple(each.question for each in days)


def _missed(bank: Bank, one: Question, section: str, last: LastWords) -> Missed:
    evidence: list[str] = []
    for support in one.support:
        found = passage(bank, support.passage)
        if support.evidence:
            evidence += support.evidence
        elif found is not None:
            evidence.append(found.shown)
    return Missed(
        bank.id,
        one.id,
        section,
        one.prompt,
        last.response,
        "partial" if last.share > 0 else "wrong",
        one.model_answer(),
        tuple(evidence),
    )
