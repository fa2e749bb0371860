"""`quizapp export`: a bank in the format of another program, and what that does not carry."""

import argparse
import sys

from quizapp import files
from quizapp.app.errors import CommandError, refusals
from quizapp.app.formatting import count
from quizapp.cli.workspace import open_workspace
from quizapp.exchange.formats import FORMATS, exported
from quizapp.exchange.item import by_question
from quizapp.file_writing import write_new


def run(options: argparse.Namespace) -> int:
    """Write the bank, and print to standard error what was lost of which question."""
    form = FORMATS[options.to]
    if form.binary and not options.out and form.suffix != ".xml":
        raise CommandError(f"{form.what} is no text: say -o FILE{form.suffix}.")
    workspace = open_workspace(options)
    bank = workspace.bank_named(options.bank)
    with refusals():
        content, losses = exported(bank, options.to)
        if options.out:
            write_new({files.expanded(options.out): content}, options.force)
    if not options.out:
        if hasattr(sys.stdout, "reconfigure"):
            # Whatever the terminal is set to: in UTF-8 it will be read.
            sys.stdout.reconfigure(encoding="utf-8")
        sys.stdout.write(content.decode())
    for question, what in by_question(losses):
        print(f"{question or bank.id}: {what}", file=sys.stderr)
    lost = len({loss.question for loss in losses if loss.question})
    told = f"{count(len(bank.questions), 'question')}, of which {lost} lost something"
    print(f"{bank.id} as {options.to}: {told}.", file=sys.stderr)
    return 1 if options.strict and losses else 0
