"""Gaps inside a text as Moodle writes them: `{1:SHORTANSWER:=word~%50%half#feedback}`."""

import re

from quizapp.exchange import html_text
from quizapp.exchange.item import GAP, Answer, Item
from quizapp.exchange.moodle_fractions import per_cent, share

_GAP = re.compile(
    r"(?<!\\)\{(\d*):(SHORTANSWER|SHORTANSWER_C|SA|SAC|MW|MWC|NUMERICAL|NM|MULTICHOICE|MC|MCV|MCH|"
    r"MULTICHOICE_[VHS]+|MCS|MCVS|MCHS|MULTIRESPONSE\w*|MR\w*):((?:\\.|[^}\\])*)\}",
    re.DOTALL,
)
_SPECIAL = re.compile(r"([\\~=#{}/\"])")


def written(answers: tuple[Answer, ...]) -> str:
    """A gap with its answers."""
    return "{1:SHORTANSWER:" + "~".join(map(_answer, answers)) + "}"


def _answer(answer: Answer) -> str:
    sign = "=" if answer.share == 1 else f"%{per_cent(answer.share)}%"
    note = f"#{_escape(answer.feedback)}" if answer.feedback else ""
    return f"{sign}{_escape(answer.text.replace('*', chr(92) + '*'))}{note}"


def _escape(text: str) -> str:
    return html_text.escaped(_SPECIAL.sub(r"\\\1", text))


def read(prompt: str, lost: list[str]) -> Item | None:
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
