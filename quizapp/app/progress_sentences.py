"""A learner's progress in sentences, one idea a line: for those to whom it is read aloud."""

from collections.abc import Sequence

from quizapp.app.formatting import count, day, percent
from quizapp.app.progress_text import Block, blocks, falls, growth, session_shares
from quizapp.report.calibration import Calibration
from quizapp.report.learner_report import LearnerReport
from quizapp.report.progress import Part
from quizapp.text import clean

LAST = 14
"""So many days and sessions are told, the newest first."""
WORDS = {"0": "wrong", "9": "right"}
"""The last answers as digits, in words; between the two it was right in part."""


def spoken_blocks(report: LearnerReport) -> list[Block]:
    """The blocks of the report, those that are charts put into words."""
    progress = report.progress
    told = {
        "growth": _shares(growth(report)),
        "days": [f"{day(each.day)}: {count(each.answers, 'answer')}"
                 for each in reversed(report.days[-LAST:])],
        "sessions": _shares(session_shares(report)),
        "sections": [_part(part) for part in progress.sections],
        "objectives": [_part(part) for part in progress.objectives if part.seen],
        "forecast": [f"{falls(at, each)}: {count(each.due, 'question')}"
                     for at, each in enumerate(progress.forecast) if each.due],
        "calibration": _calibration(progress.calibration),
    }  # fmt: skip
    headings = {
        "growth": "Likely known, the newest first", "days": "Days of study, the newest first",
        "sessions": "Sessions, the newest first", "sections": "Sections",
        "objectives": "Objectives", "calibration": "Certainty",
    }  # fmt: skip
    return [
        block._replace(
            heading=headings.get(block.name, block.heading),
            lines=tuple(told.get(block.name, block.lines)),
        )
        for block in blocks(report)
    ]


def _shares(found: Sequence[tuple[str, float]]) -> Sequence[str]:
    return [f"{day(at)}: {percent(share)}" for at, share in reversed(found[-LAST:])]


def _part(part: Part) -> str:
    told = f"{clean(part.title) or '(none)'}: {part.known} of {part.questions} known"
    if part.mastery is not None and part.seen:
        told += f", {percent(part.mastery)} likely known today"
    if part.last:
        told += f", last answers {', '.join(WORDS.get(each, 'partly right') for each in part.last)}"
    return told + (f", {count(part.lapses, 'lapse')}" if part.lapses else "")


def _calibration(found: Calibration) -> list[str]:
    return [
        f"certainty {level.certainty}: {percent(level.observed)} right of {level.times}, "
        f"{percent(level.stated)} stated"
        for level in found.levels
    ]
