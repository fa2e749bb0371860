"""Other ways of grading a typed answer, as their sources have them."""

import difflib
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from rapidfuzz import fuzz

Case = dict[str, Any]
Grader = Callable[[Case], bool]


def exact(case: Case) -> bool:
    return case["response"].strip() in case["answers"]


def canvas(case: Case) -> bool:
    return case["response"].strip().lower() in {
        answer.strip().lower() for answer in case["answers"]
    }


def moodle(case: Case) -> bool:
    """Short answer: both in NFC, trimmed, case aside, `*` in the answer stands for anything."""
    given = unicodedata.normalize("NFC", case["response"].strip())
    for answer in case["answers"]:
        bits = re.split(r"(?<!\\)\*", unicodedata.normalize("NFC", answer))
        if re.fullmatch(".*".join(map(re.escape, bits)), given, re.IGNORECASE | re.DOTALL):
            return True
    return False


def anki(case: Case) -> bool:
    """Type-in comparison that shows no difference, accents aside."""

    def bare(text: str) -> str:
        marked = unicodedata.normalize("NFKD", text)
        return "".join(char for char in marked if not unicodedata.combining(char))

    return any(bare(case["response"]) == bare(answer.strip()) for answer in case["answers"])


def similar(scorer: Callable[[str, str], float], least: float) -> Grader:
    def grade(case: Case) -> bool:
        given = case["response"].casefold().strip()
        return any(scorer(given, answer.casefold()) >= least for answer in case["answers"])

    return grade


def sequence(left: str, right: str) -> float:
    return 100 * difflib.SequenceMatcher(None, left, right, autojunk=False).ratio()


RIVALS: dict[str, Grader] = {
    "exact": exact,
    "Anki": anki,
    "Canvas": canvas,
    "Moodle": moodle,
    "ratio 85": similar(fuzz.ratio, 85),
    "WRatio 85": similar(fuzz.WRatio, 85),
    "token_set 85": similar(fuzz.token_set_ratio, 85),
    "difflib 85": similar(sequence, 85),
}
