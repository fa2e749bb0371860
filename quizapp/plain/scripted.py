"""A session for scripts: its answers from a file, what came of them as JSON.

Each line of the file is an object: `question` (its id), `response` (text, as on plain lines; an
empty one says "I don't know"), and `certainty` (1 to 3) where that is asked. Several lines on one
question answer it again when it returns.
"""

import json
import sys
from collections import defaultdict, deque
from collections.abc import Iterable
from typing import Any, NamedTuple

from quizapp import files
from quizapp.app.errors import MISUSED, CommandError, refusals
from quizapp.app.session_end import BELOW
from quizapp.app.workspace import Workspace
from quizapp.bank.attach import Copy
from quizapp.bank.passage import shown
from quizapp.grading.grade_case import verdict_object
from quizapp.session.errors import TimeUp
from quizapp.session.responses import GradedResponse
from quizapp.session.run import SessionRun

LIMIT = 16 * files.MIB
"""A file of answers has this many bytes at most."""
CERTAINTIES = (1, 2, 3, None)


class FileAnswer(NamedTuple):
    """An answer in the file; `certainty` is 1 to 3, or None."""

    question: str
    response: str
    certainty: int | None = None


def run(workspace: Workspace, name: str | None) -> int:
    """Run a session from a file of answers, print what came of it. Raises CommandError.

    It asks the questions that are answered there; an exam by a paper what the paper asks.
    """
    if name is None:
        raise CommandError("--format json needs --answers FILE, with an answer on each line.")
    with refusals(name, MISUSED):
        lines = files.read_text(name, LIMIT).split("\n")
    try:
        answers = [_answer(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    except ValueError as error:
        raise CommandError(f"{name}: {error}.", status=1) from error
    try:
        session = _session_of(workspace, tuple(dict.fromkeys(one.question for one in answers)))
        _give_all(session, answers)
        print(json.dumps(_result(session, workspace.copy(session.bank)), indent=2))
    finally:
        workspace.close()
    if not session.recorder.keeps and workspace.start.keep:
        print(f"quizapp: {workspace.trouble}", file=sys.stderr)
        return 1
    return BELOW if session.passed is False else 0


def _answer(number: int, line: str) -> FileAnswer:
    """The answer on a line. Raises ValueError, which says what is wrong with which."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"line {number} is not JSON: {error}") from error
    if not isinstance(found, dict):
        raise ValueError(f"line {number} is not an object")
    if unknown := found.keys() - set(FileAnswer._fields):
        raise ValueError(f"line {number} has no use for {min(unknown)!r}")
    for name in ("question", "response"):
        if not isinstance(found.get(name), str):
            raise ValueError(f"line {number} needs {name!r}, a text")
    if isinstance(found.get("certainty"), bool) or found.get("certainty") not in CERTAINTIES:
        raise ValueError(f"line {number}: 'certainty' is 1, 2 or 3")
    return FileAnswer(**found)


def _session_of(workspace: Workspace, answered: tuple[str, ...]) -> SessionRun:
    """The session to run: resumed, or begun on these questions. Raises CommandError."""
    start = workspace.start
    if start.resume is not None:
        return workspace.resume(start.resume, start.bank)
    if start.bank is None:
        raise CommandError("Name the bank: `quizapp study BANK --answers FILE`.")
    bank, request = workspace.bank(start.bank), start.request
    if unknown := set(answered) - {one.id for one in bank.questions}:
        raise CommandError(f"{bank.id} has no question {min(unknown)!r}.", status=1)
    if request.paper is None:
        count = request.count or max(len(answered), 1)
        request = request._replace(questions=answered, count=count)
    return workspace.begin(bank, request)


def _give_all(session: SessionRun, answers: Iterable[FileAnswer]) -> None:
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


def _result(session: SessionRun, copy: Copy | None) -> dict[str, Any]:
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
