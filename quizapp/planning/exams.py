"""The exams that a bank sets."""

from quizapp.bank.model import Bank
from quizapp.planning.plan import NothingToAsk
from quizapp.planning.request import SessionRequest


def applied(bank: Bank, request: SessionRequest) -> SessionRequest:
    """The request completed by its paper, as an exam; what it says itself takes precedence.

    Raises NothingToAsk if the bank has no such paper, or extra time is given to one without limit.
    """
    if request.paper is None:
        return request
    paper = next((paper for paper in bank.papers if paper.id == request.paper), None)
    if paper is None:
        there = ", ".join(paper.id for paper in bank.papers) or "none"
        raise NothingToAsk(
            f'The bank {bank.id} has no paper "{request.paper}". There are: {there}.'
        )
    unsaid = {name: getattr(paper, name) for name in ("count", "seed", "minutes", "pass_mark")
              if getattr(request, name) is None}  # fmt: skip
    exam = request._replace(mode="exam", sections=request.sections or paper.sections, **unsaid)
    if exam.extra_time and exam.minutes is None:
        raise NothingToAsk(
            f"The paper {paper.id} has no time limit that extra time would lengthen. "
            "Leave --extra-time out, or set a limit with --minutes."
        )
    return exam
