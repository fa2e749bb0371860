"""A session for scripts: its answers from a file, what came of them as JSON.

Each line of the file is an object: `question` (its id), `response` (text, as on plain lines; an
empty one says "I don't know"), and `certainty` (1 to 3) where that is asked. Several lines on one
question answer it again when it returns.
"""

import json
from collections import defaultdict, deque
from collections.abc import Iterable
from typing import Any, NamedTuple

from quizapp.bank.attach import Copy
from quizapp.bank.passage import shown
from quizapp.grading.grade_case import verdict_object
from quizapp.session.errors import TimeUp
from quizapp.session.events import GradedResponse
from quizapp.session.run import SessionRun

CERTAINTIES = (1, 2, 3, None)


class FileAnswer(NamedTuple):
    """An answer in the file; `certainty` is 1 to 3, or None."""

    question: str
    response: str
    certainty: int | None = None


class BadLine(Exception):
    """A line of the file that is no answer; the message says which, and why."""


def read(lines: Iterable[str]) -> tuple[FileAnswer, ...]:
    """The answers in the file. Raises BadLine."""
    return tuple(_answer(number, line) for number, line in enumerate(lines, 1) if line.strip())


def _answer(number: int, line: str) -> FileAnswer:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLine(f"line {number} is not JSON: {error}") from error
    if not isinstance(found, dict):
        raise BadLine(f"line {number} is not an object")
    if unknown := found.keys() - set(FileAnswer._fields):
        raise BadLine(f"line {number} has no use for {min(unknown)!r}")
    for name in ("question", "response"):
        if not isinstance(found.get(name), str):
            raise BadLine(f"line {number} needs {name!r}, a text")
    if isinstance(found.get("certainty"), bool) or found.get("certainty") not in CERTAINTIES:
        raise BadLine(f"line {number}: 'certainty' is 1, 2 or 3")
    return FileAnswer(**found)


def run(session: SessionRun, answers: Iterable[FileAnswer]) -> None:
    """Answer what is asked, as far as the file goes, and leave; an exam is handed in.

    Raises NotKept where an answer cannot be kept.
    """
    waiting: defaultdict[str, deque[FileAnswer]] = defaultdict(deque)
    for each in answers:
        waiting[each.question].append(each)
    try:
        while any(waiting.values()):
            if session.reading is not None:
                session.read_on()
            elif (turn := session.turn) is None:
                break
            elif mine := waiting[turn.question]:
                _give(session, mine.popleft())
            elif turn.retry:
                break
            else:
                session.skip()
        if session.state.mode == "exam":
            session.hand_in()
    except TimeUp:
        pass
    session.leave()


def _give(session: SessionRun, answer: FileAnswer) -> None:
    given = answer.response
    response = session.question.read(session.offer, given) if given.strip() else ""
    certainty = answer.certainty if session.asks_certainty else None
    session.answer(response, 0.0, certainty)


def result(session: SessionRun, copy: Copy | None) -> dict[str, Any]:
    """What came of the session, field by field as `docs/formats.md` has it."""
    score = session.score()
    return {
        "session": session.id if session.recorder.keeps else None,
        "bank": session.bank.id,
        "mode": session.state.mode,
        "finished": session.state.finished,
        "asked": score.planned,
        "answered": score.answered,
        "score": score.points,
        "out_of": score.out_of,
        "percent": score.percent,
        "passed": session.passed,
        "unsure": list(score.unsure),
        "responses": [_told(session, given, copy) for given in session.state.responses],
    }


def _told(session: SessionRun, given: GradedResponse, copy: Copy | None) -> dict[str, Any]:
    """A response, its verdict as `quizapp grade` prints it, the model answer and the evidence."""
    question = session.question_of(given.question)
    passages = shown(session.bank, question, copy)
    verdict = verdict_object("", given.verdict)
    del verdict["id"]
    return {
        "question": given.question,
        "prompt": question.prompt,
        "response": given.response,
        "again": given.again,
        **verdict,
        "answer": question.model_answer(),
        "evidence": [one.text[start:end] for one in passages for start, end in one.spans],
    }
