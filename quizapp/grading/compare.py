"""Step 4, comparing: one accepted answer against the response, word by word, then the guards."""

from typing import NamedTuple

from quizapp.grading import figures, guards, lexicon
from quizapp.grading.abbreviations import abbreviates, initials
from quizapp.grading.designations import Code, designation, fits
from quizapp.grading.forms import same_form, same_root
from quizapp.grading.meaning import (
    EQUAL,
    LOOSE,
    NEAR,
    Phrase,
    Synonyms,
    converse,
    ids,
    likeness,
    opposite,
    phrases,
)
from quizapp.grading.names import parts
from quizapp.grading.slips import confused, distance, slipped
from quizapp.grading.tokens import UNDOING, Token
from quizapp.grading.words.small import FUNCTION, GENERIC, LIGHT, SHARP

SAME, FORM, SLIP, MEANING = "same", "form", "slip", "meaning"
CONVERSE, POLAR = "converse", "polar"
RIGHT, NEARLY, UNSURE, NOT = 3, 2, 1, 0


class Answer(NamedTuple):
    """An accepted answer, prepared: `words` are what must be found, with their `weights`."""

    text: str
    folded: str
    squashed: str
    all: tuple[Token, ...]
    words: tuple[Token, ...]
    weights: tuple[float, ...]
    person: tuple[tuple[str, ...], str] | None
    code: Code | None
    places: tuple[int, ...]
    phrases: tuple[Phrase, ...]
    expansion: bool
    head: int


class Reading(NamedTuple):
    """A response, prepared; `places` says where each word stands, `words` are those of content,
    `welcome` the stems of all accepted answers.
    """

    text: str
    all: tuple[Token, ...]
    words: tuple[Token, ...]
    places: dict[str, list[int]]
    squashed: str
    joins: dict[str, int]
    phrases: tuple[Phrase, ...]
    welcome: frozenset[str] = frozenset()


class Pair(NamedTuple):
    """A word of the answer and its fellow in the response (`at`), and how they are alike."""

    wanted: int
    at: int
    how: str
    strength: float


class Fit(NamedTuple):
    """How well a response fits one answer: `level`, the reasons, what was seen on the way."""

    level: int
    score: float
    code: str
    detail: str
    slips: tuple[tuple[str, str], ...] = ()
    pairs: tuple[Pair, ...] = ()
    how: str = SAME


def weigh(token: Token, prompt: frozenset[str], only: bool, name: bool) -> float:
    """How much a word of the answer counts; `name` says that the answer is a proper name."""
    if figures.value(token.raw) is not None:
        return 1.5
    if token.word in SHARP and token.word in FUNCTION:
        return 0.5
    if only:
        return 1.0
    if (token.word in LIGHT or token.stem in UNDOING) and not name:
        return 0.3
    if token.stem in prompt:
        return 1.0 if name and token.word not in GENERIC else 0.35
    return 1.0


def alike(wanted: Token, given: Token) -> tuple[str, float]:
    """How a word of the answer and one of the response are alike, and how strongly (0: not)."""
    left, right = wanted.word, given.word
    if left == right:
        return SAME, 1.0
    value = figures.value(wanted.raw)
    if value is not None:
        other = figures.value(given.raw)
        if other is None and guards.numeral_follows(wanted) and given.raw.isupper():
            other = float(figures.roman(given.raw)) or None
        return (SAME, 1.0) if other == value else (SAME, 0.0)
    if confused(left, right):
        return SAME, 0.0
    if wanted.stem == given.stem or same_form(left, right):
        return FORM, 1.0
    return "", 0.0


def meant(wanted: Token, given: Token, synonyms: Synonyms, strict: bool) -> tuple[str, float]:
    """The same for what is dearer to find: slips and meanings."""
    left, right = wanted.word, given.word
    strength = likeness(left, right, synonyms)
    if strength >= EQUAL:
        return MEANING, strength
    if not strict and slipped(right, left):
        return SLIP, 0.97
    if strength:
        return MEANING, strength
    if same_root(left, right) and not opposite(left, right):
        return MEANING, LOOSE
    return "", 0.0


def align(answer: Answer, reading: Reading, synonyms: Synonyms, strict: bool) -> list[Pair]:
    """For each word of the answer its best fellow in the response."""
    pairs: list[Pair] = []
    used: set[int] = set()
    rest: list[int] = []
    for at, wanted in enumerate(answer.words):
        places = reading.places.get(wanted.word) or reading.places.get("~" + wanted.stem)
        if places:
            place = next((p for p in places if p not in used), places[0])
            how = SAME if reading.all[place].word == wanted.word else FORM
            pairs.append(Pair(at, place, how, 1.0))
            used.add(place)
        else:
            rest.append(at)
    if rest:
        pairs += joined(answer, reading, rest, used)
    if len(rest) > 1 or len(reading.all) > 1:
        pairs += by_initials(answer, reading, rest, used)
    if rest:
        pairs += by_phrase(answer, reading, rest, used, synonyms)
    for at in rest:
        best = fellow(answer.words[at], at, reading, used, synonyms, strict)
        if best.strength:
            used.add(best.at)
            pairs.append(best)
    pairs.sort()
    return pairs


def fellow(
    wanted: Token, at: int, reading: Reading, used: set[int], synonyms: Synonyms, strict: bool
) -> Pair:
    """The best fellow of one word of the answer among the words that are left."""
    best = Pair(at, -1, "", 0.0)
    for place, given in enumerate(reading.all):
        if place in used or (given.word in FUNCTION and given.word not in SHARP):
            continue
        how, strength = alike(wanted, given)
        if not strength and not how:
            how, strength = meant(wanted, given, synonyms, strict)
            if not strength and given.denied != wanted.denied and opposite(wanted.word, given.word):
                how, strength = MEANING, NEAR
            if not strength and converse(wanted.word, given.word):
                how, strength = CONVERSE, NEAR
            if not strength and privative(wanted, given, synonyms):
                how, strength = POLAR, EQUAL
            if not strength and shortened(wanted, given, reading):
                how, strength = FORM, 1.0
        if strength > best.strength:
            best = Pair(at, place, how, strength)
    return best


def surname_slip(answer: Answer, reading: Reading, pairs: list[Pair], strict: bool) -> list[Pair]:
    """`pairs`, with a family name that is one letter off where a given name fits."""
    if answer.person is None or strict or len(pairs) != len(answer.words) - 1:
        return pairs
    family = answer.person[1]
    at = next((at for at, t in enumerate(answer.words) if t.word == family), -1)
    if at < 0 or any(pair.wanted == at for pair in pairs):
        return pairs
    used = {pair.at for pair in pairs}
    for place, given in enumerate(reading.all):
        if place in used or len(family) < 5 or abs(place - min(used)) > 3:
            continue
        if lexicon.tier(given.word) in (0, lexicon.RARE, lexicon.NAME):
            if distance(given.word, family, 1) <= 1 and not confused(given.word, family):
                return sorted([*pairs, Pair(at, place, SLIP, 0.97)])
    return pairs


def privative(wanted: Token, given: Token, synonyms: Synonyms) -> bool:
    """Whether one word says by "-less" what the other says by a negation: "odourless", "no smell"."""
    for lacking, other in ((wanted, given), (given, wanted)):
        base = lacking.word.removesuffix("less")
        if base != lacking.word and len(base) > 2 and other.denied and not lacking.denied:
            return same_form(base, other.word) or likeness(base, other.word, synonyms) >= NEAR
    return False


def shortened(wanted: Token, given: Token, reading: Reading) -> bool:
    """Whether a word is cut short with a stop, as in "Dept."."""
    size = len(given.word)
    return (
        3 <= size < len(wanted.word)
        and wanted.word.startswith(given.word)
        and f"{given.raw}." in reading.text
    )


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
    for place, token in enumerate(reading.all):
        size = len(token.word)
        if place in used or not (token.raw.isupper() and 2 <= size <= 6):
            continue
        for at in tuple(rest):
            run = list(range(at, at + size))
            if (
                set(run) <= set(rest)
                and "".join(answer.words[w].word[0] for w in run) == token.word
            ):
                found += [Pair(w, place, FORM, 1.0) for w in run]
                used.add(place)
                for w in run:
                    rest.remove(w)
                break
    for at in tuple(rest):
        letters = answer.words[at]
        size = len(letters.word)
        if not (letters.raw.isupper() and 2 <= size <= 6):
            continue
        for start in range(len(reading.words) - size + 1):
            run_words = reading.words[start : start + size]
            if "".join(t.word[0] for t in run_words) == letters.word:
                place = reading.places[run_words[0].word][0]
                found.append(Pair(at, place, FORM, 1.0))
                used.add(place)
                rest.remove(at)
                break
    return found


def by_phrase(
    answer: Answer, reading: Reading, rest: list[int], used: set[int], synonyms: Synonyms
) -> list[Pair]:
    """Expressions of several words on either side; the answer's words found leave `rest`."""
    found = []
    for phrase in answer.phrases:
        mine = [at for at, place in enumerate(answer.places) if phrase.start <= place < phrase.end]
        if not mine or not any(at in rest for at in mine):
            continue
        place = _place_of(phrase.groups, reading, used, synonyms)
        if place >= 0:
            inside = any(t.word in ("not", "no") for t in answer.all[phrase.start : phrase.end])
            how = POLAR if inside and not reading.all[place].denied else MEANING
            if inside and how == MEANING:
                continue
            found += [Pair(at, place, how, EQUAL) for at in mine if at in rest]
            used.add(place)
            for at in mine:
                if at in rest:
                    rest.remove(at)
    for at in tuple(rest):
        wanted = ids(answer.words[at].word, synonyms)
        other = next((p for p in reading.phrases if p.groups & wanted), None)
        if wanted and other is not None and not used & set(range(other.start, other.end)):
            inside = any(t.word in ("not", "no") for t in reading.all[other.start : other.end])
            how = POLAR if inside and not answer.words[at].denied else MEANING
            found.append(Pair(at, other.start, how, EQUAL))
            used |= {other.start, other.end - 1}
            rest.remove(at)
    return found


def _place_of(wanted: frozenset[int], reading: Reading, used: set[int], synonyms: Synonyms) -> int:
    """Where the response has an expression of one of the groups `wanted`, or -1."""
    for phrase in reading.phrases:
        if phrase.groups & wanted and phrase.start not in used:
            return phrase.start
    for place, token in enumerate(reading.all):
        if place not in used and ids(token.word, synonyms) & wanted:
            return place
    return -1


def compare(
    answer: Answer, reading: Reading, prompt: frozenset[str], synonyms: Synonyms, strict: bool
) -> Fit:
    """How well the response fits one answer."""
    short = reading.words if len(reading.all) > 8 else reading.all
    if (abbreviates(reading.words, answer.all) or abbreviates(short, answer.all)) and not prompt & {
        t.word for t in reading.words
    }:
        return Fit(RIGHT, 1.0, "abbreviation", f"The initials of “{answer.text}”.")
    if abbreviates(answer.all, reading.words) and len(answer.squashed) > (
        1 if answer.all[0].raw.isupper() else 2
    ):
        return Fit(RIGHT, 1.0, "abbreviation", f"“{answer.text}” written out.")
    if answer.code is not None:
        fitting = fits(answer.code, reading.all, prompt)
        if fitting is not None:
            return by_code(answer, reading, prompt, *fitting)
    if known_as(answer, reading):
        return Fit(RIGHT, 1.0, "meaning", f"Another name of “{answer.text}”.", how=MEANING)
    pairs = align(answer, reading, synonyms, strict)
    if answer.expansion:
        pairs = [pair for pair in pairs if pair.how in (SAME, FORM, SLIP)]
        if len(pairs) < len(answer.words):
            return Fit(
                NOT, 0.0, "different", "Every word that the letters stand for must be there."
            )
    if not pairs:
        return whole(answer, reading, strict)
    pairs = surname_slip(answer, reading, pairs, strict)
    found = {pair.wanted: pair for pair in pairs}
    total = sum(answer.weights)
    got = sum(answer.weights[pair.wanted] * pair.strength for pair in pairs)
    missing = [at for at in range(len(answer.words)) if at not in found]
    if answer.person and missing:
        person = guards.person(answer, reading, pairs, prompt)
        if person is not None:
            missing = [] if person else missing
            got = total if person else got
    against = guards.against(answer, reading, pairs, missing, prompt)
    if against is not None:
        return Fit(NOT, 0.0, against[0], against[1], pairs=tuple(pairs))
    share = got / total
    slips = tuple(
        (reading.all[p.at].raw, answer.words[p.wanted].raw) for p in pairs if p.how == SLIP
    )
    return judge(answer, reading, pairs, missing, share, slips, strict)


def by_code(
    answer: Answer, reading: Reading, prompt: frozenset[str], right: bool, reason: str
) -> Fit:
    """What a designation that fits, or does not, is worth."""
    if not right:
        return Fit(NOT, 0.0, "designation", reason)
    pairs = [
        Pair(at, place, SAME, 1.0)
        for at, wanted in enumerate(answer.words)
        for place, given in enumerate(reading.all)
        if any(char.isdigit() for char in given.word) or wanted.word == given.word
    ]
    objection = guards.spoken_against(answer, reading, pairs, prompt) if pairs else None
    if objection is not None:
        return Fit(NOT, 0.0, *objection)
    return Fit(
        RIGHT, 1.0, "designation", f"The same designation as “{answer.text}”.", (), tuple(pairs)
    )


def judge(
    answer: Answer,
    reading: Reading,
    pairs: list[Pair],
    missing: list[int],
    share: float,
    slips: tuple[tuple[str, str], ...],
    strict: bool,
) -> Fit:
    """The level that the words found are worth, once no guard has spoken against them."""
    weakest = min((p.strength for p in pairs if answer.weights[p.wanted] >= 1), default=1.0)
    heavy = [at for at in missing if answer.weights[at] >= 1]
    how = (
        MEANING
        if any(p.how in (MEANING, CONVERSE, POLAR) for p in pairs)
        else SLIP
        if slips
        else SAME
    )
    size = sum(weight >= 1 for weight in answer.weights)
    seen = tuple(pairs)
    if not heavy and weakest >= NEAR and (share >= 0.6 or not missing):
        if slips:
            return Fit(NEARLY, share, "slip", slip_words(slips), slips, seen, how)
        code = "meaning" if how == MEANING else "words"
        text = "It says the same in other words." if how == MEANING else f"It has “{answer.text}”."
        return Fit(RIGHT, share, code, text, (), seen, how)
    if (
        answer.head
        and all(at >= answer.head for at in heavy)
        and weakest >= NEAR
        and len(missing) == len([at for at in missing if at >= answer.head])
    ):
        return Fit(
            RIGHT, share, "words", f"It names what is asked of “{answer.text}”.", slips, seen, how
        )
    if size >= 3 and enough(answer, reading, pairs, heavy, share, size):
        return Fit(
            RIGHT, share, "meaning", "It says what matters of the answer.", slips, seen, MEANING
        )
    whole_fit = whole(answer, reading, strict)
    if whole_fit.level:
        return whole_fit
    if share >= 0.45:
        lost = ", ".join(answer.words[at].raw for at in missing[:3])
        detail = (
            f"It has a part of the answer, without: {lost}."
            if lost
            else "It comes near the answer."
        )
        return Fit(UNSURE, share, "part", detail, slips, seen, how)
    return Fit(NOT, share, "different", "It does not match any accepted answer.", (), seen, how)


def enough(
    answer: Answer,
    reading: Reading,
    pairs: list[Pair],
    heavy: list[int],
    share: float,
    size: int,
) -> bool:
    """Whether a statement of several words is made, though some of its words are missing."""
    if any(answer.words[at].raw[:1].isupper() and at for at in heavy):
        return False
    if share >= 0.75:
        return len(heavy) <= size // 3
    return (
        share >= MOST
        and len(heavy) <= (size + 1) // 3
        and not substituted(answer, reading, pairs, heavy)
    )


MOST = 0.68


def substituted(answer: Answer, reading: Reading, pairs: list[Pair], heavy: list[int]) -> bool:
    """Whether another word of content stands where a missing word of the answer would."""
    places = {pair.wanted: pair.at for pair in pairs}
    taken = set(places.values())
    for at in heavy:
        before = max((places[w] for w in places if w < at), default=None)
        after = min((places[w] for w in places if w > at), default=None)
        near = [w for w in (at - 1, at + 1) if w in places]
        span: set[int] = set()
        if before is not None and after is not None and before < after:
            span = set(range(before + 1, after))
        for w in near:
            span |= (
                set(range(places[w] - 2, places[w]))
                if w > at
                else set(range(places[w] + 1, places[w] + 3))
            )
        for place in span:
            if 0 <= place < len(reading.all) and place not in taken:
                token = reading.all[place]
                if token in reading.words and token.word not in LIGHT:
                    return True
    return False


def slip_words(slips: tuple[tuple[str, str], ...]) -> str:
    """A slip in words for people."""
    return "; ".join(f"“{typed}” is meant as “{right}”" for typed, right in slips) + "."


def whole(answer: Answer, reading: Reading, strict: bool) -> Fit:
    """The response as one run of letters: a slip that a look at single words does not see."""
    words = reading.words
    joined = "".join(t.word for t in words)
    target = "".join(t.word for t in answer.words)
    if joined == target and joined and words and not any(t.denied for t in words):
        return Fit(RIGHT, 1.0, "form", "The same but for spacing.")
    numbers = [figures.value(t.raw) for t in words if figures.value(t.raw) is not None]
    if numbers != [figures.value(t.raw) for t in answer.words if figures.value(t.raw) is not None]:
        return Fit(NOT, 0.0, "different", "It does not match any accepted answer.")
    if (
        strict
        or len(words) > len(answer.words) + 2
        or not joined.isalpha()
        or any(t.denied for t in words)
    ):
        return Fit(NOT, 0.0, "different", "It does not match any accepted answer.")
    same_count = len(words) == len(answer.words)
    if not same_count and slipped(joined, target):
        return Fit(
            NEARLY,
            0.95,
            "slip",
            slip_words(((" ".join(t.raw for t in words), answer.text),)),
            ((" ".join(t.raw for t in words), answer.text),),
        )
    return Fit(NOT, 0.0, "different", "It does not match any accepted answer.")


def known_as(answer: Answer, reading: Reading) -> bool:
    """Whether the thesaurus knows answer and response as two names of one named thing."""
    left = lexicon.sense(" ".join(t.word for t in answer.words))
    if not left.meanings or any(t.denied for t in reading.words):
        return False
    names = " ".join(t.word for t in answer.words), " ".join(t.word for t in reading.words)
    if confused(*names):
        return False
    if [figures.value(t.raw) for t in answer.words if figures.value(t.raw)] != [
        figures.value(t.raw) for t in reading.words if figures.value(t.raw)
    ]:
        return False
    right = lexicon.sense(names[1])
    if not right.meanings and any("-" in t.gap for t in reading.words[1:]):
        right = lexicon.sense(
            "".join((t.gap if t.gap == "-" else " ") + t.word for t in reading.words)
            .replace("-", "")
            .strip()
        )
    shared = left.meanings & right.meanings
    return bool(shared) and (
        len(answer.words) > 1 or len(reading.words) > 1 or bool(left.kinds & right.kinds)
    )


_TAIL = frozenset(
    {"between", "of", "in", "with", "by", "from", "for", "that", "which", "who", "where"}
)


def head_size(words: tuple[Token, ...], places: tuple[int, ...]) -> int:
    """How many of the answer's words name the thing before what is said about it; 0 if unclear.

    The head must have two words and one that is rare or a name: "the Maillard reaction" of "the
    Maillard reaction between proteins and sugars".
    """
    for at, token in enumerate(words):
        if token.word in _TAIL and at > 1:
            head = [place for place in places if place < at]
            rare = any(
                lexicon.tier(words[place].word) not in (lexicon.COMMON, lexicon.KNOWN)
                and words[place].word.isalpha()
                for place in head
            )
            lower = any(words[place].raw.islower() for place in places if place > at)
            if (
                len(head) >= 2
                and rare
                and lower
                and not any(t.raw[:1].isupper() for t in words[at:])
            ):
                return len(head)
            if len(head) >= 2:
                return 0
    return 0


def prepare_answer(
    text: str,
    all_words: tuple[Token, ...],
    words: tuple[Token, ...],
    exact: tuple[str, str],
    prompt: frozenset[str],
    synonyms: Synonyms,
) -> Answer:
    """An answer as `compare` takes it; `exact` is its folded and its squashed form."""
    places = tuple(
        at for at, t in enumerate(all_words) if t in words or (t.word in SHARP and len(words) > 1)
    )
    kept = tuple(all_words[at] for at in places)
    only = {t.stem for t in words} <= prompt or all(
        t.word in LIGHT or t.stem in UNDOING for t in words
    )
    name = len(words) > 1 and all(t.raw[:1].isupper() or t.raw[:1].isdigit() for t in words)
    weights = tuple(weigh(t, prompt, only, name) for t in kept)
    found = phrases(tuple(t.stem for t in all_words), synonyms)
    person = parts(all_words, prompt)
    expansion = bool(initials(all_words) & prompt)
    return Answer(
        text,
        exact[0],
        exact[1],
        all_words,
        kept,
        weights,
        person,
        designation(all_words),
        places,
        found,
        expansion,
        head_size(all_words, places),
    )
