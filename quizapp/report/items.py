"""Item analysis of a bank: its questions as the responses of many learners show them."""

from collections import Counter
from typing import NamedTuple

from quizapp.bank.model import Bank, by_name, question
from quizapp.kinds.base import Question
from quizapp.report.theory import LEAST, Figures, Whole, analyse
from quizapp.store.answers import wrong_words
from quizapp.store.history import Firsts, FirstWords, first_words, firsts
from quizapp.store.sqlite import Store
from quizapp.text import same


class Item(NamedTuple):
    """A question with its figures; `overruled` is the share of responses whose worth a ruling
    changed, `seconds` the median time."""

    question: str
    kind: str
    figures: Figures
    overruled: float | None
    seconds: float | None


class Analysis(NamedTuple):
    """All items in the bank's order, those that nobody answered included, and the whole.

    `gone` counts the first responses to questions that the bank has no more.
    """

    items: tuple[Item, ...]
    whole: Whole
    gone: int


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


def analysis(bank: Bank, store: Store, least: int = LEAST) -> Analysis:
    """The figures of the bank's questions, from first responses. Raises StoreError."""
    given = firsts(store, bank.id)
    for mine in given.values():
        for old, name in ((old, one.id) for one in bank.questions for old in one.was):
            if old in mine.shares:  # The older response is the first.
                for values in mine:
                    values[name] = values.pop(old)
    here = {one.id for one in bank.questions}
    most = {one.id: one.weight for one in bank.questions}
    marks = {
        name: {who: mine.shares[name] * worth for who, mine in given.items() if name in mine.shares}
        for name, worth in most.items()
    }
    figures, whole = analyse({name: each for name, each in marks.items() if each}, most, least)
    nobody = Figures(0, None, None, None, None, None)
    return Analysis(
        tuple(
            _item(one, [given[who] for who in marks[one.id]], figures.get(one.id, nobody))
            for one in bank.questions
        ),
        whole,
        sum(len(mine.shares.keys() - here) for mine in given.values()),
    )


def commonest_wrong(bank: Bank, store: Store, limit: int) -> tuple[WrongAnswer, ...]:
    """The wrong answers that most learners gave, at first asking in whatever session.

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
        for part in _parts(one, each.response):
            groups.setdefault(same(part), []).append(each._replace(response=part))
    offered = {same(words): words for words in one.offer(0).options if one.selection}
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


def _parts(one: Question, response: str) -> tuple[str, ...]:
    """Of several options chosen each, otherwise the response itself."""
    if one.kind == "multiple" and response.strip():
        return tuple(dict.fromkeys(line for line in response.split("\n") if line.strip()))
    return (response,)


def _item(one: Question, answered: list[Firsts], figures: Figures) -> Item:
    from statistics import median

    if not answered:
        return Item(one.id, one.kind, figures, None, None)
    overruled = sum(mine.overruled[one.id] for mine in answered) / len(answered)
    seconds = median(mine.milliseconds[one.id] for mine in answered) / 1000
    return Item(one.id, one.kind, figures, overruled, seconds)
