"""`quizapp gradebook`: the marks of a class."""

import argparse
import sys

from quizapp.app.charts import cut
from quizapp.app.errors import CommandError
from quizapp.app.formatting import figure
from quizapp.bank.model import Bank, Paper
from quizapp.cli.output import say
from quizapp.cli.workspace import counted_records, open_workspace
from quizapp.exchange import spreadsheet
from quizapp.report.gradebook import Gradebook, Mark, Row, gradebook
from quizapp.text import clean


def run(options: argparse.Namespace) -> int:
    """Print learners down and questions across; 1 if a log had bad lines."""
    workspace = open_workspace(options)
    bank = workspace.bank_named(options.bank)
    paper = _paper(bank, options.paper) if options.paper else None
    with counted_records(workspace, options.logs) as (store, status):
        book = gradebook(bank, store, paper, say)
    if options.format == "csv":
        _csv(book)
    else:
        _text(book)
    return status


def _paper(bank: Bank, name: str) -> Paper:
    found = next((each for each in bank.papers if each.id == name), None)
    if found is None:
        listed = ", ".join(each.id for each in bank.papers) or "none"
        raise CommandError(f"{bank.id} has no paper {name!r}. It has: {listed}.")
    return found


def _csv(book: Gradebook) -> None:
    heads = ("learner", *book.questions, "total", "out_of", "percent")
    rows = (
        (
            row.learner,
            *(_cell(row, name) for name in book.questions),
            row.total,
            row.out_of,
            row.percent,
        )
        for row in book.rows
    )
    spreadsheet.write((heads, *rows), sys.stdout)


def _cell(row: Row, name: str) -> float | str | None:
    """The points, "void", or nothing where it was not answered."""
    mark = row.marks.get(name)
    if mark is None:
        return None
    return "void" if mark.points is None else mark.points


ACROSS = 8
"""So many questions stand beside each other, so that a line fits into a terminal."""


def _text(book: Gradebook) -> None:
    if not book.rows:
        print("Nobody has answered anything of it yet.")
        return
    for number, name in enumerate(book.questions, 1):
        print(f"{number:>3} {clean(name)} ({figure(book.weights[name])})")
    names = [clean(row.learner) or "(no name)" for row in book.rows]
    wide = min(max(map(len, names)), 24)
    for start in range(0, max(len(book.questions), 1), ACROSS):
        some = book.questions[start : start + ACROSS]
        heads = "".join(f" {number:>5}" for number in range(start + 1, start + len(some) + 1))
        last = start + ACROSS >= len(book.questions)
        print(f"\n{'learner':<{wide}}{heads}{'  total  of     percent' if last else ''}")
        for name, row in zip(names, book.rows, strict=True):
            cells = "".join(f" {_shown(row.marks.get(asked)):>5}" for asked in some)
            totals = f"  {figure(row.total):<6} {figure(row.out_of):<6} {figure(row.percent)} %"
            print(f"{cut(name, wide):<{wide}}{cells}{totals if last else ''}")
    marks = [mark for row in book.rows for mark in row.marks.values()]
    print()
    for sign, what, number in (
        ("*", "as the instructor ruled", sum(mark.ruled for mark in marks)),
        ("!", "the learner claims otherwise", sum(mark.claimed for mark in marks)),
        ("?", "not sure, and not ruled on yet", sum(mark.unsure for mark in marks)),
    ):
        if number:
            print(f"{sign} {what}: {number}")
    print("- not answered, which earns nothing")


def _shown(mark: Mark | None) -> str:
    if mark is None:
        return "-"
    sign = "*" if mark.ruled else "!" if mark.claimed else "?" if mark.unsure else ""
    return ("void" if mark.points is None else figure(mark.points)) + sign
