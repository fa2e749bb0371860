"""Responses that say the opposite of an answer: its verb denied, its sides exchanged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from quizapp import grading
from quizapp.bank.model import DataPath, Finding, advised
from quizapp.grading.english.classes import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from quizapp.grading.forms import participle
from quizapp.grading.lexicon import NAME, relations, tier
from quizapp.grading.meaning import is_comparative, word_kinds
from quizapp.grading.tokens import Token, tokens
from quizapp.grading.verbs import Group, groups
from quizapp.kinds.item_writing import COMMON

FEW_WORDS = 5
"""An answer of so many words without a verb is denied as a whole."""
_DENIED = r"(?i)\b(not|no|never|none|nothing|nobody|without|cannot|nor)\b|n['’]t\b"
_LEADING = (
    r"(?i)^(because|since|as|for|so that|so|in that|by the fact that|due to the fact that)\s+"
)
_NEXT_CLAUSE = r"(?i)[,;:.]|\b(so|because|and|but|or|while|which|that|who|since|when|if|as)\b"
_SOFTENED = frozenset("only to just almost nearly".split())  # noqa: SIM905
_ALREADY = frozenset("already still always often usually mostly mainly".split())  # noqa: SIM905
_BOTH_WAYS = frozenset(
    """meet meets met equal equals equalled match matches matched touch touches touched marry
    marries married join joins joined fight fights fought border borders bordered resemble resembles
    resembled cross crosses crossed differ differs differed agree agrees agreed has have had
    contains became become becomes means meant""".split()  # noqa: SIM905
)
"""Verbs that say the same with their sides exchanged, or nonsense that nobody would answer."""
_ONE_WAY = frozenset(
    """behind below above before after under over beneath inside within outside""".split()  # noqa: SIM905
)
"""Prepositions behind "is" that say something else from the other side."""
_NO_NOUN = (COMMON - PRONOUNS) | {"further"}
"""Words that end no subject: what follows them was taken for a verb."""
PARTICLES = frozenset("up down out off back away apart together".split())  # noqa: SIM905
"""Words that belong to the verb before them: "holds back"."""
_NO_SUBJECT = frozenset(
    """how what when where why which who whoever that whether rarely seldom hardly scarcely few
    little goes""".split()  # noqa: SIM905
)
"""Words before a verb that make its denial no plain sentence, or no denial."""
_OF_ONE = frozenset({"is", "was", "has", "does"})
_OF_MANY = frozenset({"are", "were", "have", "do"})
_FROM_TO = r"(?i)\bfrom ((?:the )?[\w’'-]+) (?:in)?to ((?:the )?[\w’'-]+)"


def advice_on_opposites(
    answer: str, judge: Callable[[str], grading.Verdict], place: DataPath, part: str = ""
) -> Iterator[Finding]:
    """Advice on the opposites of an `answer` that are accepted, the first of each sort; `part` says
    what it answers."""
    for code, remedy, responses in (
        ("denial", "put it into wrong, and into reject of tests", (negated(answer),)),
        (
            "exchange",
            'say in an idea who does it (by = ["…"]) or which way, or put it into wrong',
            exchanged(answer),
        ),
    ):
        taken = next((one for one in responses if one and judge(one).accepted), "")
        if taken:
            yield advised(place, code, f"{part}{taken[:80]!r} is accepted too", remedy)


def negated(answer: str) -> str:
    """The answer denied: `not the kitchen`, `it is not warm`, `the earth never turns`; "" where
    that is not plain to do.

    Of several clauses the first is left, denied: nothing of the answer stands any more.
    """
    if "\n" in answer or re.search(_DENIED, first := _first_clause(answer)):
        return ""
    words, read = first.split(), tokens(first)
    verb = _verb(read) if len(read) == len(words) else None
    if verb is None:
        whole = first == answer and len(words) <= FEW_WORDS
        whole = whole and _NO_SUBJECT.isdisjoint(token.word for token in read)
        return f"not {answer}" if whole and not groups(read, 0, len(read)) else ""
    if "to" in (read[0].word, read[verb.start].word):
        return ""
    if read[verb.start].word not in AUXILIARIES:
        return " ".join((*words[: _subject_end(read, verb)], "never", *words[verb.start :]))
    after = words[verb.start + 1 :]
    after = after[1:] if after and after[0] in _ALREADY else after
    if not after or after[0] in _SOFTENED or re.match("un|in|im|dis", after[0]):
        return ""
    return " ".join((*words[: verb.start + 1], "not", *after))


def exchanged(answer: str) -> Iterator[str]:
    """The answer with who does it and whom it is done to exchanged, or from where and to where."""
    if "\n" in answer:
        return
    if way := re.search(_FROM_TO, answer):
        yield (
            answer[: way.start(1)] + way[2] + answer[way.end(1) : way.start(2)] + way[1]
            + answer[way.end(2) :]
        )  # fmt: skip
    first = _first_clause(answer)
    words, read = first.split(), tokens(first)
    verb = _verb(read) if len(read) == len(words) else None
    if verb is not None and (sides := _sides(read, verb)):
        (start, end), (begin, last) = sides
        words[0] = words[0] if _is_name(read[0]) else words[0].lower()
        turned = (*words[:start], *words[begin:last], *words[end:begin], *words[start:end])
        yield " ".join((*turned, *words[last:]))


def _is_name(token: Token) -> bool:
    """Whether a word is written with a capital wherever it stands."""
    return tier(token.word) in (0, NAME) or relations(token.stem).nation


def _verb(read: tuple[Token, ...]) -> Group | None:
    """The first verb of a clause, if it has a plain subject: no question, nothing scarce."""
    for verb in groups(read, 0, len(read)):
        end = _subject_end(read, verb)
        if end > 0 and read[end - 1].word not in _NO_NOUN:
            after = read[verb.head + 1].word if verb.head + 1 < len(read) else ""
            before = {token.word for token in read[:end]}
            plain = before.isdisjoint(_NO_SUBJECT) and read[0].word not in PREPOSITIONS
            is_verb = read[verb.head].word not in PARTICLES and after != "of"
            return verb if plain and is_verb else None
    return None


def _subject_end(read: tuple[Token, ...], verb: Group) -> int:
    """Where the words before a verb end, but for one such as "already"."""
    return verb.start - (verb.start > 0 and read[verb.start - 1].word in _ALREADY)


def _first_clause(answer: str) -> str:
    """What an answer says first, without the word that leads to it."""
    told = re.sub(_LEADING, "", answer.strip())
    return re.split(_NEXT_CLAUSE, told, maxsplit=1)[0].strip()


Span = tuple[int, int]


def _sides(read: tuple[Token, ...], verb: Group) -> tuple[Span, Span] | None:
    """Where the two sides of the verb stand that cannot be exchanged; None where there are none."""
    head, begin = read[verb.head].word, verb.head + 1
    if head in _BOTH_WAYS or begin >= len(read):
        return None
    end = _subject_end(read, verb)
    if head in BE:
        placed = read[begin].word in _ONE_WAY
        compared = is_comparative(read[begin].word) and begin + 1 < len(read)
        if placed:
            begin += 1
        elif compared and read[begin + 1].word == "than":
            begin += 2
        else:
            return None
    elif verb.passive:
        if read[begin].word != "by":
            return None
        begin += 1
    last = begin
    while last < len(read) and (read[last].word == "of" or read[last].word not in PREPOSITIONS):
        last += 1
    sides = ((0, end), (begin, last))
    things = all(_is_thing(read[one:other]) for one, other in sides)
    return sides if things and _agrees(read, verb, last) else None


def _is_thing(words: tuple[Token, ...]) -> bool:
    """Whether some words name a thing by itself: they end in a noun, and there is no "it" in them,
    no place and no beginning of another clause."""
    small = (PRONOUNS | RELATIVES | PREPOSITIONS | PARTICLES) - {"of"}
    if not words or any(token.word in small for token in words):
        return False
    last, led = words[-1].word, words[0].word in DETERMINERS
    known = word_kinds(last)
    noun = led or not known or ("noun" in known and "adverb" not in known)
    return noun and not is_comparative(last) and not groups(words, 0, len(words))


def _agrees(read: tuple[Token, ...], verb: Group, last: int) -> bool:
    """Whether the verb may stand behind what its object ends in, one thing or several."""
    said, many = read[verb.start].word, _is_many(read[last - 1].word)
    if said in AUXILIARIES:
        return said not in (_OF_ONE if many else _OF_MANY)
    if participle(said):
        return True
    return many != said.endswith("s")


def _is_many(noun: str) -> bool:
    return noun in ("people", "men", "women", "children") or (
        noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    )
