"""`quizapp items`: how good each question of a bank is."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from quizapp import settings
from quizapp.commands import Refused
from quizapp.commands.meant import the_bank, the_records
from quizapp.text import clean

if TYPE_CHECKING:
    from quizapp.bank.model import Bank
    from quizapp.report.items import Analysis, Answer
    from quizapp.store.sqlite import Store


def run(options: argparse.Namespace) -> int:
    """Print the figures of the bank's questions, or what was answered to one; 1 on bad lines."""
    data = settings.data_folder(options.data)
    bank = the_bank(options.bank, data)
    with the_records(options.logs, data) as (store, status):
        _print(options, bank, store)
    return status


def _print(options: argparse.Namespace, bank: Bank, store: Store) -> None:
    from quizapp.report.items import analysis, answers

    if options.question:
        try:
            found = answers(bank, store, options.question)
        except KeyError as error:
            raise Refused(f"{bank.id} has no question {options.question!r}.") from error
        _answers(options.format, found)
        return
    done = analysis(bank, store)
    rows = [
        {
            "question": item.question,
            "kind": item.kind,
            **item.figures._asdict(),
            "overruled": item.overruled,
            "seconds": item.seconds,
        }
        for item in done.items
    ]
    if options.format == "json":
        told = {"bank": bank.id, "items": rows, "whole": done.whole._asdict(), "gone": done.gone}
        print(json.dumps(told, indent=2))
    elif options.format == "csv":
        _csv(rows)
    else:
        _text(done)


def _answers(form: str, found: tuple[Answer, ...]) -> None:
    rows = [answer._asdict() for answer in found]
    if form == "json":
        print(json.dumps({"answers": rows}, indent=2))
    elif form == "csv":
        _csv(rows)
    else:
        for answer in found:
            said = " / ".join(clean(answer.response).split("\n")) or "I don't know"
            notes = ", foreseen" if answer.foreseen else ""
            print(f"{answer.learners:>5}  {answer.outcome or 'not taken':<9}  {said[:56]}{notes}")


def _csv(rows: list[dict[str, Any]]) -> None:
    import csv

    from quizapp.exchange.log import guarded

    table = csv.writer(sys.stdout, lineterminator="\n")
    for at, row in enumerate(rows):
        if at == 0:
            table.writerow(row)
        table.writerow([guarded(cell) for cell in row.values()])


def _text(done: Analysis) -> None:
    from quizapp.report.theory import LEAST

    wide = min(max((len(item.question) for item in done.items), default=8), 28)
    heads = ("learners", "facility", "SD", "discr.", "effic.", "weight", "overr.")
    print(f"{'question':<{wide}} {' '.join(heads)}")
    for item in done.items:
        of = item.figures
        overruled = None if item.overruled is None else 100 * item.overruled
        print(
            f"{clean(item.question)[:wide]:<{wide}} {of.learners:>8} "
            f"{_shown(None if of.facility is None else 100 * of.facility, 8, ' %')} "
            f"{_shown(of.deviation, 2, '', 1)} {_shown(of.discrimination, 6)} "
            f"{_shown(of.efficiency, 6)} {_shown(of.weight, 6)} {_shown(overruled, 6, ' %')}"
        )
    whole = done.whole
    print(f"{whole.learners} learners answered every question that anyone answered.")
    if whole.consistency is not None:
        print(
            f"Cronbach's alpha {whole.consistency:.0f} %, error ratio {whole.error_ratio:.0f} %, "
            f"standard error {whole.standard_error:.2f} of {whole.most:g} points"
        )
    print(f"What rests on how marks vary together is not told below {LEAST} learners (-).")
    if done.gone:
        print(f"{done.gone} first responses were to questions that the bank has no more.")


def _shown(value: float | None, wide: int, unit: str = "", digits: int = 0) -> str:
    return f"{'-' if value is None else f'{value:.{digits}f}{unit}':>{wide}}"
