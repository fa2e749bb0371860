"""What an author meant where TOML does not parse: the slip, its place, and what to write instead.

Imported only once the parser has refused a text. Its own words are used to tell the cases apart and
are never passed on.
"""

from quizapp.bank.broken_toml import Broken
from quizapp.bank.positions import failing_statement
from quizapp.bank.slip_rules import SLIPS


def explain(text: str, line: int, column: int, why: str) -> tuple[str, str, int, int]:
    """Message, remedy, line and column for a text that the parser refused at a place."""
    text = text.replace("\r\n", "\n")
    lines = text.split("\n")
    at = sum(len(one) + 1 for one in lines[: line - 1]) + column - 1
    begin, opened, earlier = failing_statement(text, at)
    broken = Broken(text, min(at, len(text)), why, begin, opened, earlier)
    slip = next(slip for find in SLIPS for slip in find(broken))
    number = text.count("\n", 0, slip.at) + 1
    return slip.message, slip.remedy, number, slip.at - text.rfind("\n", 0, slip.at)
