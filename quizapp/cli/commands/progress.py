"""`quizapp progress`: what is known of a bank by now."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from quizapp.cli.options import add_format, add_learner, add_plain, wants_plain
from quizapp.cli.output import print_json
from quizapp.cli.workspace import open_workspace
from quizapp.text import clean

if TYPE_CHECKING:
    from quizapp.report.progress import Progress

EXAMPLES = """\
quizapp progress tides
quizapp progress tides --format json"""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bank", metavar="BANK", help="a bank's id or path")
    add_learner(parser, "this learner's (default: yours)")
    add_format(parser, "text", "json", "csv")
    add_plain(parser, "in sentences, to be read aloud (also: QUIZAPP_PLAIN=1)")


def run(options: argparse.Namespace) -> int:
    """Print the learner's progress on the bank."""
    from quizapp.report.learner_report import learner_report

    workspace = open_workspace(options)
    bank = workspace.bank_named(options.bank)
    with workspace.records() as store:
        told = learner_report(bank, store, workspace.start.learner, workspace.settings.study)
    if options.format == "json":
        print_json({**told.progress._asdict(), "confused": told.pairs, "changed": told.changed})
    elif options.format == "csv":
        _csv(told.progress)
    else:
        from quizapp.app.progress_sentences import spoken_blocks
        from quizapp.app.progress_text import blocks, headline

        print(f"{clean(told.bank.title)}: {headline(told)}")
        for block in spoken_blocks(told) if wants_plain(options) else blocks(told):
            print("", block.heading, *block.lines, sep="\n")
            if block.name == "confused":
                print(f"`quizapp study {bank.id} --confused` asks these alone.")
    return 0


def _csv(done: Progress) -> None:
    from quizapp.exchange import spreadsheet
    from quizapp.report.progress import Part

    sections = (("section", *part) for part in done.sections)
    objectives = (("objective", *part) for part in done.objectives)
    spreadsheet.write((("part", *Part._fields), *sections, *objectives), sys.stdout)
