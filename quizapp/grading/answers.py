"""Step 4, making ready: an accepted answer as the comparison takes it, and what comes of it."""

from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from quizapp.grading import figures, lexicon
from quizapp.grading.abbreviations import groups_of, initials_of, letters
from quizapp.grading.comparisons import Comparison, comparison
from quizapp.grading.denials import UNDOING
from quizapp.grading.designations import Code, designation
from quizapp.grading.english.classes import (
    FUNCTION,
    GENERIC,
    HEIGHTS,
    ILLNESS,
    LIGHT,
    SHARP,
    TITLES,
)
from quizapp.grading.english.people import GIVEN
from quizapp.grading.forms import stem
from quizapp.grading.meaning import Synonyms
from quizapp.grading.names import parts
from quizapp.grading.phrases import Phrase, phrases
from quizapp.grading.prompt import Prompt
from quizapp.grading.reading import Reading, is_acronym
from quizapp.grading.semantic_roles import Deed, deeds
from quizapp.grading.tokens import Token
from quizapp.grading.traits import Trait, reach
from quizapp.grading.verdict import ReasonCode

_OF_LITTLE = LIGHT | TITLES
_BEFORE_NAMES = TITLES | GENERIC

DIFFERENT = "Couldn't find any accepted answer in that."
SAME, FORM, SLIP, MEANING = "same", "form", "slip", "meaning"
CONVERSE, POLAR = "converse", "polar"
"""How two words are alike; the last two hold only with the sides, or the polarity, exchanged."""


class Answer(NamedTuple):
    """An accepted answer, prepared: `words` are what must be found, with their `weights`.

    `found_by` is for each word all by which it may be found; none where one may stand for others,
    or is a figure. `spelled` are the words and their stems, as a reading has them.
    """

    text: str
    folded: str
    squashed: str
    all: tuple[Token, ...]
    words: tuple[Token, ...]
    weights: tuple[float, ...]
    person: tuple[tuple[str, ...], str] | None
    code: Code | None
    places: tuple[int, ...]
    phrases: tuple[Phrase, ...]
    expansion: bool
    letters: frozenset[str]
    initials: frozenset[str]
    named: frozenset[int]
    deeds: tuple[Deed, ...]
    comparison: Comparison | None
    groups: frozenset[int]
    acronyms: frozenset[int]
    spelled: frozenset[str]
    found_by: tuple[frozenset[Trait], ...]


class Pair(NamedTuple):
    """A word of the answer and its fellow in the response (`at`), and how they are alike."""

    wanted: int
    at: int
    how: str
    strength: float


class Objection(NamedTuple):
    """What speaks against reading a response as an answer: a reason's code and sentence.

    `instead` are the words of the answer, not found, in whose place something else stands.
    """

    code: ReasonCode
    detail: str
    instead: frozenset[int] = frozenset()


class Match(NamedTuple):
    """A match that a guard may speak against: an answer, the response, the pairs of words found
    alike, the places of the answer's words that were not found."""

    answer: Answer
    reading: Reading
    pairs: list[Pair]
    missing: list[int]

    @property
    def prompt(self) -> Prompt:
        """The question."""
        return self.reading.prompt


class Level(IntEnum):
    """What a fit is worth: nothing, a part of the answer, all but a slip, all."""

    NOT = 0
    PART = 1
    NEARLY = 2
    RIGHT = 3


class Fit(NamedTuple):
    """How well a response fits one answer: `level`, the reasons, what was seen on the way.

    `score` is the share of the answer that was found, `reach` that with the words added in whose
    place something else stands; `hint` is the code of an objection to a wording that was hardly
    there, `firm` says that the refusal is certain.
    """

    level: Level
    score: float
    code: ReasonCode
    detail: str
    slips: tuple[tuple[str, str], ...] = ()
    pairs: tuple[Pair, ...] = ()
    how: str = SAME
    reach: float = 0.0
    hint: ReasonCode | None = None
    firm: bool = False


REPEATED = 0.35
"""What a word of the answer weighs that the question has as well."""


def weigh(token: Token, prompt: Prompt, only: bool, name: bool, carried: bool) -> float:
    """How much a word of the answer counts; `name` says that the answer is a proper name, `carried`
    that a particle carries its meaning: "goes down"."""
    if figures.counts(token.raw):
        return 1.5
    if token.word in FUNCTION and (token.word in SHARP or token.gap == "-"):
        return 1.0 if carried else 0.5
    if only:
        return 1.0
    if (token.word in _OF_LITTLE or token.stem in UNDOING) and not name:
        return 0.3
    if token.word in ("mount", "mt") and prompt.words & HEIGHTS:
        return REPEATED
    if token.stem in prompt.words:
        return 1.0 if name and token.word not in GENERIC else REPEATED
    return 1.0


def epithet(words: tuple[Token, ...], at: int, name: bool) -> bool:
    """Whether a word only says where somebody is from: "William of Normandy won", "Franz Ferdinand
    of Austria"; what "of" tells of a first name alone is a part of the name."""
    if at < 2 or words[at - 1].word != "of" or not words[at].raw[:1].isupper():
        return False
    before = words[at - 2]
    if not before.raw[:1].isupper() or before.word in _BEFORE_NAMES:
        return False
    if name:
        names = [t for t in words[: at - 1] if t.word not in TITLES]
        return len(names) > 1 and names[0].word in GIVEN
    return lexicon.tier(before.word) in (0, lexicon.NAME)


def people(words: tuple[Token, ...], at: int) -> bool:
    """Whether a word only says of what people a name is: "the Seljuk Turks"."""
    return (
        at > 0
        and words[at].gap == " "
        and words[at - 1].raw[:1].isupper()
        and words[at - 1].word not in FUNCTION
        and words[at].raw[:1].isupper()
        and words[at].word.endswith("s")
        and lexicon.relations(words[at].stem).nation
    )


def illness(words: tuple[Token, ...], at: int) -> bool:
    """Whether a word only says of what sort an illness with a name of its own is: Ebola virus."""
    if words[at].word not in ILLNESS or not at or not words[at - 1].raw[:1].isupper():
        return False
    return lexicon.tier(words[at - 1].word) in (0, lexicon.NAME)


def whereabouts(words: tuple[Token, ...], at: int) -> bool:
    """Whether a word is the country or state behind a place: "Liguria, Italy"."""
    if at < 1 or at != len(words) - 1 or "," not in words[at].gap:
        return False
    kinds = lexicon.sense(words[at].word).kinds
    return lexicon.relations(words[at].stem).nation or bool(kinds & {"country", "state"})


def _names_thing(words: tuple[Token, ...]) -> bool:
    """Whether an answer is a name, with no words of a statement: "Su-35 fighters"."""
    return len(words) < 3 or all(
        t.raw[:1].isupper() or t.stem in _GENERIC_STEMS or any(char.isdigit() for char in t.word)
        for t in words
    )


_GENERIC_STEMS = frozenset(map(stem, GENERIC))


def prepare_answer(
    text: str,
    all_words: tuple[Token, ...],
    words: tuple[Token, ...],
    exact: tuple[str, str],
    prompt: Prompt,
    synonyms: Synonyms,
) -> Answer:
    """An answer as `compare` takes it; `exact` is its folded and its squashed form."""
    carried = all(t.word in LIGHT for t in words)
    places = tuple(
        at
        for at, t in enumerate(all_words)
        if t in words or (t.word in SHARP and (len(words) > 1 or carried)) or (t.gap == "-" and at)
    )
    kept = tuple(all_words[at] for at in places)
    only = {t.stem for t in words} <= prompt.words or all(
        t.word in LIGHT or t.stem in UNDOING for t in words
    )
    name = len(words) > 1 and all(t.raw[:1].isupper() or t.raw[:1].isdigit() for t in words)
    weights = tuple(
        0.2
        if epithet(all_words, place, name)
        or whereabouts(all_words, place)
        or people(all_words, place)
        or illness(all_words, place)
        or (name and t.word in TITLES and sum(one.word not in TITLES for one in words) > 1)
        else weigh(t, prompt, only, name, carried)
        for place, t in zip(places, kept, strict=True)
    )
    found = phrases(tuple(t.stem for t in all_words), synonyms)
    person = parts(all_words, prompt)
    initials = initials_of(all_words)
    expansion = bool(initials & prompt.words)
    told = deeds(all_words)
    acronyms = frozenset(at for at, t in enumerate(kept) if is_acronym(t))
    special = acronyms or person or expansion or any(figures.value(t.raw) is not None for t in kept)
    return Answer(
        text,
        exact[0],
        exact[1],
        all_words,
        kept,
        weights,
        person,
        designation(all_words) if _names_thing(words) else None,
        places,
        found,
        expansion,
        letters(all_words, words),
        initials,
        groups_of(all_words),
        told,
        comparison(all_words, told),
        frozenset().union(*(phrase.groups for phrase in found)),
        acronyms,
        frozenset(form for t in kept for form in (t.word, f"~{t.stem}")),
        () if special else _found_by(all_words, places, found, synonyms),
    )


def _found_by(
    all_words: tuple[Token, ...],
    places: tuple[int, ...],
    expressions: tuple[Phrase, ...],
    synonyms: Synonyms,
) -> tuple[frozenset[Trait], ...]:
    """For each word of an answer all by which `align` may find it: what it is like, itself and its
    neighbour written as one, an expression that it stands in."""
    words = [all_words[place] for place in places]
    joined = [one.word + other.word for one, other in pairwise(words)]
    return tuple(
        reach(t.word, synonyms).union(
            (t.word, f"~{t.stem}"),
            joined[max(0, at - 1) : at + 1],
            *(phrase.groups for phrase in expressions if phrase.start <= place < phrase.end),
        )
        for at, (t, place) in enumerate(zip(words, places, strict=True))
    )
