"""What `study` and `settings` can be told on the command line, and how each word is read."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError

from quizapp.usage import OPTIONS


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


def study(parser: ArgumentParser) -> None:
    """What `study` takes."""
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
    shell(parser)
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


def settings(parser: ArgumentParser) -> None:
    """What `settings` takes."""
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


def shell(parser: ArgumentParser) -> None:
    """What may stand before a command, too."""
    parser.add_argument(
        "--plain", action="store_const", const=True, default=None, help=OPTIONS["--plain"]
    )
    parser.add_argument("--learner", metavar="NAME", help=OPTIONS["--learner NAME"])
