"""How it looks: a calm dark and a calm light theme, and which of all themes is used."""

from collections.abc import Mapping, Sequence

from textual.color import Color
from textual.theme import Theme

DARK = Theme(
    name="quizapp-dark",
    primary="#82aaff",
    secondary="#5f7ea8",
    accent="#e2b86b",
    success="#8fcf95",
    warning="#e5c07b",
    error="#f08a8a",
    foreground="#d9dde5",
    background="#15181e",
    surface="#1b1f27",
    panel="#232833",
    dark=True,
    variables={
        "faint": "#98a1b0",
        "marked": "#e2b86b",
        "edge": "#e2b86b",
        "marked-text": "#15181e",
        "rule": "#3a4252",
        "border": "#82aaff",
        "border-blurred": "#3a4252",
        "footer-background": "#1b1f27",
        "footer-key-foreground": "#e2b86b",
        "input-selection-background": "#82aaff 35%",
    },
)

LIGHT = Theme(
    name="quizapp-light",
    primary="#2b5ea7",
    secondary="#5b7ba6",
    accent="#8a5300",
    success="#1f7040",
    warning="#805500",
    error="#b02a37",
    foreground="#24272d",
    background="#fbfaf6",
    surface="#f3f1ea",
    panel="#e8e5db",
    dark=False,
    variables={
        "faint": "#62666e",
        "marked": "#ffe08a",
        "edge": "#b07a1a",
        "marked-text": "#24272d",
        "rule": "#cfcabb",
        "border": "#2b5ea7",
        "border-blurred": "#cfcabb",
        "footer-background": "#f0ede4",
        "footer-key-foreground": "#8a5300",
        "input-selection-background": "#2b5ea7 25%",
    },
)


def own_variables(theme: Theme) -> dict[str, str]:
    """Our own colours in a theme that does not know them, made of those that it has."""
    if "faint" in theme.variables:
        return {}
    found = theme.to_color_system().generate()
    background = Color.parse(found["background"])
    accent = Color.parse(found["accent"])
    foreground = Color.parse(found["foreground"])
    return {
        "faint": background.blend(foreground, 0.65).hex,
        "rule": background.blend(foreground, 0.25).hex,
        "marked": accent.hex,
        "edge": accent.hex,
        "marked-text": accent.get_contrast_text(1.0).hex,
    }


LEAST_CONTRAST = 4.5
"""Any text against what is behind it."""
TEXTS = (
    "foreground", "faint", "edge", "text-primary", "text-accent", "text-success", "text-warning",
    "text-error", "footer-key-foreground",
)  # fmt: skip
BEHIND = ("background", "surface", "panel")


def readable(variables: Mapping[str, str]) -> dict[str, str]:
    """The variables of a theme, its texts moved towards black or white as far as it takes to read
    them on all that may be behind them. What is the terminal's own colour stays."""
    found = dict(variables)
    grounds = [Color.parse(found[name]) for name in BEHIND]
    if any(ground.ansi is not None for ground in grounds):
        return found
    end = Color(0, 0, 0) if luminance(grounds[0]) > 0.18 else Color(255, 255, 255)
    for name in TEXTS:
        colour = Color.parse(found[name])
        found[name] = _moved(grounds[0] + colour, end, grounds).hex
    marked = Color.parse(found["marked"])
    found["marked-text"] = _best(Color.parse(found["marked-text"]), marked).hex
    return found


def _moved(colour: Color, end: Color, grounds: Sequence[Color]) -> Color:
    """The colour, moved towards `end` until it can be read on all the grounds."""
    steps = (colour.blend(end, share / 20) for share in range(21))
    fits = (each for each in steps
            if all(contrast(each, ground) >= LEAST_CONTRAST for ground in grounds))  # fmt: skip
    return next(fits, end)


def _best(colour: Color, ground: Color) -> Color:
    if contrast(colour, ground) >= LEAST_CONTRAST:
        return colour
    return max(Color(0, 0, 0), Color(255, 255, 255), key=lambda each: contrast(each, ground))


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours, 1 to 21, as WCAG defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    """How light a colour is, 0 to 1."""
    parts = (part / 255 for part in (colour.r, colour.g, colour.b))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def chosen(wanted: str, known: set[str], no_colour: bool) -> str:
    """The theme to use: the one wanted where it is known and can be read, else the dark one.

    Without colour, themes in the terminal's own colours come out black on black.
    """
    if wanted not in known or (no_colour and wanted.startswith("ansi-")):
        return DARK.name
    return wanted
