"""The author's editor, opened at a line."""

import os
import shlex
from pathlib import Path

COLON = frozenset(("hx", "helix", "subl", "zed", "kate-open"))
"""Editors that take `FILE:LINE`."""
GOTO = frozenset(("code", "codium", "code-insiders", "cursor"))
"""Editors that take `--goto FILE:LINE`."""


def editor_command(file: Path, line: int) -> list[str]:
    """The command that opens the file at the line, in $VISUAL, $EDITOR, or else vi."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        words = shlex.split(named) or ["vi"]
    except ValueError:
        words = [named]
    editor = Path(words[0]).name.removesuffix(".exe")
    if editor in GOTO:
        return [*words, "--goto", f"{file}:{line}"]
    if editor in COLON:
        return [*words, f"{file}:{line}"]
    return [*words, f"+{line}", str(file)]


def run_editor(command: list[str]) -> str:
    """Run an editor until it is left; gives what went wrong, or ""."""
    import subprocess

    try:
        subprocess.run(command, check=False)
    except OSError as error:
        reason = (error.strerror or "it cannot be run").lower()
        return f"{command[0]}: {reason}. Set EDITOR to the editor that you use."
    return ""
