"""Questions as foreign formats know them: the values between a bank and every format."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

Shape = Literal["words", "number", "choice", "multiple", "boolean", "match", "gaps", "essay"]
"""What is answered: words, a figure, one or several options, true or false, pairs, gaps in the
prompt, or an essay that a person marks."""

GAP = "___"
"""A gap in the prompt of an item of the shape "gaps"."""


class Answer(NamedTuple):
    """An answer or option: its share of the credit (1 for right, 0 for wrong), and its feedback."""

    text: str
    share: float = 1.0
    feedback: str = ""

    @property
    def right(self) -> bool:
        """Whether it earns full credit."""
        return self.share >= 0.999


class Quoted(NamedTuple):
    """A passage that settles an answer, and its words and sentences that do."""

    passage: str
    section: str = ""
    paragraph: int = 0
    text: str = ""
    digest: bool = False
    fingerprint: str = ""
    evidence: tuple[str, ...] = ()
    sentences: tuple[int, ...] = ()


class Item(NamedTuple):
    """A question between a bank and a foreign format.

    `answers` are those in words, figures, options, or "true" and "false"; of an essay, the model
    answer. `gaps` are the answers of each gap. `problem` says why it cannot be used as it is.
    """

    id: str
    shape: Shape
    prompt: str
    answers: tuple[Answer, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    extra: tuple[str, ...] = ()
    gaps: tuple[tuple[Answer, ...], ...] = ()
    tolerance: float = 0.0
    unit: str = ""
    hint: str = ""
    explanation: str = ""
    quoted: tuple[Quoted, ...] = ()
    tags: tuple[str, ...] = ()
    weight: float = 1.0
    shuffle: bool = True

    @property
    def right(self) -> tuple[str, ...]:
        """The answers that earn full credit; of options, all that earn any."""
        several = self.shape == "multiple"
        return tuple(one.text for one in self.answers if one.right or (several and one.share > 0))

    @property
    def offered(self) -> tuple[Answer, ...]:
        """The options in their order, true before false."""
        if self.shape != "boolean":
            return self.answers
        return tuple(sorted(self.answers, key=lambda one: one.text, reverse=True))


def of_options(prompt: str, answers: Sequence[Answer], several: bool, shuffle: bool) -> Item:
    """The item of options to choose from; true and false alone are those of a statement."""
    values = [one._replace(text=one.text.strip().lower()) for one in answers]
    if {one.text for one in values} == {"true", "false"}:
        return Item("", "boolean", prompt, tuple(sorted(values, key=lambda one: -one.share)))
    shape: Shape = "multiple" if several else "choice"
    return Item("", shape, prompt, tuple(answers), shuffle=shuffle)


class About(NamedTuple):
    """The bank that items are of."""

    id: str
    title: str


class Loss(NamedTuple):
    """What a format did not carry, of which question ("" for the bank or file)."""

    question: str
    what: str


class Read(NamedTuple):
    """What was read of a foreign file: its title, its items, and what could not be taken over."""

    title: str
    items: tuple[Item, ...]
    losses: tuple[Loss, ...] = ()


def by_question(losses: Iterable[Loss]) -> Iterator[tuple[str, str]]:
    """What was lost of each question, in one line each."""
    found: dict[str, list[str]] = {}
    for loss in losses:
        found.setdefault(loss.question, []).append(loss.what)
    for question, what in found.items():
        yield question, "; ".join(dict.fromkeys(what))


def figure(text: str) -> float | None:
    """The number that a text is, and nothing else; None where it is not."""
    try:
        found = float(text.strip().replace(",", ".") if text.count(",") == 1 else text)
    except ValueError:
        return None
    return found if abs(found) < 1e300 else None
