"""An amount in free text: "£50m" is "fifty million pounds", though no word of it is the same."""

from functools import lru_cache

from quizapp.grading import figures
from quizapp.grading.english.classes import FUNCTION
from quizapp.grading.key import Context, NumberKey, TextKey
from quizapp.grading.tokens import tokens
from quizapp.grading.verdict import Verdict

SHORT = 80
"""No longer answer or response is taken for an amount and nothing else."""
_SAYS = frozenset({"quarter", "third", "percent", "hundred", "thousand"})


def same_amount(answers: tuple[str, ...], context: Context, text: str) -> Verdict | None:
    """The verdict where answer and response are amounts and nothing else, and equal; else None."""
    if len(text) > SHORT or not countable(text):
        return None
    for answer in answers[:12]:
        if (key := amount_key(answer, context.prompt)) is None:
            continue
        from quizapp.grading.numbers import grade_number

        verdict = grade_number(key, context, text)
        if verdict.accepted:
            return verdict
    return None


def countable(text: str) -> bool:
    """Whether a text may be an amount: it has a digit or a word that counts."""
    return any(char.isdigit() for char in text) or any(
        t.word.removesuffix("s") in _SAYS or figures.value(t.raw) is not None for t in tokens(text)
    )


@lru_cache(maxsize=512)
def amount_key(answer: str, prompt: str) -> NumberKey | None:
    """The key of an answer that is one amount with a unit, a magnitude or a fraction; else None."""
    if len(answer) > SHORT or not countable(answer):
        return None
    from quizapp.grading.numbers.asked import asked, main
    from quizapp.grading.numbers.read import scan
    from quizapp.grading.surface import surface

    plain = surface(answer).text
    found = scan(plain)
    if len(found) != 1 or len(main(found)) != 1:
        return None
    one = found[0]
    if one.kind not in ("plain", "weak") or one.high is not None:
        return None
    if not (one.unit or one.scaled or (one.fraction and one.value < 1)):
        return None
    around = tokens(plain[: one.start] + " ; " + plain[one.end :])
    if any(t.word not in FUNCTION for t in around):
        return None
    unit = one.unit.many if one.unit else ""
    key = NumberKey(one.value, 0.0, 0.0, unit, TextKey((answer,)))
    values = asked(key, prompt)
    return key if values.measure is not None or not unit else None
