"""Drafted questions: at least two a paragraph that the grader takes as they promise."""

from pathlib import Path
from typing import Any

import pytest
from drafting.test_essays import SHARED, TEXTS

from quizapp.bank.load import load
from quizapp.bank.model import Bank, contexts
from quizapp.bank.passage import says
from quizapp.bank.self_tests import derived, self_test
from quizapp.drafting.bank import essay_bank, example_bank, language_of
from quizapp.drafting.clauses import causes, definitions, gaps, lists, purposes
from quizapp.drafting.essay import Essay, Paragraph, read_essay
from quizapp.drafting.facts import dates, designations, figures, names, terms
from quizapp.drafting.ideas import ideas
from quizapp.drafting.source import Source, source
from quizapp.kinds.base import Question

ESSAYS = [*sorted(TEXTS.iterdir()), *([SHARED] if SHARED.exists() else [])]


def bank_of(path: Path, folder: Path, **more: Any) -> Bank:
    made = essay_bank("lesson", read_essay(path.read_text(encoding="utf-8")), **more)
    for name, content in made.files.items():
        (folder / name).write_bytes(content)
    loaded = load(folder)
    if not made.drafts:
        assert [problem.code for problem in loaded.problems] == ["empty"]
    return loaded.bank or Bank("", "", folder, "", ())


@pytest.mark.parametrize("path", ESSAYS, ids=lambda path: path.name)
def test_each_paragraph_gets_two_usable_drafts(path: Path, tmp_path: Path) -> None:
    bank = bank_of(path, tmp_path)
    assert not bank.questions
    context = contexts(bank._replace(questions=bank.drafts))
    for passage in bank.passages:
        drafts = [one for one in bank.drafts if one.support[0].passage == passage.id]
        assert len(drafts) >= 2, passage.text
        for draft in drafts:
            assert not list(self_test(draft, context(draft)))
            assert draft.support[0].sentences
            for words in draft.support[0].evidence:
                assert says(passage.text, words)


@pytest.mark.parametrize("path", ESSAYS, ids=lambda path: path.name)
def test_no_draft_says_its_own_answer(path: Path, tmp_path: Path) -> None:
    for draft in bank_of(path, tmp_path).drafts:
        if len(draft.model_answer()) > 3:
            said = f"{draft.prompt} {draft.hint}".lower()
            assert draft.model_answer().lower() not in said


def test_the_same_text_gives_the_same_files() -> None:
    essay = read_essay((TEXTS / "bees.md").read_text())
    assert essay_bank("a", essay) == essay_bank("a", essay)


def of(text: str) -> Source:
    return source(Essay("", "", (Paragraph("", text),)))


def first(rule: Any, text: str) -> dict[str, Any]:
    found = of(text)
    return next((dict(one.fields) for s in found.paragraphs[0] for one in rule(s, found)), {})


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        ("The first coffee house in London was opened by traders in 1652.",
         "In which year was it that the first coffee house in London was opened by traders?",
         "1652"),
        ("In 1779 Abraham Darby cast a bridge of iron.",
         "In which year was it that Abraham Darby cast a bridge of iron?", "1779"),
        ("The pact of 17 May 1954 was kept for years.",
         "Which date belongs in the gap? “The pact of ___ was kept for years”", "1954-05-17"),
        ("It had been known since the 1970s to everyone.",
         "Which decade belongs in the gap? “It had been known since the ___ to everyone”", "1970s"),
        ("It sold 1999 cars.", None, None),
    ],
)  # fmt: skip
def test_dates_are_asked(text: str, prompt: str | None, answer: str | None) -> None:
    fields = first(dates, text)
    assert (fields.get("prompt"), fields.get("answer")) == (prompt, answer)


@pytest.mark.parametrize(
    ("text", "answer", "unit"),
    [
        ("The bridge is 49 metres high.", 49, ""),
        ("It cost $5 billion in all.", 5_000_000_000, "USD"),
        ("About 12.5% of it was lost.", 12.5, "%"),
        ("It has 20,000 bees.", 20_000, ""),
        ("They watch three dangerous mites.", 3, ""),
        ("It fell between 10 and 20-30 others.", 10, ""),
        ("It fell in 1879.", None, None),
        ("Apollo 11 landed.", None, None),
    ],
)
def test_figures_are_asked(text: str, answer: float | None, unit: str | None) -> None:
    fields = first(figures, text)
    assert fields.get("answer") == answer
    assert fields.get("unit", "") == (unit or "")


@pytest.mark.parametrize(
    ("rule", "text", "answer"),
    [
        (names, "The plan came from Karl Frisch alone.", [["Karl Frisch"]]),
        (names, "The plan came from Professor Karl Frisch alone.",
         [["Professor Karl Frisch", "Karl Frisch"]]),
        (names, "At first the Great Western Railway kept it.", [["Great Western Railway"]]),
        (names, "Yesterday in Britain the Royal Mail kept it.", [["Britain"]]),
        (names, "It was the will of Peter the Great alone.", [["Peter the Great"]]),
        (names, "Driving was hard for Chinese traders.", None),
        (designations, "It sold the HQ-9 abroad.", [["HQ-9"]]),
        (terms, "They spoke of “the messenger of fatigue” then.", [["the messenger of fatigue"]]),
        (lists, "It grew in Java, Ceylon, and Suriname for years.",
         [["Java"], ["Ceylon"], ["Suriname"]]),
        (lists, "It has cheap labour, open ports and rich soil.",
         [["cheap labour"], ["open ports"], ["rich soil"]]),
        (lists, "In 1989, the Dutch and Portuguese met.", None),
    ],
)  # fmt: skip
def test_names_and_lists_are_asked(rule: Any, text: str, answer: object) -> None:
    fields = first(rule, text)
    assert fields.get("gaps", fields.get("items")) == answer


@pytest.mark.parametrize(
    ("rule", "text", "prompt", "answer"),
    [
        (terms, "The Institution of Civil Engineers (ICE) made rules.",
         "What do the letters ICE stand for?", "Institution of Civil Engineers"),
        (causes, "Merchants met in that house because news of ships came there first.",
         "Why is it that merchants met in that house?", "news of ships came there first"),
        (causes, "Because bees freeze on the outside, bees change places all the time.",
         "Why is it that bees change places all the time?", "bees freeze on the outside"),
        (causes, "As a result of the war, prices in the whole of Europe fell.",
         "Why is it that prices in the whole of Europe fell?", "the war"),
        (causes, "The fall of the Tay Bridge led to stricter inspections.",
         "What led to stricter inspections?", "the fall of the Tay Bridge"),
        (causes, "It was so because the bees were cold.", None, None),
        (causes, "One train waited there until the other was due to have gone by.", None, None),
        (causes, "The merchants chose caffeine, mainly because most of them had used it before.",
         "Why is it that the merchants chose caffeine?", "most of them had used it before"),
        (causes, "The judges held that the time of the town counted, since no law said otherwise.",
         "Why is it that the judges held that the time of the town counted?",
         "no law said otherwise"),
        (causes, "The merchants have kept their prices low in this town, since 1850 at least.",
         None, None),
        (purposes, "In Bristol were clocks with two hands, so that people could catch a train.",
         "For what purpose is it that in Bristol were clocks with two hands?",
         "people could catch a train"),
        (purposes, "The guards carried a watch in order to compare it with the station clock.",
         "For what purpose is it that the guards carried a watch?",
         "to compare it with the station clock"),
        (purposes, "One degree makes four minutes, so that the town was ten minutes behind.",
         None, None),
        (definitions, "In Britain the Great Western Railway was the first to order London time.",
         None, None),
        (definitions, "Caffeine is a bitter substance that keeps insects away.",
         "What is caffeine?", "a bitter substance that keeps insects away"),
    ],
)  # fmt: skip
def test_terms_and_causes_are_asked(
    rule: Any, text: str, prompt: str | None, answer: str | None
) -> None:
    fields = first(rule, f"{text} We like the caffeine and the fall of merchants and prices.")
    assert fields.get("prompt") == prompt
    assert fields.get("answers", [None]) == [answer]


def test_a_cause_has_its_ideas_and_that_of_something_else_as_an_error(tmp_path: Path) -> None:
    drafts = {one.id: one for one in bank_of(TEXTS / "coffee.txt", tmp_path).drafts}
    cause = next(one for name, one in drafts.items() if "cause-news" in name)
    assert cause.wrong[0].answers == ("the new plantations",)
    assert "Why is it that" in cause.wrong[0].feedback
    assert len(ideas("the hidden flaws in the castings of iron", "Why did it fall?")) == 2


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("the earth turns from west to east",
         [{"says": ["turns"], "by": ["earth"]}, ["from west to east"]]),
        ("the two companies went by the clocks of different cities",
         [["two companies", "companies"], ["different cities"]]),
        ("an observatory far away could correct its clock without sending a watch",
         [["observatory"], ["without sending watch"]]),
        ("the body needs vitamin C to hold its scars",
         [["body needs vitamin C"], ["hold scars", "scars"]]),
        ("most of the ships already used charts", []),
        ("ships now stayed out of sight of land for months", []),
        ("nobody knows which part of it must not be changed", []),
    ],
)  # fmt: skip
def test_ideas_name_who_does_it_and_keep_the_words_that_matter(
    answer: str, found: list[Any]
) -> None:
    assert ideas(answer, "Why?") == found


@pytest.mark.parametrize(
    "text", ["The story is a warning.", "The food on board could not help.", "Guinea pigs cannot."]
)
def test_a_sentence_that_says_little_gets_no_gap(text: str) -> None:
    assert first(gaps, text) == {}


def test_a_gap_is_no_verb() -> None:
    found = of("At sea the failure of the first captains made sailors doubt the fruit itself.")
    assert "doubt" not in [one.answer for one in gaps(found.paragraphs[0][0], found)]


def test_a_full_name_keeps_its_capital_and_a_number_loses_it() -> None:
    def prompt(text: str) -> str:
        return str(first(dates, text)["prompt"])

    assert "that Robert Scott sailed" in prompt(
        "Robert Scott sailed to the ice of the south in 1901."
    )
    assert "that two Norwegians" in prompt("Two Norwegians sailed to the ice of the south in 1901.")


def test_a_name_is_mistaken_only_for_one_of_its_sort() -> None:
    found = of(
        "The crew sailed from Lisbon alone. Vasco Gama lost men in the War of Succession. "
        "The ship came into Calicut late. The doctor asked the Admiralty for HMS Salisbury."
    )
    (draft,) = names(found.paragraphs[0][0], found)
    assert [one["answers"] for one in draft.fields["wrong"]] == [["Calicut"]]


def test_who_is_meant_stands_before_a_reason_with_a_pronoun() -> None:
    essay = Essay("", "", (
        Paragraph("", "Delegates of many nations met to choose a meridian. They chose Greenwich, "
                  "mainly because most ships used charts that were drawn from it."),
    ), ())  # fmt: skip
    found = source(essay)
    (draft,) = causes(found.paragraphs[0][1], found)
    assert draft.fields["prompt"] == (
        "Say the reason in your own words: “Delegates of many nations met to choose a meridian. "
        "They chose Greenwich, mainly because ___”"
    )


@pytest.mark.parametrize("path", ESSAYS, ids=lambda path: path.name)
def test_no_draft_accepts_the_opposite_of_its_answer(path: Path, tmp_path: Path) -> None:
    bank = bank_of(path, tmp_path)
    context = contexts(bank._replace(questions=bank.drafts))
    found = [one for each in bank.drafts for one in derived(each, context(each), ())]
    assert [one.message for one in found if one.code in ("denial", "exchange")] == []


@pytest.mark.parametrize("path", ESSAYS, ids=lambda path: path.name)
def test_a_draft_that_says_the_answer_of_another_says_so(path: Path, tmp_path: Path) -> None:
    bank = bank_of(path, tmp_path)
    for one in bank.drafts:
        for other in bank.drafts:
            beside = other.support[0].passage == one.support[0].passage and other is not one
            if beside and f" {other.model_answer().lower()} " in f" {one.prompt.lower()} ":
                assert other.id in one.reveals or one.id in other.reveals, (one.id, other.id)


@pytest.mark.parametrize(("year", "hint"), [("1880", "between 1876 and 1885"), ("1852", "1850s")])
def test_a_hint_holds_for_its_date(year: str, hint: str) -> None:
    assert hint in first(dates, f"The law of the land was made in {year}.")["hint"]


def test_a_date_has_other_dates_of_the_text_as_errors(tmp_path: Path) -> None:
    drafts = bank_of(TEXTS / "coffee.txt", tmp_path).drafts
    date = next(one for one in drafts if one.kind == "date")
    assert date.wrong[0].answers[0].isdecimal()
    assert "belongs elsewhere" in date.wrong[0].feedback


def test_nothing_of_the_text_stands_in_a_bank_of_digests(tmp_path: Path) -> None:
    text = (TEXTS / "coffee.txt").read_text()
    bank = bank_of(TEXTS / "coffee.txt", tmp_path, digests=True)
    written = "\n".join(path.read_text() for path in tmp_path.iterdir())
    for sentence in text.split(". "):
        assert " ".join(sentence.split()[:6]) not in written
    assert all(passage.fingerprint and not passage.text for passage in bank.passages)
    assert [one.prompt for one in bank.drafts] == ["What do the letters DEIC stand for?"]


def test_passages_only_leaves_the_questions_to_the_instructor(tmp_path: Path) -> None:
    bank_of(TEXTS / "bees.md", tmp_path, drafts=False)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "bank.toml", "questions.toml", "quizapp.schema.json",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language"),
    [("海是咸的，也是宽的。", "zh"), ("うみはしおからい。海は広い。", "ja"),
     ("Море солёное и широкое.", "ru"),
     ("Das Meer ist salzig, und niemand zählt die Fische darin.", "und"),
     ("The sea is salt, and nobody has counted the fish that are in it.", "en")],
)  # fmt: skip
def test_the_language_is_recognised_as_far_as_need_be(text: str, language: str) -> None:
    essay = read_essay(text)
    assert language_of(essay) == language
    assert bool(essay_bank("a", essay).drafts) == (language == "en")


def test_the_example_works_at_once(tmp_path: Path) -> None:
    for name, content in example_bank("My bank").files.items():
        (tmp_path / name).write_bytes(content)
    bank = load(tmp_path).bank
    assert bank is not None
    assert bank.id == "my-bank"

    def right(question: Question) -> bool:
        return question.grade(contexts(bank)(question), question.model_answer()).accepted

    assert all(map(right, bank.questions))


@pytest.mark.parametrize("path", ESSAYS, ids=lambda path: path.name)
def test_few_drafts_say_the_answer_of_another_of_their_paragraph(
    path: Path, tmp_path: Path
) -> None:
    drafts = bank_of(path, tmp_path).drafts
    pairs = [
        (one.id, other.id)
        for one in drafts
        for other in drafts
        if one is not other
        and one.support[0].passage == other.support[0].passage
        and other.model_answer().lower() in one.prompt.lower()
    ]
    assert len(pairs) <= len(drafts) / 4, pairs


def test_months_peoples_and_parts_of_names_are_no_names() -> None:
    found = of(
        "In the Bay of Fundy a Chinese ship came in October to the Union of Small States (USS)."
    )
    assert [one.words for one in found.names] == ["Bay of Fundy", "Union of Small States", "USS"]
    asked = [one.answer for one in names(found.paragraphs[0][0], found)]
    assert asked == ["Bay of Fundy", "USS"]
