"""The very words of a key: what a response that has them is worth, before anything is compared."""

import re
from functools import lru_cache
from typing import NamedTuple

from quizapp.grading.braces import braced, spelled
from quizapp.grading.english.classes import ARTICLES
from quizapp.grading.english.signs import KEYS
from quizapp.grading.fold import fold, join
from quizapp.grading.key import TextKey
from quizapp.grading.letters import literal
from quizapp.grading.verdict import Reason, Verdict, correct, wrong

FEW = 24
"""The folded forms of so many answers are remembered one by one."""


class Exact(NamedTuple):
    """The answers of a key by their folded forms, and those with braces as they are written."""

    accepted: dict[str, str]
    literal: frozenset[str]
    foreseen: dict[str, int]
    credited: dict[str, int]
    braced: tuple[str, ...]
    braced_foreseen: tuple[tuple[str, int], ...]
    braced_credited: tuple[tuple[str, int], ...]


@lru_cache(maxsize=64)
def all_folded(answers: tuple[str, ...]) -> tuple[str, ...]:
    """The answers folded."""
    return tuple(map(fold.__wrapped__ if len(answers) > FEW else fold, answers))


@lru_cache(maxsize=512)
def exact_forms(key: TextKey) -> Exact:
    """The look-ups of one key."""
    accepted: dict[str, str] = {}
    literal = set()
    with_braces = tuple(filter(braced, key.answers))
    for answer, folded in zip(key.answers, all_folded(key.answers), strict=True):
        if with_braces and braced(answer):
            continue
        if not folded:
            literal.add(answer.strip())
            continue
        accepted.setdefault(join(folded), answer)
        if folded.startswith(("the ", "a ", "an ")):
            accepted.setdefault(bare(folded), answer)
    foreseen = [(answer, at) for at, group in enumerate(key.wrong) for answer in group.answers]
    credited = [(answer, at) for at, one in enumerate(key.partial) for answer in one.answers]
    return Exact(
        accepted,
        frozenset(literal - {""}),
        {join(fold(answer)): at for answer, at in foreseen if not braced(answer)},
        {join(fold(answer)): at for answer, at in credited if not braced(answer)},
        with_braces,
        tuple(one for one in foreseen if braced(one[0])),
        tuple(one for one in credited if braced(one[0])),
    )


@lru_cache(maxsize=512)
def opened(key: TextKey) -> TextKey:
    """The key with what its answers are without their brackets: "hornbill (a bird)" is "hornbill".

    What a bracket calls another name ("or", "also", "formerly" in front) is an answer too.
    """
    more = []
    for answer in key.answers:
        if " (" not in answer and not (answer.startswith("(") and not _given(answer)):
            continue
        rest = " ".join(_BRACKET.sub(" ", answer).split())
        if len(fold(rest)) > 2:
            more.append(rest)
        more += _CALLED.findall(answer)
    return key._replace(answers=tuple(dict.fromkeys((*key.answers, *more)))) if more else key


def _given(answer: str) -> bool:
    """Whether an answer begins with a given name in brackets, which tells whose surname it is."""
    from quizapp.grading.english.people import GIVEN

    return all(len(name) == 1 or name in GIVEN for name in fold(answer.partition(")")[0]).split())


_BRACKET = re.compile(r"(?:(?<=\s)|^)\([^()]*\)")
_CALLED = re.compile(r"(?<=\()(?:or|also|formerly|now)(?: called)? ([^()]+)(?=\))")


def bare(folded: str) -> str:
    """A folded text without articles in front and without its spaces."""
    words = folded.split()
    while len(words) > 1 and words[0] in ARTICLES and words[1] not in KEYS:
        words = words[1:]
    return join(" ".join(words))


def word_for_word(key: TextKey, text: str) -> Verdict | None:
    """The verdict on what stands in the key word for word: a wrong entry always wins."""
    if not key.wrong and not key.partial:
        return None
    found = _literal_forms(key).get(literal(text))
    if found is None:
        return None
    group, at = found
    if group == "wrong":
        return anticipated(key.wrong[at].feedback)
    return partly(key.partial[at].score, key.partial[at].feedback)


@lru_cache(maxsize=512)
def _literal_forms(key: TextKey) -> dict[str, tuple[str, int]]:
    """The wrong and the partial answers of a key by their literal forms."""
    accepted = {literal(answer) for answer in key.answers}
    credited = {
        form: ("partial", at)
        for at, credit in enumerate(key.partial)
        for form in map(literal, credit.answers)
        if form not in accepted
    }
    refused = {
        form: ("wrong", at)
        for at, group in enumerate(key.wrong)
        for form in map(literal, group.answers)
    }
    return credited | refused


def same(key: TextKey, forms: Exact, text: str) -> Verdict | None:
    """Step 3: the very words of an accepted, a wrong or a partial answer."""
    if text.strip() in forms.literal:
        return correct(text.strip(), Reason("same", "The same words."))
    folded = fold(text)
    for form in (join(folded), bare(folded)):
        if (answer := forms.accepted.get(form)) is not None and answer in key.answers:
            return correct(answer, Reason("same", "The same words."))
        if form in forms.foreseen:
            return anticipated(key.wrong[forms.foreseen[form]].feedback)
        if form in forms.credited:
            credit = key.partial[forms.credited[form]]
            return partly(credit.score, credit.feedback)
    return _same_in_braces(key, forms, text)


def _same_in_braces(key: TextKey, forms: Exact, text: str) -> Verdict | None:
    """The same of answers with braces: the very words of one of their variants."""
    for answer in forms.braced:
        if answer in key.answers and (variant := spelled(answer, text)) is not None:
            return correct(variant, Reason("same", "The same words."))
    for answer, at in forms.braced_foreseen:
        if spelled(answer, text) is not None:
            return anticipated(key.wrong[at].feedback)
    for answer, at in forms.braced_credited:
        if spelled(answer, text) is not None:
            return partly(key.partial[at].score, key.partial[at].feedback)
    return None


def taken_back(forms: Exact, text: str) -> bool:
    """Whether the response is "not" and an accepted answer."""
    first, _, rest = fold(text).partition(" ")
    return first == "not" and (join(rest) in forms.accepted or bare(rest) in forms.accepted)


def anticipated(feedback: str) -> Verdict:
    """A verdict on a wrong answer of the bank."""
    return wrong(Reason("anticipated", "This is a common mistake."), feedback=feedback or None)


def partly(score: float, feedback: str) -> Verdict:
    """A verdict of partial credit by a partial answer of the bank."""
    return Verdict(
        "partial",
        score,
        None,
        (Reason("partial", "A part of the answer."),),
        feedback=feedback or None,
    )
