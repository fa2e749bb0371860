"""The parser of a command, from the table of its options; an error is one line with a remedy."""

import os
import re
import sys
from argparse import (
    Action,
    ArgumentParser,
    ArgumentTypeError,
    BooleanOptionalAction,
    Namespace,
    RawDescriptionHelpFormatter,
)
from collections.abc import Callable, Sequence
from functools import cache
from math import inf, nan
from typing import Any, NoReturn

from quizapp.cli.help_overview import GLOBAL_OPTIONS, no_option
from quizapp.cli.options import Synopsis


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
        typed, told = examples(self.prog), {**GLOBAL_OPTIONS, **meanings(self.prog)}
        self.epilog = "\n  ".join(["examples:", *typed.split("\n")]) if typed else ""
        for action in self._actions:
            action.help = action.help or told.get(shown(action), "").replace("%", "%%")
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


def shown(action: Action) -> str:
    """An option or a word as it is typed."""
    names = ", ".join(action.option_strings)
    value = action.metavar or "|".join(map(str, action.choices or ()))
    return names if action.nargs == 0 else f"{names} {value}".strip()


def examples(command: str) -> str:
    """What is typed, for example: lines of shell."""
    found = re.search(r"```text\n(.*?)\n```", _page(command), re.DOTALL)
    return found[1] if found else ""


def meanings(command: str) -> dict[str, str]:
    """What each word and option of a command means, by how it is `shown`."""
    rows = re.findall(r"(?m)^\| `(.+?)` \| (.*) \|$", _page(command))
    return {typed.replace("\\|", "|"): meaning for typed, meaning in rows}


@cache
def _page(command: str) -> str:
    """What the page of all commands, which comes with the program, has on one."""
    from quizapp.bank.find import shipped

    page = (shipped("docs") / "commands.md").read_text(encoding="utf-8")
    return page.partition(f"\n## {command}\n")[2].partition("\n## ")[0]


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


def add_options(parser: Any, synopsis: Synopsis) -> None:
    """Let the parser, or a group of it, take what the synopsis lists."""
    for typed in synopsis:
        if isinstance(typed, str):
            _add(parser, typed)
        else:
            heading, inside = typed
            add_options(parser.add_argument_group(heading), inside)


def _add(parser: Any, typed: str) -> None:
    """Let the parser take what is `typed`, in the notation of the synopses."""
    form, has_default, default = typed.partition(" = ")
    optional, repeated = "[" in form, "..." in form
    name, value = (*re.sub(r"\[no-\]|[\[\].]", "", form).split(), "")[:2]
    how: dict[str, Any] = {"default": default} if has_default else {}
    if value == "FORMAT":
        how["choices"] = _formats(name)
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
    parser.add_argument(name, help="", **how)


def _formats(option: str) -> list[str]:
    """The formats that can be written (`--to`), or read."""
    from quizapp.exchange.formats import FORMATS

    every = FORMATS.items()
    return [name for name, form in every if (form.writes if option == "--to" else form.reads)]
