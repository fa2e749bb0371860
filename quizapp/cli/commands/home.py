"""`quizapp` alone: the home screen; on plain lines, the choice of a bank."""

import argparse

from quizapp.cli.commands.study import open_shell
from quizapp.cli.workspace import open_workspace


def run(options: argparse.Namespace) -> int:
    """Open the home screen."""
    return open_shell(open_workspace(options).start, options, study=False)
