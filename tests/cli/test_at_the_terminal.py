"""Plain lines typed at a terminal, in this process: what is said to each."""

import os

import pytest
from cli.program import BANK

from quizapp.app.drafts import Drafts
from quizapp.bank.load import load
from quizapp.plain.console import Console
from quizapp.plain.line_reader import LineReader
from quizapp.plain.session import Table, run
from quizapp.planning.request import Mode, SessionRequest
from quizapp.session.begin import begin
from quizapp.session.run import SessionRun
from quizapp.store.sqlite import in_memory


def typed(*lines: str, terminal: bool = True, request: SessionRequest) -> tuple[SessionRun, str]:
    """The session after these lines, and all that was printed."""
    bank = load(BANK).bank
    assert bank is not None
    reading, writing = os.pipe()
    os.write(writing, "".join(f"{line}\n" for line in lines).encode())
    os.close(writing)
    said: list[str] = []
    with in_memory() as store:
        session = begin(bank, store, request)
        console = Console(LineReader(reading), said.append, terminal)
        run(Table(session, console, None, Drafts(None, session.id)))
    os.close(reading)
    return session, "\n".join(said)


def rulings(session: SessionRun) -> list[str | None]:
    """The ruling on each response, in order."""
    return [given.ruling for given in session.state.responses]


def asked(*questions: str, mode: Mode = "learn") -> SessionRequest:
    """A session on these questions."""
    return SessionRequest(mode=mode, seed=1, questions=questions)


TWO = asked("eggs", "decoder")
EXAM = TWO._replace(mode="exam")


def test_undo_after_a_verdict_is_about_that_verdict() -> None:
    session, said = typed("7", ":right", "", "9", ":undo", request=TWO)
    assert rulings(session) == ["right", None]
    assert "You have not ruled on this answer" in said
    session, said = typed("7", ":right", "", "9", ":right", ":undo", request=TWO)
    assert rulings(session) == ["right", None]
    assert "Undone: the ruling “right” is taken back" in said


@pytest.mark.parametrize("terminal", [True, False])
def test_undo_while_asking_names_what_it_is_about(terminal: bool) -> None:
    between = [""] if terminal else []
    session, said = typed("7", ":right", *between, ":undo", terminal=terminal, request=TWO)
    assert rulings(session) == [None]
    assert "Undone: the ruling “right” on “Who read the dance of the bees?” is taken" in said


def test_undo_on_the_walk_after_an_exam_is_about_the_answer_shown() -> None:
    lines = ["7", "9", "hand in", ":right", "", ":undo", ":right", ":undo", ""]
    session, said = typed(*lines, request=EXAM)
    assert rulings(session) == ["right", None]
    assert "You have not ruled on this answer" in said


@pytest.mark.parametrize("lines", [["7"], ["7", "9"], []], ids=len)
def test_no_number_of_empty_lines_hands_an_exam_in(lines: list[str]) -> None:
    session, said = typed(*lines, *[":skip"] * (2 - len(lines)), *[""] * 9, request=EXAM)
    assert not session.state.finished
    assert [given.response for given in session.state.responses if given.response] == lines
    assert "hand in" in said


def test_enter_goes_back_to_the_first_open_question_of_an_exam() -> None:
    session, said = typed(":skip", "2000", "", "Karl von Frisch", "", "hand-in", request=EXAM)
    assert "1 without an answer. Enter goes to the first of them" in said
    assert "Your answer so far: 2000\nEnter leaves it so." in said
    assert session.state.finished
    assert session.score().points == 2


@pytest.mark.parametrize("line", [":quit", "no"])
def test_an_exam_is_not_handed_in_by_any_other_line(line: str) -> None:
    session, _ = typed("7", "9", line, request=EXAM)
    assert not session.state.finished


SLIPS = [
    ("eggs", "plenty of them", "There is no figure in “plenty of them”", "2000"),
    ("year", "long ago", "There is no date in “long ago”", "1944"),
    ("one-queen", "there is one queen", "Begin with true or false, then say why", "no, one queen"),
    ("measure", "z", "“z” is none of the options", "the scent"),
    ("true-ones", "a z", "“a z” is none of the options", "a b"),
    ("by-number", "q", "“q” is none of the items", "a b c"),
    ("dance-code", "9z", "“9z” is no pair", "1a 2b"),
]


@pytest.mark.parametrize(("question", "slip", "told", "answer"), SLIPS)
def test_a_slip_of_form_costs_nothing_at_a_terminal(
    question: str, slip: str, told: str, answer: str
) -> None:
    session, said = typed(slip, slip, answer, request=asked(question))
    assert said.count(told) == 2
    assert said.count("Nothing is recorded yet.") == 2
    assert len(session.state.responses) == 1
    assert session.state.responses[0].response not in (slip, "")


@pytest.mark.parametrize(("question", "slip", "told"), [each[:3] for each in SLIPS])
def test_from_a_pipe_a_slip_of_form_counts_as_it_came(question: str, slip: str, told: str) -> None:
    # The next line is the answer to the next question, and goes nowhere else.
    names = (question, "decoder")
    session, said = typed(slip, slip, terminal=False, request=asked(*names))
    assert told not in said
    assert [given.verdict.outcome for given in session.state.responses] == ["wrong", "wrong"]
    assert {given.question for given in session.state.responses} == set(names)


@pytest.mark.parametrize("line", ["no idea", ""])
def test_not_to_know_is_no_slip_of_form(line: str) -> None:
    session, _ = typed(line, *([""] if not line else []), request=asked("eggs"))
    assert len(session.state.responses) == 1


def test_an_exam_asks_again_too() -> None:
    session, said = typed("long ago", "1944", "plenty", request=asked("eggs", "year", mode="exam"))
    assert [given.response for given in session.state.responses] == ["1944"]
    assert "There is no figure in “plenty”" in said
    assert "There is no date in “long ago”" in said
