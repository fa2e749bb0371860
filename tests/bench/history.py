"""A bank of 10,000 questions and a store of 1,000,000 responses to it, for what is measured.

Both are made once, in `quizapp-bench` in the folder for temporary files (which may be deleted at
any time), and used again by every benchmark until what they are made of changes.
"""

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import loading

from quizapp.bank.load import load
from quizapp.bank.model import Bank, content_digest
from quizapp.store.schema import STEPS
from quizapp.store.sqlite import open_store

FOLDER = Path(tempfile.gettempdir()) / "quizapp-bench"
TODAY = datetime(2026, 1, 1, 9, tzinfo=UTC)
DAYS = 730
QUESTIONS = 10_000
RESPONSES = 1_000_000
LEARNER = "ada"
"""Whose history is by far the longest: a quarter of the whole."""
OTHERS = 60
A_SESSION = 20
VERDICT = (
    '{"outcome":"correct","score":1.0,"matched":"the height of the water 4711",'
    '"reasons":[["words","It has “the height of the water 4711”, in other words."]]}'
)


def bank() -> Bank:
    """The bank; it is made on the disk if it is not there yet."""
    text = loading.bank(QUESTIONS)
    path = FOLDER / f"{sha256(text.encode()).hexdigest()[:12]}.toml"
    if not path.exists():
        _made(path, lambda new: new.write_text(text, encoding="utf-8"))
    found = load(path).bank
    assert found is not None
    return found


def store() -> Path:
    """The file of the store; it is made, in a minute, if it is not there yet."""
    recipe = Path(__file__).read_text(encoding="utf-8") + "".join(STEPS)
    path = FOLDER / f"{sha256(recipe.encode()).hexdigest()[:12]}.sqlite3"
    if not path.exists():
        print(f"making {RESPONSES:,} responses in {path}, once")
        _made(path, _fill)
    return path


def least(doing: Callable[[], object], rounds: int = 7) -> float:
    """The least milliseconds that it took."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        doing()
        taken.append(1000 * (time.perf_counter() - start))
    return min(taken)


def _made(path: Path, make: Callable[[Path], object]) -> None:
    """Have the file made beside its place, so that half of it is never taken for the whole."""
    FOLDER.mkdir(exist_ok=True)
    new = path.with_name(f"new-{path.name}")
    new.unlink(missing_ok=True)
    make(new)
    new.rename(path)


def _fill(path: Path) -> None:
    """Two years of sessions: most of them to learn, with rulings, regrades, hints and retries."""
    chance = random.Random(1)
    asked = bank()
    digests = [content_digest(one) for one in asked.questions]
    with open_store(path) as opened:
        add = opened._connection.execute
        add_many = opened._connection.executemany
        add("PRAGMA synchronous = OFF")
        add("BEGIN")
        sessions = RESPONSES // A_SESSION
        for key in range(1, sessions + 1):
            moment = TODAY - timedelta(days=DAYS * (1 - (key - 1) / sessions), hours=1)
            learner = LEARNER if key % 4 == 0 else f"learner {key % OTHERS}"
            mode = chance.choices(["learn", "exam", "cram", "read"], [90, 4, 3, 3])[0]
            add(
                f"INSERT INTO session VALUES ({', '.join('?' * 18)})",
                (key, _id(chance), learner, asked.id, asked.title, str(asked.path), asked.digest,
                 mode, "1", "[]", A_SESSION, float(A_SESSION), "{}", 0, "0", *_stamp(moment)),
            )  # fmt: skip
            rows = [*_responses(chance, key, moment, digests, asked.digest)]
            add_many(f"INSERT INTO response VALUES ({', '.join('?' * 22)})", rows)
        _settle(add_many, chance)
        add("COMMIT")


def _responses(
    chance: random.Random, session: int, moment: datetime, digests: list[str], digest: str
) -> Iterator[tuple[object, ...]]:
    """The rows of a session's responses."""
    at = chance.randrange(len(digests))
    for step in range(1, A_SESSION + 1):
        number = (at + step * 487) % (len(digests) - 500)
        right = chance.random() < 0.9
        said = f"the height of the water {number}" if right else f"the wind {chance.randrange(3)}"
        yield (
            (session - 1) * A_SESSION + step, _id(chance), session, step, f"q{number}",
            said, "correct" if right else "wrong", float(right), VERDICT, 1, digests[number],
            digest, 1.0, f"Section {number // 35}", f'["harbour-{number}"]',
            5 + 10 * chance.random(), chance.random() < 0.03, chance.random() < 0.1,
            chance.choice([None, None, None, 1, 2, 3]),
            *_stamp(moment + timedelta(seconds=20 * step)),
        )  # fmt: skip


def _settle(add_many: Callable[..., object], chance: random.Random) -> None:
    """A ruling on one response in a hundred, a regrade of another, and their session's end."""
    stamp = _stamp(TODAY - timedelta(days=1))
    rulings = ["right", "wrong", "void"]
    ruled = [key for key in range(1, RESPONSES + 1) if chance.random() < 0.01]
    add_many(
        "INSERT INTO ruling VALUES (NULL, ?, ?, 100, ?, ?, 0, 'learner', ?, ?, ?)",
        ((_id(chance), key // A_SESSION + 1, key, chance.choice(rulings), *stamp) for key in ruled),
    )
    regraded = [key for key in range(1, RESPONSES + 1) if chance.random() < 0.01]
    add_many(
        "INSERT INTO regrade VALUES (NULL, ?, ?, 'correct', 1.0, ?, 1, '', '', ?, ?, ?)",
        ((_id(chance), key, VERDICT, *stamp) for key in regraded),
    )
    add_many(
        "INSERT INTO event VALUES (NULL, ?, ?, 101, 'finish', NULL, 0, ?, ?, ?, '')",
        ((_id(chance), key, *stamp) for key in range(1, RESPONSES // A_SESSION + 1)),
    )


def _id(chance: random.Random) -> str:
    return str(UUID(int=chance.getrandbits(128), version=4))


def _stamp(moment: datetime) -> tuple[str, int, str]:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ"), 0, moment.date().isoformat()
