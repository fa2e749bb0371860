"""Guards of what stands round a word: its modifiers, the preposition before it, its owner."""

from quizapp.grading import figures, lexicon
from quizapp.grading.answers import Match, Objection
from quizapp.grading.english.classes import (
    ARTICLES,
    AUXILIARIES,
    FUNCTION,
    LEAVING,
    NEGATORS,
    PREPOSITIONS,
    PRONOUNS,
)
from quizapp.grading.exchanged_roles import EXCHANGED, named
from quizapp.grading.forms import stem
from quizapp.grading.meaning import NEAR, PLAIN, contrary, converse, is_noun, is_verb, likeness
from quizapp.grading.tokens import Token
from quizapp.grading.verbs import JOINING

_IDLE = FUNCTION | AUXILIARIES
_SMALL = PRONOUNS | FUNCTION

Words = tuple[Token, ...]
MOST = 3
"""So many words before a noun may modify it."""
_COUNTING = frozenset({"same", "one", "both", "all", "only"})
"""Function words that modify."""


def modified(match: Match) -> Objection | None:
    """The same noun with the opposite modifier, or another number: "two keys in the same slot" and
    "the same key in two slots"."""
    for pair in match.pairs:
        noun = match.reading.all[pair.at]
        if noun.word in FUNCTION or (is_verb(noun.word) and not is_noun(noun.word)):
            continue
        base = match.answer.words[pair.wanted].stem
        mine = [at for at, token in enumerate(match.answer.all) if token.stem == base]
        wanted = _all_modifiers(match.answer.all, mine)
        if not wanted:
            continue
        theirs = match.reading.places.get(f"~{noun.stem}", [])
        given = _all_modifiers(match.reading.all, [*theirs[:OFTEN], *_standing_in(match)])
        for one in wanted:
            if any(_alike(one, other) for other in given):
                continue
            for other in given:
                excluded = one.denied == other.denied and _excludes(one, other)
                if excluded and not any(_alike(other, own) for own in wanted):
                    detail = f"It says “{other.raw} {noun.raw}”, not “{one.raw}”."
                    return Objection("opposite", detail)
    return None


def _standing_in(match: Match) -> list[int]:
    """Where "one" stands for a noun: "the cold one"."""
    places = match.reading.places
    return [*places.get("one", [])[:OFTEN], *places.get("ones", [])[:OFTEN]]


def _all_modifiers(words: Words, places: list[int]) -> list[Token]:
    """The modifiers of a word at all these places."""
    return [token for at in places for token in modifiers(words, at)]


OFTEN = 6
"""So many places of one word are looked at."""


def _alike(one: Token, other: Token) -> bool:
    return one.stem == other.stem or likeness(one.word, other.word, PLAIN) >= NEAR


def modifiers(words: Words, at: int) -> list[Token]:
    """The words before another that say what it is like, or how many there are."""
    found: list[Token] = []
    for place in range(at - 1, max(-1, at - 1 - MOST), -1):
        token = words[place]
        idle = token.word in _IDLE and token.word not in _COUNTING
        idle = idle or _does(words, place)
        if idle or token.word in NEGATORS or token.owner or words[place + 1].gap.strip():
            break
        found.append(token)
    return found


def _does(words: Words, at: int) -> bool:
    """Whether a word is a verb rather than a modifier: it is one of no other kind, with the "s" of
    one doer, or stands behind a noun in the plural."""
    word = words[at].word
    if word.endswith("s") and is_verb(word) and not is_noun(word):
        return True
    before = words[at - 1] if at else None
    return before is not None and before.word.endswith("s") and is_verb(words[at].word)


def _excludes(one: Token, other: Token) -> bool:
    """Whether a noun cannot have both modifiers."""
    numbers = figures.value(one.raw), figures.value(other.raw)
    if None not in numbers:
        return numbers[0] != numbers[1]
    return contrary(one.word, other.word) and not converse(one.word, other.word)


_WAYS = {
    word: way
    for way, words in enumerate(
        ("from", "to into towards toward onto", "before", "after", "over above", "under below",
         "with", "without"), start=1,
    )
    for word in words.split()
}  # fmt: skip
"""Prepositions that lead two ways: from and to, before and after; an odd number and the next."""


def back(way: int) -> int:
    """The way that leads the other way: to for from, after for before."""
    return way + 1 if way % 2 else way - 1


def way(words: Words, at: int) -> int:
    """Which way the preposition before a word leads, or a verb such as "flee"; 0 if there is none
    of these near."""
    for place in range(at - 1, max(-1, at - 2 - MOST), -1):
        token = words[place]
        if token.clause != words[at].clause:
            return 0
        if token.word in PREPOSITIONS:
            if token.word == "to" and place + 1 < at and is_verb(words[place + 1].word):
                return 0
            left = token.word == "for" and place and words[place - 1].stem in _LEAVING
            return GOAL if left else _WAYS.get(token.word, 0)
        if token.word in ("and", "or") or token.word in AUXILIARIES:
            return 0
        if token.stem in _LEAVING:
            return SOURCE
    return 0


_LEAVING = frozenset(map(stem, LEAVING))
SOURCE, GOAL = _WAYS["from"], _WAYS["to"]


def led_otherwise(mine: Words, theirs: Words) -> Token | None:
    """Where a response leads away from what the answer leads to ("from the coast"), or not to it
    but to another thing that the answer names: "from the salad to the meat"."""
    led, given = _ways(mine), _ways(theirs)
    both = led.keys() & given.keys()
    goals = {base for base in both if led[base] == {GOAL}}
    if not goals or any(GOAL in given[goal] for goal in goals):
        return None
    left = next((t for t in theirs if t.stem in goals and given[t.stem] == {SOURCE}), None)
    if left is not None:
        return left
    return next(
        (
            t
            for t in theirs
            if t.stem in both - goals and given[t.stem] == {GOAL} and GOAL not in led[t.stem]
        ),
        None,
    )


def _ways(words: Words) -> dict[str, set[int]]:
    """Which ways each word of content is led, by its stem."""
    found: dict[str, set[int]] = {}
    for at, token in enumerate(words):
        if token.word not in _IDLE:
            found.setdefault(token.stem, set()).add(way(words, at))
    return found


def leading(words: Words, at: int) -> tuple[str, range]:
    """The preposition that leads to a word, and where it stands; "" if there is none near."""
    for place in range(at - 1, max(-1, at - 2 - MOST), -1):
        token = words[place]
        if token.clause != words[at].clause or token.word in AUXILIARIES or token.word in JOINING:
            break
        if token.word == "of" and place and words[place - 1].word == "out":
            return "out of", range(place - 1, place + 1)
        if token.word in PREPOSITIONS:
            return token.word, range(place, place + 1)
    return "", range(0)


def owned(match: Match) -> Objection | None:
    """The owner of a thing made its object, or another owner: "the moon's axis" for "the axis of
    the earth"."""
    answer, reading = match.answer, match.reading
    if "of" not in reading.places and not any(token.owner for token in reading.all):
        return None
    counterparts = {answer.places[pair.wanted]: pair.at for pair in match.pairs}
    for at, place in counterparts.items():
        mine, theirs = owner(answer.all, at), owner(reading.all, place)
        if mine is None or theirs is None:
            continue
        objects = {counterparts.get(one) for one in behind_of(answer.all, at)}
        if theirs in objects and theirs < place and behind_of(reading.all, place):
            return EXCHANGED
        wanted, given = answer.all[mine], reading.all[theirs]
        if mine in counterparts or theirs in counterparts.values() or given.denied:
            continue
        if wanted.stem in match.prompt.words and _is_other(given, wanted, match):
            detail = f"It says it of “{given.raw}”; the question is of “{wanted.raw}”."
            return Objection("roles", detail)
    return None


def owner(words: Words, at: int) -> int | None:
    """The place of whose a thing is: "the earth's axis", "the axis of the earth"."""
    for place in range(at - 1, max(-1, at - MOST), -1):
        if words[place].owner:
            return place
        if words[place].word in FUNCTION:
            break
    return next(iter(behind_of(words, at)), None)


def behind_of(words: Words, at: int) -> list[int]:
    """The places of the words that an "of" behind a word leads to: "the fall of old Carthage"."""
    if at + 1 >= len(words) or words[at + 1].word != "of":
        return []
    near = [place for place in range(at + 2, at + 3 + MOST) if place < len(words)]
    found = [place for place in near if words[place].word not in ARTICLES]
    end = next((one for one in found if words[one].word in FUNCTION), len(words))
    return [place for place in found if place < end]


def _is_other(given: Token, wanted: Token, match: Match) -> bool:
    """Whether an owner is another thing of its own, not the one that is asked in other words."""
    if given.word in _SMALL or given.stem in match.prompt.words:
        return False
    if any(t.stem == wanted.stem for t in match.reading.all):
        return False
    known = named(given) or bool(lexicon.sense(given.word).kinds)
    return known and not likeness(given.word, wanted.word, PLAIN)
