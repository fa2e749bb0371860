"""The overview that `quizapp --help` prints, and messages on a wrong call.

Printed by hand: `--help` then takes 2.4 times an empty interpreter; with argparse it takes 3.1.
"""

from __future__ import annotations

# `typing` is not imported: it takes longer than all that `--help` does besides.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

DESCRIPTION = "Learn a text in a terminal: questions, typed answers, fair and explained verdicts."

FIRST_EXAMPLES = """\
quizapp                            the home screen: banks, last scores, a session to resume
quizapp study tides                a session on one bank
quizapp study tides --count 10 --section "Two bulges"
quizapp study tides --mode exam --minutes 30 --pass-mark 60
quizapp study tides --by friday    learn for an examination on that day
quizapp study tides --plain        line by line: for screen readers, pipes and scripts
quizapp scores --last 5            the last five sessions
quizapp progress tides             what you know by now, and what falls due
quizapp check my-bank/             what is wrong in a bank, and what could be better
quizapp attach tides essay.txt     show your own copy of the text after each answer"""

GLOBAL_OPTIONS = {
    "--plain": "plain lines instead of a screen (also: QUIZAPP_PLAIN=1)",
    "--learner NAME": "whose scores these are (default: yours)",
    "--data DIR": "where scores and settings are kept (also: QUIZAPP_DATA)",
    "--help, -h": "print this; after a command, all that it takes",
    "--version": "print the version",
}
"""What may stand before every command, and what it does."""

TAKES_VALUE = frozenset(
    name.split()[0] for name in GLOBAL_OPTIONS if name.endswith(("NAME", "DIR"))
)
STATUS = (
    "Exit status: 0 done; 1 the input has problems; 2 the call was wrong; 3 an exam below its\n"
    "pass mark; 70 a fault of quizapp; 129, 130, 143 hung up, interrupted, told to end.\n"
    "Standard output is the result, standard error is talk."
)


def overview(summaries: Mapping[str, str]) -> str:
    """What `quizapp --help` prints; `summaries` has a line for each command."""
    wide = max(map(len, [*summaries, *GLOBAL_OPTIONS]))
    parts = [
        "usage: quizapp [OPTION …] [COMMAND …]",
        DESCRIPTION,
        "\n".join(["commands:", *_rows(summaries, wide)]),
        "\n".join(["options:", *_rows(GLOBAL_OPTIONS, wide)]),
        "\n".join(["examples:", *(f"  {line}" for line in FIRST_EXAMPLES.split("\n"))]),
        "A bank is named by its id, a unique beginning of it, or its path.\n" + STATUS,
    ]
    return "\n\n".join(parts) + "\n"


def _rows(entries: Mapping[str, str], wide: int) -> Iterable[str]:
    return (f"  {name:<{wide}}  {what}" for name, what in entries.items())


def parted(arguments: Sequence[str]) -> tuple[list[str], str, list[str]]:
    """What stands before the command, the command ("" if there is none), and what follows it.

    >>> parted(["--data", "check", "study", "tides"])
    (['--data', 'check'], 'study', ['tides'])
    """
    place = 0
    while place < len(arguments) and arguments[place].startswith("-"):
        place += 2 if arguments[place] in TAKES_VALUE else 1
    before, rest = list(arguments[:place]), list(arguments[place:])
    return before, rest[0] if rest else "", rest[1:]


def no_command(name: str, known: Iterable[str]) -> str:
    """What to say of a command that does not exist."""
    meant = nearest(name, known)
    remedy = f"did you mean `quizapp {meant}`?" if meant else "`quizapp --help` lists them."
    return f"there is no command {name!r}: {remedy}"


def no_option(name: str, known: Iterable[str]) -> str:
    """What to say of an option that does not exist, or a word too many."""
    if not name.startswith("-"):
        return f"{name!r} is one word too many (quote what belongs together)"
    name = name.partition("=")[0]
    meant = nearest(name, known)
    return f"there is no option {name}" + (f"; did you mean {meant}?" if meant else "")


def nearest(word: str, known: Iterable[str]) -> str:
    """The one of the known words that is most like `word`, "" where none is."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), 1, 0.6)), "")
