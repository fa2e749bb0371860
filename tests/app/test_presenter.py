"""What a session shows and takes, without any screen."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quizapp.app.drafts import Drafts
from quizapp.app.presenter import SessionPresenter
from quizapp.bank.load import load
from quizapp.planning.request import Mode, SessionRequest
from quizapp.session.begin import begin
from quizapp.session.state import unanswered
from quizapp.store.errors import NotKept
from quizapp.store.rows import ResponseRow, Row
from quizapp.store.sqlite import in_memory
from quizapp.tui.session_keys import live

BANK = Path(__file__).parents[1] / "tui" / "bank"


@contextmanager
def presented(
    *questions: str, mode: Mode = "learn", certainty: bool = False
) -> Iterator[SessionPresenter]:
    """A session on these questions, at its first."""
    bank = load(BANK).bank
    assert bank is not None
    request = SessionRequest(mode=mode, seed=1, questions=questions, certainty=certainty)
    with in_memory() as store:
        session = begin(bank, store, request)
        presenter = SessionPresenter(session, Drafts(None, session.id))
        presenter.ask()
        yield presenter


def test_it_knows_no_widget() -> None:
    code = "import sys, quizapp.app.presenter; sys.exit(any('textual' in m for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_answer_leads_to_its_verdict_and_on() -> None:
    with presented("stone", "range") as one:
        before = one.shows
        one.send("granite" if one.session.question.id == "stone" else "18")
        assert one.phase == "told"
        assert one.shows == before + 1
        assert one.said is not None
        assert one.said.headline == "Correct"
        assert one.passages
        assert "go_on" in live(one)
        assert "skip" not in live(one)
        one.go_on()
        assert (one.phase, one.given, one.passages) == ("asking", None, ())


def test_a_blank_answer_is_sent_twice_and_typing_takes_it_back() -> None:
    with presented("stone") as one:
        one.send("")
        assert "I don't know" in one.notice
        one.typed("g", "g")
        assert not one.notice
        one.typed("", "")
        one.send("")
        assert one.session.last is None
        one.send("")
        assert one.phase == "told"
        assert one.said is not None
        assert one.said.headline == "Not known yet"


def test_in_an_exam_a_blank_answer_leaves_the_question_open() -> None:
    with presented("stone", "range", mode="exam") as one:
        one.send("")
        one.send(" ")
        assert one.phase == "handing in"
        assert unanswered(one.session.state) == tuple(p.question for p in one.session.state.plan)
        one.to_first_open()
        assert one.session.turn is not None
        one.hand_in()
        assert one.session.state.finished


def test_what_has_not_the_form_asked_for_records_nothing() -> None:
    with presented("range") as one:
        one.send("many")
        assert "There is no figure in “many”" in one.notice
        assert (one.phase, one.session.last) == ("asking", None)


def test_the_certainty_comes_before_the_verdict_and_the_answer_can_be_changed() -> None:
    with presented("stone", certainty=True) as one:
        one.send("sandstone")
        assert (one.phase, one.answer.draft, one.given) == ("sure", "sandstone", None)
        one.ask()
        assert (one.phase, one.answer.draft) == ("asking", "sandstone")
        one.send("granite")
        one.state_certainty(3)
        assert one.given is not None
        assert one.given.certainty == 3


@pytest.mark.parametrize(
    ("answer", "asked"),
    [("sandstone", "shares no word"), ("granitic stone", ""), ("no idea", "you don't know")],
)
def test_a_ruling_on_what_has_nothing_of_the_answer_asks_once(answer: str, asked: str) -> None:
    with presented("stone") as one:
        one.send(answer)
        assert one.given is not None
        if one.given.verdict.accepted or one.given.verdict.unsure:
            one.session.rule("wrong")
        one.rule("right")
        ruled = one.given.ruling
        assert (ruled is None) is bool(asked)
        if asked:
            assert asked in one.notice
            one.rule("right")
            assert one.given.ruling == "right"


def test_a_ruling_takes_the_reasons_against_it_away() -> None:
    with presented("stone") as one:
        one.send("sandstone")
        assert one.said is not None
        assert one.said.feedback
        one.rule("right")
        one.rule("right")
        assert one.said.headline == "Counted as right: you overruled it"
        assert (one.said.feedback, one.said.reasons, one.said.marks) == ("", (), ())
        one.undo()
        assert one.said.feedback


def test_what_cannot_be_kept_moves_nothing_and_offers_a_way_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with presented("stone") as one:

        def refuses(*_: object) -> None:
            raise NotKept("The disk is full.")

        monkeypatch.setattr(one.session.recorder, "keep", refuses)
        one.send("granite")
        assert (one.phase, one.unkept) == ("asking", "The disk is full.")
        assert "unkept" in live(one)
        monkeypatch.undo()
        one.send("granite")
        assert one.phase == "told"
        assert "unkept" not in live(one)


def test_when_the_time_is_up_what_was_typed_counts() -> None:
    with presented("stone", "range", mode="exam") as one:
        one.time_up("granite" if one.session.question.id == "stone" else "18")
        assert (one.phase, one.late) == ("over", True)
        assert one.session.score().points == 1


def test_when_the_time_is_up_nothing_is_handed_in_before_the_last_answer_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with presented("stone", "range", mode="exam") as one:
        typed = "granite" if one.session.question.id == "stone" else "18"
        keep = one.session.recorder.keep

        def refuses_answers(row: Row) -> Row:
            if isinstance(row, ResponseRow):
                raise NotKept("The disk is full.")
            return keep(row)

        monkeypatch.setattr(one.session.recorder, "keep", refuses_answers)
        one.time_up(typed)
        assert (one.phase, one.unkept) == ("asking", "The disk is full.")
        monkeypatch.undo()
        one.time_up(typed)
        assert one.phase == "over"
        assert one.session.score().points == 1


def test_a_hint_and_a_skip_are_offered_only_where_they_do_something() -> None:
    with presented("stone", "range") as one:
        while one.session.question.id != "stone":
            one.turn(one.session.skip)
        assert "hint" in live(one)
        one.act("hint")
        assert one.hint
        assert "hint" not in live(one)


def test_a_command_without_its_colon_is_asked_about() -> None:
    with presented("stone") as one:
        one.send("/skip")
        assert "Did you mean :skip?" in one.notice
        assert one.session.last is None
        one.send("/skip")
        assert one.session.last is not None
