"""Keys for questions that come as answers in words and a `spec`, as `quizapp grade` reads them."""

import re
from collections.abc import Mapping
from typing import Any

from quizapp.grading import units
from quizapp.grading.dates.read import scan as dates
from quizapp.grading.dates.spelling import prepare
from quizapp.grading.english.asking import EXACTLY, WHEN
from quizapp.grading.key import DateKey, ListKey, NumberKey, TextKey
from quizapp.grading.quantities.asked import amounts, asked, main
from quizapp.grading.quantities.model import Quantity
from quizapp.grading.quantities.read import scan
from quizapp.grading.surface import surface
from quizapp.grading.units import RATIO


def number_key(text: TextKey, spec: Mapping[str, Any], prompt: str) -> NumberKey | None:
    """The key of a quantity whose answers are written in words; None if they name none."""
    unit = str(spec.get("unit") or "")
    dims = getattr(units.parse_unit(unit), "dims", None)
    for answer in text.answers:
        found = scan(surface(answer).text, dims)
        heads = [q for q in main(found) if q.kind != "labelled" or len(found) == 1]
        if len(heads) != 1:
            continue
        key = NumberKey(0.0, _figure(spec.get("tolerance")), 0.0, unit or _unit(heads[0]), text)
        figure = _answer(heads[0], key, prompt)
        if figure is not None:
            return key._replace(answer=figure)
    return None


def _answer(found: Quantity, key: NumberKey, prompt: str) -> float | tuple[float, float] | None:
    wanted = asked(key, prompt)
    low = amounts(found, wanted)
    if low and found.fraction and not found.unit and wanted.dims == RATIO:
        low = low[-1:]
    if low is None or found.high is None:
        return low[0] if low else None
    high = amounts(found._replace(value=found.high, others=()), wanted)
    return (low[0], high[0]) if high else None


def _unit(found: Quantity) -> str:
    return found.unit.many if found.unit else ""


def _figure(value: Any) -> float:
    return float(value) if isinstance(value, int | float) and value >= 0 else 0.0


def date_key(text: TextKey, spec: Mapping[str, Any], prompt: str) -> DateKey | None:
    """The key of a date whose answers are written in words; None if they name none.

    Where nobody wrote how exact it must be, "when" is answered by the year.
    """
    precision = str(spec.get("precision") or "")
    text = text._replace(answers=tuple(one for answer in text.answers for one in _each(answer)))
    for answer in text.answers:
        found = dates(prepare(answer))
        if len(found) != 1 or (found[0].weak and found[0].text != answer.strip()):
            continue
        if not precision and WHEN.search(prompt) and not EXACTLY.search(prompt):
            precision = "year"
        return DateKey(answer, _figure(spec.get("tolerance")), text, precision)
    return None


def _each(answer: str) -> list[str]:
    """The dates of an answer that gives several with strokes between them."""
    pieces = [piece.strip() for piece in answer.split("/")]
    if len(pieces) > 1 and all(re.search(r"\d{4}", piece) for piece in pieces):
        return pieces
    return [answer]


def list_key(text: TextKey, spec: Mapping[str, Any]) -> ListKey | None:
    """The key of a list; None where the case does not say its parts."""
    parts = spec.get("parts")
    if not isinstance(parts, list | tuple) or not parts:
        return None
    items = tuple(
        tuple(map(str, variants)) if isinstance(variants, list | tuple) else (str(variants),)
        for variants in parts
    )
    need = spec.get("need")
    return ListKey(
        tuple(item for item in items if item),
        need if isinstance(need, int) and 0 < need <= len(items) else 0,
        bool(spec.get("ordered")),
        text._replace(answers=()),
    )
