"""Guards against two answers where one is asked."""

from quizapp.grading import lexicon
from quizapp.grading.answers import Answer, Match, Objection, Reading
from quizapp.grading.designations import both
from quizapp.grading.english.classes import (
    AUXILIARIES,
    FRAME,
    FUNCTION,
    GENERIC,
    LIGHT,
    NEGATORS,
    SUBORDINATORS,
    TITLES,
)
from quizapp.grading.meaning import NEAR, likeness
from quizapp.grading.prompt import Prompt
from quizapp.grading.tokens import UNDOING, Token

_AFTERWARDS = frozenset(
    {"after", "later", "behind", "below", "under", "less", "fewer", "least", "last"}
)


def chosen(match: Match) -> Objection | None:
    """The other of two things that the question offers, named first or put before the answer's."""
    answer, reading, pairs, prompt = match.answer, match.reading, match.pairs, match.prompt
    if (
        reading.several
        or not prompt.offered
        or not all(t.stem in prompt.words for t in answer.words)
    ):
        return None
    taken = {pair.at for pair in pairs}
    others = [
        at
        for at, t in enumerate(reading.all)
        if at not in taken and t.stem in prompt.offered and not t.denied
    ]
    if not others:
        return None
    if min(others) < min(taken) or any(t.word in _AFTERWARDS for t in reading.all):
        return Objection("choice", f"It speaks for “{reading.all[others[0]].raw}”.")
    return None


def rival(match: Match) -> Objection | None:
    """Two answers where one is asked: "Sydney or Canberra"."""
    answer, reading, pairs, prompt = match.answer, match.reading, match.pairs, match.prompt
    if reading.several:
        return None
    name = len(answer.words) <= 6 and all(t.raw[:1].isupper() for t in answer.words)
    said = {t.word for t in answer.all}
    if (len(answer.words) > 3 and not name) or "or" in said:
        return None
    taken = {pair.at for pair in pairs}
    either = _either(reading, taken, prompt) or _codes(reading)
    if either is not None or said & {"and", "both"}:
        return either
    beside_it = _besides(match, taken)
    if beside_it is not None:
        return beside_it
    return _guesses(reading, taken, prompt) or _listing(answer, reading, taken, prompt)


def _besides(match: Match, taken: set[int]) -> Objection | None:
    """One thing is asked, and another is linked to it: "India as well as China"."""
    words, prompt = match.reading.all, match.prompt
    if not prompt.which or prompt.many or len(words) > 10 or match.answer.person:
        return None
    idle = FUNCTION | FRAME | GENERIC | LIGHT | TITLES | NEGATORS
    for at, token in enumerate(words):
        if at in taken or token.denied or token.word in idle or token.stem in prompt.words:
            continue
        if token.stem in match.reading.welcome or any(
            likeness(t.word, token.word, ()) for t in match.answer.words
        ):
            continue
        near = min(taken, key=lambda place: abs(place - at))
        first, last = sorted((near, at))
        between = [t.word for t in words[first + 1 : last]]
        if set(between) <= {"but", "the"} and at < near:
            continue  # "the liver at first, but the pancreas"
        linked = between and set(between) <= _LINKING | {"the"} and set(between) & _LINKING - {"as"}
        listed = not between and words[last].gap.strip() == "," and len(words) <= 4
        if linked or (listed and words[near].raw.islower() and token.raw.islower()):
            both = f"“{words[near].raw}” and “{token.raw}”"
            return Objection("hedge", f"Two answers, {both}, where one is asked.")
    return None


_LINKING = frozenset(
    """and plus also as well but along together with maybe perhaps possibly alternatively otherwise
    then""".split()  # noqa: SIM905
)


def offered_both(reading: Reading, one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether a response puts "or" between what it has of two things."""
    apart = one - other, other - one
    if not all(apart):
        return False
    first, second = sorted(apart, key=min)
    between = reading.all[max(first) + 1 : min(second) + 1]
    return any(token.word == "or" or "/" in token.gap for token in between)


def _codes(reading: Reading) -> Objection | None:
    """ "Su-35 or Su-30", where the answer goes by a name."""
    if (offered := both(reading.all)) is not None:
        names = " and ".join(f"“{code.text}”" for code in offered)
        return Objection("hedge", f"Two answers, {names}, where one is asked.")
    return None


_BEFORE_RIVAL = frozenset(
    "the a an maybe perhaps even possibly else could might may be is it was then".split()  # noqa: SIM905
)


def _either(reading: Reading, taken: set[int], prompt: Prompt) -> Objection | None:
    """ "X or Y", "X/Y"."""
    words = reading.all
    first, last = min(taken), max(taken)
    for at, token in enumerate(words):
        slash = "/" in token.gap
        if token.word not in ("or", "vs", "versus") and not slash:
            continue
        if token.word == "or" and "," in token.gap and len(words) > 6:
            continue
        left, right = at - 1, at if slash else at + 1
        while right < len(words) and (
            words[right].word in _BEFORE_RIVAL or words[right].stem in UNDOING | {"of"}
        ):
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
                and likeness(words[mine].word, other.word, ()) < NEAR
                and other.word not in FUNCTION
                and other.stem not in reading.welcome
                and (other.stem not in prompt.words or (prompt.offered and mine in taken))
            ):
                both = f"“{words[left].raw}” or “{words[right].raw}”"
                return Objection("hedge", f"Two answers, {both}, where one is asked.")
    return None


def _guessed(words: tuple[Token, ...], at: int) -> bool:
    """Whether a word marks a guess: "maybe", or "could be" (but not "could ask")."""
    if words[at].word in _MODAL:
        return at + 1 < len(words) and words[at + 1].word in ("be", "have", "also")
    return words[at].word in _GUESS


_MODAL = frozenset({"could", "might", "may"})
_GUESS = frozenset(
    {"could", "maybe", "perhaps", "possibly", "might", "may", "else", "otherwise", "alternatively"}
)


def _between(words: tuple[Token, ...], taken: set[int], prompt: Prompt) -> bool:
    """Whether an answer stands beside another name in "between X and Y"."""
    start = next(at for at, t in enumerate(words) if t.word == "between")
    inside = [at for at in _bare(words, list(range(start + 1, len(words)))) if at not in taken]
    named = [
        at for at in inside if words[at].raw[:1].isupper() and words[at].stem not in prompt.words
    ]
    return bool(named) and min(taken) > start and any(t.word == "and" for t in words[start:])


def _guesses(reading: Reading, taken: set[int], prompt: Prompt) -> Objection | None:
    """ "X, or maybe Y", "could be X, could be Y", "between X and Y"."""
    words = reading.all
    if len(words) > 14:
        return None
    if any(t.word == "between" for t in words[1:4]) and _between(words, taken, prompt):
        return Objection("hedge", "Two answers where one is asked.")
    around = {words[0].word, words[-1].word if words[-1].word == "both" else ""}
    if around & {"between", "either", "both"} and any(t.word in ("and", "or") for t in words):
        loose = [at for at in _bare(words, list(range(len(words)))) if at not in taken]
        if any(words[at].stem not in prompt.words and not words[at].denied for at in loose):
            return Objection("hedge", "Two answers where one is asked.")
    starts = [0]
    for at, token in enumerate(words[1:], 1):
        guess = token.word == "and" and any(t.word in _GUESS for t in words[at + 1 : at + 3])
        guess = guess or token.word in ("maybe", "perhaps", "possibly")
        if token.gap.strip(" -'\"") or token.word == "but" or guess:
            starts.append(at)
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        span = range(start, end)
        asked = reading.text.count("?") > 1 and len(words) <= 8
        if taken & set(span) or not (asked or any(_guessed(words, at) for at in span)):
            continue
        named = [at for at in _bare(words, list(span)) if words[at].word not in _GUESS]
        if 0 < len(named) <= 3 and not any(
            words[at].denied or words[at].stem in prompt.words or words[at].stem in reading.welcome
            for at in named
        ):
            return Objection("hedge", "One guess beside another.")
    return None


LISTED = 80
"""Among so many words of a response rivals are looked for."""


def _listing(answer: Answer, reading: Reading, taken: set[int], prompt: Prompt) -> Objection | None:
    """Several answers one after the other."""
    words = reading.all[:LISTED]
    if prompt.many or taken.isdisjoint(range(len(words))):
        return None
    chunks = [
        chunk
        for chunk in _chunks(words)
        if set(chunk) & taken
        or any(words[at].stem not in prompt.words for at in _bare(words, chunk))
    ]
    aside = next((at for at, chunk in enumerate(chunks) if at and _adjoins(words, chunk)), None)
    chunks = chunks[:aside]
    here = [chunk for chunk in chunks if set(chunk) & taken]
    there = [chunk for chunk in chunks if not set(chunk) & taken]
    if (
        len(chunks) >= 3
        and len(here) == 1
        and all(len(_bare(words, chunk)) <= 3 for chunk in chunks)
        and not any(words[at].word in AUXILIARIES | SUBORDINATORS for at in range(len(words)))
        and not any(
            words[at].denied or words[at].stem in reading.welcome for chunk in there for at in chunk
        )
    ):
        return Objection("hedge", "Several answers where one is asked.")
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
            return Objection("hedge", "Two answers where one is asked.")
        if (one.kinds & other.kinds) - {"thing"} and not one.meanings & other.meanings:
            return Objection("hedge", "Two answers where one is asked.")
    offered = all(t.stem in prompt.words for t in answer.words) and len(words) <= 6
    chunks = _chunks(words)
    if offered and len(chunks) == 2 and all(t.stem in prompt.words for t in reading.words):
        loose = [chunk for chunk in chunks if not set(chunk) & taken]
        if loose and not any(words[at].denied for at in loose[0]):
            return Objection("hedge", "Two answers where one is asked.")
    return None


_ADJOINING = frozenset("between with by from under during signed named after".split())  # noqa: SIM905


def _adjoins(words: tuple[Token, ...], chunk: list[int]) -> bool:
    """Whether a stretch goes on about the answer: "the INF treaty, between …"."""
    return words[chunk[0]].word in _ADJOINING


def _joined(chunk: list[int], words: tuple[Token, ...], reading: Reading, prompt: Prompt) -> bool:
    return any(
        words[at].denied or words[at].stem in prompt.words or words[at].stem in reading.welcome
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
