"""How it looks: a calm dark and a calm light theme, and which of all themes is used."""

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
        "marked": "#e2b86b",
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
        "marked": "#ffe08a",
        "marked-text": "#24272d",
        "rule": "#cfcabb",
        "border": "#2b5ea7",
        "border-blurred": "#cfcabb",
        "footer-background": "#f0ede4",
        "footer-key-foreground": "#8a5300",
        "input-selection-background": "#2b5ea7 25%",
    },
)

OWN = {"marked": "$accent", "marked-text": "$background", "rule": "$panel"}
"""Variables of our own, for the themes that do not know them."""


def chosen(wanted: str, known: set[str], no_colour: bool) -> str:
    """The theme to use: the one wanted where it is known and can be read, else the dark one.

    Without colour, themes in the terminal's own colours come out black on black.
    """
    if wanted not in known or (no_colour and wanted.startswith("ansi-")):
        return DARK.name
    return wanted
