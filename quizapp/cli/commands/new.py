"""`quizapp new`: a bank to begin with, or one of an essay with drafted questions."""

import argparse
from pathlib import Path

from quizapp import files
from quizapp.app.errors import CommandError, refusals
from quizapp.app.formatting import count
from quizapp.bank.attach import read_copy
from quizapp.cli.output import say
from quizapp.drafting.bank import NewBank, essay_bank, example_bank
from quizapp.drafting.essay import Essay, read_essay
from quizapp.drafting.questions import MOST_DRAFTED
from quizapp.file_writing import write_new
from quizapp.text import clean


def run(options: argparse.Namespace) -> int:
    """Write the files of a new bank; nothing is written if any of them cannot be."""
    alone = [name for name in ("passages_only", "digests", "language") if getattr(options, name)]
    if alone and not options.essay:
        raise CommandError(f"--{alone[0].replace('_', '-')} goes with --from ESSAY.")
    folder = files.expanded(options.folder)
    with refusals():
        bank = _of_essay(folder, options) if options.essay else example_bank(_name(folder))
        write_new({folder / name: text for name, text in bank.files.items()}, options.force)
    if options.essay:
        drafts = count(bank.drafts, "drafted question")
        print(f"{folder}: {count(bank.passages, 'passage')}, {drafts}.")
    else:
        print(f"{folder}: an example to write over.")
    print(
        f"Its id is {bank.id!r}, after the folder: scores depend on it, so change it now or never."
    )
    _advise(folder, bank, options)
    return 0


def _name(folder: Path) -> str:
    return clean(folder.name or folder.resolve().name)


def _of_essay(folder: Path, options: argparse.Namespace) -> NewBank:
    with refusals(options.essay):
        essay = read_essay(read_copy(files.expanded(options.essay)))
    _tell(essay)
    return essay_bank(
        _name(folder),
        essay,
        drafts=not options.passages_only,
        digests=options.digests,
        language=options.language or "",
    )


def _tell(essay: Essay) -> None:
    """Say what was found, and what was left out of it."""
    for what in essay.left_out:
        say(f"left out: {what}")
    if len(essay.paragraphs) == 1:
        say(
            "the text is one paragraph. If it has more, put each on lines of its own, "
            "with a blank line between them."
        )


def _advise(folder: Path, bank: NewBank, options: argparse.Namespace) -> None:
    """Say what comes next."""
    if options.essay and not bank.drafted and not options.passages_only:
        say(
            "questions are drafted for English only: write your own, below the example "
            f"in {folder / 'questions.toml'}."
        )
    if options.digests:
        say("write the digests in bank.toml first.")
    if bank.drafts and bank.passages > MOST_DRAFTED:
        say(f"drafts are of the first {MOST_DRAFTED} paragraphs.")
    if bank.drafts:
        print("Read each draft, correct it, and remove `draft = true`: drafts are never asked.")
        print(f"`quizapp check --drop-drafts {folder}` then deletes those that you do not want.")
    print(f"`quizapp check {folder}` says what is left to do.")
