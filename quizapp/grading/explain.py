"""The steps of a verdict for people: what each of them saw, in the order of the work."""

from typing import NamedTuple

from quizapp.grading.answers import Level
from quizapp.grading.choose import Asked, best, read, ready
from quizapp.grading.fold import cut, fold
from quizapp.grading.free import grade_text, same
from quizapp.grading.key import Context, TextKey
from quizapp.grading.revision import final_version
from quizapp.grading.told import slip_in_words
from quizapp.grading.verdict import Verdict
from quizapp.grading.wording import gives_up, prepare, unrepeated

LEVELS = {Level.RIGHT: "fits", Level.NEARLY: "fits with a slip", Level.PART: "may fit"}
HOWS = {
    "same": "the same word",
    "form": "a form of the word",
    "slip": "a slip of the word",
    "meaning": "the same meaning",
    "converse": "the converse",
    "polar": "the same by negation",
}


class Step(NamedTuple):
    """A named step and what it saw."""

    name: str
    saw: str


def explain_text(key: TextKey, context: Context, response: str) -> tuple[Verdict, list[Step]]:
    """The verdict on a response in words, and the steps that led to it."""
    verdict = grade_text(key, context, response)
    text = cut(response)
    steps = [Step("fold", f"“{fold(text)}”")]
    prepared = prepare(key, context)
    if same(key, prepared.forms, text) is not None:
        steps.append(
            Step("same words", "yes: an answer of the key, but for case, marks and spaces")
        )
        return verdict, [*steps, _last(verdict)]
    steps.append(Step("same words", "no answer of the key has just these words"))
    if not fold(text) or gives_up(text):
        steps.append(Step("emptiness", "no answer is given"))
        return verdict, [*steps, _last(verdict)]
    last = final_version(text)
    if last != text:
        steps.append(Step("self-correction", f"what counts is “{last}”"))
    prompt, last = unrepeated(prepared, last)
    reading = read(last, context.synonyms)._replace(welcome=prepared.welcome)
    denied = ", ".join(token.raw for token in reading.words if token.denied)
    steps.append(
        Step("words of content", ", ".join(token.raw for token in reading.words) or "none")
    )
    steps.append(Step("negation", f"denied: {denied}" if denied else "nothing is denied"))
    asked = Asked(prompt, context.synonyms, context.strict)
    for title, answers in (
        ("nearest answer", key.answers),
        *(("foreseen error", group.answers) for group in key.wrong),
        *(("partial answer", credit.answers) for credit in key.partial),
    ):
        found = best(answers, reading, asked)
        if not found.answer:
            continue
        answer = ready(found.answer, prompt, context.synonyms)
        told = LEVELS.get(found.fit.level, "does not fit")
        steps.append(Step(title, f"“{found.answer}”: {told}. {found.fit.detail}"))
        for pair in found.fit.pairs:
            if pair.wanted < len(answer.words) and pair.at < len(reading.all):
                wanted, given = answer.words[pair.wanted].raw, reading.all[pair.at].raw
                steps.append(Step("  word", f"{wanted} ~ {given}: {HOWS.get(pair.how, pair.how)}"))
    return verdict, [*steps, _last(verdict)]


def _last(verdict: Verdict) -> Step:
    told = "; ".join(reason.detail for reason in verdict.reasons)
    if verdict.slip is not None:
        told += f" ({slip_in_words(verdict.slip)})"
    return Step("verdict", f"{verdict.outcome}: {told}")
