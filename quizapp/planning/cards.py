"""What a learner remembers, from the cards of the store, which are first brought up to date."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from quizapp.bank.model import Bank
from quizapp.planning import spaced_repetition
from quizapp.planning.request import USUAL, StudySettings
from quizapp.planning.spaced_repetition import Memory
from quizapp.planning.timestamps import Clock, now
from quizapp.store.errors import StoreError
from quizapp.store.rows import CardRow, ReviewRow

if TYPE_CHECKING:
    from quizapp.store.cards import Name
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


def memories_of(
    store: "Store", bank: "Bank", learner: str, clock: Clock = now, settings: StudySettings = USUAL
) -> Mapping[str, Memory]:
    """What the learner remembers today of the bank's questions, by their names of today.

    Questions that were never answered have no memory. Raises StoreError.
    """
    return learner_state(store, bank, learner, settings.day_of(clock())).memories


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
    if not update_cards(store, None, today):
        return {}
    return cards.due(store, learner, today, spaced_repetition.interval_factor(settings.retention))


def update_cards(store: "Store", bank: "Bank | None", today: int) -> bool:
    """Have the cards reflect all that is kept, and the names of the bank's questions, if given:
    where one has another name than before, all cards are made anew.

    False if they cannot be kept (a store that is only read, or held by another program).
    """
    from quizapp.store import cards

    held, newest = cards.held(store), cards.newest(store)
    names = known = cards.names(store) if held is not None else {}
    if bank is not None:
        names = {key: new for key, new in known.items() if key[0] != bank.id} | _renamed(bank)
    # The day may have come of what a clock ran ahead to record.
    if held is not None and (0 < held.ahead <= today + 1 or names != known):
        held = None
    if held is not None and held.mark == newest:
        return True
    try:
        wanted = None
        if held is None:
            rows = cards.all_reviews(store)
        else:
            wanted = _by_every_name(cards.touched(store, held.mark), names)
            rows = cards.reviews_of(store, {question for _, _, question in wanted})
        made, ahead = _made(rows, names, wanted, today)
        waiting = [day for day in (ahead, held.ahead if held else 0) if day]
        after = cards.Held(newest, min(waiting, default=0))
        gone = (wanted or set()) - {(card.learner, card.bank, card.question) for card in made}
        cards.keep(store, held, after, made, gone, names if held is None else None)
    except StoreError:
        return False
    return True


def _by_every_name(answered: "Iterable[Name]", names: Mapping[tuple[str, str], str]) -> "set[Name]":
    """What was answered, by every name that its questions have had."""
    had: dict[tuple[str, str], list[str]] = {}
    for (bank, old), new in names.items():
        had.setdefault((bank, new), []).append(old)
    found: set[Name] = set()
    for learner, bank, question in answered:
        today = names.get((bank, question), question)
        found.update((learner, bank, name) for name in (today, *had.get((bank, today), ())))
    return found


def _made(
    rows: "Iterable[ReviewRow]",
    names: Mapping[tuple[str, str], str],
    wanted: "Collection[Name] | None",
    today: int,
) -> "tuple[list[CardRow], int]":
    """The cards that the rows (by learner, bank and question) make, and the first day ahead."""
    by_name: dict[Name, list[ReviewRow]] = {}
    for name, group in groupby(rows, key=lambda row: row[:3]):
        if wanted is None or name in wanted:
            learner, bank, question = name
            question = names.get((bank, question), question)
            by_name.setdefault((learner, bank, question), []).extend(group)
    made = []
    for name, mine in by_name.items():
        memory = spaced_repetition.remembered(spaced_repetition.reviews(mine, today))
        if memory is not None:
            made.append(CardRow._make((*name, True, *memory)))
    last_day = spaced_repetition.iso_day(today + 1)
    late = [row.day for mine in by_name.values() for row in mine if row.day > last_day]
    return made, spaced_repetition.day_number(min(late)) if late else 0


def _replayed(store: "Store", bank: "Bank", learner: str, today: int) -> LearnerState:
    """The same from the responses alone; `begun` then counts questions of this bank only."""
    from quizapp.store.cards import reviews_of_bank

    made, _ = _made(reviews_of_bank(store, learner, bank.id), _renamed(bank), None, today)
    here = {question.id for question in bank.questions}
    memories = {card.question: Memory._make(card[4:]) for card in made if card.question in here}
    return LearnerState(today, memories, sum(memory.first == today for memory in memories.values()))


def _renamed(bank: "Bank") -> dict[tuple[str, str], str]:
    """Today's names of the bank's questions, by the bank and their old names."""
    asked = (*bank.questions, *bank.drafts)
    here = {question.id for question in asked}
    return {(bank.id, old): question.id
            for question in asked for old in question.was if old not in here}  # fmt: skip
