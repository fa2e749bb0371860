"""Writing ids into the files of a bank that one owns, and saying so."""

import os
import sys

from quizapp.app.formatting import count, without_ids
from quizapp.bank.ids import without_id
from quizapp.bank.model import Loaded


def write_ids(loaded: Loaded) -> int:
    """Write an id into each question of the bank that has none; gives how many.

    Raises CannotEdit where a file cannot be written.
    """
    from quizapp.bank.edit import with_ids, write

    lacking = _lacking(loaded)
    if lacking:
        write(with_ids(loaded))
        told = count(lacking, "question was", "questions were")
        print(
            f"{loaded.id}: {told} given an id: leave it alone, scores hang on it.", file=sys.stderr
        )
    return lacking


def write_ids_if_owned(loaded: Loaded) -> None:
    """As `write_ids`, where the files may be written; otherwise say what hangs on them."""
    lacking = _lacking(loaded)
    if lacking and all(os.access(file.path, os.W_OK) for file in loaded.files):
        write_ids(loaded)
    elif lacking:
        print(f"{loaded.id}: {without_ids(lacking)}", file=sys.stderr)


def _lacking(loaded: Loaded) -> int:
    return sum(1 for _ in without_id(loaded)) if loaded.bank else 0
