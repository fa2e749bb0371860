"""The schema says of banks what the program says, as an independent validator reads it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli
from bank.test_short_forms import ALIKE
from bank.test_short_forms import HEAD as SHORT_HEAD

from quizapp.bank.find import shipped
from quizapp.bank.model import Head, Paper, Passage, Source
from quizapp.bank.schema import NAMES, descriptions, of_field, schema
from quizapp.kinds import KINDS
from quizapp.structs import Struct

jsonschema = pytest.importorskip("jsonschema")

FILES = sorted(shipped().glob("*/*.toml"))
SHORT = {name: f"{SHORT_HEAD}[[question]]\n{short}\n" for name, (short, _) in ALIKE.items()}


@pytest.fixture(scope="module")
def validator() -> Any:
    made = schema()
    jsonschema.Draft202012Validator.check_schema(made)
    return jsonschema.Draft202012Validator(made)


def read(text: str) -> Any:
    """TOML as an editor's validator sees it: a date is a text."""
    return _texts(tomli.loads(text))


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _texts(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_texts(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(path.parts[-2:]))
def test_the_shipped_banks_are_valid(validator: Any, path: Path) -> None:
    validator.validate(read(path.read_text(encoding="utf-8")))


def test_a_bank_with_every_kind_is_valid(validator: Any, good: str) -> None:
    validator.validate(read(good))


@pytest.mark.parametrize("text", SHORT.values(), ids=SHORT)
def test_short_forms_are_valid(validator: Any, text: str) -> None:
    validator.validate(read(text))


WRONG = {
    "misspelt field": 'prompt = "P?"\nanswers = "a"\nhnit = "x"',
    "misspelt kind": 'kind = "chioce"\nprompt = "P?"\noptions = ["*a", "b"]',
    "no prompt": 'answers = "a"',
    "no answer": 'kind = "text"\nprompt = "P?"',
    "a field of another kind": 'kind = "text"\nprompt = "P?"\nanswers = "a"\npairs = []',
    "a text for a number": 'kind = "number"\nprompt = "P?"\nanswer = "two"',
    "a level that there is not": 'prompt = "P?"\nanswers = "a"\nlevel = "hard"',
    "a field of support": 'prompt = "P?"\nanswers = "a"\nsupport = [{ passge = "p" }]',
    "tests": 'prompt = "P?"\nanswers = "a"\ntests = { acept = ["a"] }',
    "a pair of three": 'kind = "match"\nprompt = "P?"\npairs = [["a", "b", "c"]]',
}  # fmt: skip


@pytest.mark.parametrize("lines", WRONG.values(), ids=WRONG)
def test_what_the_program_refuses_is_not_valid(validator: Any, lines: str) -> None:
    assert not validator.is_valid(read(f"{SHORT_HEAD}[[question]]\n{lines}\n"))


def test_every_field_of_the_model_is_described() -> None:
    described = set()
    for name, part in schema()["$defs"].items():
        for field, value in part["properties"].items():
            assert value["description"] == of_field(name, field)
            described.add((name, field))
    tables: tuple[type[Struct], ...] = (Head, Source, Passage, Paper, *KINDS.values())
    held = {(one.__name__, field) for one in tables for field in one.__struct_fields__}
    assert held - described == set()
    named = {f"{NAMES.get(name, name.lower())}.{field}" for name, field in described}
    own = {one for one in descriptions() if "." in one}
    stale = {one for one in own if not one.startswith("question.")} - named
    assert stale == set()
