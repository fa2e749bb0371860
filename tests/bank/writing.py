"""The types of what writes banks for tests."""

from collections.abc import Callable, Mapping
from pathlib import Path

from quizapp.bank.model import Loaded

Content = str | bytes | Mapping[str, str | bytes]
"""A bank in one file, or a folder of files by their names."""
Write = Callable[[Content], Path]
Loads = Callable[[Content], Loaded]
