"""Guards of polarity: what a response denies, and what it says the opposite of."""

from functools import lru_cache

from quizapp.grading.answers import Match, Objection
from quizapp.grading.denials import UNDOING
from quizapp.grading.english.classes import (
    EXCEPTING,
    FUNCTION,
    LIGHT,
    NEGATORS,
    OPPOSITE_PARTICLES,
    SHARP,
    WITHOUT_EXCEPTION,
)
from quizapp.grading.english.denying import SUBJECTS
from quizapp.grading.forms import stem
from quizapp.grading.meaning import (
    PLAIN,
    Synonyms,
    apart,
    contraries,
    contrary,
    converse,
    kept_apart,
    likeness,
    opposite,
)
from quizapp.grading.reading import Reading
from quizapp.grading.tokens import Token


def denied(match: Match) -> Objection | None:
    """A negation over the answer's words that the answer does not have, or the other way."""
    answer, reading, pairs, prompt = match.answer, match.reading, match.pairs, match.prompt
    if asks_undone(match) and negates(reading):
        return None
    own = {reading.all[pair.at].stem for pair in pairs}
    for pair in pairs:
        wanted, given = answer.words[pair.wanted], reading.all[pair.at]
        if pair.how == "polar" or (given.soft and wanted.raw[:1].isupper()):
            continue
        expected = wanted.denied
        if prompt.negated and not wanted.denied:
            others = [
                t
                for t in reading.words
                if t.clause == given.clause and t.word != given.word and t.word not in LIGHT
            ]
            repeats = any(t.stem not in own for t in others)
            expected = repeats and all(t.stem in prompt.words for t in others)
        if expected != given.denied and answer.weights[pair.wanted] >= 0.3:
            if opposite(wanted.word, given.word):
                continue
            if answer.weights[pair.wanted] < 1 and _said_elsewhere(match, given):
                continue
            where = reading.places.get(given.word, [])
            if any(reading.all[at].denied == expected for at in where) and len(where) > 1:
                continue
            return Objection("negation", _contrast(match, given))
    return None


def _contrast(match: Match, given: Token) -> str:
    """What parts response and answer at a word: a denial only where the whole answer is denied."""
    if not given.denied:
        return f"The answer says “not” of “{given.raw}”; yours does not."
    paired = {pair.wanted for pair in match.pairs if match.reading.all[pair.at].denied}
    needed = {at for at, weight in enumerate(match.answer.weights) if weight >= 0.3}
    if needed <= paired:
        return "Your answer denies the right one."
    return f"You say “not” of “{given.raw}”; the answer does not."


def asks_undone(match: Match) -> bool:
    """Whether the question is what was not done, and the answer names it without a negation."""
    return match.prompt.undone and not any(t.denied and not t.soft for t in match.answer.all)


def negates(reading: Reading) -> bool:
    """Whether a response has a word of denial or refusal that is not taken back itself."""
    return any(
        (t.word in NEGATORS and (t.word != "without" or not at))
        or (t.stem in UNDOING and not t.denied)
        for at, t in enumerate(reading.all)
    ) and not any(t.stem in UNDOING and t.denied for t in reading.all)


def done(match: Match) -> Objection | None:
    """A sentence that says it was done, where is asked what was not: "she gave up her seat"."""
    if not asks_undone(match) or negates(match.reading):
        return None
    if match.reading.all[0].word not in SUBJECTS | {"one"}:
        return None
    return Objection("negation", "It says that this was done; the question is what was not.")


def _said_elsewhere(match: Match, denied: Token) -> bool:
    """Whether most of the answer stands undenied in another clause than this word of the question:
    "the Germans did not storm it, they went round it"."""
    heavy = [p for p in match.pairs if match.answer.weights[p.wanted] >= 1]
    apart = [
        p
        for p in heavy
        if match.reading.all[p.at].clause != denied.clause
        and match.reading.all[p.at].denied == match.answer.words[p.wanted].denied
    ]
    return len(apart) > 1 and len(apart) == len(heavy)


def opposed(match: Match) -> Objection | None:
    """An opposite in the place of a missing word."""
    answer, reading, pairs, missing = match.answer, match.reading, match.pairs, match.missing
    taken = {pair.at for pair in pairs}
    for at in missing:
        wanted = answer.words[at]
        for place in reading.alike(wanted.word):
            given = reading.all[place]
            if (
                place not in taken
                and given.denied == wanted.denied
                and (given.word not in FUNCTION or _turns(wanted, given))
                and _opposed(wanted.word, given.word, reading.synonyms)
            ):
                return Objection(
                    "opposite", f"“{given.raw}” is the opposite of “{wanted.raw}”.", frozenset({at})
                )
    return None


def _opposed(wanted: str, given: str, synonyms: Synonyms) -> bool:
    """Whether two words are opposites, and no bank says that they have nothing to do with each
    other; words of little weight only where they are listed so."""
    if kept_apart(wanted, given, synonyms):
        return False
    light = wanted in LIGHT or given in LIGHT or apart(wanted, given)
    return contrary(wanted, given) if light else opposite(wanted, given)


def _turns(wanted: Token, given: Token) -> bool:
    """Whether two function words may be opposites here: "before" and "after", "-in" and "-out"."""
    return (given.word in SHARP and wanted.word in SHARP) or given.gap == wanted.gap == "-"


def turned(match: Match) -> Objection | None:
    """The answer's words with the opposite of what the question says of them: "it removes the
    encryption" where is asked what is added."""
    answer, reading, pairs, prompt = match.answer, match.reading, match.pairs, match.prompt
    if len(answer.words) > 4 or prompt.negated:
        return None
    asked, stems, opposed_to = _asked(prompt.words)
    taken = {pair.at for pair in pairs}
    first, last = min(taken), max(taken)
    clauses = reading.all[first].clause, reading.all[last].clause
    for place in range(max(0, first - NEAR_BY), min(len(reading.all), last + NEAR_BY)):
        given = reading.all[place]
        if (
            place in taken
            or given.clause not in clauses
            or given.denied
            or given.stem in prompt.words
        ):
            continue
        if given.stem not in opposed_to and stems.isdisjoint(contraries(given.word)):
            continue
        if given.word in FUNCTION or any(likeness(t.word, given.word, PLAIN) for t in answer.words):
            continue
        for word in asked:
            if (
                contrary(word, given.word)
                and not converse(word, given.word)
                and not any(t.stem == word for t in reading.all)
            ):
                return Objection(
                    "opposite", f"“{given.raw}” is the opposite of “{word}” in the question."
                )
    return None


@lru_cache(maxsize=512)
def _asked(words: frozenset[str]) -> tuple[list[str], frozenset[str], frozenset[str]]:
    """The longer words of a question, their stems, and those of their opposites."""
    asked = [word for word in sorted(words) if word.isalpha() and len(word) > 2]
    return asked, frozenset(map(stem, asked)), frozenset().union(*map(contraries, asked))


NEAR_BY = 6
"""So many words round the answer's own are read for what they say of it."""

_RELATING = frozenset(
    {"than", "when", "while", "as", "if", "from", "to", "instead", "with", "more"}
)


def excepted(match: Match) -> Objection | None:
    """An exception to what holds without one: "no country except Chile"."""
    if not any(t.word in WITHOUT_EXCEPTION for t in match.answer.all):
        return None
    said = {t.word for t in match.answer.all}
    for at, token in enumerate(match.reading.all[:-1]):
        if token.word in EXCEPTING and token.word not in said:
            after = match.reading.all[at + 1]
            return Objection("negation", f"It makes an exception: {after.raw}.")
    return None


def led_back(match: Match) -> Objection | None:
    """The opposite particle in a clause that has a word of the answer: "take off" for "put on"."""
    read = match.reading.all
    mine = {t.word for t in match.answer.all}
    if mine.isdisjoint(_PARTICLES):
        return None
    clauses = {read[pair.at].clause for pair in match.pairs}
    theirs = {t.word for t in read if t.clause in clauses}
    for one, other in OPPOSITE_PARTICLES:
        for wanted, given in ((one, other), (other, one)):
            if wanted in mine - theirs and given in theirs - mine:
                return Objection("opposite", f"“{given}” is the opposite of “{wanted}”.")
    return None


_PARTICLES = frozenset(word for both in OPPOSITE_PARTICLES for word in both)


def both_ways(match: Match) -> Objection | None:
    """A word of the answer together with its opposite, and nothing that relates the two."""
    answer, reading, pairs = match.answer, match.reading, match.pairs
    if len(answer.words) > 4 or any(t.word in _RELATING for t in reading.all):
        return None
    taken = {pair.at for pair in pairs}
    for pair in pairs:
        wanted = answer.words[pair.wanted]
        for place in reading.open:
            given = reading.all[place]
            if (
                place not in taken
                and given.denied == wanted.denied
                and given.clause == reading.all[pair.at].clause
                and given.word not in FUNCTION
                and _opposed(wanted.word, given.word, reading.synonyms)
            ):
                both = f"“{reading.all[pair.at].raw}” and “{given.raw}”"
                return Objection("hedge", f"It says both {both}.")
    return None
