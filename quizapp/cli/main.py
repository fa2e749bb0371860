"""The command line: what can be typed. Each command imports what it needs when it runs."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from quizapp.cli.output import safe_streams
from quizapp.cli.overview import DESCRIPTION, OPTIONS, no_command, overview, parted

# `typing` and `argparse` are imported where they are needed: `--help` alone needs neither.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

DONE, PROBLEMS, MISUSED, FAILED = 0, 1, 2, 3


class Command:
    """One command: a line for the list, and examples. What it takes is in `options`."""

    def __init__(self, summary: str, examples: str) -> None:
        self.summary, self.examples = summary, examples


COMMANDS = {
    "study": Command(
        "a session of questions",
        "quizapp study tides                         what is due, then up to 10 new questions\n"
        "  quizapp study tides --count 5               as many as you like\n"
        "  quizapp study tides --by friday             prepare for an examination\n"
        "  quizapp study tides --mode read             read the text, guessing ahead\n"
        "  quizapp study tides --paper mock --extra-time 25%\n"
        "  quizapp study tides --mode exam --count 20 --minutes 30 --pass-mark 60\n"
        "  quizapp study --resume\n"
        "  quizapp study tides --plain --seed 1 --count 5 < answers.txt",
    ),
    "scores": Command(
        "sessions and their scores",
        "quizapp scores --bank tides --last 5\n"
        "  quizapp scores --session 3f2a --format json\n"
        "  quizapp scores --bank tides --missed --format md > errors.md",
    ),
    "progress": Command(
        "what is known of a bank by now, by section and objective",
        "quizapp progress tides\n  quizapp progress tides --format json",
    ),
    "rule": Command(
        "a later decision on a response: I was right, I was wrong, sent by mistake",
        "quizapp scores --session 3f2a\n"
        "  quizapp rule 3f2a sun-or-moon right\n"
        "  quizapp rule 3f2a sun-or-moon undo",
    ),
    "banks": Command(
        "the banks that can be seen, and where they are",
        "quizapp banks\n  quizapp banks --add ~/course/banks\n  quizapp banks --format json",
    ),
    "check": Command(
        "problems, self-tests and advice for a bank's author",
        "quizapp check my-bank/\n  quizapp check --strict questions --format github",
    ),
    "grade": Command(
        "grade responses: JSON lines in, JSON lines out",
        "quizapp grade cases.jsonl\n"
        '  quizapp grade --explain --prompt "Capital of Australia?" --answer Canberra '
        "--response=Camberra",
    ),
    "attach": Command(
        "show your own copy of a bank's source after each answer",
        "quizapp attach tides ~/texts/tides.txt",
    ),
    "settings": Command(
        "how you study: new questions a day, and how likely to know what falls due",
        "quizapp settings\n  quizapp settings --new-a-day 20 --retention 95%",
    ),
    "items": Command(
        "how good each question is, from the responses of many learners",
        "quizapp items tides class/*.jsonl\n  quizapp items tides --question sun-or-moon",
    ),
    "suggest": Command(
        "answers, wrong answers and tests that rulings and responses suggest for a bank",
        "quizapp suggest tides\n"
        "  quizapp suggest tides class/*.jsonl --least 5\n"
        "  quizapp suggest tides --question sun-or-moon --write",
    ),
    "regrade": Command(
        "grade what was answered anew, with today's bank and grader",
        "quizapp regrade tides\n  quizapp regrade tides --yes\n  quizapp regrade tides --undo",
    ),
    "export-log": Command(
        "everything that is kept, as JSON lines (or responses as CSV)",
        "quizapp export-log > mine.jsonl\n  quizapp export-log --anonymous --bank tides",
    ),
    "import-log": Command(
        "add exported logs to what is kept; what is there already is left",
        "quizapp import-log mine.jsonl",
    ),
}


def parser_of(name: str) -> ArgumentParser:
    """The parser of a command, or with "" of what may stand before one."""
    from quizapp import __version__
    from quizapp.cli.options import TAKEN
    from quizapp.cli.parser import Parser

    command = COMMANDS.get(name)
    summary = command.summary if command else DESCRIPTION
    examples = f"examples:\n  {command.examples}" if command else ""
    parser = Parser(name, f"{summary[:1].upper()}{summary[1:]}".rstrip(".") + ".", examples)
    TAKEN[name](parser)
    parser.add_argument("--data", metavar="DIR", help=OPTIONS["--data DIR"])
    parser.add_argument(
        "--version",
        action="version",
        version=f"quizapp {__version__}",
        help=OPTIONS["--version"],
    )
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command in `arguments`; gives the exit status. Never ends in a traceback.

    What fails by a fault of the program is told in one sentence, with exit status 70.
    """
    with safe_streams():
        try:
            status = _run(arguments)
            sys.stdout.flush()
        except KeyboardInterrupt:
            _say("")
            return 130
        except BrokenPipeError:
            # The reader of our output has gone: silence the flush at exit and leave quietly.
            _silence()
            return 141
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            _say(f"quizapp: {place}{error.strerror or error}.")
            _silence()
            return PROBLEMS
        except Exception as error:
            from quizapp.cli import fault

            _say(fault.told(error, arguments))
            return fault.STATUS
        return status


def _run(arguments: Sequence[str]) -> int:
    before, name, after = parted(arguments)
    if before in (["--help"], ["-h"]):
        sys.stdout.write(overview({each: command.summary for each, command in COMMANDS.items()}))
        return DONE
    if name and name not in COMMANDS:
        print(f"quizapp: {no_command(name, COMMANDS)}", file=sys.stderr)
        return MISUSED
    try:
        options = _read(before, name, after)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else MISUSED
    return _do(name or "home", options)


def _read(before: list[str], name: str, after: list[str]) -> Namespace:
    """What was typed; raises SystemExit once it has said what is wrong with it."""
    from argparse import Namespace

    options = Namespace()
    if before or not name:
        # What was not typed leaves no trace, so that the command's own defaults hold.
        parsed = parser_of("").parse_args(before)
        typed = {key: value for key, value in vars(parsed).items() if value is not None}
        options = Namespace(**typed) if name else parsed
    return parser_of(name).parse_args(after, options) if name else options


def _do(name: str, options: Namespace) -> int:
    import importlib

    from quizapp import files
    from quizapp.cli.commands import Refused

    try:
        status: int = importlib.import_module(f"quizapp.cli.commands.{name.replace('-', '_')}").run(
            options
        )
    except Refused as refusal:
        print(f"quizapp: {refusal}", file=sys.stderr)
        return refusal.status
    except files.Refused as refused:
        print(f"quizapp: {refused.message}; {refused.remedy}.", file=sys.stderr)
        return MISUSED
    return status


def _say(message: str) -> None:
    """Print a line to standard error, unless that has gone too."""
    with suppress(OSError, ValueError):
        print(message, file=sys.stderr)


def _silence() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
