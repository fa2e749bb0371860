"""The command reference, made from the options themselves: `python -m quizapp.cli.reference`."""

import sys
from collections.abc import Iterator

from quizapp.cli.examples import EXAMPLES
from quizapp.cli.help_overview import DESCRIPTION, STATUS
from quizapp.cli.main import COMMANDS, parser_of, sentence

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
    yield f"## quizapp {name}".rstrip()
    if name:
        yield sentence(COMMANDS[name])
    barred = ((shown.replace("|", "\\|"), told) for shown, told in entries(name))
    rows = [f"| `{shown}` | {told} |" for shown, told in barred]
    if rows:
        yield "\n".join(["| option | meaning |", "|---|---|", *rows])
    if name:
        yield f"```text\n{EXAMPLES[name]}\n```"


def entries(name: str) -> Iterator[tuple[str, str]]:
    """What a command of its own takes, as it is typed, and what it means."""
    for action in parser_of(name)._actions:
        if not EVERYWHERE & {*action.option_strings}:
            value = str(action.metavar or "|".join(map(str, action.choices or ())))
            names = ", ".join(action.option_strings)
            told = str(action.help).replace("%%", "%")
            yield f"{names} {value}".strip() if action.nargs != 0 else names, told


if __name__ == "__main__":
    sys.stdout.write(reference())
