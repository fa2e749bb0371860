"""A text that does not parse as TOML, as the rules that look for the slip in it see it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from quizapp.bank.positions import Opened


class Slip(NamedTuple):
    """What is wrong, what to write, and where: an offset in the text."""

    message: str
    remedy: str
    at: int


class Broken(NamedTuple):
    """A text with the offset at which the parser gave up, and why.

    `begin` is where the statement with the slip starts, `opened` the brackets and the text of many
    lines that are open there, the innermost last; `places` finds an earlier key or header.
    """

    text: str
    at: int
    why: str
    begin: int
    opened: tuple[Opened, ...]
    earlier: Callable[[str], int]

    @property
    def rest(self) -> str:
        """What follows on the line."""
        return self.text[self.at :].split("\n", 1)[0]

    @property
    def line(self) -> str:
        """The whole line."""
        return self.text[self.text.rfind("\n", 0, self.at) + 1 :].split("\n", 1)[0]

    @property
    def before(self) -> str:
        """The statement up to where the parser gave up."""
        return self.text[self.begin : self.at]

    @property
    def name(self) -> str:
        """The name that the statement gives a value to; "" for a header."""
        found = re.match(r"\s*([\w.-]+)\s*=", self.text[self.begin :])
        return found[1] if found else ""
