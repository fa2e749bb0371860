"""`quizapp scores`: sessions and their scores, and the responses of one."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from quizapp.app.charts import bar
from quizapp.app.errors import CommandError
from quizapp.app.formatting import figure, lasted, local, on_one_line
from quizapp.app.workspace import UnusableBank, Workspace
from quizapp.bank.find import NoSuchBank
from quizapp.cli.output import print_csv, print_json, say
from quizapp.cli.workspace import open_workspace
from quizapp.report import scores
from quizapp.report.scores import ResponseScore, SessionScore
from quizapp.store.sqlite import Store
from quizapp.text import clean

if TYPE_CHECKING:
    from quizapp.bank.model import Bank


def run(options: argparse.Namespace) -> int:
    """Print the sessions, newest first, or what was missed, as asked for."""
    if options.missed:
        return _missed(options)
    if options.format == "md":
        raise CommandError("--format md is for --missed: a page of your own errors.")
    workspace = open_workspace(options)
    with workspace.records() as store:
        found = scores.sessions(
            store,
            bank=workspace.bank_id(options.bank) if options.bank else None,
            learner=options.learner,
            limit=options.last,
            session=options.session,
            tell=say,
        )
        responses = scores.responses(store, found[0].id) if options.session and found else None
    if options.format == "json":
        more = {} if responses is None else {"responses": responses}
        print_json({"sessions": found, **more})
    elif options.format == "csv":
        print_csv(found if responses is None else responses)
    else:
        _text(found, responses)
    return 0


def _missed(options: argparse.Namespace) -> int:
    from quizapp.app.markdown_pages import missed_page
    from quizapp.report.errors import missed

    if options.session or options.last:
        raise CommandError(
            "--missed is about all that was answered: leave --session and --last out."
        )
    workspace = open_workspace(options)
    learner = workspace.start.learner
    with workspace.records() as store:
        banks = _banks(options.bank, workspace, store)
        pages = [(bank, missed(bank, store, learner)) for bank in banks]
    found = [one for _, each in pages for one in each]
    if options.format == "json":
        print_json({"missed": found})
    elif options.format == "csv":
        print_csv([{**one._asdict(), "evidence": " / ".join(one.evidence)} for one in found])
    elif options.format == "md":
        print("\n".join(missed_page(bank, each) for bank, each in pages) or "No sessions yet.")
    else:
        for one in found:
            print(clean(one.prompt))
            print(f"  you:      {on_one_line(one.response)[:200]}")
            print(f"  answer:   {on_one_line(one.answer)[:200]}")
            for words in one.evidence:
                print(f"  evidence: {on_one_line(words)[:200]}")
        if not found:
            print("Nothing was missed the last time that it was asked.")
    return 0


def _banks(name: str | None, workspace: Workspace, store: Store) -> list[Bank]:
    """The bank that was named, else all that the learner has sessions on and that can be found."""
    if name:
        return [workspace.bank_named(name)]
    banks = []
    for studied in dict.fromkeys(each.bank for each in store.sums(learner=workspace.start.learner)):
        try:
            banks.append(workspace.bank_named(studied))
        except (NoSuchBank, UnusableBank) as error:
            say(str(error))
    return banks


def _text(sessions: list[SessionScore], responses: list[ResponseScore] | None) -> None:
    if not sessions:
        print("No sessions yet. `quizapp study` begins one.")
    wide = max((len(clean(row.bank)) for row in sessions), default=0)
    several = len({row.learner for row in sessions}) > 1
    for row in sessions:
        state = "  not handed in" if row.sealed else "" if row.finished else "  unfinished"
        state += "" if row.answered == row.asked else f"  {row.answered} of {row.asked} answered"
        state += f"  {row.unsure} not sure" if row.unsure and not row.sealed else ""
        state += f"  {clean(row.learner) or '(no name)'}" if several else ""
        points = f"{figure(row.score)}/{figure(row.out_of)}"
        score = f"{points:>7} {row.percent:>3.0f} % {bar(row.percent / 100, 6)}"
        print(
            f"{row.id[:8]} {local(row.started):>12} {clean(row.bank):<{wide}} {row.mode:<5} "
            f"{'-' if row.sealed else score:>20} {lasted(row.seconds):>6}{state}"
        )
    sealed = any(row.sealed for row in sessions)
    for given in responses or ():
        said = f"{given.question}: {on_one_line(given.response)[:200]}"
        took = lasted(given.seconds)
        if sealed:
            print(f"  {took:>6}  {said}")
            continue
        ruled = f", ruled {given.ruling}" if given.ruling else ""
        outcome = "unsure" if given.unsure and not given.ruling else given.outcome
        print(f"  {outcome:<7} {given.score:>4g} {took:>6}  {said}{ruled}")
