"""Grading a list: every item once, in any order or in the one asked, and nothing wrong beside."""

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from quizapp.grading.braces import plain, spelled
from quizapp.grading.english.classes import FUNCTION, NO_ANSWER
from quizapp.grading.english.speaking import LESS, MORE, NONE_OF_THEM
from quizapp.grading.fold import fold, squash
from quizapp.grading.key import Context, Credit, ListKey, TextKey
from quizapp.grading.lists.fit import Fits, Items, assign, fit, ready
from quizapp.grading.lists.split import Part, form, idle, split, windows
from quizapp.grading.mending import mend
from quizapp.grading.surface import surface
from quizapp.grading.tokens import tokens
from quizapp.grading.verdict import Reason, Verdict, combined, correct, read_in_part, wrong


class Tally(NamedTuple):
    """What a response has: the part of each item found, wrong parts, repetitions, denials."""

    found: dict[int, int]
    wrong: list[str]
    repeated: list[str]
    denied: list[str]


def grade_list(key: ListKey, context: Context, response: str) -> Verdict:
    """The verdict on a list; `parts` are the verdicts of the items in the key's order.

    A missing item loses its share; so does a wrong part beside the right ones. Repetitions count
    once and cost nothing.
    """
    return read_in_part(_judged(key, context, response), response)


def _judged(key: ListKey, context: Context, response: str) -> Verdict:
    text = mend(_words(key), context, surface(response).text, small=True).text
    folded = fold(text)
    if not folded or folded in NO_ANSWER:
        return wrong(Reason("empty", "There is no answer in it."))
    whole = _anticipated(key, text)
    if whole is not None:
        return whole
    if NONE_OF_THEM.match(text):
        return wrong(Reason("negation", "It denies them all."))
    items = ready(key)
    prompt = frozenset(token.stem for token in tokens(context.prompt) if token.word not in FUNCTION)
    if _initials(key, text):
        short = tuple(
            correct(plain(item[0]), Reason("abbreviation", "By its initial.")) for item in key.items
        )
        reason = Reason("abbreviation", "The initials of all of them.")
        return Verdict("correct", 1.0, _model(key), (reason,), short)
    parts = [
        piece
        for part in split(text, items.known)
        for piece in windows(part, items.known, items.longest, prompt)
    ]
    fits = fit(key, context, text, parts, items)
    found = assign(fits, len(key.items))
    tally = _tally(parts, fits, found, items, prompt)
    if _turned(key, context, text):
        return wrong(Reason("opposite", "It says the opposite of what is asked about them."))
    return _verdict(key, fits, tally)


@lru_cache(maxsize=512)
def _words(key: ListKey) -> TextKey:
    """All items of a list as the answers of one key."""
    return key.text._replace(answers=tuple(variant for item in key.items for variant in item))


def _turned(key: ListKey, context: Context, text: str) -> bool:
    """Whether a response says "less" of the items where the question says "more"."""
    asked = {token.word for token in tokens(context.prompt)}
    if bool(asked & MORE) == bool(asked & LESS):
        return False
    against = LESS if asked & MORE else MORE
    items = {word for item in key.items for variant in item for word in fold(variant).split()}
    said = {token.word for token in tokens(text) if not token.denied}
    return bool(said & against) and not items & (MORE | LESS)


def _model(key: ListKey) -> str:
    return ", ".join(plain(item[0]) for item in key.items)


def _initials(key: ListKey, text: str) -> bool:
    """Whether a response is the items' initials run together (RGB)."""
    letters = squash(text)
    wanted = [squash(plain(item[0]))[:1] for item in key.items]
    if len(letters) < 3 or len(letters) != len(wanted) or len(set(wanted)) != len(wanted):
        return False
    if " " in text.strip() or not letters.isalpha():
        return False
    return list(letters) == wanted if key.ordered else sorted(letters) == sorted(wanted)


def _anticipated(key: ListKey, text: str) -> Verdict | None:
    """The verdict of a foreseen wrong or partial answer that the whole response is."""
    for group in key.text.wrong:
        if any(spelled(answer, text) is not None for answer in group.answers):
            return wrong(
                Reason("anticipated", "This is a common mistake."), feedback=group.feedback or None
            )
    for credit in key.text.partial:
        if any(spelled(answer, text) is not None for answer in credit.answers):
            return _partly(credit)
    return None


def _partly(credit: Credit) -> Verdict:
    reason = Reason("partial", "A part of the answer.")
    return Verdict("partial", credit.score, None, (reason,), feedback=credit.feedback or None)


def _tally(
    parts: list[Part], fits: Fits, found: dict[int, int], items: Items, prompt: frozenset[str]
) -> Tally:
    """What the parts that gave no item are: repetitions, denials, idle words, or wrong."""
    used = set(found.values())
    bad: list[str] = []
    repeated: list[str] = []
    denied: list[str] = []
    comment = max(4, items.longest + 3)
    seen: set[str] = set()
    for at, part in enumerate(parts):
        if at in used:
            continue
        if fits.edges[at]:
            repeated.append(part.text)
        elif fits.denied[at]:
            denied.append(part.text)
        elif not idle(part.text, prompt):
            words = [word for word in fold(part.text).split() if word not in FUNCTION]
            if len(words) <= comment and form(part.text) not in seen:
                bad.append(part.text)
                seen.add(form(part.text))
    return Tally(found, bad, repeated, denied)


def _verdict(key: ListKey, fits: Fits, tally: Tally) -> Verdict:
    """Score, reasons and the verdict of each item."""
    count = len(key.items)
    need = key.need if 0 < key.need <= count else count
    each = tuple(
        fits.edges[tally.found[at]][at]
        if at in tally.found
        else wrong(Reason("missing", f"Missing: {plain(key.items[at][0])}."))
        for at in range(count)
    )
    got, bad = len(tally.found), len(tally.wrong)
    score = need / (need + bad) if got >= need else got / max(need, got + bad)
    reasons = _reasons(key, tally, need)
    if key.ordered and got:
        kept = _in_order(
            [item for item, _ in sorted(tally.found.items(), key=lambda pair: pair[1])]
        )
        if kept < got:
            reasons.insert(0, Reason("order", f"The order is not right: {_model(key)}."))
            score = min(score, kept / max(need, got + bad)) if kept > 1 else 0.0
    feedback = _feedback(key, tally)
    outcome = combined(score)
    close = next((part for part in each if part.outcome == "close"), None)
    if outcome == "correct" and close is not None:
        outcome = "close"
        reasons = [reason for part in each if part.outcome == "close" for reason in part.reasons]
    if not reasons:
        reasons = [Reason("list", "All of them, and nothing else." if need == count else "Enough.")]
    return Verdict(
        outcome, round(score, 4), _model(key) if score else None, tuple(reasons), each, feedback,
        close.slip if close else None,
    )  # fmt: skip


def _in_order(items: list[int]) -> int:
    """How many of the items can stay where they are: the longest run that rises."""
    tails: list[int] = []
    for item in items:
        at = bisect_left(tails, item)
        tails[at : at + 1] = [item]
    return len(tails)


def _reasons(key: ListKey, tally: Tally, need: int) -> list[Reason]:
    reasons = []
    missing = [plain(item[0]) for at, item in enumerate(key.items) if at not in tally.found]
    if len(tally.found) < need:
        if need == len(key.items):
            reasons.append(Reason("missing", f"Missing: {', '.join(missing[:8])}."))
        else:
            short = need - len(tally.found)
            reasons.append(
                Reason("missing", f"{short} more {'is' if short == 1 else 'are'} asked.")
            )
    if tally.denied:
        reasons.append(
            Reason(
                "negation", f"Not counted, as you say “not” of it: {', '.join(tally.denied[:4])}."
            )
        )
    if tally.wrong:
        names = ", ".join(text[:60] for text in tally.wrong[:4])
        reasons.append(Reason("extra", f"Not among them: {names}."))
        if len(tally.found) + len(tally.wrong) > need:
            reasons.append(Reason("more", f"More than the {need} asked for."))
    elif len(tally.found) > need:
        reasons.append(Reason("more", f"More than the {need} asked for, and all right."))
    return reasons


def _feedback(key: ListKey, tally: Tally) -> str | None:
    """What a foreseen error among the wrong parts has to be told."""
    given = {form(text) for text in tally.wrong}
    for group in key.text.wrong:
        if any(form(answer) in given for answer in group.answers) and group.feedback:
            return group.feedback
    return None
