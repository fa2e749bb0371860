"""Guards of names: another person, another place, somebody related to the one that is meant."""

from quizapp.grading import figures, lexicon, names
from quizapp.grading.answers import Answer, Match, Objection, Pair, Reading
from quizapp.grading.english.classes import (
    AUXILIARIES,
    FRAME,
    FUNCTION,
    GENERIC,
    KIN,
    LIGHT,
    MODIFIERS,
)
from quizapp.grading.english.people import ELDER, GIVEN, PARTICLES, YOUNGER
from quizapp.grading.tokens import Token


def _goes_on(name: Token, after: Token, given: tuple[str, ...], alone: bool) -> bool:
    """Whether a name goes on after the family name, so that somebody else is meant."""
    if after.clause != name.clause or after.gap != " " or after.word in FUNCTION | AUXILIARIES:
        return False
    if after.word in ELDER | {"jr"} or any(names.same_given(after.word, g) for g in given):
        return False
    return lexicon.tier(after.word) in (0, lexicon.NAME) or (alone and after.raw[:1].isupper())


def person(answer: Answer, reading: Reading, pairs: list[Pair]) -> bool | None:
    """Whether the family name alone was given; None if a given name is wrong or it is not there."""
    assert answer.person is not None
    given, family = answer.person
    mine = {t.word for t in answer.all}
    if not mine & ELDER and any(t.word in YOUNGER and t.word not in mine for t in reading.all):
        return False
    if mine & YOUNGER and any(t.word in ELDER for t in reading.all):
        return False
    number = figures.roman(answer.all[-1].raw)
    for pair in pairs:
        if answer.words[pair.wanted].word == family:
            follows = reading.all[pair.at + 1].raw if pair.at + 1 < len(reading.all) else ""
            if number and figures.roman(follows) not in (0, number):
                return False
            if wrong_given(reading, pair.at, given):
                return False
            after = reading.all[pair.at + 1] if pair.at + 1 < len(reading.all) else None
            if after is not None and "(" in after.gap:
                after = None
            alone = len(reading.all) == 2
            if after is not None and _goes_on(reading.all[pair.at], after, given, alone):
                return False
            return not (after is not None and after.word in GENERIC)
    return None


def wrong_given(reading: Reading, at: int, given: tuple[str, ...]) -> bool:
    """Whether the words before the family name at `at` are somebody else's given names."""
    clause = reading.all[at].clause
    before = []
    for place in range(at - 1, max(-1, at - 4), -1):
        token = reading.all[place]
        if token.clause != clause or token.word in FUNCTION | FRAME | LIGHT | AUXILIARIES:
            break
        before.append(token)
    before = [t for t in before if t.word not in ELDER and t.word not in PARTICLES]
    theirs = [t.word for t in before if t.word in GIVEN or len(t.word) == 1]
    if _other_middle([t.word for t in reversed(before)], given):
        return True
    if len(given) > 1 and any(not any(names.same_given(name, n) for name in given) for n in theirs):
        return True
    if not before or any(names.same_given(name, t.word) for t in before for name in given):
        return False
    return names.another(before[0], given, alone=len(reading.all) == 2)


def _other_middle(theirs: list[str], given: tuple[str, ...]) -> bool:
    """Whether the first initial behind the first name is another: George W. for George H. W."""
    if len(theirs) < 2 or len(given) < 2:
        return False
    return len(theirs[1]) == len(given[1]) == 1 and theirs[1] != given[1]


def nation(match: Match) -> Objection | None:
    """Another country or people in the place of the answer's: the French for the Germans."""
    answer, reading, prompt = match.answer, match.reading, match.prompt
    lost = [at for at in match.missing if lexicon.relations(answer.words[at].stem).nation]
    if not lost:
        return None
    mine = frozenset().union(*(lexicon.relations(t.stem).groups for t in answer.all))
    taken = {pair.at for pair in match.pairs}
    for place, given in enumerate(reading.all):
        known = lexicon.relations(given.stem)
        if (
            known.nation
            and place not in taken
            and not given.denied
            and given.raw[:1].isupper()
            and given.word not in FUNCTION
            and given.stem not in prompt.words
            and known.groups.isdisjoint(mine)
        ):
            detail = f"“{given.raw}” is not {answer.words[lost[0]].raw}."
            return Objection("name", detail, frozenset(lost))
    return None


def neighbour(match: Match) -> Objection | None:
    """A word beside the match that makes something else of it: New Mexico, Moscow's partner."""
    answer, reading, pairs, prompt = match.answer, match.reading, match.pairs, match.prompt
    if len(answer.words) > 3:
        return None
    taken = {pair.at for pair in pairs}
    mine = {t.word for t in answer.all}
    first, last = min(taken), max(taken)
    before = reading.all[first - 1] if first else None
    if (
        before is not None
        and not reading.all[first].gap.strip(" -")
        and before.word in MODIFIERS
        and before.word not in mine | prompt.words
        and answer.words[0].raw[:1].isupper()
        and (before.raw[:1].isupper() or lexicon.tier(answer.words[0].word) in (0, lexicon.NAME))
    ):
        return Objection("name", f"“{before.raw}” makes another name of it.")
    after = reading.all[last + 1] if last + 1 < len(reading.all) else None
    if (
        reading.all[last].owner
        and after is not None
        and not answer.words[-1].owner
        and (
            after.word in KIN
            or (len(reading.words) <= len(answer.words) + 1 and after.word not in FUNCTION | FRAME)
        )
    ):
        return Objection("name", f"“{after.raw}” is what is named, not “{answer.text}”.")
    if first > 1 and before is not None:
        head = (
            reading.all[first - 2]
            if before.word == "of"
            else reading.all[first - 3]
            if first > 2 and before.word in ("the", "a") and reading.all[first - 2].word == "of"
            else None
        )
        if head is not None and head.word in KIN and head.word not in mine | prompt.words:
            return Objection("name", f"“{head.raw} of” names another.")
    return None


def other_name(match: Match) -> Objection | None:
    """Another person's given name before the family name."""
    answer = match.answer
    if answer.person is None:
        return None
    if person(answer, match.reading, match.pairs) is False:
        return Objection("name", f"Another name than {answer.text}.")
    return None


def other_subject(match: Match) -> Objection | None:
    """The same said of another thing that the question names: "price falls" for "demand falls"."""
    answer, reading, asked = match.answer, match.reading, match.prompt.words
    taken = {pair.wanted: pair.at for pair in match.pairs}
    for at in match.missing:
        place = taken.get(at + 1, 0) - 1
        if answer.words[at].stem not in asked or place < 0 or place in taken.values():
            continue
        given = reading.all[place]
        if given.stem in asked and given.word not in FUNCTION | LIGHT | AUXILIARIES:
            detail = f"“{given.raw}” is not {answer.words[at].raw}."
            return Objection("name", detail, frozenset({at}))
    return None
