"""A bank's questions as items: how each kind is put where a format has no such kind."""

from collections.abc import Iterator
from functools import singledispatch
from itertools import islice

from quizapp.bank.model import Bank, passage
from quizapp.exchange.item import GAP, Answer, Item, Quoted, Shape, figure
from quizapp.grading.braces import each
from quizapp.kinds.base import Question
from quizapp.kinds.boolean import Boolean
from quizapp.kinds.cloze import Cloze
from quizapp.kinds.date import Date
from quizapp.kinds.ideas import Partial, Wrong
from quizapp.kinds.match import Match
from quizapp.kinds.number import Number
from quizapp.kinds.options import Optioned
from quizapp.kinds.order import Order
from quizapp.kinds.text import Text

MOST_WORDINGS = 60
"""An answer with alternatives in braces is written out in so many wordings at most."""


def items(bank: Bank) -> tuple[Item, ...]:
    """Every question of the bank that may be asked, in its order."""
    return tuple(_item(bank, question) for question in bank.questions)


def _item(bank: Bank, question: Question) -> Item:
    """The question as an item, with what every question may carry."""
    shaped = item(question)
    tags = [*question.tags, *(f"objective:{name}" for name in question.objective)]
    return shaped._replace(
        id=question.id,
        prompt=shaped.prompt or question.prompt,
        hint=question.hint,
        explanation=question.explanation,
        quoted=tuple(_quoted(bank, question)),
        tags=tuple(tags + ([f"level:{question.level}"] if question.level else [])),
        weight=question.weight,
        shuffle=question.shuffle,
    )


def _quoted(bank: Bank, question: Question) -> Iterator[Quoted]:
    for support in question.support:
        found = passage(bank, support.passage)
        if found is not None:
            yield Quoted(found, support)


@singledispatch
def item(question: Question) -> Item:
    """How the question is answered; a kind that no format knows is an essay with its model
    answer."""
    return Item("", "essay", "", (Answer(question.model_answer().replace("\n", "; ")),))


@item.register
def _words(question: Text | Date) -> Item:
    others = _others(question.partial, question.wrong)
    return Item("", "words", "", (*_right(question.accepted()), *others))


@item.register
def _number(question: Number) -> Item:
    others = tuple(_others(question.partial, question.wrong))
    if isinstance(question.answer, tuple):
        right = dict.fromkeys((question.model_answer(), *question.accepted()))
        return Item("", "words", "", (*map(Answer, right), *others))
    figures = (answer for answer in others if figure(answer.text) is not None)
    answers = (Answer(repr(question.answer)), *figures)
    slack = _absolute(question.answer, question.tolerance)
    return Item("", "number", "", answers, tolerance=slack, unit=question.unit)


def _absolute(answer: float, tolerance: float | str) -> float:
    if not isinstance(tolerance, str):
        return float(tolerance)
    share = float(tolerance.strip().rstrip("% ") or 0)
    return abs(answer) * share / 100 if "%" in tolerance else share


@item.register
def _cloze(question: Cloze) -> Item:
    single = len(question.gaps) == 1
    others = tuple(_others(question.partial, question.wrong)) if single else ()
    gaps = tuple((*_right(gap), *others) for gap in question.gaps)
    pieces = [piece.replace(GAP, "") for piece in question.prompt_pieces()]
    return Item("", "gaps", GAP.join(pieces), gaps=gaps)


@item.register
def _optioned(question: Optioned) -> Item:
    shape: Shape = "multiple" if question.chooses_several else "choice"
    shares = {text: one.score for one in question.partial for text in one.answers}
    shares |= {option.text: 1.0 for option in question.options if option.correct}
    answers = (
        Answer(one.text, shares.get(one.text, 0.0), question.feedback_on(one) or "")
        for one in question.options
    )
    return Item("", shape, "", tuple(answers))


@item.register
def _boolean(question: Boolean) -> Item:
    right, wrong = ("true", "false") if question.answer else ("false", "true")
    feedback = next((one.feedback for one in question.wrong if wrong in one.answers), "")
    return Item("", "boolean", "", (Answer(right), Answer(wrong, 0, feedback)))


@item.register
def _match(question: Match) -> Item:
    return Item("", "match", "", pairs=question.pairs, extra=question.extra)


@item.register
def _order(question: Order) -> Item:
    places = tuple((str(place), words) for place, words in enumerate(question.items, 1))
    return Item("", "match", "", pairs=places)


def _right(answers: tuple[str, ...]) -> Iterator[Answer]:
    """The wordings of accepted answers, alternatives in braces written out."""
    wordings = (wording for answer in answers for wording in islice(each(answer), MOST_WORDINGS))
    yield from map(Answer, dict.fromkeys(wordings))


def _others(partial: tuple[Partial, ...], wrong: tuple[Wrong, ...]) -> Iterator[Answer]:
    for credit in partial:
        for answer in _right(credit.answers):
            yield Answer(answer.text, credit.score, credit.feedback)
    for entry in wrong:
        for answer in _right(entry.answers):
            yield Answer(answer.text, 0.0, entry.feedback)
