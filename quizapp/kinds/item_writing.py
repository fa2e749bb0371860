"""Advice on the writing of items: what gives answers away, misleads, or asks for two at once.

Each piece has a code, by which `allow` silences it in a question or in the whole bank.
"""

import re
from collections.abc import Iterator, Sequence

from quizapp.kinds.base import Fault
from quizapp.kinds.ideas import Idea

SMALL = frozenset(
    """a an the it its is are was were be been to of in on at by for from with as and or but so that
    this these those there they them he she his her we you i do does did not no yes one some any
    all""".split()  # noqa: SIM905
)
"""Words that say too little to be an answer alone."""
COMMON = SMALL | frozenset(
    """most more less least many much few fewer several each every other others same only also very
    already still then than can could will would may might must should has have had""".split()  # noqa: SIM905
)
"""Words that say too little to be an idea alone: they stand in wrong answers as often."""
_NEGATIVE = (
    r"(?i)\b(which|what|who|whom|where|when|why|how)\b[^.?]{0,300}?(?<![,;] )"
    r"\b(not|except|never|cannot|\w+n['’]t|neither|least likely)\b[^.?]{0,300}\?|\bexcept\b"
)
_OF_THE_ABOVE = (
    r"(?i)^(all|none|both|neither|any) (of )?(the )?(above|these|them|below|others?)\b"
    r"|^(both )?\(?[a-e]\)? (and|&) \(?[a-e]\)?$"
)
_ABSOLUTE = r"(?i)\b(always|never|none|everyone|nobody|completely|totally|absolutely)\b"
_HEDGED = r"(?i)\b(may|might|could|almost|nearly|not)\b"
_SIGNS = r"(?i)(?<=[a-z])\?[a-z]|\.\*|\((e?s|n)\)(?!\w)|(?<!\{)\b\w+\|\w+"
_OF_SIGNS = frozenset("?*(|")
"""One of these is in each of the signs."""
LONGEST_PAIR = 40
"""In a longer answer "or" may well be a part of what is said."""
_TWO = r"(?i)\s/\s|(?<=[a-z]{3})/(?=[a-z]{3})|\s(or|and/or)\s"
_TWO_WORDINGS = r"(?i)\s*/\s*(?=[a-z]{2})|,\s*(?=[a-z])|\s(?:or|and/or)\s"
_NONE_OF_IT = r"(?i)(?:no|without) [\w’'-]+"
# Patterns are compiled at their first use: `check` starts sooner.


def of_options(prompt: str, words: Sequence[str], right: Sequence[str]) -> Iterator[Fault]:
    """What in a question to choose from misleads, or helps who knows nothing."""
    if (found := re.search(_NEGATIVE, prompt)) and not (found[2] or found[0]).isupper():
        remedy = "ask for what is so, or write this word in capitals"
        yield Fault("prompt", "negative", f"{(found[2] or found[0])!r} is easily overread", remedy)
    for text in words:
        if re.search(_OF_THE_ABOVE, text.strip(" .")):
            message = f"{text[:60]!r} makes two questions of one"
            remedy = 'ask for all that apply (kind = "multiple"), or take it out'
            yield Fault("options", "all-of-the-above", message, remedy)
            return
    absolute = [
        text for text in words if re.search(_ABSOLUTE, text) and not re.search(_HEDGED, text)
    ]
    if absolute and not set(right).intersection(absolute):
        message = f"{absolute[0][:60]!r} claims so much that it is seen to be wrong"
        yield Fault("options", "absolute", message, "claim less")


def of_key(field: str, answers: Sequence[str]) -> Iterator[Fault]:
    """What in a key in words demands too much, or nearly nothing; the first such answer."""
    for answer in answers:
        said = answer.lower().split()
        plain = "{" not in answer
        if plain and not _OF_SIGNS.isdisjoint(answer) and (sign := re.search(_SIGNS, answer)):
            message = f"{answer[:60]!r} is taken word for word, {sign[0]!r} too"
            remedy = "write each way as an answer of its own, or {one|other} for a part of it"
            yield Fault(field, "signs", message, remedy)
        elif plain and len(answer) < LONGEST_PAIR and _demands_both(answer, said):
            remedy = "write them as two answers, or as {one|other}"
            yield Fault(field, "two-in-one", f"{answer[:60]!r} demands both", remedy)
        elif len(answer) > 1 and SMALL.issuperset(said):
            message = f"{answer[:60]!r} has no word that says something"
            yield Fault(field, "small-words", message, "answer with the word that matters")
        else:
            continue
        return


def _demands_both(answer: str, said: Sequence[str]) -> bool:
    """Whether an answer joins two by a stroke or an "or"."""
    return ("/" in answer or "or" in said) and re.search(_TWO, answer) is not None


def of_ideas(field: str, ideas: Sequence[Idea]) -> Iterator[Fault]:
    """What in the wordings of ideas demands too much, or nearly nothing; the first of each kind."""
    wordings = [wording for idea in ideas for wording, _ in idea.wordings if "{" not in wording]
    two = next((one for one in wordings if re.search(_TWO_WORDINGS, one)), "")
    if two:
        parts = [part for part in re.split(_TWO_WORDINGS, two) if part.strip()]
        written = ", ".join(f'"{part.strip()[:40]}"' for part in parts)
        message = f"the idea {two[:60]!r} is one wording that demands all of it"
        yield Fault(field, "two-in-one", message, f"write two wordings: [{written}]")
    if common := next((one for one in wordings if one.lower() in COMMON), ""):
        message = f"the wording {common[:60]!r} of an idea is in wrong answers too"
        remedy = "add the word that it is said of, or take it out"
        yield Fault(field, "small-words", message, remedy)
    alone = [
        wording
        for idea in (ideas if len(ideas) == 1 and not ideas[0].by else ())
        for wording, by in idea.wordings
        if not by
    ]
    bare = next((one for one in alone if re.fullmatch(_NONE_OF_IT, one.strip())), "")
    if bare:
        message = f"the wording {bare[:60]!r} is right by itself: any mention does"
        yield Fault(field, "small-words", message, "make two ideas of it, or say what it is about")
