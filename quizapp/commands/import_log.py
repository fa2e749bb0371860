"""`quizapp import-log`: add exported logs to what is kept."""

from __future__ import annotations

import argparse
import sys

from quizapp import settings
from quizapp.commands import Refused
from quizapp.commands.meant import the_store


def text_of(name: str) -> list[str]:
    """The lines of a log, "-" being standard input. Raises Refused."""
    if name == "-":
        return list(sys.stdin)
    try:
        with open(name, encoding="utf-8-sig", errors="replace", newline="\n") as file:
            return list(file)
    except (OSError, ValueError) as error:
        raise Refused(f"{name}: cannot be read ({getattr(error, 'strerror', error)}).") from error


def run(options: argparse.Namespace) -> int:
    """Import each log; 1 if a line was bad."""
    from quizapp.exchange.log import bring_in

    bad = 0
    texts = [(name, text_of(name)) for name in options.logs]
    with the_store(settings.data_folder(options.data), write=True) as store:
        for name, text in texts:
            done = bring_in(store, text)
            print(f"{name}: {done.lines} lines, {done.added} new, {len(done.bad)} bad")
            for line, why in done.bad:
                print(f"{name}:{line}: {why}", file=sys.stderr)
            bad += len(done.bad)
    return 1 if bad else 0
