"""Killed at any moment of a plain session, nothing is lost whose verdict was printed."""

import json
import random
import signal
import subprocess
from pathlib import Path

import pytest
from cli.running import BANK, PROGRAM, quiz, surroundings

OUTCOMES = ("CORRECT", "CLOSE", "PARTIAL", "WRONG")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system with SIGKILL")
def test_killed_fifty_times_it_loses_nothing_that_was_told(tmp_path: Path) -> None:
    chance = random.Random(7)
    told = 0
    for _ in range(50):
        told += killed_after(tmp_path, chance.randint(1, 150), chance.randint(0, 20_000))
    shown = json.loads(quiz(tmp_path, "scores", "--format", "json").stdout)["sessions"]
    kept = sum(
        len(json.loads(one.stdout)["responses"])
        for one in (
            quiz(tmp_path, "scores", "--session", each["id"], "--format", "json") for each in shown
        )
    )
    assert told > 50
    assert kept >= told
    resumed = quiz(tmp_path, "study", "bees", "--plain", "--resume", typed="x\n")
    assert resumed.returncode == 0
    assert "Score: " in resumed.stdout


def killed_after(data: Path, lines: int, spins: int) -> int:
    """How many verdicts a session told before it was killed, after so many lines and a while."""
    waiting = quiz(data, "study", BANK, "--plain", "--resume", typed="").returncode == 0
    how = ["--resume"] if waiting else ["--seed", str(lines)]
    with subprocess.Popen(
        [*PROGRAM, "study", str(BANK), "--plain", *how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=surroundings(data),
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
    return sum(line.decode().startswith(OUTCOMES) for line in printed)
