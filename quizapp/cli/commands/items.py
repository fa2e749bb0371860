"""`quizapp items`: how good each question of a bank is."""

import argparse
from collections import Counter
from textwrap import fill
from typing import Any

from quizapp.app.charts import cut
from quizapp.app.formatting import count, lasted, on_one_line, still_unsure
from quizapp.bank.model import Bank, by_name
from quizapp.cli.output import print_csv, print_json
from quizapp.cli.workspace import asked_of, counted_records, open_workspace
from quizapp.report.classical_test_theory import LEAST
from quizapp.report.items import (
    Analysis,
    Answer,
    Item,
    WrongAnswer,
    analysis,
    answers,
    commonest_wrong,
)
from quizapp.store.flags import flags
from quizapp.store.sqlite import Store
from quizapp.text import clean

WRONG = 10
"""So many of the commonest wrong answers are told."""


def run(options: argparse.Namespace) -> int:
    """Print the figures of the bank's questions, or what was answered to one; 1 on bad lines."""
    workspace = open_workspace(options)
    bank = workspace.bank_named(options.bank)
    with counted_records(workspace, options.logs) as (store, status):
        _print(options, bank, store)
    return status


def _print(options: argparse.Namespace, bank: Bank, store: Store) -> None:
    done = analysis(bank, store)
    if options.question:
        name = asked_of(bank, options.question).id
        item = next(one for one in done.items if one.question == name)
        _one(options.format, item, answers(bank, store, name))
        return
    flagged = _flagged(bank, store)
    rows = [{**_row(item), "flagged": flagged[item.question]} for item in done.items]
    if options.format == "json":
        wrong = commonest_wrong(bank, store, WRONG)
        told = {"bank": bank.id, "items": rows, "whole": done.whole, "gone": done.gone}
        print_json({**told, "wrong": wrong})
    elif options.format == "csv":
        print_csv(rows)
    else:
        _text(done)
        if flagged:
            where = ", ".join(f"{clean(name)} {number}" for name, number in flagged.items())
            _say(f"Flagged by learners: {where}. `quizapp flags {bank.id}` says why.")
        _wrong(commonest_wrong(bank, store, WRONG))


def _flagged(bank: Bank, store: Store) -> Counter[str]:
    """How often each question was flagged, by its name of today."""
    named = by_name(bank)
    found = (named.get(each.question) for each in flags(store, bank.id))
    return Counter(one.id for one in found if one is not None)


def _row(item: Item) -> dict[str, Any]:
    return {
        "question": item.question,
        "kind": item.kind,
        **item.figures._asdict(),
        "overruled": item.overruled,
        "seconds": item.seconds,
        "claimed": item.claimed,
        "unsure": item.unsure,
    }


def _one(form: str, item: Item, found: tuple[Answer, ...]) -> None:
    """What was answered to one question; of a selection, how every option fared."""
    if form == "json":
        print_json({**_row(item), "answers": found})
    elif form == "csv":
        print_csv(found)
    else:
        wide = len(item.question)
        print(_heading(wide))
        print(_line(item, wide))
        print(f"\n{'learners':>8} {'share':>6}  {'outcome':<9}  answer")
        for answer in found:
            share = answer.learners / item.figures.learners if item.figures.learners else 0.0
            said = on_one_line(answer.response)
            notes = ", foreseen" if answer.foreseen else ""
            print(
                f"{answer.learners:>8} {100 * share:>4.0f} %  "
                f"{answer.outcome or 'not taken':<9}  {said[:56]}{notes}"
            )


def _text(done: Analysis) -> None:
    wide = min(max((len(item.question) for item in done.items), default=8), 18)
    print(_heading(wide))
    for item in done.items:
        print(_line(item, wide))
    whole = done.whole
    print()
    _say(
        "First answers only. Facility (the mean mark's share of the most, as graded or as the "
        "instructor ruled), the same as claimed by the learners' own rulings, SD (of marks) and "
        "median time rest on the learners named; discrimination and efficiency "
        "on those under “of”, who answered something else as well; weight, alpha and error on "
        f"{count(whole.learners, 'learner')} who answered every question that anyone answered."
    )
    if whole.consistency is not None and whole.error_ratio is not None:
        _say(
            f"Cronbach's alpha {whole.consistency:.0f} %, error ratio {whole.error_ratio:.0f} %, "
            f"standard error {whole.standard_error:.2f} of {whole.most:g} points."
        )
    _untrusted(done)
    unsure = {item.question: item.unsure for item in done.items if item.unsure}
    if unsure:
        where = ", ".join(f"{clean(name)} {number}" for name, number in unsure.items())
        _say(f"{still_unsure(sum(unsure.values()))} To: {where}.")
    if done.gone:
        _say(f"{done.gone} first answers were to questions that the bank has no more.")


def _untrusted(done: Analysis) -> None:
    """Say which figures are not to be trusted, and why: too few learners make them up."""
    asked = [item for item in done.items if item.figures.learners]
    few = sum(item.figures.paired < LEAST for item in asked)
    if few:
        _say(
            f"Too few to trust (?): discrimination and efficiency of {few} of {len(asked)} "
            f"questions rest on fewer than {LEAST} learners."
        )
    if asked and done.whole.learners < LEAST:
        _say(f"Too few to trust: weight, alpha and error need {LEAST} learners.")


def _wrong(found: tuple[WrongAnswer, ...]) -> None:
    if found:
        print("\nCommonest wrong answers (learners, question, answer)")
    for each in found:
        said = on_one_line(each.response)
        notes = "" if each.foreseen else "  not foreseen"
        print(cut(f"{each.learners:>5}  {clean(each.question)}: “{said}”", 66) + notes)


def _say(words: str) -> None:
    """Print a paragraph, no wider than a terminal."""
    print(fill(words, 80))


_HEADS = ("learners", "facil.", "claim.", "   SD", "discr.", "effic.", "  of", "weight", " time")


def _heading(wide: int) -> str:
    return f"{'question':<{wide}} {' '.join(_HEADS)}"


def _line(item: Item, wide: int) -> str:
    of = item.figures
    facility = None if of.facility is None else 100 * of.facility
    claimed = None if item.claimed is None else 100 * item.claimed
    doubt = "?" if of.paired < LEAST else ""
    return (
        f"{cut(clean(item.question), wide):<{wide}} {of.learners:>8} {_shown(facility, 6, ' %')} "
        f"{_shown(claimed, 6, ' %')} {_shown(of.deviation, 5, '', 2)} "
        f"{_shown(of.discrimination, 6, doubt)} {_shown(of.efficiency, 6, doubt)} "
        f"{of.paired:>4} {_shown(of.weight, 6)} "
        f"{'-' if item.seconds is None else lasted(item.seconds):>6}"
    )


def _shown(value: float | None, wide: int, unit: str = "", digits: int = 0) -> str:
    return f"{'-' if value is None else f'{value:.{digits}f}{unit}':>{wide}}"
