"""A question as a card: what is on its front, and what is on its back; and cards as Quizlet takes
them: prompt and answer, a tab between them, a card a line."""

from quizapp.exchange.csv_table import read
from quizapp.exchange.item import About, Answer, Item

__all__ = ["back", "carried", "front", "options", "read", "write"]

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def options(item: Item) -> tuple[str, ...]:
    """What is chosen from, each with its letter; () where nothing is."""
    if item.shape in ("choice", "multiple"):
        words = [one.text for one in item.answers]
    elif item.shape == "match":
        words = sorted({right for _, right in item.pairs} | set(item.extra))
    else:
        return ()
    return tuple(f"{letter}) {one}" for letter, one in zip(_LETTERS, words, strict=False))


def front(item: Item) -> str:
    """The prompt; of pairs, with the left sides."""
    if item.shape == "boolean":
        return f"True or false? {item.prompt}"
    if item.shape != "match":
        return item.prompt
    return "\n".join([item.prompt, *(f"{left} → ?" for left, _ in item.pairs)])


def back(item: Item) -> str:
    """The model answer, parts one a line."""
    if item.shape == "match":
        return "\n".join(f"{left} → {right}" for left, right in item.pairs)
    if item.shape == "gaps":
        return "\n".join(gap[0].text for gap in item.gaps)
    if item.shape == "multiple":
        return "\n".join(item.right)
    answer = item.right[0] if item.right else ""
    return f"{answer} {item.unit}".strip() if item.shape == "number" else answer


def carried(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items as a card has them: one answer, no grading."""
    return tuple(
        Item(
            item.id,
            "words",
            front(item),
            (Answer(back(item)),),
            explanation=item.explanation,
            quoted=item.quoted,
            tags=item.tags,
        )
        for item in items
    )


def write(about: About, items: tuple[Item, ...]) -> str:
    """A line for each item; line ends inside become spaces."""
    del about
    fronts = (" ".join([front(item), *options(item)]) for item in items)
    pairs = zip(fronts, map(back, items), strict=True)
    return "".join(f"{_cell(front)}\t{_cell(back)}\n" for front, back in pairs)


def _cell(text: str) -> str:
    """The text on one line; a double quote would begin a cell that a quote must end."""
    return " ".join(text.replace('"', "”").replace("\n", "; ").split())
