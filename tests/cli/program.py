"""Running the program from a test: in this process, or as one of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from quizapp.__main__ import main

BANK = Path(__file__).parent / "bank"
ROOT = Path(__file__).resolve().parents[2]


class Done(NamedTuple):
    """How a run ended, and what it said."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def environment(data: Path | str, **more: str) -> dict[str, str]:
    """The environment of a run: everything kept in `data`, nothing of the developer's own."""
    ours = {key: value for key, value in os.environ.items() if not key.startswith("QUIZAPP_")}
    return {**ours, "QUIZAPP_DATA": str(data), "PYTHONPATH": str(ROOT), **more}


def quizapp(
    data: Path | str, *words: str, typed: str | bytes = "", folder: Path | None = None
) -> Done:
    """Run `quizapp` with these words in this process, `typed` on its standard input, and no
    terminal."""
    with TemporaryDirectory() as streams, pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "environ", environment(data))
        patch.chdir(folder or Path(data).parent)
        patch.setattr(sys, "argv", ["quizapp", *words])
        for hook in ("excepthook", "unraisablehook"):
            patch.setattr(sys, hook, getattr(sys, hook))
        with _streams(Path(streams), _bytes(typed)) as (out, err):
            status = main()
        return Done(status, out.read_bytes().decode(), err.read_bytes().decode())


def started(
    data: Path,
    *words: str,
    typed: str | bytes = "",
    folder: Path | None = None,
    variables: Mapping[str, str] = MappingProxyType({}),
) -> Done:
    """As `quizapp`, in a process of its own: for what happens as one starts, or ends."""
    done = subprocess.run(
        [sys.executable, "-m", "quizapp", *words],
        input=_bytes(typed),
        capture_output=True,
        cwd=folder or data.parent,
        env=environment(data, **variables),
        check=False,
        timeout=60,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def study(data: Path, *words: str, typed: str | bytes = "") -> Done:
    """A session on the tests' bank on plain lines."""
    return quizapp(data, "study", str(BANK), "--plain", *words, typed=typed)


@contextmanager
def _streams(folder: Path, typed: bytes) -> Iterator[tuple[Path, Path]]:
    """Standard streams that are files in the folder; gives where output and errors are."""
    paths = [folder / name for name in ("stdin", "stdout", "stderr")]
    paths[0].write_bytes(typed)
    with pytest.MonkeyPatch.context() as patch:
        for path in paths:
            mode = "r" if path.name == "stdin" else "w"
            stream = path.open(mode, encoding="utf-8", errors="surrogateescape")
            patch.setattr(sys, path.name, stream)
        try:
            yield paths[1], paths[2]
        finally:
            for path in paths:
                getattr(sys, path.name).close()


def _bytes(text: str | bytes) -> bytes:
    return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text
