"""Cards as Quizlet takes them: prompt and answer, a tab between them, a card a line."""

from quizapp.exchange import flashcard
from quizapp.exchange.csv_table import read
from quizapp.exchange.item import About, Item

__all__ = ["read", "write"]


def write(about: About, items: tuple[Item, ...]) -> str:
    """A line for each item; line ends inside become spaces."""
    del about
    fronts = (" ".join([flashcard.front(item), *flashcard.options(item)]) for item in items)
    pairs = zip(fronts, map(flashcard.back, items), strict=True)
    return "".join(f"{_cell(front)}\t{_cell(back)}\n" for front, back in pairs)


def _cell(text: str) -> str:
    """The text on one line; a double quote would begin a cell that a quote must end."""
    return " ".join(text.replace('"', "”").replace("\n", "; ").split())
