"""Grading a quantity: which figure of a response is meant, and whether it is the one asked for."""

import re
from typing import NamedTuple

from quizapp.grading.english.classes import FRAME, FUNCTION, NO_ANSWER
from quizapp.grading.fold import fold
from quizapp.grading.forms import stem
from quizapp.grading.key import Context, Credit, InWords, NumberKey, TextKey
from quizapp.grading.mentions import LearnerState, standings
from quizapp.grading.patterns import Lazy
from quizapp.grading.quantities import qualifiers, reasons
from quizapp.grading.quantities.asked import Target, amounts, asked, bounded, main, targets
from quizapp.grading.quantities.match import Task, equal, exactly, fits, same_quantity, tolerance
from quizapp.grading.quantities.model import Quantity
from quizapp.grading.quantities.read import MOST, scan
from quizapp.grading.quantities.work import worked
from quizapp.grading.slips import difference
from quizapp.grading.surface import surface
from quizapp.grading.tokens import tokens
from quizapp.grading.verdict import Reason, Verdict, correct, read_in_part, wrong

_WORDY = 600
"""Of a response without what is asked, so much is graded as words."""


class Offer(NamedTuple):
    """A quantity of the response, and how it stands there."""

    quantity: Quantity
    standing: LearnerState

    @property
    def live(self) -> bool:
        """Whether the learner stands by it."""
        return not (self.standing.denied or self.standing.revised)


def judge_number(key: NumberKey, context: Context, response: str, in_words: InWords) -> Verdict:
    """The verdict on a quantity; `in_words` judges a response that has no figure.

    A bare figure is read in the key's unit, another unit of the same kind is converted. Of several
    figures the one that answers must be plain from the words around them.
    """
    return read_in_part(_judged(key, context, response, in_words), response)


def _judged(key: NumberKey, context: Context, response: str, in_words: InWords) -> Verdict:
    text = surface(response).text
    wanted, named = asked(key, context.prompt), targets(key, context.prompt)
    task = Task(key, context, wanted, named, text, in_words)
    spoken = text.strip().casefold()
    if any(spoken == surface(answer).text.strip().casefold() for answer in key.text.answers):
        return correct(text.strip(), Reason("same", "The same words."))
    found = scan(text, task.wanted.dims)
    if not [q for q in found if q.kind not in ("designation", "date")]:
        return _without(task, response)
    if len(found) >= MOST:
        return wrong(Reason("hedge", "A heap of figures, where one answer is asked."))
    countable = tuple(q for q in found if q.kind not in ("designation", "date", "vague"))
    apt = tuple(q for q in countable if amounts(q, task.wanted) is not None)
    heads = main(apt) or main(countable)
    clocks = tuple(q for q in countable if q.kind == "clock")
    if clocks and task.wanted.dims and clocks[0].unit and clocks[0].unit.dims == task.wanted.dims:
        heads = tuple(
            sorted((*clocks, *(q for q in heads if q.kind == "plain")), key=lambda q: q.start)
        )
    # What is said of a figure stands with it: "no fewer than" denies nothing.
    spans = [(qualifiers.before(text, q.start)[1], q.end) for q in countable]
    offers = [Offer(*pair) for pair in zip(countable, standings(text, spans), strict=True)]
    return _decide(task, offers, heads)


def _without(task: Task, response: str) -> Verdict:
    """The verdict on a response without a figure."""
    words = tuple(a for a in task.key.text.answers if not main(scan(surface(a).text)))
    zero = any(target.value == 0 and target.high is None for target in task.targets)
    if zero and fold(task.text) not in NO_ANSWER and re.fullmatch(
        r"\W*(?:(?:it'?s|there (?:are|is|were|was)|it has|has|had|they have)\s)?"
        r"(?:none|zero|nothing|no [^\W\d_]+)(?: at all| whatsoever)?\W*",
        task.text, re.IGNORECASE,
    ):  # fmt: skip
        return correct(task.targets[0].text, Reason("quantity", "None is 0."))
    verdict = task.in_words(task.key.text._replace(answers=words), task.context, response[:_WORDY])
    if verdict.accepted or verdict.outcome == "partial" or verdict.feedback:
        return verdict
    codes = {reason.code for reason in verdict.reasons}
    if codes & {"empty", "echo", "anticipated"}:
        return verdict
    return wrong(Reason("no-figure", "There is no figure in it, and one is asked."))


def _decide(task: Task, offers: list[Offer], heads: tuple[Quantity, ...]) -> Verdict:
    """The verdict on the figures of a response."""
    live = [offer for offer in offers if offer.live and offer.quantity in heads]
    fitting = [offer for offer in live if fits(task, offer.quantity) is not None]
    anticipated = _anticipated(task, live, fitting)
    if anticipated is not None:
        return anticipated
    if task.targets[0].high is not None and (found := _bounds(task, live)):
        return found
    if not fitting:
        return _refused(task, offers, live)
    best = fitting[0]
    rival = _rival(task, offers, live, best)
    if rival is not None:
        return wrong(reasons.hedge(best.quantity, rival))
    quantity, target = best.quantity, fits(task, best.quantity)
    assert target is not None
    if quantity.unit != task.wanted.measure and _repeats(task, quantity):
        return wrong(Reason("echo", f"{quantity.text.strip()} only repeats the question."))
    objection = _qualified(task, quantity, target)
    if objection is not None:
        return wrong(objection)
    return _accepted(task, quantity, target)


def _accepted(task: Task, quantity: Quantity, target: Target) -> Verdict:
    if quantity.slip is None:
        return correct(target.text, reasons.fits(quantity, target, task.wanted))
    typed, meant = quantity.slip
    if task.context.strict:
        return wrong(Reason("slip", f"“{typed}” is misspelt, and this question allows no slip."))
    reason = Reason("slip", f"“{typed}” is meant as “{meant}”.")
    return Verdict("close", 1.0, target.text, (reason,), slip=difference(typed, meant))


def _named(task: Task, quantity: Quantity) -> bool:
    """Whether a figure counts what the question asks for."""
    if quantity.unit is not None:
        return quantity.unit.dims == task.wanted.dims
    return any(stem(word) in task.wanted.stems for word in _noun(quantity))


def _noun(quantity: Quantity) -> list[str]:
    """The content words right behind a figure."""
    words = fold(quantity.noun).split()
    kept = []
    for word in words:
        if word in FUNCTION or word in FRAME:
            break
        kept.append(word)
    return kept


def _qualified(task: Task, quantity: Quantity, target: Target) -> Reason | None:
    """Why what is said of a figure speaks against it: a bound is not the figure."""
    said = quantity.qualifier
    if said in ("", "about") or said == target.qualifier or quantity.high is not None:
        return None
    if said == "near" and tolerance(task, target.value):
        return None
    return None if bounded(task.context) else reasons.bound(quantity, target, task.text)


def _rival(task: Task, offers: list[Offer], live: list[Offer], best: Offer) -> Quantity | None:
    """Another figure that is offered beside the fitting one, where one is asked."""
    at = offers.index(best)
    echoed = frozenset(q.value for q in _prompted(task))
    for place, offer in enumerate(offers):
        if offer is best or not offer.live:
            continue
        link = (
            offers[max(place, at)].standing.link
            if abs(place - at) == 1
            else (offer.standing.link if place > at else offers[place + 1].standing.link)
        )
        quantity = offer.quantity
        if fits(task, quantity) is not None:
            continue
        if link == "or" and not _other_matter(quantity, best.quantity):
            return quantity
        if offer not in live or amounts(quantity, task.wanted) is None:
            continue
        if quantity.value in echoed and link != "list":
            continue
        gap = task.text[best.quantity.end : quantity.start] if place > at else ""
        if _OUT_OF.fullmatch(gap):
            continue
        if _named(task, quantity) and not _named(task, best.quantity):
            return quantity
        aside = _aside(task.text, best.quantity, quantity)
        if not aside and not _other_matter(quantity, best.quantity):
            return quantity
    return None


_OUT_OF = Lazy(r"\s(?:out )?of (?:the |its |their )?", re.IGNORECASE)
_PREPOSITION = Lazy(r"\s(?:in|on|with|for|at|over|across|into|per|to)\s(?:the\s)?", re.IGNORECASE)


def _aside(text: str, best: Quantity, other: Quantity) -> bool:
    """Whether a figure only says more of the one before it: "24 in two batches"."""
    gap = text[best.end : other.start] if other.start > best.end else ""
    if _OUT_OF.fullmatch(gap):
        return True
    told = bool(_noun(other)) or (best.unit is not None and other.unit is None)
    return told and _PREPOSITION.fullmatch(gap) is not None


def _other_matter(one: Quantity, other: Quantity) -> bool:
    """Whether two figures count different things."""
    if (one.unit is None) != (other.unit is None):
        return bool(_noun(one if one.unit is None else other))
    if one.unit is not None and other.unit is not None:
        return one.unit.dims != other.unit.dims
    left, right = _noun(one), _noun(other)
    return bool(left and right) and not {stem(w) for w in left} & {stem(w) for w in right}


def _prompted(task: Task) -> tuple[Quantity, ...]:
    """The quantities that the question itself names."""
    return scan(surface(task.context.prompt).text, task.wanted.dims)


def _repeats(task: Task, quantity: Quantity) -> bool:
    """Whether a quantity is one of the question's, given back in its own unit."""
    unit = quantity.unit
    return unit is not None and any(
        other.unit == unit and other.value == quantity.value for other in _prompted(task)
    )


def _bounds(task: Task, live: list[Offer]) -> Verdict | None:
    """The verdict where both bounds of a range are asked."""
    target = task.targets[0]
    assert target.high is not None
    given = [offer.quantity for offer in live]
    if len(given) == 1 and (pair := _split(given[0])):
        given = pair
    low, high = target._replace(high=None), target._replace(value=target.high, high=None)
    if len(given) == 1 and given[0].high is not None:
        quantity = given[0]
        if equal(task, quantity, target):
            return _accepted(task, quantity, target)
        upper = given[0].high
        given = [quantity._replace(high=None), quantity._replace(value=upper, high=None)]
    has_low = [q for q in given if equal(task, q, low)]
    has_high = [q for q in given if equal(task, q, high)]
    rest = [q for q in given if q not in has_low and q not in has_high]
    torn = any(offer.standing.link == "or" for offer in live)
    if has_low and has_high and not rest and not torn:
        return _accepted(task, has_low[0], target)
    if has_low or has_high:
        return Verdict(
            "partial", 0.5, None, (reasons.one_bound((has_low or has_high)[0], rest, target),)
        )
    return None


def _split(quantity: Quantity) -> list[Quantity] | None:
    """Two bounds that were read as one figure: "250 320", "250/320"."""
    found = re.fullmatch(r"(\d+)(?: |\s?/\s?)(\d+)", quantity.text)
    if found is None:
        return None
    return [
        quantity._replace(value=float(text), fraction=False, step=1.0) for text in found.groups()
    ]


def _anticipated(task: Task, live: list[Offer], fitting: list[Offer]) -> Verdict | None:
    """The verdict of a foreseen wrong or partial answer that a response gives."""
    if not live:
        return None
    given = live[0].quantity
    alone = len(live) == 1
    if any(exactly(task, offer.quantity) for offer in fitting):
        return _in_other_words(task, given) if alone else None
    for group in task.key.text.wrong:
        if alone and any(same_quantity(task, given, answer) for answer in group.answers):
            return wrong(
                Reason("anticipated", f"{given.text.strip()} is a known error."),
                feedback=group.feedback or None,
            )
    if fitting:
        return None
    for credit in task.key.text.partial:
        if alone and any(same_quantity(task, given, answer) for answer in credit.answers):
            return _credited(credit)
    return None


_LINKS = frozenset("the a an of in for to at on by and is it was were be with".split())  # noqa: SIM905


def _in_other_words(task: Task, given: Quantity) -> Verdict | None:
    """The verdict of a foreseen answer that has the right figure and spoils it by its words."""
    said = {token.stem for token in tokens(task.text) if not token.denied}

    def spoils(answer: str) -> bool:
        text = surface(answer).text
        found = main(scan(text, task.wanted.dims))
        if len(found) != 1 or not same_quantity(task, given, answer):
            return False
        rest = tokens(f"{text[: found[0].start]} {text[found[0].end :]}")
        telling = {token.stem for token in rest if token.word not in _LINKS}
        return bool(telling) and telling <= said | {stem.rstrip("s") for stem in said}

    for group in task.key.text.wrong:
        if any(spoils(answer) for answer in group.answers):
            reason = Reason("anticipated", "The figure is right, what is said of it is not.")
            return wrong(reason, feedback=group.feedback or None)
    for credit in task.key.text.partial:
        if any(spoils(answer) for answer in credit.answers):
            return _credited(credit)
    return None


def _credited(credit: Credit) -> Verdict:
    reason = Reason("partial", "A part of the answer.")
    return Verdict("partial", credit.score, None, (reason,), feedback=credit.feedback or None)


def _refused(task: Task, offers: list[Offer], live: list[Offer]) -> Verdict:
    """Why no figure of the response is the one asked for."""
    target = task.targets[0]
    denied = [o for o in offers if o.standing.denied and fits(task, o.quantity) is not None]
    if denied and not live:
        return wrong(Reason("negation", f"It denies {denied[0].quantity.text.strip()}."))
    every = [offer.quantity for offer in offers if offer.live]
    total = worked(task.text, [offer.quantity for offer in live]) or worked(task.text, every)
    if total is not None and fits(task, total) is not None:
        return correct(target.text, Reason("worked", f"That makes {target.text}."))
    if not live:
        return wrong(Reason("no-figure", "There is no figure in it that counts."))
    words = tuple(a for a in task.key.text.answers if not main(scan(surface(a).text)))
    if words:
        verdict = task.in_words(TextKey(words), task.context, task.text[:_WORDY])
        if verdict.accepted:
            return verdict
    return wrong(reasons.refused(live[0].quantity, target, task.wanted))
