"""A session that was cut off goes on as if nothing had happened."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from session.samples import Other, bank, do, letters, session_on, ticking, word

from quizapp.planning.request import SessionRequest
from quizapp.report.scores import responses, sessions
from quizapp.session.begin import begin, resume
from quizapp.session.errors import NotAllowed
from quizapp.session.row_making import new_id
from quizapp.session.run import SessionRun
from quizapp.session.step import open_exam
from quizapp.store.errors import Locked, NoSuchSession, NotKept
from quizapp.store.rows import EventRow
from quizapp.store.sqlite import Store, in_memory, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "scores.db") as opened:
        yield opened


DOINGS = (
    *("right", "slip", "most", "half", "wrong", "dunno", "skip", "hint", "undo"),
    *("rule right", "rule wrong", "rule void", "back", "forward", "rule first"),
)


def try_to(session: SessionRun, what: str) -> None:
    try:
        if what == "rule first":
            first = session.state.responses[0].id if session.state.responses else "none"
            session.rule("void", first)
        elif what in ("back", "forward", "finish"):
            getattr(session, what)()
        else:
            do(session, what)
    except NotAllowed:
        pass


@given(
    mode=st.sampled_from(["learn", "exam"]),
    plan=st.sampled_from(["a", "ab", "abcdef"]),
    doings=st.lists(st.sampled_from(DOINGS), max_size=25),
    finish=st.booleans(),
)
def test_any_session_is_resumed_as_it_was_and_scored_alike_by_the_store(
    mode: str, plan: str, doings: list[str], finish: bool
) -> None:
    with in_memory() as memory:
        session = session_on(plan, mode, memory)
        for what in doings:
            try_to(session, what)
        if not (session.state.responses or session.state.hinted or session.state.skips):
            return
        assert resumed(session, memory).state == open_exam(session.state)
        if finish:
            session.finish()
            for what in doings:
                if what.startswith(("rule", "undo")):
                    try_to(session, what)
        score = session.score()
        (told,) = sessions(memory, clock=ticking().__next__)
        assert (told.asked, told.answered) == (score.planned, score.answered)
        assert (told.score, told.out_of, told.percent) == (
            score.points,
            score.out_of,
            score.percent,
        )
        assert (told.correct, told.close, told.partial, told.wrong) == (
            score.correct,
            score.close,
            score.partial,
            score.wrong,
        )
        assert (told.finished is not None) == finish
        assert [
            (each.question, each.response, each.outcome, each.ruling)
            for each in responses(memory, session.id)
        ] == [
            (each.question, each.response, each.verdict.outcome, each.ruling)
            for each in session.state.responses
        ]


@given(
    plan=st.sampled_from(["ab", "abcdef"]),
    doings=st.lists(st.tuples(st.booleans(), st.sampled_from(DOINGS)), max_size=25),
)
def test_one_session_in_two_windows_loses_nothing_and_is_scored_alike(
    plan: str, doings: list[tuple[bool, str]]
) -> None:
    with in_memory() as memory:
        one = session_on(plan, store=memory)
        one.recorder.flush()
        windows = {True: one, False: resumed(one, memory)}
        for which, what in doings:
            try_to(windows[which], what)
        both = resumed(one, memory)
        given = {given.id for window in windows.values() for given in window.state.responses}
        assert {given.id for given in both.state.responses} == given
        (told,) = sessions(memory, clock=ticking().__next__)
        score = both.score()
        assert (told.score, told.out_of, told.answered) == (
            score.points,
            score.out_of,
            score.answered,
        )


def resumed(session: SessionRun, store: Store) -> SessionRun:
    return resume(session.bank, store, session.id, ticking().__next__)


def test_a_hint_taken_before_the_end_still_halves_after_it(store: Store) -> None:
    session = session_on("ab", store=store)
    do(session, "hint")
    again = resumed(session, store)
    assert again.answer("right", 1.0).credit == 0.5


def test_options_stand_as_they_stood(store: Store) -> None:
    session = session_on("ab", store=store)
    do(session, "wrong")
    assert resumed(session, store).offer == session.offer


def test_the_beginning_of_an_id_will_do(store: Store) -> None:
    session = session_on("ab", store=store)
    do(session, "right")
    resumed_one = resume(session.bank, store, session.id[:6], ticking().__next__)
    assert resumed_one.state == session.state


@pytest.mark.parametrize("name", ["", "none-like-this", "%"])
def test_no_such_session(store: Store, name: str) -> None:
    do(session_on("ab", store=store), "right")
    with pytest.raises(NoSuchSession, match="begins with"):
        resume(letters("ab"), store, name)


def test_a_beginning_of_several_ids_is_not_enough(store: Store) -> None:
    for _ in range(17):
        do(session_on("ab", store=store), "right")
    shared = Counter(each.id[0] for each in store.sums()).most_common(1)[0][0]
    with pytest.raises(NoSuchSession, match="Several"):
        resume(letters("ab"), store, shared)


def test_nothing_is_kept_of_a_session_in_which_nothing_happened(store: Store) -> None:
    session_on("ab", store=store)
    session_on("ab", store=store).finish()
    assert store.sums() == []


def test_a_session_that_is_left_before_anything_happened_is_kept_to_be_resumed(
    store: Store,
) -> None:
    session = session_on("ab", store=store)
    session.leave()
    assert resumed(session, store).state == session.state
    assert [each.answered for each in store.unfinished("ada", "2024")] == [0]


def test_a_finished_session_is_not_resumed(store: Store) -> None:
    session = session_on("ab", store=store)
    do(session, "right")
    session.finish()
    with pytest.raises(NotAllowed, match="finished"):
        resumed(session, store)


def test_a_session_on_another_bank_is_not_resumed(store: Store) -> None:
    session = session_on("ab", store=store)
    do(session, "right")
    other = session.bank._replace(id="other")
    with pytest.raises(NotAllowed, match="on the bank samples, not on other"):
        resume(other, store, session.id)


def test_a_session_closes_itself_after_an_idle_day(store: Store) -> None:
    session = session_on("ab", store=store)
    do(session, "right")
    answered = datetime.fromisoformat(store.sums()[0].last)

    def later(**time: float) -> datetime:
        return answered + timedelta(**time)

    def finished(now: datetime) -> str | None:
        return sessions(store, clock=lambda: now)[0].finished

    assert finished(later(hours=23)) is None
    assert resume(session.bank, store, session.id, lambda: later(hours=23)).turn
    assert finished(later(hours=25)) == later(days=1).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    with pytest.raises(NotAllowed, match="more than a day"):
        resume(session.bank, store, session.id, lambda: later(hours=25))


def test_the_sessions_to_resume_are_the_learners_own_open_ones(store: Store) -> None:
    left, finished = session_on("abc", store=store), session_on("ab", store=store)
    for what in ("right", "wrong", "rule void"):
        do(left, what)
    do(finished, "right")
    finished.finish()
    (open_one,) = store.unfinished("ada", "2024-05-01T00:00:00.000000Z")
    assert (open_one.id, open_one.planned, open_one.answered) == (left.id, 3, 1)
    assert store.unfinished("bob", "2024-05-01T00:00:00.000000Z") == []
    assert store.unfinished("ada", "2024-05-02T00:00:00.000000Z") == []


# The bank changed meanwhile


def test_questions_gone_from_the_bank_are_dropped_and_it_says_so(store: Store) -> None:
    session = session_on("abcdef", store=store)
    do(session, "wrong")
    do(session, "skip")
    after = resume(letters("cdf"), store, session.id, ticking().__next__)
    assert after.missing == ("a", "b", "e")
    assert [due.question for due in after.state.queue] == ["c", "d", "f"]
    assert after.turn is not None
    assert (after.turn.number, after.turn.planned) == (2, 4)
    assert after.score().planned == sessions(store)[0].asked == 4
    assert after.score().out_of == sessions(store)[0].out_of == 1.0
    with pytest.raises(NotAllowed, match="no longer in the bank"):
        after.question_of("a")
    once_more = resume(letters("cdf"), store, session.id, ticking().__next__)
    assert once_more.state == after.state
    assert once_more.missing == ()


def test_a_ruling_does_not_bring_a_question_back_that_is_gone(store: Store) -> None:
    session = session_on("ab", store=store)
    do(session, "right")
    after = resume(letters("b"), store, session.id, ticking().__next__)
    do(after, "rule void")
    assert [due.question for due in after.state.queue] == ["b"]


def test_a_renamed_question_is_asked_under_its_old_name(store: Store) -> None:
    session = session_on("ab", store=store)
    do(session, "skip")
    renamed = bank(word("new-a", was=("a",)), word("b"))
    after = resume(renamed, store, session.id, ticking().__next__)
    assert after.missing == ()
    do(after, "right")
    assert after.question.id == "new-a"
    do(after, "right")
    assert after.state.responses[-1].question == "a"


def test_a_question_changed_in_kind_keeps_the_verdict_it_got(store: Store) -> None:
    session = session_on("ab", store=store)
    do(session, "half")
    changed = bank(Other(id="a", prompt="Anew?"), word("b"))
    after = resume(changed, store, session.id, ticking().__next__)
    assert after.last == session.last
    assert after.question_of("a").kind == "other"


def test_what_a_newer_version_added_is_passed_over(store: Store) -> None:
    session = session_on("ab", store=store)
    do(session, "right")
    stamp = store.history(session.id)[0].stamp
    store.add(session.recorder.row, EventRow(new_id(), session.id, "danced", None, 0.0, "", stamp))
    assert resumed(session, store).state == session.state


# Not kept


class Failing(Store):
    """A store that fails while told to; `lost` after the row was in fact kept."""

    failing = False
    lost = False

    def add(self, *rows: object) -> None:
        if self.lost:
            super().add(*rows)  # type: ignore[arg-type]
        if self.failing or self.lost:
            raise Locked("The store is held by another program.")
        super().add(*rows)  # type: ignore[arg-type]


@pytest.fixture
def failing(store: Store) -> Failing:
    return Failing(store._connection, store.path)


@pytest.mark.parametrize("what", ["right", "dunno", "skip", "hint", "rule right", "undo", "finish"])
def test_what_cannot_be_kept_moves_nothing_and_can_be_sent_again(
    failing: Failing, what: str
) -> None:
    session = session_on("abc", store=failing)
    for before in ("wrong", "rule wrong"):
        do(session, before)
    held = session.state
    failing.failing = True
    with pytest.raises(NotKept, match="held by another"):
        do(session, what) if what != "finish" else session.finish()
    assert session.state == held
    failing.failing = False
    do(session, what) if what != "finish" else session.finish()
    assert session.state != held


def test_what_was_kept_after_all_is_not_kept_twice(failing: Failing) -> None:
    session = session_on("abc", store=failing)
    failing.lost = True
    for what in ("right", "skip"):
        with pytest.raises(NotKept):
            do(session, what)
        failing.lost = False
        do(session, what)
        failing.lost = True
    assert len(failing.history(session.id)) == 2
    assert resumed(session, failing).state == session.state


def test_one_can_go_on_without_keeping(failing: Failing) -> None:
    session = session_on("abc", store=failing)
    do(session, "right")
    failing.failing = True
    session.recorder.keep_nothing()
    assert not session.recorder.keeps
    do(session, "right")
    assert session.score().answered == 2
    assert len(failing.responses(session.id)) == 1


def test_what_cannot_be_kept_is_kept_with_what_follows(failing: Failing) -> None:
    session = session_on("abc", store=failing)
    do(session, "right")
    failing.failing = True
    session.recorder.keep_later()
    for what in ("wrong", "rule right", "skip"):
        do(session, what)
        assert session.recorder.unkept == 1
        assert "held by another" in session.recorder.problem
    assert len(failing.responses(session.id)) == 1
    failing.failing = False
    assert session.leave() is False
    assert (session.recorder.unkept, session.recorder.problem) == (0, "")
    assert resumed(session, failing).state == session.state


def test_trying_keeps_nothing() -> None:
    session = begin(letters("ab"), None, SessionRequest(), clock=ticking().__next__)
    do(session, "right")
    assert not session.recorder.keeps
    assert session.leave() is False


# What is drawn


def test_times_are_kept_in_utc_with_the_local_day(store: Store) -> None:
    start = datetime(2024, 5, 1, 22, 30, tzinfo=UTC) + timedelta(hours=4)
    session = begin(letters("a"), store, SessionRequest(), "ada", ticking(start, 0).__next__)
    do(session, "right")
    (row,) = store.history(session.id)
    assert row.stamp == ("2024-05-02T02:30:00.000000Z", 120, "2024-05-02")
