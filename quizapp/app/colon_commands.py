"""What a typed line is: an answer, or one of the commands that begin with a colon."""

from typing import NamedTuple

COMMANDS = {
    "hint": "show the hint; half credit from then on",
    "skip": "put this question off to the end",
    "right": "my last answer was right",
    "wrong": "my last answer was wrong",
    "void": "my last answer was sent by mistake: do not count it",
    "undo": "take back what I last said of an answer",
    "repeat": "show the question again",
    "quit": "leave; everything is kept",
    "help": "show these commands",
}
"""Each command and what it does, in the order in which help shows them."""


class TypedLine(NamedTuple):
    """Either a `command` (one of COMMANDS), or an `answer`; the other is None.

    A line that begins with a colon and names no command is neither: `unknown` holds its name.
    """

    answer: str | None = None
    command: str | None = None
    unknown: str | None = None


def read(line: str) -> TypedLine:
    """What `line` means. `::` begins an answer with a colon; a command may be shortened to a
    unique beginning.

    >>> read(":hi").command, read("::-)").answer, read("Paris").answer
    ('hint', ':-)', 'Paris')
    """
    start = line.lstrip()
    if not start.startswith(":"):
        return TypedLine(answer=line)
    if start.startswith("::"):
        return TypedLine(answer=start[1:])
    name = start[1:].strip().casefold()
    fitting = [known for known in COMMANDS if known.startswith(name)] if name else []
    if name in COMMANDS:
        return TypedLine(command=name)
    return TypedLine(command=fitting[0]) if len(fitting) == 1 else TypedLine(unknown=name)


SLIPS = {"?": "help", "exit": "quit"}
"""What is typed elsewhere for the same."""


def suggestion(line: str) -> str:
    """The command that a line may be meant for which is none: "/skip", "?", "quit"; else "".

    >>> suggestion("/skip"), suggestion("?"), suggestion("quit"), suggestion("right")
    ('skip', 'help', 'quit', '')
    """
    words = line.strip().casefold()
    name = SLIPS.get(words, words.removeprefix("/"))
    if words.startswith("/") or name in ("help", "quit"):
        return name if name in COMMANDS else ""
    return ""


def refusal(unknown: str) -> str:
    """What to say of a line that begins with a colon and is no command."""
    names = ", ".join(f":{name}" for name in COMMANDS)
    return (
        f"There is no command :{unknown}. There are {names}. To answer with a colon, type it twice."
    )
