"""How a wording of an idea was found: which alternative of its braces, and by which words."""

from typing import NamedTuple

from quizapp.grading.braces import nearest
from quizapp.grading.english.classes import NEGATORS
from quizapp.grading.forms import stem
from quizapp.grading.ideas.find import find
from quizapp.grading.ideas.hear import Heard, Hit, Said
from quizapp.grading.ideas.nodes import AnyOf, Leaf, Node
from quizapp.grading.ideas.wanted import Lookup, Wanted, Wording


class Found(NamedTuple):
    """The wording as it was met, with one alternative of each brace, and the words of the response
    that stand for another word of it, each with that word."""

    wording: str
    instead: tuple[tuple[str, str], ...]

    def told(self) -> str:
        """Both in words."""
        by = f"by “{self.wording}”"
        return by + "".join(f", “{given}” for “{wanted}”" for given, wanted in self.instead)


def how(said: Said, heard: Heard, lookup: Lookup) -> Found:
    """How a wording was found in a response that was read for the words of `lookup`."""
    within = {
        lookup.words[number]: hit
        for number, hits in heard.hits.items()
        for hit in hits
        if hit.places <= said.hit.places
    }
    single = {word: 1.0 + hit.close for name, hit in within.items() for word in name.split()}
    if not said.hit.denied and any(heard.words[at].denied for at in said.hit.places):
        single.update(dict.fromkeys(NEGATORS, 1.0))
    wording = nearest(said.wording.text, lambda word: single.get(word, -0.1))
    chosen = {word for word, hit in within.items() if f" {word} " in f" {wording.casefold()} "}
    instead = [
        (" ".join(heard.words[at].raw for at in sorted(hit.places)), word)
        for word, hit in within.items()
        if word in chosen and not _is_form(word, hit, heard)
    ]
    return Found(wording, tuple(dict.fromkeys(instead)))


def _is_form(word: str, hit: Hit, heard: Heard) -> bool:
    """Whether a word of a wording is said itself, in any form."""
    said = {heard.words[at].stem for at in hit.places}
    return {stem(one) for one in word.split()} <= said or hit.denying


def wording_at(idea: Wanted, hit: Hit, heard: Heard) -> str:
    """The wording of an idea that stands in the words of a hit."""
    return next(
        (
            one.text
            for one in idea.wordings
            if any(other.places == hit.places for other in find(one.node, heard))
        ),
        idea.wordings[0].text if idea.wordings else "",
    )


def scattered(idea: Wanted, heard: Heard) -> Wording | None:
    """The first wording of an idea all of whose words are said, but not near each other."""
    return next((one for one in idea.wordings if _is_scattered(one.node, heard)), None)


def _is_scattered(node: Node, heard: Heard) -> bool:
    if isinstance(node, AnyOf):
        return any(_is_scattered(option, heard) for option in node.options)
    if isinstance(node, Leaf) or find(node, heard):
        return False
    return all(find(part, heard) or _is_scattered(part, heard) for part in node.parts)
