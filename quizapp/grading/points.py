"""Open answers: credit for each point that a response makes, wherever it stands."""

from quizapp.grading.free import grade_text
from quizapp.grading.key import Context, Point, TextKey
from quizapp.grading.verdict import Reason, Verdict, combined


def grade_points(points: tuple[Point, ...], need: int, context: Context, response: str) -> Verdict:
    """The verdict on an open answer; `need` points give full credit (0: all of them)."""
    parts = tuple(_point(point, context, response) for point in points)
    wanted = need or len(points) or 1
    made = sum(part.score for part in parts)
    score = min(1.0, made / wanted)
    found = sum(part.accepted for part in parts)
    reason = Reason("points", f"{found} of the {wanted} points asked for are made.")
    return Verdict(combined(score), round(score, 4), None, (reason,), parts)


def _point(point: Point, context: Context, response: str) -> Verdict:
    verdict = grade_text(TextKey(point.answers), context, response)
    if verdict.accepted or not point.feedback:
        return verdict
    return verdict._replace(feedback=point.feedback)
