"""`quizapp` alone: the home screen; on plain lines, the choice of a bank."""

from __future__ import annotations

import argparse

from quizapp.cli.commands.study import begin, open_shell
from quizapp.planning.request import SessionRequest


def run(options: argparse.Namespace) -> int:
    """Open the home screen."""
    return open_shell(begin(options, SessionRequest()), options, study=False)
