"""`quizapp judge`: the learner's own judge for what the grader is not sure of."""

import argparse
import sys
from pathlib import Path

from quizapp.app.errors import CommandError
from quizapp.app.judge import Opinion
from quizapp.app.judge_trial import Known, in_words, keep, known_cases, trial_on, tried
from quizapp.bank.model import Bank
from quizapp.cli.workspace import open_workspace


def run(options: argparse.Namespace) -> int:
    """Say whether the judge is used on each bank, after a trial if asked for; 1 if it is not."""
    workspace = open_workspace(options)
    command = workspace.settings.judge
    if not command:
        raise CommandError("There is no judge: `quizapp settings --judge COMMAND` names one.")
    if options.bank:
        banks = [workspace.bank_named(options.bank)]
    else:
        banks = [workspace.bank(each.path) for each in workspace.banks(count=False).banks]
    data = workspace.start.data
    used = [_one(data, command, bank, options.trial) for bank in banks]
    return 0 if all(used) else 1


def _one(data: Path, command: str, bank: Bank, trial: bool) -> bool:
    """Whether the judge is used on the bank; says so, with its figures."""
    if trial:
        asked = sum(1 for _ in known_cases(bank))
        print(f"{bank.id}: asking about {asked} answers; Ctrl+C stops.", file=sys.stderr)
        keep(data, command, bank.id, tried(command, bank, _tell))
    found = trial_on(data, command, bank.id)
    if found is None:
        print(f"{bank.id}: not tried yet, and so not used: `quizapp judge {bank.id} --try`.")
        return False
    print(f"{bank.id}: {in_words(found)}")
    return found.passed


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
