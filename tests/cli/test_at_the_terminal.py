"""Plain lines typed at a terminal, in this process: what is said to each."""

import os
from pathlib import Path

import pytest
from cli.program import BANK

from quizapp.app.drafts import Drafts
from quizapp.app.launch import Launch
from quizapp.app.presenter import SessionPresenter
from quizapp.app.workspace import Workspace
from quizapp.bank.load import load
from quizapp.plain import run as plain_run
from quizapp.plain.console import Console, LineReader
from quizapp.plain.rendering import wrapped
from quizapp.plain.session import run
from quizapp.planning.request import Mode, SessionRequest
from quizapp.session.begin import begin
from quizapp.session.run import SessionRun
from quizapp.store.sqlite import in_memory


def typed(
    *lines: str, terminal: bool = True, request: SessionRequest, path: Path = BANK
) -> tuple[SessionRun, str]:
    """The session after these lines, and all that was printed."""
    bank = load(path).bank
    assert bank is not None
    reading, writing = os.pipe()
    os.write(writing, "".join(f"{line}\n" for line in lines).encode())
    os.close(writing)
    said: list[str] = []
    with in_memory() as store:
        session = begin(bank, store, request)
        console = Console(LineReader(reading), said.append, terminal)
        one = SessionPresenter(session, Drafts(None, session.id), asks=terminal)
        one.ask()
        run(one, console)
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
    twice = (":right", ":right")
    session, said = typed("7", *twice, "", "9", ":undo", request=TWO)
    assert rulings(session) == ["right", None]
    assert "You have not ruled on this answer" in said
    session, said = typed("7", *twice, "", "9", *twice, ":undo", request=TWO)
    assert rulings(session) == ["right", None]
    assert "Undone: the ruling “right” is taken back" in said


@pytest.mark.parametrize("terminal", [True, False])
def test_undo_while_asking_names_what_it_is_about(terminal: bool) -> None:
    between = [":right", ""] if terminal else []
    session, said = typed("7", ":right", *between, ":undo", terminal=terminal, request=TWO)
    assert rulings(session) == [None]
    assert "Undone: the ruling “right” on “Who read the dance of the bees?” is taken" in said


def test_undo_on_the_walk_after_an_exam_is_about_the_answer_shown() -> None:
    twice = [":right", ":right"]
    lines = ["7", "9", "hand in", *twice, "", ":undo", *twice, ":undo", ""]
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
    assert "1 left open. Enter goes to the first of them" in said
    assert "Your answer so far: 2000\nEnter leaves it so." in said
    assert session.state.finished
    assert session.score().points == 2


def test_an_exam_can_be_handed_in_from_any_question_after_what_is_open_was_named() -> None:
    session, said = typed("hand in", "hand in", request=EXAM)
    assert "2 left open. Enter goes to the first of them" in said
    assert session.state.finished
    assert session.score().answered == 0


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


@pytest.mark.parametrize(
    ("line", "meant"),
    [("/skip", "skip"), ("?", "help"), ("quit", "quit"), ("Help", "help"), (" exit ", "quit")],
)
def test_a_command_without_its_colon_is_asked_about_and_records_nothing(
    line: str, meant: str
) -> None:
    session, said = typed(line, request=asked("decoder"))
    assert f"Did you mean :{meant}? Nothing is recorded yet." in said
    assert session.last is None
    session, _ = typed(line, line, request=asked("decoder"))
    assert session.last is not None
    assert session.last.response == line
    session, said = typed(line, terminal=False, request=asked("decoder"))
    assert "Did you mean" not in said
    assert session.last is not None


def test_a_command_without_its_colon_is_asked_about_after_a_verdict_too() -> None:
    _, said = typed("something else", "quit", request=asked("decoder"))
    assert "Did you mean :quit? That question is answered; Enter goes on to the next." in said


def test_an_empty_line_of_an_exam_leaves_the_question_open_and_records_nothing() -> None:
    for terminal in (True, False):
        session, said = typed("", "", terminal=terminal, request=EXAM)
        assert "Left open." in said
        assert session.state.responses == ()
        if not terminal:
            assert "LEFT OPEN" in said
            assert session.score().answered == 0


def test_a_ruling_on_what_shares_no_word_with_the_answer_is_asked_once() -> None:
    for confirmed, ruling in (("", None), (":right", "right")):
        session, said = typed("Lorenz", ":right", confirmed, request=asked("decoder"))
        assert "shares no word with the right one" in said
        assert rulings(session) == [ruling]
    session, _ = typed("Lorenz", ":right", terminal=False, request=asked("decoder"))
    assert rulings(session) == ["right"]


@pytest.mark.parametrize("terminal", [True, False])
@pytest.mark.parametrize("lines", [["1a", "2b"], ["1a 2b"], ["2b", "1a"]], ids=" then ".join)
def test_pairs_are_read_from_one_line_or_a_line_each(lines: list[str], terminal: bool) -> None:
    session, _ = typed(*lines, terminal=terminal, request=asked("dance-code"))
    pairs = session.state.responses[0].response.split("\n")
    assert sorted(line.split(" = ")[0] for line in pairs) == ["angle", "length"]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("a) the length of the run", ["a) the length of the", "   run"]),
        ("one two three four five", ["one two three four", "five"]),
        ("https://example.org/a/long/one", ["https://example.org/a/long/one"]),
        ("", [""]),
    ],
)
def test_lines_break_at_words(line: str, parts: list[str]) -> None:
    assert wrapped(line, 20) == parts


@pytest.mark.parametrize("end", [[], [""]], ids=["no line more", "an empty line"])
def test_from_a_pipe_an_answer_ends_with_its_last_gap(end: list[str]) -> None:
    lighthouse = Path(__file__).parents[1] / "tui" / "bank"
    request = asked("watches", "stone")
    lines = ["three", "four", *end, "granite"]
    session, _ = typed(*lines, terminal=False, request=request, path=lighthouse)
    if session.state.responses[0].question == "stone":
        session, _ = typed("granite", *lines[:-1], terminal=False, request=request, path=lighthouse)
    assert [given.response for given in session.state.responses if "\n" in given.response] == [
        "three\nfour"
    ]
    assert session.score().points == 2


def test_a_bank_that_was_chosen_says_that_its_questions_have_no_ids(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bare.toml"
    head = 'format = 1\n[bank]\nid = "bare"\ntitle = "Bare"\n'
    path.write_text(f'{head}[[question]]\nprompt = "P?"\nanswer = "a"\n', encoding="utf-8")
    monkeypatch.setattr(plain_run, "_chosen", lambda *_: path)
    reading, writing = os.pipe()
    os.close(writing)
    workspace = Workspace(Launch(tmp_path, None, SessionRequest(), "anna", keep=False))
    console = Console(LineReader(reading), lambda _: None, terminal=False)
    assert plain_run._session(workspace, console) is not None
    os.close(reading)
    told = "1 question has no id: reworded, they lose their scores. `quizapp check --fix"
    assert told in capsys.readouterr().err
