"""Short forms that a bank may use where the meaning is clear, and what they stand for."""

from collections.abc import Callable, Mapping
from typing import Any

Raw = dict[str, Any]
Form = Callable[[Any], Any]
"""Gives a value in full; what it knows no short form of is left for the types to refuse."""
Forms = Mapping[str, Form]
"""The short forms of fields, by their names."""


def words(value: Any) -> Any:
    """A number or boolean as text; any other value unchanged."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{value:g}" if abs(value) < 1e15 else value
    return value


def texts(value: Any) -> Any:
    """A list of texts: a single one becomes a list of one, numbers become text."""
    if type(value) is list:
        return [item if type(item) is str else words(item) for item in value]
    if isinstance(value, str | int | float):
        return [words(value)]
    return value


def lists_of_texts(value: Any) -> Any:
    """A list of lists of variants: an item that is a single text becomes a list of one."""
    if isinstance(value, list):
        return [texts(item) for item in value]
    if isinstance(value, str):
        return [[value]]
    return value


def tables(value: Any) -> Any:
    """A list of tables: a single one becomes a list of one."""
    return [value] if isinstance(value, dict) else value


ENTRY = frozenset(("answers", "ideas", "ordered", "need", "score", "feedback"))
"""The fields of an entry of `wrong` or `partial`: a table with none of them has wordings."""


def entries(value: Any) -> Any:
    """Anticipated answers as a list of tables: `"salt"` is an answer alone, and
    `{ "salt" = "It slows the yeast." }` answers with their feedback."""
    if not isinstance(value, str | int | float | list | dict) or isinstance(value, bool):
        return value
    items = value if isinstance(value, list) else [value]
    return [expanded(entry, KEY) for item in items for entry in _entries(item)]


def _entries(item: Any) -> list[Any]:
    if isinstance(item, str | int | float) and not isinstance(item, bool):
        return [{"answers": item}]
    if not isinstance(item, dict) or not ENTRY.isdisjoint(item) or not item:
        return [item]
    from difflib import get_close_matches

    worded = all(isinstance(told, str) for told in item.values())
    if not worded or any(get_close_matches(key.lower()[:20], ENTRY, 1, 0.8) for key in item):
        return [item]  # a key that is nearly the name of a field is no wording
    return [{"answers": words, "feedback": told} for words, told in item.items()]


def expanded(table: Any, forms: Forms) -> Any:
    """A table with its fields in full, in place; what is no table is unchanged."""
    if isinstance(table, dict):
        for name, form in forms.items():
            if name in table:
                table[name] = form(table[name])
    return table


def _wordings(value: Any) -> Any:
    """The wordings of an idea, some of them with whose they are."""
    found = texts(value)
    return [expanded(one, SAID_BY) for one in found] if isinstance(found, list) else found


def ideas(value: Any) -> Any:
    """Ideas as tables: an idea may be just its wordings, or one wording."""
    listed = tables(value)
    if not isinstance(listed, list):
        return value
    return [expanded(one if isinstance(one, dict) else {"says": one}, IDEA) for one in listed]


def supports(value: Any) -> Any:
    """Each support as a table: a text alone names its passage."""
    listed = [value] if isinstance(value, str | dict) else value
    if not isinstance(listed, list):
        return value
    return [{"passage": one} if isinstance(one, str) else expanded(one, SUPPORT) for one in listed]


def tests(value: Any) -> Any:
    """Tests as a table: texts alone are to be accepted."""
    if isinstance(value, str | list):
        return {"accept": texts(value)}
    return {name: texts(one) for name, one in value.items()} if isinstance(value, dict) else value


def _alone(kind: type) -> Form:
    """The form of a list in which a value of this type may stand for a list of one."""
    return lambda value: [value] if type(value) is kind else value


SAID_BY: Forms = {"says": texts, "by": texts}
IDEA: Forms = {"says": _wordings, "by": texts}
KEY: Forms = {"answers": texts, "ideas": ideas}
"""What an answer in words has, whole or by its ideas."""
SUPPORT: Forms = {"evidence": _alone(str), "sentences": _alone(int)}
COMMON: Forms = {
    **dict.fromkeys(("objective", "tags", "was", "reveals", "allow"), texts),
    **dict.fromkeys(("wrong", "partial"), entries),
    "support": supports,
    "tests": tests,
}
"""What every question may have."""
