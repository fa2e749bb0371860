"""What a learner has set, and where it is kept: the data folder and its `settings.toml`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from quizapp import files
from quizapp.planning.request import StudySettings
from quizapp.text import clean

if TYPE_CHECKING:
    from quizapp.bank.model import DataPath
FILE = "settings.toml"
LIMIT = 64 * files.KIB
"""The settings have this many bytes at most."""
MOST_PROBLEMS = 10
"""So many problems of the settings are told."""
MOST_NEW = 1000
RETENTIONS = (0.7, 0.99)
"""The least and the highest retention to wish for: beyond, a schedule makes no sense."""


TOLERANCES = ("usual", "strict")
"""How slips of the pen are taken: as a question says, or never for granted."""
LATEST_BEGIN = 12
"""The latest hour at which a day may begin."""


class SettingsError(Exception):
    """The settings cannot be written; the message says why and what to do."""


class Settings(NamedTuple):
    """`banks`: folders of further banks; `copies`: the learner's own copy of a bank's source, by
    bank id; `theme` and `learner` as last chosen, empty for the defaults; `new_a_day` (0 to 1000)
    and `retention` (0.7 to 0.99): how one studies; `judge` is a command that is asked where the
    grader is not sure, "" for none; `day_begins` the hour (0 to 12) at which a day begins;
    `tolerance` "usual", or "strict" for no slips; `motion` whether anything on the screen may move
    by itself; `certainty` whether sessions ask how sure one is. `problems` says in sentences what
    in the file cannot be read, and is passed over."""

    banks: tuple[Path, ...] = ()
    copies: dict[str, Path] = {}  # noqa: RUF012 - a value, never changed in place
    theme: str = ""
    learner: str = ""
    new_a_day: int = 10
    retention: float = 0.9
    judge: str = ""
    day_begins: int = 4
    tolerance: str = "usual"
    motion: bool = True
    certainty: bool = False
    problems: tuple[str, ...] = ()

    @property
    def study(self) -> StudySettings:
        """How one studies, as a session asks for it."""
        return StudySettings(self.new_a_day, self.retention, self.day_begins)


def data_folder(chosen: str | None) -> Path:
    """Where everything is kept: `--data`, else QUIZAPP_DATA, else the platform's data folder.

    Raises files.Refused where the path that was named cannot be one.
    """
    named = chosen or os.environ.get("QUIZAPP_DATA", "")
    if named:
        return files.expanded(named).absolute()
    from platformdirs import user_data_path

    return user_data_path("quizapp", appauthor=False)


def read(data: Path) -> Settings:
    """The settings kept in `data`, with the defaults for whatever cannot be read; never raises."""
    path = data / FILE
    try:
        text = _text(path)
        if not text:
            return Settings()
        from quizapp.bank.toml import parse

        found = parse(text)
    except files.Refused as refused:
        return Settings(problems=(refused.sentence(path),))
    unsound: list[tuple[DataPath, str]] = []
    settings = _settings(found, unsound)
    return settings._replace(problems=_placed(path, text, found, unsound)) if unsound else settings


def add_banks(data: Path, name: str) -> None:
    """Look for banks in the folder (or file) of this name from now on. Raises SettingsError."""
    from quizapp.bank.find import banks_in

    try:
        path = files.expanded(name).absolute()
    except files.Refused as refused:
        raise SettingsError(refused.sentence(name)) from refused
    if not path.exists():
        raise SettingsError(f"{name}: there is no such folder or file.")
    if not banks_in(path):
        raise SettingsError(f"{name}: there is no bank in this folder.")
    remember_bank(data, path)


def remember_bank(data: Path, folder: Path) -> None:
    """Add a folder (or file) of banks to the settings; once is enough."""
    with _edited(data) as document:
        banks = document.setdefault("banks", [])
        if not isinstance(banks, list):
            raise ValueError("`banks` must be a list of paths")
        if str(folder) not in banks:
            banks.append(str(folder))


def forget_bank(data: Path, folder: Path) -> bool:
    """Take a folder (or file) of banks out of the settings; whether it was there."""
    with _edited(data) as document:
        banks = document.get("banks", [])
        here = [at for at, each in enumerate(banks)
                if files.expanded(str(each)).absolute() == folder]  # fmt: skip
        for at in reversed(here):
            del banks[at]
    return bool(here)


def remember_copy(data: Path, bank: str, copy: Path) -> None:
    """Keep where the learner's own copy of a bank's source is; never its text."""
    with _edited(data) as document:
        copies = document.setdefault("copies", {})
        if not isinstance(copies, dict):
            raise ValueError("`copies` must be a table of paths")
        copies[bank] = str(copy)


def save(data: Path, changes: Mapping[str, str | int | float | bool]) -> None:
    """Keep these settings, by their names."""
    with _edited(data) as document:
        document.update(changes)


def _is(*types: type) -> Callable[[Any], bool]:
    return lambda value: type(value) in types


_SOUND: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "banks": ("a list of paths", _is(list)),
    "copies": ("a table of paths", _is(dict)),
    "theme": ("a text in quotes", _is(str)),
    "learner": ("a text in quotes", _is(str)),
    "new_a_day": (
        f"a whole number from 0 to {MOST_NEW}",
        lambda value: type(value) is int and 0 <= value <= MOST_NEW,
    ),
    "retention": (
        f"a number from {RETENTIONS[0]} to {RETENTIONS[1]}",
        lambda value: type(value) in (int, float) and RETENTIONS[0] <= value <= RETENTIONS[1],
    ),
    "judge": ("a command in quotes", _is(str)),
    "day_begins": (
        f"an hour from 0 to {LATEST_BEGIN}",
        lambda value: type(value) is int and 0 <= value <= LATEST_BEGIN,
    ),
    "tolerance": (
        " or ".join(f'"{each}"' for each in TOLERANCES),
        lambda value: value in TOLERANCES,
    ),
    "motion": ("true or false", _is(bool)),
    "certainty": ("true or false", _is(bool)),
}
"""What each setting must be, in words and as a check."""


def must_be(name: str, value: Any) -> str:
    """What a setting must be, in words, where this value cannot be it; "" where it can."""
    what, fits = _SOUND[name]
    return "" if fits(value) else what


def _settings(found: dict[str, Any], unsound: list[tuple[DataPath, str]]) -> Settings:
    """The sound settings in `found`; what is wrong with the others is added to `unsound`."""
    kept: dict[str, Any] = {}
    for name in filter(found.__contains__, _SOUND):
        if what := must_be(name, found[name]):
            unsound.append(((name,), f"`{name}` must be {what}"))
        else:
            kept[name] = found[name]

    def paths(name: str, entries: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Path]]:
        for key, entry in entries:
            try:
                if not isinstance(entry, str):
                    raise files.Refused("type", "it is no path", "write the path in quotes")
                yield key, files.expanded(entry)
            except files.Refused as refused:
                shown = clean(str(entry))[:80]
                unsound.append(((name, key), f"{refused.message} ({shown}); {refused.remedy}"))

    banks = paths("banks", enumerate(kept.pop("banks", ())))
    copies = paths("copies", kept.pop("copies", {}).items())
    return Settings(banks=tuple(path for _, path in banks), copies=dict(copies), **kept)


def _placed(
    path: Path, text: str, found: dict[str, Any], unsound: list[tuple[DataPath, str]]
) -> tuple[str, ...]:
    """What is unsound, each in a sentence with the line that it is on."""
    from quizapp.bank.positions import places

    known = places(text, found)
    return tuple(f"{path}:{known.at(way).line}: {said}." for way, said in unsound[:MOST_PROBLEMS])


@contextmanager
def _edited(data: Path) -> Iterator[Any]:
    """The settings, to be changed in place, comments and order kept; a crash leaves old or new.

    Raises SettingsError.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    from quizapp.file_writing import write_new

    path = data / FILE
    try:
        document = tomlkit.parse(_text(path))
        yield document
        # The command of a judge may hold a key.
        write_new({path: tomlkit.dumps(document).encode()}, replace=True, private=True)
    except files.Refused as refused:
        if refused.code == "unwritable":
            raise SettingsError(
                f"{refused.message}. Choose another folder with --data."
            ) from refused
        raise SettingsError(
            f"{refused.sentence(path)} Mend the file, or move it away."
        ) from refused
    except (TOMLKitError, ValueError, RecursionError) as error:
        raise SettingsError(f"{path}: {error}. Mend the file, or move it away.") from error


def _text(path: Path) -> str:
    """What is in the file, "" where there is none. Raises files.Refused."""
    try:
        return files.read_text(path, LIMIT)
    except files.Refused as refused:
        if refused.code != "missing":
            raise
        return ""
