"""How each question of a bank stands with a learner."""

from typing import NamedTuple

from quizapp.bank.model import Bank, sections
from quizapp.kinds.base import Question
from quizapp.planning.cards import learner_state
from quizapp.planning.request import USUAL, StudySettings
from quizapp.planning.spaced_repetition import due, likely_known
from quizapp.planning.timestamps import Clock, now
from quizapp.report.errors import errors_today
from quizapp.report.progress import LAST
from quizapp.store.history import trails
from quizapp.store.sqlite import Store


class Standing(NamedTuple):
    """A question with the shares of its last answers (digits 0 to 9, the newest last); how likely
    it is known now (0 until it was right at first asking), and the day (a number) on which it is
    due; None where it was never asked. `missed` is the day on which it was last missed at first
    asking, None for never, and `repeated` whether it was right since, as a repeat."""

    question: Question
    section: str
    last: str = ""
    known: float | None = None
    due: int | None = None
    missed: int | None = None
    repeated: bool = False


def standings(
    bank: Bank,
    store: Store | None,
    learner: str,
    settings: StudySettings = USUAL,
    clock: Clock = now,
) -> dict[str, Standing]:
    """How the questions stand, by their names, in the bank's order. Raises StoreError."""
    today = settings.day_of(clock())
    memories = learner_state(store, bank, learner, today).memories
    had = trails(store, bank.id, learner) if store is not None else {}
    section = sections(bank)
    missed: dict[str, str] = {}
    repeated: dict[str, str] = {}
    if store is not None:
        errors, _, repeated = errors_today(bank, store, learner)
        for each in errors:
            missed[each.question] = max(each.at, missed.get(each.question, ""))
    found = {}
    for one in bank.questions:
        last = "".join(had[name].shares for name in reversed(one.names) if name in had)[-LAST:]
        found[one.id] = Standing(one, section(one), last)
        memory = memories.get(one.id)
        if memory is not None:
            at = missed.get(one.id, "")
            found[one.id] = found[one.id]._replace(
                known=likely_known(memory, today),
                due=due(memory, settings.retention),
                missed=settings.day_of_kept(at) if at else None,
                repeated="" < at < repeated.get(one.id, ""),
            )
    return found
