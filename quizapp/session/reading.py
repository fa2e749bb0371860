"""Reading a text paragraph by paragraph, each after the questions on it."""

from collections.abc import Callable, Mapping

from quizapp.bank.model import Bank, Passage
from quizapp.kinds.base import Question
from quizapp.planning import plan
from quizapp.planning.question_order import one_an_objective
from quizapp.planning.request import SessionRequest
from quizapp.session.state import SessionState
from quizapp.text import same


def reading_plan(bank: Bank, request: SessionRequest, seed: int) -> tuple[str, ...]:
    """The questions to guess at, one before each paragraph at most, in the order of the paragraphs.

    A question on several paragraphs comes before the first of them in the text, one on none before
    the whole text. A count leaves the rest out, not the paragraphs. Raises NothingToAsk.
    """
    if not paragraphs(bank, request):
        raise plan.NothingToAsk(f"The bank {bank.id} has no passages to read: learn it instead.")
    asked = sorted(plan.fitting(bank, request), key=lambda q: plan.rank(seed, q.id))
    place = {passage.id: at for at, passage in enumerate(bank.passages)}
    chosen: dict[int, Question] = {}
    for question in one_an_objective(sorted(asked, key=lambda q: _place(q, place))):
        chosen.setdefault(_place(question, place), question)
    return tuple(question.id for question in chosen.values())[: request.count]


def to_read(
    bank: Bank, request: SessionRequest, state: SessionState, asked: str | None
) -> Passage | None:
    """The first passage not read yet before the question `asked` next (None: to the end).

    Where the request names sections, only these are read.
    """
    place = {passage.id: at for at, passage in enumerate(bank.passages)}
    end = len(bank.passages)
    if asked is not None:
        found = plan.by_planned_name(bank, state.plan).get(asked)
        end = _place(found, place) if found else end
    wanted = _wanted(request)
    return next(
        (
            passage
            for passage in bank.passages[: max(0, end)]
            if passage.id not in state.read and wanted(passage)
        ),
        None,
    )


def guessed(
    passage: Passage, state: SessionState, questions: Mapping[str, Question]
) -> tuple[Question, ...]:
    """Those of the `questions` (by name) on the passage that have a response."""
    names = dict.fromkeys(given.question for given in state.responses)
    asked = (questions[name] for name in names if name in questions)
    return tuple(
        question
        for question in asked
        if any(support.passage == passage.id for support in question.support)
    )


def paragraphs(bank: Bank, request: SessionRequest) -> int:
    """How many paragraphs there are to read."""
    return sum(map(_wanted(request), bank.passages))


def _wanted(request: SessionRequest) -> Callable[[Passage], bool]:
    sections = {same(section) for section in request.sections}
    return lambda passage: not passage.note and (not sections or same(passage.section) in sections)


def _place(question: Question, place: dict[str, int]) -> int:
    return min((place.get(support.passage, -1) for support in question.support), default=-1)
