"""Where banks are, and which one a name stands for."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from quizapp import files
from quizapp.bank.files import LIMIT, list_files, read_files
from quizapp.files import Refused
from quizapp.text import clean

MOST_NEAR = 100
"""A bank that is in none of the places is looked for in so many folders of the current one."""


class Glance(NamedTuple):
    """A bank as a list of banks shows it: `questions` counts those that may be asked.

    `problem` says in a sentence why it cannot be read at all; `load` reports what is wrong inside.
    """

    path: Path
    id: str
    title: str
    questions: int
    problem: str = ""


class Shadowed(NamedTuple):
    """Of two banks with one id, the nearer one is used, the other not."""

    id: str
    used: Path
    hidden: Path


class Found(NamedTuple):
    """The banks, the nearest first, and those hidden by a nearer one with other content."""

    banks: tuple[Glance, ...]
    shadowed: tuple[Shadowed, ...] = ()


class NoSuchBank(Exception):
    """No bank, or several, have this name; the message lists the banks there are."""


def shipped(what: str = "questions") -> Path:
    """A folder that comes with the program: that of its banks, or "docs", that of its pages."""
    package = Path(__file__).resolve().parent.parent
    installed = package / what
    return installed if installed.is_dir() else package.parent / what


def places(data: Path, folders: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Where banks are looked for, the nearest first, each folder once.

    `./questions`, the `folders` of the learner's settings, `banks/` in the `data` folder, the
    shipped banks. Folders that do not exist are included; `find` skips them.
    """
    listed = (Path("questions"), *folders, data / "banks", shipped())
    once: dict[str, Path] = {}
    for path in listed:
        once.setdefault(os.path.realpath(path), path)
    return tuple(once.values())


def banks_in(path: Path) -> tuple[Path, ...]:
    """The banks at `path`: itself if it is one (a file, a folder with bank.toml), else those in it.

    In a folder of banks, each folder with a bank.toml and each TOML file is one. Never raises; a
    folder that cannot be read has none.
    """
    try:
        if not path.is_dir() or (path / "bank.toml").exists():
            return (path,) if path.exists() else ()
        entries = sorted(path.iterdir(), key=lambda entry: entry.name)
        return tuple(
            entry
            for entry in entries
            if not entry.name.startswith(".")
            and ((entry / "bank.toml").exists() or (entry.suffix == ".toml" and entry.is_file()))
        )
    except (OSError, ValueError):
        return ()


def glance(path: Path, count: bool = True) -> Glance:
    """The id, title and number of questions of the bank at `path`, not checked; never raises.

    Without `count` only the file with `[bank]` is read, and `questions` counts those in it.
    """
    from quizapp.bank.toml import parse

    about: dict[str, Any] = {}
    asked, problem = 0, ""
    try:
        listed = list_files(path)
        for file, content in read_files(listed if count else listed._replace(others=()), path):
            if isinstance(content, Refused):
                raise content
            data = parse(files.decode(content))
            if file == listed.head:
                about = data["bank"] if isinstance(data.get("bank"), dict) else {}
            questions = data.get("question")
            if isinstance(questions, list):
                asked += sum(isinstance(q, dict) and q.get("draft") is not True for q in questions)
    except Refused as refused:
        problem = refused.message
    name, title = about.get("id"), about.get("title")
    shown = clean(name) if isinstance(name, str) and name else clean(path.stem)
    return Glance(path, shown, clean(title) if isinstance(title, str) else shown, asked, problem)


def find(places: Sequence[Path], count: bool = True) -> Found:
    """The banks in `places`, the nearest first; of two with one id, only the nearer.

    Without `count` their questions are not counted: that takes a tenth of the time.
    """
    banks: dict[str, Glance] = {}
    shadowed = []
    for place in places:
        for path in banks_in(place):
            bank = glance(path, count)
            nearer = banks.setdefault(bank.id, bank)
            if nearer is not bank and not _alike(nearer.path, path):
                shadowed.append(Shadowed(bank.id, nearer.path, path))
    return Found(tuple(banks.values()), tuple(shadowed))


def resolve(name: str, places: Sequence[Path]) -> Path:
    """The path of the bank `name`: an id, a path, or the beginning of a single id.

    Raises NoSuchBank with a sentence that says which banks there are.
    """
    return among(name, find(places, count=False), places)


def among(name: str, found: Found, places: Sequence[Path]) -> Path:
    """As `resolve`, where the banks in `places` have been `found` already."""
    looks_like_path = os.sep in name or name.endswith(".toml") or name in (".", "..")
    if looks_like_path and (own := banks_in(Path(name))):
        if len(own) == 1:
            return own[0]
        listed = ", ".join(str(path) for path in own[:10])
        raise NoSuchBank(f"{clean(name)} holds several banks: {listed}. Name one of them.")
    known = {bank.id: bank.path for bank in found.banks}
    if name in known:
        return known[name]
    if name and (own := banks_in(Path(name))) and len(own) == 1:
        return own[0]
    fitting = [bank for bank in known if name and bank.startswith(name)]
    if len(fitting) == 1:
        return known[fitting[0]]
    if fitting:
        raise NoSuchBank(f"{clean(name)!r} could mean {', '.join(fitting)}.")
    if near := _near(name):
        raise NoSuchBank(f"The bank {clean(name)!r} is at {clean(str(near))}, where no banks are "
                         f"looked for: give that path, or once {_ADD}.")  # fmt: skip
    if not known:
        raise NoSuchBank(f"There is no bank {clean(name)!r}, nor any other; looked in "
                         f"{', '.join(map(str, places))}.")  # fmt: skip
    raise NoSuchBank(f"There is no bank {clean(name)!r}. There are: {', '.join(known)}. "
                     f"Of any other give the path, or once {_ADD}.")  # fmt: skip


_ADD = "`quizapp banks --add FOLDER` for the folder that holds it"


def _near(name: str) -> Path | None:
    """The bank with this id in the current folder, or in one of the first folders in that."""
    try:
        inside = sorted(path for path in Path().iterdir() if path.name[0] != "." and path.is_dir())
    except OSError:
        return None
    banks = (bank for folder in (Path(), *inside[:MOST_NEAR]) for bank in banks_in(folder))
    return next((bank for bank in banks if glance(bank, count=False).id == name), None)


def _alike(one: Path, other: Path) -> bool:
    """Whether two banks have the same files with the same content."""
    try:
        if os.path.samefile(one, other):
            return True
        ours, theirs = list_files(one), list_files(other)
        if [path.name for path in ours.others] != [path.name for path in theirs.others]:
            return False
        pairs = zip((ours.head, *ours.others), (theirs.head, *theirs.others), strict=True)
        return all(
            files.read_bytes(left, LIMIT) == files.read_bytes(right, LIMIT) for left, right in pairs
        )
    except (OSError, Refused):
        return False
