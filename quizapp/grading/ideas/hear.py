"""A response read for a key: where each word that is looked for is said, or its opposite."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from quizapp.grading import figures
from quizapp.grading.english.classes import BE, FUNCTION, NEGATORS, SPARING, STANDING_IN
from quizapp.grading.english.denying import NOBODY
from quizapp.grading.english.signs import BOUNDING
from quizapp.grading.forms import stem
from quizapp.grading.ideas.small_words import DISPENSABLE, acronym
from quizapp.grading.ideas.wanted import BEGINNING, DENIAL, Lookup, Prepared, Wording
from quizapp.grading.key import Context
from quizapp.grading.lexicon import relations
from quizapp.grading.meaning import distinct, ids
from quizapp.grading.phrases import phrases
from quizapp.grading.slips import confused
from quizapp.grading.tokens import Token, tokens
from quizapp.grading.traits import Trait, listed_opposites, traits

_IDLE = FUNCTION | DISPENSABLE

MOST_WORDS = 240
"""So many words of a response are read."""


class Hit(NamedTuple):
    """Where something is said: the words from `start` to before `end`; whether it is denied.

    `places` are the very words; `close` says how near they are to the wording's own: 2 the same,
    1 forms of them, 0 others. `denying` says that the wording has a denial of its own, and the
    response too, `turned` that the opposite is denied: "did not miss the train".
    """

    start: int
    end: int
    denied: bool
    places: frozenset[int]
    close: int = 0
    denying: bool = False
    turned: bool = False


class Said(NamedTuple):
    """Where a wording of an idea stands."""

    hit: Hit
    wording: Wording


class Heard(NamedTuple):
    """A response read for a key.

    `hits` are the places of each word that is looked for, by its number; `opposed` says of which of
    these words the response says the opposite, where; `prompt` is the question. `strict` asks that
    the words of one wording belong together, and not merely stand near each other.
    """

    text: str
    words: tuple[Token, ...]
    prompt: str
    hits: dict[int, list[Hit]]
    opposed: dict[int, int]
    than: tuple[int, ...]
    strict: bool = False

    @property
    def said(self) -> frozenset[int]:
        """The words of the response that say any word that is looked for."""
        return frozenset().union(*(hit.places for hits in self.hits.values() for hit in hits))

    def shown(self, hit: Hit) -> str:
        """The words of the response where something is said."""
        return " ".join(token.raw for token in self.words[hit.start : hit.end])


def hear(text: str, prepared: Prepared, context: Context) -> Heard:
    """A response read for the words of a key."""
    words, lookup = tokens(text)[:MOST_WORDS], prepared.lookup
    than = tuple(at for at, token in enumerate(words) if token.word == "than")
    heard = Heard(text, words, context.prompt, {}, {}, than)
    denials = _denials(words, lookup)
    for at, denied in enumerate(denials):
        _hear_word(heard, at, denied, lookup)
        for number in _as_one(words, at, lookup):
            _put(heard, number, Hit(at, at + 2, denied, frozenset((at, at + 1))))
    for groups, start, end in phrases(tuple(t.stem for t in words), lookup.synonyms):
        if words[start].clause != words[end - 1].clause:
            continue
        within = any(t.word in NEGATORS for t in words[start:end])
        said = " ".join(t.word for t in words[start:end])
        hit = Hit(start, end, denials[end - 1] != within, frozenset(range(start, end)), 1)
        for group in groups:
            for number in lookup.alike.get(group, ()):
                if not distinct(said, lookup.words[number], lookup.synonyms):
                    _put(heard, number, hit)
    return heard


def _as_one(words: tuple[Token, ...], at: int, lookup: Lookup) -> tuple[int, ...]:
    """The words looked for that are the word at `at` and the next written as one."""
    if at + 1 == len(words) or words[at + 1].gap not in (" ", "-"):
        return ()
    both = words[at].word + words[at + 1].word
    return lookup.alike.get(f"~{stem(both)}", ()) if both[:BEGINNING] in lookup.beginnings else ()


def _put(heard: Heard, number: int, hit: Hit) -> None:
    heard.hits.setdefault(number, []).append(hit)


def _denials(words: tuple[Token, ...], lookup: Lookup) -> list[bool]:
    """Whether each word is denied, by a negation or by a verb such as "spare" before it."""
    found, spared = [], -1
    for token in words:
        found.append(token.denied != (token.clause == spared))
        if token.stem in SPARING and f"~{token.stem}" not in lookup.alike:
            spared = token.clause
    return found


def _hear_word(heard: Heard, at: int, denied: bool, lookup: Lookup) -> None:
    """Note what one word of the response says, and what it says the opposite of."""
    token = heard.words[at]
    word = token.word
    small = word in FUNCTION and not acronym(token) and token.gap != "-"
    found = _small(word, lookup) if small else _meant(word, lookup)
    found = found | _bounds(heard.words, at, lookup) if word in _BOUNDS else found
    against = _against(word, lookup)
    denying = lookup.alike.get(DENIAL, ()) if word in NEGATORS else ()
    if not (found or against or denying):
        return
    places = frozenset((at,))
    for number in denying:
        _put(heard, number, Hit(at, at + 1, False, places, 2, denying=True))
    for number, close in found.items():
        _put(heard, number, Hit(at, at + 1, denied, places, close))
    for number, listed in against.items():
        if number in found:
            continue
        if denied and not token.soft and word not in NOBODY:
            _put(heard, number, Hit(at, at + 1, False, places, turned=True))
        elif listed:
            heard.opposed.setdefault(number, at)


@lru_cache(maxsize=4096)
def _small(word: str, lookup: Lookup) -> dict[int, int]:
    """The words looked for that a small word of a response says."""
    bases = STANDING_IN if word in STANDING_IN else {word if word in BE else stem(word)}
    return _said(word, bases, lookup)


_BOUNDS = frozenset().union(*BOUNDING)


def _bounds(words: tuple[Token, ...], at: int, lookup: Lookup) -> dict[int, int]:
    """The words looked for that bound a figure as the word at `at` does: "longer than two"."""
    word, behind = words[at].word, words[at + 1 : at + 3]
    than = bool(behind) and behind[0].word == "than"
    if not behind or words[at].denied or figures.value(behind[-1 if than else 0].word) is None:
        return {}
    return _said(word, map(stem, next(one for one in BOUNDING if word in one)), lookup)


def _said(word: str, bases: Iterable[str], lookup: Lookup) -> dict[int, int]:
    """The words looked for that a word of a response says by one of these stems."""
    numbers = (number for base in bases for number in lookup.alike.get(f"~{base}", ()))
    return {number: _closeness(word, number, lookup) for number in numbers}


@lru_cache(maxsize=16384)
def _meant(word: str, lookup: Lookup) -> dict[int, int]:
    """The words looked for that a word of a response says, and how close it is to each."""
    shared = lookup.alike.keys() & traits(word, lookup.synonyms)
    if f"~{stem(word)}" in shared:
        shared = {trait for trait in shared if not _of_meaning(trait)}
    said = sorted({number for trait in shared for number in lookup.alike[trait]})
    return {
        number: _closeness(word, number, lookup)
        for number in said
        if not confused(word, lookup.words[number])
        and not distinct(word, lookup.words[number], lookup.synonyms)
    }


def _closeness(word: str, number: int, lookup: Lookup) -> int:
    """How near a word of a response is to one that is looked for: 2 if it is the same or a figure,
    1 if it is a form of it, or listed as its synonym."""
    wanted = lookup.words[number]
    if word == wanted or figures.value(wanted) is not None:
        return 2
    synonym = ids(word, lookup.synonyms) & ids(wanted, lookup.synonyms)
    return int(stem(word) == stem(wanted) or bool(synonym))


def _of_meaning(trait: Trait) -> bool:
    """Whether a trait is a meaning of the thesaurus: a word that is looked for itself stands for no
    other that it may mean, such as a chance for a risk."""
    return isinstance(trait, str) and trait.startswith("=")


@lru_cache(maxsize=16384)
def _against(word: str, lookup: Lookup) -> dict[int, bool]:
    """The words looked for that a word of the response is the opposite of, and whether it is listed
    as one of them."""
    if word in _IDLE or not lookup.against:
        return {}
    base = stem(word)
    its_traits: tuple[Trait, ...] = (f"~{base}", *relations(base).groups)
    return {
        number: f"~{base}" in listed_opposites(lookup.words[number])
        for trait in its_traits
        for number in lookup.against.get(trait, ())
        if not distinct(word, lookup.words[number], lookup.synonyms)
    }
