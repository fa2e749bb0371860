"""Questions as foreign formats know them: the values between a bank and every format."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from quizapp.bank.model import Passage
from quizapp.kinds.base import Support
from quizapp.text import clean

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

    passage: Passage
    support: Support

    @property
    def text(self) -> str:
        """The passage as the bank has it, on one line."""
        return " ".join(self.passage.shown.split())

    def told(self) -> dict[str, str]:
        """What formats say of it in words, beside its text and the evidence; see `quoted_of`."""
        return {
            "passage": self.passage.id,
            "section": self.passage.section,
            "paragraph": str(self.passage.paragraph or ""),
            "fingerprint": self.passage.fingerprint,
            "sentences": " ".join(map(str, self.support.sentences)),
        }


def quoted_of(told: Mapping[str, str], text: str, digest: bool, evidence: Iterable[str]) -> Quoted:
    """The passage of this text, or digest, of which this was `told`."""
    name, paragraph = clean(told["passage"])[:80], _whole(told.get("paragraph", ""))
    passage = Passage(
        id=name,
        section=clean(told.get("section", "")),
        paragraph=paragraph or 0,
        text="" if digest else text,
        digest=text if digest else "",
        fingerprint=told.get("fingerprint", ""),
    )
    sentences = filter(None, map(_whole, told.get("sentences", "").split()))
    support = Support(passage=name, evidence=tuple(evidence), sentences=tuple(sentences))
    return Quoted(passage, support)


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 6 else None


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
