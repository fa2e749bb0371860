"""What a session is worth, derived from it and from nothing else."""

from typing import TYPE_CHECKING, NamedTuple

from quizapp.planning.request import Planned
from quizapp.session.responses import GradedResponse
from quizapp.session.state import SessionState, counted, passed_over, voided

if TYPE_CHECKING:
    from quizapp.grading.verdict import Outcome


class SectionScore(NamedTuple):
    """The score of the questions on one section of the source."""

    section: str
    points: float
    out_of: float
    answered: int
    planned: int


class Score(NamedTuple):
    """The score of a session: first responses count (in an exam the last), retries do not.

    `points` of `out_of` are weights times credit; `percent` (0 to 100) is their ratio, over what
    was answered or passed over so far, and over the whole paper once an exam is handed in. Of the
    `answered` questions `correct`, `close`, `partial` and `wrong` count the outcomes with rulings
    applied, `ruled_right` those that are right by ruling alone, `hinted` those that are right after
    the hint; `not_known` of the wrong ones said “I don't know”. `skipped` were passed over for good
    and not answered. `right_in_the_end` counts those that were right at least once. `missed` lists
    what to revisit, in the plan's order: all that was not right in full.
    `unsure` lists the questions whose response waits for a ruling, for the grader was not sure.
    An exam's score leaves the learner's own rulings out: `with_rulings` is what the points would
    be with them, `rulings` how many there are; an instructor's always count. Where certainties were
    stated, `marks` of at most `marks_out_of` are what they earn; None where none were.
    """

    points: float
    out_of: float
    percent: float
    planned: int
    answered: int
    correct: int
    close: int
    partial: int
    wrong: int
    skipped: int
    hinted: int
    ruled_right: int
    right_in_the_end: int
    by_section: tuple[SectionScore, ...]
    missed: tuple[str, ...]
    unsure: tuple[str, ...]
    rulings: int
    with_rulings: float
    finished: bool
    marks: float | None = None
    marks_out_of: float = 0.0
    not_known: int = 0


def score(state: SessionState) -> Score:
    """The session's score at this moment."""
    exam = state.mode == "exam"
    counting = counted(state)
    judged = {
        question: given._replace(claim=None) if exam else given
        for question, given in counting.items()
    }
    outcomes = [outcome(given) for given in judged.values()]
    skipped = passed_over(state) - judged.keys()
    without = voided(state)
    plan = tuple(planned for planned in state.plan if planned.question not in without)
    due = [planned for planned in plan if _is_due(state, planned, skipped | judged.keys())]
    points = _points(plan, judged)
    out_of = sum(planned.weight for planned in due)
    return Score(
        points=round(points, 6),
        out_of=round(out_of, 6),
        percent=percent(points, out_of),
        planned=len(plan),
        answered=len(judged),
        correct=outcomes.count("correct"),
        close=outcomes.count("close"),
        partial=outcomes.count("partial"),
        wrong=outcomes.count("wrong"),
        skipped=sum(planned.question in skipped for planned in due),
        hinted=sum(
            given.hinted and outcome(given) in ("correct", "close") for given in judged.values()
        ),
        ruled_right=sum(
            given.ruling == "right" and not given.verdict.accepted for given in judged.values()
        ),
        right_in_the_end=_right_in_the_end(state),
        by_section=_by_section(plan, due, judged),
        missed=tuple(
            planned.question
            for planned in due
            if planned.question not in judged
            or outcome(judged[planned.question]) in ("partial", "wrong")
        ),
        unsure=tuple(
            planned.question
            for planned in plan
            if planned.question in counting and counting[planned.question].unsettled
        ),
        rulings=sum(given.claim is not None for given in counting.values()),
        with_rulings=round(_points(plan, counting), 6),
        finished=state.finished,
        marks=_marks(plan, judged),
        marks_out_of=round(3 * out_of, 6),
        not_known=sum(map(says_not_known, judged.values())),
    )


def passed(state: SessionState, mark: float | None) -> bool | None:
    """Whether an exam that is handed in reached its pass mark in per cent; None if it has none."""
    if state.mode != "exam" or not state.finished or mark is None:
        return None
    return score(state).percent >= mark


def says_not_known(given: GradedResponse) -> bool:
    """Whether the response is “I don't know”, as a key or in words, and stands so."""
    from quizapp.kinds.base import gives_up

    if given.ruling in ("right", "void") or given.verdict.score:
        return False
    gave_up = any(reason.code == "gave-up" for reason in given.verdict.reasons)
    return gave_up or gives_up(given.response)


def outcome(given: GradedResponse) -> "Outcome":
    """The headline of a response with its ruling applied (a void one counts as wrong)."""
    if given.ruling is None or (given.ruling == "right" and given.verdict.accepted):
        return given.verdict.outcome
    return "correct" if given.ruling == "right" else "wrong"


def percent(points: float, out_of: float) -> float:
    """The share of the points in per cent, to two decimals; 0 where nothing was at stake."""
    return round(100 * points / out_of, 2) if out_of > 0 else 0.0


def in_words(score: Score) -> str:
    """In a line: "19 right (2 with a slip, 1 by your ruling); all 20 right by the end"."""
    right = score.correct + score.close
    asides = (
        (score.close, "with a slip"),
        (score.ruled_right, "by your ruling"),
        (score.hinted, "after a hint"),
    )
    told = ", ".join(f"{count} {words}" for count, words in asides if count)
    words = f"{right} right" + (f" ({told})" if told else "")
    if score.partial:
        words += f", {score.partial} partly right"
    caught_up = score.right_in_the_end > right
    wrong = score.wrong - score.not_known
    if wrong and not caught_up:
        words += f", {wrong} wrong"
    if score.not_known and not caught_up:
        words += f", {score.not_known} not known yet"
    if score.skipped:
        words += f", {score.skipped} skipped"
    if caught_up:
        every = score.right_in_the_end == score.planned
        whole = "all" if every else f"{score.right_in_the_end} of"
        words += f"; {whole} {score.planned if every else score.answered} right by the end"
    if score.answered + score.skipped < score.planned:
        words += f"; {score.answered} of {score.planned} answered"
    return words


def _marks(plan: tuple[Planned, ...], judged: dict[str, GradedResponse]) -> float | None:
    if all(given.certainty is None for given in judged.values()):
        return None
    told = {name: given for name, given in judged.items() if given.ruling != "void"}
    marks = (each.weight * told[each.question].marks for each in plan if each.question in told)
    return round(sum(marks), 6)


def _is_due(state: SessionState, planned: Planned, settled: set[str]) -> bool:
    if state.mode == "read":
        return False
    return planned.question in settled or (state.mode == "exam" and state.finished)


def _points(plan: tuple[Planned, ...], judged: dict[str, GradedResponse]) -> float:
    return sum(
        planned.weight * judged[planned.question].credit
        for planned in plan
        if planned.question in judged
    )


def _right_in_the_end(state: SessionState) -> int:
    if state.mode == "exam":
        return sum(given.verdict.accepted for given in counted(state).values())
    right = {given.question for given in state.responses if outcome(given) in ("correct", "close")}
    return sum(planned.question in right for planned in state.plan)


def _by_section(
    plan: tuple[Planned, ...], due: list[Planned], judged: dict[str, GradedResponse]
) -> tuple[SectionScore, ...]:
    sections = dict.fromkeys(planned.section for planned in plan)
    return tuple(
        SectionScore(
            section,
            round(_points(tuple(p for p in plan if p.section == section), judged), 6),
            round(sum(p.weight for p in due if p.section == section), 6),
            sum(p.question in judged for p in plan if p.section == section),
            sum(p.section == section for p in plan),
        )
        for section in sections
    )
