"""How it looks: a calm dark and a calm light theme, and which of all themes is used."""

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


def chosen(wanted: str, known: set[str], no_colour: bool) -> str:
    """The theme to use: the one wanted where it is known and can be read, else the dark one.

    Without colour, themes in the terminal's own colours come out black on black.
    """
    if wanted not in known or (no_colour and wanted.startswith("ansi-")):
        return DARK.name
    return wanted
