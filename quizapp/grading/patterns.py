"""Regular expressions that are compiled when they are first used: most runs need few of them."""

import re
from collections.abc import Callable, Iterator


class Lazy:
    """A regular expression with the methods of `re.Pattern` that are used here."""

    __slots__ = ("_flags", "_found", "_text")

    def __init__(self, text: str, flags: int = 0) -> None:
        """`text` and `flags` are those of `re.compile`."""
        self._text = text
        self._flags = flags
        self._found: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression."""
        if self._found is None:
            self._found = re.compile(self._text, self._flags)
        return self._found

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """As of `re.Pattern`."""
        return self.pattern.match(text, at)

    def fullmatch(self, text: str, at: int = 0) -> re.Match[str] | None:
        """As of `re.Pattern`."""
        return self.pattern.fullmatch(text, at)

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        """As of `re.Pattern`."""
        return self.pattern.search(text, at)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As of `re.Pattern`."""
        return self.pattern.finditer(text)

    def findall(self, text: str) -> list[str]:
        """As of `re.Pattern`, for an expression of no group or one."""
        return self.pattern.findall(text)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As of `re.Pattern`."""
        return self.pattern.sub(new, text)
