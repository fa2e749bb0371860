"""`quizapp attach`: let the learner's own copy of the source be shown after each answer."""

import argparse

from quizapp.app.attached_copy import attach
from quizapp.app.errors import CommandError
from quizapp.cli.workspace import open_workspace


def run(options: argparse.Namespace) -> int:
    """Match the copy with the bank's paragraphs; keep its path if any of them fits."""
    workspace = open_workspace(options)
    told = attach(workspace, workspace.bank_path(options.bank), options.file)
    *before, last = told.lines
    for line in before:
        print(line)
    if not told.attached:
        raise CommandError(last, status=1)
    print(last)
    return 0
