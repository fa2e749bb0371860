"""A response typed with the layout of another language, as it reads on the intended keys."""

import unicodedata
from functools import cache

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`"
_LAYOUTS = {
    "russian": "йцукенгшщзхъфывапролджэячсмитьбю.ё",
    "greek": ";ςερτυθιοπ[]ασδφγηξκλ΄'ζχψωβνμ,./`",
    "hebrew": "/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ.;",
}


@cache
def _tables() -> tuple[dict[int, int], ...]:
    tables = []
    for layout in _LAYOUTS.values():
        tables.append({ord(theirs): ord(ours) for theirs, ours in zip(layout, _LATIN, strict=True)})
        tables.append({ord(ours): ord(theirs) for theirs, ours in zip(layout, _LATIN, strict=True)})
    tables.append({ord("y"): ord("z"), ord("z"): ord("y")})
    return tuple(tables)


def retyped(text: str) -> tuple[str, ...]:
    """`text` as it would read typed on each other layout (Russian, Greek, Hebrew, QWERTZ)."""
    if len(text) > 200:
        return ()
    low = text.casefold().strip()
    return tuple(other for table in _tables() if (other := low.translate(table)) != low)


_CYRILLIC = dict(
    zip(
        "абвгдезийклмнопрстуфхыэёіїґє",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "y",
            "e",
            "e",
            "i",
            "yi",
            "g",
            "ye",
        ],
        strict=True,
    )
) | {
    "ж": "zh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
}
_GREEK = dict(
    zip(
        "αβγδεζηικλμνξοπρσςτυφω",
        [
            "a",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "x",
            "o",
            "p",
            "r",
            "s",
            "s",
            "t",
            "y",
            "f",
            "o",
        ],
        strict=True,
    )
) | {"θ": "th", "χ": "ch", "ψ": "ps"}
_LETTERS = str.maketrans(_CYRILLIC | _GREEK)


def romanised(text: str) -> str | None:
    """A text in Cyrillic or Greek letters by the sound of its letters, or None if it has none."""
    if text.isascii() or len(text) > 200:
        return None
    low = unicodedata.normalize("NFC", text.casefold())
    other = low.translate(_LETTERS)
    return other if other != low else None
