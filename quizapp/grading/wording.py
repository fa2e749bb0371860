"""Free text in other words: the steps by which it is judged, in their order (see `STEPS`)."""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from quizapp.grading import keyboards, yesno
from quizapp.grading.amounts import same_quantity
from quizapp.grading.answers import Level
from quizapp.grading.choose import Best, best, closest, ready
from quizapp.grading.compare import compare
from quizapp.grading.doubt import doubtful
from quizapp.grading.english.classes import FRAME, FUNCTION, NO_ANSWER, SHARP
from quizapp.grading.english.speaking import KNOWING, SHRUG
from quizapp.grading.exact import Exact, anticipated, exact_forms, partly
from quizapp.grading.fold import fold, plain, squash
from quizapp.grading.key import Context, TextKey
from quizapp.grading.meaning import PLAIN
from quizapp.grading.prompt import Prompt, read_prompt
from quizapp.grading.reading import Reading
from quizapp.grading.revision import final_version, withdrawn
from quizapp.grading.slips import difference
from quizapp.grading.tokens import Token, content, tokens
from quizapp.grading.verdict import Reason, ReasonCode, Verdict, correct, wrong


class Prepared(NamedTuple):
    """What the steps need of a question: its words, the rivals, what its answers are made of."""

    first: str
    forms: Exact
    prompt: Prompt
    rivals: frozenset[str]
    own: frozenset[str]
    welcome: frozenset[str]
    negations: tuple[str, ...]
    offered: bool
    foreign: bool


@lru_cache(maxsize=512)
def prepare(key: TextKey, context: Context) -> Prepared:
    """A question made ready once."""
    forms = exact_forms(key)
    prompt = read_prompt(context.prompt)
    contents = [content(tokens(answer)) for answer in key.answers[:200]]
    return Prepared(
        key.answers[0] if key.answers else "",
        forms,
        prompt,
        squashed(context.rivals) - forms.accepted.keys(),
        squashed(context.own) | forms.accepted.keys(),
        frozenset(t.stem for words in contents for t in words),
        tuple(
            after.word
            for t, after in pairwise(tokens(context.prompt))
            if t.word in ("not", "no", "never")
            and len(after.word) > 3
            and after.word not in FUNCTION
        ),
        any({t.stem for t in words} <= prompt.words for words in contents[:50]),
        not all(map(str.isascii, key.answers)),
    )


def squashed(answers: tuple[str, ...]) -> frozenset[str]:
    """The answers by their letters and digits alone."""
    return frozenset(map(squash, answers)) - {""}


@lru_cache(maxsize=4)
def by_initial(answers: tuple[str, ...]) -> dict[str, list[str]]:
    """The answers of a whole bank, which may be large, by their first letter or digit."""
    found: dict[str, list[str]] = {}
    for answer in answers:
        first = answer[:1]
        initial = first.lower() if first.isascii() and first.isalnum() else squash(answer)[:1]
        found.setdefault(initial, []).append(answer)
    return found


@lru_cache(maxsize=256)
def squashed_bank(answers: tuple[str, ...], initial: str) -> frozenset[str]:
    """The answers of a bank with this first letter, by their letters and digits alone."""
    return squashed(tuple(by_initial(answers).get(initial, ())))


class Given(NamedTuple):
    """A response to be judged in words: its text, and what it says after its last correction.

    `key` has no answers that are just yes or no; `wanted` is which of the two is right, if any.
    """

    key: TextKey
    context: Context
    prepared: Prepared
    text: str
    last: str
    wanted: bool | None


class Worded(NamedTuple):
    """The verdict by whole wordings, and what speaks against the accepted answer that is nearest,
    even where the verdict is that of an error or a part which was foreseen."""

    verdict: Verdict
    against: ReasonCode | None = None


def grade_wording(key: TextKey, context: Context, text: str) -> Worded:
    """The verdict on a response that has not the very words of any answer."""
    wanted = yesno.asks(key.answers)
    stated = key if wanted is None else key._replace(answers=yesno.statements(key.answers))
    given = Given(stated, context, prepare(key, context), text, final_version(text), wanted)
    for step in STEPS:
        found = step(given)
        if found is not None:
            return Worded(found)
    return compared(given)


def yes_or_no(given: Given) -> Verdict | None:
    """Yes or no, in whatever words, where that is asked."""
    if given.wanted is None:
        return None
    said = yesno.says(tokens(given.last), given.prepared.prompt.words)
    if said is None:
        plainly = Reason("yes-no", "It says neither yes nor no plainly.")
        return None if given.key.answers else empty(given) or wrong(plainly)
    reason = Reason("yes-no", f"It says {'yes' if said else 'no'}.")
    answer = given.prepared.first
    return correct(answer, reason) if said == given.wanted else wrong(reason)


def nothing(given: Given) -> Verdict | None:
    """ "There is none", where the answer is nothing."""
    if not yesno.asks_nothing(given.key.answers):
        return None
    if not yesno.says_nothing(tokens(given.text), given.prepared.prompt.words):
        return None
    return correct(given.key.answers[0], Reason("meaning", "It says that there is none."))


def empty(given: Given) -> Verdict | None:
    """No answer, or the question given back."""
    return no_answer(given.text, given.prepared, given.context)


def taken_back(given: Given) -> Verdict | None:
    """An answer that takes itself back."""
    return wrong(Reason("negation", "You take it back.")) if withdrawn(given.text) else None


def retyped(given: Given) -> Verdict | None:
    """An answer typed with another keyboard layout."""
    return keyboard(given.key, given.context, given.prepared, given.last)


def quantity(given: Given) -> Verdict | None:
    """An amount, a day or a time that equals the answer's."""
    return same_quantity(given.key.answers, given.context, given.last)


STEPS: tuple[Callable[[Given], Verdict | None], ...] = (
    yes_or_no,
    nothing,
    empty,
    taken_back,
    retyped,
    quantity,
)
"""The steps before the comparison word by word, in their order; the first that decides, decides."""


def compared(given: Given) -> Worded:
    """The last step: word by word."""
    return fuzzy(given.key, given.context, given.prepared, given.last)


def no_answer(text: str, prepared: Prepared, context: Context) -> Verdict | None:
    """Nothing given, or the question given back."""
    folded = fold(text)
    if not folded or folded in NO_ANSWER or gives_up(text):
        return wrong(Reason("empty", "There is no answer in it."))
    words = tokens(text)
    asked = fold(context.prompt)
    if asked and (folded == asked or (len(words) > 3 and folded in asked)):
        return wrong(Reason("echo", "It repeats the question."))
    if (
        not prepared.offered
        and (kept := content(words))
        and all(t.stem in prepared.prompt.words and not t.denied for t in kept)
        and not turns(words, context.prompt)
        and not any(fold(answer) in folded for answer in prepared.forms.accepted.values())
    ):
        return wrong(Reason("echo", "It only repeats words of the question."))
    return None


def turns(words: tuple[Token, ...], prompt: str) -> bool:
    """Whether a text has a word such as "up" or "before" that the question has not."""
    asked = fold(prompt).split()
    return any(t.word in SHARP and t.word not in asked for t in words)


def gives_up(text: str) -> bool:
    """Whether the response only says that its writer does not know."""
    said = plain(text)
    found = SHRUG.match(said) if _of_knowing(said) else None
    if not found or not _of_knowing(found[0]) or " but " in found[1]:
        return False
    return not content_words(text[found.end() :])


def _of_knowing(text: str) -> bool:
    """Whether a text has a word such as "know" or "idea"."""
    return any(map(text.casefold().__contains__, KNOWING))


def content_words(text: str) -> bool:
    """Whether a text has any word of content."""
    return any(
        t.word not in FUNCTION and t.word not in FRAME and t.word != "sorry" for t in tokens(text)
    )


def keyboard(key: TextKey, context: Context, prepared: Prepared, text: str) -> Verdict | None:
    """A response typed in another language's layout, where it then fits without a slip."""
    for other in keyboards.retyped(text, prepared.foreign):
        form = squash(other)
        matched = prepared.forms.accepted.get(form)
        if matched is None and other.isascii() != text.isascii():
            reading = Reading(other, prepared.prompt, PLAIN, strict=True)
            matched = next(
                (
                    answer
                    for answer in closest(key.answers, reading)
                    if len(reading.words) <= 4
                    and answer.isascii() == other.isascii()
                    and compare(ready(answer, prepared.prompt, context.words), reading).level
                    == Level.RIGHT
                ),
                None,
            )
        if matched is not None:
            reason = Reason("keyboard", f"Typed with another keyboard layout, it is “{other}”.")
            return Verdict("close", 1.0, matched, (reason,))
    return None


def fuzzy(key: TextKey, context: Context, prepared: Prepared, text: str) -> Worded:
    """Steps 4 to 6: word by word, with the guards, against right, foreseen and partial answers."""
    prompt, text = unrepeated(prepared, text)
    reading = read(text, prompt, prepared, context)
    found = best(key.answers, reading)
    plain = found.fit.how == "same" and found.fit.level == Level.RIGHT
    if not plain and answers_another(reading.squashed, prepared, context):
        return Worded(wrong(Reason("rival", f"“{text.strip()}” answers another question.")))
    against = None if found.fits else found.fit.code
    errors = [best(group.answers, reading, hints=False) for group in key.wrong]
    written = [
        (error.quality(), group.feedback)
        for group, error in zip(key.wrong, errors, strict=True)
        if error.as_written and not (found.fits and not error.outdoes(found))
    ]
    if written:
        return Worded(anticipated(max(written, key=lambda one: one[0])[1]), against)
    if found.fits:
        return Worded(accepted(found))
    part = [best(credit.answers, reading, hints=False) for credit in key.partial]
    earned = [
        credit
        for credit, one in zip(key.partial, part, strict=True)
        if one.fits and not any(error.fits and one.places <= error.places for error in errors)
    ]
    if earned:
        credit = max(earned, key=lambda one: one.score)
        return Worded(partly(credit.score, credit.feedback), against)
    reason = Reason(found.fit.code, found.fit.detail)
    unsure = doubtful(found.fit, key.answers, reading)
    return Worded(wrong(reason, unsure=unsure), against)


def read(text: str, prompt: Prompt, prepared: Prepared, context: Context) -> Reading:
    """A response read for a question."""
    return Reading(text, prompt, context.words, strict=context.strict, welcome=prepared.welcome)


def accepted(found: Best) -> Verdict:
    """The verdict on a response that fits an answer."""
    reason = Reason(found.fit.code, found.fit.detail)
    if found.fit.level == Level.RIGHT:
        return correct(found.answer, reason)
    slip = difference(*found.fit.slips[0]) if found.fit.slips else None
    return Verdict("close", 1.0, found.answer, (reason,), slip=slip)


def answers_another(said: str, prepared: Prepared, context: Context) -> bool:
    """Whether these are the very words of an answer to something else."""
    if said in prepared.rivals:
        return True
    return said in squashed_bank(context.answers, said[:1]) and said not in prepared.own


def unrepeated(prepared: Prepared, text: str) -> tuple[Prompt, str]:
    """The question's words, and a text without the negations that it repeats from the question."""
    spoken = text
    for repeated in prepared.negations:
        again = rf"\b(?:\w*n['’]t|not|no|never)\W+{re.escape(repeated)}\b"
        text = re.sub(again, repeated, text, flags=re.IGNORECASE)
    return prepared.prompt._replace(negated=False) if text != spoken else prepared.prompt, text
