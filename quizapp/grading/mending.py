"""A response as it was meant: words that are none are read as those that they are slips of.

All that follows (clauses, denials, sides, opposites, ideas) sees the words that were meant; the
verdict tells the slips in words of the key.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from quizapp.grading.edits import distance
from quizapp.grading.english.classes import FRAME, FUNCTION, LIGHT, NEGATORS, NO_ANSWER
from quizapp.grading.english.typing import COMMON_SLIPS, MISTAKEN, SHORTENED, SMALL
from quizapp.grading.fold import fold
from quizapp.grading.forms import stem
from quizapp.grading.key import Context, Ideas, TextKey
from quizapp.grading.lexicon import COMMON, KNOWN, tier
from quizapp.grading.patterns import Lazy
from quizapp.grading.plain_denials import pieces
from quizapp.grading.slips import confused, difference, is_word, sound
from quizapp.grading.verdict import Reason, Verdict

FEW = 50
"""So many answers to something else are looked at."""
TOLD = 3
"""So many slips are told."""
MOST = 24
"""So many words that are none are looked at."""
_RUN = Lazy(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LETTERS = Lazy(r"[^\W\d_]+")
_SMALL = FUNCTION | FRAME | LIGHT | NEGATORS


class Vocabulary(NamedTuple):
    """The folded words of a key and its question; what may be written for words of its answers:
    their initials, or two as one; these words by their folded forms, as they are written, and
    those by their shapes."""

    words: frozenset[str]
    short: frozenset[str]
    told: dict[str, str]
    shapes: dict[str, list[str]]


class Mended(NamedTuple):
    """A response with the words that were meant, and the slips in words of the key, as they were
    typed and meant."""

    text: str
    slips: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=512)
def vocabulary(key: TextKey, context: Context) -> Vocabulary:
    """The words of a key."""
    right = (*key.answers, *_says(key.ideas))
    entries = [*((one.answers, one.ideas) for one in key.wrong)]
    entries += ((one.answers, one.ideas) for one in key.partial)
    foreseen = [text for answers, ideas in entries for text in (*answers, *_says(ideas))]
    around = [text for group in (*context.synonyms, *context.distinct) for text in group]
    around += context.rivals[:FEW]
    told: dict[str, str] = {}
    for text in right:
        for at, word in enumerate(_LETTERS.findall(text)):
            told.setdefault(fold(word), word if at else _as_inside(word))
    others = (*foreseen, *around, context.prompt)
    words = {fold(word) for text in others for word in _LETTERS.findall(text)}
    short: set[str] = set()
    for text in right:
        written = [fold(word) for word in _LETTERS.findall(text)]
        short.add("".join(word[:1] for word in written))
        short.add("".join(word[:1] for word in written if len(word) > 2))
        short.update(one + two for one, two in pairwise(written) if _SMALL.isdisjoint((one, two)))
    words |= told.keys()
    shapes: dict[str, list[str]] = {}
    for folded in told:
        if len(folded) > 3 and folded not in SMALL:
            shapes.setdefault(_shape(folded), []).append(folded)
    return Vocabulary(frozenset(words), frozenset(short), told, shapes)


@lru_cache(maxsize=8192)
def _shape(word: str) -> str:
    """The letters of a folded word in order, of consonants that are written for each other one."""
    return "".join(sorted(word.translate(_WRITTEN_FOR_EACH_OTHER)))


_WRITTEN_FOR_EACH_OTHER = str.maketrans("ckzv", "sssf")


def mistaken(word: str, known: Vocabulary) -> str | None:
    """The word of the answers for which a real word may be written by mistake: one that sounds or
    looks like it (brake for break), has two letters in each other's place (slit for silt), or a
    consonant that sounds the same (devise for device); none if it is the key's itself."""
    other = MISTAKEN.get(word)
    found = [] if other is None or stem(other) not in set(map(stem, known.told)) else [other]
    found += [one for one in known.shapes.get(_shape(word), ()) if _looks_like(word, one)]
    if not found or stem(word) in set(map(stem, known.words)):
        return None
    return next((one for one in found if not confused(word, one)), None)


def _looks_like(typed: str, word: str) -> bool:
    """Whether two words of one shape differ in the places of two letters, or in one consonant."""
    swapped = sorted(typed) == sorted(word)
    return distance(typed, word, 1) == 1 and (
        swapped or (len(word) > 4 and sound(typed) == sound(word))
    )


@lru_cache(maxsize=512)
def is_english(key: TextKey, context: Context) -> bool:
    """Whether the words of a key are English, so that one that is none in English is a slip."""
    words, _, told, _ = vocabulary(key, context)
    return _are_words(words) and (len(told) < SENTENCE or _are_words(told.keys()))


SENTENCE = 3
"""Fewer words may all be names, in any language."""


def _are_words(words: Collection[str]) -> bool:
    """Whether most of some folded words are English, and not too rare."""
    known = sum(
        word in _SMALL or tier(stem(word)) in _USUAL or tier(word) in _USUAL for word in words
    )
    return known * 2 > len(words)


_USUAL = (COMMON, KNOWN)


def _as_inside(word: str) -> str:
    """The first word of a text as it would stand inside it."""
    common = word[1:].islower() and tier(fold(word)) in (COMMON, KNOWN)
    return word.lower() if common else word


def _says(ideas: Ideas) -> tuple[str, ...]:
    return tuple(text for idea in ideas.ideas for text in (*idea.says, *idea.names))


def mend(key: TextKey, context: Context, text: str, *, small: bool = False) -> Mended:
    """A response as it was meant; in its `small` words alone, or in all."""
    if context.strict or fold(text) in NO_ANSWER:
        return Mended(text)
    known = vocabulary(key, context)
    if not any(_is_strange(_unowned(typed), known) for typed in _RUN.findall(text)):
        return Mended(text)
    runs = [_headed(found) for found in _RUN.finditer(text)]
    odd = [run for run in runs if _is_strange(run.typed, known) and _may_be_slip(run, text)]
    if not (odd and is_english(key, context)):
        return Mended(text)
    out: list[str] = []
    slips: list[tuple[str, str]] = []
    end = 0
    for guess in _guesses(odd, runs, text, known):
        start, word = guess.run.start, guess.word
        if start < end or (small and SMALL.isdisjoint(word.split())):
            continue
        out += [text[end:start], word.capitalize() if text[start].isupper() else word]
        end = guess.run.end
        if word in known.told and word not in _SMALL and " " not in guess.run.typed:
            slips.append((guess.run.typed, known.told[word]))
    return Mended("".join([*out, text[end:]]), tuple(slips))


def _is_strange(typed: str, known: Vocabulary) -> bool:
    """Whether a run of letters may be a slip beside the words of a key."""
    word = fold(typed)
    if word in MISTAKEN:
        return True
    if is_known(word, known.words):
        return len(word) > 3 and word not in known.words and _shape(word) in known.shapes
    return word not in known.short or _shape(word) in known.shapes


def is_known(word: str, vocabulary: frozenset[str]) -> bool:
    """Whether a folded word is taken as it is: a word, listed or of the key, or its plural."""
    return word in vocabulary or _is_listed(word)


@lru_cache(maxsize=8192)
def _is_listed(word: str) -> bool:
    """Whether a folded word is one by itself, or a plural, rightly made or not (oxes)."""
    if word in COMMON_SLIPS:
        return False
    return (
        word in SMALL
        or word in SHORTENED
        or is_word(word)
        or any(
            word.endswith(ending) and tier(word.removesuffix(ending)) in _USUAL
            for ending in ("s", "es")
        )
    )


def _guesses(
    odd: list["_Run"], runs: list["_Run"], text: str, known: Vocabulary
) -> Iterator["_Guess"]:
    """What is meant by those runs of letters of a text that are no word, or another one."""
    looked = 0
    for run in odd:
        word = fold(run.typed)
        if is_known(word, known.words):
            other = mistaken(word, known) if len(runs) > LONG else None
        elif (looked := looked + 1) > MOST:
            return
        elif (both := _joined(run, runs, text, known)) is not None:
            if both.word:
                yield both
            continue
        else:
            other = _guess(word, run, runs, text, known)
        if other is not None:
            yield _Guess(run, other)


def told(verdict: Verdict, slips: tuple[tuple[str, str], ...]) -> Verdict:
    """A verdict of full credit that tells the slips that were passed over."""
    if verdict.outcome != "correct" or not slips:
        return verdict
    from quizapp.grading.compare import slip_words

    reason = Reason("slip", slip_words(slips[:TOLD]))
    return verdict._replace(outcome="close", reasons=(reason,), slip=difference(*slips[0]))


class _Run(NamedTuple):
    """A run of letters, and where it stands."""

    typed: str
    start: int
    end: int


class _Guess(NamedTuple):
    """What a run of letters, or two, are taken for."""

    run: _Run
    word: str


def _unowned(typed: str) -> str:
    """A run of letters without the ending of a possessive."""
    return typed[:-2] if typed.endswith(("'s", "’s")) else typed


def _headed(found: re.Match[str]) -> _Run:
    """A run of letters as it is looked at."""
    typed = _unowned(found[0])
    return _Run(typed, found.start(), found.start() + len(typed))


def _guess(word: str, run: _Run, runs: list[_Run], text: str, known: Vocabulary) -> str | None:
    """What a word that is none was meant to be, unless it is cut short or a name in mixed case."""
    from quizapp.grading.corrections import meant

    at = runs.index(run)
    begins = not text[: run.start].strip() or text[: run.start].rstrip()[-1] in ".!?:"
    goes_on = at + 1 < len(runs) and runs[at + 1].typed[0].islower()
    name = run.typed[0].isupper() and not (begins and goes_on)
    if not run.typed[1:].islower() or (len(word) > 3 and _is_cut_short(word, known)):
        return None
    return meant(word, known.words, name, len(runs) < LONG)


def _is_cut_short(word: str, known: Vocabulary) -> bool:
    """Whether a word is the beginning of one that is much longer: admin."""
    return any(one.startswith(word) and len(one) > len(word) + 2 for one in known.words)


def _joined(run: _Run, runs: list[_Run], text: str, known: Vocabulary) -> _Guess | None:
    """A word that is written as two, of which one is none; "" where its hyphen may stand."""
    if fold(run.typed) in COMMON_SLIPS:
        return None
    at = runs.index(run)
    for left, right in pairwise(runs[max(0, at - 1) : at + 2]):
        word = fold(left.typed + right.typed)
        near = right.start - left.end == 1 and text[left.end] in " -"
        if near and (word in known.words or (len(word) >= WHOLE and is_word(word))):
            whole = _Run(text[left.start : right.end], left.start, right.end)
            return _Guess(whole, word if text[left.end] == " " else "")
    return None


WHOLE = 6
"""Shorter words of the dictionary are not made of two."""
LONG = 2
"""In a response of fewer words none of three letters is guessed."""


def _may_be_slip(run: _Run, text: str) -> bool:
    """Whether a run of letters is a word by itself, not in capitals, nor a part of "H2O"."""
    word, before, after = run.typed, text[run.start - 1 : run.start], text[run.end : run.end + 1]
    if not word.isascii() or len(word) < (3 if after == "-" else 2) or word.isupper():
        return False
    if before.isdigit() or after.isdigit() or before in _MARKS or after in _MARKS:
        return False
    if after == "." and (text[run.end + 1 : run.end + 2].isalpha() or fold(word) in SHORTENED):
        return False
    return pieces(word) == [(word, False)]


_MARKS = frozenset("_@#+(/\\$€£<>=^*")
"""Signs beside which letters are no word of a sentence."""
