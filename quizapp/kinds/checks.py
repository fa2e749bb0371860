"""Checks of the fields of questions: each yields what is wrong, with its remedy."""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise

from quizapp.kinds.base import Fault, Question, Tests
from quizapp.kinds.ideas import Partial, Worded, Wrong
from quizapp.text import same

MOST_OPTIONS = 26
"""Options are chosen by a letter."""


def blank(field: str, texts: Iterable[str], what: str) -> Iterator[Fault]:
    """A fault if any of `texts` is blank."""
    if any(not text.strip() for text in texts):
        yield Fault(field, "empty-text", f"{what} of {field} is empty", "write it out or remove it")


def wordings(field: str, texts: Iterable[str], what: str) -> Iterator[Fault]:
    """The faults of wordings that are graded: blank ones, and malformed braces."""
    texts = tuple(texts)
    yield from blank(field, texts, what)
    for text in texts:
        if "{" in text or "}" in text:
            from quizapp.grading.braces import Malformed, parse

            try:
                parse(text)
            except Malformed as error:
                yield Fault(field, "braces", f"{error} in {text[:60]!r}", error.remedy)


def none_given(field: str, entries: Sequence[object]) -> Iterator[Fault]:
    """A fault if a list is empty that needs an entry."""
    if not entries:
        yield Fault(field, "empty-list", f"{field} is empty", "give at least one")


def several_lines(field: str, texts: Iterable[str], what: str) -> Iterator[Fault]:
    """A fault for the first of `texts` that has a line break."""
    for text in texts:
        if "\n" in text:
            shown = text.strip().split("\n")[0][:40]
            message = f"{what} of {field} has more than one line: {shown!r} …"
            remedy = "put it on one line: responses keep one a line"
            yield Fault(field, "several-lines", message, remedy)
            return


def alike(field: str, texts: Iterable[str], what: str) -> Iterator[Fault]:
    """A fault for each of `texts` that has the same words as an earlier one."""
    seen: dict[str, str] = {}
    for text in texts:
        words = same(text)
        if words and words in seen:
            message = f"two {what}s of {field} cannot be told apart: {seen[words]!r} and {text!r}"
            remedy = "case, accents, quotes and spacing do not tell them apart: reword one"
            yield Fault(field, "alike", message, remedy)
        seen.setdefault(words, text)


def apart(items: Iterable[Sequence[str]]) -> Iterator[str]:
    """The variants of several items, for `alike`: those of one item may well be alike (a capital,
    an accent), of two items they may not."""
    for item in items:
        yield from {same(text): text for text in item}.values()


def options(field: str, texts: Sequence[str], what: str) -> Iterator[Fault]:
    """The faults of texts that are each chosen by a letter."""
    yield from too_few(field, len(texts), 2, f"{what}s")
    yield from too_many(field, len(texts))
    yield from listed(field, texts, what)


def listed(field: str, texts: Sequence[str], what: str) -> Iterator[Fault]:
    """The faults of texts that are shown as a list: blank, of several lines, or alike."""
    yield from blank(field, texts, f"one {what}")
    yield from several_lines(field, texts, f"one {what}")
    yield from alike(field, texts, what)


def too_many(field: str, count: int) -> Iterator[Fault]:
    """A fault if there are more options than letters."""
    if count > MOST_OPTIONS:
        message = f"{field} offers {count}; there are {MOST_OPTIONS} letters"
        yield Fault(field, "too-many", message, "take some away, or ask in two questions")


def too_few(field: str, count: int, least: int, what: str) -> Iterator[Fault]:
    """A fault if there are fewer than `least`."""
    if count < least:
        yield Fault(
            field, "too-few", f"{field} has {count} {what}; it needs at least {least}", "add some"
        )


def need(number: int | None, count: int, field: str) -> Iterator[Fault]:
    """A fault if `need` is not from 1 to `count`, the number of entries of `field`."""
    if number is not None and not 1 <= number <= max(count, 1):
        remedy = f"give a number from 1 to {count}, or leave it out for all"
        yield Fault("need", "need", f"need is {number}, but {field} has {count}", remedy, (field,))


def answers_wrong(
    field: str, answers: Iterable[str], wrong: Sequence[str], said: str = "accepted"
) -> Iterator[Fault]:
    """A fault for each of the `wrong` answers that is `said` to be accepted as well."""
    right = frozenset(map(same, answers)) if wrong else frozenset()
    for answer in wrong:
        if same(answer) in right:
            message = f"{answer!r} is both {said} and in {field}"
            yield Fault(field, "contradiction", message, "take it out of one of the two")


def entry_faults(field: str, entries: Iterable[Wrong | Partial]) -> Iterator[Fault]:
    """The faults of entries of `wrong` or `partial`."""
    for entry in entries:
        if not entry.answers and not entry.ideas:
            message = f"an entry of {field} has no answers and no ideas"
            yield Fault(field, "empty-list", message, "give at least one")
        yield from wordings(field, entry.answers, "an answer")
        yield from idea_faults(field, entry)


def idea_faults(field: str, given: Worded, beside: tuple[str, ...] = ()) -> Iterator[Fault]:
    """The faults of ideas, and of how many are needed and whether in order.

    Of a question itself these are faults between fields: `field` is "ideas", what is `beside` it.
    """
    for number, idea in enumerate(given.ideas, 1):
        if not idea.wordings:
            message = f"idea {number} of {field} has no wordings"
            yield Fault(field, "empty-list", message, "give short wordings that say it")
        said = [text for one, by in idea.wordings for text in (one, *by)]
        yield from wordings(field, said, "a wording")
        yield from wordings(field, idea.by, "a name")
    order = "ordered" if beside else field
    some = given.need is not None or any(one.alone for one in given.ideas)
    if given.ordered and len(given.ideas) < 2:
        message = "ordered is set, and there are no two ideas"
        remedy = "give two ideas or more, or leave ordered out"
        yield Fault(order, "order", message, remedy, beside)
    elif given.ordered and some:
        message = "ordered asks for all ideas, and need or alone for some"
        yield Fault(order, "order", message, "leave one of the two out", beside)
    together = sum(not one.alone for one in given.ideas)
    if given.need is not None and not 1 <= given.need <= together:
        besides = " besides those that are enough alone" if together < len(given.ideas) else ""
        message = f"need is {given.need}, but there are {together} ideas{besides}"
        remedy = f"give a number from 1 to {together}, or leave it out for all"
        remedy = remedy if together else "leave it out"
        yield Fault("need" if beside else field, "need", message, remedy, beside)


def common(question: Question) -> Iterator[Fault]:
    """The faults in each of the fields that every question may carry, except `support`."""
    if not question.prompt.strip():
        yield Fault("prompt", "empty-text", "the prompt is empty", "write what is asked")
    if not 0 < question.weight < 1e6:
        yield Fault(
            "weight", "weight", f"weight is {question.weight:g}", "give a number above 0, such as 1"
        )
    yield from distinct_faults(question.distinct)
    yield from entry_faults("wrong", question.wrong)
    yield from entry_faults("partial", question.partial)
    for credit in question.partial:
        if not 0 < credit.score < 1:
            message = f"a partial score is {credit.score:g}"
            yield Fault("partial", "score", message, "give a number between 0 and 1, such as 0.5")
    yield from _tested_twice(question.tests)


def distinct_faults(groups: Iterable[Sequence[str]]) -> Iterator[Fault]:
    """The faults of groups of expressions that never stand for each other."""
    for group in groups:
        if len({same(word) for word in group} - {""}) < 2:
            message = f"the distinct expressions {list(group)!r}"[:200] + " are fewer than two"
            remedy = 'give two or more that are not the same here: [["home", "local"]]'
            yield Fault("distinct", "distinct", message, remedy)


def contradictions(question: Question, unsound: Container[str]) -> Iterator[Fault]:
    """Answers that two fields judge differently; fields that are `unsound` are left out."""
    wrong = [text for entry in question.wrong for text in entry.answers]
    partial = [text for entry in question.partial for text in entry.answers]
    wrong, partial = [] if "wrong" in unsound else wrong, [] if "partial" in unsound else partial
    tests = question.tests if "tests" not in unsound else Tests()
    if (wrong or partial or tests.reject) and question.answer_field not in unsound:
        accepted = question.accepted()
        yield from answers_wrong("wrong", accepted, wrong)
        yield from answers_wrong("partial", accepted, partial)
        for text in tests.reject:
            if text in accepted:
                yield _judged_twice(text, "accepted", "in reject of tests")
    yield from answers_wrong("wrong", partial, wrong, "in partial")
    for text in tests.accept:
        if text in wrong:
            yield _judged_twice(text, "in wrong", "in accept of tests")


def _tested_twice(tests: Tests) -> Iterator[Fault]:
    given: dict[str, str] = {}
    for name in ("accept", "partial", "reject"):
        for text in getattr(tests, name):
            if given.setdefault(text, name) != name:
                yield _judged_twice(text, f"in {given[text]}", f"in {name} of tests")


def _judged_twice(text: str, first: str, second: str) -> Fault:
    message = f"{text!r} is {first} and {second}"
    return Fault("tests", "contradiction", message, "take it out of one of the two")


FEW = 5
"""So many answers are few for a question that can be answered in many ways."""
_MEASURES = frozenset(
    "many much long old often far tall high big large deep fast wide heavy soon".split()  # noqa: SIM905
)
_REASONS = frozenset({"why", "explain", "reason", "reasons", "purpose", "cause", "causes"})


def thin_key(field: str, prompt: str, answers: Sequence[str]) -> Iterator[Fault]:
    """Advice on a question for reasons or ways whose key lists a few wordings and no ideas."""
    if 0 < len(answers) <= FEW and len(answers[0].split()) > 2 and open_to_wording(prompt):
        yield Fault(
            field, "thin-key", "the key has few wordings of what can be said in many: expect to "
            "refuse half of the right answers", "name the ideas that an answer must express",
        )  # fmt: skip


def open_to_wording(prompt: str) -> bool:
    """Whether a question asks for a reason, a way or a purpose."""
    words = prompt.lower().replace("?", " ").replace(",", " ").split()
    if _REASONS.intersection(words):
        return True
    if "what" in words and ("for" in words[-1:] or "difference" in words):
        return True
    after = [later for word, later in pairwise([*words, ""]) if word == "how"]
    return any(later not in _MEASURES for later in after)
