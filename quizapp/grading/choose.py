"""Step 6, choosing: of all the answers of a key the one that a response fits best."""

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from quizapp.grading.answers import FORM, SAME, SLIP, Answer, Fit, Level, prepare_answer
from quizapp.grading.braces import braced, nearest
from quizapp.grading.compare import NOTHING, OTHERWISE_FOUND, compare
from quizapp.grading.english.classes import FUNCTION
from quizapp.grading.exact import all_folded
from quizapp.grading.fold import fold, join, squash
from quizapp.grading.lexicon import tier
from quizapp.grading.meaning import Synonyms
from quizapp.grading.prompt import Prompt
from quizapp.grading.reading import LONG, Reading
from quizapp.grading.slips import slipped
from quizapp.grading.tokens import Token, content, tokens
from quizapp.grading.traits import traits

SLIPPED = 0.95
"""So much is found of an answer that is there but for slips."""
LEAST, MANY = 3, 24
"""So many answers are compared word by word; of more, those that share most with the response."""


class Best(NamedTuple):
    """The answer that a response fits best, and how."""

    fit: Fit
    answer: str

    @property
    def fits(self) -> bool:
        """Whether the response earns what the answer is worth."""
        return self.fit.level >= Level.NEARLY

    @property
    def as_written(self) -> bool:
        """Whether the response has the answer's own words, or most of them, if with slips."""
        there = self.fits and self.fit.score >= OTHERWISE_FOUND
        return there and all(pair.how in (SAME, FORM, SLIP) for pair in self.fit.pairs)

    @property
    def places(self) -> frozenset[int]:
        """Where in the response the words stand that were found alike."""
        return frozenset(pair.at for pair in self.fit.pairs)

    @property
    def plain(self) -> int:
        """2 where the words are the answer's own, 1 with a slip, 0 where the meaning alone is."""
        return {SAME: 2, FORM: 2, SLIP: 1}.get(self.fit.how, 0)

    def outdoes(self, other: "Best") -> bool:
        """Whether this answer is meant rather than `other`, which the response fits as well."""
        return self.quality() > other.quality()

    def quality(self) -> tuple[int, float, float, int, int]:
        """How plainly the answer stands there: its words, how many and how close together, how near
        in meaning, in its order, how early."""
        places = [pair.at for pair in sorted(self.fit.pairs)]
        span = max(places, default=0) - min(places, default=0) + 1
        nearness = min((pair.strength for pair in self.fit.pairs), default=0.0)
        in_order = sum(one < other for one, other in pairwise(places))
        words = len(self.places)
        return self.plain, words * words / span, nearness, in_order, -min(places, default=0)


def best(answers: tuple[str, ...], reading: Reading, *, hints: bool = True) -> Best:
    """The answer that fits best; if none does, the one of which most is there.

    Sides exchanged in an answer of which more is there count against one that fits loosely. Without
    `hints` what speaks against a wording that does not fit is not asked.
    """
    found = [
        Best(compare(ready(answer, reading.prompt, reading.synonyms), reading, hints=hints), answer)
        for answer in variants(closest(answers, reading), reading)
    ]
    if not found:
        return Best(NOTHING, "")
    if len(found) == 1:
        return found[0]
    top = max(found, key=rank)
    if not top.fits or reading.several or (top.plain and top.fit.score >= SLIPPED):
        return top
    fuller = [one for one in found if one.fit.code == "roles" and one.places > top.places]
    return max(fuller, key=rank, default=top)


def variants(answers: tuple[str, ...], reading: Reading) -> tuple[str, ...]:
    """The answers, those with braces in the variant that comes nearest to the response."""
    if not any(map(braced, answers)):
        return answers
    unknown = [t.word for t in reading.words if not tier(t.word)]

    def worth(word: str) -> float:
        """What a word of the response counts; what it does not have costs a little."""
        if word in reading.places:
            return 1.0
        alike = not reading.traits.isdisjoint(traits(word, reading.synonyms))
        if alike or any(slipped(typed, word) for typed in unknown):
            return 0.8
        return -0.1 if word in FUNCTION else -0.5

    return tuple(nearest(answer, worth) for answer in answers)


def rank(found: Best) -> tuple[int, float, int, int, float, str]:
    """What makes one fit better than another; never their order in the key."""
    fit = found.fit
    level = fit.level if found.fits else Level.NOT
    there = max(fit.reach, fit.score)
    return level, there, found.plain, len(found.places), fit.score, found.answer


@lru_cache(maxsize=4096)
def ready(answer: str, prompt: Prompt, synonyms: Synonyms) -> Answer:
    """One answer made ready for comparison."""
    words = tokens(answer)
    forms = (fold(answer), squash(answer))
    return prepare_answer(answer, words, content(words), forms, prompt, synonyms)


def closest(answers: tuple[str, ...], reading: Reading) -> tuple[str, ...]:
    """Of very many answers those worth a look word by word: the more words, the fewer answers."""
    if len(answers) <= LEAST:
        return answers
    most = max(LEAST, min(MANY, 1200 // (1 + len(reading.open))))
    if len(answers) <= most:
        return answers
    words = reading.places.keys()
    index = vocabulary(answers)
    shared: dict[int, float] = {}
    for word in words:
        for at in index.get(word, ()):
            shared[at] = shared.get(at, 0.0) + 1 / len(index[word])
    ranked = sorted(shared, key=lambda at: (-shared[at], answers[at]))
    picks = [answers[at] for at in ranked[:most]]
    searched = not picks or any(map(unknown, reading.words))
    if len(picks) < most and len(reading.squashed) <= LONG and searched:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        near = process.extract(
            reading.squashed,
            squashed(answers),
            scorer=OSA.normalized_similarity,
            limit=most,
            score_cutoff=0.6,
        )
        picks += sorted(answers[at] for _, _, at in near)
    return tuple(dict.fromkeys(picks))[:most]


def unknown(token: Token) -> bool:
    """Whether a word may be a slip of another: it is no word itself, nor the plural of one."""
    return not (tier(token.word) or tier(token.word.removesuffix("s")))


@lru_cache(maxsize=64)
def vocabulary(answers: tuple[str, ...]) -> dict[str, list[int]]:
    """Which answers have each word, for many answers."""
    index: dict[str, list[int]] = {}
    for at, folded in enumerate(all_folded(answers)):
        for word in set(folded.split()):
            if word not in FUNCTION:
                index.setdefault(word, []).append(at)
    return index


@lru_cache(maxsize=64)
def squashed(answers: tuple[str, ...]) -> tuple[str, ...]:
    """The answers without their spaces."""
    return tuple(map(join, all_folded(answers)))
