"""First responses as they are kept: always those that would be gathered anew."""

from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from store.samples import STAMP, regrade_row, response_row, ruling_row, session_row

from quizapp.store import first_responses as kept
from quizapp.store.rows import ResponseRow, SessionRow
from quizapp.store.sqlite import Store, in_memory, open_store

RULINGS = st.sampled_from(["right", "wrong", "void", None])
SCORES = st.sampled_from([0.0, 1 / 3, 1.0])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.sampled_from("ab"), st.sampled_from("xyz"), SCORES),
        st.tuples(st.just("rule"), st.integers(0, 20), RULINGS),
        st.tuples(st.just("regrade"), st.integers(0, 20), SCORES),
        st.tuples(st.just("look"), st.sampled_from(["samples", "others"])),
    ),
    max_size=20,
)


def anew(store: Store, bank: str) -> dict[str, kept.FirstResponses]:
    """What a store says that never kept any."""
    fresh = in_memory()
    store._connection.backup(fresh._connection)
    for table in ("first_given", "first_mark"):
        fresh._connection.execute(f"DROP TABLE IF EXISTS {table}")
    return kept.firsts(fresh, bank)


@given(STEPS)
def test_what_is_kept_is_what_would_be_gathered_anew(steps: list[tuple[Any, ...]]) -> None:
    rows: list[tuple[SessionRow, ResponseRow]] = []
    with in_memory() as store:
        for what, *rest in steps:
            if what == "answer":
                session = session_row(learner=rest[0])
                row = response_row(session, "words", question=rest[1], score=rest[2])
                rows.append((session, row))
                store.add(*rows[-1])
            elif what == "rule" and rows:
                session, response = rows[rest[0] % len(rows)]
                store.add(session, ruling_row(session, response, rest[1]))
            elif what == "regrade" and rows:
                session, response = rows[rest[0] % len(rows)]
                regrade = regrade_row(session, response, "partial", rest[1], STAMP)
                store.merge([(session, [regrade])])
            elif what == "look":
                kept.firsts(store, rest[0])
        for bank in ("samples", "others"):
            assert kept.firsts(store, bank) == anew(store, bank)


def test_only_who_answered_since_is_gathered_anew() -> None:
    with in_memory() as store:
        for learner in ("ada", "ben"):
            session = session_row(learner=learner)
            store.add(session, response_row(session, "words", question="x"))
        bank = session.bank
        before = kept.firsts(store, bank)
        store._connection.execute("UPDATE first_given SET lists = '[[],[],[],[],[],[]]'")
        store.add(session, response_row(session, "words", question="y"))
        after = kept.firsts(store, bank)
        assert before["ada"].questions == ["x"]
        assert after["ada"].questions == []
        assert sorted(after["ben"].questions) == ["x", "y"]


def test_a_store_that_is_only_read_tells_the_same(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    with open_store(path) as store:
        session = session_row()
        store.add(session, response_row(session, "words", question="x"))
    with open_store(path, write=False) as store:
        found = kept.firsts(store, session.bank)
        assert found[session.learner].questions == ["x"]
        assert not store.read("SELECT 1 FROM sqlite_master WHERE name = 'first_mark'", {})


def test_what_was_gathered_in_another_way_is_gathered_anew() -> None:
    with in_memory() as store:
        session = session_row()
        store.add(session, response_row(session, "words", question="x"))
        found = kept.firsts(store, session.bank)
        store._connection.execute("UPDATE first_given SET lists = '[]'")
        store._connection.execute("UPDATE first_mark SET version = version - 1")
        assert kept.firsts(store, session.bank) == found
