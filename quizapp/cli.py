"""The command line: what can be typed. Each command imports what it needs when it runs."""

from __future__ import annotations

import os
import sys

from quizapp.usage import DESCRIPTION, OPTIONS, no_command, overview, parted

# `typing` and `argparse` are imported where they are needed: `--help` alone needs neither.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Sequence

DONE, PROBLEMS, MISUSED, FAILED = 0, 1, 2, 3


class Command:
    """One command: a line for the list, the function that adds its arguments, and examples."""

    def __init__(
        self, summary: str, arguments: Callable[[ArgumentParser], None], examples: str
    ) -> None:
        self.summary, self.arguments, self.examples = summary, arguments, examples


def _count(text: str) -> int:
    from quizapp.options import count

    return count(text)


def _study(parser: ArgumentParser) -> None:
    from quizapp.options import study

    study(parser)


def _settings(parser: ArgumentParser) -> None:
    from quizapp.options import settings

    settings(parser)


def _shell(parser: ArgumentParser) -> None:
    from quizapp.options import shell

    shell(parser)


def _format(parser: ArgumentParser, *names: str) -> None:
    parser.add_argument(
        "--format", choices=names, default=names[0], help=f"how to print (default: {names[0]})"
    )


def _scores(parser: ArgumentParser) -> None:
    parser.add_argument("--bank", metavar="BANK", help="only sessions on this bank")
    parser.add_argument("--last", type=_count, metavar="N", help="only the last N sessions")
    parser.add_argument("--session", metavar="ID", help="one session, with its responses")
    parser.add_argument(
        "--missed", action="store_true", help="what you missed the last time, beside the evidence"
    )
    _whose(parser, "only this learner's sessions (--missed: yours)")
    _format(parser, "text", "json", "csv", "md")


def _banks(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--add", metavar="PATH", help="look for banks in this folder too, from now on"
    )
    _format(parser, "text", "json")


def _check(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="banks, or folders of banks (default: every bank seen)",
    )
    parser.add_argument("--strict", action="store_true", help="advice counts as a problem too")
    _format(parser, "text", "json", "github")


def _grade(parser: ArgumentParser) -> None:
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


def _attach(parser: ArgumentParser) -> None:
    parser.add_argument("bank", metavar="BANK", help="a bank's id or path")
    parser.add_argument("file", metavar="FILE", help="your copy of the source, as text")


def _progress(parser: ArgumentParser) -> None:
    parser.add_argument("bank", metavar="BANK", help="a bank's id or path")
    _whose(parser, "this learner's (default: yours)")
    _format(parser, "text", "json", "csv")


def _rule(parser: ArgumentParser) -> None:
    parser.add_argument("session", metavar="SESSION", help="a session's id, or how it begins")
    parser.add_argument("question", metavar="QUESTION", help="the id of the question answered")
    parser.add_argument(
        "ruling",
        choices=("right", "wrong", "void", "undo"),
        help="void: sent by mistake, not counted; undo: take the latest ruling back",
    )
    parser.add_argument(
        "--by",
        choices=("learner", "instructor"),
        default="learner",
        help="whose ruling it is (default: learner)",
    )


def _suggest(parser: ArgumentParser) -> None:
    parser.add_argument("bank", metavar="BANK", help="a bank's id or path")
    parser.add_argument(
        "logs", nargs="*", metavar="LOG", help="exported logs (default: what is kept here)"
    )
    parser.add_argument("--question", metavar="ID", help="only what concerns one question")
    parser.add_argument(
        "--least", type=_count, default=3, metavar="N",
        help="a wrong answer is frequent if it was given N times (default: 3)",
    )  # fmt: skip
    parser.add_argument("--write", action="store_true", help="add it all to the bank's files")
    _format(parser, "text", "json")


def _items(parser: ArgumentParser) -> None:
    parser.add_argument("bank", metavar="BANK", help="a bank's id or path")
    parser.add_argument(
        "logs", nargs="*", metavar="LOG", help="exported logs (default: what is kept here)"
    )
    parser.add_argument("--question", metavar="ID", help="what was answered to one question")
    _format(parser, "text", "json", "csv")


def _regrade(parser: ArgumentParser) -> None:
    parser.add_argument("bank", metavar="BANK", help="a bank's id or path")
    parser.add_argument("--yes", action="store_true", help="apply what changes without asking")
    parser.add_argument("--undo", action="store_true", help="bring back the verdicts of their time")


def _export_log(parser: ArgumentParser) -> None:
    parser.add_argument("--bank", metavar="BANK", help="only what is on this bank")
    _whose(parser, "only this learner's")
    parser.add_argument("--anonymous", action="store_true", help="pseudonyms instead of names")
    _format(parser, "jsonl", "csv")


def _import_log(parser: ArgumentParser) -> None:
    parser.add_argument("logs", nargs="+", metavar="LOG", help="an exported log, - for the input")


def _whose(parser: ArgumentParser, what: str) -> None:
    from argparse import SUPPRESS

    parser.add_argument("--learner", metavar="NAME", default=SUPPRESS, help=what)


COMMANDS = {
    "study": Command(
        "a session of questions",
        _study,
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
        _scores,
        "quizapp scores --bank tides --last 5\n"
        "  quizapp scores --session 3f2a --format json\n"
        "  quizapp scores --bank tides --missed --format md > errors.md",
    ),
    "progress": Command(
        "what is known of a bank by now, by section and objective",
        _progress,
        "quizapp progress tides\n  quizapp progress tides --format json",
    ),
    "rule": Command(
        "a later decision on a response: I was right, I was wrong, sent by mistake",
        _rule,
        "quizapp scores --session 3f2a\n"
        "  quizapp rule 3f2a sun-or-moon right\n"
        "  quizapp rule 3f2a sun-or-moon undo",
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
    "settings": Command(
        "how you study: new questions a day, and how likely to know what falls due",
        _settings,
        "quizapp settings\n  quizapp settings --new-a-day 20 --retention 95%",
    ),
    "items": Command(
        "how good each question is, from the responses of many learners",
        _items,
        "quizapp items tides class/*.jsonl\n  quizapp items tides --question sun-or-moon",
    ),
    "suggest": Command(
        "answers, wrong answers and tests that rulings and responses suggest for a bank",
        _suggest,
        "quizapp suggest tides\n"
        "  quizapp suggest tides class/*.jsonl --least 5\n"
        "  quizapp suggest tides --question sun-or-moon --write",
    ),
    "regrade": Command(
        "grade what was answered anew, with today's bank and grader",
        _regrade,
        "quizapp regrade tides\n  quizapp regrade tides --yes\n  quizapp regrade tides --undo",
    ),
    "export-log": Command(
        "everything that is kept, as JSON lines (or responses as CSV)",
        _export_log,
        "quizapp export-log > mine.jsonl\n  quizapp export-log --anonymous --bank tides",
    ),
    "import-log": Command(
        "add exported logs to what is kept; what is there already is left",
        _import_log,
        "quizapp import-log mine.jsonl",
    ),
}


def parser_of(name: str) -> ArgumentParser:
    """The parser of a command, or with "" of what may stand before one."""
    from quizapp import __version__
    from quizapp.calls import Parser

    command = COMMANDS.get(name)
    summary = command.summary if command else DESCRIPTION
    examples = f"examples:\n  {command.examples}" if command else ""
    parser = Parser(name, f"{summary[:1].upper()}{summary[1:]}".rstrip(".") + ".", examples)
    (command.arguments if command else _shell)(parser)
    parser.add_argument("--data", metavar="DIR", help=OPTIONS["--data DIR"])
    parser.add_argument(
        "--version",
        action="version",
        version=f"quizapp {__version__}",
        help=OPTIONS["--version"],
    )
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command in `arguments`; gives the exit status. Never ends in a traceback."""
    _mend_streams()
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output has gone: silence the flush at exit and leave quietly.
        _silence()
        return 141
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        print(f"quizapp: {place}{error.strerror or error}.", file=sys.stderr)
        _silence()
        return PROBLEMS
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

    from quizapp.commands import Refused

    try:
        status: int = importlib.import_module(f"quizapp.commands.{name.replace('-', '_')}").run(
            options
        )
    except Refused as refusal:
        print(f"quizapp: {refusal}", file=sys.stderr)
        return refusal.status
    return status


def _mend_streams() -> None:
    """A stream that is closed goes nowhere; what an encoding cannot hold becomes a sign for it."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _silence() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
