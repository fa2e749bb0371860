"""The word files: made from their lists, and free of contradictions."""

import runpy
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest

from quizapp.grading.fold import fold
from quizapp.grading.forms import stem
from quizapp.grading.meaning import PLAIN, converse, distinct, likeness, opposite
from quizapp.grading.semantic_roles import read_deeds
from quizapp.grading.slips import confused

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "tools/words"
MAKER = SOURCES / "make_relations.py"
LISTS = sorted((SOURCES / "lists").glob("*.txt"))


def groups(path: Path) -> list[tuple[str, ...]]:
    rows = path.read_text(encoding="utf-8").splitlines()
    return [tuple(row.split("|")) for row in rows if row and not row.startswith("#")]


def test_the_relations_are_what_the_lists_make() -> None:
    made = runpy.run_path(str(MAKER))["made"]()
    assert made == (ROOT / "quizapp/grading/english/relations.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_each_group_has_members_that_differ(path: Path) -> None:
    found = groups(path)
    assert found
    for group in found:
        folded = [fold(member) for member in group]
        assert len(group) > 1, group
        assert all(folded), group
    assert len(set(map(frozenset, found))) == len(found)


@pytest.mark.parametrize("name", ["opposites", "contraries", "confusions", "unlike"])
def test_nothing_is_both_the_same_and_another(name: str) -> None:
    path = SOURCES / "lists" / f"{name}.txt"
    words = [[m for m in map(fold, group) if " " not in m] for group in groups(path)]
    alike = [
        pair
        for group in words
        for pair in combinations(group, 2)
        if stem(pair[0]) != stem(pair[1]) and likeness(*pair, PLAIN) >= 0.95
    ]
    assert alike == []


@pytest.mark.parametrize(
    ("left", "right", "how"),
    [
        ("attack", "assault", lambda a, b: likeness(a, b, PLAIN) > 0.9),
        ("erythrocyte", "red", lambda a, b: likeness(a, b, PLAIN) == 0),
        ("ankara", "turkey", lambda a, b: 0 < likeness(a, b, PLAIN) < 0.9),
        ("ease", "tighten", opposite),
        ("lend", "borrow", converse),
        ("iran", "iraq", confused),
        ("mandatory", "forbidden", opposite),
        ("employer", "employees", lambda a, b: distinct(a, b, PLAIN)),
        ("automobile", "car", lambda a, b: not distinct(a, b, PLAIN)),
    ],
)
def test_the_lists_are_looked_up(left: str, right: str, how: Callable[[str, str], bool]) -> None:
    assert how(left, right)
    assert how(right, left)


@pytest.mark.parametrize(
    "forms",
    [
        ("use", "uses", "used", "using"),
        ("die", "dies", "died", "dying"),
        ("fly", "flies", "flew", "flying"),
        ("try", "tries", "tried", "trying"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("go", "goes", "went", "gone", "going"),
        ("pay", "pays", "paid", "paying"),
        ("city", "cities"),
        ("plan", "plans", "planned", "planning"),
        ("oversee", "oversaw", "overseen"),
    ],
    ids=lambda forms: forms[0],
)
def test_forms_of_one_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len(set(map(stem, forms))) == 1


def test_who_is_strong_enough_to_do_something_does_it() -> None:
    deeds = read_deeds("she helped someone who was getting strong enough to lift a sack")
    assert [deed.having("doer") for deed in deeds if deed.verb == 9] == [[2]]
