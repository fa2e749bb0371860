"""`quizapp help`: a command, or a topic of the documentation that comes with the program."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from quizapp.app.errors import CommandError
from quizapp.bank.find import shipped
from quizapp.cli.help_overview import nearest, overview
from quizapp.cli.main import COMMANDS, parser_of

LEFT_OUT = "commands"
"""The page that `quizapp help COMMAND` stands for."""


def run(options: argparse.Namespace) -> int:
    """Print what is known of the topic, or which topics there are."""
    topic = " ".join(options.topics).casefold()
    if not topic:
        print(overview(COMMANDS), end="")
        print("\nTopics for `quizapp help TOPIC`:\n" + "\n".join(f"  {each}" for each in topics()))
    elif topic in COMMANDS:
        parser_of(topic).print_help()
    else:
        print(_section(topic))
    return 0


def topics() -> list[str]:
    """The topics there are: the pages, and their sections."""
    return list(_sections())


def _section(topic: str) -> str:
    """The section of this name, or the only one whose name begins so, or has these words in it.

    Raises CommandError.
    """
    known = _sections()
    if topic in known:
        return known[topic]
    fitting = [name for name in known if name.startswith(topic)]
    fitting = fitting or [name for name in known if topic in name]
    if len(fitting) == 1:
        return known[fitting[0]]
    meant = fitting or [nearest(topic, [*known, *COMMANDS])]
    remedy = f"Did you mean {', or '.join(meant)}?" if meant[0] else "`quizapp help` lists topics."
    raise CommandError(f"There is no topic {topic!r}. {remedy}")


def _pages() -> Iterator[tuple[str, Path]]:
    """Each page with its name: the documentation, and the instructor's guide beside the banks."""
    for path in sorted(shipped("docs").glob("*.md")):
        if path.stem != LEFT_OUT:
            yield path.stem, path
    yield "writing a bank", shipped() / "README.md"


def _sections() -> dict[str, str]:
    """Each page under its name, and each of its sections under the heading, as plain text."""
    found: dict[str, str] = {}
    for name, path in _pages():
        if not path.exists():
            continue
        text = path.read_text(encoding="utf-8")
        found[name] = _plain(text)
        for heading, section in _parts(text):
            found.setdefault(heading.casefold(), _plain(section))
    return found


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Each heading with what stands below it, smaller headings among it."""
    headings = list(re.finditer(r"(?m)^(##+) (.*)$", text))
    for at, heading in enumerate(headings):
        after = (one.start() for one in headings[at + 1 :] if len(one[1]) <= len(heading[1]))
        yield heading[2].strip(), text[heading.start() : next(after, len(text))]


def _plain(text: str) -> str:
    """Markdown as plain text: without fences and pictures, and links as their words."""
    text = re.sub(r"(?m)^```.*\n|^!\[.*\)\n\n?", "", text)
    text = re.sub(r"(?m)^#+ ", "", text)
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).strip()
