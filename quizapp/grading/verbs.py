"""Which words of a clause are its verbs."""

from typing import NamedTuple

from quizapp.grading import figures
from quizapp.grading.english.classes import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    FRAME,
    FUNCTION,
    LIGHT,
    NEGATORS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    UNCHANGED,
)
from quizapp.grading.english.denying import SUBJECTS
from quizapp.grading.english.forms import IRREGULAR
from quizapp.grading.lexicon import tier
from quizapp.grading.meaning import is_noun, is_verb
from quizapp.grading.tokens import Token

_OPENING = DETERMINERS | PRONOUNS
_LEADING_TO = PREPOSITIONS - {"to"}
_SUBJECTS = PRONOUNS | RELATIVES

JOINING = frozenset({"and", "or", "but"})


class Group(NamedTuple):
    """The words of a verb: from `start` to `head`; whether it is done to its subject."""

    start: int
    head: int
    passive: bool


def groups(words: tuple[Token, ...], start: int, end: int) -> list[Group]:
    """The verbs of a clause, with their auxiliaries; one that may be a noun only if it is alone."""
    sure: list[Group] = []
    doubtful: list[Group] = []
    at = start
    while at < end:
        head = at
        while head < end and _helps(words[head]):
            head += 1
        helped = {t.word for t in words[at:head]}
        if helped & _LEADING:
            group = _led(words, at, head, end, helped)
            sure += [group] if group is not None else []
            at = (
                max(head, at) + 1 if group is not None and group.head == head else max(head, at + 1)
            )
            continue
        if head == at and _may_be_verb(words, at, start):
            joined = bool(sure) and sure[-1].passive and words[at - 1].word in ("and", "or")
            passive = _participle(words[at].word) and (joined or _by_follows(words, at, end))
            given = bool(sure) and sure[-1].head == at - 2 and not _goes_on(words, at, sure)
            certain = _certain(words, at, start, end) or _goes_on(words, at, sure)
            certain = certain or (_follows_subject(words, at, start) and not given)
            (sure if certain else doubtful).append(Group(at, at, passive))
            at += 1
            continue
        at = max(head, at + 1)
    if sure:
        return sure
    alone = [group for group in doubtful if _agrees(words, group.head, start, end)]
    return [max(alone, key=lambda group: _likely(words, group.head, end))] if alone else []


def _likely(words: tuple[Token, ...], at: int, end: int) -> int:
    """How much a word that may be a noun looks like the verb, by itself and by what follows."""
    word = words[at].word
    after = words[at + 1] if at + 1 < end else None
    opens = after is not None and _opens(after)
    described = at > 0 and words[at - 1].word.endswith(_ADJECTIVE)
    return 2 * opens + 2 * (word in LIGHT) + (not is_noun(word)) - described


def _opens(token: Token) -> bool:
    """Whether a word may begin what a verb is done to."""
    return token.word in _OPENING or token.raw[:1].isupper() or token.word.isdigit()


def _helps(token: Token) -> bool:
    """Whether a word may stand in front of a verb: "will not always be"."""
    word = token.word
    return word in _LEADING or word in NEGATORS or word == "also" or word.endswith("ly")


_LEADING = AUXILIARIES | BE | {"to"}
_MODAL = frozenset(
    {"to", "will", "would", "shall", "should", "can", "could", "may", "might", "must"}
)
_HAVING = _LEADING - _MODAL


def _led(
    words: tuple[Token, ...], start: int, head: int, end: int, helped: set[str]
) -> Group | None:
    """The verb that auxiliaries lead to, or the last of them if they say it all."""
    last = next(t.word for t in reversed(words[start:head]) if t.word in _LEADING)
    fits = head < end and not _noun_here(words, head)
    if fits and last in BE:
        fits = words[head].word.endswith("ing") or _participle(words[head].word)
    if fits and (is_verb(words[head].word) or words[head].word.endswith("ed")):
        done = _participle(words[head].word) and bool(helped & BE)
        return Group(start, head, done)
    for at in range(head - 1, start - 1, -1):
        if words[at].word in _HAVING:
            return Group(start, at, False)
    return None


def _certain(words: tuple[Token, ...], at: int, start: int, end: int) -> bool:
    """Whether a word is a verb and no noun, nor a quality: "printing money", "lost bags"."""
    if not is_past(words[at].word):
        return _between(words, at, start, end)
    if words[at].word.endswith("ing") and at + 1 < end and words[at + 1].word in AUXILIARIES:
        return False
    plain = at + 1 < end and carries(words[at + 1]) and words[at + 1].raw.islower()
    describing = words[at].word.endswith("ing") or at == start
    return not (plain and describing and words[at + 1].word not in PRONOUNS)


def _goes_on(words: tuple[Token, ...], at: int, sure: list[Group]) -> bool:
    """Whether a verb goes on after an "and" in the form of the one before: "eats and sleeps"."""
    if not sure or at < 2 or words[at - 1].word not in JOINING or sure[-1].head != at - 2:
        return False
    return words[at].word.endswith("s") == words[at - 2].word.endswith("s")


def _follows_subject(words: tuple[Token, ...], at: int, start: int) -> bool:
    """Whether a pronoun that it agrees with stands before a verb: "it pumps"."""
    before, word = words[at - 1].word if at > start else "", words[at].word
    if before not in SUBJECTS or word.endswith("ly") or not tier(word):
        return False
    return word.endswith("s") == (before in ("it", "he", "she"))


def _between(words: tuple[Token, ...], at: int, start: int, end: int) -> bool:
    """Whether a verb stands between a noun that it agrees with and what it is done to."""
    if at == start or at + 1 >= end or not (carries(words[at - 1]) or words[at - 1].word in _ONES):
        return False
    word = words[at].word
    lone = is_verb(word) and not is_noun(word) and not word.endswith(("er", "est"))
    return (lone or _opens(words[at + 1])) and _agrees(words, at, start, end)


def is_past(word: str) -> bool:
    return word.endswith(("ed", "ing")) or word in IRREGULAR


def _participle(word: str) -> bool:
    return word.endswith(("ed", "en")) or word in IRREGULAR or word in UNCHANGED


def _by_follows(words: tuple[Token, ...], at: int, end: int) -> bool:
    """Whether "by" follows a participle, with no more than a particle between."""
    return any(t.word == "by" for t in words[at + 1 : min(end, at + 3)])


def _noun_here(words: tuple[Token, ...], at: int) -> bool:
    """Whether the word before makes a noun of a word: "the attack", "of use"."""
    before = words[at - 1] if at else None
    if before is None:
        return False
    return before.owner or before.word in DETERMINERS or before.word in _LEADING_TO


def _may_be_verb(words: tuple[Token, ...], at: int, start: int) -> bool:
    """Whether a word without an auxiliary can be a verb where it stands."""
    token = words[at]
    if token.word in FUNCTION or _noun_here(words, at):
        return False
    if not (is_verb(token.word) or _follows_subject(words, at, start)):
        return False
    capital = token.raw[:1].isupper() and at > start
    return not capital and token.gap != "-"


def _agrees(words: tuple[Token, ...], at: int, start: int, end: int) -> bool:
    """Whether a word that may be a noun too is a verb: it agrees with what stands before it."""
    token = words[at]
    if at == start:
        return at + 1 < end and words[at + 1].word in _OPENING
    before = words[at - 1]
    if before.word in _SUBJECTS or _participle(token.word):
        return True
    if figures.value(before.raw) is not None:
        return False
    if not carries(before) and before.word not in _ONES:
        return False
    return before.word.endswith("s") != token.word.endswith("s") and at + 1 < end


_ONES = frozenset({"one", "ones"})
_ADJECTIVE = ("ish", "ese", "ern", "ic", "al", "ive", "ous", "less", "est")


def carries(token: Token) -> bool:
    """Whether a word can play a part."""
    if token.word in PRONOUNS or token.word in ("both", "each", "another", "other"):
        return True
    if token.word in ADVERBS:
        return False
    return token.word not in FUNCTION and token.word not in FRAME and token.word not in NEGATORS
