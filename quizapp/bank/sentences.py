"""Splitting a paragraph into sentences, the same way everywhere.

The rule: a sentence ends at `.`, `!`, `?` or `…` (or several), with the closing quotes, brackets
and note signs (`[2]`) that follow, if white space comes next and then anything but a small letter.
A full stop does not end one

- after an abbreviation that is never last (`e.g.`, `Dr.`, `vs.`, `St.`),
- after one that may be last (`etc.`, `Inc.`, `p.m.`, `No.`) where a figure follows,
- after a single letter (`J. Smith`, `U.S. Navy`, `Washington D.C. concludes`): there the sentence
  ends only before a word that usually begins one (`The`, `In`, `It`, …),
- inside a figure or a word (`3.5`, `example.org`), where no space follows.

A line break is white space; a blank line always ends a sentence.
"""

import re

_END = re.compile(r"[.!?…。！？]+(?P<close>(?:[\"'”’»)\]]|\[\d{1,4}\])*)(?=\s|$|[\"“‘«(\[])")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_NEVER_LAST = """
    e.g i.e cf viz vs dr mr mrs ms prof st mt gen col capt lt sgt sen rep gov rev hon fig figs eq
    pp vol ed eds nos art ch ca c approx al resp
"""
_SOMETIMES_LAST = "etc inc ltd co corp jr sr no a.m p.m est dept univ"
_OPENERS = """
    the a an in on at it its this that these those he she they we i you but and or yet however so
    for from since as although though while when after before if by with to there here their his
    her our such what who how why where most many some one both each no not another
"""
_NEVER, _SOMETIMES, _OPENING = (
    frozenset(words.split()) for words in (_NEVER_LAST, _SOMETIMES_LAST, _OPENERS)
)


def sentences(text: str) -> list[tuple[int, int]]:
    """The (start, end) of each sentence of `text`, without the white space around."""
    spans: list[tuple[int, int]] = []
    for begin, end in _blocks(text):
        start = begin
        for match in _END.finditer(text, begin, end):
            if _ends(text, start, match, end):
                _add(spans, text, start, match.end())
                start = match.end()
        _add(spans, text, start, end)
    return spans


def _blocks(text: str) -> list[tuple[int, int]]:
    """The stretches between blank lines."""
    blocks, start = [], 0
    for match in _BLANK_LINE.finditer(text):
        blocks.append((start, match.start()))
        start = match.end()
    return [*blocks, (start, len(text))]


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Whether the sentence that begins at `start` ends with the signs of `match`."""
    after = text[match.end() : min(end, match.end() + 40)]
    following = after.lstrip()
    if not following:
        return True
    if following == after and not match["close"]:
        return False
    opening = following.lstrip("\"'“‘«([")
    if following[0].islower() or (opening and opening[0].islower()):
        return False
    if not match[0].startswith(".") or match[0].startswith(".."):
        return True
    word = text[max(start, match.start() - 20) : match.start()].split()[-1:] or [""]
    return _full_stop_ends(word[0].lstrip("\"'“‘«([").lower(), opening, bool(match["close"]))


def _full_stop_ends(word: str, following: str, closed: bool) -> bool:
    """Whether a stop after `word` ends a sentence before `following`."""
    if closed:
        return True
    if word in _NEVER:
        return False
    if word in _SOMETIMES:
        return not following[:1].isdigit()
    last = word.rsplit(".", 1)[-1].rsplit("-", 1)[-1]
    if len(last) == 1 and last.isalpha():
        first = re.match(r"[^\W\d_]*", following)
        return first is not None and first[0].lower() in _OPENING
    return True
