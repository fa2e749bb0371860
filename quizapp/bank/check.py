"""What can be said of a bank that loads: whether it grades as it promises, and what may be better.

A question with `tests` is graded on them, and on what goes without saying: its own answers are
right, its wrong answers wrong, its prompt said back and an empty response nothing. Questions
without `tests` are not graded here; advice goes for all.
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


def check(loaded: Loaded) -> tuple[Problem, ...]:
    """The problems of a bank, errors and advice, by file and line: MOST_PROBLEMS, errors first.

    Those of loading alone where the bank did not load.
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
            question, way = known[raw["id"]], ("question", place)
            findings.extend(advice_on_question(bank, question, way, question.id in drafts))
            if _has_tests(question):
                findings.extend(self_test(question, context(question), way))
        problems.extend(located(file, findings))
    problems.sort(key=lambda problem: problem.severity != "error")
    kept, cut = problems[:MOST_PROBLEMS], problems[MOST_PROBLEMS:]
    order = {str(file.path): number for number, file in enumerate(loaded.files)}
    kept.sort(key=lambda problem: (order.get(problem.file, 0), problem.line, problem.column))
    return (*kept, *unlisted(loaded.path, len(cut), cut[0].severity if cut else "error"))


def _has_tests(question: Question) -> bool:
    tests = question.tests
    return bool(tests.accept or tests.partial or tests.reject)


def self_test(question: Question, context: Context, way: DataPath) -> Iterator[Finding]:
    """What the grader says otherwise than the question promises."""
    for expected, field, response in _promises(question):
        verdict = question.grade(context, response)
        if verdict.outcome in _OUTCOMES[expected]:
            continue
        why = verdict.reasons[0].detail if verdict.reasons else ""
        shown = response.strip().replace("\n", " / ")
        message = (
            f"question {question.id!r}: {shown[:80]!r} should be {_WANTED[expected]}, "
            f"but is {verdict.outcome}" + (f" ({why})" if why else "")
        )
        yield Finding((*way, field), "self-test", message, _REMEDIES[expected])


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
    """(expected, field, response) of everything that must hold of the question's grading."""
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
    """What an answer with braces stands for, every alternative once."""
    if "{" not in answer and "}" not in answer:
        return (answer,)
    from quizapp.grading.braces import each

    return each(answer)


def _response(question: Question, text: str) -> str:
    """A test as the response that it stands for: selections may be parted by `;`."""
    if question.chooses_several and "\n" not in text:
        return "\n".join(part.strip() for part in text.split(";"))
    return text
