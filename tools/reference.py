"""The page of all commands, brought up to date with the options there are, and the manual page.

    python tools/reference.py

What each option means, and the examples, are written on the page, and stay as they are there; a new
option is put where it belongs, with a … for its meaning.
"""

import re
from collections.abc import Iterator

from quizapp.bank.find import shipped
from quizapp.cli.help_overview import DESCRIPTION, FIRST_EXAMPLES, GLOBAL_OPTIONS, STATUS
from quizapp.cli.main import COMMANDS, parser_of, sentence
from quizapp.cli.parser import examples, meanings, shown

EVERYWHERE = {"--help", "--version", "--data"}


def reference() -> str:
    """The page of all commands, as Markdown."""
    parts = [
        "# Commands",
        DESCRIPTION,
        "Meanings and examples are written here; `python tools/reference.py` sees to the rest.",
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
    barred = ((typed.replace("|", "\\|"), told) for typed, told in entries(name))
    rows = [f"| `{typed}` | {told} |" for typed, told in barred]
    if rows:
        yield "\n".join(["| option | meaning |", "|---|---|", *rows])
    if name:
        yield f"```text\n{examples(f'quizapp {name}')}\n```"


def entries(name: str) -> Iterator[tuple[str, str]]:
    """What a command of its own takes, as it is typed, and what it means."""
    told = meanings(f"quizapp {name}".strip())
    for action in parser_of(name)._actions:
        if not EVERYWHERE & {*action.option_strings}:
            yield shown(action), told.get(shown(action), "…")


def manual() -> str:
    """The manual page, in the language of `man`."""
    return "\n".join([*_front(), *_commands(), *_back()]) + "\n"


def _front() -> Iterator[str]:
    yield '.TH QUIZAPP 1 "" "quizapp" "User Commands"'
    yield ".SH NAME"
    yield r"quizapp \- learn a text in a terminal"
    yield ".SH SYNOPSIS"
    yield r".B quizapp"
    yield r"[\fIOPTION\fR ...] [\fICOMMAND\fR ...]"
    yield ".SH DESCRIPTION"
    yield _text(DESCRIPTION)
    yield _text("A bank is named by its id, a unique beginning of it, or its path.")
    yield ".SH OPTIONS"
    for name, what in GLOBAL_OPTIONS.items():
        yield from _entry(name, what)


def _commands() -> Iterator[str]:
    yield ".SH COMMANDS"
    for name in COMMANDS:
        yield f".SS quizapp {_text(name)}"
        yield _text(sentence(COMMANDS[name]))
        for typed, told in entries(name):
            yield from _entry(typed, told)
        yield ".PP"
        yield ".nf"
        yield from map(_text, examples("quizapp " + name).split("\n"))
        yield ".fi"


def _back() -> Iterator[str]:
    yield ".SH EXIT STATUS"
    yield _text(STATUS.removeprefix("Exit status: ").replace("\n", " "))
    yield ".SH ENVIRONMENT"
    yield from _entry("QUIZAPP_DATA", "where scores and settings are kept")
    yield from _entry("QUIZAPP_PLAIN", "if set and not 0: plain lines instead of a screen")
    yield from _entry("NO_COLOR", "if set: no colours")
    yield ".SH EXAMPLES"
    yield ".nf"
    yield from map(_text, FIRST_EXAMPLES.split("\n"))
    yield ".fi"


def _entry(name: str, what: str) -> Iterator[str]:
    yield ".TP"
    yield rf"\fB{_text(name)}\fR"
    yield _text(what)


def _text(words: str) -> str:
    """The words as `man` takes them: nothing in them is a request or an escape."""
    escaped = words.replace("\\", r"\e").replace("-", r"\-").replace("…", "...")
    return re.sub(r"(?m)^([.'])", r"\\&\1", escaped)


if __name__ == "__main__":
    pages = {"commands.md": reference(), "quizapp.1": manual()}
    for name, text in pages.items():
        (shipped("docs") / name).write_text(text, encoding="utf-8")
