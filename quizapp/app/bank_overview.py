"""What home says of a bank once it was looked into: what is for today, how it stands, what was
missed; each is read once."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from quizapp.app.formatting import count
from quizapp.app.workspace import Workspace
from quizapp.bank.ids import without_id
from quizapp.bank.model import Bank, Paper, sections
from quizapp.kinds.base import Question
from quizapp.planning.cards import LearnerState, learner_state
from quizapp.planning.daily_plan import DoneForToday, draw
from quizapp.planning.plan import NothingToAsk
from quizapp.planning.request import SessionRequest
from quizapp.planning.spaced_repetition import due
from quizapp.report.errors import OftenMissed, often_missed
from quizapp.report.progress import mastery
from quizapp.report.regrade import Change, changed, outdated
from quizapp.store.errors import StoreError


class Today(NamedTuple):
    """What the usual session asks: questions that are `due`, and `new` ones.

    `done` says in a sentence why it asks nothing, "" where it asks something; `more` is how many
    can be had all the same. `untouched` says that nothing of the bank was asked so far, since other
    banks had today's new questions.
    """

    due: int = 0
    new: int = 0
    done: str = ""
    more: int = 0
    untouched: bool = False

    @property
    def asked(self) -> int:
        """How many questions that makes."""
        return self.due + self.new

    @property
    def parts(self) -> list[str]:
        """Them in words: "12 due", "10 new"; what is none is left out."""
        told = ((self.due, "due"), (self.new, "new"))
        return [f"{number} {what}" for number, what in told if number]


class SectionOverview(NamedTuple):
    """A section of the source: `mastery` (0 to 1) is how likely its questions are known now."""

    name: str
    questions: int
    due: int
    mastery: float


class BankOverview(NamedTuple):
    """What home says of a bank; one that cannot be used has only its number of `problems`.

    `today` is None if the history cannot be read. `outdated` are the learner's answers that get
    another verdict, now that the bank has changed; `bank` is there with them only. `changed`
    counts the questions that were changed since they were answered. `digests` says that all
    passages are digests, while a copy of the source could be shown. `foreign` is the bank's
    language, if it is not English. `unnamed` counts the questions without an id of their own.
    """

    problems: int = 0
    papers: tuple[Paper, ...] = ()
    today: Today | None = None
    mastery: float = 0.0
    sections: tuple[SectionOverview, ...] = ()
    missed: tuple[OftenMissed, ...] = ()
    bank: Bank | None = None
    outdated: tuple[Change, ...] = ()
    changed: int = 0
    digests: bool = False
    foreign: str = ""
    unnamed: int = 0


def bank_overview(workspace: Workspace, path: Path) -> BankOverview:
    """What home says of the bank at `path`. The store is opened once."""
    loaded = workspace.loaded(path)
    bank = loaded.bank
    if bank is None:
        return BankOverview(problems=len(loaded.problems))
    state: LearnerState | None = None
    often_wrong: tuple[OftenMissed, ...] = ()
    answers: tuple[Change, ...] = ()
    reworded = 0
    learner, study = workspace.start.learner, workspace.settings.study
    # What is wrong with the store is said where something is to be kept.
    with suppress(StoreError), workspace.aside() as store:
        state = learner_state(store, bank, learner, workspace.today)
        if store is not None:
            often_wrong = often_missed(bank, store, learner)
            answers = outdated(bank, store, learner)
            reworded = len(changed(bank, store, learner))
    return BankOverview(
        papers=bank.papers,
        today=_today(bank, state, workspace) if state is not None else None,
        mastery=mastery(bank.questions, state) if state is not None else 0.0,
        sections=_sections(bank, state, study.retention),
        missed=often_wrong,
        bank=bank if answers else None,
        outdated=answers,
        changed=reworded,
        digests=_has_only_digests(bank) and bank.id not in workspace.settings.copies,
        foreign=bank.foreign,
        unnamed=sum(1 for _ in without_id(loaded)),
    )


def _today(bank: Bank, state: LearnerState, workspace: Workspace) -> Today:
    try:
        drawn = draw(bank, SessionRequest(), 0, state, workspace.settings.study)
    except DoneForToday as done:
        more = done.more.count if done.more is not None else 0
        more = min(more or 0, len(bank.questions))
        if state.begun and not any(one.id in state.memories for one in bank.questions):
            asked = count(state.begun, "new question is", "new questions are")
            told = f"New tomorrow: today's {asked} asked (over all banks)."
            return Today(done=told, more=more, untouched=True)
        return Today(done=str(done), more=more)
    except NothingToAsk as nothing:
        return Today(done=str(nothing))
    return Today(drawn.due, len(drawn.questions) - drawn.due)


def _sections(
    bank: Bank, state: LearnerState | None, retention: float
) -> tuple[SectionOverview, ...]:
    """The sections in the source's order, those without questions left out."""
    section = sections(bank)
    asked: dict[str, list[Question]] = {}
    for one in bank.questions:
        asked.setdefault(section(one), []).append(one)
    memories = state.memories if state is not None else {}
    today = state.today if state is not None else 0
    return tuple(
        SectionOverview(
            name,
            len(asked[name]),
            sum(one.id in memories and due(memories[one.id], retention) <= today
                for one in asked[name]),
            mastery(asked[name], state) if state is not None else 0.0,
        )
        for name in dict.fromkeys(one.section for one in bank.passages if one.section)
        if asked.get(name)
    )  # fmt: skip


def _has_only_digests(bank: Bank) -> bool:
    return any(one.fingerprint for one in bank.passages) and not any(
        one.text for one in bank.passages
    )


def in_words(today: Today, seconds: float) -> str:
    """What is for today, at so many seconds a question: "12 due, 10 new: about 8 minutes"."""
    if not today.parts:
        return today.done.rstrip(".")
    minutes = max(1, round(today.asked * seconds / 60))
    return f"{', '.join(today.parts)}: about {count(minutes, 'minute')}"
