"""How a slip is told, for the eye or the ear."""

from collections.abc import Sequence

from quizapp.grading.verdict import Slip


def slip_in_words(slip: Slip) -> str:
    """What to mend in a close answer: 'an e is missing after the n'.

    >>> slip_in_words(Slip("adenosin", "adenosine", (("same", "adenosin"), ("missing", "e"))))
    'an e is missing after the n'
    """
    said = []
    edits = list(slip.edits)
    index = 0
    while index < len(edits):
        sort, letters = edits[index]
        before = _last_letter(edits, index)
        following = edits[index + 1] if index + 1 < len(edits) else ("same", "")
        if sort != "same" and following[0] not in ("same", sort):
            typed, meant = (letters, following[1]) if sort == "extra" else (following[1], letters)
            said.append(_replaced(typed, meant))
            index += 1
        elif sort == "missing":
            said.append(f"{_named(letters)} missing {before}")
        elif sort == "extra":
            said.append(f"{_named(letters)} too many {before}")
        index += 1
    return "; ".join(said)


def _replaced(typed: str, meant: str) -> str:
    if sorted(typed) == sorted(meant) and len(typed) > 1:
        return f"“{_shown(typed)}” should be “{_shown(meant)}”: letters are swapped"
    return f"“{_shown(typed)}” should be “{_shown(meant)}”"


def _last_letter(edits: Sequence[tuple[str, str]], index: int) -> str:
    for sort, letters in reversed(edits[:index]):
        if sort != "extra" and letters.strip():
            return f"after the {letters.rstrip()[-1]}"
    return "at the beginning"


def _named(letters: str) -> str:
    if not letters.strip():
        return "a space is"
    if len(letters) == 1:
        article = "an" if letters.casefold() in "aefhilmnorsx8" else "a"
        return f"{article} {letters} is"
    return f"“{_shown(letters)}” is"


def _shown(letters: str) -> str:
    return letters.replace(" ", "␣")
