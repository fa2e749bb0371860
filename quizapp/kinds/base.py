"""What every kind of question shares: the common fields, and the methods that a kind overrides."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar, Literal, NamedTuple

from quizapp import grading
from quizapp.kinds.ideas import Partial, Wrong, words_key
from quizapp.kinds.shorthand import Forms, expanded
from quizapp.structs import Struct

Level = Literal["remember", "understand", "apply", "analyse", "evaluate"]


QUOTED = 40
"""So many characters of a response are quoted in a sentence about it."""


class Fault(NamedTuple):
    """Something wrong in `field` of a question, beyond its type; where it contradicts the fields
    `beside`, it is one only if each of them is sound by itself."""

    field: str
    code: str
    message: str
    remedy: str
    beside: tuple[str, ...] = ()


class Offer(NamedTuple):
    """What the learner chooses from, in the order shown.

    `options` are options, items to order or right sides; `lefts` the left sides of pairs.
    """

    options: tuple[str, ...] = ()
    lefts: tuple[str, ...] = ()


class Mark(NamedTuple):
    """One part of a response as it is marked: an option, an item, a gap, a point.

    `label` is the number before the text, `note` a remark behind it, `right` what should stand in
    its place ("" where that need not be said). The outcome "missed" is that of what is not there,
    "unchosen" that of an option that is right as well.
    """

    text: str
    outcome: "grading.Outcome | Literal['missed', 'unchosen']"
    label: str = ""
    note: str = ""
    right: str = ""


class WordKey(NamedTuple):
    """A key of an answer in words within a question: the fields that lead to it, what it is called,
    and the key as the grader takes it."""

    way: tuple[str | int, ...]
    name: str
    key: "grading.TextKey"


class Support(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the answer is settled: words of the passage as shown, sentences of the original."""

    passage: str
    evidence: tuple[str, ...] = ()
    sentences: tuple[int, ...] = ()


class Tests(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Responses with the outcome that they must get: `accept` is correct or close."""

    accept: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()


class Question(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """The fields that every question may carry, and how a kind differs from the others.

    A kind adds its own fields and overrides what follows; no other package tests which kind a
    question is.
    """

    free_text: ClassVar[bool] = False
    """Whether the response is words of the learner's own; otherwise it is chosen from what is
    offered."""
    answer_field: ClassVar[str] = ""
    """The field that holds what is right."""
    single: ClassVar[bool] = False
    """Whether a response to the kind is always one answer; see `single_answer`."""
    answering: ClassVar[str] = ""
    """How the kind is answered; see `how_to_answer`."""
    chooses_several: ClassVar[bool] = False
    """Whether a response is several of the offered words, one a line."""
    lettered: ClassVar[bool] = True
    """Whether plain lines list the options, each under a letter."""
    parts_tell_answer: ClassVar[bool] = False
    """Whether the marked parts of a response show the whole model answer."""
    parts_tell_response: ClassVar[bool] = False
    """Whether the marked parts of a response show all that was answered."""
    short_forms: ClassVar[Forms] = {}
    """The short forms of the kind's own fields."""
    answer_separator: ClassVar[str] = " · "
    """What stands between the lines of the model answer when it is shown on one line."""

    id: str
    prompt: str
    support: tuple[Support, ...] = ()
    hint: str = ""
    explanation: str = ""
    objective: tuple[str, ...] = ()
    level: Level | None = None
    tags: tuple[str, ...] = ()
    weight: float = 1.0
    strict: bool | None = None
    distinct: tuple[tuple[str, ...], ...] = ()
    wrong: tuple[Wrong, ...] = ()
    partial: tuple[Partial, ...] = ()
    tests: Tests = Tests()
    expects: str = ""
    reveals: tuple[str, ...] = ()
    shuffle: bool = True
    draft: bool = False
    was: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Its id and its former ids, the present one first."""
        return (self.id, *self.was)

    @property
    def kind(self) -> str:
        """The kind's name in the bank format."""
        return str(self.__struct_config__.tag)

    @property
    def tested(self) -> bool:
        """Whether it says how responses must come out."""
        return self.tests != Tests()

    def lines_taken(self, offer: Offer, first: str) -> int | None:
        """How many lines a response takes that begins with this one; None: up to an empty line."""
        return 1

    @property
    def single_answer(self) -> bool:
        """Whether a response is one answer, judged whole by `wrong` and `partial`."""
        return self.single

    def prompt_pieces(self) -> tuple[str, ...]:
        """The prompt, split where the learner fills a gap."""
        return (self.prompt,)

    def how_to_answer(self) -> str:
        """How the question is answered on plain lines, in a sentence; "" where its prompt says."""
        return self.answering

    @classmethod
    def expand_shorthand(cls, raw: dict[str, Any]) -> None:
        """Replace short forms in a question's table as it was parsed, in place."""
        expanded(raw, cls.short_forms)

    def faults(self) -> Iterator[Fault]:
        """What is wrong in each of the kind's own fields, beyond its type, or between them."""
        return iter(())

    def offer(self, seed: int) -> Offer:
        """What the learner chooses from, shuffled by `seed` but never into the answer."""
        return Offer()

    def read(self, offer: Offer, line: str) -> str:
        """The response that a typed line stands for: letters become the words of the offer.

        Several options on one line are separated by `;` or spaces. A line that is not understood
        is returned unchanged.
        """
        return line

    def unreadable(self, response: str) -> str | None:
        """What form is asked for, in a sentence, where the response (as `read` gives it) has none.

        None where it can be read, is blank, or says that one does not know. Pure, as `grade` is.
        """
        if not response.strip():
            return None
        asked = self.form_missed(response)
        return None if asked is None or gives_up(response) else asked

    def form_missed(self, response: str) -> str | None:
        """The kind's own part of `unreadable`, for a response that is not blank."""
        del response
        return None

    def grade(self, context: "grading.Context", response: str) -> "grading.Verdict":
        """The verdict on `response`; pure, never raises, bounded in time."""
        raise NotImplementedError

    def by_share(
        self,
        score: float,
        reason: "grading.Reason",
        parts: "Iterable[grading.Verdict]",
        feedback: str | None = None,
    ) -> "grading.Verdict":
        """The verdict of a kind that earns the share `score` (0 to 1) by its parts."""
        model = self.model_answer() if score >= 1 else None
        outcome = grading.combined(score)
        return grading.Verdict(outcome, round(score, 4), model, (reason,), tuple(parts), feedback)

    def model_answer(self) -> str:
        """The answer as a well-prepared learner would give it; parts one a line."""
        raise NotImplementedError

    def marks(self, response: str, verdict: "grading.Verdict") -> tuple[Mark, ...]:
        """The parts of a response as `verdict` judges them; () where it is judged as a whole."""
        return ()

    def tally(self, response: str, verdict: "grading.Verdict") -> str:
        """How many of the parts are right and so earn the credit, "1 of 2 points"; "" where there
        are none."""
        return ""

    def choices(self, response: str) -> tuple[str, ...]:
        """What item analysis counts by itself: each chosen option, otherwise the whole response."""
        return (response,)

    def advice(self) -> Iterator[Fault]:
        """What could be better in the kind's own fields, although it works."""
        return iter(())

    def accepted(self) -> tuple[str, ...]:
        """Every accepted answer in words: in other questions, these are rivals and not slips."""
        return ()

    def text_key(self) -> "grading.TextKey | None":
        """The key of an answer in words, as the grader takes it; None where the key is another."""
        return None

    def word_keys(self) -> tuple[WordKey, ...]:
        """All its keys of answers in words: its own, or those of its parts."""
        key = self.text_key()
        return () if key is None else (WordKey((), "", key),)

    def in_words(self, response: str) -> str:
        """What of a response is held against its keys of answers in words."""
        return response

    def errors_key(self) -> "grading.TextKey":
        """The errors that are expected and the answers of part credit, as the grader takes them."""
        return words_key((), self.wrong, self.partial)


def refused(code: "grading.ReasonCode", why: str, feedback: str | None = None) -> "grading.Verdict":
    """The verdict on a response, or on a part of one, that earns nothing for this reason."""
    return grading.wrong(grading.Reason(code, why), feedback=feedback)


def part_mark(name: str, part: "grading.Verdict") -> Mark:
    """The mark of a part that is looked for in a response, under its name, with what is to be said
    of it."""
    from quizapp.grading.slip_words import slip_in_words

    note = "" if part.accepted else part.feedback or ""
    if part.slip is not None:
        note = slip_in_words(part.slip)
    return Mark(name, "missed" if part.outcome == "wrong" else part.outcome, note=note)


def earned(verdict: "grading.Verdict", wanted: int, what: str) -> str:
    """What the parts of a verdict earn, of so many: "1.5 of 2 points"; "" where there are none."""
    made = min(wanted, sum(part.score for part in verdict.parts))
    return f"{round(made, 2):g} of {wanted} {what}" if verdict.parts else ""


def all_accepted(questions: Iterable[Question]) -> frozenset[str]:
    """The accepted answers of all these questions."""
    return frozenset(answer for question in questions for answer in question.accepted())


def gives_up(response: str) -> bool:
    """Whether a response says in its own words that there is no answer: "no idea"."""
    from quizapp.grading.english.classes import NO_ANSWER
    from quizapp.grading.fold import fold

    return fold(response) in NO_ANSWER


def says_none(question: Question, response: str, code: str, read: Callable[[str], object]) -> bool:
    """Whether a response has nothing that can be read, where no words without it are expected:
    `code` is the reason that the grader gives for that."""
    verdict = question.grade(grading.Context(prompt=question.prompt), response)
    codes = {one.code for one in verdict.reasons}
    return code in codes or ("echo" in codes and not read(response))


def quoted(response: str) -> str:
    """The beginning of a response on one line, in quotes, for a sentence about it."""
    words = " ".join(response.split())
    return f"“{words if len(words) <= QUOTED else words[: QUOTED - 1].rstrip() + '…'}”"


def shown(wording: str) -> str:
    """A wording as a learner sees it, with the first alternative of each pair of braces."""
    if "{" not in wording and "}" not in wording:
        return wording
    from quizapp.grading.braces import plain

    return plain(wording)
