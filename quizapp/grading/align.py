"""Step 4, aligning: for each word of an answer its fellow in the response."""

from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from quizapp.grading import figures, lexicon
from quizapp.grading.answers import CONVERSE, FORM, MEANING, POLAR, SAME, SLIP, Answer, Pair
from quizapp.grading.edits import distance
from quizapp.grading.english.classes import NEGATORS, TWICE
from quizapp.grading.english.people import GIVEN
from quizapp.grading.forms import same_form, same_root
from quizapp.grading.meaning import (
    EQUAL,
    LOOSE,
    NEAR,
    Synonyms,
    converse,
    distinct,
    ids,
    likeness,
    opposite,
)
from quizapp.grading.names import same_given, transliterated
from quizapp.grading.phrases import Phrase
from quizapp.grading.reading import Reading
from quizapp.grading.slips import confused, slipped
from quizapp.grading.tokens import Token


class Relation(NamedTuple):
    """How two words are alike, how strongly, and whether they are opposites or converses."""

    how: str
    strength: float
    opposite: bool = False
    converse: bool = False


def other_numeral(one: str, other: str) -> bool:
    """Whether two words are Roman numerals of different value: XXII is no slip of XXIII."""
    value = figures.roman(one.upper())
    return value > 0 and figures.roman(other.upper()) not in (0, value)


@lru_cache(maxsize=16384)
def relate(left: str, right: str, synonyms: Synonyms, strict: bool) -> Relation:
    """How a folded word of an answer (`left`) and one of a response are alike."""
    if left == right:
        return Relation(SAME, 1.0)
    if confused(left, right) or other_numeral(left, right):
        return Relation(SAME, 0.0, opposite(left, right), converse(left, right))
    if same_form(left, right):
        return Relation(FORM, 1.0)
    if distinct(left, right, synonyms):
        return Relation(SAME, 0.0)
    if converse(left, right):
        return Relation(MEANING, 0.0, opposite(left, right), True)
    strength = likeness(left, right, synonyms)
    if strength >= EQUAL:
        return Relation(MEANING, strength)
    if not strict and slipped(right, left):
        return Relation(SLIP, 0.97)
    against = opposite(left, right)
    if not strength and not against and same_root(left, right):
        strength = LOOSE
    return Relation(MEANING, strength, against)


def align(answer: Answer, reading: Reading) -> list[Pair]:
    """For each word of the answer its best fellow in the response."""
    pairs: list[Pair] = []
    used: set[int] = set()
    rest: list[int] = []
    for at, wanted in enumerate(answer.words):
        places = reading.places.get(wanted.word) or reading.places.get("~" + wanted.stem)
        if places:
            place = next((p for p in places if p not in used), places[0])
            if place in used and wanted.word in TWICE:
                rest.append(at)
                continue
            given = reading.all[place].word
            how = SAME if given == wanted.word else FORM
            pairs.append(Pair(at, place, how, 1.0))
            used.add(place)
        else:
            rest.append(at)
    if rest:
        pairs += joined(answer, reading, rest, used)
    if len(rest) > 1 or len(reading.all) > 1:
        pairs += by_initials(answer, reading, rest, used)
    if rest:
        pairs += by_phrase(answer, reading, rest, used)
    for at in rest:
        best = fellow(answer.words[at], at, reading, used)
        if best.strength:
            used.add(best.at)
            pairs.append(best)
    pairs.sort()
    return pairs


def fellow(wanted: Token, at: int, reading: Reading, used: set[int]) -> Pair:
    """The best fellow of one word of the answer among the words that are left."""
    best = Pair(at, -1, "", 0.0)
    value, name = figures.value(wanted.raw), wanted.raw[:1].isupper()
    if value is not None:
        same = (p for p in reading.open if p not in used and same_figure(value, reading.all[p]))
        place = next(same, None)
        return best if place is None else Pair(at, place, SAME, 1.0)
    for place in reading.alike(wanted.word):
        if place in used:
            continue
        given = reading.all[place]
        how, strength, against, turned = relate(
            wanted.word, given.word, reading.synonyms, reading.strict
        )
        if not strength and how != SAME:
            begins = wanted.word.startswith(given.word)
            if against and given.denied != wanted.denied:
                how, strength = MEANING, NEAR
            elif turned:
                how, strength = CONVERSE, NEAR
            elif (begins and shortened(wanted, given, reading)) or (
                name and namesake(wanted, given)
            ):
                how, strength = FORM, 1.0
        if strength > best.strength:
            best = Pair(at, place, how, strength)
            if strength == 1.0:
                break
    return best


def same_figure(value: float, given: Token) -> bool:
    """Whether a word stands for the number `value`; a Roman numeral may be one letter here."""
    other = figures.value(given.raw)
    if other is None and given.raw.isupper():
        other = float(figures.roman(given.raw)) or None
    return other == value


def one_slip(answer: Answer, reading: Reading, pairs: list[Pair], lost: int) -> Pair | None:
    """The one word left of a name or a statement that stands in its place a letter off, a real word
    or not ("World Heath Organization"); of a person only if it is none."""
    wanted = answer.words[lost].word
    named = all(t.raw[:1].isupper() for t in answer.words)
    least = 1 if answer.person else 2 if named else 3
    if reading.strict or len(pairs) < least or len(wanted) < 5:
        return None
    places = {pair.wanted: pair.at for pair in pairs}
    for place in (places[at] - (at - lost) for at in (lost - 1, lost + 1) if at in places):
        if not 0 <= place < len(reading.all) or place in places.values():
            continue
        given = reading.all[place].word
        if not given.isalpha() or distance(given, wanted, 1) != 1:
            continue
        other = confused(given, wanted) or other_numeral(given, wanted) or opposite(given, wanted)
        known = answer.person and lexicon.tier(given) in (lexicon.COMMON, lexicon.KNOWN)
        if not other and not known:
            return Pair(lost, place, SLIP, 0.97)
    return None


def namesake(wanted: Token, given: Token) -> bool:
    """Whether two words are one name in two languages: Aleksandr for Alexander."""
    if lexicon.tier(given.word) not in (0, lexicon.NAME):
        return False
    if wanted.word in GIVEN:
        return same_given(wanted.word, given.word)
    return transliterated(wanted.word, given.word)


def shortened(wanted: Token, given: Token, reading: Reading) -> bool:
    """Whether a word is cut short: with a stop, as in "Dept.", or a long name as in "Admin"."""
    size = len(given.word)
    if size < 3:
        return False
    long = wanted.raw[:1].isupper() and wanted.word.endswith(("tion", "ment", "sity"))
    return f"{given.raw}." in reading.text or (size > 3 and long)


def joined(answer: Answer, reading: Reading, rest: list[int], used: set[int]) -> list[Pair]:
    """Words written apart in one text and together in the other; those found leave `rest`."""
    found = []
    for at in tuple(rest):
        word = answer.words[at].word
        place = reading.joins.get(word)
        if place is not None and not used & {place, place + 1}:
            found.append(Pair(at, place, FORM, 1.0))
            used |= {place, place + 1}
            rest.remove(at)
    for at in tuple(rest):
        if at + 1 in rest and at in rest:
            both = answer.words[at].word + answer.words[at + 1].word
            places = reading.places.get(both, [])
            if places and places[0] not in used:
                found += [Pair(at, places[0], FORM, 1.0), Pair(at + 1, places[0], FORM, 1.0)]
                used.add(places[0])
                rest.remove(at)
                rest.remove(at + 1)
    return found


def by_initials(answer: Answer, reading: Reading, rest: list[int], used: set[int]) -> list[Pair]:
    """Letters that stand for some of the words of a name, on either side."""
    found = []
    for place in reading.capitals:
        token = reading.all[place]
        if place in used:
            continue
        for at in tuple(rest):
            run = stood_for(token.word, answer.words, at)
            if run and set(run) <= set(rest):
                found += [Pair(w, place, FORM, 1.0) for w in run]
                used.add(place)
                for w in run:
                    rest.remove(w)
                break
    for at in [at for at in rest if at in answer.acronyms]:
        letters = answer.words[at]
        size = len(letters.word)
        for start in range(len(reading.words) - size + 1):
            run_words = reading.words[start : start + size]
            if "".join(t.word[0] for t in run_words) == letters.word:
                place = reading.places[run_words[0].word][0]
                found.append(Pair(at, place, FORM, 1.0))
                used.add(place)
                rest.remove(at)
                break
    return found


def stood_for(letters: str, words: tuple[Token, ...], start: int) -> list[int]:
    """The places from `start` of the words that the letters begin; parts after a hyphen may be
    passed over, as in INF for Intermediate-Range Nuclear Forces."""
    run: list[int] = []
    left = letters
    for at in range(start, len(words)):
        token = words[at]
        if not left:
            break
        if left[0] == token.word[0]:
            left = left[1:]
        elif not (run and token.gap == "-"):
            return []
        run.append(at)
    return run if not left else []


def by_phrase(answer: Answer, reading: Reading, rest: list[int], used: set[int]) -> list[Pair]:
    """Expressions of several words on either side; the answer's words found leave `rest`."""
    found: list[Pair] = []
    shared = answer.groups and not answer.groups.isdisjoint(reading.groups)
    for phrase in answer.phrases if shared else ():
        mine = [at for at, place in enumerate(answer.places) if phrase.start <= place < phrase.end]
        if not any(at in rest for at in mine):
            continue
        said = answer.all[phrase.start : phrase.end]
        other = _expression(phrase.groups, _spoken(said), reading, used)
        if other is None:
            continue
        how = _polarity(said, reading.all[other.start : other.end])
        if how is None:
            continue
        found += [Pair(at, other.start, how, EQUAL) for at in mine if at in rest]
        used.add(other.start)
        for at in mine:
            if at in rest:
                rest.remove(at)
    for at in tuple(rest):
        word = answer.words[at].word
        wanted = ids(word, reading.synonyms)
        other = next(
            (
                p
                for p in (reading.phrases if wanted else ())
                if not p.groups.isdisjoint(wanted)
                and not distinct(_spoken(reading.all[p.start : p.end]), word, reading.synonyms)
            ),
            None,
        )
        if other is not None and not used & set(range(other.start, other.end)):
            inside = any(t.word in NEGATORS for t in reading.all[other.start : other.end])
            how = POLAR if inside and not answer.words[at].denied else MEANING
            found.append(Pair(at, other.start, how, EQUAL))
            used |= {other.start, other.end - 1}
            rest.remove(at)
    return found


def _expression(
    wanted: frozenset[int], said: str, reading: Reading, used: set[int]
) -> Phrase | None:
    """What the response has of one of the groups `wanted` of what the answer has `said`, in several
    words or in one."""
    words = (
        Phrase(ids(token.word, reading.synonyms), place, place + 1)
        for place, token in enumerate(reading.all)
    )
    for phrase in chain(reading.phrases, words):
        if phrase.groups & wanted and phrase.start not in used:
            given = _spoken(reading.all[phrase.start : phrase.end])
            if not distinct(given, said, reading.synonyms):
                return phrase
    return None


def _spoken(words: tuple[Token, ...]) -> str:
    return " ".join(token.word for token in words)


def _polarity(mine: tuple[Token, ...], theirs: tuple[Token, ...]) -> str | None:
    """How two expressions of one meaning are alike; None if a further negation parts them.

    Where one says by "not" or "without" what the other says by a word, its negation is no denial:
    "did not take sides" for "stayed neutral".
    """
    negated = [any(t.word in NEGATORS for t in words) for words in (mine, theirs)]
    if not any(negated):
        return MEANING
    if all(negated):
        return POLAR
    plain = theirs if negated[0] else mine
    return None if plain[-1].denied else POLAR
