"""Answers as Moodle takes them: it knows a list of fractions and no others, and writes gaps inside
a text: `{1:SHORTANSWER:=word~%50%half#feedback}`."""

import re

from quizapp.exchange import html_text
from quizapp.exchange.item import GAP, Answer, Item

MOODLE = (
    100.0, 90.0, 83.33333, 80.0, 75.0, 70.0, 66.66667, 60.0, 50.0, 40.0, 33.33333, 30.0, 25.0,
    20.0, 16.66667, 14.28571, 12.5, 11.11111, 10.0, 5.0, 0.0,
)  # fmt: skip
"""The fractions, in per cent, that Moodle accepts; negative ones as well."""
_GAP = re.compile(
    r"(?<!\\)\{(\d*):(SHORTANSWER|SHORTANSWER_C|SA|SAC|MW|MWC|NUMERICAL|NM|MULTICHOICE|MC|MCV|MCH|"
    r"MULTICHOICE_[VHS]+|MCS|MCVS|MCHS|MULTIRESPONSE\w*|MR\w*):((?:\\.|[^}\\])*)\}",
    re.DOTALL,
)
_SPECIAL = re.compile(r"([\\~=#{}/\"])")


def per_cent(share: float) -> str:
    """The nearest fraction that Moodle knows, as it is written: `50`, `33.33333`, `-25`."""
    nearest = min(MOODLE, key=lambda known: abs(known - abs(share) * 100))
    sign = "-" if share < 0 and nearest else ""
    return sign + f"{nearest:.5f}".rstrip("0").rstrip(".")


def share(text: str) -> float:
    """A fraction in per cent as a share of 1; what is no number counts as nothing."""
    try:
        return round(max(-1.0, min(1.0, float(text.replace(",", ".")) / 100)), 5)
    except ValueError:
        return 0.0


def option_share(option: Answer, item: Item) -> float:
    """What an option earns; of several right ones each a part, and a wrong one takes that off."""
    if item.shape != "multiple":
        return option.share
    each = 1 / max(1, len(item.right))
    return each if option.share > 0 else -each


def gap(answers: tuple[Answer, ...]) -> str:
    """A gap with its answers."""
    return "{1:SHORTANSWER:" + "~".join(map(_answer, answers)) + "}"


def _answer(answer: Answer) -> str:
    sign = "=" if answer.share == 1 else f"%{per_cent(answer.share)}%"
    note = f"#{_escape(answer.feedback)}" if answer.feedback else ""
    return f"{sign}{_escape(answer.text.replace('*', chr(92) + '*'))}{note}"


def _escape(text: str) -> str:
    return html_text.escaped(_SPECIAL.sub(r"\\\1", text))


def gaps_in(prompt: str, lost: list[str]) -> Item | None:
    """The item of a prompt with gaps; None, with the reason, where they cannot be read."""
    gaps: list[tuple[Answer, ...]] = []
    for mark in _GAP.finditer(prompt):
        answers = tuple(map(_read, re.split(r"(?<!\\)~", mark[3])))
        if not mark[2].startswith(("S", "MW", "N")):
            lost.append("the options of a gap, where one is to be chosen")
        if mark[2].startswith("N"):
            answers = tuple(one._replace(text=one.text.partition(":")[0]) for one in answers)
        if mark[1] not in ("", "1"):
            lost.append("the weight of a gap")
        gaps.append(tuple(one for one in answers if one.share >= 1 or mark[2][0] == "S"))
    if not gaps:
        lost.append("left out: its gaps cannot be read")
        return None
    return Item("", "gaps", _GAP.sub(GAP, prompt), gaps=tuple(gaps))


def _read(piece: str) -> Answer:
    earned = 0.0
    if weight := re.match(r"\s*%(-?[\d.]+)%", piece):
        earned, piece = share(weight[1]), piece[weight.end() :]
    elif piece.lstrip().startswith("="):
        earned, piece = 1.0, piece.lstrip()[1:]
    words, _, note = re.sub(r"(?<!\\)#", "\0", piece, count=1).partition("\0")
    return Answer(_plain(words).replace("\\*", "*"), earned, _plain(note))


def _plain(text: str) -> str:
    return re.sub(r"\\([\\~=#{}/\"])", r"\1", text).strip()
