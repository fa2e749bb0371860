"""A server of the program, run as one would, and what it printed."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from cli.program import environment

pytest.importorskip("aiohttp", reason="the extra `web` is not installed")
pytest.importorskip("textual_serve", reason="the extra `web` is not installed")

BANK = """\
format = 1
[bank]
id = "tea"
title = "Tea"
[[question]]
id = "leaf"
kind = "text"
prompt = "What is tea made from?"
answers = ["leaves"]
[[question]]
id = "land"
kind = "text"
prompt = "Where does tea come from?"
answers = ["China"]
"""


class Served(NamedTuple):
    """A server that runs: its addresses, each for one visitor, and the folder of its data."""

    addresses: list[str]
    data: Path
    process: "subprocess.Popen[str]"

    @property
    def origin(self) -> str:
        """Where it is, without a token."""
        return self.addresses[0].partition("/?")[0]

    def stop(self) -> int:
        """Ask it to end, and give its exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "tea.toml"
    path.write_text(BANK)
    return path


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """Starts a server for so many visitors; all are ended afterwards."""
    running: list[subprocess.Popen[str]] = []

    def start(*words: str, visitors: int = 1) -> Served:
        data = tmp_path / "data"
        process = subprocess.Popen(
            [sys.executable, "-m", "quizapp", "serve", "--port", "0",
             "--visitors", str(visitors), *words],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(data),
        )  # fmt: skip
        running.append(process)
        assert process.stdout is not None
        addresses = [process.stdout.readline().strip() for _ in range(visitors)]
        if not all(addresses):
            process.kill()
            pytest.fail(process.communicate()[1])
        return Served(addresses, data, process)

    yield start
    for process in running:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
        process.communicate()
