"""`quizapp completion`: what a shell needs to complete commands, options, banks and sections."""

import argparse
import shlex
import sys

from quizapp.cli.workspace import open_workspace

EXAMPLES = """\
quizapp completion bash > ~/.local/share/bash-completion/completions/quizapp
quizapp completion zsh > ~/.zfunc/_quizapp
quizapp completion fish > ~/.config/fish/completions/quizapp.fish"""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="your shell")
    parser.add_argument(
        "--words", action="store_true",
        help="read the words typed so far, one a line, and print what the last may become",
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Print what the shell has to read, or what may come next."""
    from quizapp.cli.completion import SCRIPTS, candidates

    if not options.words:
        sys.stdout.write(SCRIPTS[options.shell])
        return 0
    workspace = open_workspace(options)
    for found in candidates(sys.stdin.read().split("\n")[:-1], workspace):
        # Bash puts what it is given on the command line as it is; the others quote it.
        print(shlex.quote(found) if options.shell == "bash" else found)
    return 0
