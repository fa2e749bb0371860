"""`quizapp author`: a screen beside the editor, for those who write a bank."""

import argparse
from pathlib import Path

from quizapp.app.errors import CommandError
from quizapp.cli.commands.study import can_draw
from quizapp.cli.workspace import open_workspace


def run(options: argparse.Namespace) -> int:
    """Show the bank until the author leaves."""
    workspace = open_workspace(options)
    path = Path(options.bank)
    if not path.exists():
        path = workspace.bank_path(options.bank)
    if not can_draw():
        raise CommandError(
            f"author needs a terminal: `quizapp check --watch {options.bank}` tells problems as "
            "files are saved."
        )
    from quizapp.tui.run import run as run_screens

    start = workspace.start._replace(bank=path, author=options.question or "")
    return run_screens(start)
