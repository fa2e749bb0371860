"""Progress on the screen; what is due, and what a changed bank does, on the home screen."""

import re
from pathlib import Path

import pytest
from cli.program import quizapp
from tui.driving import (
    LARGE,
    SIZES,
    SMALL,
    answer,
    at_home,
    looked,
    on_page,
    press,
    program,
    ready,
    shown,
)
from tui.past import add_bank, studied
from tui.terminal import Terminal

from quizapp.planning.request import SessionRequest


@pytest.fixture(autouse=True)
def our_bank(data: Path) -> None:
    add_bank(data)


@pytest.mark.parametrize(("size", "no_colour"), [(SMALL, "1"), (LARGE, "")])
async def test_all_figures_and_plots_can_be_read(
    data: Path, size: tuple[int, int], no_colour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if no_colour:
        monkeypatch.setenv("NO_COLOR", no_colour)
    studied(data, 9, stone="granite", range="17")
    studied(data, 5, stone="granite", range="18", paraffin="1900")
    async with at_home(data, size=size) as (app, pilot):
        await press(pilot, ["p"], to="ProgressScreen")
        seen = shown(app)
        line = next(line for line in seen.splitlines() if "Sections" in line)
        assert ("Likely known, day by day" in line) == (size == LARGE), (
            "plots stand beside the rows"
        )
        for _ in range(4):
            await press(pilot, ["pagedown"])
            seen += "\n" + shown(app)
        for words in (
            "2 of 11 questions known, 3 asked so far;",
            "Sessions, the newest at the right",
            "100 %│",
            "Building it",
            "Falls due",
            "Certainty: stated |, observed o",
            "60 % right of 5",
            "Brier score",
        ):
            assert words in seen, words
        assert max(map(len, seen.splitlines())) <= size[0]
        if size == LARGE:
            await press(pilot, ["tab", "enter"], to="HistoryScreen")
            await press(pilot, ["escape"], to="ProgressScreen")
        await press(pilot, ["escape"], to="HomeScreen")


async def test_what_was_missed_is_gone_over_from_there(data: Path) -> None:
    studied(data, 2, stone="sandstone", range="18")
    async with at_home(data) as (app, pilot):
        await press(pilot, ["p"], to="ProgressScreen")
        assert "Go over what was missed" in shown(app)
        assert "Drill what you confuse" not in shown(app)
        await press(pilot, ["m"], to="QuizScreen")
        await ready(pilot, "asking")
        assert "1/1" in shown(app)
        assert "Of what stone" in shown(app)


async def test_pairs_that_are_confused_are_a_drill_of_their_own(data: Path) -> None:
    studied(data, 2, stone="three", paraffin="1872")
    with (data / "banks" / "lighthouse" / "more.toml").open("w") as file:
        file.write('[[question]]\nid = "n"\nkind = "text"\nprompt = "How many?"\n')
        file.write('answers = ["three"]\n')
    async with at_home(data, size=LARGE) as (app, pilot):
        await press(pilot, ["p"], to="ProgressScreen")
        assert "Pairs you confuse" in shown(app)
        await press(pilot, ["c"], to="QuizScreen")
        await ready(pilot, "asking")
        assert "/2" in shown(app)


async def test_nothing_answered_is_said(data: Path) -> None:
    async with at_home(data) as (app, pilot):
        await press(pilot, ["p"], to="ProgressScreen")
        assert "Nothing to tell yet." in shown(app)


async def test_home_offers_what_a_changed_key_makes_right(data: Path) -> None:
    studied(data, 3, stone="gneiss", range="18")
    studied(data, 2, stone="gneiss")
    file = data / "banks" / "lighthouse" / "questions.toml"
    async with at_home(data) as (app, pilot):
        assert "Bank updated" not in shown(app)
        text = file.read_text()
        file.write_text(text.replace('answers = ["granite"]', 'answers = ["granite", "gneiss"]'))
        await press(pilot, ["r"])
        await looked(pilot)
        assert "Bank updated: 2 of your answers are now right" in shown(app)
        assert "± 1 question has changed since you answered" in shown(app)
        await press(pilot, ["u"], to="BankUpdateScreen")
        assert "was ✗ wrong 0 %  now ✓ correct 100 %  (2 times)" in shown(app)
        await press(pilot, ["escape"], to="HomeScreen")
        assert "Bank updated" in shown(app)
        await press(pilot, ["u"], to="BankUpdateScreen")
        await press(pilot, ["enter"], to="HomeScreen")
        await looked(pilot)
        assert "Bank updated" not in shown(app)
        assert "1 of 1 (100 %)" in shown(app)


def test_plain_lines_say_what_is_due_and_what_a_changed_key_makes_right(data: Path) -> None:
    studied(data, 30, stone="gneiss", range="18")
    file = data / "banks" / "lighthouse" / "questions.toml"
    file.write_text(file.read_text().replace('["granite"]', '["granite", "gneiss"]'))
    with Terminal("--plain", "--data", str(data)) as terminal:
        terminal.until("Which bank?")
        (number,) = re.findall(r"(\d)\) The lighthouse .*\(11 questions, 2 due\)", terminal.text)
        terminal.type(f"{number}\n")
        terminal.until("Bank updated: 1 of your answers is now right. `quizapp regrade lighthouse`")


@pytest.mark.slow
def test_plain_lines_go_on_with_the_session_that_waits(data: Path) -> None:
    add_bank(data)
    bank = str(data / "banks" / "lighthouse")
    words = ("study", bank, "--plain", "--data", str(data), "--count", "2")
    with Terminal(*words) as terminal:
        terminal.until("[1/2]")
        terminal.type("x\n")
        terminal.until("Enter goes on")
        terminal.type(":quit\n")
        terminal.until("To go on:")
    with Terminal("--plain", "--data", str(data)) as terminal:
        terminal.until("Which bank? Its number, r to go on, or Enter to leave:")
        assert "r) Go on where you stopped: The lighthouse" in terminal.text
        assert "learn, 1 of 2 answered" in " ".join(terminal.text.split())
        terminal.type("r\n")
        terminal.until("[2/2]")


def test_progress_is_told_in_sentences_where_it_is_to_be_read_aloud(
    data: Path,
) -> None:
    studied(data, 2, stone="gneiss", range="18")
    aloud = quizapp(data, "progress", "lighthouse", "--plain").out
    drawn = quizapp(data, "progress", "lighthouse").out
    assert re.search(r"Building it: 1 of \d known", aloud)
    assert re.search("last answers (wrong, right|right, wrong)$", aloud, re.MULTILINE)
    assert re.search("^today: 1 question$", aloud, re.MULTILINE)
    assert not re.search("[─-╿▀-▟]", aloud)
    assert re.search("[▀-▟]", drawn)


async def test_progress_is_one_key_from_the_end_of_a_session(data: Path) -> None:
    app = program(
        data, bank=data / "banks" / "lighthouse", request=SessionRequest(questions=("range",))
    )
    async with app.run_test(size=SMALL) as pilot:
        await ready(pilot, "asking")
        await answer(pilot, "18")
        await press(pilot, ["enter"], to="SummaryScreen")
        await press(pilot, ["p"], to="ProgressScreen")
        assert "1 of 11 questions known" in shown(app)
        await press(pilot, ["escape"], to="SummaryScreen")


async def test_a_window_too_small_for_progress_breaks_nothing(data: Path) -> None:
    studied(data, 2, stone="granite", range="17")
    app = program(data, bank=None)
    async with app.run_test(size=SMALL) as pilot:
        await on_page(pilot, "HomeScreen")
        await looked(pilot)
        await press(pilot, ["p"], to="ProgressScreen")
        for size in ((30, 8), (12, 4), (80, 9), SMALL):
            await pilot.resize_terminal(*size)
            await looked(pilot)
        assert "Falls due" in shown(app) or "Sections" in shown(app)


# The tree, and what is behind a row


async def test_a_section_unfolds_into_what_its_questions_test(data: Path) -> None:
    about = data / "banks" / "lighthouse" / "bank.toml"
    named = '[objectives]\nkeepers = "How many kept it"\n\n[source]'
    about.write_text(about.read_text("utf-8").replace("[source]", named), "utf-8")
    with (data / "banks" / "lighthouse" / "more.toml").open("w") as file:
        file.write(
            '[[question]]\nid = "n"\nkind = "text"\nprompt = "How many?"\nanswers = ["three"]\n'
            'objective = "keepers"\nsupport = [{ passage = "p2", evidence = "Three keepers" }]\n'
        )
    studied(data, 2, stone="granite", n="three")
    async with at_home(data) as (app, pilot):
        await press(pilot, ["p"], to="ProgressScreen")
        assert shown(app).index("Building it") < shown(app).index("▸ Keeping it")
        assert "→ Unfold" not in shown(app)
        await press(pilot, ["down"])
        assert "→ Unfold" in shown(app)
        await press(pilot, ["right"])
        assert "▾ Keeping it" in shown(app)
        assert "How many kept it" in shown(app)
        assert "← Fold" in shown(app)
        await press(pilot, ["down", "enter"], to="QuestionsScreen")
        assert "1 question" in shown(app)
        assert "○ How many?" in shown(app)
        await press(pilot, ["escape"], to="ProgressScreen")
        await press(pilot, ["left"])
        assert "How many kept it" not in shown(app)
        assert "▸ Keeping it" in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_day_opens_what_falls_due_on_it_and_some_of_that_is_studied(
    data: Path, size: tuple[int, int]
) -> None:
    studied(data, 30, stone="granite", range="17", paraffin="1872")
    async with at_home(data, size=size) as (app, pilot):
        assert "3 due · 8 new" in shown(app)
        await press(pilot, ["p"], to="ProgressScreen")
        assert "today        ███ 3" in shown(app)
        await press(pilot, ["down", "down", "enter"], to="QuestionsScreen")
        assert "Due today" in shown(app)
        assert "3 questions" in shown(app)
        assert re.search(r"✓  \d+ % likely known · due", shown(app))
        await press(pilot, ["space"])
        assert "1 marked" in shown(app)
        assert "● Of what stone" in shown(app)
        await press(pilot, ["b"], to="QuizScreen")
        await ready(pilot, "asking")
        assert "1/1" in shown(app)
        assert "Of what stone" in shown(app)


async def test_a_question_is_shown_with_its_answer_and_its_passage(data: Path) -> None:
    studied(data, 30, stone="granite")
    async with at_home(data) as (app, pilot):
        await press(pilot, ["p"], to="ProgressScreen")
        await press(pilot, ["enter", "enter"], to="PassageSheet")
        assert "Answer  granite" in shown(app)
        assert "▐built of granite▌" in shown(app)
        await press(pilot, ["escape"], to="QuestionsScreen")
