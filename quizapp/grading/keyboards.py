"""A response typed with the layout of another language, as it reads on the intended keys."""

from functools import cache

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`"
_LAYOUTS = {
    "russian": "йцукенгшщзхъфывапролджэячсмитьбю.ё",
    "greek": ";ςερτυθιοπ[]ασδφγηξκλ΄'ζχψωβνμ,./`",
    "hebrew": "/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ.;",
}


@cache
def _tables(typed_here: bool) -> tuple[dict[int, int], ...]:
    """From each other layout to the Latin one, or from the Latin one to each other."""
    return tuple(
        {ord(one): ord(other) for one, other in zip(*pair, strict=True)}
        for layout in _LAYOUTS.values()
        for pair in [(_LATIN, layout) if typed_here else (layout, _LATIN)]
    )


_QWERTZ = str.maketrans("yz", "zy")


def retyped(text: str, foreign: bool) -> tuple[str, ...]:
    """`text` as it would read typed on each other layout (Russian, Greek, Hebrew, QWERTZ).

    `foreign` says that some accepted answer has other letters than Latin ones.
    """
    if len(text) > 200:
        return ()
    low = text.casefold().strip()
    found = [low.translate(_QWERTZ)]
    if not low.isascii():
        found += [low.translate(table) for table in _tables(False)]
    elif foreign:
        found += [low.translate(table) for table in _tables(True)]
    return tuple(other for other in found if other != low)
