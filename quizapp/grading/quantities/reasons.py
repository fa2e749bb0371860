"""Why a figure is right or wrong, in a sentence that a learner understands."""

import math

from quizapp.grading.quantities import qualifiers
from quizapp.grading.quantities.asked import Asked, Target, amounts
from quizapp.grading.quantities.model import Quantity
from quizapp.grading.quantities.wording import figure_in_words, with_unit
from quizapp.grading.verdict import Reason


def fits(quantity: Quantity, target: Target, wanted: Asked) -> Reason:
    """Why a quantity is right: it is the figure, a conversion of it, or near enough."""
    typed = quantity.text.strip()
    if quantity.unit is not None and wanted.measure is not None and quantity.unit != wanted.measure:
        values = amounts(quantity, wanted) or (quantity.value,)
        nearest = min(values, key=lambda value: abs(value - target.value))
        value = float(f"{nearest:.5g}")
        said = with_unit(figure_in_words(value * wanted.scale), wanted.measure)
        return Reason("unit", f"{typed} is {said}.")
    return Reason("quantity", f"{typed} fits {target.text}.")


def hedge(best: Quantity, rival: Quantity) -> Reason:
    """Two figures where one is asked."""
    first, second = sorted((best, rival), key=lambda quantity: quantity.start)
    return Reason(
        "hedge", f"Two figures, {first.text.strip()} and {second.text.strip()}, where one is asked."
    )


def bound(quantity: Quantity, target: Target, text: str) -> Reason:
    """A bound is not the figure."""
    _, start = qualifiers.before(text, quantity.start)
    behind = text[quantity.end : quantity.end + qualifiers.extent(text, quantity.end)]
    said = text[start : quantity.end].strip() + behind.rstrip(".!?")
    if quantity.qualifier == "near":
        return Reason("bound", f"“{said}” leaves the figure open: it is exactly {target.text}.")
    return Reason("bound", f"“{said}” is a bound: the figure itself is asked, {target.text}.")


def one_bound(given: Quantity, rest: list[Quantity], target: Target) -> Reason:
    """One bound of a range is right."""
    typed = given.text.strip() if given.high is None and not rest else figure_in_words(given.value)
    if rest:
        return Reason(
            "range", f"{typed} is right, {figure_in_words(rest[0].value)} is not: {target.text}."
        )
    return Reason("range", f"{typed} is one bound; both are asked: {target.text}.")


def refused(quantity: Quantity, target: Target, wanted: Asked) -> Reason:
    """Why a figure is wrong: its unit, its magnitude, its sign, or the figure itself."""
    typed = quantity.text.strip()
    values = amounts(quantity, wanted)
    if values is None:
        return _wrong_unit(quantity, wanted)
    if target.high is not None:
        return Reason("range", f"{typed} is not {target.text}: a range with both bounds is asked.")
    if quantity.high is not None:
        return Reason("range", f"{typed} is a range: one figure is asked, {target.text}.")
    value, answer = values[0], target.value
    if value == -answer:
        return Reason("sign", f"{typed} has the wrong sign: it is {target.text}.")
    if quantity.unit is not None and quantity.unit != wanted.measure and wanted.measure is not None:
        return _converted(quantity, value, target, wanted)
    if math.isfinite(value) and value and answer and (value > 0) == (answer > 0):
        power = math.log10(abs(value / answer))
        whole = round(power)
        if whole and abs(power - whole) < 1e-9:
            return _magnitude(typed, whole, target)
    return Reason("figure", f"{typed} is not {target.text}.")


def _magnitude(typed: str, power: int, target: Target) -> Reason:
    names = {3: "thousand", 6: "million", 9: "billion"}
    times = f"a {names[abs(power)]} times" if abs(power) in names else f"{10 ** abs(power):,} times"
    if abs(power) > 12:
        times = "many times"
    if abs(power) == 1:
        times = "ten times"
    size = "too large" if power > 0 else "too small"
    return Reason(
        "magnitude", f"{typed} has the wrong magnitude, {times} {size}: it is {target.text}."
    )


def _wrong_unit(quantity: Quantity, wanted: Asked) -> Reason:
    typed = quantity.text.strip()
    assert quantity.unit is not None
    if wanted.measure is None:
        return Reason("unit", f"{typed} is in {quantity.unit.many}, and a plain number is asked.")
    if quantity.unit.currency and wanted.measure.currency:
        return Reason(
            "unit",
            f"{typed}: {quantity.unit.many} are not {wanted.measure.many}, and currencies are not "
            "converted.",
        )
    return Reason("unit", f"{typed} is in {quantity.unit.many}: {wanted.measure.many} are asked.")


def _converted(quantity: Quantity, value: float, target: Target, wanted: Asked) -> Reason:
    assert wanted.measure is not None
    said = with_unit(figure_in_words(float(f"{value * wanted.scale:.4g}")), wanted.measure)
    same_figure = abs(quantity.value - target.value) <= abs(target.value) * 0.01
    return Reason(
        "unit" if same_figure else "figure",
        f"{quantity.text.strip()} is {said}, not {target.text}.",
    )
