"""What git knows of a bank's files, where they are kept in a repository."""

from pathlib import Path

from quizapp.bank.model import Loaded
from quizapp.bank.toml import parse
from quizapp.files import Refused

PATIENCE = 30
"""Git is waited for so many seconds."""


def ids_before(loaded: Loaded) -> dict[str, str]:
    """The ids of the questions in the bank's files that have changed since the last commit, with
    their prompts; {} where there is no commit, or no git."""
    folder = loaded.path if loaded.path.is_dir() else loaded.path.parent
    whole = folder.resolve()
    if not any((place / ".git").exists() for place in (whole, *whole.parents)):
        return {}
    found = {}
    changed = _git(folder, "diff", "--name-only", "--no-ext-diff", "--relative", "-z", "HEAD", ".")
    for name in (changed or "").split("\0"):
        if not name.endswith(".toml") or (loaded.path != folder and name != loaded.path.name):
            continue
        try:
            data = parse(_git(folder, "show", f"HEAD:./{name}") or "")
        except Refused:
            continue
        questions = data.get("question")
        for raw in questions if isinstance(questions, list) else ():
            if isinstance(raw, dict):
                found[str(raw.get("id", ""))] = str(raw.get("prompt", ""))
    return found


def files_in(revision: str, bank: Path) -> dict[str, str] | None:
    """The files of a bank, by their names, as they were in a revision; None if git knows none."""
    folder = bank if bank.is_dir() else bank.parent
    listed = _git(folder, "ls-tree", "-z", "--name-only", revision, "./")
    if listed is None:
        return None
    names = [name for name in listed.split("\0") if name.endswith(".toml") and "/" not in name]
    wanted = names if bank.is_dir() else [name for name in names if name == bank.name]
    return {name: _git(folder, "show", f"{revision}:./{name}") or "" for name in wanted}


def _git(folder: Path, *words: str) -> str | None:
    """What git says; None where it fails. Nothing that the repository configures is run."""
    import subprocess

    command = ("git", "-c", "core.fsmonitor=false", "--no-optional-locks", *words)
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, check=True, timeout=PATIENCE
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode(errors="replace")
