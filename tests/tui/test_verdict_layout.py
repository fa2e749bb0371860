"""Verdict, model answer and evidence are seen together, at every size; and no line is too long."""

from pathlib import Path

import pytest
from textual.content import Content

from quizapp.app.verdict_text import VerdictText, verdict_text
from quizapp.bank.load import load
from quizapp.bank.model import contexts
from quizapp.bank.passage import Shown, excerpt, shown
from quizapp.grading import Context
from quizapp.kinds.base import Question
from quizapp.session.responses import GradedResponse
from quizapp.tui.columns import BAR, FRAME, MEASURE, SIDE, columns
from quizapp.tui.rendering import lay_out, prompt

ESSAY = Path(__file__).parents[2] / "questions" / "sino-russian-defence"
TEN_WORDS = "it was something else altogether that nobody ever told anyone"
ROWS = 24 - 3
"""Of 24 rows, title, progress and keys take one each."""


def wrong(question: Question) -> str:
    """A wrong answer: of ten words, or as wrong a choice as there is."""
    offer = question.offer(1)
    if question.free_text:
        return TEN_WORDS
    if offer.lefts:
        return "\n".join(f"{left} = {offer.options[0]}" for left in offer.lefts)
    if question.chooses_several:
        return "\n".join(offer.options)
    right = question.model_answer().split("\n")[0]
    return next(option for option in offer.options if option != right)


def told(question: Question, context: Context) -> VerdictText:
    """What is said of that."""
    response = wrong(question)
    verdict = question.grade(context, response)
    said = verdict_text(question, GradedResponse("1", question.id, response, verdict))
    return said._replace(back="again today, then tomorrow")


@pytest.mark.slow
def test_verdict_answer_and_evidence_stand_together_for_nine_questions_in_ten() -> None:
    bank = load(ESSAY).bank
    assert bank is not None
    context = contexts(bank)
    together = 0
    for question in bank.questions:
        said = told(question, context(question))
        laid = lay_out(prompt(question), said, shown(bank, question), 80, ROWS - 1)
        above = laid.prompt.plain.count("\n") + 2
        verdict_to_evidence = laid.left_height - above + 2 + laid.evidence[1]
        stands = "".join(laid.verdict.plain.split())
        assert said.answer_said or "".join(said.answer.split()) in stands.replace("·", "").replace(
            "→", ""
        )
        together += verdict_to_evidence <= ROWS
    assert together >= 0.9 * len(bank.questions), f"{together} of {len(bank.questions)}"


SHOWN = Shown(
    "t",
    "",
    "First of all. Then the tide comes in. It is the Moon that pulls. Ships wait. All is said.",
    ((44, 52),),
)
SAID = VerdictText("wrong", "Wrong", response="x " * 90, answer="the Moon", explanation="Because.")
QUESTION = Content("Why does the sea rise and fall twice a day along most coasts? " * 3)


@pytest.mark.parametrize("width", [40, 60, 80, 99, 100, 120, 200, 300])
def test_no_line_of_text_is_longer_than_one_reads_easily(width: int) -> None:
    wide = columns(width)
    assert wide.left <= width - BAR
    assert wide.left - SIDE <= MEASURE
    assert wide.passage - FRAME <= MEASURE
    assert not wide.beside or wide.left + wide.passage + 2 <= width - BAR
    laid = lay_out(QUESTION, SAID, (SHOWN,), width, 40)
    for text, most in (
        (laid.prompt, wide.left - SIDE),
        (laid.verdict, wide.left - SIDE),
        (laid.passages[0], wide.passage - FRAME),
    ):
        assert max(line.cell_length for line in text.split("\n", allow_blank=True)) <= most


def test_all_is_shown_where_there_is_room_and_on_request() -> None:
    for height, whole in ((60, False), (10, True)):
        laid = lay_out(QUESTION, SAID, (SHOWN,), 80, height, whole=whole)
        assert not laid.cut
        assert "All is said." in laid.passages[0].plain
        assert laid.prompt.plain.count("twice a day") == 3
        assert not laid.after.plain


@pytest.mark.parametrize("height", range(6, 30))
def test_what_does_not_fit_is_cut_with_a_sign_and_never_the_evidence(height: int) -> None:
    laid = lay_out(QUESTION, SAID, (SHOWN,), 80, height)
    joined = "\n".join(text.plain for text in laid.passages)
    assert "▐the Moon▌" in joined.replace("\n", " ")
    assert ("…" in laid.prompt.plain) is (laid.prompt.plain.count("twice a day") < 3)
    assert ("…" in joined) is ("All is said" not in joined)
    assert "Because." in laid.verdict.plain + laid.after.plain


@pytest.mark.parametrize(
    ("around", "text"),
    [
        (0, "… It is the Moon that pulls. …"),
        (1, "… Then the tide comes in. It is the Moon that pulls. Ships wait. …"),
        (9, SHOWN.text),
    ],
)
def test_an_excerpt_keeps_the_sentences_around_the_evidence(around: int, text: str) -> None:
    cut = excerpt(SHOWN, around)
    assert cut.text == text
    assert [cut.text[start:end] for start, end in cut.spans] == ["the Moon"]


def test_evidence_far_apart_is_joined_by_a_sign() -> None:
    two = SHOWN._replace(spans=((0, 5), (77, 80)))
    cut = excerpt(two, 0)
    assert cut.text == "First of all. … All is said."
    assert [cut.text[start:end] for start, end in cut.spans] == ["First", "All"]


def test_without_evidence_the_beginning_is_shown() -> None:
    assert excerpt(SHOWN._replace(spans=()), 0).text == "First of all. …"
