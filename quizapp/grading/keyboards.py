"""A response typed with the layout of another language, as it reads on the intended keys."""

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
