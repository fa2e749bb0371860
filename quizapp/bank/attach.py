"""Recognising the paragraphs of the source in a learner's own copy, by their fingerprints.

A paragraph may be on one line or wrapped, with or without blank lines around it, between headings
and notes. Runs of lines are tried until the fingerprint of their folded words is one of the bank's.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from string import whitespace
from typing import NamedTuple

from quizapp.bank.fingerprint import fold_lines
from quizapp.bank.model import Bank
from quizapp.bank.sentences import sentences
from quizapp.files import MIB, Refused, decode_any, read_bytes
from quizapp.hashing import sha256
from quizapp.text import clean

LIMIT = 4 * MIB
"""A copy has this many bytes at most: some 700,000 words."""
MOST_LINES = 60_000
"""A copy has this many lines with words at most."""
LONGEST_RUN = 400
"""No paragraph has more lines than this, however it is wrapped."""
LONGEST_PARAGRAPH = 100_000
"""No paragraph has more bytes of folded words than this."""
SHORT = 1_000_000
"""Copies of so many characters are also read in less likely ways."""


class Copy(NamedTuple):
    """The paragraphs that were recognised, by passage id, and the ids of those that differ.

    `note` says in a sentence why nothing of the copy can be used; "" if something can.
    """

    paragraphs: Mapping[str, str]
    differ: tuple[str, ...] = ()
    note: str = ""


def open_copy(bank: Bank, path: Path) -> Copy:
    """The paragraphs of `bank` in the file at `path`; a file that cannot be read gives a `note`."""
    try:
        copy = match(bank, read_copy(path))
    except Refused as refused:
        return Copy({}, (), f"Your copy of the source cannot be used: {refused.message}.")
    if copy.paragraphs:
        return copy
    return copy._replace(note="Nothing in your copy fits the source that this bank is about.")


def match(bank: Bank, text: str) -> Copy:
    """The passages of `bank` whose paragraphs are in `text`, and those that are not.

    Only passages with a fingerprint are looked for. Paragraphs are returned as they are in `text`,
    on one line. Time is linear in the length of `text`, plus a fixed budget.
    """
    wanted: dict[bytes, list[str]] = {}
    for passage in bank.passages:
        if passage.fingerprint:
            digest = bytes.fromhex(passage.fingerprint.removeprefix("sha256:"))
            wanted.setdefault(digest, []).append(passage.id)
    missing = set(wanted)
    found: dict[str, str] = {}
    lines = clean(text).split("\n")
    for cut, strip, budget in _WAYS if len(text) <= SHORT else _WAYS[:1]:
        if missing:
            for digest, paragraph in _search(cut(lines), strip, budget, frozenset(missing)):
                missing.discard(digest)
                found.update(dict.fromkeys(wanted[digest], paragraph))
    order = [passage.id for passage in bank.passages if passage.fingerprint]
    differ = tuple(one for one in order if one not in found)
    return Copy({one: found[one] for one in order if one in found}, differ)


class _Unit(NamedTuple):
    """A line, or a part of one, that has words: `piece` is its number among all of them.

    `words` are its folded words; `block` is the number of its block between blank lines.
    """

    piece: int
    words: bytes
    block: int


def _search(
    pieces: list[tuple[str, int]],
    strip: Callable[[str], str],
    budget: int,
    wanted: frozenset[bytes],
) -> Iterator[tuple[bytes, str]]:
    """The digests of `wanted` that runs of `pieces` have, with the text of those runs.

    Besides the runs between blank lines, about `budget` runs are tried. `strip` takes out of the
    text what is not part of its words.
    """
    if not pieces:
        return
    folds = fold_lines(strip("\n".join(text for text, _ in pieces)))
    units = [
        _Unit(piece, words, block)
        for piece, ((_, block), words) in enumerate(zip(pieces, folds, strict=True))
        if words
    ]
    found: set[bytes] = set()
    taken = bytearray(len(units))
    for runs in (_blocks(units), _all_runs(units, taken, budget)):
        for start, end, digest in runs:
            if digest in wanted and digest not in found:
                found.add(digest)
                taken[start:end] = b"\1" * (end - start)
                first, last = units[start].piece, units[end - 1].piece
                text = " ".join(text for text, _ in pieces[first : last + 1])
                yield digest, " ".join(text.split())
                if found == wanted:
                    return


def _blocks(units: list[_Unit]) -> Iterator[tuple[int, int, bytes]]:
    """The runs between blank lines."""
    start = 0
    for _, block in groupby(units, lambda unit: unit.block):
        words = [unit.words for unit in block]
        yield start, start + len(words), sha256(b" ".join(words)).digest()
        start += len(words)


def _all_runs(
    units: list[_Unit], taken: bytearray, budget: int
) -> Iterator[tuple[int, int, bytes]]:
    """The runs that begin at each unit, across blank lines, as long as the budget allows."""
    longest = max(1, min(LONGEST_RUN, budget // max(1, len(units))))
    for start in range(len(units)):
        hashed, size = sha256(), 0
        for end in range(start, min(start + longest, len(units))):
            if taken[end]:
                break
            words = units[end].words
            size += len(words)
            if size > LONGEST_PARAGRAPH:
                break
            hashed.update(b" " + words if end > start else words)
            yield start, end + 1, hashed.digest()


def _whole(lines: list[str]) -> list[tuple[str, int]]:
    """Each line, with the number of its block."""
    pieces, block = [], 0
    for line in lines:
        if line and not line.isspace():
            pieces.append((line, block))
        else:
            block += 1
    return pieces


def _in_sentences(lines: list[str]) -> list[tuple[str, int]]:
    """Each sentence of each line: for copies that have lost their line ends."""
    return [
        (line[start:end], block)
        for block, line in enumerate(lines)
        for start, end in sentences(line)
    ]


_RAISED = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_GLUED = re.compile(r"(?<=[.,;:!?\"'”’»)])[0-9]{1,3}(?=\s|$)", re.MULTILINE)


def _without_notes(text: str) -> str:
    """`text` without the note signs that a copy may have for `[2]`: superscript or plain digits."""
    return _GLUED.sub("", text.translate(_RAISED))


_WAYS = (
    (_whole, str, 600_000),
    (_whole, _without_notes, 200_000),
    (_in_sentences, _without_notes, 200_000),
)
"""How a copy is cut into pieces and stripped, and how many runs are tried (1 µs each); each way is
tried for what the earlier ones did not find."""


def read_copy(path: Path) -> str:
    """The text of a learner's file in any encoding; raises Refused with the reason.

    UTF-8, UTF-16 and UTF-32 with a byte order mark, UTF-16 without one, otherwise Windows-1252.
    """
    data = read_bytes(path, LIMIT)
    if data.startswith((b"PK\3\4", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise Refused("not-text", "it is a document, not plain text", "save it as plain text")
    text = decode_any(data) if data.strip(b"\0" + whitespace.encode()) else ""
    if not text.strip("\0\ufeff" + whitespace):
        raise Refused("empty", "there is no text in it", "name the file that has the text")
    if sum(map(bool, map(str.strip, text.splitlines()))) > MOST_LINES:
        message = f"it has more than {MOST_LINES:,} lines"
        raise Refused("too-large", message, "keep only the part that the bank is about")
    return text
