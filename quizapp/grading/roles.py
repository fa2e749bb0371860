"""Who does what to whom: sides exchanged, actively, passively, or by a converse word."""

from itertools import combinations, pairwise

from quizapp.grading.answers import Answer, Match, Objection, Pair, Reading
from quizapp.grading.english.classes import FUNCTION
from quizapp.grading.english.forms import IRREGULAR
from quizapp.grading.forms import stem
from quizapp.grading.lexicon import relations
from quizapp.grading.meaning import converse
from quizapp.grading.tokens import Token

_RELATIONS = frozenset(
    stem(word)
    for word in """
    beat defeat conquer invade attack sell buy give cede get receive lend borrow teach learn export
    import cause lead precede follow exceed outnumber orbit discover succeed replace eat kill murder
    supply send transfer threaten help protect owe pay lose win colonise annex occupy
    liberate found create influence depend rely surround contain own control rule marry love hate
    represent hit pull push attract repel absorb release travel move flow turn change become
    convert produce make need require above after before behind belong below better bigger borrow
    buy cede cheaper colder cooler dearer deeper denser earlier east faster fewer gain greater
    heavier higher hotter inside larger later learn less lighter longer lower more narrower north
    older over parent child poorer quicker result richer shallower shorter slower smaller south
    stronger succeed taller thicker thinner under warmer weaker west wider worse younger
    """.split()  # noqa: SIM905
)
_PRONOUNS = frozenset({"it", "him", "her", "them", "he", "she", "they", "us"})
_BE = frozenset({"is", "are", "was", "were", "been", "being", "be", "got", "get", "gets"})


def swapped(match: Match) -> Objection | None:
    """An objection if the response exchanges the two sides of what the answer says."""
    answer, reading, pairs = match.answer, match.reading, match.pairs
    places = {pair.wanted: pair.at for pair in pairs}
    if owners(answer, reading, places) or across(answer, reading, places):
        return WRONG_WAY
    if agent(answer, reading, places):
        return WRONG_WAY
    turned = [pair for pair in pairs if pair.how == "converse"]
    if len(answer.words) > 6 and not turned:
        return None
    pivot = turned[0].wanted if turned else _pivot(answer)
    if pivot is None:
        return undergoer(match, places) or heap(answer, reading, pairs)
    if pivot in places and _described(reading, places[pivot]):
        return None
    left = [places[at] for at in places if at < pivot]
    right = [places[at] for at in places if at > pivot]
    if not left or not right:
        if turned:
            return half(reading, turned[0], left, right)
        return one_sided(answer, reading, places, pivot)
    if not turned and pivot in places and _displaced(match, left, places[pivot]):
        return WRONG_WAY
    flips = len(turned)
    near_left = places[max(at for at in places if at < pivot)]
    near_right = places[min(at for at in places if at > pivot)]
    inverted = near_right < near_left and not _compound(reading, near_right, near_left)
    by = _by(reading)
    second = near_left if inverted else near_right
    if (by > 0 and _passive(reading, by) and by < second < by + 4) or (
        by < 0 and not turned and pivot in places and _is_done(reading, places[pivot], answer)
    ):
        flips += 1
    if any(t.word == "by" for t in answer.all) and any(t.word in _BE for t in answer.all):
        flips += 1
    if (flips + inverted) % 2:
        return WRONG_WAY
    if pivot in places and max(left) < places[pivot] < min(right):
        return None
    return None if flips else heap(answer, reading, pairs)


def owners(answer: Answer, reading: Reading, places: dict[int, int]) -> bool:
    """Whether the possessor has changed: "X was Y's pupil" against "Y was X's pupil"."""
    mine = {at: answer.words[at].owner for at in places}
    theirs = {at: reading.all[place].owner for at, place in places.items()}
    lost = any(mine[at] and not theirs[at] for at in places)
    won = any(theirs[at] and not mine[at] for at in places)
    return lost and won


def undergoer(match: Match, places: dict[int, int]) -> Objection | None:
    """What it is done to, as the one who does it: "the treaty rejected the senate" for "it
    rejected the treaty"."""
    answer, reading = match.answer, match.reading
    if answer.all[0].word not in _PRONOUNS or len(answer.words) != 2 or len(places) != 2:
        return None
    deed, thing = places[0], places[1]
    if thing > deed or any(t.word in _BE | {"by"} for t in reading.all[: deed + 3]):
        return None
    after = [t for t in reading.all[deed + 1 :] if t.clause == reading.all[deed].clause]
    return WRONG_WAY if any(t in reading.words for t in after) else None


def usurped(match: Match) -> Objection | None:
    """Another that the question names does what its subject did: "Moscow refused" where is asked
    what Finland did when Moscow came, and the answer is "it refused"."""
    answer, reading, prompt = match.answer, match.reading, match.prompt
    asked = prompt.subject
    if not asked or answer.all[0].word not in _PRONOUNS:
        return None
    at = next((at for at, t in enumerate(reading.all) if t.word not in _OPENING), 0)
    first, after = reading.all[at], reading.all[at + 1 : at + 3]
    taken = {pair.at for pair in match.pairs}
    named = first.raw[:1].isupper() and first.stem in prompt.words and first.stem != asked
    if not named or not any(at + 1 + place in taken for place in range(len(after))):
        return None
    if any(t.word in _BE for t in after) or stands_for(first.stem, asked):
        return None
    return WRONG_WAY


def agents(match: Match) -> Objection | None:
    """Another after "by", and the one who stands there in the answer before it."""
    mine, theirs = _agent(match.answer.all), _agent(match.reading.all)
    if mine is None or theirs is None or stands_for(mine.stem, theirs.stem):
        return None
    if mine.stem == theirs.stem or not (mine.raw[:1].isupper() and theirs.raw[:1].isupper()):
        return None
    by = _by(match.reading)
    before = any(t.stem == mine.stem for t in match.reading.all[:by])
    return WRONG_WAY if before else None


def _agent(words: tuple[Token, ...]) -> Token | None:
    """The first word of content after "by"."""
    by = next((at for at, t in enumerate(words) if t.word == "by"), len(words))
    return next((t for t in words[by + 1 : by + 4] if t.word not in FUNCTION), None)


def stands_for(one: str, other: str) -> bool:
    """Whether two stems name one country, be it by its capital."""
    left, right = relations(one), relations(other)
    return bool(left.groups & right.groups or left.inside & right.inside)


_OPENING = frozenset({"the", "a", "an", "because", "since", "so", "that", "as", "then"})


def crossed(match: Match) -> Objection | None:
    """Two statements whose parts were exchanged: "low delivery and fast prices" for "fast delivery
    and low prices"."""
    answer, reading, pairs = match.answer, match.reading, match.pairs
    mine, theirs = _stretches(answer.all), _stretches(reading.all)
    if max(mine, default=0) < 1 or max(theirs, default=0) < 1:
        return None
    meet: dict[tuple[int, int], int] = {}
    for pair in pairs:
        if answer.weights[pair.wanted] >= 0.3:
            sides = mine[answer.places[pair.wanted]], theirs[pair.at]
            meet[sides] = meet.get(sides, 0) + 1
    for one, other in combinations({side for side, _ in meet}, 2):
        for left, right in combinations({side for _, side in meet}, 2):
            square = [(a, b) in meet for a in (one, other) for b in (left, right)]
            if all(square):
                return WRONG_WAY
    return None


def _stretches(words: tuple[Token, ...]) -> list[int]:
    """For each word the number of its stretch between stops, "and", "but" and "while"."""
    found, number = [], 0
    for at, token in enumerate(words):
        parted = token.word in _PARTING or "," in token.gap
        if at and (parted or token.clause != words[at - 1].clause):
            number += 1
        found.append(number)
    return found


_PARTING = frozenset({"and", "but", "while", "whereas"})
WRONG_WAY = Objection("roles", "It has the sides the wrong way round.")
_ACROSS = frozenset({"to", "than", "until", "into", "before", "after", "from", "over", "behind"})


def across(answer: Answer, reading: Reading, places: dict[int, int]) -> bool:
    """Whether words change sides about "to", "than", "until", …: "from cold to hot"."""
    for at, token in enumerate(answer.all):
        if token.word not in _ACROSS or (token.word == "from" and at < 2):
            continue
        centres = [place for place, t in enumerate(reading.all) if t.word == token.word]
        if len(centres) != 1 or sum(t.word == token.word for t in answer.all) != 1:
            continue
        sides = [
            (answer.places[wanted] < at, place < centres[0]) for wanted, place in places.items()
        ]
        moved = [mine for mine, theirs in sides if mine != theirs]
        if True in moved and False in moved:
            fixed = sum(mine == theirs for mine, theirs in sides)
            turned = any(t.word in _BE for t in reading.all) and _by(reading) >= 0
            if token.word != "to" or not turned or fixed < 2:
                return not _degrees_turned(answer, reading)
        elif moved == [True] and token.word == "into":
            return _pronoun_after(reading, centres[0])
        elif not moved and token.word == "than" and _degrees_turned(answer, reading):
            return True
    return False


def _pronoun_after(reading: Reading, at: int) -> bool:
    """Whether nothing but a pronoun stands after the word at `at`."""
    return all(t.word in _PRONOUNS for t in reading.all[at + 1 :])


def _degrees_turned(answer: Answer, reading: Reading) -> bool:
    """Whether a comparison runs the other way: more against less, faster against slower."""
    mine = [t.word for t in answer.words] + [
        t.word for t in answer.all if t.word in ("more", "less")
    ]
    return any(
        converse(one, other.word) for one in mine for other in reading.all if other.word not in mine
    )


def agent(answer: Answer, reading: Reading, places: dict[int, int]) -> bool:
    """Whether the one who does it, after "by", is the one to whom it is done in the answer."""
    by = _by(reading)
    if by < 1 or not _passive(reading, by) or any(t.word == "by" for t in answer.all):
        return False
    doer = next((w for p in range(by + 1, by + 4) for w, at in places.items() if at == p), None)
    deed = next((w for p in (by - 1, by - 2) for w, at in places.items() if at == p), None)
    if doer is None or deed is None or doer == deed:
        return False
    return deed < doer and not any(t.word in _BE for t in answer.all[: answer.places[doer]])


def half(reading: Reading, turned: Pair, left: list[int], right: list[int]) -> Objection | None:
    """A converse with one of its sides left out: "the violin is higher" for "the viola is lower
    than the violin"."""
    if right and not left and max(right) < turned.at:
        return None
    if left and not right and min(left) > turned.at:
        return None
    return Objection("opposite", f"“{reading.all[turned.at].raw}” says the opposite.")


def _compound(reading: Reading, first: int, last: int) -> bool:
    """Whether the object stands before its verb in one word: "plant-eating"."""
    span = reading.all[first : last + 1]
    return any(
        b.gap in ("-", " ") and b.word.endswith("ing") and a.word not in _BE
        for a, b in pairwise(span)
        if b.gap == "-"
    )


def _displaced(match: Match, left: list[int], pivot: int) -> bool:
    """Whether the one who does it stands behind the verb, and another before: "the US attacked
    Japan at Pearl Harbor" for "Japan attacked Pearl Harbor"."""
    reading = match.reading
    if min(left) < pivot or _by(reading) >= 0:
        return False
    ahead = [t for t in reading.all[:pivot] if t.clause == reading.all[pivot].clause]
    if any(t.word in _BE or t.word in _RELATIVE for t in ahead):
        return False
    return any(
        t.raw[:1].isupper() and (t.word not in FUNCTION or t.raw.isupper()) and t.raw != "I"
        for t in ahead
    )


_RELATIVE = frozenset({"that", "which", "who", "what", "to"})


def _by(reading: Reading) -> int:
    return next((at for at, t in enumerate(reading.all) if t.word == "by"), -1)


def _is_done(reading: Reading, verb: int, answer: Answer) -> bool:
    """Whether the verb at `verb` stands in the passive, where the answer's does not."""
    before = reading.all[verb - 1] if verb else None
    form = reading.all[verb].word
    if before is None or before.word not in _BE or not (form.endswith("ed") or form in IRREGULAR):
        return False
    return not any(t.word in _BE for t in answer.all)


def _described(reading: Reading, at: int) -> bool:
    """Whether the word at `at` describes what stands before it: "water is necessary"."""
    word = reading.all[at].word
    before = {t.word for t in reading.all[max(0, at - 2) : at]}
    return word in _NEEDED and bool(before & _BE)


_NEEDED = frozenset({"necessary", "required", "needed", "essential", "obligatory"})


def _noun(answer: Answer, at: int) -> bool:
    """Whether a word that may relate two things is a noun here: "missile attack warning"."""
    word, place = answer.words[at], answer.places[at]
    before = answer.all[place - 1]
    inflected = word.word.endswith(("s", "ed", "ing")) or word.word in IRREGULAR
    subject = before.word.endswith("s") or before.word in FUNCTION or before.raw[:1].isupper()
    return word.gap == " " and not inflected and not subject


def _pivot(answer: Answer) -> int | None:
    """The word of the answer that relates what stands before and after it."""
    compared = any(t.word == "than" for t in answer.all)
    for at, token in enumerate(answer.words):
        if not 0 < at < len(answer.words) - 1 or token.stem not in _RELATIONS:
            continue
        if _noun(answer, at):
            continue
        if compared or not (token.word.endswith("er") or token.word in ("more", "less", "fewer")):
            return at
    for at, token in enumerate(answer.words):
        if token.stem in _RELATIONS and len(answer.words) == 2:
            return at
    return None


def _passive(reading: Reading, by: int) -> bool:
    form = reading.all[by - 1].word
    return any(t.word in _BE for t in reading.all[:by]) or form.endswith("ed") or form in IRREGULAR


def one_sided(
    answer: Answer, reading: Reading, places: dict[int, int], pivot: int
) -> Objection | None:
    """The same where one side is a pronoun: "Romeo kills him" against "he kills Romeo"."""
    if pivot not in places or not any(t.word in _PRONOUNS for t in answer.all):
        return None
    side = next((at for at in places if at != pivot), None)
    if side is None:
        return None
    subject = side < pivot
    first = places[side] < places[pivot]
    by = _by(reading)
    passive = by > places[pivot] and _passive(reading, by)
    if subject != (first != passive):
        return WRONG_WAY
    return None


def heap(answer: Answer, reading: Reading, pairs: list[Pair]) -> Objection | None:
    """An objection if the response only heaps up the answer's words."""
    if any(t.word in _BE or t.word == "and" or t.gap.strip() in (",", "\n") for t in reading.all):
        return None
    order = list(dict.fromkeys(pair.at for pair in pairs))
    said = [t for t in reading.all if t.word not in ("the", "a", "an")]
    loose = len(reading.words) == len(said) >= 4
    if loose and len(answer.words) >= 3 and not answer.person and order != sorted(order):
        return Objection("heap", "Keywords alone do not say how they hang together.")
    return None
