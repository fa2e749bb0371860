"""The JSON Schema of the bank format, made from its model: for editors that complete and check.

The model has the long forms; where a bank may say the same in fewer words, the schema allows both.
What fields mean is told by the guide for instructors, which comes with the program.
"""

import re
from functools import cache
from typing import Any

from quizapp.bank.find import shipped
from quizapp.bank.load import HEAD_TABLES
from quizapp.bank.model import Head, Paper, Passage, Source
from quizapp.kinds import KINDS

Schema = dict[str, Any]

NAMES = {
    **{kind.__name__: name for name, kind in KINDS.items()},
    "Head": "bank", "SaidBy": "wording", "Why": "reason", "PointToMake": "point",
}  # fmt: skip
"""What the guide calls tables whose types have other names."""

TEXT: Schema = {"type": ["string", "number", "boolean"]}
TEXTS: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}
TOLD: Schema = {
    "description": "Wordings, each with its feedback.",
    "type": "object",
    "additionalProperties": {"type": "string"},
}
SHORT: dict[str, list[Schema]] = {
    "Support": [{"type": "string"}],
    "Wrong": [TEXT, TOLD],
    "Partial": [TEXT, TOLD],
    "Idea": [TEXT, {"type": "array", "items": {"anyOf": [TEXT, {"$ref": "#/$defs/SaidBy"}]}}],
    "Option": [TEXT],
    "PointToMake": [TEXTS],
    "Tests": [TEXTS],
    "Why": [TEXTS],
}
"""What may stand for a table of the model."""
INSTEAD = {"Text": ("answers", "answer"), "Choice": ("", "answer"), "Multiple": ("", "answer")}
"""Fields that a question may have instead of one of the model, or beside it."""
MADE = frozenset(("id", "kind", "gaps"))
"""Fields that are made where they are left out."""


def schema_text() -> str:
    """The schema as it is written into a file."""
    from json import dumps

    return f"{dumps(schema(), ensure_ascii=False, indent=2)}\n"


def schema() -> Schema:
    """The schema of a file of a bank: of one with `[bank]`, and of one with questions alone."""
    from msgspec import json

    _, parts = json.schema_components(
        [Head, Source, Passage, Paper, *KINDS.values()], ref_template="#/$defs/{name}"
    )
    known = {name: _table(name, part) for name, part in parts.items()}
    questions = [{"$ref": f"#/$defs/{kind.__name__}"} for kind in KINDS.values()]
    told = descriptions()
    tables: dict[str, Schema] = {
        "format": {"const": 1},
        "bank": {"$ref": "#/$defs/Head"},
        "objectives": {"type": "object", "additionalProperties": {"type": "string"}},
        "source": {"$ref": "#/$defs/Source"},
        "passage": {"type": "array", "items": {"$ref": "#/$defs/Passage"}},
        "paper": {"type": "array", "items": {"$ref": "#/$defs/Paper"}},
        "question": {"type": "array", "items": {"anyOf": questions}},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A bank of questions",
        "type": "object",
        "properties": {
            name: {"description": told.get(f"{name}s") or told[name], **tables[name]}
            for name in HEAD_TABLES
        },
        "additionalProperties": False,
        "$defs": known,
    }


def _table(name: str, part: Schema) -> Schema:
    """The schema of a table, with what every field means and the short forms of its values."""
    free = name == "Source"
    properties: dict[str, Schema] = {
        field: {
            "description": of_field(name, field),
            **(TEXT if free or (name, field) == ("Date", "answer") else _value(value)),
        }
        for field, value in part["properties"].items()
    }
    needed = [field for field in part.get("required", ()) if field not in MADE]
    if name in ("Passage", "Head", "Paper"):
        needed = list(part["required"])
    made: Schema = {
        "description": descriptions()[NAMES.get(name, name.lower())],
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    field, other = INSTEAD.get(name, ("", ""))
    if other:
        properties[other] = {"description": of_field(name, other), **TEXTS}
    if field:
        needed.remove(field)
        made["anyOf"] = [{"required": [field]}, {"required": [other]}]
    return {**made, "required": needed} if needed else made


def _value(value: Schema) -> Schema:
    """The schema of a value, its short forms allowed. There is no null in TOML."""
    if "anyOf" in value:
        kinds = [_value(one) for one in value["anyOf"] if one.get("type") != "null"]
        found = kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    elif "$ref" in value:
        found = _one_or_short(value["$ref"])
    elif value.get("type") == "array" and isinstance(value.get("items"), dict):
        found = _list(value["items"])
    elif "prefixItems" in value:
        found = {
            **value,
            "prefixItems": [
                TEXT if one == {"type": "string"} else _value(one) for one in value["prefixItems"]
            ],
        }
    elif value == {"type": "string"} or value == {"type": "string", "default": ""}:
        return {"type": "string"}
    else:
        found = {key: part for key, part in value.items() if key != "default"}
    default = value.get("default")
    plain = isinstance(default, str | int | float) and default != ""
    return {**found, "default": default} if plain else found


def _list(items: Schema) -> Schema:
    """A list, or what stands for a list of one."""
    if items == {"type": "string"}:
        return TEXTS
    if items.get("type") == "array":
        inner = TEXTS if items.get("items") == {"type": "string"} else _value(items)
        return {"type": "array", "items": inner}
    if "$ref" in items:
        one = _one_or_short(items["$ref"])
        return {"anyOf": [{"type": "array", "items": one}, one]}
    return {"anyOf": [{"type": "array", "items": _value(items)}, _value(items)]}


def _one_or_short(reference: str) -> Schema:
    name = reference.rpartition("/")[2]
    table = {"$ref": reference}
    return {"anyOf": [table, *SHORT[name]]} if name in SHORT else table


def of_field(table: str, field: str) -> str:
    """What a field of a table means; a kind of question has those of every question, and what is
    put into words has those of a text."""
    tables = (NAMES.get(table, table.lower()), "question", "text")
    return next(filter(None, (descriptions().get(f"{name}.{field}") for name in tables)))


@cache
def descriptions() -> dict[str, str]:
    """What every table and field means, in a line, as the reference in the guide has it."""
    guide = (shipped() / "README.md").read_text(encoding="utf-8")
    return dict(re.findall(r"(?m)^\| `([a-z_.]+)` \| (.*) \|$", guide.split("\n## Reference\n")[1]))
