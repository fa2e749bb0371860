"""Whatever a log holds: it is imported or named, nothing else is touched, and all reads on."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import pytest
from cli.program import BANK
from exchange.hostile import let_in, logs
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tripwire import tripwire

from quizapp.cli import main
from quizapp.exchange.log import _TYPES
from quizapp.store import FILE
from quizapp.store.rows import AnyRow, SessionRow, Stamp
from quizapp.store.sqlite import open_store

# Hypothesis warns where it has to print a log of more than 30 kB, which is no fault of the program.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

PATIENCE = 2.0
"""So many seconds of work may a reading be."""

bank = str(BANK)
READERS = (
    ("scores", "--format", "json"), ("progress", bank), ("items", bank), ("export-log",),
    ("study", bank, "--count", "1", "--plain"),
)  # fmt: skip
OTHERS = (
    ("scores",), ("scores", "--missed", "--bank", bank), ("items", bank, "--question", "decoder"),
    ("suggest", bank), ("regrade", bank), ("export-log", "--format", "csv"),
    ("study", "--resume", "--plain"),
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def typed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Standard input is a file with what is typed."""
    path = tmp_path_factory.mktemp("typed") / "typed"
    path.write_text("x\n\n:right\n1\n:quit\n")
    with pytest.MonkeyPatch.context() as patch, path.open() as file:
        patch.setattr(sys, "stdin", file)
        for words in (*READERS, *OTHERS):
            # What a command loads the first time is no part of a reading.
            run(path.parent, *words, patience=60)
        yield


def run(data: Path, *words: str, patience: float = PATIENCE) -> tuple[int, str]:
    """Run a command within this process, without the net that catches faults."""
    out = StringIO()
    os.lseek(sys.stdin.fileno(), 0, os.SEEK_SET)
    begun = process_time()
    with redirect_stdout(out), redirect_stderr(out):
        status = main._run([*words, "--data", str(data)])
    assert process_time() - begun < patience, words
    return status, out.getvalue()


def read_on(data: Path, readers: Sequence[tuple[str, ...]]) -> None:
    """Read what is kept, and go on with each session."""
    with open_store(data / FILE, write=False) as store:
        named = [name for (name,) in store.read("SELECT id FROM session LIMIT 3", {})]
    resumed = [("study", "--resume", name, "--plain") for name in named]
    for words in (*readers, *resumed):
        status, said = run(data, *words)
        assert status in (0, 1, 2), (words, said)


def imported(log: Sequence[str], way: Sequence[str], readers: Sequence[tuple[str, ...]]) -> None:
    """A log is imported, read and taken back; nothing but the data folder is touched."""
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        path = Path(folder) / "log.jsonl"
        path.write_bytes("\n".join(log).encode("utf-8", "surrogatepass"))
        with tripwire(data) as touched:
            for words, then in (((str(path), *way), readers), (("--undo",), READERS[:1])):
                status, said = run(data, "import-log", *words)
                assert status in (0, 1), said
                read_on(data, then)
        assert touched == []


def found_there(told: list[dict[str, Any]], readers: Sequence[tuple[str, ...]]) -> None:
    """What an older version let in is read, or named; nothing but the data folder is touched."""
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        with open_store(data / FILE) as store:
            begun, *others = (_row(each) for each in told)
            assert isinstance(begun, SessionRow)
            store.merge([(begun, [each for each in others if not isinstance(each, SessionRow)])])
        with tripwire(data) as touched:
            read_on(data, readers)
        assert touched == []


def _row(told: dict[str, Any]) -> AnyRow:
    """The row of a line, unread."""
    kind = _TYPES[told["type"]]
    stamp = Stamp(told["at"], told["offset"], told["day"])
    return kind(**{name: told[name] for name in kind._fields[:-1]}, stamp=stamp)


hostile = settings(deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))


ways = st.sampled_from([(), ("--mine",), ("--by", "instructor")])


@settings(hostile, max_examples=20)
@given(logs(), ways, st.sampled_from(READERS + OTHERS))
def test_a_hostile_log_does_no_harm(
    log: list[str], way: tuple[str, ...], reader: tuple[str, ...]
) -> None:
    imported(log, way, [reader])


@settings(hostile, max_examples=20)
@given(let_in(), st.sampled_from(READERS + OTHERS))
def test_what_an_older_version_let_in_does_no_harm(
    told: list[dict[str, Any]], reader: tuple[str, ...]
) -> None:
    found_there(told, [reader])


@pytest.mark.slow
@pytest.mark.long
@settings(hostile, max_examples=10_000)
@given(logs(), ways, st.sampled_from(OTHERS))
def test_ten_thousand_hostile_logs_do_no_harm(
    log: list[str], way: tuple[str, ...], other: tuple[str, ...]
) -> None:
    imported(log, way, [*READERS, other])


@pytest.mark.slow
@pytest.mark.long
@settings(hostile, max_examples=5_000)
@given(let_in(), st.sampled_from(OTHERS))
def test_nor_does_what_an_older_version_let_in(
    told: list[dict[str, Any]], other: tuple[str, ...]
) -> None:
    found_there(told, [*READERS, other])
