"""What a word is recognised by in other words: its stem, its groups, its meanings, its family.

Two words are alike if they share a trait. So many wanted words are looked for in a response at the
cost of reading it once.
"""

from functools import lru_cache

from quizapp.grading import figures
from quizapp.grading.english.spelling import LINKED
from quizapp.grading.fold import fold
from quizapp.grading.forms import american, stem
from quizapp.grading.lexicon import relations, tier
from quizapp.grading.meaning import (
    PLAIN,
    Synonyms,
    against,
    bases,
    ids,
    inside,
    key,
    known_sense,
    likeness,
    opposite,
    own_groups,
)

Trait = str | int
"""The number of a group, or a text whose first sign says what it is: ~ a stem, # a figure, ^ a name
that stands for another, = a meaning, & a family, / a root."""

ROOT = 4
"""Roots are at least so long."""


@lru_cache(maxsize=16384)
def traits(word: str, synonyms: Synonyms) -> frozenset[Trait]:
    """The traits of a folded word."""
    value = figures.value(word)
    if value is not None and word != "once":
        return frozenset({f"#{float(value)}", f"~{word}"})
    base = stem(word)
    found: set[Trait] = {f"~{base}", f"~{stem(american(word))}", *_meant(word, synonyms)}
    if tier(word):
        found.update([f"/{root}" for root in roots(word)])
    if base.endswith("ys"):
        found.add(f"/{base}")
    return frozenset(found)


@lru_cache(maxsize=16384)
def _meant(word: str, synonyms: Synonyms) -> list[Trait]:
    """The traits that a folded word has for what it means."""
    sense = known_sense(word)
    return [
        *ids(word, synonyms),
        *[f"^{number}" for number in inside(word)],
        *["=" + meaning for meaning in sense.meanings],
        *["&" + family for family in sense.family],
    ]


@lru_cache(maxsize=16384)
def reach(word: str, synonyms: Synonyms) -> frozenset[Trait]:
    """All by which a folded word may be alike to another, its opposite or its converse: two real
    words that share nothing of it have nothing to do with each other."""
    base, sense, opposed = stem(word), known_sense(word), against(word)
    others = {base, stem(american(word)), *opposed.stems, *map(stem, relations(base).converses)}
    found: set[Trait] = {*_meant(word, synonyms), *opposed.groups, *opposed.opposed}
    found.update(["~" + other for other in others])
    found.update(["=" + meaning for meaning in sense.wider])
    found.update(["%" + circle for circle in sense.circles])
    found.update(["*" + form for form in opposed.forms | opposed.words])
    found.update(["/" + root for root in _cut(word, ROOT)])
    return frozenset(found)


def roots(word: str) -> list[str]:
    """What a word may be made from: `defen` of "defence" and "defend"."""
    least = max(ROOT, round(0.6 * len(word)))
    found = _cut(word, least)
    return [*found, word.removesuffix("is")] if word.endswith("ysis") else found


def _cut(word: str, least: int) -> list[str]:
    """What is left of a word without a linked ending, of so many letters at least."""
    return [word[:cut] for cut in range(least, len(word) + 1) if word[cut:] in LINKED]


@lru_cache(maxsize=16384)
def opposites(word: str) -> frozenset[Trait]:
    """The traits of what may say the opposite of a folded word: denied, it says the word."""
    groups = [relations(f"#{group}").groups for group in ids(word, PLAIN)]
    return listed_opposites(word).union(*groups) - {
        f"~{form}" for form in (stem(word), *bases(word))
    }


@lru_cache(maxsize=16384)
def listed_opposites(word: str) -> frozenset[Trait]:
    """The stems of the opposites of a folded word itself, rather than of what it means: at a
    distance of two steps many words are opposites."""
    known = relations(stem(word)).opposites | known_sense(word).opposites
    found: set[Trait] = {f"~{stem(other)}" for other in known}
    for prefix in ("un", "in", "im", "il", "ir", "dis", "non", "anti"):
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > 2 and tier(rest):
            found.add(f"~{stem(rest)}")
    return frozenset(found - {f"~{form}" for form in (stem(word), *bases(word))})


@lru_cache(maxsize=1024)
def taken_for(left: str, right: str, synonyms: Synonyms) -> bool:
    """Whether one of two expressions may stand for the other, or speak against it."""
    one, other = fold(left), fold(right)
    if not _expressed(one, synonyms).isdisjoint(_expressed(other, synonyms)):
        return True
    return likeness(one, other, synonyms) > 0 or opposite(one, other)


def _expressed(expression: str, synonyms: Synonyms) -> frozenset[Trait]:
    """The traits of an expression of one word or several."""
    if " " not in expression:
        return traits(expression, synonyms)
    found = own_groups(synonyms).get(key(expression), frozenset())
    return frozenset[Trait](found | relations(key(expression)).groups)
