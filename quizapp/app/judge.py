"""A judge of the learner's own: a command that is asked where the grader is not sure.

It reads one JSON object a line and answers with one: `{"same": true, "why": "…"}`. It is started
anew for each response, without a shell, gets so many seconds and may say so many bytes; what it
says is cleaned. Whatever else comes, or nothing, is no opinion, and the grader stays not sure.
"""

from __future__ import annotations

import json
import os
import shlex
import signal
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple

from quizapp.bank.model import Bank
from quizapp.bank.passage import shown
from quizapp.kinds.base import Question
from quizapp.session.responses import GradedResponse
from quizapp.session.run import SessionRun
from quizapp.text import clean

if TYPE_CHECKING:
    from subprocess import Popen

SECONDS = 10.0
"""So long a judge may take over one response."""
MOST_BYTES = 64 * 1024
"""Of what a judge says, so much is read."""
LONGEST_REASON = 300


class Opinion(NamedTuple):
    """What a judge says: whether the response says the `same` as the key (None where it has no
    opinion), and why."""

    same: bool | None
    why: str


def can_be_asked(question: Question) -> bool:
    """Whether the question is one that a judge is asked about: answered in words."""
    return question.text_key() is not None


def case(bank: Bank, question: Question, response: str) -> dict[str, Any]:
    """What a judge is given to read; `ideas` is a list of wordings for each idea."""
    key = question.text_key()
    return {
        "question": question.prompt,
        "answers": list(question.accepted()),
        "ideas": [list(idea.says) for idea in key.ideas.ideas] if key else [],
        "passage": "\n\n".join(one.text for one in shown(bank, question)),
        "response": response,
    }


def to_be_asked(session: SessionRun, given: GradedResponse) -> dict[str, Any] | None:
    """The case for the judge, where the grader is not sure and nobody has ruled; else None."""
    question = session.question_of(given.question)
    if not given.unsettled or not can_be_asked(question):
        return None
    return case(session.bank, question, given.response)


def heard(session: SessionRun, given: GradedResponse, opinion: Opinion) -> str:
    """Rule as the judge says, and say so in a sentence. Raises NotKept, NotAllowed."""
    why = f": {opinion.why}" if opinion.why else ""
    if opinion.same is None:
        return f"Your judge has no opinion{why}".rstrip(".") + "."
    session.rule("right" if opinion.same else "wrong", given.id, by="judge")
    says = "it says the same" if opinion.same else "it does not say the same"
    return f"Your judge rules that {says}{why}".rstrip(".") + "."


def words_of(command: str) -> list[str]:
    """The command as a list of words, as a shell would split it. Raises ValueError."""
    words = shlex.split(command)
    if not words:
        raise ValueError("there is no command in it")
    return words


def ask(command: str, about: dict[str, Any], seconds: float = SECONDS) -> Opinion:
    """The opinion of the judge on one case. Never raises."""
    from subprocess import DEVNULL, PIPE, Popen
    from tempfile import TemporaryFile

    # From a file, so that a judge that does not read its input keeps nobody waiting.
    with TemporaryFile() as typed:
        typed.write(json.dumps(about).encode() + b"\n")
        typed.seek(0)
        try:
            process = Popen(
                words_of(command), stdin=typed, stdout=PIPE, stderr=DEVNULL, start_new_session=True
            )
        except (OSError, ValueError) as error:
            return Opinion(None, f"it cannot be started: {getattr(error, 'strerror', error)}")
        said: list[bytes] = []
        reading = Thread(target=lambda: said.append(_said(process)), daemon=True)
        reading.start()
        reading.join(seconds)
        late = reading.is_alive()
        _end(process)
        reading.join(seconds)
    return Opinion(None, f"it took longer than {seconds:g} s") if late else _read(said[0])


def _said(process: Popen[bytes]) -> bytes:
    assert process.stdout is not None
    with process.stdout as stream:
        return stream.read(MOST_BYTES)


def _end(process: Popen[bytes]) -> None:
    """End the judge and all that it started."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def _read(said: bytes) -> Opinion:
    """The opinion in what was said: the whole of it, or its first line that is one."""
    text = said.decode("utf-8", "replace")
    for piece in (text, *text.splitlines()):
        with suppress(ValueError, RecursionError):
            found = json.loads(piece)
            if isinstance(found, dict) and isinstance(found.get("same"), bool):
                why = " ".join(clean(str(found.get("why", ""))).split())
                return Opinion(found["same"], why[:LONGEST_REASON])
    return Opinion(None, 'it did not answer {"same": true or false, "why": "…"}')
