"""What each command can be told on the command line, and how each word is read."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError
from collections.abc import Callable

from quizapp.cli.overview import OPTIONS


def count(text: str) -> int:
    """How many: 1 or more."""
    if not text.strip().isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return int(text)


def whole(text: str) -> int:
    """A whole number, 0 or more."""
    if not text.strip().isdecimal():
        raise ArgumentTypeError(f"{text!r} is not a whole number")
    return int(text)


def seed(text: str) -> int:
    """Any whole number."""
    try:
        return int(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a whole number") from None


def share(text: str) -> float:
    """Per cent, with or without its sign, 0 to 1000."""
    try:
        found = float(text.strip().removesuffix("%"))
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1000:
        raise ArgumentTypeError(f"{text!r} is no share in per cent, such as 25%")
    return found


def mark(text: str) -> float:
    """Per cent of all points, 0 to 100."""
    found = share(text)
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


def _study(parser: ArgumentParser) -> None:
    parser.add_argument("bank", nargs="?", metavar="BANK", help="a bank's id or path")
    parser.add_argument(
        "--mode",
        choices=("learn", "exam", "cram", "read"),
        default=None,
        help="learn: what is due, then new questions, verdicts at once (default); "
        "exam: verdicts at the end; cram: until all was right three times, no schedule changed; "
        "read: the text by paragraphs, each after a guess at its questions",
    )
    parser.add_argument(
        "--certainty",
        action="store_true",
        help="say after each answer how sure you are (1, 2, 3): marks, and how well you know it",
    )
    parser.add_argument("--count", type=count, metavar="N", help="at most N questions")
    parser.add_argument("--seed", type=seed, metavar="N", help="the same N gives the same session")
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
        "--confused",
        action="store_true",
        help="only questions that you answered with each other's answers",
    )
    parser.add_argument(
        "--resume",
        nargs="?",
        const="",
        metavar="ID",
        help="go on with an unfinished session (the latest, if no ID is given)",
    )
    parser.add_argument("--try", dest="trial", action="store_true", help="record nothing")
    _shell(parser)
    _learning(parser)
    _examining(parser)


def _learning(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("in learn")
    group.add_argument("--due", action="store_true", help="only what is due")
    group.add_argument(
        "--by",
        metavar="DATE",
        help="for an examination on that day (2027-05-31, friday): the new questions are "
        "spread over the days left, and it says what to expect then",
    )


def _examining(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("in exam")
    group.add_argument("--paper", metavar="ID", help="an exam as the bank sets it")
    group.add_argument(
        "--minutes", type=minutes, metavar="N", help="the time limit; it is handed in when it is up"
    )
    group.add_argument(
        "--extra-time",
        type=share,
        metavar="P",
        help="more time than the limit, such as 25%%",
    )
    group.add_argument(
        "--pass-mark",
        type=mark,
        metavar="P",
        help="below so many per cent the exit status is 3",
    )


def _settings(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--new-a-day",
        type=whole,
        metavar="N",
        help="at most N new questions a day, over all banks (10)",
    )
    parser.add_argument(
        "--retention",
        type=share,
        metavar="P",
        help="how likely you want to know a question when it falls due, in per cent (90)",
    )


def _shell(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--plain", action="store_const", const=True, default=None, help=OPTIONS["--plain"]
    )
    parser.add_argument("--learner", metavar="NAME", help=OPTIONS["--learner NAME"])


def _scores(parser: ArgumentParser) -> None:
    parser.add_argument("--bank", metavar="BANK", help="only sessions on this bank")
    parser.add_argument("--last", type=count, metavar="N", help="only the last N sessions")
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
        "--least", type=count, default=3, metavar="N",
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
    parser.add_argument("logs", nargs="*", metavar="LOG", help="an exported log, - for the input")
    parser.add_argument(
        "--mine", action="store_true",
        help="the log is your own, of another machine: go on with sessions that are here",
    )  # fmt: skip
    parser.add_argument(
        "--by", choices=("instructor",), help="take in an instructor's rulings on sessions here"
    )
    parser.add_argument(
        "--undo", nargs="?", const="", metavar="IMPORT",
        help="take back an import whole (the latest, if none is named)",
    )  # fmt: skip


def _format(parser: ArgumentParser, *names: str) -> None:
    parser.add_argument(
        "--format", choices=names, default=names[0], help=f"how to print (default: {names[0]})"
    )


def _whose(parser: ArgumentParser, what: str) -> None:
    parser.add_argument("--learner", metavar="NAME", default=SUPPRESS, help=what)


TAKEN: dict[str, Callable[[ArgumentParser], None]] = {
    "": _shell,
    "study": _study,
    "scores": _scores,
    "progress": _progress,
    "rule": _rule,
    "banks": _banks,
    "check": _check,
    "grade": _grade,
    "attach": _attach,
    "settings": _settings,
    "items": _items,
    "suggest": _suggest,
    "regrade": _regrade,
    "export-log": _export_log,
    "import-log": _import_log,
}
"""What each command takes, put into its parser; with "" what may stand before one."""
