"""Responses whose outcome is known, graded: those of `tests`, and those that follow from the key.

A question with `tests` promises that its own answers are right, its wrong answers wrong, and that
its prompt or an empty response earns nothing. For others that is tried on demand, as advice.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from quizapp import grading
from quizapp.bank.model import Finding, advised
from quizapp.grading.braces import each
from quizapp.grading.explain import saw
from quizapp.grading.ideas.judge import expressed, read_for
from quizapp.kinds.base import Question, shown
from quizapp.kinds.item_writing import SMALL
from quizapp.text import begun, folded, same

SHORT = 2
"""An answer of so many telling words may stand in a longer one that is right as well."""
MOST_OTHERS = 8
"""So many answers of other questions are tried on one."""


def self_test(question: Question, context: grading.Context) -> Iterator[Finding]:
    """The responses that are not graded as the question promises; the paths begin within it."""
    for expected, field, response in promises(question):
        verdict = question.grade(context, response)
        if as_promised(expected, verdict.outcome):
            continue
        _, wanted, remedy = _EXPECTED[expected]
        why = " ".join(reason.detail for reason in verdict.reasons)
        seen = _ideas_seen(question, context, response, verdict.accepted)
        remedy = _BY_IDEAS if seen and verdict.accepted else remedy
        if field == "hint":
            said = _ideas_said(question, context, response)
            message = f"the hint, given as a response, is {verdict.outcome}{said}"
            yield advised((field,), "leak", message, "reword it")
            continue
        shown = response.strip().replace("\n", " / ")[:80]
        because = (f" ({why})" if why else "") + seen
        message = f"{shown!r} should be {wanted}, but is {verdict.outcome}{because}"
        yield Finding((field,), "self-test", message, remedy)


def _ideas_said(question: Question, context: grading.Context, response: str) -> str:
    """Which ideas of the question's keys a response says, for the end of a sentence."""
    said = []
    for _, _, key in question.word_keys():
        told = expressed(key.ideas, context, response).told
        both = zip(key.ideas.ideas, told, strict=True)
        said += [repr(shown(idea.says[0])) for idea, one in both if one.said is not None]
    return f": it says the idea {', '.join(said)}" if said else ""


def _ideas_seen(question: Question, context: grading.Context, response: str, accepted: bool) -> str:
    """Which wordings of the ideas led to a verdict, for the end of a sentence: those found, if the
    response was accepted, or else those it denies."""
    if not question.single_answer:
        return ""
    seen = []
    for _, _, key in question.word_keys():
        prepared, heard, found = read_for(key.ideas, context, question.in_words(response))
        both = zip(found.told, prepared.sets[0].ideas, strict=True)
        for number, (told, sought) in enumerate(both, 1):
            if (told.said if accepted else told.denied or told.swapped) is not None:
                seen.append(f"idea {number} {saw(told, heard, sought, prepared.lookup)}")
    return f": {'; '.join(seen)}" if seen else ""


_BY_IDEAS = "say more in these wordings, say by whom, or add it to wrong"


def as_promised(expected: str, outcome: grading.Outcome) -> bool:
    """Whether a response that was expected to be accepted, partly right or refused is so."""
    return outcome in _EXPECTED[expected][0].split()


_EXPECTED = {
    "accept": ("correct close", "accepted", "add it to the answers, or reword them"),
    "partial": ("partial", "partly right", "add it to partial, or move it in tests"),
    "reject": (
        "wrong", "refused", "add it to wrong, make the question strict, or move it in tests"
    ),
    "refuse": ("wrong", "refused", "reword the prompt: it gives the answer away"),
}  # fmt: skip
"""The outcomes that keep a promise, what they are called, and what to do where it is not kept."""


def promises(question: Question) -> Iterator[tuple[str, str, str]]:
    """(expected, field, response) of every response whose outcome is known."""
    tests = question.tests
    for expected in ("accept", "partial", "reject"):
        for text in getattr(tests, expected):
            yield expected, "tests", _response(question, text)
    yield "accept", question.answer_field, question.model_answer()
    listed: list[tuple[str, str, Iterable[str]]] = [
        ("accept", question.answer_field, question.accepted()[1:]),
        *(("reject", "wrong", entry.answers) for entry in question.wrong),
        *(("partial", "partial", credit.answers) for credit in question.partial),
    ]
    for expected, field, answers in listed if question.single_answer else ():
        for variant in chain.from_iterable(map(each, answers)):
            yield expected, field, variant
    if question.free_text:
        yield "refuse", "prompt", question.prompt
        yield "refuse", "hint", question.hint
    yield "refuse", "prompt", ""


def _response(question: Question, text: str) -> str:
    """The response that a test stands for: `;` may separate the choices of a selection."""
    if question.chooses_several and "\n" not in text:
        return "\n".join(part.strip() for part in text.split(";"))
    return text


def derived(
    question: Question, context: grading.Context, others: Iterable[tuple[str, Question]]
) -> Iterator[Finding]:
    """Advice on responses that follow from the bank and are not graded as they should be: the
    answers of `others`, and the evidence quoted."""
    if not (question.free_text and question.single_answer):
        return
    field, judge = question.answer_field, partial(question.grade, context)
    for words, other in others:
        if judge(words).accepted:
            message = f"it accepts {begun(words, 60)!r}, the answer of {other.id!r}"
            remedy = "put it into wrong, or give both one objective if they ask for the same"
            yield advised((field,), "others-answer", message, remedy)
    quotes = [words for support in question.support for words in support.evidence]
    if len(quotes) != 1 or question.text_key() is None:
        return
    verdict = judge(quotes[0])
    if verdict.outcome == "wrong" and not verdict.unsure:
        message = f"the evidence, quoted, is refused: {begun(quotes[0], 80)!r}"
        remedy = "accept what it says, or quote the words that decide"
        yield advised(("support",), "evidence-refused", message, remedy)


def near_answers(
    questions: Sequence[Question],
) -> Callable[[Question], list[tuple[str, Question]]]:
    """Gives the answers of other questions that share a word with those of a question, and that it
    should refuse: it has no objective in common with them, and does not list them."""
    with_word: defaultdict[str, list[tuple[str, Question]]] = defaultdict(list)
    for one in questions:
        if one.free_text and one.single_answer:
            for word in _telling(one.model_answer()):
                with_word[word].append((one.model_answer(), one))

    def near(asked: Question) -> list[tuple[str, Question]]:
        own = {same(answer) for answer in asked.accepted()}
        ways = chain.from_iterable(map(each, asked.accepted()))
        short = [said for said in map(_telling, ways) if 0 < len(said) <= SHORT]
        found: dict[str, tuple[str, Question]] = {}
        for word in set().union(*map(_telling, asked.accepted())):
            for answer, other in with_word[word][:MOST_OTHERS]:
                apart = other is not asked and set(other.objective).isdisjoint(asked.objective)
                # A short answer within a longer one is right, with something true around it.
                longer = any(said <= _telling(answer) for said in short)
                if apart and not longer and same(answer) not in own:
                    found.setdefault(same(answer), (answer, other))
        return [found[key] for key in sorted(found)][:MOST_OTHERS]

    return near


def _telling(answer: str) -> frozenset[str]:
    """The words of an answer that say something."""
    return frozenset(re.findall(r"\w+", folded(answer))) - SMALL
