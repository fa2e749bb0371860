"""Aiken, the simplest format for choices: prompt, lettered options, letter of the answer."""

import re

from quizapp.exchange.item import About, Answer, Item, Loss, Read
from quizapp.text import clean

_OPTION = re.compile(r"^\s*\(?([A-Za-z])(?:\)\s*|[.:]\s+)(\S.*)$")
_ANSWER = re.compile(r"^\s*ANSWERS?\s*:\s*\(?([A-Za-z](?:\s*[,; ]\s*[A-Za-z])*)\)?[).]?\s*$", re.I)
_UNFINISHED = "left out: it has no line ANSWER: with a letter"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def write(about: About, items: tuple[Item, ...]) -> str:
    """The questions of one right option; the format has nothing else."""
    del about
    return "\n".join(
        _block(item)
        for item in items
        if item.shape == "choice" and len(item.right) == 1 and len(item.answers) <= len(_LETTERS)
    )


def _block(item: Item) -> str:
    right = next(number for number, one in enumerate(item.answers) if one.share == 1)
    options = (f"{letter}. {' '.join(one.text.split())}"
               for letter, one in zip(_LETTERS, item.answers, strict=False))  # fmt: skip
    prompt = " ".join(item.prompt.split())
    return "\n".join([prompt, *options, f"ANSWER: {_LETTERS[right]}", ""])


def read(text: str) -> Read:
    """The questions of an Aiken file, with or without blank lines between them."""
    items: list[Item] = []
    losses: list[Loss] = []
    prompt: list[str] = []
    options: dict[str, str] = {}
    after_blank = False
    for line in clean(text).split("\n"):
        option, answer = _OPTION.match(line), _ANSWER.match(line)
        if answer:
            item = _item(prompt, options, re.findall(r"[A-Z]", answer[1].upper()))
            if item is None:
                losses.append(Loss(_named(prompt), "left out: its answer is none of its options"))
            else:
                items.append(item)
            prompt, options = [], {}
        elif option and prompt and option[1].upper() not in options:
            options[option[1].upper()] = option[2].strip()
        elif line.strip() and after_blank and prompt:
            # A text behind a blank line begins another question.
            losses.append(Loss(_named(prompt), _UNFINISHED))
            prompt, options = [line.strip()], {}
        elif line.strip() and options:
            options[list(options)[-1]] += f" {line.strip()}"
        elif line.strip():
            prompt.append(line.strip())
        after_blank = not line.strip()
    if prompt:
        losses.append(Loss(_named(prompt), _UNFINISHED))
    return Read("", tuple(items), tuple(losses))


def _named(prompt: list[str]) -> str:
    return " ".join(prompt)[:50]


def _item(prompt: list[str], options: dict[str, str], letters: list[str]) -> Item | None:
    if not prompt or not set(letters) <= options.keys():
        return None
    answers = tuple(Answer(words, float(key in letters)) for key, words in options.items())
    return Item("", "choice" if len(letters) == 1 else "multiple", " ".join(prompt), answers)
