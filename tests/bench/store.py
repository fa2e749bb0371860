"""What it costs to keep a response: insert and commit against append and fdatasync.

    python tests/bench/store.py [FOLDER]

Both are timed by turns on the disk of FOLDER (default: the working directory), and the ratio of
their minima is printed with its limit. It must be at most 10, and a response kept in under 16 ms.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from uuid import uuid4

from quizapp.store.rows import ResponseRow, SessionRow, Stamp
from quizapp.store.sqlite import open_store

ROUNDS = 400
STAMP = Stamp("2024-05-01T22:30:00.000000Z", 120, "2024-05-02")
RESPONSE = "the moon pulls at the near side more than at the far side, so two bulges form"


def main(folder: Path) -> int:
    """Print the figures; 1 if one is over its limit."""
    with TemporaryDirectory(dir=folder) as place:
        yardstick = os.open(Path(place) / "yardstick", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        with open_store(Path(place) / "scores.db") as store:
            session = session_row()

            def append() -> None:
                os.write(yardstick, RESPONSE.encode().ljust(220))
                os.fdatasync(yardstick)

            def keep() -> None:
                store.add(session, response_row(session))

            plain, kept = by_turns(append, keep)
        os.close(yardstick)
    ratio = min(kept) / min(plain)
    print(f"append and fdatasync   least {min(plain):6.2f} ms   median {median(plain):6.2f} ms")
    print(f"a response kept        least {min(kept):6.2f} ms   median {median(kept):6.2f} ms")
    print(f"ratio of the least     {ratio:.1f}   (must be at most 10, aim 7)")
    print(f"ratio of the medians   {median(kept) / median(plain):.1f}")
    return int(ratio > 10 or median(kept) > 16)


def by_turns(*doings: Callable[[], None]) -> list[list[float]]:
    """The milliseconds of each doing, one after the other, in every round."""
    times: list[list[float]] = [[] for _ in doings]
    for _ in range(ROUNDS):
        for doing, taken in zip(doings, times, strict=True):
            start = time.perf_counter()
            doing()
            taken.append(1000 * (time.perf_counter() - start))
    return times


def session_row() -> SessionRow:
    """A session of three questions."""
    plan = '[["a",1.0,"",[]],["b",1.0,"",[]],["c",1.0,"",[]]]'
    of_bank = ("tides", "Why the sea moves", "/banks/tides", "0" * 64)
    return SessionRow(
        str(uuid4()), "ada", *of_bank, "learn", "1", plan, 3, 3.0, "{}", False, "0.1.0", STAMP
    )


def response_row(session: SessionRow) -> ResponseRow:
    """A response of the usual length, with a verdict of the usual length."""
    verdict = (
        '{"outcome":"correct","score":1.0,"matched":"the Moon pulls harder on the near side",'
        '"reasons":[["words","It has “the Moon pulls harder on the near side”."]]}'
    )
    return ResponseRow(
        id=str(uuid4()),
        session=session.id,
        question="bulges-cause",
        response=RESPONSE,
        outcome="correct",
        score=1.0,
        verdict=verdict,
        grader=1,
        digest="1" * 64,
        bank_digest="0" * 64,
        weight=1.0,
        section="Two bulges",
        objective='["semi-diurnal"]',
        seconds=12.5,
        hinted=False,
        again=False,
        certainty=None,
        stamp=STAMP,
    )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path.cwd()))
