"""`quizapp import-log`: add exported logs to what is kept."""

from __future__ import annotations

import argparse
import sys

from quizapp import files, settings
from quizapp.commands import Refused
from quizapp.commands.meant import the_store

LIMIT = 256 * files.MIB
"""A log has this many bytes at most."""


def text_of(name: str) -> list[str]:
    """The lines of a log, "-" being standard input. Raises Refused."""
    if name == "-":
        return list(sys.stdin)
    try:
        return files.read_text(name, LIMIT).split("\n")
    except files.Refused as refused:
        raise Refused(refused.sentence(name)) from refused


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
