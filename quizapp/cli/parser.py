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
from textwrap import indent
from typing import Any, NoReturn

from quizapp.cli.help_overview import no_option
from quizapp.cli.options import Table


def positive(text: str) -> int:
    """How many: 1 or more."""
    if not text.strip().isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return int(text)


def whole_number(text: str) -> int:
    """A whole number, 0 or more."""
    if not text.strip().isdecimal():
        raise ArgumentTypeError(f"{text!r} is not a whole number")
    return int(text)


def any_number(text: str) -> int:
    """Any whole number."""
    try:
        return int(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a whole number") from None


def per_cent(text: str) -> float:
    """Per cent, with or without its sign, 0 to 1000."""
    try:
        found = float(text.strip().removesuffix("%"))
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1000:
        raise ArgumentTypeError(f"{text!r} is no share in per cent, such as 25%")
    return found


def pass_mark(text: str) -> float:
    """Per cent of all points, 0 to 100."""
    found = per_cent(text)
    if found > 100:
        raise ArgumentTypeError(f"{text!r} is more than all: give per cent, 0 to 100")
    return found


def minutes(text: str) -> float:
    """A number of minutes above 0, with a fraction if need be."""
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 0 < found <= 100_000:
        raise ArgumentTypeError(f"{text!r} is no number of minutes above 0")
    return found


READ_BY: dict[str, Callable[[str], object]] = {
    "--count": positive, "--last": positive, "--least": positive, "--visitors": positive,
    "--new-a-day": whole_number, "--day-begins": whole_number, "--port": whole_number,
    "--seed": any_number, "--minutes": minutes, "--pass-mark": pass_mark,
    "--extra-time": per_cent, "--retention": per_cent,
}  # fmt: skip
"""How the values of options are read that are no text."""
KEPT_AS = {
    "-o": "out", "--all": "question_of_all", "--as": "name", "--from": "essay", "--try": "trial",
}  # fmt: skip
"""The names of options in the program, where these are no names of their own."""


class Parser(ArgumentParser):
    """argparse's, with errors in one line and options anywhere; `examples` are lines of shell."""

    def __init__(self, command: str, description: str, examples: str) -> None:
        super().__init__(
            prog=f"quizapp {command}".strip(),
            description=description,
            epilog="examples:\n" + indent(examples, "  ") if examples else "",
            formatter_class=_Formatter,
            allow_abbrev=False,
        )

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
