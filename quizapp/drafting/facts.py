"""Drafts that ask for a fact: a date, a figure, a name, a designation, what letters stand for."""

import re
from collections.abc import Iterator
from typing import Any

from quizapp.drafting.draft import Draft, foreseen, gapped
from quizapp.drafting.source import (
    DECADE,
    DESIGNATION,
    MONTH_YEAR,
    OF_A_PEOPLE,
    SMALL,
    WORD,
    YEAR,
    Sentence,
    Source,
    names_in,
)
from quizapp.grading.english.classes import TITLES
from quizapp.grading.english.numbers import CARDINALS, TENS
from quizapp.kinds.date import MONTHS

_BEFORE_YEAR = re.compile(
    r"\b(in|since|until|till|by|from|after|before|during|to|and|of|year)\s+$", re.I
)
_YEAR_LAST = re.compile(r"^(?P<rest>.{25,160}) in (?P<date>(?:[A-Z][a-z]+ )?\d{4})$")
_YEAR_FIRST = re.compile(r"^In (?P<date>(?:[A-Z][a-z]+ )?\d{4}),? (?P<rest>.{20,160})$")
_FIGURE = re.compile(
    r"(?<![\w.,/-])(?P<sign>[$£€]\s?)?(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<scale> (?:thousand|million|billion|trillion))?(?P<unit>\s?%| per ?cent\b| °[CF]\b)?"
    r"(?![\w/%]|[.,]\d|-\d|–\d| to \d)"
)
_COUNTED = re.compile(
    r"\b(?P<figure>three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
    r"fifty|hundred)\s+(?P<noun>(?:[a-z-]+\s+)?[a-z-]{3,}s)\b"
)
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_CURRENCIES = {"$": "USD", "£": "GBP", "€": "EUR"}
_ABBREVIATED = re.compile(r"(?P<long>(?:[\w’'-]+ ){1,8}[\w’'-]+) \((?P<short>[A-Z][A-Za-z]{1,6})\)")
_QUOTED = re.compile(r"[“‘\"](?P<words>[^“”‘’\"]{6,60}(?:’s [^“”‘’\"]{1,50})?)[”’\"]")
_FULL_NAME = re.compile(r"[A-Z][\w’'-]+ [A-Z][a-z]")
STARTERS = re.compile(
    r"^(?:however|moreover|furthermore|in addition|indeed|thus|therefore|yet|still|also|"
    r"for example|for instance|in short|to date|first|second|third|finally),?\s+",
    re.I,
)
UNCLEAR = frozenset(
    "it this these those they he she such his her its their there that".split()  # noqa: SIM905
)
"""A statement that begins so cannot be understood by itself."""


def clause(statement: str, source: Source) -> str:
    """A statement as it goes on in a longer sentence: “that the …”; "" where it is not clear."""
    text = STARTERS.sub("", statement)
    first = WORD.match(text)
    if first is None or first[0].lower() in UNCLEAR:
        return ""
    small = first[0].lower()
    named = source.words.capital[first[0]] or _FULL_NAME.match(text)
    if small in SMALL | CARDINALS.keys() or source.words.lowered[small] or not named:
        return text[0].lower() + text[1:]
    return text


def dates(sentence: Sentence, source: Source) -> Iterator[Draft]:
    """Days, months, years and decades that something happened in."""
    text = sentence.statement
    covered = set()
    for mark in MONTH_YEAR.finditer(text):
        month = MONTHS.index(mark[2]) + 1
        answer = f"{mark[3]}-{month:02}" + (f"-{int(mark[1]):02}" if mark[1] else "")
        covered.add(mark.start(3))
        unit = "date" if mark[1] else "month and year"
        yield _dated(sentence, source, mark, answer, unit, whole=not mark[1])
    for mark in YEAR.finditer(text):
        if mark.start() not in covered and _BEFORE_YEAR.search(text[: mark.start()]):
            yield _dated(sentence, source, mark, mark[0], "year", whole=True)
    for mark in DECADE.finditer(text):
        yield _dated(sentence, source, mark, mark[0], "decade", whole=False)


def _dated(
    sentence: Sentence, source: Source, mark: re.Match[str], answer: str, unit: str, whole: bool
) -> Draft:
    """A date asked for by a `whole` question, where one can be made, else by a gap."""
    text = sentence.statement
    asked = _whole_question(text, mark[0], f"In which {unit}", source) if whole else ""
    gap = f"Which {unit} belongs in the gap? {gapped(text, mark.start(), mark.end())}"
    fields: dict[str, Any] = {"kind": "date", "prompt": asked or gap, "answer": answer}
    if answer.isdecimal():
        year = int(answer)
        near = f"between {year - 4} and {year + 5}" if year % 10 == 0 else f"in the {answer[:3]}0s"
        fields["hint"] = f"It was {near}."
        fields["wrong"] = foreseen(source.years, sentence, mark[0])
    return Draft("date", 9 if asked else 8, sentence, mark[0], fields)


def _whole_question(text: str, date: str, asked: str, source: Source) -> str:
    """`In which year was it that …?`, where the date stands first or last; else ""."""
    mark = _YEAR_FIRST.match(text) or _YEAR_LAST.match(text)
    if mark is None or mark["date"] != date or re.search(r"\d{4}", mark["rest"]):
        return ""
    rest = clause(mark["rest"], source)
    return f"{asked} was it that {rest}?" if rest else ""


def figures(sentence: Sentence, source: Source) -> Iterator[Draft]:
    """Amounts and counts in figures, and counts in words."""
    text = sentence.statement
    dated = {mark.start() for mark in YEAR.finditer(text)}
    dated |= {mark.start(part) for mark in MONTH_YEAR.finditer(text) for part in (1, 3)}
    for mark in _FIGURE.finditer(text):
        if mark.start("figure") in dated or _labels(text[: mark.start()]):
            continue
        scale = _SCALES.get((mark["scale"] or "").strip(), 1)
        value = float(mark["figure"].replace(",", "")) * scale
        shown = (mark["unit"] or "").strip()
        unit = "%" if shown in ("per cent", "percent") else shown
        unit = _CURRENCIES.get((mark["sign"] or "").strip(), unit)
        start, end = mark.start(), mark.end()
        fields = {
            "kind": "number",
            "prompt": f"Which figure belongs in the gap? {gapped(text, start, end)}",
            "answer": int(value) if value.is_integer() else value,
            "unit": unit,
            "wrong": foreseen(source.figures, sentence, mark["figure"]),
        }
        yield Draft("figure", 8, sentence, mark[0].strip(), fields)
    for mark in _COUNTED.finditer(text):
        count = CARDINALS.get(mark["figure"], TENS.get(mark["figure"], 100))
        prompt = gapped(text, mark.start("figure"), mark.end("figure"))
        yield Draft(
            "figure", 6, sentence, mark[0],
            {"kind": "number", "prompt": f"How many {mark['noun']}? {prompt}", "answer": count},
        )  # fmt: skip


def _labels(before: str) -> bool:
    """Whether a figure behind these words is a label: "Apollo 11", "No. 5"."""
    last = (WORD.findall(before) or [""])[-1]
    return last in ("no", "No") or (last[:1].isupper() and last.lower() not in SMALL)


def names(sentence: Sentence, source: Source) -> Iterator[Draft]:
    """Names that the essay does not use all the time."""
    text = sentence.statement
    spelled_out = " ".join(mark["long"] for mark in _ABBREVIATED.finditer(text))
    often = max(3, len(source.names) // 12)
    for name in dict.fromkeys(names_in(text, source.words)):
        count = source.named[name]
        known = sum(source.words.every[word.lower()] for word in WORD.findall(name)) / len(
            name.split()
        )
        at = text.find(name)
        if count > often or known > 2 * often or at < 0 or text.count(name) > 1:
            continue
        behind = text[at + len(name) :]
        if name in spelled_out or (OF_A_PEOPLE.search(name) and re.match(r" [a-z]", behind)):
            continue
        worth = 7 if len(name.split()) > 1 else 5.5
        alike = [one for one in source.names if source.sorts[one.words] == source.sorts[name]]
        draft = _gap(
            "name", worth - count / 10, sentence, name, at, foreseen(alike, sentence, name)
        )
        first, _, rest = name.partition(" ")
        if rest and first.lower() in TITLES:
            draft = draft._replace(fields={**draft.fields, "gaps": [[name, rest]]})
        yield draft


def designations(sentence: Sentence, source: Source) -> Iterator[Draft]:
    """Letters with a number, each character of which counts."""
    text = sentence.statement
    for mark in DESIGNATION.finditer(text):
        if text.count(mark[0]) == 1:
            wrong = foreseen(source.designations, sentence, mark[0])
            draft = _gap("designation", 7.5, sentence, mark[0], mark.start(), wrong)
            yield draft._replace(fields={**draft.fields, "strict": True, "hint": ""})


def _gap(
    rule: str,
    worth: float,
    sentence: Sentence,
    words: str,
    at: int,
    wrong: list[dict[str, Any]],
) -> Draft:
    """A gap for some words, with the number of words as a hint."""
    count = len(words.split())
    hint = f"It begins with {words[0].upper()}" + (
        f", and has {count} words." if count > 1 else "."
    )
    fields = {
        "kind": "cloze",
        "prompt": gapped(sentence.statement, at, at + len(words)),
        "gaps": [[words]],
        "hint": hint,
        "wrong": wrong,
    }
    return Draft(rule, worth, sentence, words, fields)


def terms(sentence: Sentence, source: Source) -> Iterator[Draft]:
    """What letters stand for, and short expressions in quotation marks."""
    text = sentence.statement
    for mark in _ABBREVIATED.finditer(text):
        long = _spelled_out(mark["long"], mark["short"])
        if long:
            fields: dict[str, Any] = {
                "kind": "text",
                "prompt": f"What do the letters {mark['short']} stand for?",
                "answers": [long],
                "hint": f"{len(long.split())} words.",
            }
            yield Draft("term", 8.5, sentence, long, fields, quotes=False)
    for mark in _QUOTED.finditer(text):
        words = mark["words"].strip(" ,.;")
        if 2 <= len(words.split()) <= 8 and words[:1].isalpha():
            yield _gap("quoted", 6.5, sentence, words, mark.start("words"), [])
    del source


def _spelled_out(words: str, letters: str) -> str:
    """The last of the `words` that the letters stand for; "" where they do not."""
    wanted = [char.lower() for char in letters.removesuffix("s") if char.isalpha()]
    parts = re.split(r"(\s+|-)", words)
    left = len(wanted)
    for place in range(len(parts) - 1, -1, -2):
        first = parts[place][:1].lower()
        if first == wanted[left - 1]:
            left -= 1
        elif parts[place].lower() not in SMALL:
            return ""
        if not left:
            return "".join(parts[place:])
    return ""
