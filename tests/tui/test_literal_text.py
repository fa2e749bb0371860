"""The one door for text onto the screen, and that nothing goes around it."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.text import clean
from quizapp.tui.literal_text import hanging, literal, one_line

TUI = Path(__file__).parents[2] / "quizapp" / "tui"


@given(st.text())
def test_text_stands_as_it_is_but_for_what_acts_on_a_terminal(text: str) -> None:
    assert literal(text).plain == clean(text)
    assert "\x1b" not in literal(text).plain


@pytest.mark.parametrize(
    "text", ["[bold]x[/bold]", "[/]", "[/nope]", "a\\[b]", "[@click=app.bell]"]
)
def test_markup_is_text(text: str) -> None:
    assert literal(text).plain == text
    assert not literal(text).spans


@given(st.text(min_size=1), st.integers(12, 60))
def test_hanging_lines_keep_every_word(text: str, width: int) -> None:
    lines = hanging(literal("a)  "), literal(text), width)
    said = "".join("".join(line.plain.split()) for line in lines)
    assert said == "".join(f"a){clean(text)}".split())
    assert all(line.plain.startswith("    ") for line in lines[1:])


def test_one_line_is_one() -> None:
    assert one_line("a\n\n b\tc").plain == "a b c"


@pytest.mark.parametrize("path", sorted(TUI.rglob("*.py")), ids=lambda path: path.name)
def test_no_file_lets_outside_text_be_markup(path: Path) -> None:
    source = path.read_text()
    assert "markup=True" not in source
    assert "from_markup" not in source
    assert "escape(" not in source
    for call in re.findall(r"(?:Static|Label|\.update)\(\s*f[\"']", source):
        raise AssertionError(f"{path.name}: {call} would read its text as markup")
    for call in re.findall(r"notify\((?:[^()]|\([^()]*\))*\)", source):
        outside = "str(" in call or "trouble" in call or "{" in call
        assert "markup=False" in call or not outside, call


@pytest.mark.parametrize("path", sorted(TUI.rglob("*.tcss")), ids=lambda path: path.name)
def test_style_sheets_have_no_colours_of_their_own(path: Path) -> None:
    source = path.read_text()
    assert not re.search(r"#[0-9a-fA-F]{3,6}\b\s*;|rgb\(", source)
    assert not re.search(r"color:\s*(?!\$)\w+;", source)


def test_no_key_is_bound_to_alt() -> None:
    assert not [path for path in TUI.rglob("*.py") if '"alt+' in path.read_text()]
