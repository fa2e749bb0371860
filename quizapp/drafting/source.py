"""An essay as the rules of drafting see it: its sentences, and the names and figures in them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from quizapp.bank.sentences import sentences
from quizapp.drafting.essay import Essay
from quizapp.grading.english.classes import AUXILIARIES, FRAME, FUNCTION, LIGHT, TITLES
from quizapp.grading.english.months import DAYS
from quizapp.kinds.date import MONTHS

NOTE_SIGN = re.compile(r"\[\d{1,4}\]|(?<=[.,;:!?”’\"])[¹²³⁰⁴-⁹]+")
WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_ENGLISH = frozenset(
    "the of and to in a is that it for was on are as with by at be this".split()  # noqa: SIM905
)
"""The words that make up a quarter of any English text."""
SMALL = FUNCTION | LIGHT | FRAME | AUXILIARIES

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_EPITHET = r"the(?= (?:Great|Elder|Younger|Bold|Wise|Terrible|Conqueror|Magnificent)\b(?! [A-Z]))"
"""A "the" within a name, "Peter the Great": any other begins a name of its own."""
_JOINS = rf"of the|of|de|von|van|der|du|la|{_EPITHET}"
_NAME = re.compile(
    rf"(?:{_CAPITAL}|\b[A-Z]\.)(?:\s+(?:(?:{_JOINS})\s+(?={_CAPITAL}))?"
    rf"(?:{_CAPITAL}|[A-Z]\.))*"
)
DESIGNATION = re.compile(r"\b(?=[A-Z])[A-Z][A-Za-z]{0,3}-?\d{1,4}[A-Za-z]?\b")
YEAR = re.compile(r"(?<![\w.,$£€-])(?:1[0-9]|20)\d\d(?![\w%-]|[.,]\d)")
_FIGURE = re.compile(
    r"(?<![\w.,/-])(?!(?:1[0-9]|20)\d\d\b)\d[\d,]*(?:\.\d+)?(?: [a-z]+llion)?(?![\w/]|[.,]\d)"
)
_DAYS = frozenset((*MONTHS, *(day.capitalize() for day in DAYS)))
OF_A_PEOPLE = re.compile(r"(?:ese|ian|ish|ean|ican|ern|ench|utch)s?$")
_IN_A_PLACE = re.compile(r"\b(?:in|at|from|near|into|across|throughout) $|\bfrom [A-Z]\w+ to $")
_THE = re.compile(r"\b[Tt]he $")
_LETTERS = re.compile(r"[A-Z]{2}")
_MONTH = r"January|February|March|April|May|June|July|August|September|October|November|December"
MONTH_YEAR = re.compile(rf"\b(?:(\d{{1,2}})\s+)?({_MONTH})\s+((?:1[0-9]|20)\d\d)\b")
DECADE = re.compile(r"\b(?:1[0-9]|20)\d0s\b")


class Sentence(NamedTuple):
    """A sentence: the number of its paragraph and its own in it, from 1; `text` as it stands."""

    paragraph: int
    number: int
    text: str

    @property
    def plain(self) -> str:
        """The sentence without note signs and final stop."""
        return NOTE_SIGN.sub("", self.text).strip()

    @property
    def statement(self) -> str:
        """The plain sentence without its final stop."""
        return self.plain.rstrip(" .!;")


class Found(NamedTuple):
    """A name, year or designation, and the sentence that it stands in."""

    words: str
    sentence: Sentence


class Words(NamedTuple):
    """How often each word occurs: at all, in small letters, with a capital inside a sentence."""

    every: Counter[str]
    lowered: Counter[str]
    capital: Counter[str]


class Source(NamedTuple):
    """An essay's sentences by paragraph, its words, its names in order, of what sort each
    seems to be and how often it is `named`, and its designations, years and figures."""

    paragraphs: tuple[tuple[Sentence, ...], ...]
    words: Words
    names: tuple[Found, ...]
    sorts: Mapping[str, str]
    named: Counter[str]
    designations: tuple[Found, ...]
    years: tuple[Found, ...]
    figures: tuple[Found, ...]


def is_english(essay: Essay) -> bool:
    """Whether the rules, which are rules for English, can be used."""
    words = [word.lower() for one in essay.paragraphs for word in WORD.findall(one.text)[:1000]]
    return bool(words) and sum(word in _ENGLISH for word in words) > 0.12 * len(words)


def source(essay: Essay) -> Source:
    """What the rules need to know of an essay."""
    paragraphs = tuple(
        tuple(
            Sentence(number, place, paragraph.text[start:end])
            for place, (start, end) in enumerate(sentences(paragraph.text), 1)
        )
        for number, paragraph in enumerate(essay.paragraphs, 1)
    )
    every = [sentence for inside in paragraphs for sentence in inside]
    inside = [word for one in every for word in WORD.findall(one.statement)[1:]]
    written = [word for one in every for word in WORD.findall(one.statement)]
    words = Words(
        Counter(word.lower() for word in written),
        Counter(word for word in written if word[0].islower()),
        Counter(_bare(word) for word in inside if word[0].isupper()),
    )

    def all_of(pattern: re.Pattern[str]) -> tuple[Found, ...]:
        return tuple(Found(m[0], one) for one in every for m in pattern.finditer(one.statement))

    names = tuple(Found(name, one) for one in every for name in names_in(one.statement, words))
    return Source(
        paragraphs,
        words,
        names,
        _sorts(names),
        Counter(one.words for one in names),
        all_of(DESIGNATION),
        all_of(YEAR),
        all_of(_FIGURE),
    )


def names_in(statement: str, words: Words) -> Iterator[str]:
    """The names in a sentence; the word that begins it is one where it is inside others as well.

    Adjectives of a people ("Chinese") are none, nor are words such as "Sino-Russian" before a noun.
    """
    for mark in _NAME.finditer(statement):
        parts = mark[0].split()
        begins = not statement[: mark.start()].strip(" “‘\"'")
        while parts and _not_in_name(parts[0], words, begins):
            parts = parts[1:]
        if parts and not statement[: mark.end()].removesuffix(" ".join(parts)).strip(" “‘\"'"):
            parts = parts if len(parts) > 1 or words.capital[_bare(parts[0])] else []
        while parts and parts[-1].lower() in SMALL:
            parts = parts[:-1]
        name = _bare(" ".join(parts))
        adjective = len(parts) == 1 and (
            OF_A_PEOPLE.search(name)
            or ("-" in name and re.match(r"\s[a-z]", statement[mark.end() :]))
        )
        if len(name) > 2 and not (adjective or name in _DAYS or DESIGNATION.search(name)):
            yield name


def _sorts(names: Sequence[Found]) -> dict[str, str]:
    """By name, the sort of thing that it seems to name, by the words before it and by its form.

    Only what is of one sort is taken for each other.
    """
    found: dict[str, str] = {}
    for name, sentence in names:
        before = sentence.statement[: max(sentence.statement.find(name), 0)]
        if OF_A_PEOPLE.search(name):
            found[name] = "people"
        elif _IN_A_PLACE.search(before):
            found[name] = "place"
        elif _LETTERS.match(name) or " of " in name:
            found[name] = "letters" if _LETTERS.match(name) else "of"
        elif _THE.search(before):
            found.setdefault(name, "body")
    return {one.words: found.get(one.words, "other") for one in names}


def _bare(word: str) -> str:
    """A name without the ending of a possessive, and without a stop."""
    return re.sub(r"[’']s?$", "", word).strip(" .")


def _not_in_name(word: str, words: Words, begins: bool) -> bool:
    """Whether a word that seems to begin a name is none of it: a small word, or at the beginning of
    a sentence one that occurs in small letters as well."""
    if word.lower() in SMALL:
        return word.lower() not in TITLES
    return begins and words.lowered[word[:1].lower() + word[1:]] > 0


def content_words(text: str) -> list[str]:
    """The words that carry the meaning of a text, as they are written."""
    return [word for word in WORD.findall(text) if word.lower() not in SMALL and len(word) > 2]
