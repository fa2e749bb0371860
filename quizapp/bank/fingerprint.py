"""The fingerprint of a paragraph: the same for all spellings of the same words.

`python -m quizapp.bank.fingerprint FILE` prints that of each line of a text that has a paragraph a
line. The rule is frozen with the format: compatibility decomposition (NFKD); marks and note signs
(`[12]`) removed; casefolded; the runs of letters and digits joined by one space; UTF-8; SHA-256.
"""

import re

from quizapp.text import JOINERS, folded

_NOTE = re.compile(r"\[[0-9]+\]")
_BETWEEN = re.compile(r"(?:[^\w\n]|_)+")


def fold_lines(text: str) -> list[bytes]:
    """The words of each line of `text` as they are hashed, b"" for a line without any."""
    plain = folded(text).translate(JOINERS)
    if "[" in plain:
        plain = _NOTE.sub("", plain)
    # One pass over the whole: a large file may have millions of lines.
    lines = _BETWEEN.sub(" ", plain).split("\n")
    return [line.strip(" ").encode() for line in lines]


def fold(text: str) -> bytes:
    """The words of `text` as they are hashed."""
    return b" ".join(filter(None, fold_lines(text)))


def fingerprint(text: str) -> str:
    """The fingerprint of a paragraph as a bank has it: `sha256:` and 64 hexadecimal digits."""
    from quizapp.hashing import sha256

    return "sha256:" + sha256(fold(text)).hexdigest()


def main(arguments: list[str]) -> None:
    """Print the fingerprint of each line that has words, with the first few of them."""
    from quizapp.files import MIB, Refused, read_text

    for name in arguments:
        try:
            for line in filter(fold, read_text(name, 4 * MIB).split("\n")):
                print(fingerprint(line), *line.split()[:4])
        except Refused as refused:
            raise SystemExit(refused.sentence(name)) from None


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
