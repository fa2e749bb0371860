"""Killed at any moment of a plain session, nothing is lost whose verdict was printed."""

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cli.program import BANK, environment, quizapp

from quizapp.store import FILE
from quizapp.store.sqlite import open_store

OUTCOMES = ("CORRECT", "CLOSE", "PARTIAL", "WRONG")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system with SIGKILL")
@pytest.mark.parametrize("times", [5, pytest.param(50, marks=pytest.mark.slow)])
def test_however_often_it_is_killed_it_loses_nothing_that_was_told(
    tmp_path: Path, times: int
) -> None:
    chance = random.Random(7)
    told = 0
    for _ in range(times):
        before = kept(tmp_path)
        shown = shown_until_killed(tmp_path, chance.randint(1, 150), chance.randint(0, 20_000))
        added = [outcome for one, outcome in kept(tmp_path).items() if one not in before]
        assert added[: len(shown)] == shown
        told += len(shown)
    assert told > times
    resumed = quizapp(tmp_path, "study", "bees", "--plain", "--resume", typed="x\n")
    assert resumed.status == 0
    assert "Score: " in resumed.out


def kept(data: Path) -> dict[str, str]:
    """The outcome of every response in the store, by its id, in the order given."""
    with open_store(data / FILE, write=False) as store:
        sessions = reversed(store.sums())
        return {given.id: given.outcome for each in sessions for given in store.responses(each.id)}


def shown_until_killed(data: Path, lines: int, spins: int) -> list[str]:
    """The outcomes that a session told before it was killed, after so many lines and a while."""
    with open_store(data / FILE, write=False) as store:
        waiting = store.unfinished("", "2000")
    how = ["--resume"] if waiting else ["--seed", str(lines)]
    with subprocess.Popen(
        [sys.executable, "-m", "quizapp", "study", str(BANK), "--plain", *how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(data),
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(b"x\n\n" * 60)
        child.stdin.close()
        printed = []
        for _ in range(lines):
            printed.append(child.stdout.readline())
        for _ in range(spins):
            pass
        child.kill()
        printed += child.stdout.readlines()
    first = [line.decode().rstrip("\n").partition(":")[0].partition(",")[0] for line in printed]
    return [word.lower() for word in first if word in OUTCOMES]
