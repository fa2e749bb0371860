"""What a learner has set, and where it is kept: the data folder and its `settings.toml`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
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

    def add(document: Any) -> None:
        banks = document.setdefault("banks", [])
        if not isinstance(banks, list):
            raise ValueError("`banks` must be a list of paths")
        if str(folder) not in banks:
            banks.append(str(folder))

    _edit(data, add)


def forget_bank(data: Path, folder: Path) -> bool:
    """Take a folder (or file) of banks out of the settings; whether it was there."""
    found = False

    def remove(document: Any) -> None:
        nonlocal found
        banks = document.get("banks", [])
        for at in reversed(range(len(banks))):
            if files.expanded(str(banks[at])).absolute() == folder:
                del banks[at]
                found = True

    _edit(data, remove)
    return found


def remember_copy(data: Path, bank: str, copy: Path) -> None:
    """Keep where the learner's own copy of a bank's source is; never its text."""

    def add(document: Any) -> None:
        copies = document.setdefault("copies", {})
        if not isinstance(copies, dict):
            raise ValueError("`copies` must be a table of paths")
        copies[bank] = str(copy)

    _edit(data, add)


def save(data: Path, changes: Mapping[str, str | int | float | bool]) -> None:
    """Keep these settings, by their names."""

    def change(document: Any) -> None:
        document.update(changes)

    _edit(data, change)


def _settings(found: dict[str, Any], unsound: list[tuple[DataPath, str]]) -> Settings:
    """The sound settings in `found`; what is wrong with the others is added to `unsound`."""

    def sound(name: str, default: Any, what: str, fits: Callable[[Any], bool]) -> Any:
        if name not in found or fits(found[name]):
            return found.get(name, default)
        unsound.append(((name,), f"`{name}` must be {what}"))
        return default

    def paths(name: str, entries: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Path]]:
        for key, entry in entries:
            try:
                if not isinstance(entry, str):
                    raise files.Refused("type", "it is no path", "write the path in quotes")
                yield key, files.expanded(entry)
            except files.Refused as refused:
                shown = clean(str(entry))[:80]
                unsound.append(((name, key), f"{refused.message} ({shown}); {refused.remedy}"))

    none = Settings()
    least, most = RETENTIONS
    banks = sound("banks", [], "a list of paths", lambda value: isinstance(value, list))
    copies = sound("copies", {}, "a table of paths", lambda value: isinstance(value, dict))
    return Settings(
        tuple(path for _, path in paths("banks", enumerate(banks))),
        dict(paths("copies", copies.items())),
        sound("theme", none.theme, "a text in quotes", lambda value: isinstance(value, str)),
        sound("learner", none.learner, "a text in quotes", lambda value: isinstance(value, str)),
        sound(
            "new_a_day", none.new_a_day, f"a whole number from 0 to {MOST_NEW}",
            lambda value: type(value) is int and 0 <= value <= MOST_NEW,
        ),
        float(sound(
            "retention", none.retention, f"a number from {least} to {most}",
            lambda value: type(value) in (int, float) and least <= value <= most,
        )),
        sound("judge", none.judge, "a command in quotes", lambda value: isinstance(value, str)),
        sound(
            "day_begins", none.day_begins, f"an hour from 0 to {LATEST_BEGIN}",
            lambda value: type(value) is int and 0 <= value <= LATEST_BEGIN,
        ),
        sound(
            "tolerance", none.tolerance, " or ".join(f'"{each}"' for each in TOLERANCES),
            lambda value: value in TOLERANCES,
        ),
        sound("motion", none.motion, "true or false", lambda value: isinstance(value, bool)),
        sound("certainty", none.certainty, "true or false", lambda value: isinstance(value, bool)),
    )  # fmt: skip


def _placed(
    path: Path, text: str, found: dict[str, Any], unsound: list[tuple[DataPath, str]]
) -> tuple[str, ...]:
    """What is unsound, each in a sentence with the line that it is on."""
    from quizapp.bank.positions import locate

    unsound = unsound[:MOST_PROBLEMS]
    places = locate(text, found, [way for way, _ in unsound])
    return tuple(
        f"{path}:{place.line}: {said}." for place, (_, said) in zip(places, unsound, strict=True)
    )


def _edit(data: Path, change: Any) -> None:
    """Change the settings in place, comments and order kept, so that a crash leaves old or new."""
    import tempfile

    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    path = data / FILE
    try:
        data.mkdir(parents=True, exist_ok=True)
        document = tomlkit.parse(_text(path))
        change(document)
        handle, name = tempfile.mkstemp(dir=data, prefix=".settings-")
        with open(handle, "w", encoding="utf-8") as file:
            file.write(tomlkit.dumps(document))
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except OSError as error:
        raise SettingsError(
            f"{path}: cannot be written ({error.strerror}). Choose another folder with --data."
        ) from error
    except files.Refused as refused:
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
