"""`quizapp scores`: sessions and their scores, and the responses of one."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from quizapp import settings
from quizapp.commands import Refused
from quizapp.text import clean

if TYPE_CHECKING:
    from quizapp.report.scores import ResponseScore, SessionScore


def run(options: argparse.Namespace) -> int:
    """Print the sessions, newest first, as asked for."""
    from quizapp.report import scores
    from quizapp.store import FILE
    from quizapp.store.errors import NoSuchSession, StoreError
    from quizapp.store.sqlite import open_store

    data = settings.data_folder(options.data)
    learner = getattr(options, "learner", None)
    try:
        with open_store(data / FILE, write=False) as store:
            found = scores.sessions(
                store,
                bank=_bank(options.bank, data) if options.bank else None,
                learner=learner,
                limit=options.last,
                session=options.session,
            )
            responses = scores.responses(store, found[0].id) if options.session and found else None
    except NoSuchSession as error:
        raise Refused(error.message) from error
    except StoreError as error:
        raise Refused(error.message, status=1) from error
    if options.format == "json":
        printed: dict[str, Any] = {"sessions": [row._asdict() for row in found]}
        if responses is not None:
            printed["responses"] = [row._asdict() for row in responses]
        print(json.dumps(printed, ensure_ascii=True, indent=2))
    elif options.format == "csv":
        _csv(found if responses is None else responses)
    else:
        _text(found, responses)
    return 0


def _bank(name: str, data: Any) -> str:
    """The id that is meant: of a bank that can be seen, or as it was typed (it may be gone)."""
    from quizapp.bank.find import NoSuchBank, glance, places, resolve

    try:
        return glance(resolve(name, places(data, settings.read(data).banks))).id
    except (NoSuchBank, settings.SettingsError):
        return name


def _csv(rows: list[Any]) -> None:
    import csv

    if not rows:
        return
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(rows[0]._fields)
    for row in rows:
        table.writerow([_guarded(cell) for cell in row])


def _guarded(cell: Any) -> Any:
    """Words that a spreadsheet would take for a formula get an apostrophe before them."""
    if isinstance(cell, str):
        cell = clean(cell)
        if cell.lstrip().startswith(("=", "+", "-", "@")):
            return f"'{cell}"
    return "" if cell is None else cell


def _text(sessions: list[SessionScore], responses: list[ResponseScore] | None) -> None:
    if not sessions:
        print("No sessions yet. `quizapp study` begins one.")
    wide = max((len(clean(row.bank)) for row in sessions), default=0)
    for row in sessions:
        when = row.started[:16].replace("T", " ")
        state = "" if row.finished else "  unfinished"
        print(
            f"{row.id[:8]}  {when}  {clean(row.bank):<{wide}}  {row.mode:<5}  "
            f"{row.score:>6g} of {row.out_of:<6g} {row.percent:>5.0f} %  "
            f"{row.answered} of {row.asked} answered{state}"
        )
    for given in responses or ():
        ruled = f", ruled {given.ruling}" if given.ruling else ""
        said = " / ".join(clean(given.response).split("\n")) or "I don't know"
        print(f"  {given.outcome:<7} {given.score:>4g}  {given.question}: {said[:200]}{ruled}")
