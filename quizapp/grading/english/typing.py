# ruff: noqa: SIM905
"""How English is mistyped: small words and their slips, keys side by side, letters of one sound."""

from quizapp.grading.english.classes import (
    AUXILIARIES,
    FUNCTION,
    LIGHT,
    NEGATORS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from quizapp.grading.english.spelling import PREFIXES, pairs

CONTRACTIONS = frozenset(
    """cannot doesnt didnt isnt arent wasnt werent cant dont wont couldnt wouldnt shouldnt hasnt
    havent hadnt theyre theres""".split()
)
"""Contractions without their apostrophe."""

SMALL = frozenset(
    word
    for word in FUNCTION
    | NEGATORS
    | LIGHT
    | AUXILIARIES
    | PREPOSITIONS
    | SUBORDINATORS
    | CONTRACTIONS
    | {"every", "never", "few", "fewer", "not", "but", "out", "new", "false", "true"}
    if len(word) > 2 and word != "etc"
)
"""Small words, which any response may have."""

MADE_WITH = (*PREFIXES, "de", "out", "self", "co")
"""What a word may begin with that no dictionary has."""

COMMON_SLIPS = dict(
    pairs(
        """th>the te>the nt>not bt>but les>less cuz>because coz>because becos>because
        thru>through enuf>enough fro>for ov>of themself>themselves themselfs>themselves"""
    )
)
"""Small words as they are often typed, where a rule would not tell, and as they are meant."""

BESIDE = {
    "q": "wa", "w": "qes", "e": "wrds", "r": "etfd", "t": "rygf", "y": "tuhg", "u": "yijh",
    "i": "uokj", "o": "iplk", "p": "ol", "a": "qszw", "s": "adwezx", "d": "sfercx", "f": "dgrtvc",
    "g": "fhtybv", "h": "gjyunb", "j": "hkuimn", "k": "jliom", "l": "kop", "z": "xas", "x": "zcsd",
    "c": "xvdf", "v": "cbfg", "b": "vngh", "n": "bmhj", "m": "njk",
}  # fmt: skip
"""The keys round each key."""

ALIKE = frozenset(
    {
        frozenset(pair)
        for pair in "ae ai ao au ei eo eu io iu ou iy ey ck cs sz fv td gj kq mn".split()
    }
)
"""Letters of which one is written for the other: vowels, and what sounds alike."""
