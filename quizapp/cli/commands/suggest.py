"""`quizapp suggest`: what responses and rulings suggest that a bank should say."""

import argparse
import sys
from pathlib import Path

from quizapp.app.errors import CommandError
from quizapp.app.formatting import count, on_one_line
from quizapp.app.workspace import UnusableBank
from quizapp.bank.check import check
from quizapp.bank.edit import Addition, CannotEdit, edited, write
from quizapp.bank.idea_proposals import factored
from quizapp.bank.load import load
from quizapp.bank.model import Loaded, contexts
from quizapp.bank.writing import inline
from quizapp.cli.output import agreed, print_json
from quizapp.cli.workspace import asked_of, counted_records, open_workspace
from quizapp.report.suggest import Proposal, proposals
from quizapp.text import clean

FIELDS = {
    "answers": "answers",
    "wrong": "wrong",
    "accept": "tests.accept",
    "reject": "tests.reject",
    None: "(see to it)",
}


def run(options: argparse.Namespace) -> int:
    """Print what to add, or add it; 1 if a log had bad lines or nothing can be written."""
    workspace = open_workspace(options)
    loaded = workspace.loaded(workspace.bank_path(options.bank))
    if loaded.bank is None:
        raise UnusableBank(loaded)
    asked = asked_of(loaded.bank, options.question).id if options.question else None
    if options.ideas:
        _ideas(loaded, asked, options.format)
        return 0
    with counted_records(workspace, options.logs) as (store, status):
        found = proposals(loaded.bank, store, options.least, asked)
    if options.format == "json":
        print_json({"suggestions": found})
    else:
        _text(loaded, found)
    if options.write:
        wanted = [one for one in found if one.addition is not None and _is_wanted(one)]
        _write(loaded, [one.addition for one in wanted if one.addition is not None])
    elif options.format == "text" and any(one.addition for one in found):
        print("\n`--write` adds them to the bank's files.")
    return status


def _is_wanted(one: Proposal) -> bool:
    """Whether to add it: a terminal is asked."""
    said = on_one_line(one.words)[:60]
    return agreed(f"Add to {FIELDS[one.field]} of {clean(one.question)}: “{said}”?", True)


def _text(loaded: Loaded, found: tuple[Proposal, ...]) -> None:
    assert loaded.bank is not None
    prompts = {one.id: one.prompt for one in loaded.bank.questions}
    if not found:
        print("Nothing to suggest: no ruling and no frequent wrong answer says anything new.")
    before = ""
    for one in found:
        if one.question != before:
            before = one.question
            print(f"{clean(one.question)}: {' '.join(clean(prompts[one.question]).split())}")
        said = on_one_line(one.words)
        by = f" by {one.learners} learners" if one.learners > 1 else ""
        print(f"  {FIELDS[one.field]:<12} “{said}”  ({one.why}{by})")
        if one.hindrance:
            print(f"  {'':<12} cannot be added: {clean(one.hindrance)}")


def _ideas(loaded: Loaded, asked: str | None, style: str) -> None:
    """Print and write the ideas that answers have in common. Raises CommandError."""
    assert loaded.bank is not None
    context = contexts(loaded.bank)
    found = {
        one.id: ideas
        for one in loaded.bank.questions
        if asked in (None, one.id) and (ideas := factored(one, context(one)))
    }
    if style == "json":
        print_json({"ideas": found})
    elif not found:
        print("Nothing to suggest: no question has answers that repeat each other.")
    else:
        for name, ideas in found.items():
            print(f"{clean(name)}: ideas = {clean(inline(ideas))}")
    _write(loaded, [Addition(name, "ideas", inline(ideas)) for name, ideas in found.items()])


def _write(loaded: Loaded, additions: list[Addition]) -> None:
    """Add what can be added, if the bank stays as sound as it was. Raises CommandError."""
    if not additions:
        print("Nothing was written.", file=sys.stderr)
        return
    try:
        contents = edited(loaded, additions)
        before = {problem.message for problem in check(loaded) if problem.severity == "error"}
        after = check(load(loaded.path, contents))
        worse = [
            problem
            for problem in after
            if problem.severity == "error" and problem.message not in before
        ]
        if worse:
            told = "\n".join(f"  {Path(each.file).name}: {each.message}" for each in worse[:20])
            raise CommandError(
                "Nothing was written, for `quizapp check` would then find what it does not now:\n"
                f"{told}\nChoose with --question what to write.",
                status=1,
            )
        write(contents)
    except CannotEdit as error:
        raise CommandError(f"Nothing was written. {error}", status=1) from error
    blank = sum(addition.field == "wrong" for addition in additions)
    names = ", ".join(path.name for path in contents)
    print(f"{count(len(additions), 'addition')} written to {names}.", file=sys.stderr)
    if blank:
        print(
            f"{count(blank, 'entry', 'entries')} of `wrong` without feedback yet: write there what "
            "mends the error.",
            file=sys.stderr,
        )
