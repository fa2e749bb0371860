"""Home: banks, scores, what is broken, what waits; starting from there and coming back."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from store.samples import session_row
from tui.driving import (
    BANK,
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
    studying,
    until,
)
from tui.past import add_bank, studied

from quizapp.app import settings
from quizapp.app.bank_overview import Today, in_words
from quizapp.app.launch import Launch
from quizapp.app.overview import PER_ANSWER, READING, pace
from quizapp.app.workspace import Workspace
from quizapp.bank.fingerprint import fingerprint
from quizapp.planning import timestamps
from quizapp.planning.request import SessionRequest
from quizapp.planning.timestamps import stamp
from quizapp.store import FILE
from quizapp.store.rows import SessionScoreRow
from quizapp.store.sqlite import open_store
from quizapp.tui.screens import home_text
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.quiz import QuizScreen

BROKEN = 'format = 1\n[bank]\nid = "torn"\ntitle = "A torn [bank]"\n[[question]]\nid = "a"\n'


async def test_no_banks_teaches_what_a_bank_is(data: Path) -> None:
    async with at_home(data) as (app, _pilot):
        assert "There is no bank here yet." in shown(app)
        assert "quizapp banks --add FOLDER" in shown(app)


async def test_a_bank_in_another_language_says_whose_rules_grade_it(data: Path) -> None:
    add_bank(data)
    about = data / "banks" / "lighthouse" / "bank.toml"
    text = about.read_text("utf-8").replace("[bank]\n", '[bank]\nlanguage = "cs"\n', 1)
    about.write_text(text.replace('language = "en"\n', ""), "utf-8")
    async with at_home(data, size=LARGE) as (app, _pilot):
        assert "In “cs”, graded by the rules of English" in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_session_is_started_left_and_resumed_from_home(
    data: Path, size: tuple[int, int]
) -> None:
    add_bank(data)
    async with at_home(data, size=size) as (app, pilot):
        assert "0 %  10 new" in shown(app)
        await press(pilot, ["o"], to="SessionOptionsSheet")
        await press(pilot, ["3", "enter"], to="QuizScreen")
        await ready(pilot, "asking")
        assert "1/3" in shown(app)
        skipped = app.screen.session.question.id  # type: ignore[attr-defined]
        await press(pilot, ["f3"], "asking")
        await press(pilot, ["escape"], to="HomeScreen")
        await looked(pilot)
        assert "Waiting for you" in shown(app)
        assert "0 of 3 questions answered. Enter goes on where you" in shown(app)
        await press(pilot, ["enter"], to="QuizScreen")
        await ready(pilot, "asking")
        assert "1/3" in shown(app)
        assert app.screen.session.question.id != skipped  # type: ignore[attr-defined]


async def test_last_scores_stand_beside_the_bank(data: Path) -> None:
    add_bank(data)
    async with studying(data, "text", size=LARGE) as (app, pilot):
        await answer(pilot, "granite")
        await press(pilot, ["escape"], to="HomeScreen")
        await looked(pilot)
        assert "Last sessions" in shown(app)
        assert "1 of 1 (100 %)" in shown(app)


async def test_a_session_that_waits_is_not_the_last(data: Path) -> None:
    add_bank(data)
    async with studying(data, "text", "number", size=LARGE) as (app, pilot):
        await answer(pilot, "7")
        await press(pilot, ["escape"], to="HomeScreen")
        await looked(pilot)
        assert "1 of 2 questions answered." in shown(app)
        assert "Last sessions" not in shown(app)


async def test_a_broken_bank_shows_its_problems_and_leaves_the_others_alone(data: Path) -> None:
    add_bank(data)
    (data / "banks" / "torn.toml").write_text(BROKEN)
    async with at_home(data) as (app, pilot):
        assert "A torn [bank]" in shown(app)
        assert "problems · Enter shows why" in shown(app)
        await press(pilot, ["down", "enter"], to="ProblemsScreen")
        assert "line 5" in shown(app)
        await press(pilot, ["escape"], to="HomeScreen")
        await press(pilot, ["up", "enter"], to="QuizScreen")
        await ready(pilot, "asking")


async def test_studying_a_broken_bank_shows_its_problems(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "torn.toml"
    path.write_text(BROKEN)
    app = program(data, bank=path)
    async with app.run_test(size=SMALL) as pilot:
        await on_page(pilot, "ProblemsScreen")
        assert "cannot be used as it is" in shown(app)
        path.write_text(BROKEN + 'kind = "text"\nprompt = "?"\nanswers = ["a"]\n')
        await press(pilot, ["r"], to="HomeScreen")


async def test_two_folders_with_one_id_are_told(data: Path, tmp_path: Path) -> None:
    add_bank(data)
    other = tmp_path / "questions" / "lighthouse"
    shutil.copytree(BANK, other)
    (other / "more.toml").write_text("")
    async with at_home(data) as (app, _pilot):
        assert "Two folders have a bank “lighthouse”" in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_store_that_cannot_be_used_is_said_in_plain_sight(
    data: Path, size: tuple[int, int]
) -> None:
    add_bank(data)
    (data / FILE).write_bytes(b"this is no database at all, but it is long enough")
    async with at_home(data, size=size) as (app, pilot):
        assert "You are studying without keeping scores." in shown(app)
        assert "not kept" in shown(app)
        await press(pilot, ["enter"], to="QuizScreen")
        await ready(pilot, "asking")
        assert "not kept" in shown(app)


async def test_a_try_keeps_nothing_and_says_so(data: Path) -> None:
    async with studying(data, "text", keep=False) as (app, pilot):
        assert "not kept" in shown(app)
        await answer(pilot, "granite")
    assert not data.exists()


async def test_a_bank_that_has_gone_is_said(data: Path, tmp_path: Path) -> None:
    app = program(data, bank=tmp_path / "nowhere.toml")
    async with app.run_test(size=SMALL) as pilot:
        await on_page(pilot, "ProblemsScreen")
        await press(pilot, ["escape"], to="HomeScreen")


async def test_escape_home_then_q_leaves(data: Path) -> None:
    async with studying(data, "text") as (app, pilot):
        await press(pilot, ["escape"], to="HomeScreen")
        assert isinstance(app.screen, HomeScreen)
        await looked(pilot)
        await pilot.press("q")
        await pilot.pause()
    assert app.return_code == 0


async def test_when_nothing_is_left_for_today_enter_asks_more_all_the_same(data: Path) -> None:
    request = SessionRequest(kinds=("text",))
    for _ in range(2):
        app = program(data, request=request)
        async with app.run_test(size=SMALL) as pilot:
            await ready(pilot)
            if "Done for today" in shown(app):
                await press(pilot, ["enter"], "asking")
            await answer(pilot, "granite")
            told = shown(app)
    assert "✓ Correct" in told
    assert "Done for today" not in told


async def test_a_session_that_cannot_be_read_is_named_and_not_offered(data: Path) -> None:
    moment = stamp(datetime.now(UTC))
    with open_store(data / FILE) as store:
        broken = session_row(learner="", plan="[[null]]", stamp=moment)
        store.add(broken)
        store.add(session_row(learner="", title="A sound one", stamp=moment))
    async with at_home(data, size=LARGE) as (app, _pilot):
        assert f"The session {broken.id[:8]} cannot be read: its 'plan'" in shown(app)
        assert shown(app).count("0 of 3 answered ·") == 1
        assert "A sound one" in shown(app)


async def test_what_home_does_not_list_waits_among_the_past_sessions(data: Path) -> None:
    add_bank(data)
    begun = Workspace(Launch(data, None, SessionRequest(), ""))
    bank = begun.bank(data / "banks" / "lighthouse")
    for number, kind in enumerate(["text", "number", "date", "text", "number", "exam"]):
        kinds = (kind,) if number else (kind, "number")
        request = SessionRequest(seed=1, kinds=kinds)
        if kind == "exam":
            request = SessionRequest(mode="exam", seed=1)
        sitting = begun.begin(bank, request)
        if number == 0:
            sitting.answer("granite", 5.0)
        sitting.recorder.flush()
        sitting.leave()
    begun.close()
    async with at_home(data, size=LARGE) as (app, pilot):
        top = [line for line in shown(app).splitlines() if " answered · " in line]
        assert ["exam" in line for line in top] == [True, False, False]
        assert "1 of 2 answered" in top[1]
        assert "0 of 1 answered" in top[2]
        assert "and 3 more: s Past sessions" in shown(app)
        offered = {command.title for command in app.get_system_commands(app.screen)}
        assert "Resume a session" in offered
        await press(pilot, ["s"], to="HistoryScreen")
        await until(pilot, lambda: "6 sessions" in shown(app))
        assert shown(app).count("r resumes it") == 6
        assert "r Resume" in shown(app).splitlines()[-1]
        await press(pilot, ["end", "enter"], to="ResponsesScreen")
        await press(pilot, ["escape", "up", "r"], to="QuizScreen")
        await ready(pilot, "asking")
        assert app.screen.session.question.kind == "number"  # type: ignore[attr-defined]


async def test_a_session_that_runs_elsewhere_is_not_begun_here(data: Path) -> None:
    add_bank(data)
    elsewhere = Workspace(Launch(data, None, SessionRequest(), ""))
    sitting = elsewhere.begin(elsewhere.bank(BANK), SessionRequest(seed=1))
    sitting.recorder.flush()
    async with at_home(data) as (app, pilot):
        await press(pilot, ["enter"], to="QuizScreen")
        await until(pilot, lambda: "is open in another quizapp" in shown(app))
        await press(pilot, ["escape"], to="HomeScreen")
    elsewhere.close()


# What is for today


async def test_a_newcomer_is_greeted_and_two_enters_lead_to_the_first_verdict(data: Path) -> None:
    add_bank(data)
    async with at_home(data) as (app, pilot):
        assert "Welcome." in shown(app)
        assert "10 new: about 4 minutes. Enter starts." in shown(app)
        await press(pilot, ["enter"], to="QuizScreen")
        await ready(pilot, "asking")
        assert "1/10" in shown(app)


async def test_home_says_what_was_done_this_week_and_opens_what_was_missed_most(data: Path) -> None:
    add_bank(data)
    async with studying(data, "text") as (app, pilot):
        await answer(pilot, "sandstone")
        await press(pilot, ["escape"], to="HomeScreen")
        await looked(pilot)
        assert "Last seven days   1 answer" in shown(app)
        assert "Missed most   m opens" in shown(app)
        assert "1×  Of what stone is the tower built?" in shown(app)
        assert "Welcome" not in shown(app)
        await press(pilot, ["m"], to="QuestionsScreen")
        await until(pilot, lambda: "Of what stone is the tower built?" in shown(app))
        assert "From how many nautical miles" not in shown(app)


async def test_home_points_after_a_session_at_the_bank_it_was_on(data: Path) -> None:
    path = add_bank(data)
    for name in ("aaa", "zzz"):
        about = shutil.copytree(path, data / "banks" / name) / "bank.toml"
        text = about.read_text("utf-8").replace('id = "lighthouse"', f'id = "{name}"', 1)
        about.write_text(text.replace('title = "', f'title = "{name} ', 1), "utf-8")
    request = SessionRequest(kinds=("text",), count=1)
    app = program(data, bank=data / "banks" / "zzz", request=request)
    async with app.run_test(size=SMALL) as pilot:
        await ready(pilot, "asking")
        await answer(pilot, "granite")
        await press(pilot, ["enter"], to="SummaryScreen")
        await press(pilot, ["enter"], to="HomeScreen")
        await looked(pilot)
        marked = [line for line in shown(app).splitlines() if "▸" in line]
        assert len(marked) == 1
        assert "▸ zzz" in marked[0]
        await press(pilot, ["up"])
        await until(pilot, lambda: "▸ zzz" not in shown(app) and "▸" in shown(app))


async def test_all_that_was_missed_is_one_key_from_home(data: Path) -> None:
    studied(data, 1, stone="x", range="1", paraffin="1900", duties="x", watches="x")
    async with at_home(data) as (app, pilot):
        assert "Missed most   m opens all 4" in shown(app)
        assert shown(app).count("×  ") == 3
        await press(pilot, ["m"], to="QuestionsScreen")
        await until(pilot, lambda: "4 questions" in shown(app))


async def test_a_bank_that_others_left_no_new_questions_is_not_said_to_be_done(data: Path) -> None:
    add_bank(data)
    about = data / "banks" / "lighthouse" / "bank.toml"
    about.write_text(about.read_text("utf-8").replace('id = "lighthouse"', 'id = "another"', 1))
    settings.save(data, {"new_a_day": 1})
    async with studying(data, request=SessionRequest(kinds=("text",))) as (app, pilot):
        await answer(pilot, "granite")
        await press(pilot, ["escape"], to="HomeScreen")
        await until(pilot, lambda: "new tomorrow" in shown(app))
        assert "done for today" not in shown(app)
        words = "New tomorrow: today's 1 new question is asked (over all banks). Enter asks"
        await until(pilot, lambda: words in " ".join(shown(app).split()))
        await press(pilot, ["o"], to="SessionOptionsSheet")
        assert "[10]" in shown(app)
        await press(pilot, ["enter"], to="QuizScreen")
        await ready(pilot, "asking")
        assert "1/10" in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_section_is_chosen_and_studied_alone(data: Path, size: tuple[int, int]) -> None:
    add_bank(data)
    async with at_home(data, size=size) as (app, pilot):
        assert "Sections of The lighthouse [/b] on the skerry" in shown(app)
        await press(pilot, ["right", "down", "enter"], to="QuizScreen")
        await ready(pilot, "asking")
        screen = app.screen
        assert isinstance(screen, QuizScreen)
        assert screen.session.request == SessionRequest(
            seed=screen.session.request.seed, sections=("Keeping it",)
        )


async def test_the_other_ways_are_for_the_section_that_is_pointed_at(data: Path) -> None:
    add_bank(data)
    async with at_home(data) as (app, pilot):
        await press(pilot, ["right", "o"], to="SessionOptionsSheet")
        await press(pilot, ["right", "right", "enter"], to="QuizScreen")
        await ready(pilot, "asking")
        screen = app.screen
        assert isinstance(screen, QuizScreen)
        assert screen.session.request.mode == "cram"
        assert screen.session.request.sections == ("Building it",)


async def test_the_clock_of_an_exam_runs_on_at_home(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_bank(data)
    request = SessionRequest(mode="exam", seed=1, minutes=20)
    begun = Workspace(Launch(data, None, SessionRequest(), ""))
    sitting = begun.begin(begun.bank(BANK), request)
    sitting.recorder.flush()
    begun.close()
    start = datetime.fromisoformat(sitting.recorder.row.stamp.at)
    later = [60.0]
    monkeypatch.setattr(timestamps, "now", lambda: start + timedelta(seconds=later[0]))
    async with at_home(data) as (app, pilot):
        assert "⚠ 19:00 left" in shown(app)
        assert "The clock runs on." in shown(app)
        later[0] = 600.0
        await until(pilot, lambda: "⚠ 10:00 left" in shown(app))
        later[0] = 1300.0
        await until(pilot, lambda: "the time is up" in shown(app))


async def test_home_opens_the_store_once_for_itself_and_once_for_each_bank(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from quizapp.store import sqlite

    add_bank(data)
    (data / "banks" / "torn.toml").write_text(BROKEN)
    opened: list[Path] = []
    usual = sqlite.open_store

    def counted(path: Path, *, write: bool = True, at_first: float | None = None) -> sqlite.Store:
        opened.append(path)
        return usual(path, write=write, at_first=at_first)

    monkeypatch.setattr(sqlite, "open_store", counted)
    async with at_home(data):
        pass
    assert len(opened) == 2


async def test_the_learners_copy_is_attached_from_home(data: Path, tmp_path: Path) -> None:
    add_bank(data)
    own = "Three keepers served at a time, and the fourth was ashore."
    about = data / "banks" / "lighthouse" / "bank.toml"
    about.write_text(about.read_text("utf-8") + f'fingerprint = "{fingerprint(own)}"\n', "utf-8")
    (tmp_path / "copy.txt").write_text(f"Keepers and lamps\n\n{own}\n", "utf-8")
    async with at_home(data, size=LARGE, notifications=True) as (app, pilot):
        assert "You see digests of the passages. a attaches" in shown(app)
        await press(pilot, ["a", *"nowhere.txt", "enter"])
        await until(pilot, lambda: "nowhere.txt" in shown(app))
        assert settings.read(data).copies == {}
        await press(pilot, ["a", *str(tmp_path / "copy.txt"), "enter"])
        await until(pilot, lambda: "1 of 1 passage recognised." in shown(app))
        assert settings.read(data).copies == {"lighthouse": tmp_path / "copy.txt"}
        await until(pilot, lambda: "You see digests" not in shown(app))


SECONDS = [
    (Today(12, 10), 22.0, "12 due, 10 new: about 8 minutes"),
    (Today(1, 0), 25.0, "1 due: about 1 minute"),
    (Today(0, 3), 25.0, "3 new: about 1 minute"),
    (Today(done="Done for today: nothing is due."), 25.0, "Done for today: nothing is due"),
]


@pytest.mark.parametrize(("today", "seconds", "said"), SECONDS)
def test_what_is_for_today_is_said_in_a_line(today: Today, seconds: float, said: str) -> None:
    assert in_words(today, seconds) == said


def test_the_pace_is_the_learners_own_once_ten_answers_tell() -> None:
    fields = dict.fromkeys(SessionScoreRow._fields, 0)
    row = SessionScoreRow(**fields)  # type: ignore[arg-type]
    assert pace([row._replace(answered=9, seconds=90.0)]) == READING + PER_ANSWER
    assert pace([row._replace(answered=10, seconds=100.0)]) == READING + 10.0
    latest, older = row._replace(answered=60, seconds=600.0), row._replace(answered=9, seconds=9e9)
    assert pace([latest, older]) == READING + 10.0
    assert pace([row._replace(answered=10, seconds=1e6)]) == READING + 120.0


def test_a_busy_day_stands_higher_and_an_idle_one_is_a_dot() -> None:
    told = home_text.week([("2026-11-28", 16), ("2026-11-29", 0), ("2026-11-30", 2)]).plain
    assert told.split("\n") == [
        "Last seven days   18 answers",
        "   ███   ·   ▁▁▁ ",
        "    16        2  ",
        "   Sat  Sun  Mon ",
    ]


async def test_the_palette_offers_what_the_keys_of_the_screen_do(data: Path) -> None:
    add_bank(data)
    async with at_home(data) as (app, pilot):
        offered = {title for title, *_ in app.get_system_commands(app.screen)}
        assert {"Other ways", "Sections", "Attach your copy", "Look again", "Settings"} <= offered
        await pilot.press("colon")
        await until(pilot, lambda: type(app.screen).__name__ == "CommandPalette")
        await pilot.press(*"other")
        await until(pilot, lambda: "On this screen: o" in shown(app))
        await pilot.press("enter")
        await on_page(pilot, "SessionOptionsSheet")


@pytest.mark.parametrize("no_colour", ["", "1"])
async def test_what_is_pointed_at_can_be_seen_without_colour(
    data: Path, no_colour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if no_colour:
        monkeypatch.setenv("NO_COLOR", no_colour)
    add_bank(data)
    async with at_home(data) as (app, _pilot):
        lines = [
            "".join(segment.text for segment in strip if segment.style and segment.style.underline)
            for strip in app.screen._compositor.render_strips()
        ]
        assert any("The lighthouse" in line for line in lines) == bool(no_colour)


async def test_prose_stays_within_eighty_columns_however_wide_the_terminal_is(data: Path) -> None:
    add_bank(data)
    (data / FILE).write_bytes(b"this is no database at all, but it is long enough")
    async with at_home(data, size=(200, 60)) as (app, pilot):
        assert "You are studying without keeping scores." in shown(app)
        for keys in ([], ["v"], ["down", "enter"]):
            await press(pilot, keys)
            await looked(pilot)
            for line in shown(app).splitlines()[1:-1]:
                assert all(len(part) <= 84 for part in line.strip().split("  ")), line


async def test_when_the_day_is_done_one_enter_at_home_asks_more(data: Path) -> None:
    add_bank(data)
    settings.save(data, {"new_a_day": 1})
    async with studying(data, request=SessionRequest(kinds=("text",))) as (app, pilot):
        await answer(pilot, "granite")
        await press(pilot, ["enter"], to="SummaryScreen")
        await press(pilot, ["escape"], to="HomeScreen")
        await looked(pilot)
        assert "Done for today" in shown(app)
        # Words that have come to need another line are laid out a moment after they are painted.
        await until(pilot, lambda: "Enter asks 1 more." in " ".join(shown(app).split()))
        await press(pilot, ["enter"], to="QuizScreen")
        await ready(pilot, "asking")
        assert "1/1" in shown(app)


async def test_questions_without_an_id_are_told_before_they_have_scores(data: Path) -> None:
    folder = data / "banks"
    folder.mkdir(parents=True)
    (folder / "bare.toml").write_text(
        'format = 1\n[bank]\nid = "bare"\ntitle = "Bare"\n'
        '[[question]]\nprompt = "P?"\nanswer = "a"\n'
    )
    async with at_home(data, size=LARGE) as (app, pilot):
        await until(pilot, lambda: "1 question has no id: reworded" in shown(app))
        assert "quizapp check --fix" in shown(app)
