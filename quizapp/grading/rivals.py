"""Guard against two answers where one is asked: "Sydney or Canberra", "maybe Rome, maybe Oslo"."""

from itertools import pairwise
from typing import Literal, NamedTuple

from quizapp.grading import figures, lexicon
from quizapp.grading.answers import Match, Objection
from quizapp.grading.english.classes import (
    ADDING,
    ADJOINING,
    ARTICLES,
    AUXILIARIES,
    BOTH,
    CHOOSING,
    FRAME,
    FUNCTION,
    GENERIC,
    LIGHT,
    MODALS,
    SUBORDINATORS,
    TITLES,
)
from quizapp.grading.english.denying import SUBJECTS
from quizapp.grading.meaning import NEAR, PLAIN, likeness
from quizapp.grading.tokens import Token

_NO_NAMES = GENERIC | LIGHT | TITLES
_OF_CLAUSES = AUXILIARIES | SUBORDINATORS
_IDLE = FUNCTION | FRAME | MODALS
_PARTING = CHOOSING | ADDING | ARTICLES | {"but"}

READ = 80
"""Among so many words of a response rivals are looked for."""
SHORT = 3
"""So many words of its own has a rival at most."""
Link = Literal["choice", "and", "but", "mark"]


class Chunk(NamedTuple):
    """A stretch of a response between words such as "or" and marks such as a comma: the places of
    its words, and what stands before it."""

    places: tuple[int, ...]
    link: Link


def rival(match: Match) -> Objection | None:
    """Two answers where one is asked."""
    answer, reading = match.answer, match.reading
    name = len(answer.words) <= 6 and all(t.raw[:1].isupper() for t in answer.words)
    said = {t.word for t in answer.all}
    if reading.several or (len(answer.words) > SHORT and not name) or "or" in said:
        return None
    words = reading.all[:READ]
    if not _is_parted(words):
        return None
    taken = frozenset(pair.at for pair in match.pairs)
    chunks = split(words)
    mine = [at for at, chunk in enumerate(chunks) if not taken.isdisjoint(chunk.places)]
    if len(mine) > 1 and name and len(words) > len(taken) + 2:
        mine = mine[:1]
    for here in mine:
        for there in (here - 1, here + 1):
            if not 0 <= there < len(chunks) or there in mine:
                continue
            link = chunks[max(here, there)].link
            if link != "choice" and said & {"and", "both"}:
                continue
            if link == "but" and there < here:
                continue
            if _rivals(match, chunks[here], chunks[there], link, taken):
                both = " and ".join(
                    f"“{' '.join(words[at].raw for at in chunks[one].places)}”"
                    for one in sorted((here, there))
                )
                return Objection("hedge", f"Two answers, {both}, where one is asked.")
    if len(mine) == 1 and not said & {"and", "both"} and _enumerates(match, chunks, taken):
        return Objection("hedge", "Several answers where one is asked.")
    return None


def _rivals(match: Match, mine: Chunk, other: Chunk, link: Link, taken: frozenset[int]) -> bool:
    """Whether a stretch beside the answer's is another answer, by what stands between them."""
    words, prompt = match.reading.all, match.prompt
    own = _own(words, other)
    strange = [at for at in own if _strange(match, at, taken)]
    if not strange or words[other.places[0]].word in ADJOINING:
        return False
    if link == "choice":
        telling = any(len(words[at].raw) == 1 or figures.value(words[at].raw) for at in strange)
        return own[0] in strange or telling
    if len(own) > SHORT or len(strange) < len(own) or prompt.many:
        return False
    if any(words[at].word in _NO_NAMES for at in own) or len(words) > 10:
        return False
    edge = [at for at in _own(words, mine) if at < own[0]][-1:] or _own(words, mine)[:1]
    if not taken.issuperset(edge):
        return False
    capital = words[own[0]].raw[:1].isupper() and len(words) <= 5
    if link in ("and", "but") and (prompt.which or capital):
        return not match.answer.person or not prompt.which
    lower = all(words[at].raw.islower() for at in (*own, *(taken & set(mine.places))))
    if prompt.which and lower and len(words) <= 4:
        return True
    one, two = _sense(words, mine), _sense(words, other)
    return bool((one.kinds & two.kinds) - {"thing"}) and not one.meanings & two.meanings


def _enumerates(match: Match, chunks: list[Chunk], taken: frozenset[int]) -> bool:
    """Whether the answer is one of three or more things, one after the other; beside "it melts"
    the others have no more than a verb: "heat goes in" tells what happens."""
    words = match.reading.all
    starts = [words[chunk.places[0]].word for chunk in chunks]
    longest = 1 if match.answer.all[0].word in SUBJECTS else SHORT
    aside = next((at for at, word in enumerate(starts) if at and word in ADJOINING), None)
    owns = [own for chunk in chunks[:aside] if (own := _own(words, chunk))]
    others = [own for own in owns if taken.isdisjoint(own)]
    return (
        len(others) > 1
        and not match.prompt.many
        and all(len(own) <= longest for own in owns)
        and not any(token.word in _OF_CLAUSES for token in words)
        and all(_strange(match, at, taken) for own in others for at in own)
    )


def _strange(match: Match, at: int, taken: frozenset[int]) -> bool:
    """Whether a word belongs neither to the answers nor to the question, and is not denied."""
    token = match.reading.all[at]
    asked = match.prompt.words
    offered = all(wanted.stem in asked for wanted in match.answer.words)
    known = (token.stem in asked and not offered) or token.stem in match.reading.welcome
    return (
        at not in taken
        and not token.denied
        and not known
        and all(likeness(wanted.word, token.word, PLAIN) < NEAR for wanted in match.answer.words)
    )


def split(words: tuple[Token, ...]) -> list[Chunk]:
    """A response as the stretches between marks and words such as "or" and "maybe"."""
    chunks: list[Chunk] = []
    places: list[int] = []
    link: Link = "mark"
    paired = any(
        token.word in BOTH or (token.word, after.word) == ("one", "of")
        for token, after in pairwise(words[:4])
    )
    for at, token in enumerate(words):
        found = _link(words, at, paired=paired)
        if found is not None:
            if places:
                chunks.append(Chunk(tuple(places), link))
                places, link = [], "mark"
            if found != "mark" and link != "choice":
                link = found
        passed = token.word == "with" and at and words[at - 1].word in ADDING
        if token.word not in _PARTING and not passed:
            places.append(at)
    return [*chunks, Chunk(tuple(places), link)] if places else chunks


def _link(words: tuple[Token, ...], at: int, *, paired: bool) -> Link | None:
    """What a word, or the mark before it, says of the two stretches that it parts."""
    token = words[at]
    if token.word in MODALS and words[at + 1 : at + 2] and words[at + 1].word in ("be", "have"):
        return "choice"
    if at and (words[at - 1].word, token.word) == ("or", "else"):
        return "choice"
    if token.word in CHOOSING:
        return "mark" if token.word == "or" and "," in token.gap and len(words) > 6 else "choice"
    if token.word in ADDING:
        if "." in token.gap:
            return "mark"
        return "choice" if paired and token.word == "and" else "and"
    if token.word == "but":
        return "but"
    if "/" in token.gap or "|" in token.gap:
        return "choice" if at and min(len(words[at - 1].word), len(token.word)) > 1 else "mark"
    if "?" in token.gap:
        return "choice" if len(words) <= 8 else "mark"
    return "mark" if token.gap != " " and not _MARKS.isdisjoint(token.gap) else None


def _is_parted(words: tuple[Token, ...]) -> bool:
    """Whether any mark or word may part a response into stretches."""
    return any(token.gap not in _SPACES or token.word in _LINKS for token in words)


_SPACES = ("", " ")
_LINKS = MODALS | CHOOSING | ADDING | {"else", "but"}
_MARKS = frozenset(",;:\n+…—–")


def _own(words: tuple[Token, ...], chunk: Chunk) -> list[int]:
    """The places of the words of a stretch that say something."""
    return [at for at in chunk.places if words[at].word not in _IDLE]


def _sense(words: tuple[Token, ...], chunk: Chunk) -> lexicon.Sense:
    return lexicon.sense(
        " ".join(words[at].word for at in chunk.places if words[at].word not in FUNCTION)
    )
