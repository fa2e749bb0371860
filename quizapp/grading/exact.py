"""The very words of a key: what a response that has them is worth, before anything is compared."""

from functools import lru_cache
from typing import NamedTuple

from quizapp.grading import signs
from quizapp.grading.braces import braced, spelled
from quizapp.grading.english.classes import ARTICLES
from quizapp.grading.english.signs import KEYS
from quizapp.grading.english.speaking import LEADING
from quizapp.grading.fold import fold, join
from quizapp.grading.key import Anticipated, Credit, TextKey
from quizapp.grading.letters import literal
from quizapp.grading.patterns import Lazy
from quizapp.grading.verdict import Reason, Verdict, correct, wrong

FEW = 24
"""The folded forms of so many answers are remembered one by one."""


class Entry(NamedTuple):
    """A wording of a key, and which foreseen error or credit it belongs to; none: an answer."""

    wording: str
    error: Anticipated | None = None
    credit: Credit | None = None

    def verdict(self, said: str) -> Verdict:
        """The verdict on a response that says this wording, as `said`."""
        if self.error is not None:
            return anticipated(self.error.feedback)
        if self.credit is not None:
            return partly(self.credit.score, self.credit.feedback)
        return correct(said, Reason("same", "The same words."))


class Exact(NamedTuple):
    """The answers of a key by their folded forms, its other wordings by theirs, and those of both
    that have braces as they are written."""

    accepted: dict[str, str]
    others: dict[str, Entry]
    braced: tuple[Entry, ...]


@lru_cache(maxsize=64)
def all_folded(answers: tuple[str, ...]) -> tuple[str, ...]:
    """The answers folded."""
    return tuple(map(fold.__wrapped__ if len(answers) > FEW else fold, answers))


@lru_cache(maxsize=512)
def exact_forms(key: TextKey) -> Exact:
    """The look-ups of one key."""
    accepted: dict[str, str] = {}
    for answer, folded in zip(key.answers, all_folded(key.answers), strict=True):
        if folded and not braced(answer):
            accepted.setdefault(join(folded), answer)
            if folded.startswith(("the ", "a ", "an ")):
                accepted.setdefault(bare(folded), answer)
    others = _others(key)
    every = (*map(Entry, key.answers), *others)
    return Exact(
        accepted,
        {join(fold(one.wording)): one for one in others if not braced(one.wording)},
        tuple(one for one in every if braced(one.wording)),
    )


def _others(key: TextKey) -> tuple[Entry, ...]:
    """The wordings of the credits and of the foreseen errors of a key."""
    return (
        *(Entry(one, credit=credit) for credit in key.partial for one in credit.answers),
        *(Entry(one, error) for error in key.wrong for one in error.answers),
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


_BRACKET = Lazy(r"(?:(?<=\s)|^)\([^()]*\)")
_CALLED = Lazy(r"(?<=\()(?:or|also|formerly|now)(?: called)? ([^()]+)(?=\))")


def bare(folded: str) -> str:
    """A folded text without articles in front and without its spaces."""
    words = folded.split()
    while len(words) > 1 and words[0] in ARTICLES and words[1] not in KEYS:
        words = words[1:]
    return join(" ".join(words))


def word_for_word(key: TextKey, text: str) -> Verdict | None:
    """The verdict on what stands in the key word for word: a wrong entry always wins, whatever
    leads to it."""
    if not key.wrong and not key.partial:
        return None
    said = literal(text)
    found = _literal_forms(key).get(said) or _led_forms(key).get(_unled(said))
    if found is None and _unled(said) != said:
        errors = (one for one in exact_forms(key).braced if one.error is not None)
        found = next((one for one in errors if spelled(one.wording, _unled(said))), None)
    return found.verdict(text) if found is not None else None


def _unled(words: str) -> str:
    """Words in their literal form without what leads to them: "because they"."""
    led = LEADING.match(words)
    return words[led.end() :] if led else words


@lru_cache(maxsize=512)
def _led_forms(key: TextKey) -> dict[str, Entry]:
    """The wrong answers of a key by their literal forms, without what leads to them."""
    accepted = {_unled(literal(answer)) for answer in key.answers}
    return {
        form: one
        for one in _others(key)
        if one.error is not None and (form := _unled(literal(one.wording))) not in accepted
    }


@lru_cache(maxsize=512)
def _literal_forms(key: TextKey) -> dict[str, Entry]:
    """The wrong and the partial answers of a key by their literal forms."""
    accepted = {literal(answer) for answer in key.answers}
    return {
        form: one
        for one in _others(key)
        if (form := literal(one.wording)) not in accepted or one.error is not None
    }


def same(key: TextKey, forms: Exact, text: str) -> Verdict | None:
    """The verdict on the very words of an accepted, a wrong or a partial answer."""
    folded = fold(text)
    for form in (join(folded), bare(folded)):
        if (answer := forms.accepted.get(form)) is not None and answer in key.answers:
            return Entry(answer).verdict(answer)
        if (other := forms.others.get(form)) is not None:
            return other.verdict(text)
    for one in forms.braced:
        agrees = one.wording in key.answers or one.error is not None or one.credit is not None
        if agrees and (variant := spelled(one.wording, text)) is not None:
            return one.verdict(variant)
    return None


def foreseen(key: TextKey, text: str) -> Verdict | None:
    """The verdict of a foreseen error or a partial answer that a response is in its very words,
    be they written with braces."""
    if (told := word_for_word(key, text)) is not None:
        return told
    for one in exact_forms(key).braced:
        if one.error is not None or one.credit is not None:
            variant = spelled(one.wording, text)
            if variant is not None and signs.agreeing((variant,), text):
                return one.verdict(variant)
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
