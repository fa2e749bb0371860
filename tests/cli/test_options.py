"""The notation in which options are listed, and that every command has its place in the tables."""

import re
from importlib import import_module

import pytest

from quizapp.cli.main import COMMANDS
from quizapp.cli.options import OPTIONS
from quizapp.cli.parser import Parser, add_options, examples, meanings
from quizapp.exchange.formats import FORMATS


def parsed(typed: str, *words: str) -> dict[str, object]:
    """What a parser for this one entry makes of the words."""
    parser = Parser("x", "")
    add_options(parser, (typed,))
    return vars(parser.parse_args(words))


@pytest.mark.parametrize(
    ("typed", "words", "found"),
    [
        ("BANK", ("tides",), {"bank": "tides"}),
        ("FOLDER DIR", ("here",), {"folder": "here"}),
        ("[BANK]", (), {"bank": None}),
        ("[FILE] = -", (), {"file": "-"}),
        ("[LOG ...]", (), {"logs": []}),
        ("FILE ...", ("a", "b"), {"files": ["a", "b"]}),
        ("SHELL bash|zsh", ("zsh",), {"shell": "zsh"}),
        ("--strict", (), {"strict": False}),
        ("--drop-drafts", ("--drop-drafts",), {"drop_drafts": True}),
        ("--[no-]certainty", ("--no-certainty",), {"certainty": False}),
        ("--theme NAME", (), {"theme": None}),
        ("--resume [ID]", ("--resume",), {"resume": ""}),
        ("--tag TAG ...", ("--tag", "a", "--tag", "b"), {"tag": ["a", "b"]}),
        ("--tag TAG ...", (), {"tag": []}),
        ("--by me|you = me", (), {"by": "me"}),
        ("--by instructor", (), {"by": None}),
        ("--count N", ("--count", "3"), {"count": 3}),
        ("--port N = 8000", (), {"port": 8000}),
        ("-o DIR", ("-o", "x"), {"out": "x"}),
        ("--to FORMAT", ("--to", "gift"), {"to": "gift"}),
    ],
)
def test_what_is_written_as_in_a_manual_page_can_be_typed(
    typed: str, words: tuple[str, ...], found: dict[str, object]
) -> None:
    assert parsed(typed, *words) == found


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("BANK", ()),
        ("FILE ...", ()),
        ("SHELL bash|zsh", ("fish",)),
        ("--by instructor", ("--by", "me")),
        ("--count N", ("--count", "0")),
        ("--to FORMAT", ()),
    ],
)
def test_what_does_not_fit_ends_with_exit_status_2(typed: str, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as stopped:
        parsed(typed, *words)
    assert stopped.value.code == 2


@pytest.mark.parametrize(("command", "option"), [("import", "--format"), ("export", "--to")])
def test_the_formats_are_all_told(command: str, option: str) -> None:
    told = meanings(f"quizapp {command}")[f"{option} FORMAT"]
    known = [
        name
        for name, form in FORMATS.items()
        if (form.reads if command == "import" else form.writes)
    ]
    assert [name for name in known if not re.search(rf"(?<![\w-]){name}\b", told)] == []


def test_every_command_has_options_examples_and_a_module() -> None:
    assert [name for name in OPTIONS if not examples(f"quizapp {name}")] == []
    assert [name for name in OPTIONS if "…" in meanings(f"quizapp {name}").values()] == []
    assert set(OPTIONS) == set(COMMANDS)
    for name in COMMANDS:
        file = "import_" if name == "import" else name.replace("-", "_")
        assert callable(import_module(f"quizapp.cli.commands.{file}").run)
