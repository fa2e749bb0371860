"""Checks of a bank that loads: self-tests of its grading, and advice.

A question with `tests` is graded on them, and on what holds for every question: its own answers are
right, its wrong answers are wrong, and its prompt or an empty response earns nothing. Questions
without `tests` are not graded; advice is given on all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from quizapp.bank.advice import advice_on_bank, advice_on_question
from quizapp.bank.model import DataPath, Finding, Loaded, Problem, contexts
from quizapp.bank.problems import MOST_PROBLEMS, located, unlisted
from quizapp.kinds.base import Question

if TYPE_CHECKING:
    from quizapp.grading.key import Context


def check(loaded: Loaded, keys: bool = False) -> tuple[Problem, ...]:
    """The problems of a bank, errors and advice, by file and line.

    Where there are more than MOST_PROBLEMS, advice is left out first. For a bank that did not load,
    the problems of loading. With `keys` the keys are looked into as well, which takes long.
    """
    bank = loaded.bank
    if bank is None:
        return loaded.problems
    drafts = frozenset(draft.id for draft in bank.drafts)
    known = {question.id: question for question in (*bank.questions, *bank.drafts)}
    context = contexts(bank)
    problems = list(loaded.problems)
    for number, file in enumerate(loaded.files):
        findings = list(advice_on_bank(bank)) if number == 0 else []
        for place, raw in enumerate((file.data or {}).get("question", ())):
            question, path = known[raw["id"]], ("question", place)
            findings.extend(advice_on_question(bank, question, path, question.id in drafts))
            if keys and question.id not in drafts:
                from quizapp.bank.keys import advice_on_key

                findings.extend(advice_on_key(question, context(question), path))
            if _has_tests(question):
                findings.extend(self_test(question, context(question), path))
        problems.extend(located(file, findings))
    problems.sort(key=lambda problem: problem.severity != "error")
    kept, cut = problems[:MOST_PROBLEMS], problems[MOST_PROBLEMS:]
    order = {str(file.path): number for number, file in enumerate(loaded.files)}
    kept.sort(key=lambda problem: (order.get(problem.file, 0), problem.line, problem.column))
    return (*kept, *unlisted(loaded.path, len(cut), cut[0].severity if cut else "error"))


def _has_tests(question: Question) -> bool:
    tests = question.tests
    return bool(tests.accept or tests.partial or tests.reject)


def self_test(question: Question, context: Context, path: DataPath) -> Iterator[Finding]:
    """The responses that are not graded as the question promises, as findings at `path`."""
    for expected, field, response in _promises(question):
        verdict = question.grade(context, response)
        if verdict.outcome in _OUTCOMES[expected]:
            continue
        why = " ".join(reason.detail for reason in verdict.reasons)
        shown = response.strip().replace("\n", " / ")
        message = (
            f"question {question.id!r}: {shown[:80]!r} should be {_WANTED[expected]}, "
            f"but is {verdict.outcome}" + (f" ({why})" if why else "")
        )
        yield Finding((*path, field), "self-test", message, _REMEDIES[expected])


_OUTCOMES = {
    "accept": ("correct", "close"),
    "partial": ("partial",),
    "reject": ("wrong",),
    "refuse": ("wrong",),
}
_WANTED = {
    "accept": "accepted",
    "partial": "partly right",
    "reject": "refused",
    "refuse": "refused",
}
_REMEDIES = {
    "accept": "add it to the answers, or reword them",
    "partial": "add it to partial, or move it in tests",
    "reject": "add it to wrong, make the question strict, or move it in tests",
    "refuse": "reword the prompt: it gives the answer away",
}


def _promises(question: Question) -> Iterator[tuple[str, str, str]]:
    """(expected, field, response) of every response whose outcome is known."""
    tests = question.tests
    for expected, texts in (
        ("accept", tests.accept),
        ("partial", tests.partial),
        ("reject", tests.reject),
    ):
        for text in texts:
            yield expected, "tests", _response(question, text)
    yield "accept", question.answer_field, question.model_answer()
    if question.single_answer:
        for expected, field, answers in _single_answers(question):
            for variant in chain.from_iterable(map(_variants, answers)):
                yield expected, field, variant
    if question.free_text:
        yield "refuse", "prompt", question.prompt
    yield "refuse", "prompt", ""


def _single_answers(question: Question) -> Iterator[tuple[str, str, Iterable[str]]]:
    """(expected, field, answers) of what a bank lists beside the model answer."""
    yield "accept", question.answer_field, question.accepted()[1:]
    yield from (("reject", "wrong", entry.answers) for entry in question.wrong)
    yield from (("partial", "partial", credit.answers) for credit in question.partial)


def _variants(answer: str) -> Iterable[str]:
    """The wordings that an answer with braces stands for."""
    if "{" not in answer and "}" not in answer:
        return (answer,)
    from quizapp.grading.braces import each

    return each(answer)


def _response(question: Question, text: str) -> str:
    """The response that a test stands for: `;` may separate the choices of a selection."""
    if question.chooses_several and "\n" not in text:
        return "\n".join(part.strip() for part in text.split(";"))
    return text
