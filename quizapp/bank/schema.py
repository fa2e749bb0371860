"""The JSON Schema of the bank format, made from its model: for editors that complete and check.

The model has the long forms; where a bank may say the same in fewer words, the schema allows both.
"""

from typing import Any

from quizapp.bank.load import HEAD_TABLES
from quizapp.bank.model import Head, Paper, Passage, Source
from quizapp.kinds import KINDS

Schema = dict[str, Any]

DESCRIPTIONS: dict[str, dict[str, str]] = {
    "Head": {
        "": "What the bank is, and what applies to all of its questions.",
        "id": "Letters, figures, '-', '_' and '.'; scores hang on it: never change it.",
        "title": "One line, as learners see it.",
        "language": "The language of the answers, as a code: en.",
        "authors": "Who wrote the bank.",
        "license": "Under what terms it may be used, such as CC-BY-4.0.",
        "synonyms": "Groups of expressions with one meaning in every question of the bank.",
        "distinct": "Groups of expressions that never stand for each other, in any question.",
        "strict": "Whether slips of the pen count as errors, in all questions.",
        "allow": "Codes of advice that check is not to give on the bank.",
    },
    "Source": {
        "": "The text that is taught.",
        "title": "Its title.",
        "author": "Who wrote it.",
        "year": "When it was published.",
        "url": "Where it can be read.",
        "note": "Anything else, such as an edition.",
    },
    "Passage": {
        "": "One paragraph of the text.",
        "id": "By this, questions name it in support.",
        "section": "The heading under which it stands.",
        "paragraph": "Its number in the text, from 1, headings and notes not counted.",
        "text": "The paragraph itself, where the bank may hold it.",
        "digest": "Its content in the bank's own words, where it may not.",
        "note": "Its number, where it is a note to the paragraph and not the paragraph itself.",
        "fingerprint": "Recognises the paragraph in a copy that the learner has.",
    },
    "Paper": {
        "": "An exam that the bank sets.",
        "id": "By this, learners call it.",
        "title": "As learners see it.",
        "sections": "The sections that it is on; all if left out.",
        "count": "How many questions; one an objective if left out.",
        "seed": "Makes it the same paper each time.",
        "minutes": "The time limit.",
        "pass_mark": "The score needed to pass, in per cent.",
    },
    "Question": {
        "id": "Unique in the bank; scores hang on it. Made from the prompt if left out.",
        "kind": "How it is answered; found from the other fields where one kind alone fits.",
        "prompt": "What is asked.",
        "support": "The passages that settle the answer, shown after it.",
        "hint": "Shown on demand; narrows the search without a word of the answer.",
        "explanation": "Shown after the answer: why it is so.",
        "objective": "What it tests: names from [objectives].",
        "level": "What the learner has to do with what is known.",
        "tags": "Words by which learners choose questions.",
        "weight": "What it counts for in the score.",
        "distinct": "Groups of expressions that never stand for each other here.",
        "strict": "Whether slips of the pen count as errors.",
        "wrong": "Errors that are expected, each with the feedback that mends it.",
        "partial": "Answers that are half right, each with its score and what is missing.",
        "tests": "Responses with the outcome that they must get; check grades them.",
        "expects": "What is asked for, shown in the answer box: a phrase, two countries.",
        "reveals": "Ids of questions whose answers this one gives away; those are asked first.",
        "shuffle": "Whether options stand in another order each time.",
        "draft": "A draft is never asked.",
        "was": "Former ids, so that scores follow a question that was renamed.",
        "allow": "Codes of advice that check is not to give on it.",
    },
    "Support": {
        "": "A passage that settles the answer.",
        "passage": "Its id.",
        "evidence": "The deciding words, as they stand in the passage.",
        "sentences": "The deciding sentences of the source's own paragraph, from 1.",
    },
    "SaidBy": {
        "": "Wordings of an idea with whose they are.",
        "says": "Short wordings.",
        "by": "Of whom they are said.",
    },
    "Idea": {
        "": "Something that an answer must express.",
        "says": "Short wordings, any of which expresses it.",
        "missing": "Shown to a learner who leaves it out.",
        "by": "Whose it is: of whom it is said.",
        "alone": "Whether it is enough: who says it need say no other idea.",
    },
    "Wrong": {
        "": "An error that is expected.",
        "answers": "Wrong answers, whole.",
        "ideas": "The ideas that make a response this error.",
        "feedback": "What mends the error.",
    },
    "Partial": {
        "": "Answers that are half right.",
        "answers": "Such answers, whole.",
        "ideas": "The ideas that earn the part.",
        "score": "What they earn, between 0 and 1.",
        "feedback": "What is missing.",
    },
    "Tests": {
        "": "Responses with the outcome that they must get.",
        "accept": "Right, with or without a slip.",
        "partial": "Partly right.",
        "reject": "Wrong.",
    },
    "Text": {
        "": "An answer in words.",
        "answers": "Ways to say it; the first is the model answer.",
        "answer": "The answer, or a list of ways to say it; the first is the model answer.",
        "ideas": "What an answer must express, each by its wordings.",
        "ordered": "Whether the ideas must come in this order.",
        "need": "How many of the ideas are enough; all if left out.",
        "part": "Whether some of the ideas earn their share.",
    },
    "Number": {
        "": "A quantity.",
        "answer": "A figure, or [low, high] for a range that must be given.",
        "tolerance": "How far off is still right: a figure, or a share such as 5%.",
        "unit": "What a bare figure is read in; other units are converted.",
    },
    "Date": {
        "": "A point in time.",
        "answer": "As precise as is asked: 1987, 1987-09, 1987-09-16, 1930s, 19th century, 44 BC.",
        "tolerance": "How far off is still right, in what the answer counts in.",
    },
    "Listing": {
        "": "Several things to be named.",
        "items": "The things, each with the ways to say it.",
        "need": "How many are asked for; all if left out.",
        "ordered": "Whether they must come in this order.",
    },
    "Cloze": {
        "": "A sentence with gaps.",
        "gaps": "For each ___ of the prompt the ways to fill it; or write [[them]] in the prompt.",
    },
    "Option": {
        "": "What may be chosen.",
        "text": "Its words.",
        "correct": "Whether it is right.",
        "feedback": "Shown to a learner who chooses it.",
    },
    "Choice": {
        "": "One option of several.",
        "options": 'The options; "*yeast" is the right one, "salt" another.',
        "answer": "The right option, where it is not marked.",
    },
    "Multiple": {
        "": "All options that are right.",
        "options": 'The options; "*yeast" is a right one, "salt" another.',
        "answer": "The right options, where they are not marked.",
    },
    "Why": {
        "": "The reason to be given.",
        "ideas": "What the reason must express, each by its wordings.",
        "wrong": "Wrong reasons, each with the feedback that mends it.",
        "partial": "Reasons that are half right.",
    },
    "Boolean": {
        "": "Whether a statement is true, and why.",
        "answer": "Whether it is true.",
        "reason": "The reason to be given; without it the value is all.",
    },
    "Order": {"": "Items to be put into order.", "items": "The items in the right order."},
    "Match": {
        "": "Pairs to be put together.",
        "pairs": "Left and right of each pair.",
        "extra": "Right sides that fit nothing.",
    },
    "PointToMake": {
        "": "A point that an answer should make.",
        "answers": "Ways to make it.",
        "ideas": "What makes it, each by its wordings.",
        "name": "What it is called when it is marked.",
        "feedback": "Shown to a learner who misses it.",
    },
    "Points": {
        "": "An open answer, credited by the points that it makes.",
        "points": "The points.",
        "need": "How many earn full credit; all if left out.",
    },
}
"""What every table and field means, in a line; under "" what a table is."""

TABLES = {
    "format": "The version of the format: 1.",
    "bank": DESCRIPTIONS["Head"][""],
    "objectives": "What the questions test, by name, in words for people.",
    "source": DESCRIPTIONS["Source"][""],
    "passage": "The paragraphs of the text that settle answers.",
    "paper": "Exams that the bank sets.",
    "question": "The questions.",
}

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
        "properties": {name: {"description": TABLES[name], **tables[name]} for name in HEAD_TABLES},
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
        "description": DESCRIPTIONS[name][""],
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
    known = (DESCRIPTIONS[name].get(field) for name in (table, "Question", "Text"))
    return next(filter(None, known))
