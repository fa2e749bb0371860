"""`quizapp progress`: what is known of a bank by now."""

import argparse
import sys

from quizapp.app.progress_sentences import spoken_blocks
from quizapp.app.progress_text import blocks, headline
from quizapp.cli.output import print_json
from quizapp.cli.workspace import open_workspace, wants_plain
from quizapp.exchange import spreadsheet
from quizapp.report.learner_report import learner_report
from quizapp.report.progress import Part
from quizapp.text import clean


def run(options: argparse.Namespace) -> int:
    """Print the learner's progress on the bank."""
    workspace = open_workspace(options)
    bank = workspace.bank_named(options.bank)
    with workspace.records() as store:
        told = learner_report(bank, store, workspace.start.learner, workspace.settings.study)
    if options.format == "json":
        print_json({**told.progress._asdict(), "confused": told.pairs, "changed": told.changed})
    elif options.format == "csv":
        sections = (("section", *part) for part in told.progress.sections)
        objectives = (("objective", *part) for part in told.progress.objectives)
        spreadsheet.write((("part", *Part._fields), *sections, *objectives), sys.stdout)
    else:
        print(f"{clean(told.bank.title)}: {headline(told)}")
        for block in spoken_blocks(told) if wants_plain(options) else blocks(told):
            print("", block.heading, *block.lines, sep="\n")
            if block.name == "confused":
                print(f"`quizapp study {bank.id} --confused` asks these alone.")
    return 0
