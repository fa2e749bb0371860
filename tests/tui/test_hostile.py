"""Any text in any field, through every screen: nothing crashes, nothing is markup."""

import asyncio
from pathlib import Path
from unittest.mock import Mock

import pytest
from examples import COSTLY
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Input
from tui.driving import on_page, press, ready, shown, until

from quizapp.app.launch import Launch, Opening
from quizapp.bank.model import Bank, Loaded, Passage, Problem
from quizapp.kinds import KINDS
from quizapp.kinds.base import Question, Support
from quizapp.kinds.boolean import Why
from quizapp.kinds.ideas import Wrong
from quizapp.kinds.options import Option
from quizapp.kinds.points import PointToMake
from quizapp.planning.request import SessionRequest
from quizapp.session.begin import begin
from quizapp.session.run import SessionRun
from quizapp.text import clean
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.problems import ProblemsScreen
from quizapp.tui.screens.quiz import QuizScreen

EVIL = ("[/]", "[/nope]", "[bold]b", "[@click=app.bell]x[/]", "a\\[b]\\", "\x1b]0;t\x07", "\u202e",
        "[link=x]", "{0}", "%s", "$accent", "👨‍👩‍👧", "é́́", "\ud800", "｡漢字", "\t\n")  # fmt: skip
TEXT = st.one_of(st.sampled_from(EVIL), st.text(max_size=30)).filter(lambda text: text.strip())


def questions(text: str) -> tuple[Question, ...]:
    """A question of each kind, with the text wherever there may be one; on one line in what a
    response lists, as a bank must have it."""
    line = " ".join(text.split())
    common: dict[str, object] = {
        "prompt": f"{text} ___",
        "hint": text,
        "explanation": text,
        "support": (Support(passage="p", evidence=(text,)),),
        "wrong": (Wrong(answers=("no",), feedback=text),),
    }
    own: dict[str, dict[str, object]] = {
        "text": {"answers": (text,)},
        "number": {"answer": 1, "unit": text},
        "date": {"answer": "1872"},
        "list": {"items": ((text,), ("other",))},
        "cloze": {"gaps": ((text,),)},
        "choice": {"options": (Option(text=f"{text}1", correct=True), Option(text=f"{text}2"))},
        "multiple": {"options": (Option(text=f"{text}1", correct=True), Option(text=f"{text}2"))},
        "boolean": {"answer": True, "reason": Why(answers=(text,))},
        "order": {"items": (f"1{line}", f"2{line}")},
        "match": {"pairs": ((f"1{line}", f"3{line}"), (f"2{line}", f"4{line}"))},
        "points": {"points": (PointToMake(answers=(text,), name=text, feedback=text),)},
    }
    return tuple(KINDS[kind](id=kind, **common, **own[kind]) for kind in KINDS)  # type: ignore[arg-type]


def session(text: str, kinds: tuple[str, ...]) -> SessionRun:
    """A session on such questions, as they come in by the door of a bank; kept nowhere."""
    text = clean(text) or "x"
    passage = Passage(id="p", section=text, paragraph=1, digest=f"before {text} after")
    bank = Bank("evil", text, Path("evil"), "", questions(text), (passage,))
    return begin(bank, None, SessionRequest(seed=1, kinds=kinds))


def app(text: str) -> QuizApp:
    """The program, with the text as learner's name and folder too."""
    return QuizApp(Launch(Path("nowhere"), None, SessionRequest(), text, None, False))


KEYS = {"choice": "1", "multiple": "1", "order": "2", "match": "ab"}


async def study(text: str, response: str, kinds: tuple[str, ...]) -> None:
    """Through the quiz with this text in every field and this response, to the summary and back."""
    program = app(text)
    async with program.run_test(size=(80, 24)) as pilot:
        await on_page(pilot, "HomeScreen")
        studied = session(text, kinds)
        program.workspace.open = Mock(return_value=studied)  # type: ignore[method-assign]
        program.study(Opening())
        await until(pilot, lambda: isinstance(program.screen, QuizScreen))
        for _ in range(4 * len(kinds)):
            await ready(pilot)
            quiz = program.screen
            if not isinstance(quiz, QuizScreen):
                break
            if quiz.phase == "told":
                if len(quiz.session.state.responses) >= len(kinds):
                    quiz.session.finish()
                await press(pilot, ["enter"])
                continue
            kind = quiz.session.question.kind
            if kind in KEYS:
                await press(pilot, KEYS[kind])
            for line in quiz.query(Input):
                line.value = ("true " if kind == "boolean" else "") + response.replace(":", "")
            await press(pilot, ["enter"])
            box = quiz.answer_box
            if box is not None and quiz.session.question.unreadable(box.response()):
                # It is asked again: then nothing is known.
                assert "Nothing is recorded yet." in " ".join(shown(program).split())
                for line in quiz.query(Input):
                    line.value = ""
                await press(pilot, ["enter"])
            if quiz.phase == "asking":
                await press(pilot, ["enter"])
        await on_page(pilot, "SummaryScreen")
        await press(pilot, ["v"])
        await on_page(pilot, "ReviewScreen")
        assert "\x1b" not in shown(program)
        program.push_screen(
            ProblemsScreen(
                Loaded(None, (Problem(text, 1, 1, text, text, text),), Path("x"), text, text)
            )
        )
        await on_page(pilot, "ProblemsScreen")


@pytest.mark.slow
@COSTLY
@given(TEXT, TEXT)
@pytest.mark.parametrize("kinds", [("text", "choice"), ("boolean", "match")], ids="-".join)
def test_any_text_in_any_field_is_only_text(
    kinds: tuple[str, ...], text: str, response: str
) -> None:
    asyncio.run(study(text, response, kinds))


async def test_the_worst_texts_in_every_kind_are_only_text() -> None:
    await study("".join(EVIL).replace("\n", ""), "[/nope] \x1b[31m", tuple(KINDS))


ODD_SIZES = [(1, 1), (20, 5), (41, 11), (99, 10), (101, 50), (300, 100)]


@pytest.mark.parametrize("first", [ODD_SIZES[0], ODD_SIZES[-1]])
async def test_no_size_is_too_odd(first: tuple[int, int]) -> None:
    program = app("name")
    async with program.run_test(size=first) as pilot:
        await ready(pilot)
        studied = session("[/nope]", ("text",))
        program.workspace.open = Mock(return_value=studied)  # type: ignore[method-assign]
        program.study(Opening())
        await until(pilot, lambda: isinstance(program.screen, QuizScreen))
        await ready(pilot, "asking")
        for size in ODD_SIZES:
            await pilot.resize_terminal(*size)
            await ready(pilot, "asking")
        await pilot.resize_terminal(80, 24)
        await ready(pilot, "asking")
        await press(pilot, [*"no", "enter"], "told")
        for size in ODD_SIZES:
            await pilot.resize_terminal(*size)
            await ready(pilot, "told")
