"""What a response says instead of an answer in whose words it is: the opposite, or of another."""

from itertools import combinations
from typing import NamedTuple

from quizapp.grading.english.classes import FUNCTION, LIGHT, NEGATORS, PRONOUNS, SCARCE
from quizapp.grading.meaning import (
    PLAIN,
    Synonyms,
    comparative,
    is_noun,
    is_verb,
    likeness,
    may_be_noun,
)
from quizapp.grading.modifiers import led_otherwise
from quizapp.grading.semantic_roles import DOER, DONE, Deed, read_deeds
from quizapp.grading.side_by_side import Change, Laid, lay, opposed, placed_stems
from quizapp.grading.tokens import Token, tokens
from quizapp.grading.verdict import ReasonCode

_SMALL = FUNCTION | LIGHT | PRONOUNS | SCARCE | NEGATORS

ENOUGH = 0.4
"""So much of the answer must be there for its words to have a place at all."""
MOST = 0.6
"""Of which so much is there, it is said again rather than in words of one's own."""


class Contradiction(NamedTuple):
    """What a response says instead: the code of the reason, how it is told, whether for certain."""

    code: ReasonCode
    detail: str
    sure: bool


def contradiction(
    answers: tuple[str, ...],
    text: str,
    prompt: str,
    synonyms: Synonyms,
    meant: frozenset[str] = frozenset(),
) -> Contradiction | None:
    """What a response says instead of the answers that it comes nearest to, if anything.

    The stems in `meant` are of words that are known to say what is right: they are no opposites.
    """
    said = placed_stems(text)
    near = sorted(answers, key=lambda answer: -len(said & placed_stems(answer)))[:NEAR]
    laid = [(lay(answer, text, synonyms), answer) for answer in near]
    most = max((one.share for one, _ in laid), default=0.0)
    if most < ENOUGH:
        return None
    found = [
        _told(one, answer, text, prompt, synonyms, meant)
        for one, answer in laid
        if one.share >= most - EVEN
    ]
    return found[0] if all(found) else None


EVEN = 0.02
"""Answers of which the response has nearly as much as of the nearest may be meant as well."""
NEAR = 2
"""So many answers are laid beside a response."""


def _told(
    laid: Laid,
    answer: str,
    text: str,
    prompt: str,
    synonyms: Synonyms,
    meant: frozenset[str],
) -> Contradiction | None:
    """What the changes of one answer say against it."""
    if (source := led_otherwise(laid.mine, laid.theirs)) is not None:
        return Contradiction("roles", f"It leads the other way at “{source.raw}”.", False)
    own = {token.stem for token in laid.mine}
    moved = [change for change in laid.changes if change.given.stem in own]
    crossed = [
        (one, other) for one, other in combinations(moved, 2) if _crosses(one, other, laid.mine)
    ]
    against = _opposites(laid, crossed, synonyms, meant)
    copied = laid.share >= MOST and _long(laid)
    for one, other in crossed:
        if one in against or other in against:
            continue
        beside = [change for change in against if change.wanted.clause == one.wanted.clause]
        against = [change for change in against if change not in beside]
        held = bool(one.kept and other.kept)
        if (held or copied) and not beside and not _turned(one, other, answer, text):
            detail = f"“{one.given.raw}” stands where “{one.wanted.raw}” should."
            return Contradiction("roles", detail, held)
    if against:
        first = against[0]
        detail = f"“{first.given.raw}” is the opposite of “{first.wanted.raw}”."
        return Contradiction("opposite", detail, len(against) % 2 == 1)
    if copied and _denials_exchanged(laid):
        return Contradiction(
            "opposite", "It denies what the answer says, and says what that denies.", False
        )
    if _done_by_another(answer, text):
        return Contradiction("roles", "It says who does it the wrong way round.", False)
    return _of_another(laid, answer, text, prompt, copied)


def _done_by_another(answer: str, text: str) -> bool:
    """Whether to whom the answer says does something it is done, by somebody else: "they are eaten
    by the birds" for "they eat the birds"."""
    mine, theirs = tokens(answer), tokens(text)
    return any(
        deed.passive != other.passive
        and mine[deed.verb].stem == theirs[other.verb].stem
        and (other.having(DOER) if other.passive else deed.having(DOER))
        and not {mine[at].stem for at in deed.having(DOER)}.isdisjoint(
            theirs[at].stem for at in other.having(DONE)
        )
        for deed in read_deeds(answer)
        for other in read_deeds(text)
    )


def _denials_exchanged(laid: Laid) -> bool:
    """Whether one word of both texts is denied or set aside only in the answer, and another only in
    the response: "it shut, so it did not rust" for "it did not shut, so it rusted"."""
    pairs = [(laid.mine[at], laid.theirs[place]) for at, place in laid.alike]
    turned = [one for one, other in pairs if one.denied != other.denied]
    if {one.denied for one in turned if one.word not in FUNCTION} == {True, False}:
        return True
    mine, theirs = _set_aside(laid.mine), _set_aside(laid.theirs)
    said_here = {t.stem for t in laid.mine} - mine
    said_there = {t.stem for t in laid.theirs} - theirs
    return bool(mine & said_there) and bool(theirs & said_here)


def _set_aside(words: tuple[Token, ...]) -> set[str]:
    """The stems of what is named as not being so: "rather than through messengers"."""
    found: set[str] = set()
    for at, word in enumerate(words[:-1]):
        if (word.word, words[at + 1].word) in _SETTING_ASIDE:
            found |= {
                t.stem
                for t in words[at + 2 :]
                if t.clause == words[at + 1].clause and t.word not in FUNCTION
            }
    return found


_SETTING_ASIDE = {("rather", "than"), ("instead", "of")}


def _opposites(
    laid: Laid,
    crossed: list[tuple[Change, Change]],
    synonyms: Synonyms,
    meant: frozenset[str],
) -> list[Change]:
    """The opposites in the place of a word, if the two are not both there in another order."""
    mine, theirs = ({t.stem for t in words} for words in (laid.mine, laid.theirs))
    found = []
    for one in laid.changes:
        both = one.given.stem in mine and one.wanted.stem in theirs
        exchanged = any(one in pair and all(change.kept for change in pair) for pair in crossed)
        if opposed(one, synonyms) and one.given.stem not in meant and (exchanged or not both):
            found.append(one)
    return found


def _of_another(
    laid: Laid, answer: str, text: str, prompt: str, copied: bool
) -> Contradiction | None:
    """Another that the question speaks of, or the answer itself, in the place of one who is named
    nowhere, or elsewhere: the tenant for the landlord."""
    asked = {t.stem for t in tokens(prompt)}
    verbs = _verbs(answer) | _verbs(text)
    for one in laid.changes:
        said = {one.wanted.stem, one.given.stem} & verbs
        if not one.kept or said or not _names(one.given) or not _names(one.wanted):
            continue
        named = {at for at, token in enumerate(laid.theirs) if _alike(one.wanted, token)}
        own = any(one.given.stem == token.stem for token in laid.mine)
        if named:
            moved = named.isdisjoint(place for _, place in laid.alike)
            exchanged = moved and _exchanged(one, asked, own, copied, answer, text)
        else:
            exchanged = _replaced(one, asked, own, copied)
        if exchanged:
            detail = f"Is it said of “{one.given.raw}”, or of “{one.wanted.raw}”?"
            return Contradiction("roles", detail, False)
    return None


def _exchanged(
    one: Change, asked: set[str], own: bool, copied: bool, answer: str, text: str
) -> bool:
    """Whether a word stands for another that is said elsewhere, in a copy or in a clause that runs
    like that of the answer."""
    if copied and one.given.stem in asked and _as_large(one):
        return True
    if own or one.kept < BOTH_SIDES or asked.isdisjoint({one.given.stem, one.wanted.stem}):
        return False
    mine = _voice(read_deeds(answer), tokens(answer), one.wanted, one.wanted)
    theirs = _voice(read_deeds(text), tokens(text), one.given, one.given)
    return mine is not None and mine == theirs


def _replaced(one: Change, asked: set[str], own: bool, copied: bool) -> bool:
    """Whether a word stands for another that is named nowhere."""
    if not _as_large(one):
        return False
    if one.given.raw.isdigit() and one.wanted.raw.isdigit():
        return own
    own = own and copied and may_be_noun(one.given.word) and may_be_noun(one.wanted.word)
    return one.kept == BOTH_SIDES and (own or one.given.stem in asked)


def _as_large(one: Change) -> bool:
    """Whether two words both begin with a capital, or neither."""
    return one.given.raw[:1].isupper() == one.wanted.raw[:1].isupper()


def _alike(one: Token, other: Token) -> bool:
    return one.stem == other.stem or likeness(one.word, other.word, PLAIN) > 0


BOTH_SIDES = 2
"""So many sides of a word are alike if all that stands around it is."""


def _long(laid: Laid) -> bool:
    """Whether so many words are alike that it is no accident."""
    return sum(laid.mine[at].word not in FUNCTION for at, _ in laid.alike) >= MANY


MANY = 3
"""So many words of some weight make a copy."""


def _verbs(text: str) -> set[str]:
    """The stems of the words that say what is done."""
    words = tokens(text)
    return {words[deed.verb].stem for deed in read_deeds(text)}


def _crosses(one: Change, other: Change, mine: tuple[Token, ...]) -> bool:
    """Whether two words stand each in the other's place, and not merely in another order."""
    if one.given.word in FUNCTION or other.given.word in FUNCTION:
        return False
    if one.given.word.endswith("ed") or other.given.word.endswith("ed"):
        return False
    if "-" in (one.wanted.gap, other.wanted.gap):
        return False
    if one.wanted.word.endswith("ly") != other.wanted.word.endswith("ly"):
        return False
    if abs(one.at - other.at) == 1 or abs(one.place - other.place) == 1:
        return False
    if (_item(mine, one.at) and _item(mine, other.at)) or _paired(mine, one.at, other.at):
        return False
    return _is_of(one.given, other, mine) and _is_of(other.given, one, mine)


def _item(words: tuple[Token, ...], at: int) -> bool:
    """Whether a word is an item of a list, where any order will do."""
    parted = [
        not 0 < edge < len(words)
        or bool(words[edge].gap.strip())
        or {words[edge - 1].word, words[edge].word} & {"and", "or"}
        for edge in (at, at + 1)
    ]
    return all(parted)


def _paired(words: tuple[Token, ...], one: int, other: int) -> bool:
    """Whether two words are joined, and said of the same: low water and high water."""
    between, behind = words[one + 1 : other], words[other + 1 : other + 2]
    same = {token.stem for token in behind}
    joined = any(token.word in ("and", "or") for token in between)
    return joined and all(t.word in FUNCTION or t.stem in same for t in between)


def _is_of(given: Token, change: Change, mine: tuple[Token, ...]) -> bool:
    """Whether a word is the one that is wanted at a place, or stands next to it in one name."""
    near = mine[max(0, change.at - 1) : change.at + 2]
    return any(given.stem == token.stem and token.word not in FUNCTION for token in near)


def _turned(one: Change, other: Change, answer: str, text: str) -> bool:
    """Whether two words have changed places because one of the sentences is in the passive."""
    mine = _voice(read_deeds(answer), tokens(answer), one.wanted, other.wanted)
    theirs = _voice(read_deeds(text), tokens(text), one.given, other.given)
    return mine is not None and theirs is not None and mine != theirs


def _voice(
    deeds: tuple[Deed, ...], words: tuple[Token, ...], one: Token, other: Token
) -> bool | None:
    """Whether a deed in which two words play a part is in the passive; None if there is none."""
    for deed in deeds:
        stems = {words[at].stem for at in (deed.verb, *deed.parts)}
        if {one.stem, other.stem} <= stems:
            return deed.passive
    return None


def _names(token: Token) -> bool:
    """Whether a word may name a thing or somebody, or tell it from others."""
    word = token.word
    if word in _SMALL or comparative(word):
        return False
    if word.endswith("ly"):
        return False
    return is_noun(word) or word.endswith("ing") or not is_verb(word)
