"""A learner's days, through the session's own code, against fsrs alone."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from fsrs import Card as FsrsCard
from fsrs import Rating, Scheduler
from session.samples import bank, word

from quizapp.bank.model import Bank
from quizapp.planning import spaced_repetition
from quizapp.planning.cards import due_counts, learner_state, memories_of
from quizapp.planning.daily_plan import DoneForToday
from quizapp.planning.request import SessionRequest
from quizapp.planning.spaced_repetition import due
from quizapp.session.begin import begin
from quizapp.store.sqlite import Store, in_memory

START = datetime(2024, 5, 1, 18, 0, tzinfo=UTC)
RATED = {"right": Rating.Good, "slip": Rating.Good, "most": Rating.Hard, "wrong": Rating.Again}


class Alone:
    """The same learner with nothing but fsrs."""

    def __init__(self) -> None:
        self.scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
        self.cards: dict[str, FsrsCard] = {}

    def review(self, question: str, rated: Rating, day: date) -> None:
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
        card = self.cards.get(question) or FsrsCard(card_id=1, due=moment)
        self.cards[question], _ = self.scheduler.review_card(card, rated, moment)

    def due(self, day: date) -> set[str]:
        return {name for name, card in self.cards.items() if card.due.date() <= day}

    def recall(self, day: date) -> dict[str, float]:
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
        return {
            name: self.scheduler.get_card_retrievability(card, moment)
            for name, card in self.cards.items()
        }


def clock_of(moment: datetime) -> Callable[[], datetime]:
    """A clock that goes on by half a minute each time that it is looked at."""
    times = (moment + timedelta(seconds=30 * n) for n in range(10**6))
    return times.__next__


@pytest.fixture
def questions() -> Bank:
    return bank(*(word(f"q{n}", f"p{n % 5 + 1}") for n in range(150)))


def test_ninety_days_are_those_of_fsrs_to_the_card(questions: Bank) -> None:
    chance, alone = Random(1), Alone()
    with in_memory() as store:
        for ahead in range(90):
            moment = START + timedelta(days=ahead, minutes=chance.randrange(-300, 300))
            day = moment.date()
            if chance.random() < 0.15:
                continue
            wanted = alone.due(day)
            assert due_counts(store, "ada", clock_of(moment)).get("samples", 0) == len(wanted)
            study(store, questions, moment, chance, alone, wanted)
            found = memories_of(store, questions, "ada", clock_of(moment))
            recall = alone.recall(day)
            assert found.keys() == alone.cards.keys()
            for name, card in found.items():
                assert due(card) == alone.cards[name].due.toordinal()
                assert card.stability == alone.cards[name].stability
                assert card.difficulty == alone.cards[name].difficulty
                known = spaced_repetition.recall(card, day.toordinal())
                assert known == pytest.approx(recall[name], abs=1e-12)
    assert len(alone.cards) == 150


def study(
    store: Store,
    questions: Bank,
    moment: datetime,
    chance: Random,
    alone: Alone,
    wanted: set[str],
) -> None:
    """A day's session to its end; what counts of it goes to fsrs alone too."""
    new = min(10, 150 - len(alone.cards))
    try:
        session = begin(questions, store, SessionRequest(), "ada", clock_of(moment))
    except DoneForToday:
        assert not wanted
        assert not new
        return
    asked = [planned.question for planned in session.state.plan]
    assert set(asked[: len(wanted)]) == wanted
    assert len(asked) == len(wanted) + new
    while (turn := session.turn) is not None:
        response = chance.choice(["right", "right", "right", "slip", "most", "wrong"])
        rated = RATED[response]
        if not turn.retry and chance.random() < 0.05:
            session.hint()
            rated = Rating.Again
        certainty = chance.choice([None, 1, 2, 3])
        session.answer(response, 5.0, certainty)
        if rated is Rating.Good and certainty == 3:
            rated = Rating.Easy
        if not turn.retry:
            if rated is Rating.Again and response == "wrong" and chance.random() < 0.3:
                session.rule("right")
                rated = Rating.Easy if certainty == 3 else Rating.Good
                if turn.question in session.state.hinted:
                    rated = Rating.Again
            alone.review(turn.question, rated, moment.date())
    session.finish()


# What else may happen to a history


def kept(store: Store, questions: Bank, responses: str, moment: datetime) -> None:
    """A session of one response, to the question that the first word names."""
    name, *doings = responses.split()
    session = begin(questions, store, SessionRequest(questions=(name,)), "ada", clock_of(moment))
    for what in doings:
        if what in ("void", "right!", "wrong!"):
            session.rule(what.strip("!"))  # type: ignore[arg-type]
        else:
            session.answer(what, 1.0)


def due_days(store: Store, questions: Bank, moment: datetime = START) -> dict[str, int]:
    """In how many days from START each question is due."""
    found = memories_of(store, questions, "ada", clock_of(moment))
    return {name: due(memory) - START.toordinal() for name, memory in found.items()}


def test_a_ruling_and_its_undoing_repair_the_card() -> None:
    questions = bank(word("a"), word("b"))
    with in_memory() as store:
        session = begin(questions, store, SessionRequest(questions=("a",)), "ada", clock_of(START))
        session.answer("wrong", 1.0)
        assert due_days(store, questions) == {"a": 1}
        session.rule("right")
        assert due_days(store, questions) == {"a": 2}
        session.undo()
        assert due_days(store, questions) == {"a": 1}
        session.rule("void")
        assert due_days(store, questions) == {}


def test_a_renamed_question_keeps_its_card_and_a_deleted_one_is_not_due() -> None:
    later = START + timedelta(days=30)
    with in_memory() as store:
        kept(store, bank(word("a"), word("b")), "a right", START)
        kept(store, bank(word("a"), word("b")), "b right", START)
        assert due_counts(store, "ada", clock_of(later)) == {"samples": 2}
        renamed = bank(word("new", was=("a",)))
        assert due_days(store, renamed) == {"new": 2}
        assert due_counts(store, "ada", clock_of(later)) == {"samples": 1}
        kept(store, renamed, "new right", START + timedelta(days=2))
        assert due_days(store, renamed, later) == {"new": 13}
        parted = bank(word("a"), word("b"), word("new"))
        assert due_days(store, parted, later) == {"a": 2, "b": 2, "new": 4}


def test_a_kind_that_changed_keeps_the_card() -> None:
    from session.samples import Other

    with in_memory() as store:
        kept(store, bank(word("a")), "a right", START)
        assert due_days(store, bank(Other(id="a", prompt="a?"))) == {"a": 2}


def test_a_clock_that_ran_ahead_and_went_back_loses_nothing_for_good() -> None:
    questions = bank(word("a"))
    with in_memory() as store:
        kept(store, questions, "a right", START + timedelta(days=400))
        assert due_days(store, questions) == {}
        kept(store, questions, "a right", START)
        assert due_days(store, questions) == {"a": 2}
        assert due_days(store, questions, START + timedelta(days=400))["a"] > 402


def test_across_the_end_of_a_day_each_response_has_its_own() -> None:
    questions = bank(word("a"), word("b"))
    with in_memory() as store:
        late = START.replace(hour=3, minute=59) + timedelta(days=1)
        times = iter([late, late, late, late + timedelta(minutes=5), late + timedelta(minutes=5)])
        session = begin(questions, store, SessionRequest(seed=1), "ada", times.__next__)
        first, second = (planned.question for planned in session.state.plan)
        session.answer("right", 1.0)
        session.clock = clock_of(late + timedelta(minutes=5))
        session.answer("right", 1.0)
        assert due_days(store, questions) == {first: 2, second: 3}


def test_cram_and_read_change_no_schedule() -> None:
    questions = bank(word("a"))
    with in_memory() as store:
        session = begin(questions, store, SessionRequest(mode="cram"), "ada", clock_of(START))
        session.answer("right", 1.0)
        assert due_days(store, questions) == {}


def test_cards_that_were_dropped_are_made_anew(questions: Bank) -> None:
    with in_memory() as store:
        kept(store, questions, "q1 right", START)
        before = due_days(store, questions)
        for table in ("card", "card_name", "card_mark"):
            store._connection.execute(f"DROP TABLE {table}")
        assert due_days(store, questions) == before == {"q1": 2}


def test_a_store_that_is_only_read_gives_the_same(questions: Bank) -> None:
    with in_memory() as store:
        kept(store, questions, "q1 right", START)
        store._connection.execute("PRAGMA query_only = ON")
        assert due_days(store, questions) == {"q1": 2}
        assert learner_state(store, questions, "ada", START.toordinal()).begun == 1
