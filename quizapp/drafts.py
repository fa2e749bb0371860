"""What was typed and not sent yet: kept in a file beside the store, one for each session."""

from __future__ import annotations

import json
import os
from pathlib import Path

FOLDER = "drafts"
AT_MOST = 30
"""How many sessions may have drafts lying about; the oldest go."""


class Drafts:
    """The drafts of one session, by question. With no `folder` they last as long as the program.

    Nothing here raises: a draft that cannot be written is still on the screen.
    """

    def __init__(self, folder: Path | None, session: str) -> None:
        self._file = folder / FOLDER / f"{session}.json" if folder is not None else None
        self._texts: dict[str, str] = self._read()
        self._written = dict(self._texts)

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
        """Write what has changed, so that a crash leaves the old or the new."""
        if self._file is None or self._texts == self._written:
            return
        try:
            if self._texts:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                passing = self._file.with_suffix(".new")
                passing.write_text(json.dumps(self._texts), encoding="utf-8")
                os.replace(passing, self._file)
                self._prune()
            else:
                self._file.unlink(missing_ok=True)
        except OSError:
            return
        self._written = dict(self._texts)

    def forget(self) -> None:
        """The session is over: nothing is to be taken up again."""
        self._texts.clear()
        self.write()

    def _read(self) -> dict[str, str]:
        if self._file is None:
            return {}
        try:
            found = json.loads(self._file.read_bytes()[: 1 << 22])
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {name: text for name, text in found.items() if isinstance(text, str)}

    def _prune(self) -> None:
        assert self._file is not None
        files = sorted(self._file.parent.glob("*.json"), key=lambda file: file.stat().st_mtime)
        for file in files[:-AT_MOST]:
            file.unlink(missing_ok=True)
