"""`quizapp completion`: what a shell needs to complete commands, options, banks and sections."""

import argparse
import shlex
import sys

from quizapp.cli.completion import SCRIPTS, candidates
from quizapp.cli.workspace import open_workspace


def run(options: argparse.Namespace) -> int:
    """Print what the shell has to read, or what may come next."""
    if not options.words:
        sys.stdout.write(SCRIPTS[options.shell])
        return 0
    workspace = open_workspace(options)
    for found in candidates(sys.stdin.read().split("\n")[:-1], workspace):
        # Bash puts what it is given on the command line as it is; the others quote it.
        print(shlex.quote(found) if options.shell == "bash" else found)
    return 0
