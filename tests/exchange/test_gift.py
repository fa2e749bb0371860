"""GIFT is read as people write it, question by question."""

import pytest

from quizapp.exchange import gift
from quizapp.exchange.item import About, Answer, Item
from quizapp.exchange.to_bank import taken

ABOUT = About("t", "T")

GIFT = {
    "words": ("Who? {=Ann =Bob}", "words", "Who?", ("Ann", "Bob")),
    "colons and equals signs": ("Is 1:1 = 1? {=yes}", "words", "Is 1:1 = 1?", ("yes",)),
    "escaped signs": (r"Is 1\:1 \= \{1\}? {=y\~es}", "words", "Is 1:1 = {1}?", ("y~es",)),
    "a name": ("::Q1\\: why:: Who? {=Ann}", "words", "Who?", ("Ann",)),
    "HTML": ("[html]<p>Who is <b>she</b>&nbsp;?</p>{=Ann}", "words", "Who is she ?", ("Ann",)),
    "less than": ("Is 3 < 4? {T}", "boolean", "Is 3 < 4?", ("true",)),
    "options": ("Who? {~Ann =Bob ~Cy}", "choice", "Who?", ("Bob",)),
    "options close together": ("Who?{~Ann=Bob~Cy}", "choice", "Who?", ("Bob",)),
    "several options": ("Who? {~%50%Ann ~%50%Bob ~%-100%Cy}", "multiple", "Who?", ("Ann", "Bob")),
    "truth": ("Two? {TRUE#no#yes}", "boolean", "Two?", ("true",)),
    "a small truth": ("Two? {false}", "boolean", "Two?", ("false",)),
    "a figure": ("How many? {#24:1}", "number", "How many?", ("24",)),
    "bounds": ("How many? {#20..30}", "number", "How many?", ("25",)),
    "a figure with words for all others": ("How many? {#3:2~#No.}", "number", "How many?", ("3",)),
    "figures": ("How many? {#=24:0 =%50%25:0}", "number", "How many?", ("24",)),
    "a gap": ("She wrote {=Emma =Persuasion} in 1815.", "gaps", "She wrote ___ in 1815.", ()),
    "a choice in a gap": ("She {~ate =wrote} it.", "choice", "She ___ it.", ("wrote",)),
    "pairs": ("Match. {=a -> 1 =b -> 2}", "match", "Match.", ()),
    "an essay": ("Why? {}", "essay", "Why?", ()),
    "a line end": ("Who\\nis it? {=Ann}", "words", "Who\nis it?", ("Ann",)),
    "over several lines": ("Who?\n{\n\n=Ann # yes\n\n=Bob\n}", "words", "Who?", ("Ann", "Bob")),
}


@pytest.mark.parametrize("form", GIFT)
def test_gift_is_read_as_it_is_written(form: str) -> None:
    text, shape, prompt, right = GIFT[form]
    found = gift.read(text)
    assert not found.losses
    (item,) = found.items
    assert (item.shape, item.prompt, item.right) == (shape, prompt, right)


def test_gift_has_ids_tags_categories_and_feedback() -> None:
    found = gift.read(
        "$CATEGORY: $course$/Top/The sea\n\n// a note\n// [id:q-1] [tag:one] [tag:two]\n"
        "::Tide:: Why? {=Moon#Right. ~Sun#Hotter, but farther. #### Half a day.}\n"
    )
    assert found.title == "The sea"
    (item,) = found.items
    assert (item.id, item.tags, item.explanation) == ("q-1", ("one", "two"), "Half a day.")
    assert item.answers == (
        Answer("Moon", 1.0, "Right."),
        Answer("Sun", 0.0, "Hotter, but farther."),
    )


def test_a_category_may_stand_below_a_comment() -> None:
    found = gift.read("// a note\n$CATEGORY: a/b\n\nWho? {=Ann}\n")
    assert (found.title, len(found.items), found.losses) == ("b", 1, ())


def test_less_credit_for_a_right_answer_is_dropped_by_name() -> None:
    found = taken(gift.read("::born:: When? {#=1822:0 =%50%1822:2#Nearly.}").items)
    assert [one["answer"] for one in found.questions] == [1822]
    assert found.losses[0].what == "less credit for an answer that is right as well"


def test_gift_needs_no_blank_line_before_a_named_question() -> None:
    found = gift.read("::a:: Who? {=Ann}\n::b:: Whom? {=Bob}\n")
    assert [item.id for item in found.items] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "why"),
    [("Only words.", "description"), ("Who? {=Ann", "not closed"), ("Who? {Ann}", "no sign")],
)
def test_what_gift_leaves_open_is_named(text: str, why: str) -> None:
    found = gift.read(f"{text}\n\n::next:: Who? {{=Bob}}\n")
    assert [item.id for item in found.items] == ["next"]
    assert why in found.losses[0].what


def test_an_arrow_makes_no_pair_of_an_answer() -> None:
    (item,) = gift.read(gift.write(ABOUT, (Item("w", "words", "So?", (Answer("a -> b"),)),))).items
    assert (item.shape, item.right) == ("words", ("a → b",))


def test_ids_are_made_of_what_is_there_and_stay_apart() -> None:
    items = gift.read("Who is it? {=Ann}\n\nWho is it? {=Bob}\n\n::a b!:: Who? {=Cy}\n").items
    assert [one["id"] for one in taken(items).questions] == ["who-is-it", "who-is-it-2", "a-b"]


def test_an_essay_becomes_a_draft_and_one_without_a_key_is_left_out() -> None:
    found = taken(gift.read("::a:: Why? {####Because.}\n\n::b:: Why? {}").items)
    assert [one["id"] for one in found.questions] == ["a"]
    assert found.questions[0]["draft"]
    assert {loss.question for loss in found.losses} == {"a", "b"}
