"""The order in which options are offered, and reading from a typed line which were chosen."""

from collections.abc import Sequence

from quizapp.text import same

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def shuffled(items: Sequence[str], seed: int, name: str) -> tuple[str, ...]:
    """`items` in an order that depends on `seed` and the question's `name` alone."""
    from random import Random

    mixed = list(items)
    Random(f"{seed}:{name}").shuffle(mixed)
    return tuple(mixed)


def shuffled_away(
    items: Sequence[str], seed: int, name: str, answer: Sequence[str]
) -> tuple[str, ...]:
    """As `shuffled`, but never beginning with `answer`: in that case its first two are swapped."""
    mixed = shuffled(items, seed, name)
    if len(mixed) > 1 and mixed[: len(answer)] == tuple(answer):
        mixed = (mixed[1], mixed[0], *mixed[2:])
    return mixed


def by_words(options: Sequence[str], text: str) -> str | None:
    """The option that `text` says in its own words."""
    wanted = same(text)
    return next((option for option in options if same(option) == wanted), None)


def stranger(options: Sequence[str], response: str) -> str | None:
    """The first line of a response that is in the words of no option."""
    lines = (line for line in response.split("\n") if line.strip())
    return next((line for line in lines if by_words(options, line) is None), None)


def by_letter(options: Sequence[str], text: str) -> str | None:
    """The option whose letter `text` is: `b`, `B`, `b)`, `(b)` or `b.`."""
    letter = text.strip().lower().strip("().:[]")
    place = LETTERS.find(letter) if len(letter) == 1 else -1
    return options[place] if 0 <= place < len(options) else None


def chosen(options: Sequence[str], text: str) -> str | None:
    """The option that `text` names by its words or, failing that, by its letter; else None."""
    return by_words(options, text) or by_letter(options, text)


def chosen_all(options: Sequence[str], line: str) -> list[str] | None:
    """The options that a line names; None if any part of it names none.

    Parts are separated by newlines or `;`; letters also by spaces and commas, or by nothing.
    """
    whole = by_words(options, line)
    if whole is not None:
        return [whole]
    for parts in (
        [part for part in line.replace("\n", ";").split(";") if part.strip()],
        line.replace(",", " ").replace(";", " ").split(),
        list("".join(line.split())),
        [part for part in line.split(",") if part.strip()],
    ):
        found = [chosen(options, part) for part in parts]
        known = [option for option in found if option is not None]
        if parts and len(known) == len(found):
            return list(dict.fromkeys(known))
    return None


def read_choices(options: Sequence[str], line: str) -> str:
    """The chosen options' words, one a line; `line` itself where it is not understood."""
    found = chosen_all(options, line)
    if found is None:
        parts = [part.strip() for part in line.replace("\n", ";").split(";")]
        return "\n".join(chosen(options, part) or part for part in parts if part)
    return "\n".join(found)
