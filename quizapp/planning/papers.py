"""The exams that a bank sets."""

from quizapp.bank.model import Bank
from quizapp.planning.plan import NothingToAsk
from quizapp.planning.request import SessionRequest


def applied(bank: Bank, wish: SessionRequest) -> SessionRequest:
    """The wish with what its paper says, an exam then; what was asked for outright goes before.

    Raises NothingToAsk if the bank has no such paper, or extra time is given to one without limit.
    """
    if wish.paper is None:
        return wish
    paper = next((paper for paper in bank.papers if paper.id == wish.paper), None)
    if paper is None:
        there = ", ".join(paper.id for paper in bank.papers) or "none"
        raise NothingToAsk(f'The bank {bank.id} has no paper "{wish.paper}". There are: {there}.')
    minutes = paper.minutes if wish.minutes is None else wish.minutes
    if wish.extra_time and minutes is None:
        raise NothingToAsk(
            f"The paper {paper.id} has no time limit that extra time would lengthen. "
            "Leave --extra-time out, or set a limit with --minutes."
        )
    return wish._replace(
        mode="exam",
        sections=wish.sections or paper.sections,
        count=paper.count if wish.count is None else wish.count,
        seed=paper.seed if wish.seed is None else wish.seed,
        minutes=minutes,
        pass_mark=paper.pass_mark if wish.pass_mark is None else wish.pass_mark,
    )
