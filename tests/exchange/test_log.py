"""The learner's log: out, in, and what does not fit."""

import csv
import json
import re
from collections.abc import Callable
from contextlib import suppress
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from session.samples import do, session_on
from store.samples import STAMP, regrade_row, response_row, session_row

from quizapp.exchange.imports import import_log, merged
from quizapp.exchange.log import lines, read, table
from quizapp.exchange.spreadsheet import write
from quizapp.report.scores import responses, sessions
from quizapp.session.errors import NotAllowed
from quizapp.store.sqlite import Store, in_memory

DOINGS = ("right", "slip", "half", "nothing of it", "hint", "skip", "rule right", "rule void",
          "undo", "\udc80 broken", "=1+1")  # fmt: skip


def played(*doings: str) -> Store:
    store = in_memory()
    session = session_on("abcde", store=store)
    session.recorder.flush()
    for what in doings:
        with suppress(NotAllowed):
            do(session, what)
    return store


def copied(store: Store) -> Store:
    other = in_memory()
    assert import_log(other, list(lines(store)), "mine").bad == ()
    return other


def scores(store: Store) -> object:
    told = sessions(store)
    return told, [responses(store, each.id) for each in told]


@given(st.lists(st.sampled_from(DOINGS), max_size=12))
def test_out_and_in_again_gives_the_same_scores_and_the_same_log(doings: list[str]) -> None:
    store = played(*doings)
    other = copied(store)
    assert scores(other) == scores(store)
    assert list(lines(other)) == list(lines(store))


def test_regrades_travel_too() -> None:
    store, session = in_memory(), session_row()
    response = response_row(session)
    store.add(session, response)
    store.merge([(session, [regrade_row(session, response, "wrong", 0.0, STAMP)])])
    other = copied(store)
    assert scores(other) == scores(store)
    assert other.regrades(session.id) == store.regrades(session.id)


def test_the_same_log_twice_adds_nothing() -> None:
    log = list(lines(played("right", "rule wrong", "half")))
    store = in_memory()
    first, second = import_log(store, log), import_log(store, log)
    assert (first.added, second.added, second.bad) == (3, 0, ())


BROKEN: dict[str, tuple[Callable[[str], str], str]] = {
    "not JSON": (lambda line: line[:-9], "it is not JSON: .*column"),
    "of no known type": (lambda line: line.replace('"response"', '"answer"', 1), "type"),
    "without a field": (lambda line: line.replace('"seconds"', '"second"'), "'seconds'"),
    "of the wrong kind": (lambda line: line.replace('"hinted":false', '"hinted":"no"'), "'hinted'"),
    "with a score too high": (lambda line: line.replace('"score":1.0', '"score":7', 1), "'score'"),
    "of no session": (lambda line: line.replace('"session":"', '"session":"0'), "session"),
    "at no time": (lambda line: line.replace('"at":"2024', '"at":"20x4'), "isoformat|UTC"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_bad_line_is_named_and_the_rest_imported(what: str) -> None:
    store = played("right", "half")
    log = list(lines(store))
    at = next(n for n, line in enumerate(log) if '"response":"right"' in line)
    spoil, why = BROKEN[what]
    log[at] = spoil(log[at])
    other = in_memory()
    done = import_log(other, log)
    assert [bad.line for bad in done.bad] == [at + 1]
    assert re.search(why, done.bad[0].why)
    assert [each.response for each in other.responses(sessions(other)[0].id)] == ["half"]


def test_a_ruling_on_a_bad_line_falls_with_it() -> None:
    log = [
        line for line in lines(played("right", "rule wrong")) if '"response":"right"' not in line
    ]
    done = import_log(in_memory(), log)
    assert [bad.why for bad in done.bad] == ["the response that it is about is not in the log"]


def test_a_broken_line_beside_a_ruling_on_nothing_is_named_too() -> None:
    log = list(lines(played("right", "rule wrong")))
    log = [line for line in log if '"response":"right"' not in line]
    done = import_log(in_memory(), [*log, log[-1][:-4], log[-1]])
    assert [bad.line for bad in done.bad] == [3, 4, 5]


@given(st.text(max_size=60))
def test_any_text_is_no_reason_to_fail(text: str) -> None:
    read(text.split("\n"))


def test_anonymous_logs_have_pseudonyms_that_stay() -> None:
    store = played("right")
    log = "\n".join(lines(store, anonymous=True))
    assert '"ada"' not in log
    assert "samples.toml" not in log
    assert log == "\n".join(lines(store, anonymous=True))


def test_only_one_learners_lines() -> None:
    store = played("right")
    store.add(session_row(learner="bob"))
    told = [json.loads(line) for line in lines(store, learner="bob")]
    assert [each.get("learner") for each in told] == [None, "bob"]


def test_two_people_of_one_name_stay_two() -> None:
    logs = [read(list(lines(played("right")))) for _ in range(2)]
    store = in_memory()
    merged(store, [*logs, logs[0]])
    assert len({each.learner for each in sessions(store)}) == 2


def spreadsheet(store: Store) -> list[list[str]]:
    """The cells of the responses, as a spreadsheet reads them."""
    out = StringIO()
    write(table(lines(store)), out)
    return list(csv.reader(out.getvalue().splitlines()))


def test_a_table_holds_no_formula() -> None:
    headings, row, *rest = spreadsheet(played("=1+1", "right"))
    assert row[headings.index("response")] == "'=1+1"
    assert len(rest) == 1


def test_a_table_has_the_ruling_that_holds() -> None:
    headings, *rows = spreadsheet(played("half", "rule right", "rule wrong", "undo", "right"))
    assert [row[headings.index("ruling")] for row in rows] == ["right", ""]
    assert [row[headings.index("outcome")] for row in rows] == ["partial", "correct"]
