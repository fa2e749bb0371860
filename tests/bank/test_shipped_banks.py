"""The banks that ship are sound, complete and balanced; `pytest -s` prints what they hold.

What needs the essay itself is tried where a copy lies beside the project, and skipped elsewhere.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from math import ceil
from pathlib import Path
from statistics import median

import pytest

from quizapp.bank.advice import LONGEST, SHORTEST
from quizapp.bank.attach import match, read_copy
from quizapp.bank.check import check
from quizapp.bank.find import banks_in, shipped
from quizapp.bank.load import load
from quizapp.bank.model import Bank, Problem, passage
from quizapp.bank.passage import shown
from quizapp.grading.braces import each
from quizapp.kinds import KINDS
from quizapp.kinds.base import Question
from quizapp.kinds.boolean import Boolean
from quizapp.kinds.options import Choice, Optioned
from quizapp.text import same

BANKS = banks_in(shipped())
ESSAY = Path(__file__).resolve().parents[3] / "shared" / "essay" / "essay.txt"
SCALE = 110 / 60
"""The floors below are those of a bank of 60 questions; this one promises 110."""
SECTIONS = {
    "Introduction": 8,
    "Deepening ties": 15,
    "Making arms together?": 14,
    "The Ukraine effect": 7,
    "Future prospects": 11,
    "across sections": 5,
}
PARAGRAPHS = dict(zip(range(1, 14), (2, 3, 3, 5, 7, 3, 7, 7, 3, 4, 3, 4, 4), strict=True))
KIND_FLOORS = {
    "text": 16, "number": 3, "date": 6, "name": 8, "list": 5, "choice": 6,
    "boolean": 4, "cloze": 4, "order": 2, "match": 3,
}  # fmt: skip
"""`text` is what remains once questions for a name or designation are counted apart."""
CORE = tuple(
    f"P{fact}"
    for fact in (
        *("1.4", "1.5", "2.11", "3.3", "4.1", "4.2", "4.3", "4.7", "4.8", "4.9", "4.12", "5.3"),
        *("5.4", "5.5", "5.6", "5.8", "5.9", "5.10", "5.11", "6.1", "6.3", "7.2", "7.4", "7.6"),
        *("7.8", "7.13", "7.14", "8.1", "8.5", "8.6", "8.7", "8.8", "8.9", "9.3", "10.6", "10.7"),
        *("11.4", "11.5", "12.2", "12.5", "12.8", "13.3", "13.4", "13.5", "13.9"),
    )
)
RESERVE = ("P2.10", "P5.7", "P7.15", "P10.5", "P11.2")
FACTS = dict(zip(range(1, 14), (7, 12, 8, 12, 14, 6, 15, 11, 6, 7, 6, 10, 9), strict=True))
"""How many facts each paragraph holds; P4.12 is the last of the fourth."""
QUOTED = (
    "an absolutely comprehensive partnership of strategic nature",
    "a strategic partnership with no limits",
    "the center of strategic and international studies csis",
    "so called special military operation in ukraine",
    "indigenous innovation and civil military fusion",
)
"""Slogans, names and terms that may be quoted whole."""


@cache
def loaded(folder: Path) -> Bank:
    found = load(folder)
    assert found.problems == ()
    assert found.bank is not None
    return found.bank


@cache
def checked(folder: Path) -> tuple[Problem, ...]:
    """All problems of the bank, those of its own tests and advice among them."""
    return check(load(folder))


@pytest.fixture(scope="module")
def bank() -> Bank:
    """The essay's bank."""
    return loaded(shipped() / "sino-russian-defence")


@pytest.fixture(scope="module")
def tides() -> Bank:
    return loaded(shipped() / "tides")


@pytest.fixture(scope="module")
def essay() -> str:
    if not ESSAY.is_file():
        pytest.skip(f"no copy of the essay at {ESSAY}")
    return read_copy(ESSAY)


def show(title: str, counts: Mapping[str, int], floors: Mapping[str, int] | None = None) -> None:
    """Print counts, with the floors that they must reach."""
    print(f"\n{title}")
    for name in dict.fromkeys((*(floors or {}), *counts)):
        floor = f" (at least {floors[name]})" if floors and name in floors else ""
        print(f"  {counts.get(name, 0):4} {name}{floor}")


def short(counts: Mapping[str, int], floors: Mapping[str, int]) -> dict[str, str]:
    """What does not reach its floor, with both."""
    return {
        name: f"{counts.get(name, 0)} of {floor}"
        for name, floor in floors.items()
        if counts.get(name, 0) < floor
    }


def scaled(floors: Mapping[str, int]) -> dict[str, int]:
    return {name: ceil(floor * SCALE) for name, floor in floors.items()}


# Every bank


def test_the_two_banks_ship() -> None:
    assert [folder.name for folder in BANKS] == ["sino-russian-defence", "tides"]


@pytest.mark.parametrize("folder", BANKS, ids=lambda folder: folder.name)
def test_it_loads_and_no_advice_is_left(folder: Path) -> None:
    assert loaded(folder).questions
    assert [problem for problem in checked(folder) if problem.severity == "advice"] == []


@pytest.mark.parametrize("folder", BANKS, ids=lambda folder: folder.name)
def test_its_own_tests_come_out_as_wanted(folder: Path) -> None:
    errors = [problem for problem in checked(folder) if problem.severity == "error"]
    assert [f"{Path(one.file).name}:{one.line} {one.message}" for one in errors] == []


@pytest.mark.parametrize("folder", BANKS, ids=lambda folder: folder.name)
def test_free_text_is_tried_on_many_responses(folder: Path) -> None:
    """Four right ones in words that do not stand in the key, three wrong ones, one half right."""
    poor = {}
    for question in loaded(folder).questions:
        if not question.free_text:
            continue
        key = {same(variant) for answer in question.accepted() for variant in each(answer)}
        tried = question.tests
        right = sum(same(text) not in key for text in tried.accept)
        if right < 4 or len(tried.reject) < 3 or (question.partial and not tried.partial):
            poor[question.id] = (right, len(tried.reject), len(tried.partial))
    assert poor == {}


@pytest.mark.parametrize("folder", BANKS, ids=lambda folder: folder.name)
def test_keys_are_short(folder: Path) -> None:
    """A key is ideas in a few words, and not a list of all that could be said."""
    sizes = {q.id: len(list(_wordings(q))) for q in loaded(folder).questions if q.free_text}
    assert median(sizes.values()) <= 12
    assert {name: size for name, size in sizes.items() if size > 40} == {}


def _wordings(question: Question) -> Iterable[str]:
    """The wordings of a key, each pair of braces counted once."""
    yield from question.accepted()
    parts = [question, getattr(question, "reason", None), *getattr(question, "points", ())]
    for part in filter(None, parts):
        if part is not question:
            yield from part.answers
        for idea in getattr(part, "ideas", ()):
            yield from idea.says


def test_the_essays_bank_stays_readable() -> None:
    files = (shipped() / "sino-russian-defence").glob("*.toml")
    assert sum(file.stat().st_size for file in files) <= 200 * 1024


@pytest.mark.parametrize("folder", BANKS, ids=lambda folder: folder.name)
def test_prompts_are_short_and_right_options_stand_anywhere(folder: Path) -> None:
    questions = loaded(folder).questions
    assert [one.id for one in questions if len(one.prompt.split()) > 35] == []
    choices = [one for one in questions if isinstance(one, Choice)]
    first = sum(one.options[0].correct for one in choices)
    assert first <= max(1, len(choices) // 2)


@pytest.mark.parametrize("folder", BANKS, ids=lambda folder: folder.name)
def test_every_question_is_complete(folder: Path) -> None:
    bank = loaded(folder)
    lacking = {question.id: list(_lacks(bank, question)) for question in bank.questions}
    assert {name: what for name, what in lacking.items() if what} == {}


def _lacks(bank: Bank, question: Question) -> Iterable[str]:
    """What a question that ships must have, and this one has not."""
    for field in ("hint", "explanation", "objective", "level", "support"):
        if not getattr(question, field):
            yield field
    for support in question.support:
        there = passage(bank, support.passage)
        if not support.evidence:
            yield f"evidence in {support.passage}"
        if not support.sentences and there and not there.note:
            yield f"sentences in {support.passage}"
        if there is None or not there.section or not there.paragraph:
            yield f"a place for {support.passage}"
    if isinstance(question, Optioned):
        for option in question.options:
            if not option.correct and not question.feedback_on(option):
                yield f"feedback on {option.text!r}"
    elif question.free_text and not question.wrong:
        yield "an anticipated wrong answer"
    if isinstance(question, Boolean) and question.reason is None:
        yield "a reason"
    told = [entry.feedback for entry in question.wrong]
    told += [entry.feedback for entry in question.partial]
    if not all(told):
        yield "feedback"


@pytest.mark.parametrize("folder", BANKS, ids=lambda folder: folder.name)
def test_every_objective_is_described(folder: Path) -> None:
    bank = loaded(folder)
    used = {objective for question in bank.questions for objective in question.objective}
    assert used <= set(bank.objectives)


# The bank on tides


def test_tides_shows_every_kind_and_every_feature(tides: Bank) -> None:
    kinds = Counter(question.kind for question in tides.questions)
    levels = Counter(str(question.level) for question in tides.questions)
    show(f"{tides.id}: {len(tides.questions)} questions", kinds)
    show("levels", levels)
    assert 20 <= len(tides.questions) <= 30
    assert set(kinds) == set(KINDS)
    assert len(levels) == 5
    assert {objective for one in tides.questions for objective in one.objective} == set(
        tides.objectives
    )


def test_tides_holds_its_whole_text(tides: Bank) -> None:
    assert 8 <= len(tides.passages) <= 10
    assert [one.paragraph for one in tides.passages] == list(range(1, len(tides.passages) + 1))
    assert all(60 <= len(one.text.split()) <= 115 for one in tides.passages)


def test_tides_is_recognised_in_a_copy(tides: Bank) -> None:
    copy = match(tides, "\n\n".join(one.text for one in tides.passages))
    assert len(copy.paragraphs) == len(tides.passages)


# The essay's bank: how much it asks, and of what


def place(bank: Bank, question: Question) -> str:
    """The section that a question is on, or that it goes across several."""
    sections = {one.section for s in question.support if (one := passage(bank, s.passage))}
    return sections.pop() if len(sections) == 1 else "across sections"


def test_there_are_enough_questions(bank: Bank) -> None:
    print(f"\n{bank.id}: {len(bank.questions)} questions, {len(bank.drafts)} drafts")
    assert len(bank.questions) >= 110


def test_each_section_has_its_share(bank: Bank) -> None:
    counts = Counter(place(bank, question) for question in bank.questions)
    show("sections", counts, scaled(SECTIONS))
    assert short(counts, scaled(SECTIONS)) == {}


def test_each_paragraph_has_its_share(bank: Bank) -> None:
    counts: Counter[str] = Counter()
    for question in bank.questions:
        if place(bank, question) != "across sections":
            counts.update({support.passage for support in question.support})
    floors = scaled({f"p{number:02}": floor for number, floor in PARAGRAPHS.items()})
    show("paragraphs", counts, floors)
    assert short(counts, floors) == {}


@pytest.fixture(scope="module")
def kinds(bank: Bank) -> Counter[str]:
    """How many questions there are of each kind, those for a name counted apart."""
    return Counter(
        "name" if question.kind == "text" and "name" in question.tags else question.kind
        for question in bank.questions
    )


def test_every_kind_is_there_and_choices_are_few(bank: Bank, kinds: Counter[str]) -> None:
    show("kinds", kinds, scaled(KIND_FLOORS))
    assert set(KINDS) <= set(kinds)
    assert kinds["choice"] <= len(bank.questions) / 4


@pytest.mark.parametrize("kind", KIND_FLOORS)
def test_each_kind_has_its_share(kind: str, kinds: Counter[str]) -> None:
    assert kinds[kind] >= scaled(KIND_FLOORS)[kind]


def test_about_half_of_the_statements_are_true(bank: Bank) -> None:
    values = [question.answer for question in bank.questions if isinstance(question, Boolean)]
    print(f"\ntrue or false: {sum(values)} of {len(values)} are true")
    assert 0.35 <= sum(values) / len(values) <= 0.65


def test_each_level_has_its_share(bank: Bank) -> None:
    counts = Counter(str(question.level) for question in bank.questions)
    show("levels", counts)
    total = len(bank.questions)
    assert counts["None"] == 0
    assert counts["remember"] <= total * 0.5
    assert counts["understand"] >= total * 0.25
    assert counts["apply"] + counts["analyse"] >= total * 0.15
    assert counts["evaluate"] >= total * 0.05


def test_open_evaluation_is_marked_by_points(bank: Bank) -> None:
    open_ones = [one for one in bank.questions if one.level == "evaluate" and one.kind == "points"]
    assert len(open_ones) >= 4


def test_each_section_asks_on_three_levels(bank: Bank) -> None:
    levels = defaultdict(set)
    for question in bank.questions:
        levels[place(bank, question)].add(question.level)
    assert {name: found for name, found in levels.items() if len(found) < 3} == {}


def test_each_core_fact_is_asked_for_itself_in_free_text(bank: Bank) -> None:
    asked = Counter(
        question.objective[0]
        for question in bank.questions
        if question.free_text and len(question.objective) == 1
    )
    show("core and reserve facts asked in free text", {one: asked[one] for one in CORE + RESERVE})
    assert [fact for fact in CORE + RESERVE if not asked[fact]] == []


def test_each_core_question_foresees_two_errors(bank: Bank) -> None:
    poor = [
        question.id
        for question in bank.questions
        if question.free_text
        and len(question.objective) == 1
        and question.objective[0] in CORE
        and sum(len(entry.answers) or 1 for entry in question.wrong) < 2
    ]
    assert poor == []


def test_no_fact_is_asked_too_often(bank: Bank) -> None:
    whole = Counter(one.objective[0] for one in bank.questions if len(one.objective) == 1)
    assert {fact: count for fact, count in whole.items() if count > 3} == {}


def test_half_of_the_other_facts_are_asked(bank: Bank) -> None:
    known = {f"P{number}.{fact}" for number, last in FACTS.items() for fact in range(1, last + 1)}
    used = {objective for question in bank.questions for objective in question.objective}
    others = known - set(CORE)
    show("facts", {"core": len(used & set(CORE)), "other": len(used & others)})
    assert used <= known
    assert len(used & others) >= len(others) / 2


# The essay's bank beside the essay


def test_the_essay_is_recognised_paragraph_by_paragraph(bank: Bank, essay: str) -> None:
    copy = match(bank, essay)
    notes = [one.id for one in bank.passages if one.note]
    assert len(copy.paragraphs) == 13 + len(notes)
    assert copy.differ == ()
    assert notes


def test_with_the_essay_attached_every_answer_is_settled_by_what_is_marked(
    bank: Bank, essay: str
) -> None:
    """Also those that only a note settles: its words are found in the copy."""
    copy = match(bank, essay)
    unmarked = [
        (question.id, one.title)
        for question in bank.questions
        for one in shown(bank, question, copy)
        if not one.spans
    ]
    assert unmarked == []


def test_the_digests_are_digests(bank: Bank, essay: str) -> None:
    paragraphs = match(bank, essay).paragraphs
    shares = {
        one.id: round(len(one.digest.split()) / len(paragraphs[one.id].split()), 2)
        for one in bank.passages
        if not one.note
    }
    show("digests, in % of their paragraph", {name: round(100 * s) for name, s in shares.items()})
    assert {name: s for name, s in shares.items() if not SHORTEST <= s <= LONGEST} == {}


def test_sentences_are_those_that_the_paragraphs_have(bank: Bank, essay: str) -> None:
    from quizapp.bank.sentences import sentences

    counts = {name: len(sentences(text)) for name, text in match(bank, essay).paragraphs.items()}
    beyond = [
        (question.id, number)
        for question in bank.questions
        for support in question.support
        for number in support.sentences
        if number > counts[support.passage]
    ]
    assert beyond == []


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    return re.findall(r"[a-z0-9]+", plain)


def runs(text: str, size: int = 6) -> dict[tuple[str, ...], int]:
    """Each run of `size` words, with the place of its last occurrence."""
    found = words(text)
    return {tuple(found[at : at + size]): at for at in range(len(found) - size + 1)}


def test_nothing_is_copied_from_the_essay(essay: str) -> None:
    body = runs(essay.split("\nReferences\n")[0])
    for quoted in QUOTED:
        for run in runs(quoted):
            body.pop(run, None)
    files = sorted(file for kind in ("*.toml", "*.md") for file in shipped().rglob(kind))
    assert len(files) > 8
    lifted = [
        f"{file.name}: {' '.join(run)}"
        for file in files
        for run in runs(file.read_text(encoding="utf-8"))
        if run in body
    ]
    assert lifted == []
