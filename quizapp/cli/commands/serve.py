"""`quizapp serve`: the screens in a browser on this machine."""

import argparse
import sys
from pathlib import Path
from urllib.parse import quote

from quizapp.app.errors import CommandError
from quizapp.cli.workspace import open_workspace

MOST_VISITORS = 50


def run(options: argparse.Namespace) -> int:
    """Print an address for each visitor, and serve until it is stopped."""
    try:
        from quizapp.web import server
    except ImportError as error:
        raise CommandError(
            f"A browser needs more parts ({error.name} is missing): install quizapp[web]."
        ) from error
    import asyncio

    if not server.is_loopback(options.host) and not options.open_to_network:
        raise CommandError(
            f"--host {options.host} can be reached by others, and nothing is encrypted. If that is "
            "what you want, say --open-to-network."
        )
    if options.visitors > MOST_VISITORS or options.port > 65535:
        raise CommandError(f"At most {MOST_VISITORS} visitors, on a port up to 65535.")
    workspace = open_workspace(options)
    bank = str(workspace.bank_path(options.bank).absolute()) if options.bank else ""
    learner, data = workspace.start.learner, workspace.start.data
    if options.learner is not None:
        data = store_of(data, learner)
    visit = (sys.executable, "-m", "quizapp.web.visitor", str(data), learner, bank)
    serving = server.Serving(visit, options.host, options.port, options.visitors)
    print("Open in a browser on this machine (Ctrl+C stops):", file=sys.stderr)
    try:
        asyncio.run(server.serve(serving, lambda line: print(line, flush=True)))
    except OSError as error:
        raise CommandError(
            f"Port {options.port} of {options.host} cannot be had ({error.strerror}): "
            "choose another with --port.",
            status=1,
        ) from error
    return 0


def store_of(data: Path, learner: str) -> Path:
    """The data folder of one learner who is served: below the usual one, apart from all others."""
    return data / "learners" / (quote(learner, safe="").replace(".", "%2E") or "nobody")
