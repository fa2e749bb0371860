"""What the grader says of a response: values only, for any screen to show."""

from typing import Literal, NamedTuple

from quizapp.grading.fold import MAX_CHARS, MAX_WORDS, cut_short

Outcome = Literal["correct", "close", "partial", "wrong"]

ACCEPTED: frozenset[Outcome] = frozenset({"correct", "close"})


ReasonCode = Literal[
    # what fits, and how
    "same", "words", "meaning", "slip", "abbreviation", "designation", "form", "keyboard",
    "revised", "yes-no", "ideas",
    # figures, dates, lists, points and the answers of a selection
    "quantity", "worked", "unit", "range", "bound", "sign", "magnitude", "more", "no-figure",
    "date", "no-date", "precision", "list", "missing", "extra", "order", "place", "points", "gaps",
    "option", "options", "pair", "pairs", "value", "reason", "shared", "two",
    # what speaks against it, in words
    "negation", "opposite", "figure", "name", "roles", "hedge", "choice", "heap", "rival",
    "anticipated", "partial", "part", "different", "doubt", "echo", "empty",
    # no answer, or none that was read whole
    "gave-up", "unanswered", "blank", "unknown", "long", "cut",
]  # fmt: skip
"""The names of the steps that may decide."""


class Reason(NamedTuple):
    """A named step that led to the verdict, with a sentence that a learner understands."""

    code: ReasonCode
    detail: str


class Slip(NamedTuple):
    """How a close response differs from the answer that it fitted.

    `edits` are runs of letters in order: ("same", both), ("missing", in the answer only) or
    ("extra", typed only). Joining the runs but "missing" gives `typed`, all but "extra" `meant`.
    """

    typed: str
    meant: str
    edits: tuple[tuple[Literal["same", "missing", "extra"], str], ...]


class Verdict(NamedTuple):
    """The judgement of one response; `score` runs from 0 to 1.

    `matched` is the accepted answer that fitted, `parts` are the verdicts of list items, gaps or
    points in the question's order, `feedback` belongs to the anticipated answer that fitted.
    `unsure` says that a wrong verdict rests on wording alone: the learner may know better.
    """

    outcome: Outcome
    score: float
    matched: str | None = None
    reasons: tuple[Reason, ...] = ()
    parts: tuple["Verdict", ...] = ()
    feedback: str | None = None
    slip: Slip | None = None
    unsure: bool = False

    @property
    def accepted(self) -> bool:
        """Whether the response earns full credit."""
        return self.outcome in ACCEPTED


def correct(matched: str | None, *reasons: Reason) -> Verdict:
    """A verdict of full credit for a response that fits `matched`."""
    return Verdict("correct", 1.0, matched, reasons)


def wrong(*reasons: Reason, feedback: str | None = None, unsure: bool = False) -> Verdict:
    """A verdict of no credit."""
    return Verdict("wrong", 0.0, None, reasons, feedback=feedback, unsure=unsure)


def read_in_part(verdict: Verdict, response: str) -> Verdict:
    """`verdict` with a reason that says so where `response` is too long to be read as a whole."""
    if not cut_short(response):
        return verdict
    told = Reason("cut", f"Only its beginning was read: {MAX_WORDS} words, {MAX_CHARS} characters.")
    return verdict._replace(reasons=(*verdict.reasons, told))


def combined(scores: float) -> Outcome:
    """The headline of a response made of parts, from its share of full credit (0 to 1)."""
    if scores >= 1:
        return "correct"
    return "partial" if scores > 0 else "wrong"
