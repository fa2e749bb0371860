"""A response read for a key: where each word that is looked for is said, or its opposite."""

from functools import lru_cache
from typing import NamedTuple

from quizapp.grading import figures, lexicon
from quizapp.grading.english.classes import BE, FUNCTION, NEGATORS, SPARING, STANDING_IN
from quizapp.grading.english.signs import BOUNDING
from quizapp.grading.forms import stem
from quizapp.grading.ideas.small_words import DISPENSABLE, acronym
from quizapp.grading.ideas.wanted import (
    BEGINNING,
    DENIAL,
    Lookup,
    Prepared,
    Wording,
)
from quizapp.grading.key import Context
from quizapp.grading.lexicon import relations
from quizapp.grading.meaning import Synonyms, distinct, ids, phrases
from quizapp.grading.patterns import Lazy
from quizapp.grading.slips import confused, is_word, slipped
from quizapp.grading.tokens import Token, tokens
from quizapp.grading.traits import Trait, listed_opposites, traits

_IDLE = FUNCTION | DISPENSABLE

MOST_WORDS = 240
"""So many words of a response are read."""


class Hit(NamedTuple):
    """Where something is said: the words from `start` to before `end`; whether it is denied.

    `places` are the very words; `close` says how near they are to the wording's own: 2 the same,
    1 forms of them, 0 others. `denying` says that the wording has a denial of its own, and the
    response too; `slip` is the first slip among the words (typed, meant);
    `turned` that the opposite is denied: "did not miss the train".
    """

    start: int
    end: int
    denied: bool
    places: frozenset[int]
    close: int = 0
    denying: bool = False
    slip: tuple[str, str] | None = None
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

    def shown(self, hit: Hit) -> str:
        """The words of the response where something is said."""
        return " ".join(token.raw for token in self.words[hit.start : hit.end])


@lru_cache(maxsize=64)
def _read(
    text: str, synonyms: Synonyms
) -> tuple[tuple[Token, ...], tuple[tuple[frozenset[int], int, int], ...]]:
    words = tokens(text)[:MOST_WORDS]
    found = phrases(tuple(t.stem for t in words), synonyms)
    return words, tuple(
        one for one in found if words[one.start].clause == words[one.end - 1].clause
    )


def hear(text: str, prepared: Prepared, context: Context) -> Heard:
    """A response read for the words of a key."""
    words, expressions = _read(text, context.words)
    than = tuple(at for at, token in enumerate(words) if token.word == "than")
    heard = Heard(text, words, context.prompt, {}, {}, than)
    denials = _denials(words, prepared)
    for at in range(len(words)):
        _hear_word(heard, at, denials[at], prepared.lookup, context)
        for number in _as_one(words[at : at + 2], prepared.lookup):
            _put(heard, number, Hit(at, at + 2, denials[at], frozenset((at, at + 1))))
    for groups, start, end in expressions:
        within = any(t.word in NEGATORS for t in words[start:end])
        said = " ".join(t.word for t in words[start:end])
        hit = Hit(start, end, denials[end - 1] != within, frozenset(range(start, end)), 1)
        for group in groups:
            for number in prepared.lookup.alike.get(group, ()):
                if not distinct(said, prepared.lookup.words[number], context.words):
                    _put(heard, number, hit)
    return heard


def _as_one(words: tuple[Token, ...], lookup: Lookup) -> tuple[int, ...]:
    """The words looked for that are two words of the response written as one."""
    if len(words) < 2 or words[1].gap not in (" ", "-"):
        return ()
    both = words[0].word + words[1].word
    return lookup.alike.get(f"~{stem(both)}", ()) if both[:BEGINNING] in lookup.beginnings else ()


def _put(heard: Heard, number: int, hit: Hit) -> None:
    heard.hits.setdefault(number, []).append(hit)


def _denials(words: tuple[Token, ...], prepared: Prepared) -> list[bool]:
    """Whether each word is denied, by a negation or by a verb such as "spare" before it."""
    found, spared = [], -1
    for token in words:
        denied = token.denied and not (token.soft and prepared.undoing)
        found.append(denied != (token.clause == spared))
        if token.stem in SPARING and f"~{token.stem}" not in prepared.lookup.alike:
            spared = token.clause
    return found


def _hear_word(heard: Heard, at: int, denied: bool, lookup: Lookup, context: Context) -> None:
    """Note what one word of the response says, and what it says the opposite of."""
    token = heard.words[at]
    if token.word in NEGATORS:
        for number in lookup.alike.get(DENIAL, ()):
            _put(heard, number, Hit(at, at + 1, False, frozenset((at,)), 2, denying=True))
    found = _numbers(token, lookup, context) | _bounds(heard.words, at, lookup)
    for number, slipped_in in found.items():
        wanted = lookup.words[number]
        same = token.word == wanted or figures.value(wanted) is not None
        close = 2 if same else int(_is_form(token.word, wanted, context.words))
        slip = (token.raw, wanted) if slipped_in else None
        _put(heard, number, Hit(at, at + 1, denied, frozenset((at,)), close, slip=slip))
    for number in _against(token, lookup) - found.keys():
        if distinct(token.word, lookup.words[number], context.words):
            continue
        if denied:
            _put(heard, number, Hit(at, at + 1, False, frozenset((at,)), turned=True))
        elif f"~{token.stem}" in listed_opposites(lookup.words[number]):
            heard.opposed.setdefault(number, at)


@lru_cache(maxsize=4096)
def _is_form(word: str, wanted: str, synonyms: Synonyms) -> bool:
    """Whether a word is a form of the one that is looked for, or listed as its synonym."""
    return stem(word) == stem(wanted) or bool(ids(word, synonyms) & ids(wanted, synonyms))


def _numbers(token: Token, lookup: Lookup, context: Context) -> dict[int, bool]:
    """The words looked for that a word of the response says, and whether with a slip."""
    word = token.word
    if word in FUNCTION and not acronym(token) and token.gap != "-":
        said = STANDING_IN if word in STANDING_IN else {word if word in BE else stem(word)}
        return {number: False for one in said for number in lookup.alike.get(f"~{one}", ())}
    found: dict[int, bool] = {}
    shared = lookup.alike.keys() & traits(word, context.words)
    if f"~{stem(word)}" in shared:
        shared = {trait for trait in shared if not _of_meaning(trait)}
    for trait in shared:
        for number in lookup.alike[trait]:
            if not confused(word, lookup.words[number]):
                found[number] = False
    if not found and not context.strict and word.isalpha() and not lexicon.sense(word).meanings:
        found = dict.fromkeys(_slips(word, lookup.words), True)
    apart = [at for at in found if distinct(word, lookup.words[at], context.words)]
    return {number: slip for number, slip in found.items() if number not in apart}


def _bounds(words: tuple[Token, ...], at: int, lookup: Lookup) -> dict[int, bool]:
    """The words looked for that bound a figure as the word at `at` does: "longer than two"."""
    word, behind = words[at].word, words[at + 1 : at + 3]
    than = bool(behind) and behind[0].word == "than"
    if not behind or words[at].denied or figures.value(behind[-1 if than else 0].word) is None:
        return {}
    same = next((bounding for bounding in BOUNDING if word in bounding), frozenset())
    return {number: False for one in same for number in lookup.alike.get(f"~{stem(one)}", ())}


def _of_meaning(trait: Trait) -> bool:
    """Whether a trait is a meaning of the thesaurus: a word that is looked for itself stands for no
    other that it may mean, such as a chance for a risk."""
    return isinstance(trait, str) and trait.startswith("=")


def _against(token: Token, lookup: Lookup) -> set[int]:
    """The words looked for that a word of the response is the opposite of."""
    found: set[int] = set()
    if token.word in _IDLE or not lookup.against:
        return found
    its_traits: tuple[Trait, ...] = (f"~{token.stem}", *relations(token.stem).groups)
    for trait in its_traits:
        found.update(lookup.against.get(trait, ()))
    return found


_NOUN_ENDING = Lazy(r"[st]ion$|ment$|[ae]nce$")
"""What a noun is made with, rightly or not: absorbtion."""


@lru_cache(maxsize=2048)
def _slips(typed: str, words: tuple[str, ...]) -> tuple[int, ...]:
    """The words that may be meant where this one was typed."""
    if len(typed) < 4:
        return ()
    letters, verb = set(typed), _NOUN_ENDING.sub("", typed)
    if is_word(typed):
        return tuple(at for at, word in enumerate(words) if word == verb and len(verb) > 3)
    return tuple(
        number
        for number, word in enumerate(words)
        if (word == verb and len(verb) > 3)
        or (
            abs(len(word) - len(typed)) <= 3
            and len(letters & set(word)) * 5 >= len(letters) * 3
            and (slipped(typed, word) or slipped(typed, stem(word)))
        )
    )
