"""Parsing the arguments of a command with argparse; an error is one line with a remedy."""

import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from textwrap import indent
from typing import Any, NoReturn

from quizapp.cli.help_overview import no_option


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
