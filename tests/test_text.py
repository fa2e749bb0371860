"""The one door for text from outside."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.text import begun, clean, folded, suspect

ANY = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("text", "shown", "reported"),
    [
        ("plain", "plain", ""),
        ("two\nlines\tand more", "two\nlines\tand more", ""),
        ("CR\r\nLF\rend", "CR\nLF\nend", ""),
        ("a\u2028b\u0085c", "a\nb\nc", "U+0085"),
        ("\x1b]0;title\x07red\x1b[31m", "]0;titlered[31m", "U+001B, U+0007"),
        ("a\x00b\x9bc\x7f", "abc", "U+0000, U+009B, U+007F"),
        ("a\u202eb\u2066c", "abc", "U+202E RIGHT-TO-LEFT OVERRIDE, U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("a\u200bb\ufeffc\u00ad", "abc", "U+200B ZERO WIDTH SPACE, U+FEFF ZERO WIDTH NO-BREAK SPACE"
         ", U+00AD SOFT HYPHEN"),
        ("\u3164x\u2800", "x", "U+3164 HANGUL FILLER, U+2800 BRAILLE PATTERN BLANK"),
        ("tag\U000e0041", "tag", "U+E0041 TAG LATIN CAPITAL LETTER A"),
        ("\ud800\uffff", "\ufffd\ufffd", "U+D800, U+FFFF"),
        ("5\u00a0km\u202f\u3000", "5 km  ", ""),
        ("naïve “café” – Ω 日本 🌊", "naïve “café” – Ω 日本 🌊", ""),
        ("e\u0301", "e\u0301", ""),
        ("", "", ""),
        ("می\u200cخواهم", "می\u200cخواهم", ""),
        ("क्\u200dष and न्\u200d", "क्\u200dष and न्\u200d", ""),
        ("👩\u200d🚀 ❤️\u200d🔥", "👩\u200d🚀 ❤️\u200d🔥", ""),
        ("a\u200db\u200c", "ab", "U+200D ZERO WIDTH JOINER, U+200C ZERO WIDTH NON-JOINER"),
        ("م\u200c\u200cخ \u200d", "مخ ", "U+200C ZERO WIDTH NON-JOINER, U+200D ZERO WIDTH JOINER"),
    ],
)  # fmt: skip
def test_clean_and_what_is_reported(text: str, shown: str, reported: str) -> None:
    assert clean(text) == shown
    assert suspect(text) == reported


@given(ANY)
def test_nothing_that_acts_comes_through(text: str) -> None:
    for char in clean(text):
        kind = unicodedata.category(char)
        assert char in "\n\t\u200c\u200d" or kind not in ("Cc", "Cf", "Cs", "Zl", "Zp")


JOINED = st.text(
    st.sampled_from("a م क्ا👩🚀\ufe0f\u200b\u200c\u200d\u2800\u061c\u08e2\u1783"), max_size=8
)


@given(JOINED)
def test_cleaning_joiners_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not suspect(once)


@given(ANY)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not suspect(once)


@given(st.text())
def test_folding_is_that_of_the_whole_without_marks(text: str) -> None:
    whole = unicodedata.normalize("NFKD", text)
    bare = "".join(char for char in whole if unicodedata.category(char)[0] != "M")
    assert folded(text) == bare.casefold()


def test_marks_in_thousands_take_no_time() -> None:
    assert folded("a" + "\u0301\u0323" * 100_000) == "a"


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("the whole", 20, "the whole"),
        ("a signal from the clock", 16, "a signal from …"),
        ("a signal, from the clock", 13, "a signal …"),
        ("two\nlines", 20, "two lines"),
    ],
)
def test_a_text_is_cut_where_a_word_ends(text: str, most: int, shown: str) -> None:
    assert begun(text, most) == shown
    assert len(begun(text, most)) <= most + 1
