"""`quizapp scores`: sessions and their scores, and the responses of one."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from quizapp import settings
from quizapp.commands import Refused
from quizapp.commands.meant import the_id, the_store
from quizapp.text import clean

if TYPE_CHECKING:
    from quizapp.report.scores import ResponseScore, SessionScore


def run(options: argparse.Namespace) -> int:
    """Print the sessions, newest first, as asked for."""
    from quizapp.report import scores
    from quizapp.store.errors import NoSuchSession

    data = settings.data_folder(options.data)
    with the_store(data) as store:
        try:
            found = scores.sessions(
                store,
                bank=the_id(options.bank, data) if options.bank else None,
                learner=getattr(options, "learner", None),
                limit=options.last,
                session=options.session,
            )
        except NoSuchSession as error:
            raise Refused(error.message) from error
        responses = scores.responses(store, found[0].id) if options.session and found else None
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


def _csv(rows: list[Any]) -> None:
    import csv

    from quizapp.exchange.log import guarded

    if not rows:
        return
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(rows[0]._fields)
    for row in rows:
        table.writerow([guarded(cell) for cell in row])


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
