"""Item analysis of a bank: its questions as the responses of many learners show them."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from quizapp.bank.model import Bank, by_name, question
from quizapp.kinds.base import Question
from quizapp.report.classical_test_theory import Figures, Whole, analyse
from quizapp.store.answers import wrong_words
from quizapp.store.first_responses import FirstResponses, firsts
from quizapp.store.history import FirstWords, first_words
from quizapp.store.sqlite import Store
from quizapp.text import same


class Item(NamedTuple):
    """A question with its figures, as graded and as an instructor ruled.

    `claimed` is what the facility would be if learners' own rulings held; `overruled` the share of
    responses whose worth a ruling would change, `unsure` how many responses wait for one, `seconds`
    the median time.
    """

    question: str
    kind: str
    figures: Figures
    overruled: float | None
    seconds: float | None
    claimed: float | None
    unsure: int


class Analysis(NamedTuple):
    """All items in the bank's order, those that nobody answered included, and the whole.

    `gone` counts the first responses to questions that the bank no longer has.
    """

    items: tuple[Item, ...]
    whole: Whole
    gone: int


_First = tuple[float, float, int, int, int]
"""A learner's first response to a question: its share, claimed share, whether it was overruled and
whether it is unsure (1 or 0), its milliseconds."""


class Answer(NamedTuple):
    """What learners answered, in the words of the first of them: how many did.

    `outcome` is that of the first; `offered` marks an option of the question, `foreseen` an
    answer that the bank has feedback for.
    """

    response: str
    learners: int
    outcome: str
    offered: bool
    foreseen: bool


class WrongAnswer(NamedTuple):
    """A wrong answer to a question, how many learners gave it, and whether the bank foresees it."""

    question: str
    response: str
    learners: int
    foreseen: bool


def analysis(bank: Bank, store: Store) -> Analysis:
    """The figures of the bank's questions, from first responses. Raises StoreError."""
    given = _by_question(bank, firsts(store, bank.id))
    most = {one.id: one.weight for one in bank.questions}
    marks = {
        name: {who: share * worth for who, (share, *_) in given[name].items()}
        for name, worth in most.items()
        if name in given
    }
    figures, whole = analyse(marks, most)
    return Analysis(
        tuple(
            _item(one, given.get(one.id, {}), figures.get(one.id, Figures(0)))
            for one in bank.questions
        ),
        whole,
        sum(len(each) for name, each in given.items() if name not in most),
    )


def commonest_wrong(bank: Bank, store: Store, limit: int) -> tuple[WrongAnswer, ...]:
    """The wrong answers that most learners gave, at first asking in any session.

    Raises StoreError.
    """
    named = by_name(bank)
    found = []
    for each in wrong_words(store, bank.id, limit):
        one = named.get(each.question)
        if one is not None:
            foreseen = {same(words) for wrong in one.wrong for words in wrong.answers}
            given = same(each.response) in foreseen
            found.append(WrongAnswer(one.id, each.response, each.learners, given))
    return tuple(found)


def answers(bank: Bank, store: Store, name: str) -> tuple[Answer, ...]:
    """What was answered first to the question, the commonest first; options nobody took too.

    Responses that a reader would call the same words are one. Raises KeyError, StoreError.
    """
    one = question(bank, name)
    given: dict[str, FirstWords] = {}
    for known in one.names:
        given.update({each.learner: each for each in first_words(store, bank.id, known)})
    groups: dict[str, list[FirstWords]] = {}
    for each in given.values():
        for part in one.choices(each.response):
            groups.setdefault(same(part), []).append(each._replace(response=part))
    offered = {same(words): words for words in one.offer(0).options if not one.free_text}
    foreseen = {same(words) for wrong in one.wrong for words in wrong.answers}
    listed = [
        Answer(
            offered.get(key, group[0].response),
            len(group),
            Counter(each.outcome for each in group).most_common(1)[0][0],
            key in offered,
            key in foreseen,
        )
        for key, group in groups.items()
    ]
    listed += [
        Answer(words, 0, "", True, key in foreseen)
        for key, words in offered.items()
        if key not in groups
    ]
    return tuple(sorted(listed, key=lambda each: (-each.learners, each.response)))


def _by_question(
    bank: Bank, given: Mapping[str, FirstResponses]
) -> Mapping[str, dict[str, _First]]:
    """What was given first to each question, by its name of today, by each learner."""
    renamed = [(old, one.id) for one in bank.questions for old in one.was]
    found: defaultdict[str, dict[str, _First]] = defaultdict(dict)
    for who, (names, *columns) in given.items():
        mine = dict(zip(names, zip(*columns, strict=True), strict=True))
        for old, name in renamed:
            if old in mine:  # The older response is the first.
                mine[name] = mine.pop(old)
        for name, first in mine.items():
            found[name][who] = first
    return found


def _item(one: Question, given: Mapping[str, _First], figures: Figures) -> Item:
    from statistics import median

    if not given:
        return Item(one.id, one.kind, figures, None, None, None, 0)
    _, claimed, overruled, unsure, milliseconds = zip(*given.values(), strict=True)
    return Item(
        one.id,
        one.kind,
        figures,
        sum(overruled) / len(given),
        median(milliseconds) / 1000,
        sum(claimed) / len(given),
        sum(unsure),
    )
