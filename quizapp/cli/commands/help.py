"""`quizapp help`: a command, or a topic of the documentation that comes with the program."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from quizapp.app.errors import CommandError
from quizapp.cli.main import COMMANDS, parser_of
from quizapp.cli.overview import nearest, overview

EXAMPLES = """\
quizapp help
quizapp help study
quizapp help how you stand
quizapp help marks"""
LEFT_OUT = "commands"
"""The page that `quizapp help COMMAND` stands for."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("topic", nargs="*", metavar="TOPIC", help="a command, or a topic")


def run(options: argparse.Namespace) -> int:
    """Print what is known of the topic, or which topics there are."""
    topic = " ".join(options.topic).casefold()
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


def documentation() -> Path:
    """The folder of the pages that come with the program."""
    package = Path(__file__).resolve().parents[2]
    installed = package / "docs"
    return installed if installed.is_dir() else package.parent / "docs"


def _section(topic: str) -> str:
    """The section of this name, or the only one whose name begins so. Raises CommandError."""
    known = _sections()
    fitting = [name for name in known if name.startswith(topic)]
    if topic in known or len(fitting) == 1:
        return known[topic if topic in known else fitting[0]]
    meant = fitting or [nearest(topic, [*known, *COMMANDS])]
    remedy = f"Did you mean {', or '.join(meant)}?" if meant[0] else "`quizapp help` lists topics."
    raise CommandError(f"There is no topic {topic!r}. {remedy}")


def _sections() -> dict[str, str]:
    """Each page under its name, and each of its sections under the heading, as plain text."""
    found: dict[str, str] = {}
    for path in sorted(documentation().glob("*.md")):
        if path.stem == LEFT_OUT:
            continue
        text = path.read_text(encoding="utf-8")
        found[path.stem] = _plain(text)
        for heading, section in _parts(text):
            found.setdefault(heading.casefold(), _plain(section))
    return found


def _parts(text: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"(?m)^## ", text)[1:]:
        yield part.partition("\n")[0].strip(), part


def _plain(text: str) -> str:
    """Markdown as plain text: without fences, and links as their words."""
    text = re.sub(r"(?m)^```.*\n", "", text)
    text = re.sub(r"(?m)^#+ ", "", text)
    return re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text).strip()
