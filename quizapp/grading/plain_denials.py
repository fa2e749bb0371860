"""Before a text is read word by word: contractions, and denials that deny nothing."""

# ruff: noqa: E501

import re

from quizapp.grading.patterns import Lazy

_CONTRACTED = {"cannot": ("can", "not"), "wont": ("will", "not"), "shant": ("shall", "not")}
_NT = Lazy(
    r"^(is|are|was|were|do|does|did|has|have|had|would|should|could|ca|can|wo|must|might|need|ai"
    r"|dos|coud|cud|woud|wud|shoud)e?n[o']?t$"
)
_VERBS = {"ca": "can", "wo": "will", "ai": "is", "dos": "does", "coud": "could", "cud": "could"}
_VERBS |= {"woud": "would", "wud": "would", "shoud": "should"}
"""The verbs of contractions that are written otherwise in them, rightly or by a slip: dosent, donot."""
_TAILS = ("'re", "'ve", "'ll", "'d", "'m")

_HARMLESS = Lazy(
    r"\bnot (?:only|just|merely|simply|solely|necessarily only)\b"
    r"|\bnot (?:(?:entirely |totally |completely |quite |so |very )?(?:sure|certain)|100)\b(?=\W+\w)"
    r"|\bno doubt\b|\bwithout doubt\b|\bdoubtless\b|\bno more than\b|\bno less than\b|\bdon'?t know(?: but| exactly)?\b|\bif not\b"
    r"|\bor so\b|\bno (?=(?:small|mean|slight|minor) )|\bnot (?=(?:until|before|till) )|\bno,? wait\b|\bnot to mention\b|\bnothing (?:but|other than)\b|\bno other than\b|\bnone other than\b|\bwhy not\b|\bwithout (?:a )?doubt\b",
    re.IGNORECASE,
)

_NONE_BUT = Lazy(
    r"\b(?:nobody|no one|none|nothing) (?:but|except(?: for)?|other than)\b", re.IGNORECASE
)
_DISCLAIMED = Lazy(
    r"(\bnot|n'?t)\s+(?:so|true|right|correct|the case)\s+that\b"
    r"|\b(?:false|untrue|wrong|incorrect|a myth|a lie|nobody (?:says|thinks|believes)"
    r"|no one (?:says|thinks|believes))\s+that\b",
    re.IGNORECASE,
)
"""What denies the clause behind it."""
_NO_ONE = Lazy(r"\bno-?one\b", re.IGNORECASE)
_NUMBERED = Lazy(r"\bno\.? ?(?=\d)", re.IGNORECASE)
_ASKED = Lazy(
    r"^\W*(?:is|was|are|were|do|does|did|could|would)n'?t (?:it|that|this|he|she|they)\b(?=.*\?\W*$)",
    re.IGNORECASE | re.DOTALL,
)


def plainly_denying(text: str) -> str:
    """A text without denials that deny nothing ("not only"), others as a plain "not" or "only"."""
    low = text.casefold()
    if "no" in low or "n't" in low or "nt " in low:
        text = _NO_ONE.sub("no one", text)
        text = _NONE_BUT.sub("only", _NUMBERED.sub("number ", _ASKED.sub(" ", text)))
        text = _HARMLESS.sub(" ", text)
    if " that" in low:
        text = _DISCLAIMED.sub(lambda found: found[1] or "not", text)
    return text


def pieces(raw: str) -> list[tuple[str, bool]]:
    """The words in one run of letters: contractions taken apart; whether it is possessive."""
    low = raw.casefold()
    if low in _CONTRACTED:
        return [(part, False) for part in _CONTRACTED[low]]
    if low.endswith(("nt", "n't", "not")) and (found := _NT.match(low)):
        verb = _VERBS.get(found[1], found[1])
        return [(verb, False), ("not", False)]
    if "'" in raw:
        if low.endswith("'s"):
            return [(raw[:-2], True)]
        for tail in _TAILS:
            if low.endswith(tail) and len(low) > len(tail):
                return [(raw[: -len(tail)], False)]
    return [(raw, False)]
