"""Progress, certainty against what came of it, and their pictures."""

import pytest
from session.samples import bank, do, session_on, word

from quizapp.app.charts import bar, calibrated, columns, counts, heat
from quizapp.app.progress_text import blocks, headline
from quizapp.bank.model import Bank
from quizapp.planning.spaced_repetition import (
    AGAIN,
    GOOD,
    Memory,
    Review,
    after,
    day_number,
    interval_factor,
    recall,
)
from quizapp.report.calibration import calibration
from quizapp.report.learner_report import LearnerReport
from quizapp.report.progress import Mastery, growth, progress
from quizapp.session.begin import look_back
from quizapp.store.sqlite import Store, in_memory

TODAY = day_number("2024-05-01")


def known(recall: float, days: int = 9) -> Memory:
    """What was last asked so many days ago, and is this likely to be known today."""
    return Memory(TODAY - days, TODAY - days, days / interval_factor(recall), 5.0)


def two_sections() -> Bank:
    return bank(
        word("a", "p1", ("x",)), word("b", "p1", ("x",)), word("c", "p2", ("y",)), word("d", "p2")
    )


def played(*plays: tuple[str, ...], mode: str = "learn") -> Store:
    store = in_memory()
    for play in plays:
        session = session_on("abc", mode=mode, store=store)
        for what in play:
            do(session, what)
    return store


def test_what_is_known_by_section_and_objective() -> None:
    store = played(("right", "no", "half"), ("no", "right", "most"))
    memories = {"a": known(0.8), "b": known(0.95, 2), "c": known(0.5, 90)}
    done = progress(two_sections(), store, "ada", memories, TODAY)
    assert (done.questions, done.seen, done.known) == (4, 3, 2)
    first, second = done.sections
    assert (first.name, first.seen, first.known, first.lapses) == ("A", 2, 1, 1)
    assert (second.name, second.seen, second.known, second.questions) == ("B", 1, 1, 2)
    assert [part.name for part in done.objectives] == ["x", "y"]
    assert done.objectives[0].mastery == pytest.approx((0.8 + 0.95) / 2)
    assert done.mastery == pytest.approx((0.8 + 0.95 + 0.5) / 4)
    assert [day.due for day in done.forecast[:5]] == [2, 0, 0, 1, 0]
    assert done.forecast[0].day == "2024-05-01"
    assert [session.percent for session in done.sessions] == [50.0, 58.33]


def test_what_was_missed_today_is_not_told_as_known() -> None:
    missed, right = (
        after(None, Review(TODAY, rating))  # What was missed was shown just now.
        for rating in (AGAIN, GOOD)
    )
    assert recall(missed, TODAY) == recall(right, TODAY) == 1
    done = progress(
        two_sections(), played(("no", "right")), "ada", {"a": missed, "b": right}, TODAY
    )
    less, more = done.sections[0].mastery or 0, recall(right, TODAY + 1)
    assert less < more < 1
    assert less == pytest.approx(more / 2)


def test_another_learners_answers_are_not_mine() -> None:
    done = progress(two_sections(), played(("right",)), "bob")
    assert (done.seen, done.sessions) == (0, ())


def test_in_an_exam_the_last_answer_counts() -> None:
    store = played(("right",), mode="exam")
    assert progress(two_sections(), store, "ada").sections[0].last == "9"


def test_a_ruling_is_followed_and_its_undo_too() -> None:
    store = played(("no", "right"))
    before = progress(two_sections(), store, "ada")
    past = look_back(None, store, before.sessions[0].id)
    past.rule("right", past.state.responses[0].id)
    after = progress(two_sections(), store, "ada")
    assert (after.known, after.sections[0].known) == (before.known + 1, 2)
    assert (after.sections[1], after.calibration) == (before.sections[1], before.calibration)
    past.rule(None, past.state.responses[0].id)
    assert progress(two_sections(), store, "ada") == before


def test_a_question_that_was_renamed_keeps_its_history() -> None:
    renamed = bank(word("new", "p1", was=("a",)))
    assert progress(renamed, played(("right",)), "ada").known == 1


def test_certainty_as_stated_and_as_it_came_out() -> None:
    found = calibration([(1, 2, 1.0, 1.0), (3, 10, 9.0, 9.0)])
    assert [(level.certainty, level.observed) for level in found.levels] == [(1, 0.5), (3, 0.9)]
    assert found.accuracy == pytest.approx(10 / 12)
    # By hand: 2 * 0.5² + 9 * 0.1² + 1 * 0.9², over 12.
    assert found.brier == pytest.approx((0.5 + 0.09 + 0.81) / 12)


def test_nothing_stated_has_no_score() -> None:
    assert calibration([]) == ((), 0, None, None)


@pytest.mark.parametrize(
    ("share", "drawn"), [(0, "░░░░"), (0.01, "█░░░"), (0.99, "███░"), (1, "████")]
)
def test_a_bar_tells_a_little_from_nothing_and_nearly_from_all(share: float, drawn: str) -> None:
    assert bar(share, 4) == drawn


def test_no_picture_is_wider_than_a_terminal() -> None:
    found = calibration([(1, 200, 101.0, 101.0), (2, 10, 7.0, 7.0), (3, 1000, 900.0, 900.0)])
    assert "X" in calibrated(found)[-1]
    drawn = [
        *calibrated(found),
        *counts([("2024-05-01", 400), ("later", 0)]),
    ]
    drawn += columns([0.1, 1.0] * 80, 70)
    assert max(map(len, drawn)) <= 80


def test_columns_stand_on_a_line_beside_their_scale() -> None:
    assert columns([0.5, 1.0, 0.0], 4, high=2) == ["100 %│ █", "     │██▁", "  0 %└───"]
    assert columns([0.5, 1.0], 8, high=1) == ["100 %│▄▄▄ ███", "  0 %└────────"]


def test_all_of_it_in_lines_that_fit_a_terminal() -> None:
    whole = two_sections()._replace(objectives={"x": "A long title of an objective " * 4})
    store = played(("right", "no", "half"), ("no", "right", "most"))
    mine = LearnerReport(whole, progress(whole, store, "ada", {"a": known(0.8)}, TODAY))
    told = blocks(mine)
    assert [block.name for block in told] == ["sessions", "sections", "objectives", "forecast"]
    for wide in (34, 78, 120):
        fitted = blocks(mine, wide)
        lines = [line for block in fitted for line in (block.heading, *block.lines)]
        assert max(map(len, lines)) <= wide
    assert "2 of 4 questions known, 3 asked so far; 20 % likely known today." in headline(mine)
    (first, _) = told[1].lines
    assert first.split()[-4:] == ["1/2", "40", "%", "✗✓✓✗"] or first.split()[-1] == "1"


def test_mastery_grows_with_each_day_of_study_and_fades_until_today() -> None:
    store = played(("right", "no", "half"), ("right", "right", "right"))
    day = store.read("SELECT min(day) FROM response", {})[0][0]
    studied = day_number(day)
    now = growth(two_sections(), store, "ada", studied)
    later = growth(two_sections(), store, "ada", studied + 100)
    assert [each.day for each in now] == [day]
    assert later[0].day == day
    assert later[0] == now[0]
    assert 0 < later[-1].share < later[0].share < 3 / 4
    assert growth(two_sections(), store, "bob", studied) == ()


def test_a_chart_of_one_bar_takes_three_lines() -> None:
    done = progress(two_sections(), played(("right",)), "ada")
    report = LearnerReport(two_sections(), done, growth=(Mastery("2024-05-01", 0.5),))
    for block in blocks(report):
        if block.name in ("growth", "sessions"):
            assert len((block.heading, *block.lines)) == 3


def test_a_day_is_the_darker_the_more_was_answered() -> None:
    wednesday = day_number("2024-05-01")
    days = {"2024-05-01": 20, "2024-04-30": 4, "2024-04-24": 11, "2023-01-01": 99}
    lines = heat({day: n for day, n in days.items() if day > "2024"}, wednesday, weeks=2)
    assert lines == ["Mon  · ·", "Tue  · ░", "Wed  ▓ █", "Thu  ·", "Fri  ·", "Sat  ·", "Sun  ·"]
