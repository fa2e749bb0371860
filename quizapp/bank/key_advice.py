"""What grading tells of the ideas of a key: what they let through, and what is missing in them."""

import re
from collections.abc import Iterator

from quizapp.bank.model import Finding, advised
from quizapp.grading.braces import each, plain
from quizapp.grading.english.classes import MODALS
from quizapp.grading.ideas.express import Told
from quizapp.grading.ideas.found import how, scattered
from quizapp.grading.ideas.hear import Heard
from quizapp.grading.ideas.judge import read_for
from quizapp.grading.ideas.small_words import kept_words
from quizapp.grading.ideas.wanted import Wanted
from quizapp.grading.key import Context, Idea, Ideas, TextKey
from quizapp.grading.meaning import PLAIN
from quizapp.grading.phrases import Phrase, phrases
from quizapp.grading.tokens import Token, tokens
from quizapp.kinds.base import Question

_PASSED_OVER = MODALS | frozenset(
    """their its his her our your my both all each another other others different people person
    further""".split()  # noqa: SIM905
)
"""Words that are not looked for beside others, although they seem to tell something."""

_OPTIONAL = re.compile(r"\{\s*\||\|\s*\}")
"""A brace of which nothing need be said."""
LONGEST_SHOWN = 240
"""So many characters of a wording are quoted."""


def advice_on_key(question: Question, context: Context) -> Iterator[Finding]:
    """Advice on the ideas of a key: those that its answers do not express, that the question says,
    or that come down to one word."""
    for way, name, key in question.word_keys():
        said = f"{name}: " if way else ""
        for one in (
            *_unsaid(key, context),
            *_echoes(key, context),
            *_saying_less(key),
        ):
            yield one._replace(path=(*way, *one.path), message=said + one.message)


def _unsaid(key: TextKey, context: Context) -> Iterator[Finding]:
    """Answers that do not express the ideas of the key that are needed."""
    for answer in key.answers if key.ideas.ideas else ():
        prepared, heard, found = read_for(key.ideas, context, plain(answer))
        if found.whole:
            continue
        wanted, said = prepared.sets[0].ideas, f"in the answer {answer[:60]!r}"
        for idea, told, sought in zip(key.ideas.ideas, found.told, wanted, strict=True):
            if told.said is not None:
                continue
            message, remedy = _lacking(idea, told, sought, heard)
            yield advised(("ideas",), "unsaid-idea", f"{said} {message}", remedy)


def _lacking(idea: Idea, told: Told, sought: Wanted, heard: Heard) -> tuple[str, str]:
    """How an answer comes to lack an idea, and what to do about it."""
    if told.swapped is not None:
        message = f"{heard.shown(told.swapped)!r} is said of none that stands in by"
        return message, "add to by the one of whom this answer says it, or leave by out"
    if told.denied is not None:
        message = f"{heard.shown(told.denied)!r} is denied"
        return message, 'add a wording that has the denial: "not …"'
    if (far := scattered(sought, heard)) is not None:
        message = f"the words of {far.text[:60]!r} are too far apart"
        return message, "word the idea by words that stand in one clause, or near each other"
    message = f"no wording of the idea {plain(idea.says[0])[:60]!r} is found"
    return message, "add to the idea the words by which this answer says it"


def _saying_less(key: TextKey) -> Iterator[Finding]:
    """The wordings that are found wherever one word of them is said."""
    less = list(dict.fromkeys(_less(key)))
    if less:
        wording, variant, word = less[0]
        as_read = "" if variant == wording else f", as {variant!r},"
        more = [one if read == one else f"{one} (as {read})" for one, read, _ in less[1:]]
        others = f"; so are {', '.join(map(_shown, more))}" if more else ""
        said = f"the wording {_shown(wording)}{as_read}"
        message = f"{said} is found wherever {word!r} is said{others}"
        remedy = f"add a word that tells more, or write {word!r} alone if it is enough"
        yield advised(("ideas",), "says-less", message, remedy)


def _less(key: TextKey) -> Iterator[tuple[str, str, str]]:
    """The wordings that may come down to one word that is no wording of the idea itself: each as it
    is read then, and the word."""
    for idea in (idea for ideas in key.all_ideas for idea in ideas.ideas):
        alone = {wording.casefold() for wording in idea.says}
        for wording in idea.says:
            read = [(variant, tokens(variant)) for variant in each(wording)]
            most = max(len(kept_words(words)) for _, words in read)
            for variant, words in read:
                kept = kept_words(words)
                said = {at for one in _expressions(words) for at in range(one.start, one.end)}
                lost = any(
                    token not in kept and token.word in _PASSED_OVER and at not in said
                    for at, token in enumerate(words)
                )
                shrunk = len(words) == 1 and most > 1 and _OPTIONAL.search(wording)
                if len(kept) == 1 and kept[0].word not in alone and (shrunk or lost):
                    yield wording, variant, kept[0].word
                    break


def _expressions(words: tuple[Token, ...]) -> tuple[Phrase, ...]:
    """What is looked for as a whole: "each other"."""
    return phrases(tuple(token.stem for token in words), PLAIN)


def _echoes(key: TextKey, context: Context) -> Iterator[Finding]:
    """Wordings of ideas that the question says: in its words alone, or in others of one meaning."""
    asked = _stems(context.prompt)
    every = [wording for idea in key.ideas.ideas for wording in idea.says]
    alone = Ideas(tuple(Idea((wording,)) for wording in every))
    prepared, heard, found = read_for(alone, context, context.prompt)
    for wording, told in zip(every, found.told, strict=True):
        words = _stems(plain(wording))
        shown = _shown(wording)
        if words and words <= asked:
            message = f"who repeats the question says the idea {shown}"
        elif told.said is not None:
            by = how(told.said, heard, prepared.lookup)
            said = heard.shown(told.said.hit)
            message = f"the question says {said!r}, and so the idea {_shown(by.wording)}"
        else:
            continue
        yield advised(("ideas",), "hollow-idea", message, "word it as only a right answer would")


def _shown(wording: str) -> str:
    """A wording as it stands in the file, to be searched for there: seldom is one so long as to be
    cut."""
    return repr(wording if len(wording) <= LONGEST_SHOWN else f"{wording[:LONGEST_SHOWN]}…")


def _stems(text: str) -> frozenset[str]:
    """The stems of a text's words of content; a denied one is another."""
    return frozenset(f"{'not ' * t.denied}{t.stem}" for t in kept_words(tokens(text)))
