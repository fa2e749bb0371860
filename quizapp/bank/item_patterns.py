"""What the questions of a bank have in common that gives answers away, and questions alike."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quizapp.bank.model import Finding, advised
from quizapp.kinds.base import Question
from quizapp.kinds.item_writing import SMALL
from quizapp.text import folded, same

FEWEST = 6
"""Of fewer questions nothing is said about how often something is so."""
TOO_OFTEN = 0.6
"""The key may be the longest option, or in one place, in so great a share of the choices."""
ONE_SIDED = 0.8
"""So great a share of the statements may be true, or false."""
ALIKE = 0.8
"""Two prompts are alike that share so many of their words."""
COMPARED = 20
"""A prompt is compared with so many others that have the same answer."""


def advice_on_all(questions: Sequence[Question]) -> Iterator[tuple[Question, Finding]]:
    """Advice on questions taken together, each with the question where it is told; the path of a
    finding begins within the question."""
    selections = [one for one in questions if one.selection]
    choices = [one for one in selections if one.single]
    longest = [
        one
        for one in choices
        if (right := one.model_answer())
        and all(len(right) > len(text) for text in one.offer(0).options if text != right)
    ]
    if len(choices) >= FEWEST and len(longest) > TOO_OFTEN * len(choices):
        yield longest[0], advised(
            ("options",), "longest-often",
            f"the right option is the longest in {len(longest)} of {len(choices)} choices",
            "lengthen other options, or shorten right ones",
        )  # fmt: skip
    fixed = [one for one in choices if not one.shuffle]
    places = Counter(one.offer(0).options.index(one.model_answer()) for one in fixed)
    for place, count in places.most_common(1) if len(fixed) >= FEWEST else ():
        if count > TOO_OFTEN * len(fixed):
            yield fixed[0], advised(
                ("options",), "key-place",
                f"the right option is number {place + 1} in {count} of {len(fixed)} choices that "
                "are not shuffled", "take shuffle = false away, or move right options",
            )  # fmt: skip
    statements = [one for one in selections if not one.lettered]
    values = Counter(one.model_answer().split("\n")[0] for one in statements)
    for value, count in values.most_common(1) if len(statements) >= FEWEST else ():
        if count > ONE_SIDED * len(statements):
            yield statements[0], advised(
                ("answer",), "one-sided", f"{count} of {len(statements)} statements are {value}",
                "turn some of them round",
            )  # fmt: skip
    yield from _alike(questions)


def _alike(questions: Iterable[Question]) -> Iterator[tuple[Question, Finding]]:
    """Questions that ask nearly the same, with the same answer."""
    of_answer: defaultdict[tuple[str, str], list[tuple[frozenset[str], Question]]]
    of_answer = defaultdict(list)
    for one in questions:
        answers = one.accepted() or (one.model_answer(),)
        words = frozenset(re.findall(r"\w+", folded(one.prompt))) - SMALL
        earlier = of_answer[one.kind, folded(answers[0])]
        for others, other in earlier[-COMPARED:]:
            if len(words & others) >= ALIKE * len(words | others):
                yield one, advised(
                    ("prompt",), "two-alike", f"it asks nearly what {other.id!r} asks, for the "
                    "same answer", "take one away, or ask for something else",
                )  # fmt: skip
                break
        earlier.append((words, one))


def renamed(
    questions: Sequence[Question], before: Mapping[str, str]
) -> Iterator[tuple[Question, Finding]]:
    """Advice on questions whose id was another `before`: ids with their prompts."""
    known = {name for one in questions for name in one.names}
    gone = {same(prompt): name for name, prompt in before.items() if name not in known}
    for one in questions if gone else ():
        former = gone.get(same(one.prompt), "")
        if former and one.id not in before:
            yield one, advised(
                ("id",), "id-renamed", f"it was {former!r} in the last commit",
                f'write was = ["{former}"], or take the old id',
            )  # fmt: skip
