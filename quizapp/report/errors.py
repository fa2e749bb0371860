"""A learner's own errors: what was missed, beside the evidence; what is missed often; and what is
taken for something else."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from quizapp.bank.model import Bank, by_name, passage, question, sections
from quizapp.kinds.base import Question
from quizapp.planning.request import StudySettings
from quizapp.planning.spaced_repetition import ENOUGH
from quizapp.session.state import SessionState, counted
from quizapp.store.answers import Error, Errors, errors, last_words
from quizapp.store.sqlite import Store
from quizapp.text import same

_TELLING = 3
"""A shorter answer ("2", "no") fits too many questions to tell what it was taken for."""


def errors_today(bank: Bank, store: Store, learner: str) -> Errors:
    """The learner's errors on the bank, by the names that its questions have today.

    Raises StoreError.
    """
    named = by_name(bank)
    missed, *right = errors(store, bank.id, learner, ENOUGH)
    latest: list[dict[str, str]] = [{}, {}]
    for kept, found in zip(right, latest, strict=True):
        for name, at in kept.items():
            if name in named:
                found[named[name].id] = max(at, found.get(named[name].id, ""))
    here = [each for each in missed if each.question in named]
    return Errors([each._replace(question=named[each.question].id) for each in here], *latest)


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
            found.append(_missed(bank, one, section(one), last.response, last.share))
    return tuple(found)


def missed_in(bank: Bank, state: SessionState, names: Sequence[str]) -> tuple[Missed, ...]:
    """The same of one session: its missed questions, those left out that are gone."""
    section, given = sections(bank), counted(state)
    found = []
    for name in names:
        if name in state.gone:
            continue
        last, one = given.get(name), question(bank, name)
        response, share = (last.response, last.credit) if last else ("", 0.0)
        found.append(_missed(bank, one, section(one), response, share))
    return tuple(found)


def _missed(bank: Bank, one: Question, section: str, response: str, share: float) -> Missed:
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
        response,
        "partial" if share > 0 else "wrong",
        one.model_answer(),
        tuple(evidence),
    )


class OftenMissed(NamedTuple):
    """A question that is not known yet; how many times it was missed at first asking, and when last
    (in UTC)."""

    question: str
    prompt: str
    times: int
    at: str = ""


def often_missed(bank: Bank, store: Store, learner: str) -> tuple[OftenMissed, ...]:
    """What was missed since it was last known, the most often missed first. Raises StoreError."""
    wrong, known, _ = errors_today(bank, store, learner)
    times: Counter[str] = Counter()
    latest: dict[str, str] = {}
    for each in wrong:
        if each.at > known.get(each.question, ""):
            times[each.question] += each.times
            latest[each.question] = max(each.at, latest.get(each.question, ""))
    prompts = {one.id: one.prompt for one in bank.questions}
    return tuple(
        OftenMissed(name, prompts[name], number, latest[name])
        for name, number in times.most_common()
    )


def by_day(found: Sequence[OftenMissed], settings: StudySettings) -> tuple[str, ...]:
    """The questions by the day on which they were last missed, the latest first; within a day the
    most often missed first."""
    days = sorted(found, key=lambda each: settings.day_of_kept(each.at), reverse=True)
    return tuple(each.question for each in days)


class Confused(NamedTuple):
    """A question that was answered, `times` times, with the answer to the `other` one."""

    question: str
    other: str
    response: str
    times: int


def confused(bank: Bank, store: Store, learner: str) -> tuple[Confused, ...]:
    """The pairs that the learner confuses still, the most frequent first.

    Only questions with the same kind of answer are confused, in words or in figures: nobody takes a
    year for the Moon. Of several questions that a response would answer, the one nearest in the
    bank is meant. A pair is let go once both questions were known at first asking after the last
    time. Raises StoreError.
    """
    places = {one.id: at for at, one in enumerate(bank.questions)}
    answered_by: dict[str, list[int]] = {}
    for at, one in enumerate(bank.questions):
        for answer in {same(words) for words in one.accepted()}:
            if len(answer) >= _TELLING:
                answered_by.setdefault(answer, []).append(at)
    missed, known, _ = errors_today(bank, store, learner)
    found: dict[tuple[int, int], list[Error]] = {}
    for error in missed:
        place = places[error.question]
        fits = answered_by.get(same(error.response), [])
        if not fits or place in fits:
            continue
        figures = _in_figures(bank.questions[place])
        others = [at for at in fits if _in_figures(bank.questions[at]) == figures]
        if others:
            nearest = min(others, key=lambda at: (abs(at - place), at))
            found.setdefault((place, nearest), []).append(error)
    still = []
    for pair, alike in found.items():
        last = sorted(alike, key=lambda error: error.at)[-1]
        here, other = (bank.questions[at].id for at in pair)
        if min(known.get(here, ""), known.get(other, "")) <= last.at:
            times = sum(error.times for error in alike)
            still.append(Confused(here, other, last.response, times))
    return tuple(sorted(still, key=lambda one: (-one.times, one.question, one.other)))


def drill(pairs: tuple[Confused, ...]) -> tuple[str, ...]:
    """The questions of the pairs, each once: for a session of their own."""
    return tuple(dict.fromkeys(name for pair in pairs for name in (pair.question, pair.other)))


def _in_figures(one: Question) -> bool:
    """Whether each of its answers has a figure, as numbers and dates have."""
    answers = one.accepted()
    return bool(answers) and all(any(sign.isdigit() for sign in answer) for answer in answers)
