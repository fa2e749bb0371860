"""Answers that a bank gives away: in a question's own prompt or hint, or in another question."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from quizapp.bank.model import Finding, advised
from quizapp.kinds.base import Question
from quizapp.text import folded

LONGEST = 8
"""Answers of more words than this are not looked for in other questions."""
COMMON = 0.1
"""What more than this share of the questions say (and more than FEW) is the bank's subject."""
FEW = 3
_WORDS = re.compile(r"\w+")
_CAPITAL = re.compile(r"(?<=[\w,;:'’\"”)] )[A-ZÀ-ÖØ-Þ]\w+")
"""A word with a capital that begins no sentence."""
_LEADING = frozenset(("a", "an", "the", "in", "on", "of", "to", "by", "at", "from", "with"))

_DENIALS = r"not|no|never|neither|nor|without|nothing to do with|\w+n['’]?t"
_BETWEEN = r"an?|the|its|their|about|in|at|on|of|for|by|to|because|only"
_EMPTY = frozenset(
    """all both each either neither none no not yes one two three first second third last more less
    most least many few some high higher low lower great greater it they he she this that up
    down""".split()  # noqa: SIM905
)
"""Words that stand in any sentence, and tell nothing of an answer made of them alone."""

Words = tuple[str, ...]


def between_questions(questions: Sequence[Question]) -> Iterator[tuple[Question, Finding]]:
    """Advice on each question that prints the whole answer of another; the path begins within it.

    Those that it `reveals` are left out, and answers so common in the bank that they tell nothing.
    The time is linear in the length of the bank.
    """
    owners: defaultdict[Words, list[tuple[str, Question]]] = defaultdict(list)
    for one in questions:
        for answer in _whole_answers(one):
            said = _said(answer)
            if len("".join(said)) > 1 and len(said) <= LONGEST and not _EMPTY.issuperset(said):
                owners[said].append((answer, one))
    first = {said[0] for said in owners}
    printed = [_printed(one, owners.keys(), first) for one in questions]
    often = Counter(said for found in printed for said in found)
    most = max(FEW, COMMON * len(questions))
    for one, found in zip(questions, printed, strict=True):
        seen = {one.id}
        for said, field in found.items():
            for answer, other in owners[said] if often[said] <= most else ():
                if other.id not in seen and not set(other.names) & set(one.reveals):
                    seen.add(other.id)
                    message = f"its {field} says {answer[:60]!r}, the answer of {other.id!r}"
                    remedy = f'reword it, or write reveals = ["{other.id}"]'
                    yield one, advised((field,), "leak", message, remedy)


def within(question: Question) -> Iterator[Finding]:
    """Advice on a question whose hint or prompt says its own answer, or half a name that is it."""
    places = [("hint", question.hint)]
    if question.free_text:
        places.append(("prompt", question.prompt))
    for field, text in places:
        spoken = _spoken(_split(text))
        for answer in question.accepted():
            said = _split(answer)
            if _spoken(said) in spoken and len("".join(said)) > 1:
                if field == "hint" and _denies(text, said):
                    continue
                message = f"the {field} says the answer {answer[:60]!r}"
                yield advised((field,), "leak", message, "reword it")
                break
    if half := _half_a_name(question):
        message = f"the hint says {half[0]!r}, a part of the answer {half[1][:60]!r}"
        yield advised(("hint",), "leak", message, "reword it")


def _half_a_name(question: Question) -> tuple[str, str] | None:
    """A word of a name that is an answer, where the hint says it and the prompt does not; and the
    name. The first word of a sentence is passed over: it has its capital for another reason."""
    hint, asked = question.hint, set(_split(question.prompt))
    said = {mark[0] for mark in _CAPITAL.finditer(hint)}
    for answer in question.accepted() if said else ():
        parts = [word for word in _WORDS.findall(answer) if word.lower() not in _LEADING]
        if len(parts) < 2 or not all(word[0].isupper() for word in parts):
            continue
        if _spoken(_split(answer)) in _spoken(_split(hint)):
            return None
        for part in parts:
            if len(part) > 2 and part in said and not asked.issuperset(_split(part)):
                return None if _denies(hint, _split(part)) else (part, answer)
    return None


def _spoken(words: Sequence[str]) -> str:
    """Words as they are looked for in those of another text."""
    return f" {' '.join(words)} "


def _denies(text: str, said: Sequence[str]) -> bool:
    """Whether a text says these words only to deny them: "it is not the kitchen"."""
    spoken = r"\W+".join(map(re.escape, said))
    denied = rf"\b(?:{_DENIALS})\b(?:\W+(?:{_BETWEEN}))*\W+{spoken}\b"
    said_so = len(re.findall(rf"\b{spoken}\b", folded(text)))
    return said_so == len(re.findall(denied, folded(text))) > 0


def _whole_answers(question: Question) -> Iterator[str]:
    """The wordings that answer a question alone: not one of several items."""
    for answer in question.accepted() if question.single_answer else (question.model_answer(),):
        if "{" in answer:
            from quizapp.grading.braces import each

            yield from each(answer)
        else:
            yield answer


def _printed(question: Question, wanted: Iterable[Words], first: set[str]) -> dict[Words, str]:
    """Those of the `wanted` answers that learners read in the question, with the field; each of
    them begins with one of the `first` words."""
    offer = question.offer(0)
    found: dict[Words, str] = {}
    for field, texts in (
        ("prompt", question.prompt_pieces()),
        ("hint", (question.hint,)),
        ("pairs" if offer.lefts else question.answer_field, (*offer.lefts, *offer.options)),
    ):
        for text in texts:
            words = _split(text)
            for start in (at for at, word in enumerate(words) if word in first):
                for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
                    said = tuple(words[start:end])
                    if said in wanted:
                        found.setdefault(said, field)
    return found


def _said(answer: str) -> Words:
    """The words of an answer, without the small ones that may precede it in a sentence."""
    words = _split(answer)
    while words and words[0] in _LEADING:
        del words[0]
    return tuple(words)


def _split(text: str) -> list[str]:
    return _WORDS.findall(folded(text))
