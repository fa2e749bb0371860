"""Options that several commands share, and how the values of options are read."""

import os
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace

from quizapp.cli.help_overview import OPTIONS


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


def add_plain(parser: ArgumentParser, told: str = OPTIONS["--plain"]) -> None:
    """Plain lines; asked for by the environment, too."""
    parser.add_argument("--plain", action="store_const", const=True, default=None, help=told)


def wants_plain(options: Namespace) -> bool:
    """Whether plain lines are asked for."""
    return bool(options.plain) or os.environ.get("QUIZAPP_PLAIN", "") not in ("", "0")


def add_shell(parser: ArgumentParser) -> None:
    add_plain(parser)
    parser.add_argument("--learner", metavar="NAME", help=OPTIONS["--learner NAME"])


def add_format(parser: ArgumentParser, *names: str) -> None:
    parser.add_argument(
        "--format", choices=names, default=names[0], help=f"how to print (default: {names[0]})"
    )


def add_logs(parser: ArgumentParser) -> None:
    parser.add_argument(
        "logs", nargs="*", metavar="LOG", help="exported logs (default: what is kept here)"
    )


def add_learner(parser: ArgumentParser, what: str) -> None:
    parser.add_argument("--learner", metavar="NAME", default=SUPPRESS, help=what)
