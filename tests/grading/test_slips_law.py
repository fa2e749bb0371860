"""Slips of typing, made by a generator: a right answer stays right, a wrong one wrong."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from random import Random

import pytest
from grading.cases import tables
from grading.test_ideas import QUESTIONS, graded

from quizapp.grading import (
    Context,
    ListKey,
    Point,
    TextKey,
    Verdict,
    grade_list,
    grade_points,
    grade_text,
)
from quizapp.grading.slips import is_word
from quizapp.kinds.boolean import stated

GROUPS = {"meaning", "negation", "opposites", "polarity", "roles", "sides", "slips", "statements"}
BESIDE = {"a": "s", "e": "r", "i": "o", "n": "m", "o": "p", "r": "t", "s": "d", "t": "y", "l": "k"}
VOWELS = {"a": "e", "e": "a", "i": "e", "o": "u", "u": "o"}
SMALL = {
    "the": "teh", "and": "adn", "not": "nto", "does": "deos", "with": "wiht", "never": "nevr",
    "which": "wich", "because": "becuase", "cannot": "canot", "their": "thier", "that": "taht",
    "without": "witout", "nobody": "nobbody", "doesn't": "dosnt", "don't": "dont",
}  # fmt: skip
WORD = re.compile(r"[A-Za-z']+")


def slipped(word: str, random: Random) -> str:
    """A word of five letters or more, or a small one, with a slip behind its first letter."""
    if word in SMALL:
        return SMALL[word]
    at = random.randrange(1, len(word) - 1)
    before, char, after = word[:at], word[at], word[at + 1 :]
    forms = [
        before + after,
        before + char + char + after,
        before + after[0] + char + after[1:],
        before + BESIDE.get(char, char + char) + after,
        before + VOWELS.get(char, char + char) + after,
    ]
    return random.choice(forms)


def spoilt(text: str, count: int, random: Random) -> str | None:
    """A text with `count` of its words misspelt, none of them so that it is another word."""
    words = list(WORD.finditer(text))
    able = [w for w in words if w[0] in SMALL or (len(w[0]) > 4 and w[0].islower())]
    if len(able) < 2 * count or text.isupper():
        return None
    for found in sorted(random.sample(able, count), key=lambda one: -one.start()):
        typed = slipped(found[0], random)
        if not typed.isalpha() or is_word(typed):
            return None
        text = text[: found.start()] + typed + text[found.end() :]
    return text


def responses() -> Iterator[tuple[str, bool, Callable[[str], Verdict]]]:
    """Responses, whether they are right, and how each is judged."""
    for question in QUESTIONS:
        for right in (True, False):
            for text in question.tests.accept if right else question.tests.reject:
                yield text, right, partial(graded, question)
    for group, case in tables():
        if group in GROUPS:
            key, around = TextKey(case.answers), Context(case.prompt, case.synonyms)
            yield case.response, case.accept, partial(grade_text, key, around)


@pytest.mark.slow
@pytest.mark.parametrize(("count", "least", "most"), [(1, 0.96, 0.03), (2, 0.93, 0.04)])
def test_slips_change_few_verdicts(count: int, least: float, most: float) -> None:
    random = Random(7)
    kept: list[bool] = []
    taken: list[bool] = []
    for text, right, judged in responses():
        typed = spoilt(text, count, random)
        if typed is not None:
            (kept if right else taken).append(judged(typed).accepted)
    assert min(len(kept), len(taken)) > 80
    assert sum(kept) / len(kept) >= least
    assert sum(taken) / len(taken) <= most


def test_small_words_of_a_list_may_have_slips() -> None:
    key = ListKey((("copper",), ("tin",), ("lead",)))
    verdict = grade_list(key, Context("Name the three metals."), "copper, tin adn lead")
    assert verdict.outcome == "correct"


def test_a_slip_in_a_point_is_told() -> None:
    points = (Point("cost", ("the bridge is cheap",)), Point("time", ("the ferry is slow",)))
    verdict = grade_points(points, 0, Context("Why?"), "teh bridge is chepa. Teh ferry is slow.")
    assert [part.outcome for part in verdict.parts] == ["close", "correct"]


@pytest.mark.parametrize(
    ("text", "value"), [("ture: it ebbs", True), ("flase", False), ("trie", True), ("trim", None)]
)
def test_a_value_may_have_a_slip(text: str, value: bool | None) -> None:
    assert stated(text)[0] is value
