"""Checks of a bank that loads: self-tests of its grading, and advice.

A question with `tests` is graded on them, and on what holds for every question: its own answers are
right, its wrong answers are wrong, and its prompt, its hint or an empty response earns nothing.
Ideas are held against the question and its answers; advice is given on all questions.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType

from quizapp.bank import advice, leaks
from quizapp.bank.files import not_read
from quizapp.bank.model import Bank, DataPath, File, Finding, Loaded, Problem, contexts, named
from quizapp.bank.problems import MOST_PROBLEMS, located, unlisted
from quizapp.kinds.base import Question


def check(
    loaded: Loaded,
    keys: bool = False,
    before: Mapping[str, str] = MappingProxyType({}),
    each: bool = False,
) -> tuple[Problem, ...]:
    """The problems of a bank, errors and advice, by file and line.

    Where there are more than MOST_PROBLEMS, advice is left out first. For a bank that did not load,
    the problems of loading. With `keys` questions without tests are graded too, which takes long.
    `before` has the ids of the last commit with their prompts. With `each` every question is named
    that lacks a hint or the like; otherwise several are told of in one sentence.
    """
    bank = loaded.bank
    if bank is None:
        return (*loaded.problems, *not_read(loaded.path))
    problems = list(loaded.problems)
    for file, findings in zip(
        loaded.files, _findings(bank, loaded.files, keys, before, each), strict=True
    ):
        problems.extend(located(file, findings))
    problems.extend(not_read(loaded.path))
    problems.sort(key=lambda problem: problem.severity != "error")
    kept, cut = problems[:MOST_PROBLEMS], problems[MOST_PROBLEMS:]
    order = {str(file.path): number for number, file in enumerate(loaded.files)}
    kept.sort(key=lambda problem: (order.get(problem.file, 0), problem.line, problem.column))
    return (*kept, *unlisted(loaded.path, len(cut), cut[0].severity if cut else "error"))


def _findings(
    bank: Bank, files: Sequence[File], keys: bool, before: Mapping[str, str], each: bool
) -> Iterator[list[Finding]]:
    """What is found in each file."""
    about: defaultdict[str, list[Finding]] = defaultdict(list)
    for one, finding in chain(
        leaks.between_questions(bank.questions),
        advice.of_all(bank.questions),
        advice.renamed(bank.questions, before),
        _graded(bank, keys),
    ):
        about[one.id].append(finding)
    lacks = [one for one in bank.questions if advice.lacking(one) and "incomplete" not in one.allow]
    summed = ("incomplete",) if len(lacks) > 1 and not each else ()
    for number, file in enumerate(files):
        findings = list(advice.of_bank(bank)) if number == 0 else []
        if summed and number == 0:
            findings.append(advice.all_incomplete(lacks))
        for place, question in enumerate(file.questions):
            path: DataPath = ("question", place)
            found: list[Finding] = []
            if "id" not in file.data["question"][place]:
                found.append(advice.no_id(question, path))
            if not question.draft:
                found.extend(advice.incomplete(question, path))
                found.extend(advice.unknown_codes(question.allow, path))
                alone = (*advice.of_question(bank, question), *leaks.within(question))
                found.extend(named(question, path, (*alone, *about[question.id])))
            findings.extend(_not_allowed(found, (*question.allow, *summed)))
        yield _not_allowed(findings, bank.allow)


def _not_allowed(findings: Iterable[Finding], allow: Sequence[str]) -> list[Finding]:
    """The findings without advice that is silenced."""
    return [one for one in findings if one.severity == "error" or one.code not in allow]


def _has_ideas(question: Question) -> bool:
    """Whether a question names ideas, itself or in a part; told without the grader."""
    parts = (question, getattr(question, "reason", None), *getattr(question, "points", ()))
    return any(getattr(part, "ideas", ()) for part in parts)


def _graded(bank: Bank, keys: bool) -> Iterator[tuple[Question, Finding]]:
    """What grading shows of the ideas of all questions, and of responses to those with tests; with
    `keys`, of responses to all."""
    asked = [one for one in bank.questions if keys or one.tested or _has_ideas(one)]
    if not asked:
        return
    from quizapp.bank.key_advice import advice_on_key
    from quizapp.bank.self_tests import derived, near_answers, self_test

    context, near = contexts(bank), near_answers(bank.questions)
    for one in asked:
        around = context(one)
        found = list(advice_on_key(one, around))
        if keys or one.tested:
            tried = self_test(one, around)
            found += tried if one.tested else (each._replace(severity="advice") for each in tried)
            found += derived(one, around, near(one))
        yield from ((one, finding) for finding in found)
