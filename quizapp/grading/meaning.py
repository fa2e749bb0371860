"""What words have to do with each other: one meaning, near meanings, opposites, converses."""

from functools import lru_cache
from typing import NamedTuple

from quizapp.grading.english.classes import ARTICLES, COMPARING, DEEDS
from quizapp.grading.english.forms import IRREGULAR
from quizapp.grading.fold import fold
from quizapp.grading.forms import stem
from quizapp.grading.lexicon import Sense, relations, sense

Expressions = tuple[tuple[str, ...], ...]
"""Groups of expressions."""


class Synonyms:
    """What an author says of the words of a bank: groups of one meaning, and groups of words of
    which none stands for another, whatever the program's own lists say.

    `of_bank` makes one for the same groups, which is compared as the object that it is: with it
    is looked up whatever is remembered of a word, and a bank may have many groups.
    """

    __slots__ = ("distinct", "groups")

    def __init__(self, groups: Expressions = (), distinct: Expressions = ()) -> None:
        self.groups = groups
        self.distinct = distinct


PLAIN = Synonyms()
"""The program's own lists alone."""


@lru_cache(maxsize=64)
def of_bank(groups: Expressions, distinct: Expressions) -> Synonyms:
    """What an author says of the words of a bank."""
    return Synonyms(groups, distinct) if groups or distinct else PLAIN


EQUAL, NEAR, FAMILY, LOOSE = 0.95, 0.85, 0.8, 0.7
"""Strengths of `likeness`: of a list, of one meaning in the thesaurus, of a meaning beside it."""


def key(expression: str) -> str:
    """The stems of an expression, without articles, "cannot" as two."""
    words = fold(expression).replace("cannot", "can not").split()
    return " ".join(stem(word) for word in words if word not in ARTICLES)


@lru_cache(maxsize=64)
def own_groups(synonyms: Synonyms) -> dict[str, frozenset[int]]:
    """Which groups of the bank an expression, stems joined by a space, stands in.

    Their numbers are negative; those of the built-in groups are positive.
    """
    table: dict[str, set[int]] = {}
    for number, members in enumerate(synonyms.groups, 1):
        for member in members:
            if found := key(member):
                table.setdefault(found, set()).add(-number)
    return {name: frozenset(numbers) for name, numbers in table.items()}


_NO_GROUPS: frozenset[int] = frozenset()


@lru_cache(maxsize=16384)
def ids(word: str, synonyms: Synonyms) -> frozenset[int]:
    """The groups of one folded word, or of what it is a form of."""
    own = own_groups(synonyms)
    for form in (word, *bases(word)):
        base = stem(form)
        found = relations(base).groups | own.get(base, _NO_GROUPS)
        if form in IRREGULAR:
            found |= relations(form).groups
        if found:
            return found
    return _NO_GROUPS


Member = tuple[int, int]
"""A group of distinct expressions, and the place of one in it."""
_NO_MEMBERS: frozenset[Member] = frozenset()


@lru_cache(maxsize=64)
def _members(synonyms: Synonyms) -> dict[str, frozenset[Member]]:
    """Where each distinct expression stands in its groups, by its stems."""
    table: dict[str, frozenset[Member]] = {}
    for number, expressions_of_it in enumerate(synonyms.distinct):
        for at, found in enumerate(map(key, expressions_of_it)):
            if found:
                table[found] = table.get(found, _NO_MEMBERS) | {(number, at)}
    return table


def distinct(left: str, right: str, synonyms: Synonyms) -> bool:
    """Whether two folded expressions are other things where these synonyms hold, in any form: the
    lists or a bank keep them apart."""
    if _unlike(left) and left != right and _sets_apart(left, right) and _sets_apart(right, left):
        own = own_groups(synonyms)
        return own.get(key(left), _NO_GROUPS).isdisjoint(own.get(key(right), _NO_GROUPS))
    return bool(synonyms.distinct) and kept_apart(left, right, synonyms)


def kept_apart(left: str, right: str, synonyms: Synonyms) -> bool:
    """Whether a bank says of two folded expressions that they have nothing to do with each other;
    an expression is what its words are: "at home" is no more local than "home"."""
    if not synonyms.distinct:
        return False
    mine, theirs = _distinct_in(left, synonyms), _distinct_in(right, synonyms)
    return mine.isdisjoint(theirs) and not {group for group, _ in mine}.isdisjoint(
        group for group, _ in theirs
    )


def _sets_apart(left: str, right: str) -> bool:
    """Whether the lists say of one word that another is something else, in whatever form."""
    return not _unlike(left).isdisjoint((right, *bases(right)))


@lru_cache(maxsize=8192)
def _unlike(word: str) -> frozenset[str]:
    """What the lists say is something else than a folded word, or than what it is a form of."""
    forms = {stem(form) for form in (word, *bases(word))}
    return frozenset().union(*(relations(form).unlike for form in forms))


@lru_cache(maxsize=16384)
def _distinct_in(expression: str, synonyms: Synonyms) -> frozenset[Member]:
    table = _members(synonyms)
    if itself := table.get(key(expression)):
        return itself
    forms = (form for word in expression.split() for form in (word, *bases(word)))
    return frozenset().union(*(table.get(key(form), _NO_MEMBERS) for form in forms))


@lru_cache(maxsize=16384)
def inside(word: str) -> frozenset[int]:
    """The groups of what a folded word may stand for inside a statement: Ankara for Turkey."""
    return relations(stem(word)).inside


@lru_cache(maxsize=8192)
def known_sense(word: str) -> Sense:
    """The thesaurus's entry of a folded word or of its base form."""
    found = sense(word)
    if found.meanings or found.kinds or " " in word:
        return found
    return next((other for base in bases(word) if (other := sense(base)).meanings), found)


_ENDINGS = {
    "s": (("ies", "y"), ("s", ""), ("es", "")),
    "d": (("ied", "y"), ("ed", "e"), ("ed", "")),
    "g": (("ing", "e"), ("ing", "")),
    "r": (("er", "e"), ("er", "")),
    "t": (("est", ""),),
    "y": (("ly", ""),),
}
"""The endings of inflected words by their last letter, and what these words end in without them."""


@lru_cache(maxsize=16384)
def bases(word: str) -> tuple[str, ...]:
    """What an inflected word may be a form of."""
    found = [IRREGULAR[word]] if word in IRREGULAR else []
    for ending, instead in _ENDINGS.get(word[-1:], ()):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            base = word[: -len(ending)] + instead
            found.append(base)
            if not instead and ending != "s" and len(base) > 3 and base[-1] == base[-2]:
                found.append(base[:-1])
    return tuple(found)


NOUNS, ADVERBS, VERBS = 18156, 100271, 103892
"""The thesaurus numbers its meanings: adjectives, then nouns, adverbs and verbs from here on."""


@lru_cache(maxsize=8192)
def is_verb(word: str) -> bool:
    """Whether a folded word may be a verb, or a form of one."""
    return "verb" in word_kinds(word)


@lru_cache(maxsize=8192)
def is_noun(word: str) -> bool:
    """Whether a folded word may be a noun, or its plural."""
    forms = (word, word.removesuffix("s"))
    return any(NOUNS <= int(code) < ADVERBS for form in forms for code in sense(form).meanings)


def apart(left: str, right: str) -> bool:
    """Whether one of two folded words is an adverb, a verb or a noun, and the other cannot be the
    same, so that the one cannot stand in the place of the other."""
    one, other = word_kinds(left), word_kinds(right)
    return bool(one and other) and one.isdisjoint(other) and "adjective" not in one | other


@lru_cache(maxsize=8192)
def word_kinds(word: str) -> frozenset[str]:
    """What kinds of word a folded word is known to be."""
    codes = [int(code) for form in (word, *bases(word)) for code in sense(form).meanings]
    starts = {"verb": VERBS, "adverb": ADVERBS, "noun": NOUNS, "adjective": 0}
    return frozenset(next(k for k, start in starts.items() if code >= start) for code in codes)


def may_be_noun(word: str) -> bool:
    """Whether a folded word is a noun for all that is known of it."""
    kinds = word_kinds(word)
    return not kinds or "noun" in kinds


@lru_cache(maxsize=8192)
def is_quality(word: str) -> bool:
    """Whether a folded word is an adjective and no verb."""
    return "adjective" in word_kinds(word) and "verb" not in word_kinds(word)


@lru_cache(maxsize=8192)
def is_comparative(word: str) -> bool:
    """Whether a folded word in -er compares: denser, faster."""
    if not word.endswith("er"):
        return False
    if any(int(code) < NOUNS for base in bases(word) for code in sense(base).meanings):
        return True
    return not is_noun(word) and any(relations(stem(base)).opposites for base in bases(word))


def comparative(word: str) -> bool:
    """Whether a folded word compares: more, less, denser."""
    return word in COMPARING or is_comparative(word)


_DEED_ENDINGS = ("ion", "ions", "ment", "al", "ance", "ence", "ing", "est")


def is_deed(word: str) -> bool:
    """Whether a folded noun may name a deed: sale, attack, recognition."""
    return is_noun(word) and (
        word.endswith(_DEED_ENDINGS) or word.removesuffix("s") in DEEDS or is_verb(word)
    )


@lru_cache(maxsize=8192)
def contraries(word: str) -> frozenset[str]:
    """The stems of the opposites that are listed for a folded word itself."""
    return frozenset(map(stem, relations(stem(word)).opposites))


def contrary(left: str, right: str) -> bool:
    """Whether two folded words are listed as opposites themselves, not by what they mean."""
    return stem(right) in contraries(left) or stem(left) in contraries(right)


class Against(NamedTuple):
    """What opposes a word: stems, groups, and words of the thesaurus; and its own forms."""

    forms: frozenset[str]
    groups: frozenset[int]
    stems: frozenset[str]
    opposed: frozenset[int]
    words: frozenset[str]


@lru_cache(maxsize=8192)
def against(word: str) -> Against:
    """What opposes a folded word."""
    mine = ids(word, PLAIN)
    return Against(
        frozenset((word, *bases(word))),
        mine,
        contraries(word),
        frozenset().union(*(relations(f"#{group}").groups for group in mine)),
        known_sense(word).opposites,
    )


@lru_cache(maxsize=32768)
def opposite(left: str, right: str) -> bool:
    """Whether two folded words are opposites."""
    one, other = against(left), against(right)
    if one.stems and stem(right) in one.stems:
        return True
    if one.opposed and not one.opposed.isdisjoint(other.groups):
        return stem(left) != stem(right)
    if one.words and not one.words.isdisjoint(other.forms):
        return True
    return not other.words.isdisjoint(one.forms)


def converse(left: str, right: str) -> bool:
    """Whether two words say one thing with the sides exchanged (beat, lost to)."""
    return any(stem(word) == stem(right) for word in relations(stem(left)).converses)


def _agent(word: str) -> bool:
    """Whether a word names one who does or suffers what another of its family says."""
    return word.endswith(("er", "or", "ee", "ist", "ers", "ors", "ees", "ists"))


@lru_cache(maxsize=16384)
def likeness(left: str, right: str, synonyms: Synonyms) -> float:
    """How near two folded expressions are in meaning, from 0 to 1, apart from their spelling."""
    if distinct(left, right, synonyms):
        return 0.0
    if ids(left, synonyms) & ids(right, synonyms):
        return EQUAL
    if inside(left) & inside(right):
        return FAMILY
    first, second = known_sense(left), known_sense(right)
    if first.meanings & second.meanings:
        return NEAR
    if first.meanings & second.wider or second.meanings & first.wider:
        return LOOSE
    if first.family & second.family:
        return LOOSE if _agent(left) != _agent(right) else FAMILY
    if first.circles & second.circles:
        return LOOSE
    return 0.0
