"""Wordings of ideas that say less than is written there, and those that the question says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizapp.grading.braces import each, plain
from quizapp.grading.english.classes import MODALS
from quizapp.grading.ideas.found import how
from quizapp.grading.ideas.judge import read_for
from quizapp.grading.ideas.small_words import kept_words
from quizapp.grading.key import Context, Idea, Ideas, TextKey
from quizapp.grading.tokens import tokens

_PASSED_OVER = MODALS | frozenset(
    """their its his her our your my both all each another other others different people person
    again further""".split()  # noqa: SIM905
)
"""Words that are not looked for beside others, although they seem to tell something."""

LONGEST_SHOWN = 240
"""So many characters of a wording are quoted."""


class Less(NamedTuple):
    """A wording that may come down to one word: as it is read then, and the word."""

    wording: str
    variant: str
    word: str


def saying_less(key: TextKey) -> Iterator[tuple[str, str, str, str]]:
    """The field, the code, the message and the remedy of advice on the first of the wordings that
    are found wherever one word of them is said."""
    less = list(dict.fromkeys(_saying_less(key)))
    if less:
        (wording, variant, word), count = less[0], len(less) - 1
        as_read = "" if variant == wording else f", as {variant!r},"
        others = f"; so {'is one' if count == 1 else f'are {count}'} more" if count else ""
        said = f"the wording {_shown(wording)}{as_read}"
        message = f"{said} is found wherever {word!r} is said{others}"
        remedy = f"add a word that tells more, or write {word!r} alone if it is enough"
        yield "ideas", "says-less", message, remedy


def _saying_less(key: TextKey) -> Iterator[Less]:
    """The wordings that may come down to one word that is no wording of the idea itself."""
    for idea in (idea for ideas in key.all_ideas for idea in ideas.ideas):
        alone = {wording.casefold() for wording in idea.says}
        for wording in idea.says:
            read = [(variant, tokens(variant)) for variant in each(wording)]
            most = max(len(kept_words(words)) for _, words in read)
            for variant, words in read:
                kept = kept_words(words)
                lost = any(token not in kept and token.word in _PASSED_OVER for token in words)
                shrunk = len(words) == 1 and most > 1 and _OPTIONAL.search(wording)
                if len(kept) == 1 and kept[0].word not in alone and (shrunk or lost):
                    yield Less(wording, variant, kept[0].word)
                    break


_OPTIONAL = re.compile(r"\{\s*\||\|\s*\}")
"""A brace of which nothing need be said."""


def echoes(key: TextKey, context: Context) -> Iterator[tuple[str, str, str, str]]:
    """Wordings of ideas that the question says: in its words alone, or in others of one meaning."""
    asked = stems_of(context.prompt)
    every = [wording for idea in key.ideas.ideas for wording in idea.says]
    alone = Ideas(tuple(Idea((wording,)) for wording in every))
    prepared, heard, found = read_for(alone, context, context.prompt)
    for wording, told in zip(every, found.told, strict=True):
        words = stems_of(plain(wording))
        shown = _shown(wording)
        if words and words <= asked:
            message = f"who repeats the question says the idea {shown}"
        elif told.said is not None:
            by = how(told.said, heard, prepared.lookup)
            said = heard.shown(told.said.hit)
            message = f"the question says {said!r}, and so the idea {_shown(by.wording)}"
        else:
            continue
        yield "ideas", "hollow-idea", message, "word it as only a right answer would"


def _shown(wording: str) -> str:
    """A wording as it stands in the file, to be searched for there: seldom is one so long as to be
    cut."""
    return repr(wording if len(wording) <= LONGEST_SHOWN else f"{wording[:LONGEST_SHOWN]}…")


def stems_of(text: str) -> frozenset[str]:
    """The stems of a text's words of content; a denied one is another."""
    return frozenset(f"{'not ' * t.denied}{t.stem}" for t in kept_words(tokens(text)))
