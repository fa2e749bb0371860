"""Text for the screen: shown as it stands, never read as markup."""

from collections.abc import Iterable

from textual.content import Content

from quizapp.text import clean

STRONG = "bold"
FAINT = "$faint"
KEY = "bold $text-accent"
MARKED = "bold $marked-text on $marked"
EDGE = "$edge"
TONES = {
    "correct": "bold $text-success",
    "close": "bold $text-warning",
    "partial": "bold $text-warning",
    "wrong": "bold $text-error",
    "unsure": "bold $text-accent",
    "open": "bold",
    "missed": "bold $text-error",
    "unchosen": "bold $text-warning",
}
"""The colour of each outcome and tone; its word and sign always stand with it."""


def literal(text: str, style: str = "") -> Content:
    """`text` from anywhere as it stands: nothing in it is markup, nothing acts on the terminal."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def one_line(text: str, style: str = "") -> Content:
    """As `literal`, with every run of spaces and newlines a single space: for lists and titles."""
    return literal(" ".join(clean(text).split()), style)


def lines(parts: Iterable[Content]) -> Content:
    """The parts under each other."""
    return Content("\n").join(parts)


def bar(share: float, width: int) -> Content:
    """A share (0 to 1) as a line of so many cells, its part heavy and the rest light."""
    full = round(width * min(1.0, max(0.0, share)))
    return literal("━" * full, "$primary") + literal("─" * (width - full), "$rule")


def hanging(lead: Content, body: Content, width: int) -> list[Content]:
    """`lead` and then `body`, wrapped to `width` cells with its later lines under its first."""
    indent = lead.cell_length
    wrapped = body.wrap(max(8, width - indent)) or [Content("")]
    blank = Content(" " * indent)
    return [(lead if number == 0 else blank) + line for number, line in enumerate(wrapped)]
