"""What a summary says: values in, text for the screen out."""

from collections.abc import Sequence

from textual.content import Content

from quizapp.app.session_end import passing, practice
from quizapp.app.verdict_text import response_words, tone
from quizapp.app.wording import SIGNS, count, figure, points
from quizapp.kinds.base import Question
from quizapp.session.events import GradedResponse
from quizapp.session.run import SessionRun
from quizapp.session.score import Score, SectionScore, in_words
from quizapp.tui.literal_text import FAINT, KEY, TONES, bar, hanging, lines, literal, one_line

BAR = 20
LATE = "The time was up: the exam is handed in as it stood."


def headline(session: SessionRun, score: Score, late: bool, expected: str) -> Content:
    """The score in figures and words, and what it means."""
    told = [literal(LATE, FAINT)] if late else []
    if session.state.mode != "read":
        words = in_words(score)
        told += [
            literal(f"{figure(round(score.percent))} %", "bold $text-primary")
            + literal(f"   {points(score.points, score.out_of)}", "bold"),
            literal(words[:1].upper() + words[1:] + "."),
        ]
    if score.unsure:
        doubts = count(len(score.unsure), "answer waits", "answers wait")
        told.append(literal(f"? {doubts} for your ruling: ") + key("v", "shows them"))
    told += [literal(each) for each in (passing(session), practice(session)) if each]
    if score.rulings and session.state.mode == "exam":
        told.append(literal(f"With your rulings: {points(score.with_rulings)}.", FAINT))
    if expected:
        told.append(literal(expected))
    return lines(told)


def more_words(more: int) -> Content:
    """That the day's share is done, and what leads on."""
    return (
        literal("Done for today. ") + key("Enter", f": {more} more   ", "")
        + key("Esc", ": home", "")
    )  # fmt: skip


def key(name: str, does: str, between: str = " ") -> Content:
    """A key and what it does."""
    return literal(name, KEY) + literal(between + does)


def by_section(score: Score) -> Content:
    """The points of each section, where there are several."""
    listed = [section for section in score.by_section if section.answered]
    if len(listed) < 2:
        return Content("")
    width = min(36, max(len(section.section or "–") for section in listed))
    head = literal("By section", "bold $text-accent")
    return lines([head, *(_section(each, width) for each in listed)])


def _section(section: SectionScore, width: int) -> Content:
    share = section.points / section.out_of if section.out_of else 0.0
    name = one_line(section.section or "–").truncate(width, ellipsis=True)
    name = name + literal(" " * max(0, width - name.cell_length))
    earned = f"  {figure(section.points)}/{figure(section.out_of)}"
    return literal("  ") + name + literal("  ") + bar(share, BAR) + literal(earned)


def to_look_at(
    missed: Sequence[tuple[Question, GradedResponse | None]], shown: int, width: int
) -> Content:
    """The first questions to look at again, a digit before each, with both answers under it."""
    told = [literal("Look at again", "bold $text-accent")]
    for number, (question, given) in enumerate(missed[:shown], 1):
        outcome = tone(question, given) if given is not None else "open"
        lead = literal(f"{number} ", KEY) + literal(f"{SIGNS[outcome]} ", TONES[outcome])
        told += hanging(lead, one_line(question.prompt, "bold"), width)
        yours = response_words(given) if given is not None else "skipped"
        told += hanging(literal("     yours  ", FAINT), one_line(yours), width)
        answer = one_line(" · ".join(question.model_answer().split("\n")))
        told += hanging(literal("    answer  ", FAINT), answer, width)
    if (rest := len(missed) - shown) > 0:
        told.append(literal(f"and {rest} more, among every answer: ", FAINT) + key("v", ""))
    return lines(told)
