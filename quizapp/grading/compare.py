"""Step 4, comparing: one accepted answer against the response, word by word, then the guards."""

from quizapp.grading import figures, lexicon
from quizapp.grading.abbreviations import abbreviates
from quizapp.grading.align import align, surname_slip, title_slip
from quizapp.grading.answers import (
    CONVERSE,
    FORM,
    MEANING,
    POLAR,
    REPEATED,
    SAME,
    SLIP,
    Answer,
    Fit,
    Match,
    Pair,
    Reading,
)
from quizapp.grading.designations import beside, fits
from quizapp.grading.english.classes import LIGHT, TITLES
from quizapp.grading.meaning import FAMILY, NEAR, Synonyms
from quizapp.grading.slips import confused, difference, slipped
from quizapp.grading.tokens import Token
from quizapp.grading.told import slip_in_words

RIGHT, NEARLY, UNSURE, NOT = 3, 2, 1, 0
"""Levels of a fit: full credit, full credit with a slip, not to be known, no credit."""


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
    if (verdict := compared(answer, reading)) is not None:
        return verdict
    if answer.code is not None:
        fitting = fits(answer.code, reading.all, prompt)
        if fitting is not None:
            return by_code(answer, reading, prompt, *fitting)
    if prompt & _WHO and doer(answer, reading):
        return Fit(RIGHT, 1.0, "meaning", f"Those whose work is “{answer.text}”.", how=MEANING)
    if known_as(answer, reading) or same_group(answer, reading):
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
    pairs = title_slip(answer, reading, pairs, strict)
    found = {pair.wanted: pair for pair in pairs}
    total = sum(answer.weights)
    got = sum(answer.weights[pair.wanted] * pair.strength for pair in pairs)
    missing = [at for at in range(len(answer.words)) if at not in found]
    from quizapp.grading import guards, naming

    if answer.person and missing:
        person = naming.person(answer, reading, pairs, prompt)
        if person is not None:
            missing = [] if person else missing
            got = total if person else got
    against = guards.against(Match(answer, reading, pairs, missing, prompt))
    if against is not None:
        return Fit(NOT, 0.0, against[0], against[1], pairs=tuple(pairs))
    share = got / total
    slips = tuple(
        (reading.all[p.at].raw, answer.words[p.wanted].raw) for p in pairs if p.how == SLIP
    )
    return judge(answer, reading, pairs, missing, share, slips, strict)


_WHO = frozenset({"who", "whom"})


def doer(answer: Answer, reading: Reading) -> bool:
    """Whether people are named where the answer is what they do: bakers for baking."""
    if not len(answer.words) == len(reading.words) == 1 or reading.words[0].denied:
        return False
    work, people = answer.words[0].word, reading.words[0].word.removesuffix("s")
    base = work.removesuffix("ing")
    return len(base) > 3 and base != work and people in (base + "er", base + base[-1] + "er")


def compared(answer: Answer, reading: Reading) -> Fit | None:
    """What a comparison is worth where the answer is one too; None if it is about other things."""
    if not any(token.word in ("than", "as") for token in answer.all):
        return None
    from quizapp.grading.comparisons import agree, comparison

    mine, theirs = comparison(answer.all), comparison(reading.all)
    if mine is None or theirs is None or (same := agree(mine, theirs)) is None:
        return None
    if same:
        return Fit(RIGHT, 1.0, "meaning", "It compares them in the same way.", how=MEANING)
    return Fit(NOT, 0.0, "roles", "It compares them the other way round.")


def by_code(
    answer: Answer, reading: Reading, prompt: frozenset[str], right: bool, reason: str
) -> Fit:
    """What a designation that fits, or does not, is worth."""
    if not right:
        return Fit(NOT, 0.0, "designation", reason)
    other = beside(answer.code, reading.all) if answer.code and not reading.several else None
    if other is not None:
        return Fit(
            NOT,
            0.0,
            "hedge",
            f"Two answers, “{answer.text}” and “{other.text}”, where one is asked.",
        )
    from quizapp.grading import guards

    pairs = [
        Pair(at, place, SAME, 1.0)
        for at, wanted in enumerate(answer.words)
        for place, given in enumerate(reading.all)
        if (answer.code and answer.code.figure in given.word and answer.code.figure in wanted.word)
    ][:1] or [
        Pair(at, place, SAME, 1.0)
        for at in range(1)
        for place, given in enumerate(reading.all)
        if figures.value(given.raw) is not None
    ][:1]
    objection = (
        guards.against(Match(answer, reading, pairs, [], prompt), guards.FOR_DESIGNATIONS)
        if pairs
        else None
    )
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
    if (
        not heavy
        and weakest >= (FAMILY if len(answer.words) > 1 else NEAR)
        and (share >= 0.6 or not missing or repeated(answer, pairs, missing))
    ):
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
    level = UNSURE if open_to_wording(answer, reading) else NOT
    return Fit(level, share, "different", "It does not match any accepted answer.", (), seen, how)


def open_to_wording(answer: Answer, reading: Reading) -> bool:
    """Whether the same could be said without any of the answer's words: of a name or a figure it
    could not, of a statement it could."""
    words = [t for t in answer.words if t.word not in LIGHT]
    if any(figures.value(t.raw) is not None for t in words) or answer.code is not None:
        return False
    named = all(t.raw[:1].isupper() for t in words)
    return len(words) > 1 and not named and len(reading.words) > 1


def repeated(answer: Answer, pairs: list[Pair], missing: list[int]) -> bool:
    """Whether nothing is missing but words that the question has already: "it drops" for "it
    lowers blood sugar"."""
    given = any(answer.weights[pair.wanted] >= 1 for pair in pairs)
    return given and all(answer.weights[at] == REPEATED for at in missing)


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
    if any(heads(answer, at, {pair.wanted for pair in pairs}) for at in heavy):
        return False
    if share >= 0.75:
        return len(heavy) <= size // 3 and not exchanged(reading, pairs, heavy)
    return (
        share >= MOST and len(heavy) <= (size + 1) // 3 and not substituted(reading, pairs, heavy)
    )


def exchanged(reading: Reading, pairs: list[Pair], heavy: list[int]) -> bool:
    """Whether one other word stands exactly where a missing one would: "began to buy Russian arms"
    for "began to copy Russian arms"."""
    places = {pair.wanted: pair.at for pair in pairs}
    for at in heavy:
        before, after = places.get(at - 1), places.get(at + 1)
        if before is None or after is None:
            continue
        between = [t for t in reading.all[before + 1 : after] if t in reading.words]
        if len(between) == 1 and between[0].word not in LIGHT and after - before <= 3:
            return True
    return False


def heads(answer: Answer, at: int, found: set[int]) -> bool:
    """Whether a word of the answer is what the words after it only describe: the slaves of "the
    slaves in the states", where the states were found."""
    after = answer.places[at] + 1
    return (
        after < len(answer.all)
        and answer.all[after].word in _DESCRIBING
        and at + 1 in found
        and answer.words[at].stem not in _PORTIONS
    )


_PORTIONS = frozenset(
    """piec pair group set lot number amount sum part kind theori concept idea notion
    process act use level form stat""".split()  # noqa: SIM905
)
"""Stems of what is of little weight before "of": a piece of fruit is fruit."""
_DESCRIBING = frozenset({"in", "of", "from", "at", "on"})
MOST = 0.68


def substituted(reading: Reading, pairs: list[Pair], heavy: list[int]) -> bool:
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
    """The slips in words for people, with the letters that differ."""
    told = []
    for typed, meant in slips:
        words = slip_in_words(difference(typed, meant))
        told.append(f"“{typed}” is taken for “{meant}”" + (f": {words}" if words else ""))
    return "; ".join(told) + "."


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
    if any(t.denied for t in reading.words):
        return False
    mine, theirs = _named(answer.all, answer.words), _named(reading.all, reading.words)
    left, right = lexicon.sense(mine[0]), lexicon.sense(theirs[0])
    left = left if left.meanings else lexicon.sense(mine[1])
    right = right if right.meanings else lexicon.sense(theirs[1])
    if not left.meanings & right.meanings or confused(mine[1], theirs[1]):
        return False
    if [figures.value(t.raw) for t in answer.words if figures.value(t.raw)] != [
        figures.value(t.raw) for t in reading.words if figures.value(t.raw)
    ]:
        return False
    several = len(answer.words) > 1 or len(reading.words) > 1
    return several or bool(left.kinds & right.kinds)


def same_group(answer: Answer, reading: Reading) -> bool:
    """Whether the lists know answer and response, each as a whole, as two names of one thing."""
    if not 1 < len(answer.all) + len(reading.all) <= 14 or any(t.denied for t in reading.all):
        return False
    return bool(_whole_groups(answer.all) & _whole_groups(reading.all))


def _whole_groups(words: tuple[Token, ...]) -> frozenset[int]:
    kept = [t for t in words if t.word not in ("the", "a", "an")]
    bare = [t for t in kept if t.word not in TITLES] or kept
    return frozenset().union(
        *(lexicon.relations(" ".join(t.stem for t in some)).groups for some in (kept, bare))
    )


def _named(words: tuple[Token, ...], content: tuple[Token, ...]) -> tuple[str, str]:
    """A text as the thesaurus may have it: all of its words but the first article, or its content.

    Parts of a name that a hyphen joins are tried as one word: Tse-tung.
    """
    kept = words[1:] if words and words[0].word in ("the", "a", "an") else words
    if len(kept) > 6:
        return "", ""
    whole = " ".join(t.word for t in kept)
    if not lexicon.sense(whole).meanings and any(t.gap == "-" for t in kept[1:]):
        whole = "".join(("" if t.gap == "-" else " ") + t.word for t in kept).strip()
    return whole, " ".join(t.word for t in content)
