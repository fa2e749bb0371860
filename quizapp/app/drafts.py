"""What was typed and not sent yet: kept in a file beside the store, one for each session."""

import json
import os
from pathlib import Path
from threading import Lock

from quizapp.files import MIB, Refused, read_bytes
from quizapp.store.rows import is_id

FOLDER = "drafts"
AT_MOST = 30
"""How many sessions may have drafts lying about; the oldest go."""
_LIMIT = 4 * MIB
"""A file of drafts has this many bytes at most."""


class Drafts:
    """The drafts of one session, by question.

    With no `folder`, or a `session` that is no identifier, they last as long as the program.
    Nothing here raises: a draft that cannot be written is still on the screen.
    """

    def __init__(self, folder: Path | None, session: str) -> None:
        self._session = session
        self._file: Path | None = None
        if folder is not None and is_id(session):
            self._file = folder / FOLDER / f"{session}.json"
        self._texts = _texts(_read(self._file)) if self._file is not None else {}
        self._written = dict(self._texts)
        self._writing = Lock()

    def get(self, question: str) -> str:
        """What was typed there, or ""."""
        return self._texts.get(question, "")

    def set(self, question: str, text: str) -> None:
        """Remember what is typed there now; nothing, to forget it."""
        if text.strip():
            self._texts[question] = text
        else:
            self._texts.pop(question, None)

    @property
    def any(self) -> bool:
        """Whether there is any draft."""
        return bool(self._texts)

    def write(self) -> None:
        """Write what has changed, so that a crash leaves the old or the new.

        Any thread may call it; what is typed meanwhile is written the next time.
        """
        with self._writing:
            texts = dict(self._texts)
            if self._file is None or texts == self._written:
                return
            try:
                if texts:
                    self._file.parent.mkdir(parents=True, exist_ok=True)
                    passing = self._file.with_suffix(".new")
                    content = {"session": self._session, "drafts": texts}
                    passing.write_text(json.dumps(content), encoding="utf-8")
                    os.replace(passing, self._file)
                    _prune(self._file.parent)
                else:
                    self._file.unlink(missing_ok=True)
            except OSError:
                return
            self._written = texts

    def forget(self) -> None:
        """The session is over: nothing is to be taken up again."""
        self._texts.clear()
        self.write()


def _read(file: Path) -> dict[str, object]:
    """The object in the file; an empty one where there is none."""
    try:
        found = json.loads(read_bytes(file, _LIMIT))
    except (Refused, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _texts(found: dict[str, object]) -> dict[str, str]:
    """The drafts in a file's object. Older versions wrote nothing but the drafts."""
    inner = found.get("drafts")
    drafts = inner if isinstance(inner, dict) else found if "session" not in found else {}
    return {name: text for name, text in drafts.items() if isinstance(text, str)}


def _prune(folder: Path) -> None:
    """Delete the oldest drafts, and no file that is not one."""
    named = [file for file in folder.glob("*.json") if is_id(file.stem)]
    if len(named) <= AT_MOST:
        return
    ours = [file for file in named if file.is_file() and _read(file).get("session") == file.stem]
    ours.sort(key=lambda file: file.stat().st_mtime)
    for file in ours[:-AT_MOST]:
        file.unlink(missing_ok=True)
