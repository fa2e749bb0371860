"""Banks to try things on."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from bank.writing import Content, Loads, Write, sound

from quizapp.bank.load import load
from quizapp.bank.model import Bank

GOOD = '''\
format = 1

[bank]
id = "tides"
title = "Why the sea moves"
language = "en"
authors = ["A. Pilot"]
license = "CC-BY-4.0"
synonyms = [["spring tide", "syzygy tide"], ["Moon", "lunar"]]

[objectives]
"semi-diurnal" = "Two high waters a day, and why"

[source]
title = "The pilot's book"
author = "A. Pilot"
year = 1921

[[passage]]
id = "p01"
section = "Two bulges"
paragraph = 1
digest = """Most coasts see two high waters in a lunar day, because the Earth turns
through both bulges. One faces the Moon; the other is on the far side."""

[[passage]]
id = "p02"
section = "Sun and Moon"
paragraph = 2
text = "Springs come at new and full moon. Neaps come a week later. The Sun does the rest."

[[question]]
id = "bulges-count"
kind = "number"
prompt = "How many high waters does most of the coast see in a lunar day?"
answer = 2
support = [{ passage = "p01", evidence = "two high waters", sentences = [1] }]
hint = "Count the bulges."
explanation = "A point on the rotating Earth passes through both bulges."
objective = "semi-diurnal"
level = "remember"
tags = ["figures"]
wrong = [{ answers = [1], feedback = "One bulge faces the Moon; there is another." }]

[[question]]
id = "springs-when"
kind = "text"
prompt = "At which phases of the Moon do the largest tides come?"
answers = ["new and full moon", "full and new moon"]
support = [{ passage = "p02", evidence = ["new and full moon"], sentences = [1, 2] }]
partial = [{ answers = ["full moon"], score = 0.5, feedback = "And one more." }]
tests = { accept = ["new moon and full moon"], reject = ["half moon"] }

[[question]]
id = "first-gauge"
kind = "date"
prompt = "When was the first gauge built?"
answer = 1831

[[question]]
id = "parts"
kind = "list"
prompt = "Name the two bodies that raise tides."
items = [["the Moon", "Moon"], "the Sun"]
need = 2

[[question]]
id = "gap"
kind = "cloze"
prompt = "Small tides are called ___."
gaps = ["neaps"]

[[question]]
id = "largest"
kind = "choice"
prompt = "Which body does most?"
options = [
  { text = "the Moon", correct = true },  # so near
  { text = "the Sun", feedback = "Large, but far." },
]

[[question]]
id = "which"
kind = "multiple"
prompt = "Which of these raise tides?"
options = [{ text = "Moon", correct = true }, { text = "Sun", correct = true }, { text = "Mars" }]

[[question]]
id = "daily"
kind = "boolean"
prompt = "High water comes at the same time each day."
answer = false
reason = { answers = ["the Moon moves on"] }

[[question]]
id = "sequence"
kind = "order"
prompt = "Put the phases into order."
items = ["new moon", "first quarter", "full moon"]

[[question]]
id = "pairs"
kind = "match"
prompt = "Match tide and phase."
pairs = [["springs", "full moon"], ["neaps", "half moon"]]
extra = ["eclipse"]

[[question]]
id = "open"
kind = "points"
prompt = "Why are there two bulges?"
need = 1
was = ["open-old"]

[[question.points]]
name = "near"
answers = ["the Moon pulls the near side more"]

[[question.points]]
name = "far"
answers = ["the far side is pulled less"]
feedback = "Think of the far side."
'''
"""A sound bank in one file, with a question of every kind."""


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


@pytest.fixture
def good() -> str:
    """The text of a sound bank."""
    return GOOD


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a bank, one file or a folder of several, and gives its path."""

    def written(content: Content) -> Path:
        if not isinstance(content, Mapping):
            path = tmp_path / "bank.toml"
            path.write_bytes(_bytes(content))
            return path
        folder = tmp_path / "folder"
        folder.mkdir(exist_ok=True)
        for name, text in content.items():
            (folder / name).write_bytes(_bytes(text))
        return folder

    return written


@pytest.fixture
def loads(write: Write) -> Loads:
    """Writes a bank and loads it."""
    return lambda content: load(write(content))


@pytest.fixture
def tides(write: Write) -> Bank:
    """The sound bank."""
    return sound(load(write(GOOD)))
