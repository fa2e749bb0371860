"""What an answer that was drafted must say, as ideas."""

import re

from quizapp.drafting.source import SMALL, content_words
from quizapp.grading.english.classes import ADVERBS, NEGATORS, PREPOSITIONS
from quizapp.grading.meaning import is_noun, is_verb
from quizapp.grading.tokens import tokens
from quizapp.grading.verbs import groups

LONGEST, MOST_IDEAS = 2, 3
"""So many of the longest expressions are ideas, and so many ideas there are in all."""
SHORT = 3
TELLING = 7
"""A word of so few letters bears no expression ("vitamin C"), and one of fewer than `TELLING` is no
idea by itself ("months", "ships")."""
_FROM_TO = re.compile(r"\bfrom [\w-]+ to [\w-]+\b")
_WORD_OR_BREAK = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*|[,;—]")
_CONTRASTS = frozenset(
    ("no", "not", "never", "without", "different", "same", "other", "only", "most", "few", "fewest",
     "own", "more", "less", "fewer")
)  # fmt: skip
"""Words without which an expression may say the opposite."""
_EMPTY = (
    SMALL | PREPOSITIONS | ADVERBS | {"already", "still", "often", "always", "far", "near", "well"}
)
_JOINED = frozenset({"a", "an", "the", "their", "its", "his", "her"})
"""Words that stand within an expression and add nothing to it."""

Wordings = list[str] | dict[str, list[str]]
"""An idea as a bank writes it: its wordings alone, or with `by`."""


def ideas(answer: str, prompt: str) -> list[Wordings]:
    """What an answer must say: its deed with who does it, from where to where, and its longest
    expressions, each also by the word that bears it."""
    found: list[Wordings] = []
    rest = answer
    if doer := _doer(answer):
        subject, verb = doer
        found.append({"says": [verb], "by": [subject]})
        rest = answer.partition(verb)[2]
    for way in _FROM_TO.findall(rest):
        found.append([way])
        rest = rest.replace(way, ";")
    chunks = _expressions(rest, {word.lower() for word in content_words(prompt)})
    best = sorted(chunks, key=lambda chunk: -sum(map(len, chunk)))[:LONGEST]
    kept = [chunk for chunk in chunks if chunk in best or _contrasts(chunk)]
    every = [*found, *map(_wordings, kept)][:MOST_IDEAS]
    telling = [idea for idea in every if _telling(idea)]
    # One idea alone, of several that were found, would be enough for half an answer.
    return telling if len(telling) == len(every) or len(telling) > 1 else []


def _telling(idea: Wordings) -> bool:
    """Whether an idea is more than a short word, or than a deed without what it is done to."""
    if isinstance(idea, dict) or " " in idea[0]:
        return True
    return len(idea[0]) >= TELLING and not is_verb(idea[0].lower())


def _expressions(text: str, asked: set[str]) -> list[list[str]]:
    """The runs of words that say something which was not `asked`."""
    chunks: list[list[str]] = [[]]
    for word in _WORD_OR_BREAK.findall(text):
        small = word.lower() in _EMPTY and word.lower() not in _CONTRASTS
        if word.lower() in _JOINED:
            continue
        if small or word.lower() in NEGATORS or not word[0].isalnum():
            chunks.append([])
        if small or not word[0].isalnum():
            continue
        if word.lower() not in asked:
            chunks[-1].append(word)
    return [
        chunk
        for chunk in chunks
        if any(len(word) > 3 and word.lower() not in _CONTRASTS for word in chunk)
    ]


def _wordings(chunk: list[str]) -> Wordings:
    """An expression, and its last word where the others do not change what it says."""
    denied = chunk[0].lower() in NEGATORS | {"nobody", "nothing"}
    short = len(chunk[-1]) <= SHORT
    whole = (
        denied
        or short
        or _contrasts(chunk)
        or (is_verb(chunk[0].lower()) and not is_noun(chunk[0].lower()))
    )
    return list(dict.fromkeys([" ".join(chunk), *([] if whole else chunk[-1:])]))


def _contrasts(chunk: list[str]) -> bool:
    """Whether an expression says the opposite without one of its words."""
    return not _CONTRASTS.isdisjoint(word.lower() for word in chunk)


def _doer(answer: str) -> tuple[str, str] | None:
    """Who does what, each by its word, where an answer begins with that."""
    words = tokens(answer)
    verb = next((one for one in groups(words, 0, len(words)) if one.start), None)
    if verb is None or verb.passive or verb.start != verb.head:
        return None
    subject, deed = words[verb.start - 1], words[verb.head]
    small = SMALL | PREPOSITIONS
    named = all(word.word not in PREPOSITIONS for word in words[: verb.start])
    if not named or subject.word in small or deed.word in small or deed.denied:
        return None
    return subject.raw, deed.raw
