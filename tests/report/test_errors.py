"""A learner's own errors: beside the evidence, as pairs, and on questions that have changed."""

from datetime import date
from pathlib import Path

from session.samples import bank as samples
from session.samples import do, session_on, word
from store.samples import response_row, session_row

from quizapp.app.markdown_pages import missed_page
from quizapp.app.progress_text import blocks
from quizapp.bank.model import Bank, Passage, content_digest
from quizapp.kinds.base import Support
from quizapp.kinds.date import Date
from quizapp.kinds.text import Text
from quizapp.planning.request import USUAL
from quizapp.report.errors import (
    Confused,
    Missed,
    OftenMissed,
    by_day,
    confused,
    drill,
    missed,
    often_missed,
)
from quizapp.report.learner_report import LearnerReport
from quizapp.report.progress import progress
from quizapp.report.regrade import changed
from quizapp.report.standing import standings
from quizapp.session.begin import look_back
from quizapp.store.history import trails
from quizapp.store.sqlite import Store, in_memory
from quizapp.tui.screens.questions import standing_words

DAY = "2024-05-{:02}T12:00:00.000000Z"


def text(name: str, *answers: str, **fields: object) -> Text:
    return Text(id=name, prompt=f"What is {name}?", answers=answers, **fields)  # type: ignore[arg-type]


def tides(*questions: Text) -> Bank:
    sea = Passage(
        id="p1", section="The *sea*", paragraph=1, digest="Spring tides come at new moon."
    )
    return Bank("samples", "Tides", Path("tides.toml"), "sha256:today", questions, (sea,))


SPRING = text("spring", "spring tide", support=(Support(passage="p1", evidence=("new moon",)),))
NEAP = text("neap", "neap tide", "neaps", was=("nip",))


def said(store: Store, day: int, *answers: tuple[str, str, float], **fields: object) -> str:
    """A session on that day of May: to each question a response and what it was worth."""
    session = session_row()
    stamp = session.stamp._replace(at=DAY.format(day))
    rows = [
        response_row(
            session,
            words,
            question=name,
            score=score,
            outcome="correct" if score == 1 else "wrong",
            stamp=stamp,
            **fields,
        )
        for name, words, score in answers
    ]
    store.add(session._replace(stamp=stamp), *rows)
    return session.id


def test_what_was_missed_the_last_time_stands_beside_the_evidence() -> None:
    store = in_memory()
    said(store, 1, ("spring", "neap tide", 0.0), ("neap", "ebb", 0.0))
    said(store, 2, ("neap", "neaps", 1.0))
    found = missed(tides(SPRING, NEAP), store, "ada")
    assert found == (
        Missed(
            "samples", "spring", "The *sea*", "What is spring?", "neap tide", "wrong",
            "spring tide", ("new moon",),
        ),
    )  # fmt: skip
    assert missed(tides(SPRING, NEAP), store, "bob") == ()


def test_misses_are_counted_at_first_asking_as_the_signs_of_the_question_are() -> None:
    store, bank = in_memory(), tides(SPRING, NEAP)
    said(store, 1, ("spring", "neap tide", 0.0))
    said(store, 1, ("spring", "neap tide", 0.0), again=True)
    said(store, 2, ("spring", "", 0.0))
    assert often_missed(bank, store, "ada") == (
        OftenMissed("spring", "What is spring?", 2, DAY.format(2)),
    )
    assert [pair.times for pair in confused(bank, store, "ada")] == [1]
    assert trails(store, bank.id, "ada")["spring"].shares == "00"


def test_what_is_known_since_it_was_renamed_is_no_longer_missed_often() -> None:
    store, bank = in_memory(), tides(SPRING, NEAP)
    said(store, 1, ("nip", "", 0.0))
    assert [each.question for each in often_missed(bank, store, "ada")] == ["neap"]
    said(store, 2, ("neap", "neap tide", 1.0))
    assert often_missed(bank, store, "ada") == ()


def test_a_question_says_when_it_was_missed_and_whether_it_was_right_since() -> None:
    store, bank = in_memory(), tides(SPRING, NEAP)
    said(store, 1, ("spring", "neap tide", 0.0), ("nip", "ebb", 0.0))
    said(store, 2, ("spring", "spring tide", 1.0), again=True)
    found = standings(bank, store, "ada")
    first = date(2024, 5, 1).toordinal()
    assert found["spring"].missed == found["neap"].missed == first
    assert found["spring"].repeated
    assert not found["neap"].repeated
    words = standing_words(found["spring"], first + 1).plain
    assert "missed yesterday, right since, not at first try" in words
    words = standing_words(found["neap"], first + 8).plain
    assert "missed on 1 May, not right yet" in words
    said(store, 3, ("spring", "ebb", 0.0))
    assert not standings(bank, store, "ada")["spring"].repeated


def test_what_was_missed_on_a_day_stands_together_the_latest_day_first() -> None:
    store, bank = in_memory(), tides(SPRING, NEAP, text("ebb", "ebb"))
    said(store, 1, ("spring", "", 0.0), ("neap", "", 0.0))
    said(store, 2, ("neap", "", 0.0), ("ebb", "", 0.0))
    said(store, 3, ("spring", "", 0.0))
    said(store, 4, ("ebb", "", 0.0))
    found = often_missed(bank, store, "ada")
    assert by_day(found, USUAL) == ("ebb", "spring", "neap")
    said(store, 4, ("neap", "", 0.0))
    assert by_day(often_missed(bank, store, "ada"), USUAL) == ("neap", "ebb", "spring")


def test_the_page_says_words_as_they_stand() -> None:
    store = in_memory()
    said(store, 1, ("spring", "<b>*neap*</b>", 0.0), ("neap", "", 0.0))
    told = missed_page(tides(SPRING, NEAP), missed(tides(SPRING, NEAP), store, "ada"))
    assert told.splitlines() == [
        "# Tides: what to go over",
        "",
        r"## The \*sea\*",
        "",
        "**What is spring?**",
        "",
        r"- you: \<b\>\*neap\*\</b\>",
        "- answer: **spring tide**",
        "- evidence: “new moon”",
        "",
        "**What is neap?**",
        "",
        "- you: I don't know",
        "- answer: **neap tide**",
    ]


def test_a_page_of_nothing_says_so() -> None:
    assert "was right the last time" in missed_page(tides(SPRING), ())


def test_a_ruling_takes_an_error_off_the_page() -> None:
    store = in_memory()
    past = look_back(None, store, said(store, 1, ("spring", "syzygy tide", 0.0)))
    past.rule("right", past.state.responses[0].id)
    assert missed(tides(SPRING), store, "ada") == ()


def test_an_answer_that_belongs_to_another_question_makes_a_pair() -> None:
    store = in_memory()
    said(store, 1, ("spring", "Neaps.", 0.0), ("neap", "ebb", 0.0))
    said(store, 2, ("spring", "neap tide", 0.0), ("nip", "spring tide", 0.0))
    found = confused(tides(SPRING, NEAP), store, "ada")
    assert found == (
        Confused("spring", "neap", "neap tide", 2),
        Confused("neap", "spring", "spring tide", 1),
    )
    assert drill(found) == ("spring", "neap")
    assert confused(tides(SPRING, NEAP), store, "bob") == ()


def test_a_year_is_not_confused_with_a_name() -> None:
    store = in_memory()
    year = Date(id="year", prompt="In which year?", answer="1687")
    gap = text("gap", "1687")
    said(store, 1, ("year", "neap tide", 0.0), ("spring", "1687", 0.0))
    assert confused(tides(year, SPRING, NEAP), store, "ada") == ()  # type: ignore[arg-type]
    said(store, 2, ("gap", "1690", 0.0))
    other = Date(id="other", prompt="In which other?", answer="1690")
    (pair,) = confused(tides(gap, other, NEAP), store, "ada")  # type: ignore[arg-type]
    assert (pair.question, pair.other) == ("gap", "other")


def test_no_pair_tells_the_answer_to_what_is_due_or_was_never_asked() -> None:
    bank = tides(SPRING, NEAP)
    pairs = (Confused("spring", "neap", "neap tide", 1),)
    for due, shown in (
        ({}, False),
        ({"neap": 9}, False),
        ({"neap": 10}, False),
        ({"neap": 11}, True),
    ):
        report = LearnerReport(
            bank, progress(bank, in_memory(), "ada", {}, 10), pairs, today=10, due=due
        )
        told = [line for block in blocks(report, 70) for line in block.lines]
        assert any("neap tide" in line for line in told) == shown
        assert ("1 pair with an answer that you are still to give" in told) != shown


def test_a_pair_is_let_go_once_both_are_known() -> None:
    store, bank = in_memory(), tides(SPRING, NEAP)
    said(store, 1, ("spring", "neaps", 0.0))
    said(store, 2, ("spring", "spring tide", 1.0))
    assert confused(bank, store, "ada")
    said(store, 2, ("neap", "neaps", 1.0), again=True)
    assert confused(bank, store, "ada")
    said(store, 3, ("neap", "neaps", 1.0))
    assert confused(bank, store, "ada") == ()
    said(store, 4, ("neap", "spring tide", 0.0))
    assert drill(confused(bank, store, "ada")) == ("neap", "spring")


def test_what_fits_many_questions_or_is_sent_by_mistake_tells_nothing() -> None:
    store = in_memory()
    bank = tides(text("one", "1"), text("two", "2"), SPRING, NEAP)
    past = look_back(None, store, said(store, 1, ("one", "2", 0.0), ("spring", "neaps", 0.0)))
    past.rule("void", past.state.responses[1].id)
    assert confused(bank, store, "ada") == ()


def test_of_several_questions_the_nearest_is_meant() -> None:
    store = in_memory()
    far = text("far", "neaps")
    said(store, 1, ("spring", "neaps", 0.0))
    bank = tides(far, text("x", "xxx"), text("y", "yyy"), SPRING, NEAP)
    assert [pair.other for pair in confused(bank, store, "ada")] == ["neap"]


def test_a_question_that_says_something_else_now_is_marked() -> None:
    store = in_memory()
    session = session_on("ab", store=store)
    do(session, "right")
    do(session, "right")
    same = samples(word("a"), word("b"), digest="sha256:today")
    assert changed(same, store, "ada") == ()
    other = samples(word("a", prompt="Another?"), word("b"), word("c"), digest="sha256:today")
    assert changed(other, store, "ada") == ("a",)
    assert changed(other._replace(digest=session.recorder.row.digest), store, "ada") == ()
    renamed = samples(word("new", was=("a",)), word("b"), digest="sha256:today")
    assert changed(renamed, store, "ada") == ("new",)


def test_a_question_answered_since_it_changed_is_not_marked() -> None:
    store = in_memory()
    other = tides(SPRING)
    said(store, 1, ("spring", "no", 0.0), digest="before", bank_digest="before")
    assert changed(other, store, "ada") == ("spring",)
    said(store, 2, ("spring", "no", 0.0), digest=content_digest(SPRING), bank_digest=other.digest)
    assert changed(other, store, "ada") == ()
