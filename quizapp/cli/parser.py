"""The parser of a command, from the table of its options; an error is one line with a remedy."""

import os
import re
import sys
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    BooleanOptionalAction,
    Namespace,
    RawDescriptionHelpFormatter,
)
from collections.abc import Callable, Sequence
from math import inf, nan
from textwrap import indent
from typing import Any, NoReturn

from quizapp.cli.help_overview import no_option
from quizapp.cli.options import Table


def share(text: str) -> float:
    """A figure in per cent, with or without its sign."""
    return float(text.strip().removesuffix("%"))


def figure(
    kind: Callable[[str], float], fault: str, least: float = -inf, most: float = inf
) -> Callable[[str], float]:
    """Reads a figure of a kind, from `least` to `most`; `fault` says what is wrong with another."""

    def read(text: str) -> float:
        try:
            found = kind(text)
        except ValueError:
            found = nan
        if not least <= found <= most:
            raise ArgumentTypeError(f"{text!r} is {fault}")
        return found

    return read


READ_BY: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(
        ("--count", "--last", "--least", "--visitors"),
        figure(int, "not a whole number of 1 or more", 1),
    ),
    **dict.fromkeys(
        ("--new-a-day", "--day-begins", "--port"), figure(int, "not a whole number", 0)
    ),
    "--seed": figure(int, "not a whole number"),
    "--minutes": figure(float, "no number of minutes above 0", 1e-9, 1e5),
    "--pass-mark": figure(share, "no share in per cent, 0 to 100", 0, 100),
    "--extra-time": figure(share, "no share in per cent, such as 25%", 0, 1000),
    "--retention": figure(share, "no share in per cent, such as 25%", 0, 1000),
}
"""How the values of options are read that are no text."""
KEPT_AS = {
    "-o": "out", "--all": "question_of_all", "--as": "name", "--from": "essay", "--try": "trial",
}  # fmt: skip
"""The names of options in the program, where these are no names of their own."""


class Parser(ArgumentParser):
    """argparse's, with errors in one line, options anywhere, and examples in its help."""

    def __init__(self, command: str, description: str) -> None:
        super().__init__(
            prog=f"quizapp {command}".strip(),
            description=description,
            formatter_class=_Formatter,
            allow_abbrev=False,
        )

    def format_help(self) -> str:
        """What `--help` prints."""
        typed = examples(self.prog)
        self.epilog = f"examples:\n{indent(typed, '  ')}" if typed else ""
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call in one line, and end with exit status 2."""
        message = message.removeprefix("argument ")
        stop = "" if message.endswith("?") else "."
        print(f"{self.prog}: {message}{stop} `{self.prog} --help` says more.", file=sys.stderr)
        raise SystemExit(2)

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> Namespace:
        """The options; unknown ones are an error with the one that may be meant.

        Options may stand anywhere: before, between or after what is named.
        """
        options, unknown = self.parse_known_intermixed_args(args, namespace)
        if unknown:
            self.error(no_option(unknown[0], self._option_string_actions))
        assert isinstance(options, Namespace)
        return options


def examples(command: str) -> str:
    """What is typed, for example: the lines of shell on the page of all commands below this one."""
    from quizapp.bank.find import shipped

    page = (shipped("docs") / "commands.md").read_text(encoding="utf-8")
    section = page.partition(f"\n## {command}\n")[2].partition("\n## ")[0]
    found = re.search(r"```text\n(.*?)\n```", section, re.DOTALL)
    return found[1] if found else ""


class _Formatter(RawDescriptionHelpFormatter):
    """As argparse's, at the terminal's width; argparse imports three compressors to learn it."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width())


def _width() -> int:
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named) > 20:
        return int(named) - 2
    try:
        return max(os.get_terminal_size(1).columns, 20) - 2
    except (OSError, ValueError):
        return 78


TIMES = {(False, False): None, (True, False): "?", (False, True): "+", (True, True): "*"}
"""How argparse writes how often a word may stand: by whether it may be left out, and repeated."""


def add_options(parser: Any, table: Table) -> None:
    """Let the parser, or a group of it, take what the table lists."""
    for typed, told in table.items():
        if isinstance(told, str):
            _add(parser, typed, told)
        else:
            add_options(parser.add_argument_group(typed), told)


def _add(parser: Any, typed: str, told: str) -> None:
    """Let the parser take what is `typed`, in the notation of the tables."""
    form, has_default, default = typed.partition(" = ")
    optional, repeated = "[" in form, "..." in form
    name, value = (*re.sub(r"\[no-\]|[\[\].]", "", form).split(), "")[:2]
    how: dict[str, Any] = {"default": default} if has_default else {}
    if value == "FORMAT":
        how["choices"], told = _formats(name, told)
    if value.islower():
        how["choices"] = value.split("|")
    elif value or not name.startswith("-"):
        how["metavar"] = value or name
    if not name.startswith("-"):
        how["nargs"] = TIMES[optional, repeated]
        name = name.lower() + "s" * repeated
    elif not value:
        how["action"] = BooleanOptionalAction if optional else "store_true"
    elif repeated:
        how |= {"action": "append", "default": []}
    elif optional:
        how |= {"nargs": "?", "const": ""}
    if name in READ_BY:
        how["type"] = READ_BY[name]
    if name in KEPT_AS:
        how["dest"] = KEPT_AS[name]
    if name == "--to":
        how["required"] = True
    parser.add_argument(name, help=told.replace("%", "%%"), **how)


def _formats(option: str, told: str) -> tuple[list[str], str]:
    """The formats that can be written (`--to`), or read; and what is told, with them in it."""
    from quizapp.exchange.formats import FORMATS

    found = {
        name: form.what
        for name, form in FORMATS.items()
        if (form.writes if option == "--to" else form.reads)
    }
    explained = "; ".join(f"{name}: {what}" for name, what in found.items())
    return [*found], told.format(names=", ".join(found), explained=explained)
