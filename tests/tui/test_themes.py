"""Every theme can be read: any text against all that may be behind it."""

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from quizapp.tui import themes

THEMES = [themes.DARK, themes.LIGHT, *BUILTIN_THEMES.values()]


def variables(theme: Theme) -> dict[str, str]:
    """What the app makes of a theme before it sees to the contrast."""
    generated = theme.to_color_system().generate()
    return {**themes.own_variables(theme), **generated, **theme.variables}


@pytest.mark.parametrize(
    "theme", [each for each in THEMES if not each.name.startswith("ansi")], ids=lambda t: t.name
)
def test_every_text_stands_out_from_what_is_behind_it(theme: Theme) -> None:
    found = themes.readable(variables(theme))
    for ground in themes.BEHIND:
        for text in themes.TEXTS:
            ratio = themes.contrast(Color.parse(found[text]), Color.parse(found[ground]))
            assert ratio >= themes.LEAST_CONTRAST, (text, ground, ratio)
    marked = themes.contrast(Color.parse(found["marked-text"]), Color.parse(found["marked"]))
    assert marked >= themes.LEAST_CONTRAST


@pytest.mark.parametrize("name", ["ansi-dark", "ansi-light"])
def test_the_terminals_own_colours_stay(name: str) -> None:
    given = variables(BUILTIN_THEMES[name])
    assert themes.readable(given) == given


def test_contrast_is_that_of_the_standard() -> None:
    black, white, grey = Color(0, 0, 0), Color(255, 255, 255), Color(118, 118, 118)
    assert themes.contrast(black, white) == pytest.approx(21)
    assert themes.contrast(white, grey) == pytest.approx(4.54, abs=0.01)


def test_texts_that_can_be_read_are_left_as_they_are() -> None:
    given = variables(themes.DARK)
    found = themes.readable(given)
    assert found["foreground"].lower() == given["foreground"].lower()
