"""What writes and loads banks in tests."""

from collections.abc import Callable, Mapping
from pathlib import Path

from quizapp.bank.model import Bank, Loaded

Content = str | bytes | Mapping[str, str | bytes]
"""A bank in one file, or a folder of files by their names."""
Write = Callable[[Content], Path]
Loads = Callable[[Content], Loaded]


def sound(loaded: Loaded) -> Bank:
    """The bank, which must have loaded."""
    assert loaded.bank is not None, loaded.problems
    return loaded.bank
