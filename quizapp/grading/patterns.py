"""Regular expressions that are compiled when they are first used: most runs need few of them."""

import re
from collections.abc import Callable, Iterator

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub")


class Lazy:
    """A regular expression with the methods of `re.Pattern` that are used here: they are those of
    the compiled one as soon as any of them was asked for."""

    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[str]]
    sub: Callable[..., str]

    def __init__(self, text: str, flags: int = 0) -> None:
        """`text` and `flags` are those of `re.compile`."""
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Callable[..., object]:
        """A method that was never asked for before, nor any other."""
        if name not in _METHODS:
            raise AttributeError(name)
        pattern = re.compile(self._text, self._flags)
        self.__dict__.update({method: getattr(pattern, method) for method in _METHODS})
        return self.__dict__[name]  # type: ignore[no-any-return]
