"""Step 5, the guards: what similarity cannot see. Each may speak against a match, with its reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizapp.grading import figures, lexicon, names, roles
from quizapp.grading.meaning import opposite
from quizapp.grading.tokens import Token
from quizapp.grading.words.people import GIVEN, SURNAME_FIRST
from quizapp.grading.words.small import (
    AUXILIARIES,
    FRAME,
    FUNCTION,
    GENERIC,
    KIN,
    LIGHT,
    MODIFIERS,
    SHARP,
)

if TYPE_CHECKING:
    from quizapp.grading.answers import Answer, Pair, Reading

Against = tuple[str, str] | None


def numeral_follows(token: Token) -> bool:
    """Whether a token can be a name's number (Henry VIII)."""
    return figures.value(token.raw) is not None


_PLACES = frozenset(
    """north south east west northern southern eastern western upper lower central inner outer old
    great greater super semi young elder grand second third former little""".split()  # noqa: SIM905
)


def _renames(modifier: str, name: str) -> bool:
    """Whether a word before a name makes another name of it: New Mexico, not southern Oregon."""
    if modifier not in _PLACES:
        return True
    return bool(lexicon.sense(f"{modifier} {name}").meanings)


_GENERATIONS = frozenset({"senior", "sr", "elder"})


def _goes_on(
    name: Token,
    after: Token,
    answer: Answer,
    given: tuple[str, ...],
    prompt: frozenset[str],
    alone: bool,
) -> bool:
    """Whether a name goes on after the family name, so that somebody else is meant."""
    if after.clause != name.clause or after.gap != " " or after.word in FUNCTION | AUXILIARIES:
        return False
    if (
        name.word in SURNAME_FIRST
        and given
        and answer.person
        and answer.person[1] == answer.all[0].word
    ):
        return not any(after.word[:2] == one[:2] for one in given)
    if after.stem in prompt or after.word in GENERIC or figures.value(after.raw) is not None:
        return False
    if after.word in _GENERATIONS | {"jr"} or any(names.same_given(after.word, g) for g in given):
        return False
    return lexicon.tier(after.word) in (0, lexicon.NAME) or (alone and after.raw[:1].isupper())


def person(
    answer: Answer, reading: Reading, pairs: list[Pair], prompt: frozenset[str]
) -> bool | None:
    """Whether the family name alone was given; None if a given name is wrong or it is not there."""
    assert answer.person is not None
    given, family = answer.person
    mine = {t.word for t in answer.all}
    if any(t.word in _GENERATIONS and t.word not in mine for t in reading.all):
        return False
    for pair in pairs:
        if answer.words[pair.wanted].word == family:
            if wrong_given(reading, pair.at, given):
                return False
            after = reading.all[pair.at + 1] if pair.at + 1 < len(reading.all) else None
            if after is not None and _goes_on(
                reading.all[pair.at], after, answer, given, prompt, len(reading.all) == 2
            ):
                return False
            return not (after is not None and after.word in GENERIC)
    return None


def spoken_against(
    answer: Answer, reading: Reading, pairs: list[Pair], prompt: frozenset[str]
) -> Against:
    """The guards that hold for a designation too."""
    for guard in (denied, rival):
        found = guard(answer, reading, pairs, [], prompt)
        if found is not None:
            return found
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
    if len(given) == 1 and len(given[0]) <= 4 and not lexicon.tier(given[0]) and before:
        return not any(t.word[0] == given[0][0] for t in before)
    theirs = [t.word for t in before if t.word in GIVEN or len(t.word) == 1]
    if len(given) > 1 and any(not any(names.same_given(name, n) for name in given) for n in theirs):
        return True
    if not before or any(names.same_given(name, t.word) for t in before for name in given):
        return False
    return names.another(before[0], given, alone=len(reading.all) == 2)


def against(
    answer: Answer, reading: Reading, pairs: list[Pair], missing: list[int], prompt: frozenset[str]
) -> Against:
    """The first guard's objection to reading the response as the answer, or None."""
    for guard in (
        outright,
        said_yes_or_no,
        relative,
        denied,
        opposed,
        both_ways,
        figure,
        ordered,
        replaced,
        neighbour,
        known_other,
        chosen,
        other_name,
        rival,
        roles.swapped,
    ):
        found = guard(answer, reading, pairs, missing, prompt)
        if found is not None:
            return found
    return None


_NOT_ONLY = re.compile(r"\bno?t\W+(?:only|just)\b", re.IGNORECASE)


def outright(
    answer: Answer,
    reading: Reading,
    pairs: list[Pair],
    missing: list[int],
    prompt: frozenset[str],
) -> Against:
    """ "Nothing, …" or "neither" before a statement takes it back."""
    first = reading.all[0]
    if any(t.word == "only" for t in answer.all) and _NOT_ONLY.search(reading.text):
        return "negation", "It says “not only”."
    if any(t.denied for t in answer.all):
        return None
    if (
        first.word in _NOUGHT
        and first.word not in {t.word for t in answer.all}
        and reading.all[-1].clause
    ):
        return "negation", f"It begins with “{first.raw}”."
    return None


def said_yes_or_no(
    answer: Answer,
    reading: Reading,
    pairs: list[Pair],
    missing: list[int],
    prompt: frozenset[str],
) -> Against:
    """A yes or no that the rest of the response takes back: "no, it does make thrust"."""
    if not {t.word for t in answer.words} <= {"yes", "no"} or reading.all[0].word not in (
        "yes",
        "no",
    ):
        return None
    said = reading.all[0].word == "yes"
    rest = [t for t in reading.all if t.clause > reading.all[0].clause]
    for at, token in enumerate(rest):
        if token.word in AUXILIARIES and (
            at == 1 or (at + 1 < len(rest) and rest[at + 1].word == "not")
        ):
            follows = rest[at + 1 :]
            content = [t for t in follows if t.word not in FUNCTION and t.word != "not"]
            if all(t.stem in prompt for t in content) and said == (rest[at].denied):
                return "negation", "It contradicts itself."
            return None
    return None


def ordered(
    answer: Answer,
    reading: Reading,
    pairs: list[Pair],
    missing: list[int],
    prompt: frozenset[str],
) -> Against:
    """The figures of an answer made of figures, in another order."""
    mine = [figures.value(t.raw) for t in answer.words]
    if len(mine) < 2 or None in mine:
        return None
    theirs = [figures.value(t.raw) for t in reading.all if figures.value(t.raw) is not None]
    if theirs != mine and sorted(theirs) == sorted(mine):  # type: ignore[type-var]
        return "figure", "The figures stand in another order."
    return None


_WHOEVER = frozenset(
    {"person", "one", "party", "someone", "somebody", "people", "man", "woman", "side"}
)


def relative(
    answer: Answer,
    reading: Reading,
    pairs: list[Pair],
    missing: list[int],
    prompt: frozenset[str],
) -> Against:
    """ "The person who pays the lender" is not the lender."""
    words = [t.word for t in reading.all if t.word not in ("the", "a", "an")]
    if (
        len(answer.all) > 3
        or len(words) < 3
        or words[0] not in _WHOEVER
        or words[0] in {t.word for t in answer.all}
    ):
        return None
    if words[1] in ("who", "that", "which", "whom", "whose") and min(p.at for p in pairs) > 2:
        return "name", f"“{answer.text}” stands there, but is not what is named."
    return None


_NOUGHT = frozenset({"nothing", "none", "nobody", "never", "neither", "nowhere"})


def denied(
    answer: Answer, reading: Reading, pairs: list[Pair], missing: list[int], prompt: frozenset[str]
) -> Against:
    """A negation over the answer's words that the answer does not have, or the other way."""
    for pair in pairs:
        wanted, given = answer.words[pair.wanted], reading.all[pair.at]
        if pair.how == "polar" or (given.soft and wanted.raw[:1].isupper()):
            continue
        expected = wanted.denied
        if "+not" in prompt and not wanted.denied:
            others = [
                t
                for t in reading.words
                if t.clause == given.clause and t.word != given.word and t.word not in LIGHT
            ]
            expected = bool(others) and all(t.stem in prompt for t in others)
        if expected != given.denied and answer.weights[pair.wanted] >= 0.3:
            if opposite(wanted.word, given.word):
                continue
            where = reading.places.get(given.word, [])
            if any(reading.all[at].denied == expected for at in where) and len(where) > 1:
                continue
            text = (
                f"It denies “{given.raw}”."
                if given.denied
                else f"It asserts “{given.raw}”, which the answer denies."
            )
            return "negation", text
    return None


def opposed(
    answer: Answer, reading: Reading, pairs: list[Pair], missing: list[int], prompt: frozenset[str]
) -> Against:
    """An opposite in the place of a missing word."""
    taken = {pair.at for pair in pairs}
    for at in missing:
        wanted = answer.words[at]
        for place, given in enumerate(reading.all):
            if (
                place not in taken
                and given.denied == wanted.denied
                and (given.word not in FUNCTION or (given.word in SHARP and wanted.word in SHARP))
                and opposite(wanted.word, given.word)
            ):
                return "opposite", f"“{given.raw}” is the opposite of “{wanted.raw}”."
    return None


_RELATING = frozenset(
    {"than", "when", "while", "as", "if", "from", "to", "instead", "with", "more"}
)


def both_ways(
    answer: Answer,
    reading: Reading,
    pairs: list[Pair],
    missing: list[int],
    prompt: frozenset[str],
) -> Against:
    """A word of the answer together with its opposite, and nothing that relates the two."""
    if len(answer.words) > 4 or any(t.word in _RELATING for t in reading.all):
        return None
    taken = {pair.at for pair in pairs}
    for pair in pairs:
        wanted = answer.words[pair.wanted]
        for place, given in enumerate(reading.all):
            if (
                place not in taken
                and given.denied == wanted.denied
                and given.clause == reading.all[pair.at].clause
                and given.word not in FUNCTION
                and opposite(wanted.word, given.word)
            ):
                both = f"“{reading.all[pair.at].raw}” and “{given.raw}”"
                return "hedge", f"It says both {both}."
    return None


def known_other(
    answer: Answer,
    reading: Reading,
    pairs: list[Pair],
    missing: list[int],
    prompt: frozenset[str],
) -> Against:
    """A name that goes on to be another one that the thesaurus knows: John Quincy Adams."""
    mine = lexicon.sense(" ".join(t.word for t in answer.words))
    if not mine.kinds or len(answer.words) > 3:
        return None
    first, last = min(p.at for p in pairs), max(p.at for p in pairs)
    for start in range(max(0, first - 2), first + 1):
        for end in range(last + 1, min(len(reading.all), last + 3) + 1):
            if end - start <= last + 1 - first and len(pairs) == len(answer.words):
                continue
            run = reading.all[start:end]
            if any(t.gap.strip(" -") for t in run[1:]) or len(run) < 2:
                continue
            other = lexicon.sense(" ".join(t.word for t in run))
            if other.kinds and other.meanings and not other.meanings & mine.meanings:
                return "name", f"“{' '.join(t.raw for t in run)}” is another name."
    return None


def replaced(
    answer: Answer,
    reading: Reading,
    pairs: list[Pair],
    missing: list[int],
    prompt: frozenset[str],
) -> Against:
    """Another name in the place of one that the question has and the answer repeats."""
    taken = {pair.at for pair in pairs}
    for at in missing:
        wanted = answer.words[at]
        if (
            wanted.stem not in prompt
            or not wanted.raw[:1].isupper()
            or lexicon.tier(wanted.word) in (1, 2, 3)
        ):
            continue
        for place, given in enumerate(reading.all):
            if (
                place not in taken
                and given.stem not in prompt
                and given.raw[:1].isupper()
                and lexicon.tier(given.word) in (0, lexicon.NAME)
            ):
                return "name", f"“{given.raw}” is not {wanted.raw}."
    return None


def figure(
    answer: Answer, reading: Reading, pairs: list[Pair], missing: list[int], prompt: frozenset[str]
) -> Against:
    """A figure of the answer that is missing or another; a number behind a name that has none."""
    taken = {pair.at for pair in pairs}
    for at in missing:
        wanted = answer.words[at]
        if figures.value(wanted.raw) is not None or any(char.isdigit() for char in wanted.word):
            others = [
                t.raw
                for place, t in enumerate(reading.all)
                if place not in taken
                and (figures.value(t.raw) is not None or any(c.isdigit() for c in t.word))
            ]
            if others:
                return "figure", f"{others[0]} is not {wanted.raw}."
            return "figure", f"{wanted.raw} is missing."
    if not any(figures.value(t.raw) is not None for t in answer.all):
        for pair in pairs:
            after = reading.all[pair.at + 1] if pair.at + 1 < len(reading.all) else None
            if after is None or after.gap not in (" ", "-") or pair.at + 1 in taken:
                continue
            if answer.words[pair.wanted].raw[:1].isupper() and figures.roman(after.raw) > 1:
                return "figure", f"“{after.raw}” makes another name of it."
    return None


def neighbour(
    answer: Answer, reading: Reading, pairs: list[Pair], missing: list[int], prompt: frozenset[str]
) -> Against:
    """A word beside the match that makes something else of it: New Mexico, Moscow's partner."""
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
        and _renames(before.word, reading.all[first].word)
        and before.word not in mine | prompt
        and answer.words[0].raw[:1].isupper()
    ):
        return "name", f"“{before.raw}” makes another name of it."
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
        return "name", f"“{after.raw}” is what is named, not “{answer.text}”."
    if first > 1 and before is not None:
        head = (
            reading.all[first - 2]
            if before.word == "of"
            else reading.all[first - 3]
            if first > 2 and before.word in ("the", "a") and reading.all[first - 2].word == "of"
            else None
        )
        if head is not None and head.word in KIN and head.word not in mine | prompt:
            return "name", f"“{head.raw} of” names another."
    return None


def other_name(
    answer: Answer, reading: Reading, pairs: list[Pair], missing: list[int], prompt: frozenset[str]
) -> Against:
    """Another person's given name before the family name."""
    if answer.person is None:
        return None
    if person(answer, reading, pairs, prompt) is False:
        return "name", f"Another name than {answer.text}."
    return None


_AFTERWARDS = frozenset(
    {"after", "later", "behind", "below", "under", "less", "fewer", "least", "last"}
)


def chosen(
    answer: Answer,
    reading: Reading,
    pairs: list[Pair],
    missing: list[int],
    prompt: frozenset[str],
) -> Against:
    """The other of two things that the question offers, named first or put before the answer's."""
    if "or" not in prompt or not all(t.stem in prompt for t in answer.words):
        return None
    taken = {pair.at for pair in pairs}
    others = [
        at
        for at, t in enumerate(reading.all)
        if at not in taken and t.stem in prompt and not t.denied and f"|{t.stem}" in prompt
    ]
    if not others:
        return None
    if min(others) < min(taken) or any(t.word in _AFTERWARDS for t in reading.all):
        return "choice", f"It speaks for “{reading.all[others[0]].raw}”."
    return None


def rival(
    answer: Answer,
    reading: Reading,
    pairs: list[Pair],
    missing: list[int],
    prompt: frozenset[str],
) -> Against:
    """Two answers where one is asked: "Sydney or Canberra"."""
    if len(answer.words) > 3 or any(t.word in ("or", "and", "both") for t in answer.all):
        return None
    taken = {pair.at for pair in pairs}
    return (
        _either(reading, taken)
        or _guesses(reading, taken, prompt)
        or _listing(answer, reading, taken, prompt)
    )


_BEFORE_RIVAL = frozenset({"the", "a", "an", "maybe", "perhaps", "even", "possibly", "else"})


def _either(reading: Reading, taken: set[int]) -> Against:
    """ "X or Y", "X/Y"."""
    words = reading.all
    first, last = min(taken), max(taken)
    for at, token in enumerate(words):
        slash = "/" in token.gap
        if token.word != "or" and not slash:
            continue
        if token.word == "or" and "," in token.gap and len(words) > 6:
            continue
        left, right = at - 1, at if slash else at + 1
        while right < len(words) and words[right].word in _BEFORE_RIVAL:
            right += 1
        if left < 0 or right >= len(words):
            continue
        if slash and min(len(words[left].word), len(words[right].word)) < 2:
            continue
        for mine, theirs in ((left, right), (right, left)):
            near = (
                mine in taken
                or (mine == right and first in range(right, right + 3))
                or (mine == left and last in range(left - 2, left + 1))
            )
            other = words[theirs]
            if (
                near
                and theirs not in taken
                and not other.denied
                and other.word not in FUNCTION
                and other.stem not in reading.welcome
            ):
                both = f"“{words[left].raw}” or “{words[right].raw}”"
                return "hedge", f"Two answers, {both}, where one is asked."
    return None


_GUESS = frozenset(
    {"could", "maybe", "perhaps", "possibly", "might", "may", "else", "otherwise", "alternatively"}
)


def _guesses(reading: Reading, taken: set[int], prompt: frozenset[str]) -> Against:
    """ "X, or maybe Y", "could be X, could be Y", "between X and Y"."""
    words = reading.all
    if len(words) > 14:
        return None
    if words[0].word in ("between", "either", "both") and any(
        t.word in ("and", "or") for t in words
    ):
        loose = [at for at in _bare(words, list(range(len(words)))) if at not in taken]
        if any(words[at].stem not in prompt and not words[at].denied for at in loose):
            return "hedge", "Two answers where one is asked."
    starts = [0]
    for at, token in enumerate(words[1:], 1):
        if token.gap.strip(" -'\"") or token.word == "but":
            starts.append(at)
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        span = range(start, end)
        asked = reading.text.count("?") > 1 and len(words) <= 6
        if taken & set(span) or not (asked or any(words[at].word in _GUESS for at in span)):
            continue
        named = [at for at in _bare(words, list(span)) if words[at].word not in _GUESS]
        if 0 < len(named) <= 3 and not any(
            words[at].denied or words[at].stem in prompt or words[at].stem in reading.welcome
            for at in named
        ):
            return "hedge", "One guess beside another."
    return None


def _listing(answer: Answer, reading: Reading, taken: set[int], prompt: frozenset[str]) -> Against:
    """Several answers one after the other."""
    words = reading.all
    if "+many" in prompt:
        return None
    chunks = [
        chunk
        for chunk in _chunks(words)
        if set(chunk) & taken or any(words[at].stem not in prompt for at in _bare(words, chunk))
    ]
    here = [chunk for chunk in chunks if set(chunk) & taken]
    there = [chunk for chunk in chunks if not set(chunk) & taken]
    if (
        len(chunks) >= 3
        and len(here) == 1
        and all(len(_bare(words, chunk)) <= 3 for chunk in chunks)
        and not any(
            words[at].denied or words[at].stem in reading.welcome for chunk in there for at in chunk
        )
    ):
        return "hedge", "Several answers where one is asked."
    if len(here) == len(there) == 1 and len(words) <= 8:
        if any(words[at].denied for at in there[0]):
            return None
        one, other = _sense(words, here[0]), _sense(words, there[0])
        middle = words[max(here[0][0], there[0][0]) - 1]
        if (
            middle.word == "and"
            and len(words) <= 5
            and words[there[0][0]].raw[:1].isupper()
            and not _joined(there[0], words, reading, prompt)
        ):
            return "hedge", "Two answers where one is asked."
        if (one.kinds & other.kinds) - {"thing"} and not one.meanings & other.meanings:
            return "hedge", "Two answers where one is asked."
    offered = all(t.stem in prompt for t in answer.words) and len(words) <= 6
    chunks = _chunks(words)
    if offered and len(chunks) == 2 and all(t.stem in prompt for t in reading.words):
        loose = [chunk for chunk in chunks if not set(chunk) & taken]
        if loose and not any(words[at].denied for at in loose[0]):
            return "hedge", "Two answers where one is asked."
    return None


def _joined(
    chunk: list[int], words: tuple[Token, ...], reading: Reading, prompt: frozenset[str]
) -> bool:
    return any(
        words[at].denied or words[at].stem in prompt or words[at].stem in reading.welcome
        for at in chunk
    )


def _bare(words: tuple[Token, ...], places: list[int]) -> list[int]:
    return [at for at in places if words[at].word not in FUNCTION | FRAME]


def _sense(words: tuple[Token, ...], places: list[int]) -> lexicon.Sense:
    return lexicon.sense(
        " ".join(words[at].word for at in places if words[at].word not in FUNCTION)
    )


def _chunks(words: tuple[Token, ...]) -> list[list[int]]:
    """A response as the stretches between commas, semicolons and "and"."""
    chunks: list[list[int]] = [[]]
    for at, token in enumerate(words):
        if any(mark in token.gap for mark in ",;/|\n+?"):
            chunks.append([])
        if token.word in ("and", "or"):
            chunks.append([])
        elif token.word not in ("the", "a", "an"):
            chunks[-1].append(at)
    return [chunk for chunk in chunks if chunk]
