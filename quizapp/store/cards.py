"""The cards: what is remembered of each question, kept beside the responses to be found quickly.

They are derived from the responses and from nothing else. Their tables are no part of the schema:
they are made when they are first needed, may be dropped at any time, and are made anew.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from json import dumps
from typing import Any, NamedTuple

from quizapp.store.queries import PASSED_OVER, REGRADED, RULING
from quizapp.store.rows import CardRow, ReviewRow
from quizapp.store.sqlite import Store

Name = tuple[str, str, str]
"""A learner, a bank, and a question as it was called when it was answered."""

VERSION = 3
"""Of the tables, and of how cards are made from responses; cards of another are made anew."""

_TABLES = (
    """CREATE TABLE card (
  learner TEXT NOT NULL, bank TEXT NOT NULL, question TEXT NOT NULL, asked INTEGER NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL, stability REAL NOT NULL, difficulty REAL NOT NULL,
  reps INTEGER NOT NULL, lapses INTEGER NOT NULL, confident INTEGER NOT NULL,
  PRIMARY KEY (learner, bank, question)) WITHOUT ROWID""",
    "CREATE INDEX card_begun ON card (learner, first)",
    """CREATE TABLE card_name (
  bank TEXT NOT NULL, old TEXT NOT NULL, question TEXT NOT NULL,
  PRIMARY KEY (bank, old)) WITHOUT ROWID""",
    """CREATE TABLE card_mark (
  version INTEGER NOT NULL, response INTEGER NOT NULL, ruling INTEGER NOT NULL,
  regrade INTEGER NOT NULL, event INTEGER NOT NULL, ahead INTEGER NOT NULL)""",
)

_KEYS = ("response", "ruling", "regrade", "event")
_NEWEST = "SELECT " + ", ".join(f"coalesce((SELECT max(key) FROM {name}), 0)" for name in _KEYS)

_TOUCHED = """
SELECT s.learner, s.bank, r.question FROM response r JOIN session s ON s.key = r.session
WHERE r.key > :response
UNION SELECT s.learner, s.bank, r.question FROM ruling u
  JOIN response r ON r.key = u.response JOIN session s ON s.key = r.session WHERE u.key > :ruling
UNION SELECT s.learner, s.bank, r.question FROM regrade g
  JOIN response r ON r.key = g.response JOIN session s ON s.key = r.session WHERE g.key > :regrade
UNION SELECT s.learner, s.bank, e.question FROM event e JOIN session s ON s.key = e.session
  WHERE e.key > :event AND e.event IN ('skip', 'unskip')
UNION SELECT s.learner, s.bank, e.question FROM event f JOIN session s ON s.key = f.session
  JOIN event e ON e.session = f.session
  WHERE f.key > :event AND f.event = 'finish' AND e.event = 'skip'"""
"""What was answered, ruled on, regraded or skipped since; of a session that has ended since, all
that was skipped in it: only now it counts."""

_RESPONSES = f"""
SELECT s.learner, s.bank, r.question, s.id, s.mode = 'exam', r.step, r.at, r.day,
  coalesce(g.score, r.score),
  {RULING},
  r.hinted, r.certainty, 0
FROM {{responses}} {REGRADED}
WHERE NOT r.again AND s.mode IN ('learn', 'exam') {{which}}"""

_SKIPS = (
    """
SELECT s.learner, s.bank, e.question, s.id, 0, max(e.step), e.at, e.day, 0.0, NULL, 0, NULL, 1
FROM {events}
WHERE e.event IN ('skip', 'unskip') AND s.mode = 'learn' {which}
GROUP BY e.session, e.question HAVING """
    + PASSED_OVER
)


def _reviewed(responses: str, events: str, which: str = "", which_events: str = "") -> str:
    """The statement for reviews: responses and skips of these tables, of `which` there are."""
    found = _RESPONSES.format(responses=responses, which=which)
    skipped = _SKIPS.format(events=events, which=which_events or which)
    return f"{found} UNION ALL {skipped} ORDER BY 1, 2, 3"


_ALL = _reviewed(
    "response r JOIN session s ON s.key = r.session", "event e JOIN session s ON s.key = e.session"
)
_OF_BANK = _reviewed(
    "session s CROSS JOIN response r ON r.session = s.key",
    "session s CROSS JOIN event e ON e.session = s.key",
    "AND s.learner = :learner AND s.bank = :bank",
)
_OF_QUESTIONS = _reviewed(
    """(SELECT DISTINCT value AS question FROM json_each(:questions)) w
  CROSS JOIN response r ON r.question = w.question CROSS JOIN session s ON s.key = r.session""",
    "event e JOIN session s ON s.key = e.session",
    which_events="AND e.question IN (SELECT value FROM json_each(:questions))",
)


class Mark(NamedTuple):
    """How far something derived reflects what is kept: the newest row of each table it knows."""

    response: int = 0
    ruling: int = 0
    regrade: int = 0
    event: int = 0


class Held(NamedTuple):
    """How far the cards go. `ahead` is the day of the first response that a clock ran ahead to
    record, and that waits for its day; 0 if none does."""

    mark: Mark
    ahead: int = 0


def held(store: Store) -> Held | None:
    """How far the cards go; None where there are none of this version."""
    if not store.read("SELECT 1 FROM sqlite_master WHERE name = 'card_mark'", {}):
        return None
    for version, *mark, ahead in store.read("SELECT * FROM card_mark", {}):
        if version == VERSION:
            return Held(Mark._make(mark), ahead)
    return None


def newest(store: Store) -> Mark:
    """How far the cards could go."""
    return Mark(*store.read(_NEWEST, {})[0])


def touched(store: Store, since: Mark) -> list[Name]:
    """What was answered, passed over, ruled on or regraded since the mark."""
    found: list[Name] = store.read(_TOUCHED, since._asdict())
    return found


def all_reviews(store: Store) -> Iterator[ReviewRow]:
    """Everything that counts, by learner, bank and question."""
    return _reviews(store, _ALL, {})


def reviews_of_bank(store: Store, learner: str, bank: str) -> Iterator[ReviewRow]:
    """One learner's on one bank, by question."""
    return _reviews(store, _OF_BANK, {"learner": learner, "bank": bank})


def reviews_of(store: Store, questions: Collection[str]) -> Iterator[ReviewRow]:
    """Those of these questions, by any learner and in any bank, in that order."""
    return _reviews(store, _OF_QUESTIONS, {"questions": dumps(sorted(questions))})


def _reviews(store: Store, statement: str, values: Mapping[str, object]) -> Iterator[ReviewRow]:
    return map(ReviewRow._make, store.read(statement, values))


def names(store: Store) -> dict[tuple[str, str], str]:
    """Today's name of each renamed question, by bank and old name, as the cards have them."""
    return {(bank, old): new for bank, old, new in store.read("SELECT * FROM card_name", {})}


def keep(
    store: Store,
    before: Held | None,
    after: Held,
    cards: Iterable[CardRow],
    gone: Iterable[Name] = (),
    named: Mapping[tuple[str, str], str] | None = None,
) -> None:
    """Keep the cards, let go of those that are `gone`, and move the mark, all or nothing.

    `before` is the mark that the cards were made from: if another program moved it meanwhile,
    nothing is kept. None makes everything anew. `named` are all names, if they changed. Raises
    StoreError.
    """
    with store._writing() as connection:
        if before is None:
            drop(connection)
            for statement in _TABLES:
                connection.execute(statement)
        elif connection.execute("SELECT * FROM card_mark").fetchone() != _mark_row(before):
            return
        connection.executemany(
            "DELETE FROM card WHERE learner = ? AND bank = ? AND question = ?", gone
        )
        connection.executemany(
            f"INSERT OR REPLACE INTO card VALUES ({', '.join('?' * len(CardRow._fields))})", cards
        )
        if named is not None:
            connection.execute("DELETE FROM card_name")
            connection.executemany(
                "INSERT INTO card_name VALUES (?, ?, ?)",
                ((bank, old, question) for (bank, old), question in named.items()),
            )
        connection.execute("DELETE FROM card_mark")
        connection.execute("INSERT INTO card_mark VALUES (?, ?, ?, ?, ?, ?)", _mark_row(after))


def _mark_row(held: Held) -> tuple[int, ...]:
    return (VERSION, *held.mark, held.ahead)


def drop(connection: sqlite3.Connection) -> None:
    """Have all cards made anew the next time."""
    for table in ("card", "card_name", "card_mark"):
        connection.execute(f"DROP TABLE IF EXISTS {table}")


def set_asked(store: Store, learner: str, bank: str, asked: Mapping[str, bool]) -> None:
    """Note which questions the bank has, or no longer has. Raises StoreError."""
    with store._writing() as connection:
        connection.executemany(
            "UPDATE card SET asked = ? WHERE learner = ? AND bank = ? AND question = ?",
            ((here, learner, bank, question) for question, here in asked.items()),
        )


def of_bank(store: Store, learner: str, bank: str) -> list[tuple[Any, ...]]:
    """The learner's cards of the bank: the fields of a CardRow from `question` on."""
    return store.read(
        """SELECT question, asked, first, last, stability, difficulty, reps, lapses, confident
        FROM card WHERE learner = :learner AND bank = :bank""",
        {"learner": learner, "bank": bank},
    )


def begun(store: Store, learner: str, day: int) -> int:
    """How many questions of all banks the learner met for the first time on that day."""
    statement = "SELECT count(*) FROM card WHERE learner = :learner AND first = :day"
    return int(store.read(statement, {"learner": learner, "day": day})[0][0])


def due(store: Store, learner: str, today: int, stretch: float) -> dict[str, int]:
    """How many questions of each bank are due; `stretch` days an interval has for each day of
    stability."""
    statement = """SELECT bank, count(*) FROM card WHERE learner = :learner AND asked
        AND last + max(1, round(stability * :stretch)) <= :today GROUP BY bank"""
    return dict(store.read(statement, {"learner": learner, "today": today, "stretch": stretch}))
