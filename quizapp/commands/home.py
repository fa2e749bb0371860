"""`quizapp` alone: the home screen; on plain lines, the choice of a bank."""

from __future__ import annotations

import argparse

from quizapp.commands.study import begin, open_shell
from quizapp.session.wish import Wish


def run(options: argparse.Namespace) -> int:
    """Open the home screen."""
    return open_shell(begin(options, Wish()), options, study=False)
