"""What responses and rulings suggest that a bank should say."""

from collections.abc import Callable
from typing import NamedTuple

from quizapp.bank.edit import Addition, Field, added
from quizapp.bank.model import Bank, by_name, contexts, named
from quizapp.bank.self_tests import self_test
from quizapp.grading.key import Context
from quizapp.kinds.base import Question
from quizapp.kinds.checks import common
from quizapp.store.answers import Words, all_words
from quizapp.store.sqlite import Store
from quizapp.text import clean, same

LEAST = 3
"""A wrong answer is frequent if it was given so many times; so is what learners claim."""
LONGEST = 200
"""Longer responses are nobody else's words."""

ContextOf = Callable[[Question], Context]
"""Gives the context of a question that the grader needs."""


class Proposal(NamedTuple):
    """Words to add to a question, why, and what prevents it.

    `field` is where they belong, None where the author has to see to it; `hindrance` says why they
    cannot be added as they are, "" if they can. `times` they were given at first asking, by
    `learners`; `right` and `wrong` count the rulings, `decided` those of them by the instructor.
    """

    question: str
    field: Field | None
    words: str
    why: str
    times: int
    learners: int
    right: int
    wrong: int
    decided: int
    hindrance: str = ""

    @property
    def addition(self) -> Addition | None:
        """What is to be added; None where it cannot be."""
        if self.field is None or self.hindrance:
            return None
        return Addition(self.question, self.field, self.words)


def proposals(
    bank: Bank, store: Store, least: int = LEAST, question: str | None = None
) -> tuple[Proposal, ...]:
    """What to add to the bank's questions, in their order, each held against its self-tests.

    To one `question` alone, if its id is given.

    A response ruled right becomes an answer, where the grader refuses it, and a test; one ruled
    wrong, or a wrong one that is frequent and was not foreseen, an entry of `wrong` and a test. An
    instructor's ruling decides; what learners rule counts once they did so `least` times. Raises
    StoreError.
    """
    context, known = contexts(bank), by_name(bank)
    by_question: dict[str, list[Words]] = {}
    for words in all_words(store, bank.id):
        if words.question in known and words.response.strip():
            by_question.setdefault(known[words.question].id, []).append(words)
    found: list[Proposal] = []
    for one in bank.questions:
        if question in (None, one.id):
            given = _alike(by_question.get(one.id, []), one.single_answer)
            telling = [words for words in given if _telling(words, least)]
            found += _for_question(context, one, telling)
    return tuple(found)


def _telling(words: Words, least: int) -> bool:
    """Whether the words were ruled on, and not as often one way as the other, or are frequent."""
    if words.right == words.wrong:
        return words.right == 0 and words.times >= least
    return words.decided > 0 or max(words.right, words.wrong) >= least or words.times >= least


def _alike(given: list[Words], on_one_line: bool) -> list[Words]:
    """Responses that a reader would call the same are one, in the words of the most; the most
    frequent first."""
    groups: dict[str, list[Words]] = {}
    for words in given:
        groups.setdefault(same(words.response), []).append(words)
    merged = []
    for group in groups.values():
        first = max(group, key=lambda words: (words.times, words.right + words.wrong))
        said = clean(first.response).strip()
        merged.append(
            first._replace(
                response=" ".join(said.split()) if on_one_line else said,
                times=sum(words.times for words in group),
                learners=frozenset().union(*(words.learners for words in group)),
                right=sum(words.right for words in group),
                wrong=sum(words.wrong for words in group),
                decided=sum(words.decided for words in group),
            )
        )
    return sorted(merged, key=lambda words: (-words.right - words.wrong, -words.times, words[1]))


def _for_question(context: ContextOf, one: Question, given: list[Words]) -> list[Proposal]:
    found = []
    for words in given:
        for field, why in _wanted(context, one, words):
            proposal = Proposal(
                one.id, field, words.response, why, words.times, len(words.learners), *words[4:]
            )
            if field is not None:
                better = added(one, field, words.response)
                hindrance = _hindrance(context, one, better)
                proposal = proposal._replace(hindrance=hindrance)
                one = one if hindrance else better
            found.append(proposal)
    return found


def _wanted(context: ContextOf, one: Question, words: Words) -> list[tuple[Field | None, str]]:
    """The fields that the words belong into, as the question is now, with the reason."""
    if len(words.response) > LONGEST:
        return []
    accepted = one.grade(context(one), words.response).accepted
    tested = {same(text) for text in (*one.tests.accept, *one.tests.partial, *one.tests.reject)}
    known = same(words.response) in tested | {same(answer) for answer in one.accepted()}
    by = "ruled" if words.decided else "claimed"
    if words.right > words.wrong:
        why = f"{by} right {_times(words.right)}"
        if accepted:
            return [] if known or not one.free_text else [("accept", f"{why}, and accepted")]
        if one.answer_field != "answers":
            return [(None, f"{why}, and refused")]
        return [("answers", f"{why}, and refused"), ("accept", why)]
    ruled = words.wrong > words.right
    if not ruled and accepted:
        return []
    why = f"{by} wrong {_times(words.wrong)}" if ruled else f"given {_times(words.times)}"
    if ruled and accepted:
        why += ", and accepted"
    if not one.single_answer or "\n" in words.response:
        return [(None, why)] if ruled and accepted else []
    if _foreseen(one, words.response):
        return []
    rest: list[tuple[Field | None, str]] = [("wrong", why)]
    return rest if known or not one.free_text else [*rest, ("reject", why)]


def _foreseen(one: Question, response: str) -> bool:
    """Whether the bank has something to say of the response already."""
    said = [*(entry.answers for entry in one.wrong), *(entry.answers for entry in one.partial)]
    if any(same(response) in map(same, answers) for answers in said):
        return True
    options = getattr(one, "options", ())
    return any(option.feedback for option in options if same(option.text) == same(response))


def _hindrance(context: ContextOf, before: Question, after: Question) -> str:
    """Why the question may not become so: what would be wrong in it, "" for nothing."""
    found = (*common(after), *after.faults())
    faults = [fault.message for fault in found if not fault.beside]
    if faults:
        return faults[0]
    # What goes without saying is tried for questions with tests only: a first test brings it on.
    first = after.tested and not before.tested
    standing = set() if first else set(_failures(context, before))
    return next((each for each in _failures(context, after) if each not in standing), "")


def _failures(context: ContextOf, one: Question) -> list[str]:
    return [each.message for each in named(one, (), self_test(one, context(one)))]


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
