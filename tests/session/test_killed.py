"""Whatever kills the process, what a learner saw graded is there, and the session goes on."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from session.samples import letters

from quizapp.session.begin import resume
from quizapp.store.sqlite import open_store

LEARNER = """
import sys
from itertools import cycle
from pathlib import Path
from session.samples import letters
from quizapp.planning.plan import SessionRequest
from quizapp.session.begin import begin, resume
from quizapp.store.sqlite import open_store

bank = letters("abcdefghijklmnopqrstuvwxyz")
responses = cycle(["right", "wrong", "skip", "half", "hint", "rule"])
with open_store(Path(sys.argv[1])) as store:
    left = store.unfinished("ada", "2000")
    request = SessionRequest(count=len(bank.questions))
    session = resume(bank, store, left[0].id) if left else begin(bank, store, request, "ada")
    print("ready", session.id, flush=True)
    while session.turn:
        match next(responses):
            case "skip":
                session.skip()
            case "hint":
                session.hint()
            case "rule":
                if session.last:
                    session.rule("right")
            case response:
                given = session.answer(response, 1.0)
                print("shown", session.id, given.id, given.verdict.outcome, flush=True)
    session.finish()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system with SIGKILL")
@pytest.mark.parametrize("times", [5, pytest.param(50, marks=pytest.mark.slow)])
def test_however_often_it_is_killed_it_loses_nothing_that_was_shown(
    tmp_path: Path, times: int
) -> None:
    path = tmp_path / "scores.db"
    chance = random.Random(20240501)
    shown: dict[str, dict[str, str]] = {}
    for _ in range(times):
        with subprocess.Popen(
            [sys.executable, "-c", LEARNER, str(path)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        ) as learner:
            assert learner.stdout is not None
            for _ in range(chance.randint(0, 12)):
                _note(shown, learner.stdout.readline())
            for _ in range(chance.randint(0, 60_000)):
                pass
            learner.kill()
            for line in learner.stdout:
                _note(shown, line)
    with open_store(path) as store:
        open_ones = {each.id for each in store.unfinished("ada", "2000")}
        for session, verdicts in shown.items():
            kept = {each.id: each.outcome for each in store.responses(session)}
            assert verdicts.items() <= kept.items()
            if session in open_ones:
                resumed = resume(letters("abcdefghijklmnopqrstuvwxyz"), store, session)
                assert {given.id for given in resumed.state.responses} == kept.keys()
        assert sum(len(verdicts) for verdicts in shown.values()) > 2 * times


def _note(shown: dict[str, dict[str, str]], line: str) -> None:
    match line.split():
        case ["shown", session, response, outcome]:
            shown.setdefault(session, {})[response] = outcome
