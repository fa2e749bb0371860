"""A bank on nothing in particular, whose responses say themselves how right they are."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, ClassVar

from quizapp.bank.model import Bank, Passage
from quizapp.grading.key import Context
from quizapp.grading.verdict import Reason, Slip, Verdict
from quizapp.kinds.base import Offer, Question, Support
from quizapp.planning.plan import details
from quizapp.planning.request import SessionRequest
from quizapp.session.begin import begin
from quizapp.session.row_making import compact
from quizapp.session.run import SessionRun
from quizapp.session.step import start
from quizapp.store.sqlite import Store

VERDICTS = {
    "right": Verdict("correct", 1.0, "right", (Reason("same", "It is the answer."),)),
    "slip": Verdict(
        "close", 1.0, "slip", slip=Slip("slp", "slip", (("same", "sl"), ("missing", "i")))
    ),
    "most": Verdict("partial", 0.75, parts=(Verdict("correct", 1.0, "one"), Verdict("wrong", 0.0))),
    "half": Verdict("partial", 0.5, feedback="And the other half?"),
}
WRONG = Verdict("wrong", 0.0, reasons=(Reason("different", "It is something else."),), unsure=True)


class Hands:
    """A clock that is set by hand."""

    def __init__(self, moment: datetime = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def on(self, **by: float) -> None:
        """So much later."""
        self.moment += timedelta(**by)


class Word(Question, frozen=True, kw_only=True, tag="word"):
    """A question whose responses are "right", "slip", "most", "half", and wrong otherwise."""

    free_text: ClassVar[bool] = True

    def offer(self, seed: int) -> Offer:
        return Offer((str(seed),))

    def grade(self, context: Context, response: str) -> Verdict:
        del context
        return VERDICTS.get(response, WRONG)

    def model_answer(self) -> str:
        return "right"


class Other(Word, frozen=True, kw_only=True, tag="other"):
    """The same, under another name of a kind."""


def word(name: str, passage: str = "", objective: tuple[str, ...] = (), **fields: Any) -> Word:
    """A question, with a hint unless told otherwise."""
    support = (Support(passage=passage),) if passage else ()
    given: dict[str, Any] = {"hint": f"Hint for {name}.", "prompt": f"{name}?", **fields}
    return Word(id=name, support=support, objective=objective, **given)


def bank(*questions: Question, passages: int = 5, **fields: Any) -> Bank:
    """A bank of these questions, with passages p1, p2 … in sections "A" (odd) and "B" (even)."""
    held = tuple(
        Passage(id=f"p{n}", section="A" if n % 2 else "B", paragraph=n, digest=f"Passage {n}.")
        for n in range(1, passages + 1)
    )
    whole: dict[str, Any] = {
        "digest": "sha256:bank",
        "passages": held,
        "questions": questions,
        **fields,
    }
    return Bank("samples", "Samples", Path("samples.toml"), **whole)


def letters(names: str, **fields: Any) -> Bank:
    """A bank of one question for each letter, on no passage."""
    return bank(*(word(name) for name in names), **fields)


def ticking(
    start: datetime = datetime(2024, 5, 1, 22, 30, tzinfo=UTC), each: float = 60.0
) -> Iterator[datetime]:
    """Moments `each` seconds apart, two hours east of Greenwich."""
    moment = start
    while True:
        yield moment.astimezone(timezone(timedelta(hours=2)))
        moment += timedelta(seconds=each)


def session_on(plan: str, mode: str = "learn", store: Store | None = None) -> SessionRun:
    """A session that asks a question for each letter, in this order."""
    request = SessionRequest(mode=mode, seed=1)  # type: ignore[arg-type]
    session = begin(letters(plan), store, request, "ada", ticking().__next__)
    planned = details(session.bank, plan)
    session.state = start(session.id, request.mode, planned)
    session.recorder.row = session.recorder.row._replace(
        plan=compact(planned), planned=len(planned), weight=float(len(planned))
    )
    return session


def do(session: SessionRun, what: str) -> None:
    """A response, or one of the learner's other doings."""
    match what.split():
        case ["skip"]:
            session.skip()
        case ["hint"]:
            session.hint()
        case ["undo"]:
            session.undo()
        case ["dunno"]:
            session.answer("", 1.0)
        case ["rule", ruling]:
            session.rule(ruling)  # type: ignore[arg-type]
        case ["rule", ruling, question]:
            first = next(given for given in session.state.responses if given.question == question)
            session.rule(ruling, first.id)  # type: ignore[arg-type]
        case _:
            session.answer(what, 1.0)
