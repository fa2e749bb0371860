"""Cards as Quizlet takes them: prompt and answer, a tab between them, a card a line."""

from quizapp.exchange import card
from quizapp.exchange.comma_table import read
from quizapp.exchange.item import About, Item

__all__ = ["read", "write"]


def write(about: About, items: tuple[Item, ...]) -> str:
    """A line for each item; line ends inside become spaces."""
    del about
    return "".join(f"{_cell(_front(item))}\t{_cell(card.back(item))}\n" for item in items)


def _front(item: Item) -> str:
    return " ".join([card.front(item), *card.options(item)])


def _cell(text: str) -> str:
    """The text on one line; a double quote would begin a cell that a quote must end."""
    return " ".join(text.replace('"', "”").replace("\n", "; ").split())
