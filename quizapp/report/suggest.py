"""What responses and rulings suggest that a bank should say."""

from typing import NamedTuple

from quizapp.bank.check import self_test
from quizapp.bank.edit import Addition, Field, added
from quizapp.bank.model import Bank, contexts
from quizapp.kinds.base import Question
from quizapp.kinds.checks import common
from quizapp.store.answers import Words, all_words
from quizapp.store.sqlite import Store
from quizapp.text import clean, same

LEAST = 3
"""A wrong answer is frequent if it was given so many times."""
LONGEST = 200
"""Longer responses are nobody else's words."""
_ANTICIPATED = ("text", "number", "date", "choice")


class Proposal(NamedTuple):
    """Words to add to a question, why, and what stands against it.

    `field` is where they belong, None where the author has to see to it; `hindrance` says why they
    cannot be added as they are, "" if they can. `times` they were given at first asking, by
    `learners`; `right` and `wrong` count the rulings.
    """

    question: str
    field: Field | None
    words: str
    why: str
    times: int
    learners: int
    right: int
    wrong: int
    hindrance: str = ""

    @property
    def addition(self) -> Addition | None:
        """What is to be added; None where it cannot be."""
        if self.field is None or self.hindrance:
            return None
        return Addition(self.question, self.field, self.words)


def proposals(bank: Bank, store: Store, least: int = LEAST) -> tuple[Proposal, ...]:
    """What to add to the bank's questions, in their order, each held against its self-tests.

    A response ruled right becomes an answer, where the grader refuses it, and a test; one ruled
    wrong, or a wrong one that is frequent and was not foreseen, an entry of `wrong` and a test.
    Raises StoreError.
    """
    by_question: dict[str, list[Words]] = {}
    names = {name: one.id for one in bank.questions for name in (*one.was, one.id)}
    for words in all_words(store, bank.id):
        if words.question in names and words.response.strip():
            by_question.setdefault(names[words.question], []).append(words)
    found: list[Proposal] = []
    for one in bank.questions:
        found += _for_question(bank, one, _alike(by_question.get(one.id, [])), least)
    return tuple(found)


def _alike(given: list[Words]) -> list[Words]:
    """Responses that a reader would call the same are one, in the words of the most; the most
    frequent first."""
    groups: dict[str, list[Words]] = {}
    for words in given:
        groups.setdefault(same(words.response), []).append(words)
    merged = []
    for group in groups.values():
        first = max(group, key=lambda words: (words.times, words.right + words.wrong))
        merged.append(
            first._replace(
                response=clean(first.response).strip(),
                times=sum(words.times for words in group),
                learners=frozenset().union(*(words.learners for words in group)),
                right=sum(words.right for words in group),
                wrong=sum(words.wrong for words in group),
            )
        )
    return sorted(merged, key=lambda words: (-words.right - words.wrong, -words.times, words[1]))


def _for_question(bank: Bank, one: Question, given: list[Words], least: int) -> list[Proposal]:
    found = []
    for words in given:
        for field, why in _wanted(bank, one, words, least):
            proposal = Proposal(
                one.id, field, words.response, why, words.times, len(words.learners), *words[4:]
            )
            if field is not None:
                better = added(one, field, words.response)
                hindrance = _hindrance(bank, one, better)
                proposal = proposal._replace(hindrance=hindrance)
                one = one if hindrance else better
            found.append(proposal)
    return found


def _wanted(bank: Bank, one: Question, words: Words, least: int) -> list[tuple[Field | None, str]]:
    """The fields that the words belong into, as the question is now, with the reason."""
    if len(words.response) > LONGEST:
        return []
    accepted = one.grade(contexts(bank)(one), words.response).accepted
    tested = {same(text) for text in (*one.tests.accept, *one.tests.partial, *one.tests.reject)}
    known = same(words.response) in tested | {same(answer) for answer in one.accepted()}
    if words.right > words.wrong:
        why = f"ruled right {_times(words.right)}"
        if accepted:
            return [] if known or one.selection else [("accept", f"{why}, and accepted")]
        if one.kind != "text":
            return [(None, f"{why}, and refused")]
        return [("answers", f"{why}, and refused"), ("accept", why)]
    ruled = words.wrong > words.right
    if not ruled and (accepted or words.right or words.times < least):
        return []
    why = f"ruled wrong {_times(words.wrong)}" if ruled else f"given {_times(words.times)}"
    if ruled and accepted:
        why += ", and accepted"
    if one.kind not in _ANTICIPATED or "\n" in words.response:
        return [(None, why)] if ruled and accepted else []
    if _foreseen(one, words.response):
        return []
    rest: list[tuple[Field | None, str]] = [("wrong", why)]
    return rest if one.selection or known else [*rest, ("reject", why)]


def _foreseen(one: Question, response: str) -> bool:
    """Whether the bank has something to say of the response already."""
    said = [*(entry.answers for entry in one.wrong), *(entry.answers for entry in one.partial)]
    if any(same(response) in map(same, answers) for answers in said):
        return True
    options = getattr(one, "options", ())
    return any(option.feedback for option in options if same(option.text) == same(response))


def _hindrance(bank: Bank, before: Question, after: Question) -> str:
    """Why the question may not become so: what would be wrong in it, "" for nothing."""
    faults = [fault.message for fault in (*common(after), *after.faults())]
    if faults:
        return faults[0]
    # What goes without saying is tried for questions with tests only: a first test brings it on.
    first = _tested(after) and not _tested(before)
    standing = set() if first else set(_failures(bank, before))
    return next((each for each in _failures(bank, after) if each not in standing), "")


def _failures(bank: Bank, one: Question) -> list[str]:
    questions = tuple(one if each.id == one.id else each for each in bank.questions)
    context = contexts(bank._replace(questions=questions))(one)
    return [finding.message for finding in self_test(one, context, ())]


def _tested(one: Question) -> bool:
    return one.tests != type(one.tests)()


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
