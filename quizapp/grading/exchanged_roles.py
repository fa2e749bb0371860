"""Sides exchanged: the deeds of a response held against those of an answer."""

from collections.abc import Iterator
from itertools import combinations

from quizapp.grading.answers import CONVERSE, Match, Objection
from quizapp.grading.english.classes import ARTICLES, BE, DEEDS, LIGHT, PRONOUNS, SYMMETRIC
from quizapp.grading.forms import stem
from quizapp.grading.lexicon import COMMON, KNOWN, relations, tier
from quizapp.grading.meaning import NEAR, PLAIN, contrary, converse, likeness
from quizapp.grading.semantic_roles import CORE, DOER, DONE, OWNER, Deed
from quizapp.grading.tokens import Token

EXCHANGED = Objection("roles", "It has the sides the wrong way round.")


Move = tuple[str, str]
"""The parts of one word in the deed of the answer and in that of the response."""


def exchanged(match: Match) -> Objection | None:
    """An objection if a word of the answer plays another part in the same deed."""
    counterparts = _counterparts(match)
    turned = {pair.at for pair in match.pairs if pair.how == CONVERSE}
    for mine, theirs, from_other_side in _same_deeds(match):
        moves = moved(mine, theirs, counterparts)
        if displaced(match, mine, theirs, counterparts) or _turned_round(match, mine, theirs):
            return EXCHANGED
        if wrong_way(match, mine, theirs, moves, from_other_side):
            return EXCHANGED
        if from_other_side and any(_crosses(move) for move in moves):
            turned -= {theirs.verb, *theirs.parts}
    if turned:
        said = match.reading.all[min(turned)].raw
        return Objection("opposite", f"“{said}” says the opposite.")
    return None


def _counterparts(match: Match) -> dict[int, int]:
    """Where in the response the words of the answer stand, by their places in it."""
    return {match.answer.places[pair.wanted]: pair.at for pair in match.pairs}


def _same_deeds(match: Match) -> Iterator[tuple[Deed, Deed, bool]]:
    """The deeds of which both texts tell, and whether from their two sides."""
    for mine in match.answer.deeds:
        for theirs in match.reading.deeds:
            from_other_side = same_deed(match, mine, theirs)
            if from_other_side is not None:
                yield mine, theirs, from_other_side


def same_deed(match: Match, mine: Deed, theirs: Deed) -> bool | None:
    """Whether two texts tell of one deed: False if they do, True if from its two sides, or None.

    "X sold" and "Y bought" are one deed from its two sides; what is compared has none. To "make" is
    much like many a deed, and none of them.
    """
    one, other = match.answer.all[mine.verb], match.reading.all[theirs.verb]
    if one.stem in SYMMETRIC:
        return None
    for pair in match.pairs:
        if match.answer.places[pair.wanted] == mine.verb and pair.at == theirs.verb:
            return pair.how == CONVERSE
    if {one.word, other.word} <= STATING:
        return any(
            pair.how == CONVERSE
            and match.answer.places[pair.wanted] in mine.parts
            and pair.at in theirs.parts
            for pair in match.pairs
        )
    if _base(one) == _base(other):
        return False
    if converse(_base(one), _base(other)):
        return True
    if not LIGHT.isdisjoint((one.word, other.word)):
        return None
    return False if likeness(one.word, other.word, PLAIN) >= NEAR else None


STATING = BE | {"have", "has", "had"}
"""Verbs that say what something is like."""


def _crosses(move: Move) -> bool:
    """Whether a word changes between the doer's side and another."""
    one, other = move
    return (one == DOER) != (other == DOER) or (one == "than" and other == OWNER)


def _base(token: Token) -> str:
    """The stem of the verb that a word is, or that a noun comes from: sell of a sale."""
    noun = token.word.removesuffix("s")
    return stem(DEEDS[noun]) if noun in DEEDS else token.stem


def moved(mine: Deed, theirs: Deed, counterparts: dict[int, int]) -> list[Move]:
    """The parts that the words of the answer play in one deed and in the other; a noun that
    tells where may only describe another: "bacteria in the roots" as "root bacteria"."""
    places = list(counterparts.values())
    return [
        (part, theirs.parts[place])
        for at, part in mine.parts.items()
        if (place := counterparts.get(at, -1)) in theirs.parts
        and places.count(place) == 1
        and not (part not in CORE and theirs.parts.get(place + 1) == theirs.parts[place])
    ]


def displaced(match: Match, mine: Deed, theirs: Deed, counterparts: dict[int, int]) -> bool:
    """Whether the opposite of a word plays its part, and it plays another: "from west to east"
    for "to the west"."""
    words = match.reading.all
    for at, part in mine.parts.items():
        place = counterparts.get(at, -1)
        wanted = match.answer.all[at].word
        if place not in theirs.parts or theirs.parts[place] == part:
            continue
        if any(contrary(wanted, words[other].word) for other in theirs.having(part)):
            return True
    return False


def _turned_round(match: Match, mine: Deed, theirs: Deed) -> bool:
    """Whether one and many change places: "they fear him" for "he fears them"."""
    doer, done = (_number(match.answer.all, mine, part) for part in (DOER, DONE))
    by, to = (_number(match.reading.all, theirs, part) for part in (DOER, DONE))
    return None not in (doer, done) and doer != done and to == doer and by != doer


def _number(words: tuple[Token, ...], deed: Deed, part: str) -> bool | None:
    """Whether the pronoun that plays a part stands for several; None if there is none."""
    said = [words[at].word for at in deed.having(part) if words[at].word in PRONOUNS]
    return said[0] in ("they", "them", "we", "us") if said else None


def wrong_way(match: Match, mine: Deed, theirs: Deed, moves: list[Move], turned: bool) -> bool:
    """Whether the parts in one deed are exchanged, or not exchanged where they should be."""
    moves = [move for move in moves if not (theirs.passive and move == ("with", DOER))]
    plain = [move for move in moves if CORE.issuperset(move)]
    stays = (DOER, DOER) in plain
    if turned:
        still = stays and not any(_crosses(move) for move in moves)
        return still or ("to", "from") in plain
    both = {(other, one) for one, other in moves if one != other}
    if ("than", DOER) in moves and "than" not in theirs.parts.values():
        return True
    if match.answer.all[mine.verb].word in BE:
        taken = {("than", DOER), ("than", OWNER)} & set(
            moves
        ) and "than" not in theirs.parts.values()
        return bool(taken) or any(move in both and OWNER in move for move in moves)
    if any(move in both for move in moves):
        return True
    if any(two == DOER and one not in (DOER, OWNER) and theirs.having(one) for one, two in plain):
        return True
    crossed = any((one == DOER) != (other == DOER) for one, other in plain)
    filled = all(deed.passive or len(set(deed.parts.values())) > 1 for deed in (mine, theirs))
    filled = filled and match.answer.all[mine.verb].word not in LIGHT
    return (crossed and filled and not stays) or another(match, mine, theirs)


def another(match: Match, mine: Deed, theirs: Deed) -> bool:
    """Whether a deed is another's: its doer is named, and not the answer's or the question's."""
    given = [t for at in theirs.having(DOER) if named(t := match.reading.all[at])]
    wanted = [match.answer.all[at] for at in mine.having(DOER)]
    if not given or not wanted or any(_one(t, w) for t in given for w in wanted):
        return False
    if any(named(w) for w in wanted):
        return any(t.stem == w.stem for t in match.reading.all for w in wanted if named(w))
    if not all(w.word in PRONOUNS for w in wanted):
        return False
    if match.prompt.nations and all(relations(t.stem).nation for t in given):
        sides = match.prompt.nations
        if not any(t.stem == side or stands_for(t.stem, side) for t in given for side in sides):
            return True
    asked = match.prompt.subject
    return bool(asked) and all(
        t.stem in match.prompt.words and t.stem != asked and not stands_for(t.stem, asked)
        for t in given
    )


def named(token: Token) -> bool:
    """Whether a word is written as a name; at the start of a text a common word is none."""
    if not token.raw[:1].isupper() or token.word in PRONOUNS:
        return False
    known = tier(token.word) in (COMMON, KNOWN) and not relations(token.stem).nation
    return bool(token.gap) or not known


def _one(given: Token, wanted: Token) -> bool:
    return given.stem == wanted.stem or stands_for(given.stem, wanted.stem)


def stands_for(one: str, other: str) -> bool:
    """Whether two stems name one country, be it by its capital."""
    left, right = relations(one), relations(other)
    return bool(left.groups & right.groups or left.inside & right.inside)


def heaped(match: Match) -> Objection | None:
    """An objection if the response only heaps up the answer's words, in another order."""
    said = [t for t in match.reading.all if t.word not in ARTICLES]
    if len(match.answer.words) < 3 or match.answer.person or not len(match.reading.words) >= 4:
        return None
    if len(said) > len(match.reading.words) or any(t.gap.strip() in (",", "\n") for t in said):
        return None
    if any(_tells(match, mine, theirs) for mine, theirs, _ in _same_deeds(match)):
        return None
    order = list(dict.fromkeys(pair.at for pair in match.pairs))
    if order == sorted(order):
        return None
    return Objection("heap", "Keywords alone do not say how they hang together.")


def _tells(match: Match, mine: Deed, theirs: Deed) -> bool:
    """Whether a deed of the answer is told, with its sides where they belong."""
    moves = moved(mine, theirs, _counterparts(match))
    return (DOER, DOER) in moves and all((one == DOER) == (other == DOER) for one, other in moves)


def mixed(match: Match) -> Objection | None:
    """Words that stand together in the answer and apart in the response, and the other way round:
    "low delivery and fast prices" for "fast delivery and low prices"."""
    if len(match.pairs) < LEAST:
        return None
    apart = mixes(match, match.answer.deeds, match.reading.deeds) or mixes(match, (), ())
    return EXCHANGED if apart else None


LEAST = 4
"""So many words can stand crosswise."""


def mixes(match: Match, mine_told: tuple[Deed, ...], theirs_told: tuple[Deed, ...]) -> bool:
    """The same of stretches that the verbs of these deeds part as well."""
    mine = stretches(match.answer.all, mine_told)
    if not max(mine, default=0):
        return False
    theirs = stretches(match.reading.all, theirs_told)
    if not max(theirs, default=0):
        return False
    meet = {
        (mine[match.answer.places[pair.wanted]], theirs[pair.at])
        for pair in match.pairs
        if match.answer.weights[pair.wanted] >= WEIGHTY
        and len(match.reading.places[match.reading.all[pair.at].word]) == 1
    }
    if len(meet) < LEAST:
        return False
    for one, other in combinations(sorted({side for side, _ in meet}), 2):
        for left, right in combinations(sorted({side for _, side in meet}), 2):
            if {(one, left), (one, right), (other, left), (other, right)} <= meet:
                return True
    return False


WEIGHTY = 0.3
"""Words of less weight may stand anywhere."""


def stretches(words: tuple[Token, ...], told: tuple[Deed, ...]) -> list[int]:
    """For each word the number of its stretch between stops, "and", "but", "before" and verbs."""
    verbs = {deed.verb for deed in told if words[deed.verb].word not in BE}
    found, number = [], 0
    for at, token in enumerate(words):
        parted = token.word in PARTING or "," in token.gap or at in verbs
        if at and (parted or token.clause != words[at - 1].clause):
            number += 1
        found.append(number)
        number += at in verbs
    return found


PARTING = frozenset({"and", "but", "while", "whereas", "before", "after"})
