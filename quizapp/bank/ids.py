"""Ids made from words, and unlike those that are taken."""

import re
from collections.abc import Collection, Iterator

from quizapp.bank.model import File, Loaded
from quizapp.text import folded

MOST_WORDS = 4
"""An id has so many words of the prompt."""
_SMALL = frozenset(
    """a an and are as at be been by can could did do does for from had has have how in into is it
    its may might of on one or shall should so than that the their them there these they this those
    to true false was were what when where which who whom whose why will with would you your
    name give put match complete explain order following sentence year many much called through
    between before after about""".split()  # noqa: SIM905
)


def made_from(prompt: str, taken: set[str]) -> str:
    """An id of a few words of the prompt, other than those `taken`; it is added to them."""
    bare = re.sub(r"['’](s\b)?", "", folded(prompt))
    said = "".join(char if char.isalnum() else " " for char in bare).split()
    kept = [word for word in said if word not in _SMALL] or said or ["question"]
    name = unlike("-".join(word[:20] for word in kept[:MOST_WORDS]), taken)
    taken.add(name)
    return name


def slug(words: str) -> str:
    """Words as an id or a file name: small letters and figures with hyphens between them."""
    return re.sub(r"[\W_]+", "-", folded(words)).strip("-")[:60].strip("-")


def unlike(base: str, taken: Collection[str], longest: int | None = None) -> str:
    """A name, with a number behind so many of its characters where it is taken."""
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base[:longest]}-{number}"
    return name


def without_id(loaded: Loaded) -> Iterator[tuple[File, int, str]]:
    """The file, the number in it and the made id of each question that has none of its own."""
    for file in loaded.files:
        raws = file.data.get("question", ())
        for number, (raw, asked) in enumerate(zip(raws, file.questions, strict=False)):
            if "id" not in raw:
                yield file, number, asked.id
