"""Advice on a bank that loads: what could be better. None of it prevents studying the bank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizapp.bank.model import Bank, DataPath, Finding
from quizapp.kinds.base import Question

SHORTEST, LONGEST = 0.4, 0.7
"""How long a digest should be, as a share of its paragraph's words."""
MOST_GUESSED = 10
"""A similar name is suggested for this many unknown objectives of a question."""


def advice_on_bank(bank: Bank) -> Iterator[Finding]:
    """Advice on the bank's language, and on digests that say too little or too much."""
    if bank.foreign:
        yield _advice(
            ("bank", "language"),
            "language",
            f"answers in {bank.foreign!r} are graded by the rules of English:"
            " its articles, denials, number words and months",
            "list more wordings, and try them in tests; strict = true takes each letter as it is",
        )
    for number, passage in enumerate(bank.passages):
        if passage.text and passage.digest:
            share = len(passage.digest.split()) / max(1, len(passage.text.split()))
            if not SHORTEST <= share <= LONGEST:
                yield _advice(
                    ("passage", number, "digest"),
                    "digest-length",
                    f"passage {passage.id!r}: the digest has {share:.0%} of the paragraph's words",
                    f"aim at {SHORTEST:.0%} to {LONGEST:.0%}",
                )


def advice_on_question(
    bank: Bank, question: Question, way: DataPath, draft: bool
) -> Iterator[Finding]:
    """Advice on one question, which stands at `way` in its file."""
    name = f"question {question.id!r}"
    if draft:
        yield _advice(
            (*way, "draft"), "draft", f"{name} is a draft: it is not asked", "finish it, or drop it"
        )
        return
    missing = [
        what
        for what, there in (
            ("support", question.support),
            ("hint", question.hint),
            ("explanation", question.explanation),
            ("wrong", question.wrong or question.selection),
        )
        if not there
    ]
    if missing:
        listed = ", ".join(missing)
        yield _advice(
            way, "incomplete", f"{name} has no {listed}", "learners get more from it with them"
        )
    if any(not entry.feedback for entry in question.wrong):
        yield _advice(
            (*way, "wrong"),
            "no-feedback",
            f"{name}: an anticipated wrong answer has no feedback",
            "say what was mixed up",
        )
    if bank.objectives:
        unknown = [one for one in question.objective if one not in bank.objectives]
        for number, objective in enumerate(unknown):
            known = bank.objectives if number < MOST_GUESSED else ()
            yield _unknown_objective(known, name, objective, way)
    yield from _leaks(question, name, way)
    for fault in question.advice():
        message = f"{name}: {fault.message}"
        yield _advice((*way, fault.field), fault.code, message, fault.remedy)


def _unknown_objective(known: Iterable[str], name: str, objective: str, way: DataPath) -> Finding:
    from quizapp.bank.field_problems import closest_name

    guess = closest_name(objective, known)
    return _advice(
        (*way, "objective"),
        "objective",
        f"{name}: the objective {objective!r} is not in [objectives]",
        f"did you mean {guess!r}?" if guess else "describe it there",
    )


def _leaks(question: Question, name: str, way: DataPath) -> Iterator[Finding]:
    """Answers that are given away by the question's own prompt or hint."""
    places = [("hint", question.hint)]
    if question.free_text:
        places.append(("prompt", question.prompt))
    for field, text in places:
        lowered = text.lower()
        if not lowered:
            continue
        for answer in question.accepted():
            words = answer.strip().lower()
            if len(words) > 1 and words in lowered and _stands_in(words, lowered):
                yield _advice(
                    (*way, field),
                    "leak",
                    f"{name}: the {field} says the answer {answer[:60]!r}",
                    "reword it",
                )
                break


def _stands_in(words: str, text: str) -> bool:
    """Whether `text` contains `words` as whole words."""
    at = text.find(words)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(words) :][:1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = text.find(words, at + 1)
    return False


def _advice(path: DataPath, code: str, message: str, remedy: str) -> Finding:
    return Finding(path, code, message, remedy, "advice")
