"""The way in: `quizapp`, and `python -m quizapp`."""

import sys


def main() -> int:
    """Run the command that was typed; gives its exit status."""
    if sys.argv[1:] == ["--version"]:
        # Answered before anything is imported: a question of a few milliseconds.
        from quizapp import __version__

        print(f"quizapp {__version__}")
        return 0
    try:
        from quizapp.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
