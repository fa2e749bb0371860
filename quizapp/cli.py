"""The command line: what can be typed. Each command imports what it needs when it runs."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

DONE, PROBLEMS, MISUSED, FAILED = 0, 1, 2, 3

DESCRIPTION = "Learn a text in a terminal: questions, typed answers, fair and explained verdicts."

EXAMPLES = """\
examples:
  quizapp                            the home screen: banks, last scores, a session to resume
  quizapp study tides                a session on one bank
  quizapp study tides --count 10 --section "Two bulges"
  quizapp study tides --plain        line by line: for screen readers, pipes and scripts
  quizapp scores --last 5            the last five sessions
  quizapp check my-bank/             what is wrong in a bank, and what could be better
  quizapp attach tides essay.txt     show your own copy of the text after each answer

A bank is named by its id, a unique beginning of it, or its path.
"""


class Command(NamedTuple):
    """One command: a line for the list, and the function that adds its arguments."""

    summary: str
    arguments: Callable[[argparse.ArgumentParser], None]
    examples: str


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _study(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bank", nargs="?", metavar="BANK", help="a bank's id or path")
    parser.add_argument(
        "--mode",
        choices=("learn", "exam"),
        default=None,
        help="learn: verdict at once, what was missed returns (default); exam: verdicts at the end",
    )
    parser.add_argument("--count", type=_count, metavar="N", help="at most N questions")
    parser.add_argument("--seed", type=int, metavar="N", help="the same N gives the same session")
    for name, what in (
        ("section", "only questions on this section of the source"),
        ("tag", "only questions with this tag"),
        ("kind", "only questions of this kind: text, number, date, choice …"),
        ("objective", "only questions that test this objective"),
    ):
        parser.add_argument(
            f"--{name}",
            action="append",
            default=[],
            metavar=name.upper(),
            help=f"{what}; may be repeated",
        )
    parser.add_argument(
        "--resume",
        nargs="?",
        const="",
        metavar="ID",
        help="go on with an unfinished session (the latest, if no ID is given)",
    )
    parser.add_argument("--try", dest="trial", action="store_true", help="record nothing")
    _shell(parser, argparse.SUPPRESS)


def _shell(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--plain",
        action="store_const",
        const=True,
        default=default,
        help="plain lines instead of a screen (also: QUIZAPP_PLAIN=1)",
    )
    parser.add_argument(
        "--learner", metavar="NAME", default=default, help="whose scores these are (default: yours)"
    )


def _format(parser: argparse.ArgumentParser, *names: str) -> None:
    parser.add_argument(
        "--format", choices=names, default=names[0], help=f"how to print (default: {names[0]})"
    )


def _scores(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--bank", metavar="BANK", help="only sessions on this bank")
    parser.add_argument("--last", type=_count, metavar="N", help="only the last N sessions")
    parser.add_argument("--session", metavar="ID", help="one session, with its responses")
    parser.add_argument(
        "--learner", metavar="NAME", default=argparse.SUPPRESS, help="only this learner's sessions"
    )
    _format(parser, "text", "json", "csv")


def _banks(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--add", metavar="PATH", help="look for banks in this folder too, from now on"
    )
    _format(parser, "text", "json")


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="banks, or folders of banks (default: every bank seen)",
    )
    parser.add_argument("--strict", action="store_true", help="advice counts as a problem too")
    _format(parser, "text", "json", "github")


def _grade(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="JSON lines (default: standard input)"
    )
    parser.add_argument("--explain", action="store_true", help="show each step for one response")
    parser.add_argument("--prompt", default="", metavar="P", help="the question asked")
    parser.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="A",
        help="an accepted answer; may be repeated",
    )
    parser.add_argument(
        "--kind",
        choices=("text", "number", "date", "list"),
        default="text",
        help="how it is answered",
    )
    parser.add_argument("--response", metavar="R", help="what was typed")


def _attach(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bank", metavar="BANK", help="a bank's id or path")
    parser.add_argument("file", metavar="FILE", help="your copy of the source, as text")


COMMANDS = {
    "study": Command(
        "a session of questions",
        _study,
        "quizapp study tides --count 10\n"
        "  quizapp study tides --mode exam --seed 7\n"
        "  quizapp study --resume\n"
        "  quizapp study tides --plain --seed 1 --count 5 < answers.txt",
    ),
    "scores": Command(
        "sessions and their scores",
        _scores,
        "quizapp scores --bank tides --last 5\n  quizapp scores --session 3f2a --format json",
    ),
    "banks": Command(
        "the banks that can be seen, and where they are",
        _banks,
        "quizapp banks\n  quizapp banks --add ~/course/banks\n  quizapp banks --format json",
    ),
    "check": Command(
        "problems, self-tests and advice for a bank's author",
        _check,
        "quizapp check my-bank/\n  quizapp check --strict questions --format github",
    ),
    "grade": Command(
        "grade responses: JSON lines in, JSON lines out",
        _grade,
        "quizapp grade cases.jsonl\n"
        '  quizapp grade --explain --prompt "Capital of Australia?" --answer Canberra '
        "--response=Camberra",
    ),
    "attach": Command(
        "show your own copy of a bank's source after each answer",
        _attach,
        "quizapp attach tides ~/texts/tides.txt",
    ),
}


def _everywhere(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--data",
        metavar="DIR",
        default=default,
        help="where scores and settings are kept (also: QUIZAPP_DATA)",
    )


def _parser(chosen: str | None) -> argparse.ArgumentParser:
    """The parser with the arguments of the command `chosen` only: the rest costs time."""
    from quizapp import __version__

    parser = argparse.ArgumentParser(
        prog="quizapp",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"quizapp {__version__}")
    _everywhere(parser, None)
    _shell(parser, None)
    commands = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND")
    for name, command in COMMANDS.items():
        sub = commands.add_parser(
            name,
            help=command.summary,
            description=command.summary[0].upper() + command.summary[1:] + ".",
            epilog=f"examples:\n  {command.examples}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        if name == chosen:
            command.arguments(sub)
            _everywhere(sub, argparse.SUPPRESS)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command in `arguments`; gives the exit status. Never ends in a traceback."""
    chosen = next((word for word in arguments if word in COMMANDS), None)
    try:
        options = _parser(chosen).parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else MISUSED
    return _guarded(options.command or "home", options)


def _guarded(name: str, options: argparse.Namespace) -> int:
    from quizapp.commands import Refused

    try:
        status: int = importlib.import_module(f"quizapp.commands.{name}").run(options)
        sys.stdout.flush()
    except Refused as refusal:
        print(f"quizapp: {refusal}", file=sys.stderr)
        return refusal.status
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output has gone: silence the flush at exit and leave quietly.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    return status
