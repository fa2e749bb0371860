"""Step 5, the guards: what similarity cannot see. Each may speak against a match, with its reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizapp.grading import figures, lexicon, names, roles
from quizapp.grading.meaning import opposite
from quizapp.grading.tokens import Token
from quizapp.grading.words.people import GIVEN, SURNAME_FIRST
from quizapp.grading.words.small import (
    AUXILIARIES,
    FRAME,
    FUNCTION,
    GENERIC,
    KIN,
    LIGHT,
    MODIFIERS,
    NEGATORS,
    TITLES,
)

if TYPE_CHECKING:
    from quizapp.grading.compare import Answer, Pair, Reading

Against = tuple[str, str] | None

_CODE = re.compile(r"[a-z]{1,5}\d+[a-z]{0,4}")


def has_code(words: tuple[Token, ...]) -> bool:
    """Whether an answer is a designation: letters and a figure, as Su-35 or H2O."""
    for at, token in enumerate(words):
        if _CODE.fullmatch(token.word):
            return True
        if (
            at
            and token.word[0].isdigit()
            and words[at - 1].raw.isupper()
            and token.gap in ("-", " ", "")
        ):
            return True
        if at and token.word[0].isdigit() and token.gap == "-" and words[at - 1].word.isalpha():
            return True
    return False


def numeral_follows(token: Token) -> bool:
    """Whether a token can be a name's number (Henry VIII)."""
    return figures.value(token.raw) is not None


def person(answer: Answer, reading: Reading, pairs: list[Pair]) -> bool | None:
    """Whether the family name alone was given; None if a given name is wrong or it is not there."""
    assert answer.person is not None
    given, family = answer.person
    for pair in pairs:
        if answer.words[pair.wanted].word == family:
            if wrong_given(reading, pair.at, given):
                return False
            after = reading.all[pair.at + 1] if pair.at + 1 < len(reading.all) else None
            if (
                after is not None
                and family in SURNAME_FIRST
                and after.clause == reading.all[pair.at].clause
                and after.word not in FUNCTION
                and not any(after.word[:2] == g[:2] for g in given)
            ):
                return False
            return not (after is not None and after.word in GENERIC)
    return None


def wrong_given(reading: Reading, at: int, given: tuple[str, ...]) -> bool:
    """Whether the words before the family name at `at` are somebody else's given names."""
    clause = reading.all[at].clause
    before = []
    for place in range(at - 1, max(-1, at - 4), -1):
        token = reading.all[place]
        if token.clause != clause or token.word in FUNCTION | FRAME | LIGHT | AUXILIARIES:
            break
        before.append(token)
    theirs = [t.word for t in before if t.word in GIVEN]
    if len(given) > 1 and any(not any(names.same_given(name, n) for name in given) for n in theirs):
        return True
    if not before or any(names.same_given(name, t.word) for t in before for name in given):
        return False
    return names.another(before[0], given)


def against(
    answer: Answer, reading: Reading, pairs: list[Pair], missing: list[int], prompt: frozenset[str]
) -> Against:
    """The first guard's objection to reading the response as the answer, or None."""
    for guard in (
        denied,
        opposed,
        both_ways,
        figure,
        replaced,
        neighbour,
        other_name,
        rival,
        roles.swapped,
    ):
        found = guard(answer, reading, pairs, missing, prompt)
        if found is not None:
            return found
    return None


def denied(
    answer: Answer, reading: Reading, pairs: list[Pair], missing: list[int], prompt: frozenset[str]
) -> Against:
    """A negation over the answer's words that the answer does not have, or the other way."""
    for pair in pairs:
        wanted, given = answer.words[pair.wanted], reading.all[pair.at]
        if wanted.denied != given.denied and answer.weights[pair.wanted] >= 0.3:
            if opposite(wanted.word, given.word):
                continue
            where = reading.places.get(given.word, [])
            if any(reading.all[at].denied == wanted.denied for at in where) and len(where) > 1:
                continue
            text = (
                f"It denies “{given.raw}”."
                if given.denied
                else f"It asserts “{given.raw}”, which the answer denies."
            )
            return "negation", text
    return None


def opposed(
    answer: Answer, reading: Reading, pairs: list[Pair], missing: list[int], prompt: frozenset[str]
) -> Against:
    """An opposite in the place of a missing word."""
    taken = {pair.at for pair in pairs}
    for at in missing:
        wanted = answer.words[at]
        for place, given in enumerate(reading.all):
            if (
                place not in taken
                and given.denied == wanted.denied
                and opposite(wanted.word, given.word)
            ):
                return "opposite", f"“{given.raw}” is the opposite of “{wanted.raw}”."
    return None


_RELATING = frozenset(
    {"than", "when", "while", "as", "if", "from", "to", "instead", "with", "more"}
)


def both_ways(
    answer: Answer,
    reading: Reading,
    pairs: list[Pair],
    missing: list[int],
    prompt: frozenset[str],
) -> Against:
    """A word of the answer together with its opposite, and nothing that relates the two."""
    if len(answer.words) > 4 or any(t.word in _RELATING for t in reading.all):
        return None
    taken = {pair.at for pair in pairs}
    for pair in pairs:
        wanted = answer.words[pair.wanted]
        for place, given in enumerate(reading.all):
            if (
                place not in taken
                and given.denied == wanted.denied
                and given.clause == reading.all[pair.at].clause
                and given.word not in FUNCTION
                and opposite(wanted.word, given.word)
            ):
                both = f"“{reading.all[pair.at].raw}” and “{given.raw}”"
                return "hedge", f"It says both {both}."
    return None


def replaced(
    answer: Answer,
    reading: Reading,
    pairs: list[Pair],
    missing: list[int],
    prompt: frozenset[str],
) -> Against:
    """Another name in the place of one that the question has and the answer repeats."""
    taken = {pair.at for pair in pairs}
    for at in missing:
        wanted = answer.words[at]
        if not wanted.raw[:1].isupper() or lexicon.tier(wanted.word) in (1, 2, 3):
            continue
        for place, given in enumerate(reading.all):
            if (
                place not in taken
                and given.stem not in prompt
                and given.raw[:1].isupper()
                and lexicon.tier(given.word) in (0, lexicon.NAME)
            ):
                return "name", f"“{given.raw}” is not {wanted.raw}."
    return None


def figure(
    answer: Answer, reading: Reading, pairs: list[Pair], missing: list[int], prompt: frozenset[str]
) -> Against:
    """A figure of the answer that is missing or another; a number behind a name that has none."""
    taken = {pair.at for pair in pairs}
    for at in missing:
        wanted = answer.words[at]
        if figures.value(wanted.raw) is not None or any(char.isdigit() for char in wanted.word):
            others = [
                t.raw
                for place, t in enumerate(reading.all)
                if place not in taken
                and (figures.value(t.raw) is not None or any(c.isdigit() for c in t.word))
            ]
            if answer.code:
                return (
                    "designation",
                    f"{others[0] if others else reading.text[:40]} is not {answer.text}: designations must match.",
                )
            if others:
                return "figure", f"{others[0]} is not {wanted.raw}."
            return "figure", f"{wanted.raw} is missing."
    if not any(figures.value(t.raw) is not None for t in answer.all):
        for pair in pairs:
            after = reading.all[pair.at + 1] if pair.at + 1 < len(reading.all) else None
            if after is None or after.gap not in (" ", "-") or pair.at + 1 in taken:
                continue
            if answer.words[pair.wanted].raw[:1].isupper() and figures.roman(after.raw) > 1:
                return "figure", f"“{after.raw}” makes another name of it."
    return None


def neighbour(
    answer: Answer, reading: Reading, pairs: list[Pair], missing: list[int], prompt: frozenset[str]
) -> Against:
    """A word beside the match that makes something else of it: New Mexico, Moscow's partner."""
    if len(answer.words) > 3:
        return None
    taken = {pair.at for pair in pairs}
    mine = {t.word for t in answer.all}
    first, last = min(taken), max(taken)
    before = reading.all[first - 1] if first else None
    if (
        before is not None
        and not reading.all[first].gap.strip(" -")
        and before.word in MODIFIERS
        and before.word not in mine | prompt
        and answer.words[0].raw[:1].isupper()
    ):
        return "name", f"“{before.raw}” makes another name of it."
    after = reading.all[last + 1] if last + 1 < len(reading.all) else None
    if (
        reading.all[last].owner
        and after is not None
        and not answer.words[-1].owner
        and (
            after.word in KIN
            or (len(reading.words) <= len(answer.words) + 1 and after.word not in FUNCTION | FRAME)
        )
    ):
        return "name", f"“{after.raw}” is what is named, not “{answer.text}”."
    if first > 1 and before is not None:
        head = (
            reading.all[first - 2]
            if before.word == "of"
            else reading.all[first - 3]
            if first > 2 and before.word in ("the", "a") and reading.all[first - 2].word == "of"
            else None
        )
        if head is not None and head.word in KIN and head.word not in mine | prompt:
            return "name", f"“{head.raw} of” names another."
    return None


def other_name(
    answer: Answer, reading: Reading, pairs: list[Pair], missing: list[int], prompt: frozenset[str]
) -> Against:
    """Another person's given name before the family name."""
    if answer.person is None or not missing:
        return None
    if person(answer, reading, pairs) is False:
        return "name", f"Another name than {answer.text}."
    return None


_EITHER = frozenset({"or", "either"})


def rival(
    answer: Answer, reading: Reading, pairs: list[Pair], missing: list[int], prompt: frozenset[str]
) -> Against:
    """Two answers where one is asked: "Sydney or Canberra"."""
    if len(answer.words) > 3 or any(t.word in ("or", "and", "both") for t in answer.all):
        return None
    taken = {pair.at for pair in pairs}
    first, last = min(taken), max(taken)
    words = reading.all
    for at, token in enumerate(words):
        slash = "/" in token.gap
        if token.word != "or" and not slash:
            continue
        left, right = at - 1, at if slash else at + 1
        while right < len(words) and words[right].word in (
            "the",
            "a",
            "an",
            "maybe",
            "perhaps",
            "even",
            "possibly",
        ):
            right += 1
        if left < 0 or right >= len(words):
            continue
        for mine, theirs in ((left, right), (right, left)):
            near = (
                mine in taken
                or (mine == right and first in range(right, right + 3))
                or (mine == left and last in range(left - 2, left + 1))
            )
            if (
                near
                and theirs not in taken
                and not words[theirs].denied
                and words[theirs].word not in FUNCTION
            ):
                if (
                    words[right - 1].word == "or"
                    and at + 1 < len(words)
                    and right < len(words)
                    and words[mine].stem == words[theirs].stem
                ):
                    continue
                return (
                    "hedge",
                    f"Two answers, “{words[left].raw}” or “{words[right].raw}”, where one is asked.",
                )
    chunks = _chunks(words)
    if (
        len(chunks) >= 3
        and sum(bool(set(chunk) & taken) for chunk in chunks) == 1
        and all(len(_bare(words, chunk)) <= 3 for chunk in chunks)
    ):
        return "hedge", "Several answers where one is asked."
    if len(chunks) == 2 and len(words) <= 8:
        here, there = chunks if set(chunks[0]) & taken else chunks[::-1]
        if set(there) & taken or any(words[at].denied for at in there):
            return None
        one, other = _sense(words, here), _sense(words, there)
        if (one.kinds & other.kinds) - {"thing"} and not one.meanings & other.meanings:
            return "hedge", "Two answers where one is asked."
        if words[there[0]].word in prompt and words[here[0]].word in prompt:
            return "hedge", "Two answers where one is asked."
    return None


def _bare(words: tuple[Token, ...], places: list[int]) -> list[int]:
    return [at for at in places if words[at].word not in FUNCTION | FRAME]


def _sense(words: tuple[Token, ...], places: list[int]) -> lexicon.Sense:
    return lexicon.sense(
        " ".join(words[at].word for at in places if words[at].word not in FUNCTION)
    )


def _chunks(words: tuple[Token, ...]) -> list[list[int]]:
    """A response as the stretches between commas, semicolons and "and"."""
    chunks: list[list[int]] = [[]]
    for at, token in enumerate(words):
        if any(mark in token.gap for mark in ",;/|\n+"):
            chunks.append([])
        if token.word in ("and", "or"):
            chunks.append([])
        elif token.word not in ("the", "a", "an"):
            chunks[-1].append(at)
    return [chunk for chunk in chunks if chunk]
