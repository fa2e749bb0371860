"""The command line: what can be typed. Each command imports what it needs when it runs."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import contextmanager, suppress

from quizapp.cli.help_overview import DESCRIPTION, no_command, overview, parted
from quizapp.cli.output import safe_streams

# `typing` and `argparse` are imported where they are needed: `--help` alone needs neither.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence
    from types import FrameType

DONE, PROBLEMS, MISUSED, INTERRUPTED = 0, 1, 2, 130


COMMANDS = {
    "study": "a session of questions",
    "scores": "sessions and their scores",
    "progress": "what is known of a bank by now, by section and objective",
    "rule": "a later decision on a response: I was right, I was wrong, sent by mistake",
    "banks": "the banks that can be seen, and where they are",
    "new": "a bank to begin with, or one of your text with drafted questions",
    "check": "problems, self-tests and advice for a bank's author",
    "author": "a screen beside the editor: a bank's questions as they are written",
    "schema": "the JSON Schema of the bank format, for editors",
    "import": "questions from other programs: GIFT, Aiken, Moodle XML, QTI, tables, plain drafts",
    "export": "a bank for other programs: GIFT, Moodle XML, QTI, Anki, tables, a paper to print",
    "grade": "grade responses: JSON lines in, JSON lines out",
    "attach": "show your own copy of a bank's source after each answer",
    "settings": "how you study: new questions a day, and how likely to know what falls due",
    "judge": "your own judge for what the grader is not sure of: whether it is good enough",
    "items": "how good each question is, from the responses of many learners",
    "flags": "questions that learners have flagged as wrong or unclear",
    "gradebook": "the marks of a class: learners down, questions across",
    "suggest": "answers, wrong answers and tests that rulings and responses suggest for a bank",
    "regrade": "grade what was answered anew, with today's bank and grader",
    "diff": "what a new version of a bank changes, and for which responses",
    "serve": "the screens in a browser on this machine",
    "completion": "completion of commands, options, banks and sections for your shell",
    "help": "a command, or a topic: marks, items, the log …",
    "export-log": "everything that is kept, as JSON lines (or responses as CSV)",
    "import-log": "add exported logs to what is kept; what is there already is left",
}
"""Each command, and what it is for."""


def parser_of(name: str) -> ArgumentParser:
    """The parser of a command, or with "" of the options that may stand before one."""
    from quizapp import __version__
    from quizapp.cli.options import ANYWHERE, BEFORE, OPTIONS
    from quizapp.cli.parser import Parser, add_options

    description = sentence(COMMANDS[name]) if name else DESCRIPTION
    parser = Parser(name, description)
    add_options(parser, (*OPTIONS.get(name, BEFORE), *ANYWHERE))
    version = f"quizapp {__version__}"
    parser.add_argument("--version", action="version", version=version, help="")
    return parser


def sentence(words: str) -> str:
    """`words` as a sentence."""
    return f"{words[:1].upper()}{words[1:]}".rstrip(".") + "."


def run(arguments: Sequence[str]) -> int:
    """Run the command in `arguments`; gives the exit status. Never ends in a traceback.

    What fails by a fault of the program is told in one sentence, with exit status 70.
    """
    with safe_streams(), _noted_interrupts() as interrupts:
        try:
            status = _run(arguments)
            sys.stdout.flush()
        except KeyboardInterrupt:
            _say("")
            return INTERRUPTED
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
            if interrupts:
                # An import that Ctrl+C interrupts in C code may raise something else.
                _say("")
                return INTERRUPTED
            from quizapp.cli import fault

            _say(fault.told(error, arguments))
            return fault.STATUS
        return status


@contextmanager
def _noted_interrupts() -> Iterator[list[int]]:
    """Note in a list when Ctrl+C raises KeyboardInterrupt; where it does not, leave it so."""
    interrupts: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        interrupts.append(number)
        signal.default_int_handler(number, frame)

    before = signal.getsignal(signal.SIGINT)
    # Only the main thread can hear signals: elsewhere there is nothing to note.
    with suppress(ValueError):
        if before is signal.default_int_handler:
            signal.signal(signal.SIGINT, note)
    try:
        yield interrupts
    finally:
        if signal.getsignal(signal.SIGINT) is note:
            signal.signal(signal.SIGINT, before)


def _run(arguments: Sequence[str]) -> int:
    before, name, after = parted(arguments)
    if before in (["--help"], ["-h"]):
        sys.stdout.write(overview(COMMANDS))
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
    from importlib import import_module

    try:
        file = "import_" if name == "import" else name.replace("-", "_")  # a word of the language
        # What is imported stays: looking for garbage in it, now or later, takes 6 of 65 ms.
        gc.disable()
        try:
            command = import_module(f"quizapp.cli.commands.{file}")
        finally:
            gc.freeze()
            gc.enable()
        status: int = command.run(options)
    except Exception as error:
        from quizapp.app.errors import explained

        explanation = explained(error)
        if explanation is None:
            raise
        message, status = explanation
        print(f"quizapp: {message}", file=sys.stderr)
    return status


def _say(message: str) -> None:
    """Print a line to standard error, unless that has gone too."""
    with suppress(OSError, ValueError):
        print(message, file=sys.stderr)


def _silence() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
