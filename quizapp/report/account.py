"""All that is told of one learner and one bank, gathered."""

from typing import NamedTuple

from quizapp.bank.model import Bank
from quizapp.report.changed import changed
from quizapp.report.confused import Confused, confused
from quizapp.report.progress import Progress, progress
from quizapp.session.memory import cards_of
from quizapp.session.times import Clock, now
from quizapp.session.wish import USUAL, Habits
from quizapp.store.sqlite import Store


class Account(NamedTuple):
    """A learner's progress on a bank, the pairs confused, and the questions that have changed."""

    bank: Bank
    done: Progress
    pairs: tuple[Confused, ...] = ()
    changed: tuple[str, ...] = ()


def account(
    bank: Bank, store: Store, learner: str, habits: Habits = USUAL, clock: Clock = now
) -> Account:
    """The learner's account on the bank, as of today. Raises StoreError."""
    cards = cards_of(store, bank, learner, clock, habits)
    return Account(
        bank,
        progress(bank, store, learner, cards, clock().toordinal()),
        confused(bank, store, learner),
        changed(bank, store, learner),
    )
