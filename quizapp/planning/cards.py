"""What a learner remembers, from the cards of the store, which are first brought up to date."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from quizapp.bank.model import Bank
from quizapp.planning import spaced_repetition
from quizapp.planning.request import USUAL, StudySettings
from quizapp.planning.spaced_repetition import Card, Memory
from quizapp.planning.timestamps import Clock, now
from quizapp.store.errors import StoreError
from quizapp.store.rows import CardRow, ReviewRow

if TYPE_CHECKING:
    from quizapp.store.cards import Mark, Name
    from quizapp.store.sqlite import Store


class LearnerState(NamedTuple):
    """What a learner's history says for the day `today` (a number, as `date.toordinal` counts).

    `memories` are those of the bank's questions that have one, by their names of today; `begun`
    is how many questions of any bank were met for the first time today.
    """

    today: int
    memories: Mapping[str, Memory] = {}
    begun: int = 0


def learner_state(store: "Store | None", bank: "Bank", learner: str, today: int) -> LearnerState:
    """What the learner remembers of the bank. Raises StoreError if the history cannot be read."""
    if store is None:
        return LearnerState(today)
    here = {question.id for question in bank.questions}
    if not update_cards(store, bank, today):
        return _replayed(store, bank, learner, today)
    from quizapp.store import cards

    found = cards.of_bank(store, learner, bank.id)
    asked = {name: name in here for name, asked, *_ in found if asked != (name in here)}
    if asked:
        with suppress(StoreError):  # It can be noted another time as well.
            cards.set_asked(store, learner, bank.id, asked)
    memories = {name: Memory._make(rest) for name, _, *rest in found if name in here}
    return LearnerState(today, memories, cards.begun(store, learner, today))


def update_cards(store: "Store", bank: "Bank", today: int) -> bool:
    """Have the cards reflect all that is kept; False if they cannot be kept."""
    return bring_up_to_date(store, today, bank.id, _renamed(bank))


def cards_of(
    store: "Store",
    bank: "Bank",
    learner: str,
    clock: Clock = now,
    settings: StudySettings = USUAL,
) -> "dict[str, Card]":
    """The state today of the learner's questions of the bank, by their names of today.

    Questions that were never answered have no card. Raises StoreError.
    """
    today = settings.day_of(clock())
    memories = learner_state(store, bank, learner, today).memories
    return {
        name: spaced_repetition.card(memory, today, settings.retention)
        for name, memory in memories.items()
    }


def due_day(
    store: "Store",
    bank: "Bank",
    learner: str,
    names: Collection[str],
    today: int,
    settings: StudySettings = USUAL,
    by: int | None = None,
) -> int | None:
    """The day on which the question of these names comes back by its responses so far, before the
    day `by` of an examination; None where none counts. Only reads. Raises StoreError."""
    from quizapp.store.cards import reviews_of

    rows = (
        row for row in reviews_of(store, names) if (row.learner, row.bank) == (learner, bank.id)
    )
    memory = spaced_repetition.remembered(spaced_repetition.reviews(rows, today))
    return spaced_repetition.due(memory, settings.retention, by) if memory is not None else None


def due_counts(
    store: "Store", learner: str, clock: Clock = now, settings: StudySettings = USUAL
) -> dict[str, int]:
    """How many questions of each bank (by its id) are due today; banks without any are left out.

    Reads no bank: that a question is gone is noted when its bank is studied next.
    Raises StoreError.
    """
    from quizapp.store import cards

    today = settings.day_of(clock())
    if not bring_up_to_date(store, today):
        return {}
    return cards.due(store, learner, today, spaced_repetition.interval_factor(settings.retention))


def bring_up_to_date(
    store: "Store", today: int, bank: str = "", renamed: Mapping[str, str] | None = None
) -> bool:
    """Have the cards reflect all that is kept, and the names of a bank's questions, if given.

    False if they cannot be kept (a store that is only read, or held by another program).
    """
    from quizapp.store import cards

    held, newest = cards.held(store), cards.newest(store)
    if held is not None and held.ahead and held.ahead <= today + 1:
        held = None  # The day has come of what a clock ran ahead to record.
    names = cards.names(store) if held is not None else {}
    changed: set[str] = set()
    if renamed is not None:
        before = {old: new for (of, old), new in names.items() if of == bank}
        changed = _changed(before, renamed)
        names = {key: new for key, new in names.items() if key[0] != bank}
        names |= {(bank, old): new for old, new in renamed.items()}
    if held is not None and held.mark == newest and not changed:
        return True
    try:
        if held is None:
            rows, wanted = cards.all_reviews(store), None
        else:
            wanted = _stale(store, held.mark, bank, changed, names)
            rows = cards.reviews_of(store, {question for _, _, question in wanted})
        made, ahead = _made(rows, names, wanted, today)
        waiting = [day for day in (ahead, held.ahead if held else 0) if day]
        after = cards.Held(newest, min(waiting, default=0))
        gone = (wanted or set()) - {(card.learner, card.bank, card.question) for card in made}
        cards.keep(store, held, after, made, gone, names if changed or held is None else None)
    except StoreError:
        return False
    return True


def _changed(before: Mapping[str, str], renamed: Mapping[str, str]) -> set[str]:
    """All names, old and new, of the questions whose name of today is another than before."""
    return {
        name
        for old in before.keys() | renamed.keys()
        if before.get(old) != renamed.get(old)
        for name in (old, before.get(old), renamed.get(old))
        if name
    }


def _stale(
    store: "Store",
    since: "Mark",
    bank: str,
    changed: set[str],
    names: Mapping[tuple[str, str], str],
) -> "set[Name]":
    """The cards to make anew: of what was answered since, or renamed, by every name it has had."""
    from quizapp.store import cards

    learners = cards.answerers(store, bank, changed) if changed else ()
    wanted = {(learner, bank, name) for learner in learners for name in changed}
    wanted.update(cards.touched(store, since))
    had: dict[tuple[str, str], list[str]] = {}
    for (bank, old), new in names.items():
        had.setdefault((bank, new), []).append(old)
    for learner, bank, question in list(wanted):
        today = names.get((bank, question), question)
        for name in (today, *had.get((bank, today), ())):
            wanted.add((learner, bank, name))
    return wanted


def _made(
    rows: "Iterable[ReviewRow]",
    names: Mapping[tuple[str, str], str],
    wanted: "Collection[Name] | None",
    today: int,
) -> "tuple[list[CardRow], int]":
    """The cards that the rows (by learner, bank and question) make, and the first day ahead."""
    several = {(bank, new) for (bank, _), new in names.items()}
    merged: dict[Name, list[ReviewRow]] = {}
    made: list[CardRow] = []
    last_day = spaced_repetition.iso_day(today + 1)
    ahead = ""

    def add(name: "Name", mine: "list[ReviewRow]") -> None:
        nonlocal ahead
        for row in mine:
            if row.day > last_day and (not ahead or row.day < ahead):
                ahead = row.day
        memory = spaced_repetition.remembered(spaced_repetition.reviews(mine, today))
        if memory is not None:
            made.append(CardRow._make((*name, True, *memory)))

    for name, group in groupby(rows, key=lambda row: row[:3]):
        if wanted is not None and name not in wanted:
            continue
        learner, bank, question = name
        question = names.get((bank, question), question)
        if (bank, question) in several:
            merged.setdefault((learner, bank, question), []).extend(group)
        else:
            add((learner, bank, question), list(group))
    for name, mine in merged.items():
        add(name, mine)
    return made, spaced_repetition.day_number(ahead) if ahead else 0


def _replayed(store: "Store", bank: "Bank", learner: str, today: int) -> LearnerState:
    """The same from the responses alone; `begun` then counts questions of this bank only."""
    from quizapp.store.cards import reviews_of_bank

    names = {(bank.id, old): new for old, new in _renamed(bank).items()}
    made, _ = _made(reviews_of_bank(store, learner, bank.id), names, None, today)
    here = {question.id for question in bank.questions}
    memories = {card.question: Memory._make(card[4:]) for card in made if card.question in here}
    return LearnerState(today, memories, sum(memory.first == today for memory in memories.values()))


def _renamed(bank: "Bank") -> dict[str, str]:
    """Today's names of the bank's questions by their old ones."""
    asked = (*bank.questions, *bank.drafts)
    named = [question for question in asked if question.was]
    here = {question.id for question in asked} if named else set()
    return {old: question.id for question in named for old in question.was if old not in here}
