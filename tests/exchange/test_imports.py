"""What a log may do to what is kept: add to it, change nothing, and be taken back."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from time import process_time
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from session.samples import do, letters, session_on
from store.samples import STAMP, event_row, regrade_row, response_row, ruling_row, session_row

from quizapp.exchange.imports import Imported, ImportMode, import_log, take_back
from quizapp.exchange.log import line_of, lines
from quizapp.planning.cards import memories_of
from quizapp.report.scores import responses, sessions
from quizapp.session.step import replay
from quizapp.store.errors import StoreError
from quizapp.store.first_responses import firsts
from quizapp.store.history import stated, trails
from quizapp.store.imports import imports
from quizapp.store.rows import Stamp
from quizapp.store.sqlite import Store, in_memory

FULL, NONE = "correct", "wrong"


def played(*doings: str, finished: bool = True) -> Store:
    """A store with a session of these doings."""
    store = in_memory()
    session = session_on("ab", store=store)
    for what in doings:
        do(session, what)
    if finished:
        session.finish()
    return store


def log_of(store: Store) -> list[str]:
    return list(lines(store))


def points(store: Store) -> list[float]:
    return [each.score for each in sessions(store)]


def told(store: Store) -> object:
    """What every reader makes of the store."""
    found = sessions(store)
    return (
        found,
        [responses(store, each.id) for each in found],
        [replay(store.session(each.id), store.history(each.id)) for each in found],
        {learner: memories_of(store, letters("abcde"), learner) for learner in ("ada", "bob")},
        {learner: trails(store, "samples", learner) for learner in ("ada", "bob")},
        stated(store, "samples", "ada"),
        firsts(store, "samples"),
        store.unfinished("ada", ""),
        log_of(store),
    )


def forged(log: Sequence[str], kind: str, **fields: object) -> str:
    """A line like the first of this kind, with another identifier."""
    line = next(json.loads(each) for each in log if f'"type":"{kind}"' in each)
    return json.dumps({**line, "id": str(uuid4()), **fields})


def ruling_on(log: Sequence[str], response: int, **fields: object) -> str:
    given = [json.loads(each) for each in log if '"type":"response"' in each][response]
    return json.dumps({
        "type": "ruling", "id": str(uuid4()), "session": given["session"],
        "response": given["id"], "ruling": "right", "undo": False, "by": "learner",
        "at": given["at"], "offset": given["offset"], "day": given["day"], **fields,
    })  # fmt: skip


def regraded(log: Sequence[str], response: int, **fields: object) -> str:
    given = [json.loads(each) for each in log if '"type":"response"' in each][response]
    verdict = json.dumps({"outcome": FULL, "score": 1.0})
    whole = {"response": given["id"], "outcome": FULL, "score": 1.0, "verdict": verdict}
    return json.dumps({**given, "type": "regrade", "id": str(uuid4()), **whole, **fields})


FORGERIES: dict[str, Callable[[list[str]], list[str]]] = {
    "rulings": lambda log: [ruling_on(log, at) for at in (0, 1)],
    "an instructor's rulings": lambda log: [ruling_on(log, at, by="instructor") for at in (0, 1)],
    "regrades": lambda log: [regraded(log, at) for at in (0, 1)],
    "a regrade for ever": lambda log: [
        regraded(log, 0, at="9998-01-01T00:00:00.000000Z", day="9998-01-01", offset=0)
    ],
    "responses to a finished session": lambda log: [
        forged(log, "response", question="b", response="right", again=False, outcome=FULL,
               score=1.0, verdict=json.dumps({"outcome": FULL, "score": 1.0}))
    ],
    "another end": lambda log: [forged(log, "event")],
    "another learner": lambda log: [log[1].replace('"ada"', '"mallory"')],
    "another response": lambda log: [
        next(each for each in log if '"type":"response"' in each).replace('"nothing"', '"right"')
    ],
    "a response moved to a new session": lambda log: [
        forged(log, "session", id=str(UUID(int=1))),
        json.dumps({**json.loads(log[2]), "session": str(UUID(int=1))}),
    ],
}  # fmt: skip


@pytest.mark.parametrize("what", FORGERIES)
def test_a_log_changes_no_session_that_is_there(what: str) -> None:
    store = played("nothing", "nothing")
    (before,), log = sessions(store), log_of(store)
    forgery = FORGERIES[what](log)
    done = import_log(store, [log[0], *forgery])
    assert sessions(store, session=before.id) == [before]
    assert set(log) <= set(log_of(store))
    new = [number for number, line in enumerate(forgery, 2) if '"type": "session"' not in line]
    assert [each.line for each in sorted(done.bad + done.refused)] == new


@pytest.mark.parametrize("way", ["others", "mine", "instructor"])
def test_a_ruling_belongs_to_the_session_of_its_response(way: ImportMode) -> None:
    store = played("nothing", "nothing")
    log = log_of(store)
    other = session_row()
    stray = json.loads(ruling_on(log, 0, by="instructor"))
    done = import_log(store, [line_of(other), json.dumps({**stray, "session": other.id})], way)
    assert [bad.why for bad in done.bad] == [
        "the response that it is about belongs to another session"
    ]
    assert sum(points(store)) == 0


def test_the_store_itself_keeps_no_ruling_on_a_response_of_another_session() -> None:
    store, one, other = in_memory(), session_row(), session_row()
    response = response_row(one)
    store.add(one, response)
    with pytest.raises(StoreError):
        store.add(other, ruling_row(other, response, "wrong"))


def test_a_session_that_was_taken_is_won_back() -> None:
    """Someone else's log came first, with the id of a session and an empty response in it."""
    true = log_of(played("right", "right"))
    taken = [line.replace('"ada"', '"mallory"').replace('"right"', '"wrong"') for line in true]
    taken = [line for line in taken if '"type":"response"' not in line]
    store = in_memory()
    first = import_log(store, taken)
    second = import_log(store, true)
    assert [bad.line for bad in second.refused] == [2, 3, 4]
    assert all(json.loads(true[bad.line - 1])["id"] in bad.why for bad in second.refused)
    assert points(store) == [0]
    assert take_back(store, first.id[:8]).sessions == 1
    assert import_log(store, true).refused == ()
    assert (points(store), sessions(store)[0].learner) == ([2], "ada")


def test_one_s_own_other_machine_goes_on_with_a_session() -> None:
    here, there = in_memory(), played("right", finished=False)
    import_log(here, log_of(there), "mine")
    session = here.session(sessions(here)[0].id)
    there.add(session, response_row(session, question="b"), event_row(session, "finish"))
    assert len(import_log(here, log_of(there)).refused) == 2
    assert points(here) == [1]
    done = import_log(here, log_of(there), "mine")
    assert (done.added, done.bad, done.refused) == (2, (), ())
    assert told(here) == told(there)
    take_back(here, "")
    assert points(here) == [1]


@pytest.mark.parametrize("anonymous", [False, True])
def test_an_instructor_s_rulings_come_in_by_name(anonymous: bool) -> None:
    store = played("nothing", "nothing")
    theirs = in_memory()
    import_log(theirs, list(lines(store, anonymous=anonymous)))
    log = log_of(theirs)
    rulings = [ruling_on(log, 0, by="instructor"), ruling_on(log, 1, by="learner")]
    done = import_log(store, [*log, *rulings], "instructor")
    assert (done.added, done.bad, [bad.line for bad in done.refused]) == (1, (), [len(log) + 2])
    assert points(store) == [1]
    assert sessions(store)[0].learner == "ada"


def test_what_is_to_come_is_refused() -> None:
    hands = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)
    for ahead, ok in ((timedelta(minutes=59), True), (timedelta(minutes=61), False)):
        moment = hands + ahead
        when = Stamp(f"{moment:%Y-%m-%dT%H:%M:%S.%fZ}", 0, f"{moment:%Y-%m-%d}")
        done = import_log(in_memory(), [line_of(session_row(stamp=when))], clock=lambda: hands)
        assert [bad.why for bad in done.bad] == ([] if ok else ["its 'at' lies in the future"])


def test_two_lines_of_one_id_that_differ_are_not_both_taken() -> None:
    session = session_row()
    one = response_row(session)
    other, stranger = one._replace(response="other"), session._replace(learner="bob")
    log = [line_of(row) for row in (session, one, one, other, stranger)]
    done = import_log(in_memory(), log)
    assert (done.added, [bad.line for bad in done.refused]) == (1, [4, 5])


def test_no_path_comes_from_another_s_log() -> None:
    session = session_row(place="/dev/zero")
    for way, place in (("others", ""), ("mine", "/dev/zero")):
        store = in_memory()
        import_log(store, [line_of(session)], way)  # type: ignore[arg-type]
        assert store.session(session.id).place == place
        assert import_log(store, [line_of(session)]).refused == ()


@pytest.mark.parametrize(("rows", "planned", "ok"), [(1990, 3, True), (2900, 3, False)])
def test_a_session_has_no_more_rows_than_one_can_have(rows: int, planned: int, ok: bool) -> None:
    session = session_row()
    assert session.planned == planned
    hints = [event_row(session, "hint", "a") for _ in range(rows)]
    log = [line_of(session), *map(line_of, hints)]
    store = in_memory()
    done = import_log(store, log)
    assert (done.added, len(done.bad)) == ((rows, 0) if ok else (0, len(log)))
    begun = process_time()
    for each in sessions(store):
        replay(store.session(each.id), store.history(each.id))
    assert process_time() - begun < 2


# Taking back

DOINGS = st.lists(
    st.sampled_from(["right", "half", "nothing", "hint", "skip", "rule right", "rule void"]),
    max_size=5,
)


def tried(*doings: str, learner: str = "ada") -> list[Any]:
    """The lines of a log of a session of these doings, as far as they can be done."""
    from contextlib import suppress

    from quizapp.session.errors import NotAllowed

    store = in_memory()
    session = session_on("abcde", store=store)
    session.recorder.row = session.recorder.row._replace(learner=learner)
    session.recorder.flush()
    for what in doings:
        with suppress(NotAllowed):
            do(session, what)
    return log_of(store)


@settings(max_examples=25, deadline=None)
@given(DOINGS, DOINGS, st.sampled_from(["ada", "bob"]), st.booleans())
def test_what_was_taken_back_was_never_there(
    mine: list[str], theirs: list[str], learner: str, looked_at: bool
) -> None:
    store = in_memory()
    import_log(store, tried(*mine), "mine")
    before, log = told(store), tried(*theirs, learner=learner)
    done = import_log(store, log)
    after = told(store) if looked_at else None
    taken = take_back(store, done.id)
    assert (taken.sessions, taken.rows, taken.later) == (1, len(log) - 1, 0)
    assert told(store) == before
    assert import_log(store, log).added == done.added
    assert told(store) == after or not looked_at


def test_what_rests_on_an_import_goes_with_it_and_is_still_in_the_file() -> None:
    store = in_memory()
    session = session_row()
    response = response_row(session)
    done = import_log(store, [line_of(session), line_of(response)])
    ruling, more = ruling_row(session, response, "wrong"), response_row(session, "later")
    regrade = regrade_row(session, response, NONE, 0.0, STAMP)
    store.add(session, ruling, more)
    store.merge([(session, [regrade])])
    taken = take_back(store, done.id)
    assert (taken.sessions, taken.rows, taken.later) == (1, 5, 3)
    assert sessions(store) == []
    moved = [line for (line,) in store.read("SELECT line FROM withdrawn", {})]
    kept = session._replace(place="")
    assert moved == [line_of(row) for row in (kept, response, more, ruling, regrade)]
    with pytest.raises(StoreError, match="no import that begins"):
        take_back(store, done.id)


def test_the_import_to_take_back_is_named_by_a_beginning() -> None:
    store = in_memory()
    done = [import_log(store, [line_of(session_row())], name=f"{n}.jsonl") for n in range(3)]
    assert import_log(store, log_of(store)) == Imported(4, 0, (), (), "")
    assert [each.id for each in imports(store)] == [each.id for each in reversed(done)]
    take_back(store, done[1].id[:8])
    assert take_back(store, "").row.name == "2.jsonl"
    with pytest.raises(StoreError, match=r"There are: \S{8} \(0.jsonl"):
        take_back(store, "x")
