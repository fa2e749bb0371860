"""Free text, the door: what the very words of the key do not settle is compared word by word."""

from quizapp.grading import signs
from quizapp.grading.exact import Exact, exact_forms, opened, same, taken_back, word_for_word
from quizapp.grading.fold import cut
from quizapp.grading.key import Context, TextKey
from quizapp.grading.letters import strictly
from quizapp.grading.mending import mend, told
from quizapp.grading.verdict import Reason, Verdict, correct, read_in_part, wrong


def grade_text(key: TextKey, context: Context, response: str) -> Verdict:
    """The verdict on `response`, which should mean one of `key.answers`."""
    key = opened(key)
    mended = mend(key, context, cut(response))
    verdict = told(_judged(key, context, mended.text), mended.slips)
    return read_in_part(verdict, response)


def _judged(key: TextKey, context: Context, text: str) -> Verdict:
    """The verdict on a response of which no more is left than is read."""
    found = word_for_word(key, text)
    if found is not None:
        return found
    answers = comparable(key.answers, context, text)
    fair = key if answers == key.answers else key._replace(answers=answers)
    verdict = _graded(fair, key.answers, exact_forms(key), context, text)
    if key.answers and not answers and _unexplained(verdict):
        return wrong(Reason("sign", _objection(key.answers, context, text)))
    return verdict


def _graded(
    key: TextKey, models: tuple[str, ...], forms: Exact, context: Context, text: str
) -> Verdict:
    """The verdict on a response whose signs are those of `key.answers`; `models` are all answers,
    whatever their signs."""
    found = same(key, forms, text)
    if found is not None:
        return found
    if (answer := signs.same(key.answers, text)) is not None:
        return correct(answer, Reason("same", "The same signs and words."))
    if taken_back(forms, text):
        return wrong(Reason("negation", "Your answer denies the right one."))
    from quizapp.grading.wording import grade_wording

    worded = grade_wording(key, context, text)
    if not key.has_ideas:
        return worded.verdict
    from quizapp.grading.ideas.judge import grade_ideas

    return grade_ideas(key, models, context, text, worded)


def comparable(answers: tuple[str, ...], context: Context, text: str) -> tuple[str, ...]:
    """Those of `answers` that the response `text` may mean: of the same signs, and where the
    question is strict, letter by letter."""
    return signs.agreeing(strictly(answers, text) if context.strict else answers, text)


def _unexplained(verdict: Verdict) -> bool:
    codes = {reason.code for reason in verdict.reasons}
    return not verdict.score and not verdict.feedback and not codes & _TOLD


_TOLD = frozenset({"anticipated", "empty", "echo", "rival", "negation"})
"""Reasons for a refusal that hold whatever the signs."""


def _objection(answers: tuple[str, ...], context: Context, text: str) -> str:
    """What speaks against every one of `answers`: a sign, or a letter."""
    given = signs.read(text)
    told = (signs.difference(answer, given) for answer in answers)
    first = next((one for one in told if one), None)
    if context.strict and first is None:
        return "Every letter counts here, and it has not those of an accepted answer."
    return first or "A sign is another."
