"""`choice` and `multiple`: options, of which one is right, or each that is marked so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from quizapp import grading
from quizapp.kinds import checks
from quizapp.kinds.base import Fault, Mark, Offer, Question, quoted, refused
from quizapp.kinds.item_writing import of_options
from quizapp.kinds.selection import by_words, chosen, read_choices, shuffled, stranger
from quizapp.kinds.shorthand import texts, words
from quizapp.structs import Struct
from quizapp.text import same

MARK = 'with correct = true ("*…" in short)'
"""How an option is said to be right."""


class Option(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may be chosen, and the feedback for choosing it."""

    text: str
    correct: bool = False
    feedback: str = ""


class Optioned(Question, frozen=True, kw_only=True):
    """A question with options."""

    answer_field: ClassVar[str] = "options"

    options: tuple[Option, ...]

    @classmethod
    def expand_shorthand(cls, raw: dict[str, Any]) -> None:
        """`"*yeast"` is a right option and `"salt"` another; two stars begin an option with one.
        Or `answer` says which of them are right."""
        options = raw.get("options")
        if not isinstance(options, list):
            return
        right = texts(raw["answer"]) if "answer" in raw else []
        if isinstance(right, list) and all(isinstance(one, str) for one in right):
            raw.pop("answer", None)
            known = {same(one) for one in right}
            raw["options"] = [_option(words(one), known) for one in options]

    def words(self) -> tuple[str, ...]:
        return tuple(option.text for option in self.options)

    def right(self) -> tuple[str, ...]:
        return tuple(option.text for option in self.options if option.correct)

    def faults(self) -> Iterator[Fault]:
        """Options that are too few or many, blank, of several lines or alike."""
        yield from checks.options("options", self.words(), "option")

    def advice(self) -> Iterator[Fault]:
        """A prompt or options that mislead, or give the answer away."""
        yield from of_options(self.prompt, self.words(), self.right())

    def offer(self, seed: int) -> Offer:
        """The options, shuffled unless `shuffle` is false."""
        words = self.words()
        return Offer(shuffled(words, seed, self.id) if self.shuffle else words)

    def model_answer(self) -> str:
        return "\n".join(self.right())

    def accepted(self) -> tuple[str, ...]:
        return self.right()

    def feedback_on(self, option: Option) -> str | None:
        """The feedback on an option: its own, or that of a wrong answer with its words."""
        if option.feedback:
            return option.feedback
        for entry in self.wrong:
            if by_words(entry.answers, option.text) is not None:
                return entry.feedback or None
        return None


def _option(value: Any, right: set[str]) -> Any:
    """An option as a table, from its words; any other value unchanged."""
    if not isinstance(value, str):
        return value
    starred = value.startswith("*") and not value.startswith("**")
    text = value[1:].strip() if value.startswith("*") else value
    return {"text": text, "correct": starred or same(text) in right}


def _unknown(response: str) -> grading.Verdict:
    """The verdict on a response that is not an option."""
    shown = response.strip().replace("\n", " / ")[:60]
    if not shown:
        return refused("blank", "No option was chosen.")
    return refused("unknown", f"“{shown}” is not one of the options.")


class Choice(Optioned, frozen=True, kw_only=True, tag="choice"):
    """One option, of which one is right."""

    answering: ClassVar[str] = "Answer with a letter."
    single: ClassVar[bool] = True

    def faults(self) -> Iterator[Fault]:
        """Those of every list of options, and a number of right ones other than one."""
        yield from super().faults()
        if len(self.right()) != 1:
            message = f"{len(self.right())} options are correct; a choice has one"
            remedy = f'mark one option {MARK}, or make it kind = "multiple"'
            yield Fault("options", "correct-count", message, remedy)

    def advice(self) -> Iterator[Fault]:
        """Those of all options, and a right one that stands out by its length."""
        yield from super().advice()
        right = self.model_answer()
        longest = max((len(text) for text in self.words() if text != right), default=0)
        if len(right) > 1.25 * longest and len(right) - longest > 5:
            remedy = "shorten it, or lengthen another: length gives it away"
            yield Fault("options", "longest-key", "the right option is much the longest", remedy)

    def read(self, offer: Offer, line: str) -> str:
        """The option's words, given by them or by its letter."""
        return chosen(offer.options, line) or line

    def form_missed(self, response: str) -> str | None:
        """An option that there is not."""
        if by_words(self.words(), response) is not None:
            return None
        return f"{quoted(response)} is none of the options: give a letter, or an option's words."

    def grade(self, context: grading.Context, response: str) -> grading.Verdict:
        """Right, or wrong with the option's feedback; part credit where the bank gives it."""
        picked = by_words(self.words(), response)
        option = next((entry for entry in self.options if entry.text == picked), None)
        if option is None:
            return _unknown(response)
        feedback = self.feedback_on(option)
        if option.correct:
            chosen_right = grading.Reason("option", f"“{option.text}” is the right option.")
            right = grading.correct(option.text, chosen_right)
            return right._replace(feedback=option.feedback or None)
        for credit in self.partial:
            if by_words(credit.answers, option.text) is not None:
                half = grading.Reason("part", f"“{option.text}” is a part of the answer.")
                told = feedback or credit.feedback or None
                return grading.Verdict("partial", credit.score, None, (half,), (), told)
        return refused("option", f"“{option.text}” is not the right option.", feedback)


class Multiple(Optioned, frozen=True, kw_only=True, tag="multiple"):
    """All options that are right: each wrong one takes off what a right one earns."""

    chooses_several: ClassVar[bool] = True
    parts_tell_answer: ClassVar[bool] = True
    parts_tell_response: ClassVar[bool] = True
    answering: ClassVar[str] = "Answer with letters, such as: a c"

    def faults(self) -> Iterator[Fault]:
        """Those of every list of options, and options of which none is right."""
        yield from super().faults()
        if not self.right():
            remedy = f"mark at least one option {MARK}"
            yield Fault("options", "correct-count", "no option is correct", remedy)

    def choices(self, response: str) -> tuple[str, ...]:
        chosen = tuple(dict.fromkeys(line for line in response.split("\n") if line.strip()))
        return chosen or (response,)

    def read(self, offer: Offer, line: str) -> str:
        return read_choices(offer.options, line)

    def form_missed(self, response: str) -> str | None:
        """An option that there is not."""
        strange = stranger(self.words(), response)
        if strange is None:
            return None
        return f"{quoted(strange)} is none of the options: give letters, such as a c."

    def marks(self, response: str, verdict: grading.Verdict) -> tuple[Mark, ...]:
        """The options that were chosen, each with the remark on it, and the right ones that were
        not."""
        if not verdict.parts:
            return ()
        picked = {by_words(self.words(), line) for line in response.split("\n")}
        found = []
        for option in self.options:
            outcome: Literal["correct", "wrong"] = "correct" if option.correct else "wrong"
            if option.text in picked:
                found.append(Mark(option.text, outcome, note=self.feedback_on(option) or ""))
            elif option.correct:
                found.append(Mark(option.text, "unchosen", note="right as well, not chosen"))
        return tuple(found)

    def tally(self, response: str, verdict: grading.Verdict) -> str:
        """The right options less the wrong ones, over all right ones."""
        marked = [mark.outcome for mark in self.marks(response, verdict)]
        hits, extra, all_right = marked.count("correct"), marked.count("wrong"), len(self.right())
        if not marked:
            return ""
        so = f", {extra} wrong, so {max(0, hits - extra)} of {all_right} points" if extra else ""
        return f"{hits} of {all_right} right{so}"

    def grade(self, context: grading.Context, response: str) -> grading.Verdict:
        """Right options less wrong ones, over all right ones."""
        strange = stranger(self.words(), response)
        if not response.strip() or strange is not None:
            return _unknown(strange or "")
        picked = {by_words(self.words(), line) for line in response.split("\n") if line.strip()}
        parts, notes = [], []
        for option in self.options:
            if option.text in picked:
                notes.append(self.feedback_on(option))
            if option.correct and option.text in picked:
                parts.append(grading.correct(option.text))
            elif option.correct:
                parts.append(refused("missing", f"“{option.text}” is right as well."))
            elif option.text in picked:
                parts.append(refused("option", f"“{option.text}” is not right."))
        hits = len(picked.intersection(self.right()))
        extra = len(picked) - hits
        score = max(0.0, (hits - extra) / max(1, len(self.right())))
        detail = f"{hits} of the {len(self.right())} right options"
        detail += f", and {extra} that {'is' if extra == 1 else 'are'} not." if extra else "."
        feedback = "\n".join(filter(None, notes)) or None
        return self.by_share(score, grading.Reason("options", detail), parts, feedback)
