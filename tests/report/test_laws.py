"""A ruling, its undoing and a regrade: every figure that depends on them follows, no other.

What a figure should be after a ruling is what it is in a store in which the response had earned
that in the first place (or, where it is void, in which it was never given).
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st
from session.samples import VERDICTS, WRONG, bank, do, word

from quizapp.bank.model import Bank
from quizapp.grading.verdict import Verdict
from quizapp.planning.cards import due_counts, memories_of
from quizapp.planning.request import SessionRequest
from quizapp.report.items import analysis
from quizapp.report.progress import progress
from quizapp.report.regrade import apply, changes, originals
from quizapp.report.scores import sessions
from quizapp.session.begin import begin, look_back
from quizapp.session.errors import NotAllowed
from quizapp.session.responses import By
from quizapp.session.row_making import verdict_text
from quizapp.store.rows import ResponseRow, Row
from quizapp.store.sqlite import Store, in_memory

START = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)
LEARNERS = ("ada", "bob")
NOW = START + timedelta(days=9)
EVERY = {**VERDICTS, "wrong": WRONG}

Figures = dict[tuple[object, ...], object]


class Play(NamedTuple):
    """A session: its doings, one after the other, on the questions a, b and c."""

    learner: str
    mode: str
    day: int
    doings: list[str]


PLAYS = st.lists(
    st.builds(
        Play,
        st.sampled_from(LEARNERS),
        st.sampled_from(["learn", "learn", "exam", "cram", "read"]),
        st.integers(0, 5),
        st.lists(
            st.sampled_from(["right", "right 3", "slip", "most", "half 2", "wrong", "wrong 3",
                             "hint", "skip", "back"]),
            min_size=1,
            max_size=7,
        ),
    ),
    min_size=1,
    max_size=4,
)  # fmt: skip


def questions(digest: str = "sha256:bank") -> Bank:
    return bank(
        word("a", "p1", ("x",)), word("b", "p2", ("y",)), word("c", "p2", weight=2.0), digest=digest
    )


@contextmanager
def played(plays: list[Play]) -> Iterator[Store]:
    """A store in which these sessions were held, through the session's own code."""
    with in_memory() as store:
        for play in plays:
            moment = START + timedelta(days=play.day)
            request = SessionRequest(mode=play.mode, questions=("a", "b", "c"), certainty=True)  # type: ignore[arg-type]
            session = begin(questions(), store, request, play.learner, lambda moment=moment: moment)  # type: ignore[misc]
            for what in play.doings:
                response, _, certainty = what.partition(" ")
                if session.reading is not None:
                    session.read_on()
                elif session.turn is not None:
                    with suppress(NotAllowed):
                        if response in EVERY:
                            session.answer(response, 1.0, int(certainty or 1))
                        elif response == "back":
                            session.back()
                        else:
                            do(session, response)
            if session.state.responses or play.mode == "exam":
                session.finish()
        yield store


@contextmanager
def rewritten(store: Store, now: Mapping[str, Verdict | None]) -> Iterator[Store]:
    """A store in which these responses had another verdict, or (None) were never given."""

    def row_now(row: Row) -> Row:
        verdict = now.get(row.id)
        if not isinstance(row, ResponseRow) or verdict is None:
            return row
        told = {"outcome": verdict.outcome, "score": verdict.score}
        return row._replace(verdict=verdict_text(verdict), **told)  # type: ignore[arg-type]

    with in_memory() as other:
        for name in reversed([each.id for each in sessions(store)]):
            gone = [row_id for row_id, verdict in now.items() if verdict is None]
            rows = [row_now(row) for row in store.history(name) if row.id not in gone]
            other.add(store.session(name), *rows)
        yield other


def responses(store: Store) -> list[tuple[str, ResponseRow]]:
    """All responses, each with its session."""
    return [
        (each.id, row)
        for each in sessions(store)
        for row in store.history(each.id)
        if isinstance(row, ResponseRow)
    ]


def figures(store: Store) -> Figures:
    """Every figure, by what it is of."""
    asked = questions()
    found: Figures = {}
    for each in sessions(store, clock=lambda: NOW):
        right = each.correct + each.close
        told = look_back(None, store, each.id).score()
        found["session", each.id] = (
            each._replace(correct=right, close=0, seconds=0.0),  # spent, whatever was ruled
            (told.points, told.out_of, told.percent, told.marks, told.marks_out_of),
            (told.correct + told.close, told.partial, told.wrong, told.missed, told.by_section),
        )
    for learner in LEARNERS:
        mine = progress(asked, store, learner)
        for part in (*mine.sections, *mine.objectives):
            found["part", learner, part.name] = part
        found["calibration", learner] = mine.calibration
        cards = memories_of(store, asked, learner, lambda: NOW)
        for one in asked.questions:
            found["card", learner, one.id] = cards.get(one.id)
        for later in range(5):
            found["due", learner, later] = due_counts(
                store, learner, lambda later=later: NOW + timedelta(days=later)  # type: ignore[misc]
            )  # fmt: skip
    done = analysis(asked, store)
    for item in done.items:
        found["item", item.question] = (item.figures, item.seconds)
    found["whole",] = done.whole
    return found


def differing(one: Figures, other: Figures) -> set[object]:
    """The names of the figures that are not the same."""
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def scored(found: Figures, session: str) -> object:
    """The session's figures but how many of its responses wait for a ruling."""
    session_score, of_state, outcomes = found["session", session]  # type: ignore[misc]
    return session_score._replace(unsure=0), of_state, outcomes  # type: ignore[has-type]


@given(
    PLAYS,
    st.integers(0, 30),
    st.sampled_from(["right", "wrong", "void"]),
    st.sampled_from(["learner", "instructor"]),
)
def test_a_ruling_is_as_if_the_response_had_earned_it_and_its_undo_as_if_nothing_was(
    plays: list[Play], at: int, ruling: str, by: By
) -> None:
    with played(plays) as store:
        given_ = responses(store)
        if not given_:
            return
        session, response = given_[at % len(given_)]
        before = figures(store)
        past = look_back(None, store, session)
        exam = past.state.mode == "exam"
        verdict = {"right": VERDICTS["right"], "wrong": WRONG._replace(unsure=False), "void": None}[
            ruling
        ]
        with rewritten(store, {response.id: verdict}) as other:
            expected = figures(other)
        if by == "learner":
            for name in expected:  # As graded: what a learner claims is told beside it.
                if name[0] in ("item", "whole") and ruling != "void":
                    expected[name] = before[name]
        past.rule(ruling, response.id, by)  # type: ignore[arg-type]
        after = figures(store)
        told = differing(after, expected)
        if exam and (by == "learner" or ruling == "void"):
            # A claim changes no exam; and what an instructor voids leaves no earlier answer.
            told -= {("session", session)}
            assert by == "instructor" or scored(after, session) == scored(before, session)
        assert told == set()
        assert all(
            name[:1] in (("item",), ("whole",))
            or session in name
            or past.recorder.row.learner in name
            for name in differing(before, after)
            if isinstance(name, tuple)
        )
        past.rule(None, response.id, by)
        assert differing(figures(store), before) == set()


@given(PLAYS, st.sets(st.sampled_from(sorted(EVERY)), min_size=1))
def test_a_regrade_is_as_if_all_had_been_graded_so_and_going_back_as_if_nothing_was(
    plays: list[Play], misgraded: set[str]
) -> None:
    half = VERDICTS["half"]
    with played(plays) as today:
        wrongly = {
            row.id: half
            for session, row in responses(today)
            if row.response in misgraded and today.session(session).mode != "read"
        }
        with rewritten(today, wrongly) as store:
            before = figures(store)
            anew = questions("sha256:anew")
            apply(store, changes(anew, store), lambda: NOW)
            assert differing(figures(store), figures(today)) == set()
            apply(store, originals(anew, store), lambda: NOW + timedelta(days=1))
            assert differing(figures(store), before) == set()
