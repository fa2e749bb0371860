"""Sections and their objectives as a tree, in the source's order, with the questions of each."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.bank.model import sections, source_order
from quizapp.report.learner_report import LearnerReport
from quizapp.report.progress import Part


class Branch(NamedTuple):
    """A section or an objective: how it stands, its questions by name, and what is under it."""

    part: Part
    questions: tuple[str, ...]
    under: tuple[Branch, ...] = ()


def tree(report: LearnerReport) -> tuple[Branch, ...]:
    """The sections, under each the objectives that its questions are the first to test."""
    bank = report.bank
    section = sections(bank)
    asked = sorted(bank.questions, key=source_order(bank))
    home: dict[str, str] = {}
    for one in asked:
        for objective in one.objective:
            home.setdefault(objective, section(one))
    objectives = {part.name: part for part in report.progress.objectives}
    return tuple(
        Branch(
            part,
            tuple(one.id for one in asked if section(one) == part.name),
            tuple(
                Branch(objectives[name], tuple(one.id for one in asked if name in one.objective))
                for name, where in home.items()
                if where == part.name
            ),
        )
        for part in report.progress.sections
    )
