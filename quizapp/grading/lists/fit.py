"""Which part of a response gives which item of a list."""

import re
from typing import NamedTuple

from quizapp.grading.braces import each, plain
from quizapp.grading.english.classes import FUNCTION
from quizapp.grading.fold import fold, squash
from quizapp.grading.free import comparable, grade_text
from quizapp.grading.key import Context, ListKey, TextKey
from quizapp.grading.lists.split import Part, bag, bare, form
from quizapp.grading.patterns import Lazy
from quizapp.grading.tokens import content, tokens
from quizapp.grading.verdict import Reason, Verdict, correct

_AND = Lazy(r"\s*(?:,|\band\b|&|,\s*and\b)\s*", re.IGNORECASE)
MOST_GRADED, MOST_READ = 16, 1200
"""So many pairs of a part and an item are graded as text, and no more characters of parts in all;
equal ones cost nothing."""

LONGEST = 240
"""A longer part is no item."""


class Fits(NamedTuple):
    """What fits what: for each part the items that it gives, with the verdict of each pair.

    `denied` parts deny what they name; a `wide` one, a sentence, may give several items.
    """

    edges: tuple[dict[int, Verdict], ...]
    denied: tuple[bool, ...]
    wide: tuple[bool, ...]


class Items(NamedTuple):
    """The items of a key, made ready: the forms of their variants, and whose each is."""

    forms: dict[str, tuple[int, ...]]
    longest: int

    @property
    def known(self) -> frozenset[str]:
        """All forms of all variants."""
        return frozenset(self.forms)


def ready(key: ListKey) -> Items:
    """The look-ups of a key's items."""
    forms: dict[str, tuple[int, ...]] = {}
    longest = 1
    for at, item in enumerate(key.items):
        for variant in (spelled for written in item for spelled in each(written)):
            longest = max(longest, len(fold(variant).split()))
            shapes = {form(variant), squash(variant), form(variant).replace(" and ", " ")}
            shapes.add(bag(variant))
            for shape in shapes - {""}:
                if at not in forms.get(shape, ()):
                    forms[shape] = (*forms.get(shape, ()), at)
    return Items(forms, longest)


def fit(key: ListKey, context: Context, text: str, parts: list[Part], items: Items) -> Fits:
    """What fits what: equal forms first, then, within bounds, as text with its guards."""
    edges: list[dict[int, Verdict]] = [{} for _ in parts]
    denied = [_denied(part.text) for part in parts]
    for at, part in enumerate(parts):
        if denied[at]:
            continue
        said = bare(part.text)
        owners = next(
            (found for shape in (form(said), squash(said), bag(said))
             if (found := items.forms.get(shape))), (),
        )  # fmt: skip
        for item in owners:
            if not comparable(key.items[item], context, said):
                continue
            same = Reason("same", "The same words.")
            edges[at][item] = correct(_variant(key.items[item], said), same)
    _shared(key, parts, items, edges, denied)
    open_items = [at for at in range(len(key.items)) if not any(at in edge for edge in edges)]
    open_parts = [at for at, edge in enumerate(edges) if not edge]
    pairs = sorted(
        ((_alike(parts[p].text, key.items[i]), p, i) for p in open_parts for i in open_items[:40]),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    # A part that is a sentence may give several items.
    wide = [len(fold(part.text).split()) > items.longest + 3 for part in parts]
    graded, chars, placed = 0, 0, set[int]()
    for _, part_at, item in pairs:
        if graded == MOST_GRADED or chars > MOST_READ:
            break
        taken = bool(edges[part_at]) and not wide[part_at]
        if taken or denied[part_at] or item in placed or len(parts[part_at].text) > LONGEST:
            continue
        graded, chars = graded + 1, chars + len(parts[part_at].text)
        verdict = _graded(key, context, item, bare(parts[part_at].text))
        if verdict.accepted:
            edges[part_at][item] = verdict
            placed.add(item)
    _repeated(key, parts, items, edges, denied)
    _joined(key, context, text, parts, edges, denied)
    return Fits(tuple(edges), tuple(denied), tuple(wide))


def _repeated(
    key: ListKey,
    parts: list[Part],
    items: Items,
    edges: list[dict[int, Verdict]],
    denied: list[bool],
) -> None:
    """Marks what only says an item again, or a word of the item that its neighbour gave."""
    given = {item for edge in edges for item in edge}
    for at in [at for at, edge in enumerate(edges) if not edge and not denied[at]][:8]:
        words = form(parts[at].text)
        owner = next(
            (owned[0] for shape, owned in items.forms.items()
             if f" {shape} " in f" {words} " and owned[0] in given), None,
        )  # fmt: skip
        content = {word for word in words.split() if word not in FUNCTION}
        for near in (at - 1, at + 1):
            if owner is None and 0 <= near < len(parts) and content:
                owner = next(
                    (item for item in edges[near] if content <= _words(key.items[item])), None
                )
        if owner is not None:
            edges[at][owner] = correct(None)


def _words(item: tuple[str, ...]) -> set[str]:
    """The words of all variants of an item."""
    return {word for variant in item for word in form(variant).split()}


def _joined(
    key: ListKey,
    context: Context,
    text: str,
    parts: list[Part],
    edges: list[dict[int, Verdict]],
    denied: list[bool],
) -> None:
    """Neighbours that give an item only together: "fusing the civil and the military sector"."""
    given = {item for edge in edges for item in edge}
    missing = [item for item in range(len(key.items)) if item not in given][:4]
    tries = 0
    for at in range(len(parts) - 1):
        both = parts[at : at + 2]
        if tries == 3 or any(edges[n] or denied[n] for n in (at, at + 1)):
            continue
        whole = text[both[0].start : both[1].end]
        if len(whole) > LONGEST or not _AND.fullmatch(text[both[0].end : both[1].start]):
            continue
        tries += 1
        for item in missing:
            verdict = _graded(key, context, item, bare(whole))
            if verdict.accepted:
                edges[at][item] = verdict
                edges[at + 1][item] = correct(None)
                break


def _variant(item: tuple[str, ...], text: str) -> str:
    return next((variant for variant in item if form(variant) == form(text)), plain(item[0]))


def _denied(text: str) -> bool:
    """Whether a part is denied as a whole: "not blue"."""
    if " " not in text or len(text) > LONGEST:
        return False
    words = content(tokens(text))
    return bool(words) and all(token.denied for token in words)


def _alike(text: str, item: tuple[str, ...]) -> float:
    """How near a part looks to an item; only to decide what is worth a look."""
    from rapidfuzz import fuzz

    folded = fold(text)[:80]
    return max(fuzz.partial_ratio(folded, fold(variant)[:80]) for variant in item[:12])


def _graded(key: ListKey, context: Context, item: int, text: str) -> Verdict:
    """The verdict on a part for one item; the other items are rivals, never slips of it."""
    others = tuple(
        variant
        for at, variants in enumerate(key.items)
        if at != item
        for variant in variants
        if variant not in key.items[item]
    )
    folded = fold(context.prompt)
    prompt = "" if any(fold(variant) in folded for variant in key.items[item]) else context.prompt
    inner = context._replace(prompt=prompt, rivals=(*context.rivals, *others))
    verdict = grade_text(TextKey(key.items[item]), inner, text)
    if not key.text.wrong or not verdict.accepted:
        return verdict
    if any(reason.code in ("same", "words", "form") for reason in verdict.reasons):
        return verdict
    return grade_text(TextKey(key.items[item], key.text.wrong), inner, text)


def _shared(
    key: ListKey,
    parts: list[Part],
    items: Items,
    edges: list[dict[int, Verdict]],
    denied: list[bool],
) -> None:
    """Parts that share a word with a neighbour (left and right atria)."""
    for at, part in enumerate(parts):
        if edges[at] or denied[at]:
            continue
        words = bare(part.text).split()
        tails = [bare(other.text).split() for other in parts[at + 1 : at + 4]]
        heads = [bare(other.text).split() for other in parts[max(0, at - 3) : at]]
        tries = [[*words, tail[-1]] for tail in tails if len(tail) > 1]
        tries += [[*head[:n], *words] for head in heads for n in (1, 2) if len(head) > n]
        for attempt in tries[:8]:
            owners = items.forms.get(form(" ".join(attempt)), ())
            if owners:
                edges[at][owners[0]] = correct(
                    plain(key.items[owners[0]][0]), Reason("shared", "A word is shared.")
                )
                break


def assign(fits: Fits, count: int) -> dict[int, int]:
    """An item for as many parts as possible, each once: {item: part}."""
    taken: dict[int, int] = {}

    def place(part: int, seen: set[int]) -> bool:
        for item in fits.edges[part]:
            if item in seen:
                continue
            seen.add(item)
            if item not in taken or place(taken[item], seen):
                taken[item] = part
                return True
        return False

    for part in range(len(fits.edges)):
        if len(taken) == count:
            break
        place(part, set())
    for part, wide in enumerate(fits.wide):
        for item in fits.edges[part] if wide else ():
            taken.setdefault(item, part)
    return taken
