"""What runs for each visitor: the screens, with files and settings that name programs out of reach.

Started by the server as `python -m quizapp.web.visitor DATA LEARNER [BANK]`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from quizapp.app.launch import Launch
from quizapp.planning.request import SessionRequest


def main(data: str, learner: str, bank: str = "") -> int:
    """Run the screens until the visitor leaves, or the server says so."""
    from quizapp.tui.run import run

    path = Path(bank) if bank else None
    return run(Launch(Path(data), path, SessionRequest(), learner, served=True))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
