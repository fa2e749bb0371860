"""`quizapp judge`: the learner's own judge for what the grader is not sure of."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from quizapp.app.errors import CommandError
from quizapp.cli.workspace import open_workspace

if TYPE_CHECKING:
    from quizapp.app.judge import Opinion
    from quizapp.app.judge_trial import Known

EXAMPLES = """\
quizapp settings --judge 'my-judge --quick'
quizapp judge tides
quizapp judge tides --try"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("bank", metavar="BANK", help="a bank's id or path")
    parser.add_argument(
        "--try", dest="trial", action="store_true",
        help="ask it about answers whose worth is known: the bank's own tests, and pairs with "
        "sides and polarity exchanged",
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Say whether the judge is used on the bank, after a trial if asked for; 1 if it is not."""
    from quizapp.app.judge_trial import in_words, keep, trial_on, tried

    workspace = open_workspace(options)
    command, data = workspace.settings.judge, workspace.start.data
    if not command:
        raise CommandError("There is no judge: `quizapp settings --judge COMMAND` names one.")
    bank = workspace.bank_named(options.bank)
    if options.trial:
        trial = tried(command, bank, _tell)
        keep(data, command, bank.id, trial)
    else:
        found = trial_on(data, command, bank.id)
        if found is None:
            print(f"Not tried on {bank.id} yet, and so not used: `quizapp judge {bank.id} --try`.")
            return 1
        trial = found
    print(in_words(trial))
    return 0 if trial.passed else 1


def _tell(known: Known, opinion: Opinion) -> None:
    """Print what the judge got wrong, or why it had no opinion."""
    if opinion.same is known.right:
        return
    about = known.about
    what = "no opinion on" if opinion.same is None else "refused" if known.right else "accepted"
    kind = "right" if known.right else "wrong"
    why = f" ({opinion.why})" if opinion.why else ""
    print(
        f"{what} a {kind} answer: {about['question']} “{about['response']}”{why}", file=sys.stderr
    )
