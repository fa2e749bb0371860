# ruff: noqa: SIM905
"""Words by which something is denied, besides the negators, and words at which a denial ends."""

from quizapp.grading.english.classes import AUXILIARIES, RELATIVES

NOT_DOING = frozenset(
    """
    fail failure lack absence refuse refusal prevent stop avoid deny unable inability hinder cease
    block inhibit suppress prohibit
    """.split()
)
"""Words that say that what follows is not done."""

KEEPING = frozenset("keep kept protect save shield guard".split())
"""Words that say of what follows a "from" that it is not done."""

DOUBTING = frozenset("doubt disbelieve unlike except excluding".split())
NOBODY = frozenset("nothing nobody none nowhere".split())
WANTING = frozenset("lacking missing absent wanting wrong incorrect false untrue".split())
GIVING_UP = frozenset((verb, "up") for verb in ("give", "gave", "gives", "giving", "given"))

INSTEAD = frozenset(
    {
        *(("rather", "than"), ("instead", "of"), ("opposed", "to"), ("other", "than")),
        *(("far", "from"), ("anything", "but"), ("everything", "but"), ("everyone", "but")),
        *(("everybody", "but"), ("anyone", "but"), ("all", "but")),
    }
)
"""Two words that deny what follows."""

SUBJECTS = frozenset("they she he it we you i".split())
"""Pronouns that stand before a verb."""

ENDING = RELATIVES | frozenset("rather instead not nor until unless so if when where".split())
"""Words at which a denial ends."""

FINITE = AUXILIARIES - {"be", "been", "being", "do", "have", "need"}
"""Auxiliaries that go on with the clause around a relative one: "those who do not pay can go"."""

OF_ONE = frozenset({"does", "is", "was", "has"})
"""Verbs of one doer: before an "and" somebody else does something."""

BOUNDS = frozenset("above over beyond than below under".split())
"""Words before a figure that something does not pass."""
