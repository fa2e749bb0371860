"""Make `quizapp/grading/english/relations.txt` from the lists beside this script.

    python tools/words/make_relations.py

A list has a group (or a pair) a line, its members separated by `|`; lines with `#` are remarks. The
file made has an expression a line, by its stems (an irregular form alone as it is), sorted, a tab,
and codes: `12` a group of one meaning that it is in, `^12` one that holds inside a statement alone,
`!word` an opposite, `=word` a converse, `?word` what it is taken for though it is another thing,
`@nation` that it names a country or its people, `-word` what is something else although they share
a group or a meaning of the thesaurus. A line `#12` has the groups that oppose group 12.
"""

import sys
from collections import defaultdict
from itertools import permutations
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from quizapp.grading.english.classes import TITLES  # noqa: E402
from quizapp.grading.english.forms import IRREGULAR  # noqa: E402
from quizapp.grading.fold import fold  # noqa: E402
from quizapp.grading.lexicon import sense  # noqa: E402
from quizapp.grading.meaning import key  # noqa: E402

TARGET = HERE.parents[1] / "quizapp/grading/english/relations.txt"
MEANINGS = ("core", "everyday", "terms", "names", "abbreviations", "pairs")
"""The lists of one meaning; what opposes a member of a group of the first opposes all of it."""
INSIDE = "capitals"
LONGEST = 6
"""No expression has more words."""

Codes = dict[str, set[str]]


def lines(name: str) -> list[tuple[str, ...]]:
    """The groups of a list, each member as it is written."""
    text = (HERE / "lists" / f"{name}.txt").read_text(encoding="utf-8")
    rows = (line for line in text.splitlines() if line and not line.startswith("#"))
    return [tuple(member.strip() for member in row.split("|")) for row in rows]


def meanings(codes: Codes) -> int:
    """Number the groups; gives how many of them are of the core."""
    number = core = 0
    for name in (*MEANINGS, INSIDE):
        for group in lines(name):
            number += 1
            mark = "^" if name == INSIDE else ""
            nation = name != INSIDE and any("country" in sense(fold(m)).kinds for m in group)
            for member in {*group, *map(_untitled, group)}:
                found = _as_grouped(member)
                if nation and found and " " not in found:
                    codes[found].add("@nation")
                if found and len(found.split()) <= LONGEST:
                    codes[found].add(f"{mark}{number}")
        core = core or number
    return core


def _as_grouped(member: str) -> str:
    """How a member of a group is looked up: by its stems, or as it is where it is an irregular form
    alone, so that what is founded is not found."""
    return member if member in IRREGULAR else key(member)


def _untitled(member: str) -> str:
    """A name without its title: "pope john paul ii" is "john paul ii"."""
    title, _, rest = member.partition(" ")
    return rest if title in TITLES and " " in rest else member


def opposites(codes: Codes, core: int) -> None:
    """Mark opposites, and the groups of the core that oppose each other."""
    against = defaultdict(set)
    for pair in lines("opposites"):
        for left, right in permutations(pair[:2]):
            codes[key(left)].add(_marked("!", right))
            mine, theirs = (
                [code for code in codes[_as_grouped(each)] if code.isdigit() and int(code) <= core]
                for each in (left, right)
            )
            for group in mine:
                against[f"#{group}"].update(theirs)
    for group, others in against.items():
        codes[group] |= others


_JOINTS = frozenset({"to", "from", "against", "of", "by", "with", "on", "in"})


def _bare(member: str) -> str:
    """A relation without the word that joins what it relates: "lose to" is "lose"."""
    words = member.split()
    return words[0] if len(words) == 2 and words[1] in _JOINTS else member


def related(codes: Codes, name: str, mark: str) -> None:
    """Mark each member of a group with the others, as they are written."""
    for group in lines(name):
        named = [_bare(member) if mark == "=" else member for member in group]
        for left, right in permutations(named, 2):
            found = fold(left) if mark == "?" else key(left)
            codes[found].add(_marked(mark, right))


def _marked(mark: str, expression: str) -> str:
    return mark + fold(expression).replace(" ", "_")


def made() -> str:
    """The file's text."""
    codes: Codes = defaultdict(set)
    opposites(codes, meanings(codes))
    related(codes, "contraries", "!")
    related(codes, "converses", "=")
    related(codes, "confusions", "?")
    related(codes, "unlike", "-")
    rows = (f"{name}\t{' '.join(sorted(found))}\n" for name, found in codes.items() if found)
    return "\n" + "".join(sorted(rows, key=str.encode))


if __name__ == "__main__":
    TARGET.write_text(made(), encoding="utf-8")
