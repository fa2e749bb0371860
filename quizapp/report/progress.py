"""How one learner stands on one bank: over time, by section and by objective."""

from collections.abc import Mapping
from typing import NamedTuple

from quizapp.bank.model import Bank, passage
from quizapp.kinds.base import Question
from quizapp.report.calibration import Calibration, calibration
from quizapp.report.scores import SessionScore, sessions
from quizapp.store.history import stated, trails
from quizapp.store.sqlite import Store

SESSIONS = 60
"""How many sessions back are told."""
_ENOUGH = 6
"""The least digit of a trail that counts as known: two thirds."""


class Part(NamedTuple):
    """A section or an objective.

    Of its `questions`, `seen` were answered and `known` were so the last time. `last` is the
    shares of its last answers to each question, five at most, as digits 0 to 9, the newest last;
    `lapses` counts misses of what had been known; `mastery` is the recall probability now (0 to
    1; what was never seen counts 0), None where no schedule says.
    """

    name: str
    questions: int
    seen: int
    known: int
    last: str
    lapses: int
    mastery: float | None


class Progress(NamedTuple):
    """A learner's progress; `sessions` are the last ones, the oldest first."""

    bank: str
    learner: str
    questions: int
    seen: int
    known: int
    sessions: tuple[SessionScore, ...]
    sections: tuple[Part, ...]
    objectives: tuple[Part, ...]
    calibration: Calibration


def progress(
    bank: Bank, store: Store, learner: str, recall: Mapping[str, float] | None = None
) -> Progress:
    """The learner's progress on the bank.

    `recall` gives, where a schedule knows it, how likely each question is known now. Raises
    StoreError.
    """
    had = trails(store, bank.id, learner)
    mine = {
        one.id: "".join(had.get(name, "") for name in (*one.was, one.id)) for one in bank.questions
    }
    by_section: dict[str, list[Question]] = {}
    by_objective: dict[str, list[Question]] = {}
    where = {one.id: one.section for one in bank.passages}
    for one in bank.questions:
        section = where.get(one.support[0].passage, "") if one.support else ""
        by_section.setdefault(section, []).append(one)
        for objective in one.objective:
            by_objective.setdefault(objective, []).append(one)
    whole = _part("", list(bank.questions), mine, recall)
    return Progress(
        bank.id,
        learner,
        whole.questions,
        whole.seen,
        whole.known,
        tuple(reversed(sessions(store, bank=bank.id, learner=learner, limit=SESSIONS))),
        tuple(_part(name, group, mine, recall) for name, group in by_section.items()),
        tuple(_part(name, group, mine, recall) for name, group in by_objective.items()),
        calibration(stated(store, bank.id, learner)),
    )


def missed(bank: Bank, store: Store, learner: str) -> str:
    """One's own errors beside the evidence, as a page of Markdown. Raises StoreError."""
    had = trails(store, bank.id, learner)
    lines = [f"# {bank.title}: what to go over", ""]
    for one in bank.questions:
        trail = "".join(had.get(name, "") for name in (*one.was, one.id))
        if not trail or int(trail[-1]) >= _ENOUGH:
            continue
        lines += [f"**{one.prompt}**", "", f"- {' / '.join(one.model_answer().splitlines())}"]
        for support in one.support:
            found = passage(bank, support.passage)
            where = f" ({found.section})" if found and found.section else ""
            lines += [f"- “{words}”{where}" for words in support.evidence]
        lines.append("")
    return "\n".join(lines) if len(lines) > 2 else f"{lines[0]}\n\nNothing: all was known.\n"


def _part(
    name: str, group: list[Question], mine: Mapping[str, str], recall: Mapping[str, float] | None
) -> Part:
    seen = [mine[one.id] for one in group if mine[one.id]]
    mastery = None
    if recall is not None and group:
        mastery = sum(recall.get(one.id, 0.0) for one in group) / len(group)
    return Part(
        name,
        len(group),
        len(seen),
        sum(int(trail[-1]) >= _ENOUGH for trail in seen),
        "".join(trail[-5:] for trail in seen)[-5:],
        sum(_lapses(trail) for trail in seen),
        mastery,
    )


def _lapses(trail: str) -> int:
    known = [int(digit) >= _ENOUGH for digit in trail]
    first = known.index(True) if True in known else len(known)
    return known[first:].count(False)
