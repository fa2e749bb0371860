"""What a learner has set, and where it is kept: the data folder and its `settings.toml`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from quizapp.session.wish import Habits

FILE = "settings.toml"
TEXT_LIMIT = 1 << 20
MOST_NEW = 1000
RETENTIONS = (0.7, 0.99)
"""The least and the highest retention to wish for: beyond, a schedule makes no sense."""


class SettingsError(Exception):
    """The settings cannot be read or written; the message says why and what to do."""


class Settings(NamedTuple):
    """`banks`: folders of further banks; `copies`: the learner's own copy of a bank's source, by
    bank id; `theme` and `learner` as last chosen, empty for the defaults; `new_a_day` (0 to 1000)
    and `retention` (0.7 to 0.99): how one studies."""

    banks: tuple[Path, ...] = ()
    copies: dict[str, Path] = {}  # noqa: RUF012 - a value, never changed in place
    theme: str = ""
    learner: str = ""
    new_a_day: int = 10
    retention: float = 0.9

    @property
    def habits(self) -> Habits:
        """How one studies, as a session asks for it."""
        from quizapp.session.wish import Habits

        return Habits(self.new_a_day, self.retention)


def data_folder(chosen: str | None) -> Path:
    """Where everything is kept: `--data`, else QUIZAPP_DATA, else the platform's data folder."""
    named = chosen or os.environ.get("QUIZAPP_DATA", "")
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("quizapp", appauthor=False)


def read(data: Path) -> Settings:
    """The settings kept in `data`; the defaults where there are none.

    Raises SettingsError for a file that is there and cannot be understood.
    """
    import tomli

    path = data / FILE
    try:
        raw = path.read_bytes()[:TEXT_LIMIT]
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror}).") from error
    try:
        found = tomli.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"{path}: {error}. Mend the file, or move it away.") from error
    return _settings(path, found)


def remember_bank(data: Path, folder: Path) -> None:
    """Add a folder (or file) of banks to the settings; once is enough."""

    def add(document: Any) -> None:
        banks = document.setdefault("banks", [])
        if str(folder) not in banks:
            banks.append(str(folder))

    _edit(data, add)


def remember_copy(data: Path, bank: str, copy: Path) -> None:
    """Keep where the learner's own copy of a bank's source is; never its text."""

    def add(document: Any) -> None:
        document.setdefault("copies", {})[bank] = str(copy)

    _edit(data, add)


def remember_theme(data: Path, theme: str) -> None:
    """Keep the theme that was chosen."""

    def add(document: Any) -> None:
        document["theme"] = theme

    _edit(data, add)


def remember_habits(data: Path, habits: Habits) -> None:
    """Keep how one studies."""

    def add(document: Any) -> None:
        document["new_a_day"] = habits.new_a_day
        document["retention"] = habits.retention

    _edit(data, add)


def _settings(path: Path, found: dict[str, Any]) -> Settings:
    banks, copies = found.get("banks", []), found.get("copies", {})
    theme, learner = found.get("theme", ""), found.get("learner", "")
    sound = (
        isinstance(banks, list)
        and all(isinstance(entry, str) for entry in banks)
        and isinstance(copies, dict)
        and all(isinstance(entry, str) for entry in copies.values())
        and isinstance(theme, str)
        and isinstance(learner, str)
    )
    if not sound:
        raise SettingsError(
            f"{path}: `banks` must be a list of paths, `copies` a table of paths, "
            "`theme` and `learner` words. Mend the file, or move it away."
        )
    return Settings(
        tuple(Path(entry).expanduser() for entry in banks),
        {bank: Path(entry).expanduser() for bank, entry in copies.items()},
        theme,
        learner,
        *_habits(path, found),
    )


def _habits(path: Path, found: dict[str, Any]) -> tuple[int, float]:
    new = found.get("new_a_day", Settings().new_a_day)
    retention = found.get("retention", Settings().retention)
    least, most = RETENTIONS
    if type(new) is not int or not 0 <= new <= MOST_NEW:
        raise SettingsError(f"{path}: `new_a_day` must be a whole number from 0 to {MOST_NEW}.")
    if type(retention) not in (int, float) or not least <= retention <= most:
        raise SettingsError(f"{path}: `retention` must be a number from {least} to {most}.")
    return new, float(retention)


def _edit(data: Path, change: Any) -> None:
    """Change the settings in place, comments and order kept, so that a crash leaves old or new."""
    import tempfile

    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    path = data / FILE
    try:
        data.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        document = tomlkit.parse(text)
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
    except (TOMLKitError, ValueError) as error:
        raise SettingsError(f"{path}: {error}. Mend the file, or move it away.") from error
