"""Short forms that a bank may use where the meaning is clear, and what they stand for."""

from typing import Any

Raw = dict[str, Any]


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
    if isinstance(value, list):
        return [entry for item in value for entry in _entries(item)]
    found = _entries(value)
    return value if found == [value] and not isinstance(value, dict) else found


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


def expand_answers(entries: Any) -> None:
    """Expand `answers` and `ideas` in each table of `entries`, in place."""
    if isinstance(entries, list):
        for entry in entries:
            if isinstance(entry, dict):
                if "answers" in entry:
                    entry["answers"] = texts(entry["answers"])
                expand_ideas(entry)


def expand_ideas(table: Raw) -> None:
    """Expand `ideas` in a table, in place: an idea may be just its wordings, or one wording."""
    ideas = table.get("ideas")
    if isinstance(ideas, list):
        table["ideas"] = [_idea(idea) for idea in ideas]
    elif isinstance(ideas, dict):
        table["ideas"] = [_idea(ideas)]


def _idea(value: Any) -> Any:
    if not isinstance(value, dict):
        value = {"says": value}
    for name in ("says", "by"):
        if name in value:
            value[name] = texts(value[name])
    if isinstance(value.get("says"), list):
        for one in value["says"]:
            if isinstance(one, dict):
                one.update({name: texts(one[name]) for name in ("says", "by") if name in one})
    return value


def expand_common(raw: Raw) -> None:
    """Expand the fields that every question may carry, in place."""
    for name in ("objective", "tags", "was", "reveals", "allow"):
        if name in raw:
            raw[name] = texts(raw[name])
    for name in ("wrong", "partial"):
        if name in raw:
            raw[name] = entries(raw[name])
            expand_answers(raw[name])
    if "support" in raw:
        raw["support"] = tables(raw["support"])
        if isinstance(raw["support"], str):
            raw["support"] = [raw["support"]]
        raw["support"] = expand_support(raw["support"])
    tests = raw.get("tests")
    if isinstance(tests, str | list):
        raw["tests"] = {"accept": texts(tests)}
    elif isinstance(tests, dict):
        for name, value in tests.items():
            tests[name] = texts(value)


def expand_support(support: Any) -> Any:
    """Each support as a table: a text alone names its passage; `evidence` and `sentences` are
    lists."""
    if not isinstance(support, list):
        return support
    for entry in support:
        if isinstance(entry, dict):
            if isinstance(entry.get("evidence"), str):
                entry["evidence"] = [entry["evidence"]]
            if type(entry.get("sentences")) is int:
                entry["sentences"] = [entry["sentences"]]
    return [{"passage": entry} if isinstance(entry, str) else entry for entry in support]
