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
from quizapp.grading.english.spelling import pairs

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

JOINED = SMALL | frozenset("a of in on to at by is it as or an no so".split())
"""Small words that may be typed without the space beside them."""


COMMON_SLIPS = dict(
    pairs(
        """th>the te>the nt>not bt>but les>less cuz>because coz>because becos>because
        thru>through enuf>enough fro>for ov>of hwo>who al>all themself>themselves
        themselfs>themselves"""
    )
)
"""Small words as they are often typed, where a rule would not tell, and as they are meant."""

SHORTENED = frozenset(
    """youre thats whats hes shes im ive weve youve theyve id ill lets dept govt approx esp incl
    excl avg temp info mins secs hrs admin intl natl assoc""".split()
)
"""What is cut short, or lacks its apostrophe, as everybody writes it."""

MISTAKEN = dict(
    pairs(
        """brake>break brakes>breaks braking>breaking breaks>brakes breaking>braking looses>loses
        loose>lose loosing>losing strait>straight plains>planes planes>plains bellow>below
        preform>perform preforms>performs preformed>performed form>from hole>whole whole>hole
        peaces>pieces steal>steel steel>steal threw>through trough>through thorough>through
        quiet>quite breath>breathe breathes>breaths dose>does waist>waste heel>heal heels>heals
        flour>flower coarse>course bare>bear boarder>border boarders>borders cloths>clothes
        sells>cells cells>sells lead>led chose>choose advice>advise manor>manner meat>meet
        role>roll roll>role route>root root>route sale>sail sole>soul tail>tale tale>tail
        throne>thrown tide>tied vain>vein vane>vein veins>vanes feat>feet pores>pours pore>pour
        angel>angle angels>angles trail>trial trial>trail untied>united sacred>scared
        scared>sacred lays>lies passed>past weak>week"""
    )
)
"""Real words, and what is often written so by mistake; none that is in many answers by right."""

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
SILENT = {"n": "k", "r": "w", "h": "w", "s": "p"}
"""First letters before which another may be silent: (k)now."""
