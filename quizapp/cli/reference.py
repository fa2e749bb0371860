"""The command reference, made from the options themselves: `python -m quizapp.cli.reference`."""

from __future__ import annotations

import sys
from argparse import SUPPRESS, Action
from collections.abc import Iterator

from quizapp.cli.main import COMMANDS, command_module, parser_of, sentence
from quizapp.cli.overview import DESCRIPTION, STATUS

EVERYWHERE = {"--help", "--version", "--data"}


def reference() -> str:
    """The page of all commands, as Markdown."""
    parts = [
        "# Commands",
        DESCRIPTION,
        "This page is made by `python -m quizapp.cli.reference > docs/commands.md`.",
        "A bank is named by its id, a unique beginning of it, or its path. Every command takes "
        "`--data DIR` (or `QUIZAPP_DATA`: where scores and settings are kept), `--help` and "
        "`--version`.",
        STATUS.replace("\n", " "),
    ]
    for name in ("", *COMMANDS):
        parts += _command(name)
    return "\n\n".join(parts) + "\n"


def _command(name: str) -> Iterator[str]:
    parser = parser_of(name)
    yield f"## quizapp {name}".rstrip()
    if name:
        yield sentence(COMMANDS[name])
    rows = [_row(action) for action in parser._actions if not EVERYWHERE & {*action.option_strings}]
    if rows:
        yield "\n".join(["| option | meaning |", "|---|---|", *rows])
    if name:
        yield f"```text\n{command_module(name).EXAMPLES}\n```"


def _row(action: Action) -> str:
    metavar = action.metavar or ("\\|".join(map(str, action.choices)) if action.choices else "")
    names = ", ".join(action.option_strings)
    shown = f"{names} {metavar}".strip() if action.nargs != 0 else names
    told = "" if action.help in (None, SUPPRESS) else str(action.help).replace("%%", "%")
    return f"| `{shown}` | {told} |"


if __name__ == "__main__":
    sys.stdout.write(reference())
