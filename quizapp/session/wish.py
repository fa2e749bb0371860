"""What a session is asked to be: a value that costs nothing to import."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quizapp.session.state import Mode


class Wish(NamedTuple):
    """What the learner asked for.

    `count` is how many questions (None: one for each objective). Several of `sections`, `tags`,
    `kinds` or `objectives` mean any of them; different filters must all fit. `questions` names
    them outright, for going over what was missed. No `seed` means a fresh one.
    """

    mode: Mode = "learn"
    count: int | None = None  # type: ignore[assignment]
    seed: int | None = None
    sections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    certainty: bool = False
