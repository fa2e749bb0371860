"""Finding by words, and browsing a bank by its sections and passages."""

from pathlib import Path

import pytest
from tui.driving import SIZES, at_home, looked, on_page, press, ready, shown, studying, until
from tui.past import add_bank

from quizapp.app.bank_overview import bank_overview
from quizapp.planning.request import SessionRequest
from quizapp.tui.screens.quiz import QuizScreen


@pytest.fixture(autouse=True)
def our_bank(data: Path) -> None:
    add_bank(data)


@pytest.mark.parametrize("size", SIZES)
async def test_a_question_is_found_by_its_words_and_shown(
    data: Path, size: tuple[int, int]
) -> None:
    async with at_home(data, size=size) as (app, pilot):
        await press(pilot, ["/"], to="FindScreen")
        await looked(pilot)
        assert "Enter Show" not in shown(app)
        await press(pilot, "tower stone")
        assert "1 place found" in shown(app)
        assert "Enter Show the first" in shown(app)
        assert "/ Find" not in shown(app)
        assert "↓ To what was found" in shown(app)
        await press(pilot, ["enter"], to="PassageSheet")
        assert "granite" not in shown(app)
        assert "You have not answered this yet." in shown(app)
        await press(pilot, ["f1"], to="HelpSheet")
        assert "Show the answer" in shown(app)
        await press(pilot, ["escape", "a"])
        await until(pilot, lambda: "Answer  granite" in shown(app))
        for page in ("FindScreen", "HomeScreen"):
            await press(pilot, ["escape"])
            await on_page(pilot, page)


async def test_a_passage_is_found_and_shown_with_its_questions(data: Path) -> None:
    async with at_home(data) as (app, pilot):
        await press(pilot, ["/"], to="FindScreen")
        await looked(pilot)
        await press(pilot, "guncotton")
        await press(pilot, ["down", "enter"], to="QuestionsScreen")
        await looked(pilot)
        assert "Keeping it · paragraph 2" in shown(app)
        assert "A digest in the bank's own words" in shown(app)
        await press(pilot, ["escape"], to="FindScreen")
        await press(pilot, ["up"])
        await press(pilot, "x")
        assert "0 places found" in shown(app)


async def test_from_a_passage_some_questions_are_studied(data: Path) -> None:
    async with at_home(data) as (app, pilot):
        await press(pilot, ["v"], to="BrowseScreen")
        await looked(pilot)
        assert "Building it" in shown(app)
        assert "¶ 2  Three keepers served" in shown(app)
        await press(pilot, ["down", "enter"], to="QuestionsScreen")
        await looked(pilot)
        assert "not asked yet" in shown(app)
        await press(pilot, ["down", "space", "b"], to="QuizScreen")
        await ready(pilot, "asking")
        screen = app.screen
        assert isinstance(screen, QuizScreen)
        assert screen.session.request.questions == ("range",)


async def test_notes_stand_with_their_section_and_are_called_so(data: Path) -> None:
    passages = add_bank(data) / "bank.toml"
    note = '[[passage]]\nid = "n"\nsection = "Building it"\nparagraph = 1\nnote = "4"\n'
    with passages.open("a", encoding="utf-8") as file:
        file.write(f'\n{note}digest = "Letters of the builder."\n')
    async with at_home(data) as (app, pilot):
        await press(pilot, ["v"], to="BrowseScreen")
        await looked(pilot)
        assert "note 4  Letters of the builder." in shown(app)
        assert shown(app).count("Building it") == 1
        assert shown(app).index("note 4") < shown(app).index("Keeping it")


async def test_sections_and_passages_that_are_marked_make_a_session(data: Path) -> None:
    async with at_home(data) as (app, pilot):
        await press(pilot, ["v"], to="BrowseScreen")
        await looked(pilot)
        await press(pilot, ["space"])
        assert "1 marked" in shown(app)
        await press(pilot, ["b"], to="QuizScreen")
        await ready(pilot, "asking")
        screen = app.screen
        assert isinstance(screen, QuizScreen)
        section = screen.session.bank.passages[0].id
        assert all(
            any(each.passage == section for each in one.support)
            for one in screen.session.bank.questions
            if one.id in screen.session.request.questions
        )


async def test_a_section_has_as_many_questions_in_the_text_as_at_home(data: Path) -> None:
    async with at_home(data) as (app, pilot):
        [bank] = app.workspace.banks().banks
        sections = bank_overview(app.workspace, bank.path).sections
        await press(pilot, ["v"], to="BrowseScreen")
        await looked(pilot)
        for section in sections:
            told = shown(app).partition(section.name)[2].partition("questions")[0]
            assert told.split() == [str(section.questions)]


async def test_nothing_is_found_while_a_question_is_asked(data: Path) -> None:
    async with studying(data, request=SessionRequest(seed=1, kinds=("choice",))) as (app, pilot):
        await press(pilot, ["/"], "asking")
        assert type(app.screen).__name__ == "QuizScreen"
        await press(pilot, ["down", "enter"], "told")
        await press(pilot, ["/"], to="FindScreen")
