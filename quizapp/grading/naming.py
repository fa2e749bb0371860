"""Guards of names: another person, another place, somebody related to the one that is meant."""

from quizapp.grading import figures, lexicon, names
from quizapp.grading.answers import Answer, Match, Objection, Pair
from quizapp.grading.english.classes import (
    AUXILIARIES,
    FRAME,
    FUNCTION,
    GENERIC,
    LIGHT,
    MODIFIERS,
)
from quizapp.grading.english.people import ELDER, GIVEN, PARTICLES, YOUNGER
from quizapp.grading.reading import Reading
from quizapp.grading.tokens import Token

_IDLE = FUNCTION | FRAME | LIGHT | AUXILIARIES
_LIGHTER = FUNCTION | LIGHT | AUXILIARIES
_SMALL = FUNCTION | AUXILIARIES


def _goes_on(name: Token, after: Token, given: tuple[str, ...], alone: bool) -> bool:
    """Whether a name goes on after the family name, so that somebody else is meant."""
    if after.clause != name.clause or after.gap != " " or after.word in _SMALL:
        return False
    if after.word in ELDER | {"jr"} or any(names.same_given(after.word, g) for g in given):
        return False
    return lexicon.tier(after.word) in (0, lexicon.NAME) or (alone and after.raw[:1].isupper())


def surname_alone(answer: Answer, reading: Reading, pairs: list[Pair]) -> bool:
    """Whether the family name stands for the person: with no other given name, nor another name or
    number behind it."""
    assert answer.person is not None
    given, family = answer.person
    at = next((pair.at for pair in pairs if answer.words[pair.wanted].word == family), None)
    mine, theirs = ({t.word for t in words} for words in (answer.all, reading.all))
    younger = not mine & ELDER and (theirs - mine) & YOUNGER
    if at is None or younger or wrong_given(reading, at, given):
        return False
    after = reading.all[at + 1] if at + 1 < len(reading.all) else None
    if after is None or "(" in after.gap:
        return True
    number = figures.roman(answer.all[-1].raw)
    if number and figures.roman(after.raw) not in (0, number):
        return False
    alone = len(reading.all) == 2
    return after.word not in GENERIC and not _goes_on(reading.all[at], after, given, alone)


def wrong_given(reading: Reading, at: int, given: tuple[str, ...]) -> bool:
    """Whether the words before the family name at `at` are somebody else's given names."""
    clause = reading.all[at].clause
    before = []
    for place in range(at - 1, max(-1, at - 4), -1):
        token = reading.all[place]
        if token.clause != clause or token.word in _IDLE:
            break
        before.append(token)
    before = [t for t in before if t.word not in ELDER and t.word not in PARTICLES]
    theirs = [t.word for t in before if t.word in GIVEN or len(t.word) == 1]
    if len(given) > 1 and any(not any(names.same_given(name, n) for name in given) for n in theirs):
        return True
    if not before or any(names.same_given(name, t.word) for t in before for name in given):
        return False
    return names.another(before[0], given, alone=len(reading.all) == 2)


def neighbour(match: Match) -> Objection | None:
    """A word right before a name that makes another of it: New Mexico."""
    answer, reading = match.answer, match.reading
    first = min(pair.at for pair in match.pairs)
    before = reading.all[first - 1] if first else None
    if before is None or before.word not in MODIFIERS or reading.all[first].gap.strip(" -"):
        return None
    asked = before.word in match.prompt.words or any(t.word == before.word for t in answer.all)
    name = before.raw[:1].isupper() or lexicon.tier(answer.words[0].word) in (0, lexicon.NAME)
    if asked or not name or len(answer.words) > 3 or not answer.words[0].raw[:1].isupper():
        return None
    return Objection("name", f"“{before.raw}” makes another name of it.")


def other_subject(match: Match) -> Objection | None:
    """The same said of another thing that the question names: "price falls" for "demand falls"."""
    answer, reading, asked = match.answer, match.reading, match.prompt.words
    taken = {pair.wanted: pair.at for pair in match.pairs}
    for at in match.missing:
        place = taken.get(at + 1, 0) - 1
        if answer.words[at].stem not in asked or place < 0 or place in taken.values():
            continue
        given = reading.all[place]
        if given.stem in asked and given.word not in _LIGHTER:
            detail = f"“{given.raw}” is not {answer.words[at].raw}."
            return Objection("name", detail, frozenset({at}))
    return None
