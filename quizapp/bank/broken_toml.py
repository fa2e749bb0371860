"""A text that does not parse as TOML, as the rules that look for the slip in it see it."""

import re
from typing import NamedTuple

from quizapp.bank.positions import Scan


class Slip(NamedTuple):
    """What is wrong, what to write, and where: an offset in the text."""

    message: str
    remedy: str
    at: int


class Broken(NamedTuple):
    """A text with the offset at which the parser gave up, and why.

    `statement` is what was read before, and stopped in the statement with the slip.
    """

    text: str
    at: int
    why: str
    statement: Scan

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
        return self.text[self.statement.begin : self.at]

    @property
    def name(self) -> str:
        """The name that the statement gives a value to; "" for a header."""
        found = re.match(r"\s*([\w.-]+)\s*=", self.text[self.statement.begin :])
        return found[1] if found else ""
