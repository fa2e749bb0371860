"""Step 4, making ready: a response as the comparison takes it, read as far as it is needed."""

from collections.abc import Callable
from itertools import pairwise
from typing import Generic, TypeVar

from quizapp.grading import lexicon
from quizapp.grading.abbreviations import groups_of, initials_of, letters
from quizapp.grading.comparisons import Comparison, comparison
from quizapp.grading.english.classes import FUNCTION, SHARP
from quizapp.grading.fold import squash
from quizapp.grading.meaning import Synonyms, ids
from quizapp.grading.phrases import Phrase, phrases
from quizapp.grading.prompt import Prompt
from quizapp.grading.semantic_roles import Deed, read_deeds
from quizapp.grading.slips import is_word
from quizapp.grading.tokens import Token, content, tokens
from quizapp.grading.traits import Trait, reach, traits

LONG = 120
"""So many words of a response are looked at for meanings and slips."""


T = TypeVar("T")


class Once(Generic[T]):
    """An attribute that is read when it is first asked for: `functools.cached_property` without the
    lock that it takes each time."""

    def __init__(self, read: Callable[["Reading"], T]) -> None:
        self.read = read
        self.name = read.__name__

    def __get__(self, reading: "Reading", _: type) -> T:
        found = reading.__dict__[self.name] = self.read(reading)
        return found


class Reading:
    """A response read for one question: `words` are those of content, `several` says that more
    than one thing is asked, `welcome` are the stems of all accepted answers, and where the question
    is `strict`, no slip is passed over."""

    def __init__(
        self,
        text: str,
        prompt: Prompt,
        synonyms: Synonyms,
        *,
        strict: bool = False,
        welcome: frozenset[str] = frozenset(),
        several: bool = False,
        most: int = LONG,
    ) -> None:
        self.text = text
        self.prompt = prompt
        self.synonyms = synonyms
        self.strict = strict
        self.welcome = welcome
        self.several = several
        self.all = tokens(text)
        self.words = content(self.all)
        self.open = tuple(
            [
                at
                for at, t in enumerate(self.all)
                if t.word not in FUNCTION or t.word in SHARP or t.gap == "-"
            ][: min(most, LONG)]
        )
        """The places worth a look for slips and meanings."""
        self.places: dict[str, list[int]] = {}
        """Where each word stands, and each stem behind a "~"."""
        self._alike: dict[str, tuple[int, ...]] = {}
        for at, token in enumerate(self.all):
            self.places.setdefault(token.word, []).append(at)
            if token.stem:
                self.places.setdefault("~" + token.stem, []).append(at)

    @Once
    def squashed(self) -> str:
        """Its letters and digits."""
        return squash(self.text)

    @Once
    def joins(self) -> dict[str, int]:
        """Where two words stand that may be written as one."""
        found: dict[str, int] = {}
        for at, (left, right) in enumerate(pairwise(self.all)):
            if right.gap in ("", " ", "-", ". "):
                found.setdefault(left.word + right.word, at)
        return found

    @Once
    def phrases(self) -> tuple[Phrase, ...]:
        """Its expressions of several words."""
        return phrases(tuple(t.stem for t in self.all), self.synonyms)

    @Once
    def groups(self) -> frozenset[int]:
        """The groups of its words and expressions."""
        mine = (ids(t.word, self.synonyms) for t in self.all)
        return frozenset().union(*mine, *(phrase.groups for phrase in self.phrases))

    @Once
    def deeds(self) -> tuple[Deed, ...]:
        """What it says is done."""
        return read_deeds(self.text)

    @Once
    def letters(self) -> frozenset[str]:
        """The letters that it is made of, if it may be an abbreviation."""
        return letters(self.all, self.words)

    @Once
    def initials(self) -> frozenset[str]:
        """The abbreviations that it may have."""
        return initials_of(self.all)

    @Once
    def named(self) -> frozenset[int]:
        """The groups in which it stands as a whole."""
        return groups_of(self.all)

    @Once
    def comparison(self) -> Comparison | None:
        """What it compares, if it does nothing else."""
        return comparison(self.all, self.deeds)

    @Once
    def capitals(self) -> tuple[int, ...]:
        """The places of words in capitals."""
        if self.text.islower():
            return ()
        return tuple(at for at, t in enumerate(self.all) if is_acronym(t))

    @Once
    def traits(self) -> frozenset[Trait]:
        """All by which one of its words is recognised in other words."""
        return frozenset().union(*(traits(t.word, self.synonyms) for t in self.all))

    @Once
    def reaches(self) -> list[tuple[int, str, frozenset[Trait] | None]]:
        """Its open words, where they stand, and by what each may be alike to another; None where
        this is a name, or no word at all."""
        every = [(at, self.all[at].word) for at in self.open]
        return [(at, one, None if is_odd(one) else reach(one, self.synonyms)) for at, one in every]

    @Once
    def reach(self) -> frozenset[Trait]:
        """All by which one of these words may be alike to another."""
        return frozenset().union(*[its for _, _, its in self.reaches if its is not None])

    @Once
    def odd(self) -> tuple[int, ...]:
        """The places of names, and of what is no word at all."""
        return tuple([at for at, _, its in self.reaches if its is None])

    @Once
    def starts(self) -> tuple[str, ...]:
        """Its open words, as what others may begin with."""
        return tuple([one for _, one, _ in self.reaches])

    @Once
    def found_by(self) -> frozenset[Trait] | None:
        """All by which a word of an answer may be found in it, by itself; None where it has names,
        letters that stand for words, or what is no word at all, which may be anything."""
        if self.odd or self.capitals:
            return None
        return self.reach.union(
            self.places, self.joins, *[phrase.groups for phrase in self.phrases]
        )

    def alike(self, word: str) -> tuple[int, ...]:
        """The places of its open words that may be alike to another: that share a trait with it, or
        of which one is a slip or a short form of the other."""
        if word not in self._alike:
            mine = reach(word, self.synonyms)
            if self.reach.isdisjoint(mine) and not word.startswith(self.starts):
                self._alike[word] = self.odd
            else:
                self._alike[word] = tuple(
                    [
                        at
                        for at, one, its in self.reaches
                        if its is None or not its.isdisjoint(mine) or word.startswith(one)
                    ]
                )
        return self._alike[word]


def is_acronym(token: Token) -> bool:
    """Whether a token may be the initials of others: two to six capitals."""
    return token.raw.isupper() and 2 <= len(token.word) <= 6


def is_odd(word: str) -> bool:
    """Whether a folded word is a name or no word at all."""
    return not is_word(word) or lexicon.tier(word) == lexicon.NAME
