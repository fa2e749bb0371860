"""First responses, gathered by learner, and kept beside the responses to be found quickly.

They count as in `history`. What is kept is derived from the responses and from nothing else, as the
cards are: its tables are made when they are first needed, and may be dropped at any time. A learner
who answered since, or whose responses were ruled or regraded since, is gathered anew.
"""

import sqlite3
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import NamedTuple

from msgspec import json

from quizapp.store.cards import Mark, newest, touched
from quizapp.store.errors import StoreError
from quizapp.store.history import MARK, REPLACED, RULED, SHARE
from quizapp.store.queries import REGRADED, UNSURE
from quizapp.store.sqlite import Store

VERSION = 2
"""Of how first responses are gathered; those gathered by another are gathered anew."""

_TABLES = (
    """CREATE TABLE IF NOT EXISTS first_given (
  bank TEXT NOT NULL, learner TEXT NOT NULL, lists BLOB NOT NULL, PRIMARY KEY (bank, learner))""",
    """CREATE TABLE IF NOT EXISTS first_mark (
  bank TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, response INTEGER NOT NULL,
  ruling INTEGER NOT NULL, regrade INTEGER NOT NULL, event INTEGER NOT NULL)""",
)

_OVERRULED = """CASE u.ruling WHEN 'right' THEN coalesce(g.score, r.score) < 1
    WHEN 'wrong' THEN coalesce(g.score, r.score) > 0 ELSE 0 END"""
_OF_ONE = f"""SELECT {{}} FROM (SELECT 1) {REGRADED} {RULED}"""

_FIRSTS = f"""
WITH settled AS MATERIALIZED (SELECT response FROM ruling UNION SELECT response FROM regrade),
voided AS MATERIALIZED (
  SELECT r.key FROM ruling v JOIN response r ON r.key = v.response {RULED}
  WHERE v.ruling = 'void' AND u.ruling = 'void')
SELECT learner, (
  SELECT '[' || json_group_array(r.question)
    || ',' || json_group_array(CASE WHEN r.hinted THEN 0.5 ELSE 1 END
      * CASE WHEN r.settled THEN ({_OF_ONE.format(MARK)})
        WHEN r.score IN (0, 1) THEN CAST(r.score AS INTEGER) ELSE r.score END)
    || ',' || json_group_array(CASE WHEN r.hinted THEN 0.5 ELSE 1 END
      * CASE WHEN r.settled THEN ({_OF_ONE.format(SHARE)})
        WHEN r.score IN (0, 1) THEN CAST(r.score AS INTEGER) ELSE r.score END)
    || ',' || json_group_array(
      CASE WHEN r.settled THEN ({_OF_ONE.format(_OVERRULED)}) ELSE 0 END)
    || ',' || json_group_array(CASE WHEN r.settled OR r.outcome IN ('wrong', 'partial')
      THEN ({_OF_ONE.format(f"{UNSURE} AND u.ruling IS NULL")}) ELSE 0 END)
    || ',' || json_group_array(CAST(1000 * r.seconds AS INTEGER)) || ']'
  FROM (SELECT r.key, r.question, r.hinted, r.outcome, r.score, r.seconds, r.verdict,
      r.key IN settled AS settled
    FROM session s INDEXED BY session_of_learner -- which is by time
    CROSS JOIN response r ON r.session = s.key
    WHERE s.learner = each.learner AND s.bank = :bank AND s.mode <> 'read' AND NOT r.again
      AND NOT (s.mode = 'exam' AND {REPLACED})
    ORDER BY s.at, s.key, r.step) r
  WHERE NOT (r.settled AND r.key IN voided))
FROM (SELECT value AS learner FROM json_each(:learners)) AS each"""
"""A row for each learner, of lists, the oldest response first: far fewer than responses, and so
faster. What was ruled or regraded is looked up for those responses alone."""


class FirstResponses(NamedTuple):
    """A learner's first responses, in lists: to which question, the share earned (0 to 1) as graded
    or as the instructor ruled, the share that the learner claims, whether (1 or 0) a ruling changed
    it, whether it waits for one, and the milliseconds it took."""

    questions: list[str]
    shares: list[float]
    claimed: list[float]
    overruled: list[int]
    unsure: list[int]
    milliseconds: list[int]


def firsts(store: Store, bank: str) -> dict[str, FirstResponses]:
    """By learner, the first response to each of the bank's questions. Raises StoreError.

    One that the store cannot keep (one that is only read) gathers them anew each time.
    """
    held, after = _mark(store, bank), newest(store)
    kept = "SELECT learner, lists FROM first_given WHERE bank = :bank"
    found = dict(store.read(kept, {"bank": bank})) if held is not None else {}
    stale = {who for who, of, _ in touched(store, held) if of == bank} if held is not None else ()
    answered = store.read("SELECT DISTINCT learner FROM session WHERE bank = :bank", {"bank": bank})
    wanted = [who for (who,) in answered if who not in found or who in stale]
    if wanted:
        made = _gathered(store, bank, wanted)
        with suppress(StoreError):
            _keep(store, bank, held, after, made)
        found |= made
    return {who: FirstResponses._make(json.decode(found[who])) for (who,) in answered}


def drop(connection: sqlite3.Connection) -> None:
    """Have all first responses gathered anew the next time."""
    for table in ("first_given", "first_mark"):
        connection.execute(f"DROP TABLE IF EXISTS {table}")


def _gathered(store: Store, bank: str, learners: Collection[str]) -> dict[str, bytes]:
    """The lists of each of the learners, of first responses alone."""
    asked = {"bank": bank, "learners": json.encode(learners).decode()}
    made = {}
    for learner, text in store.read(_FIRSTS, asked):
        lists = json.decode(text)
        for each in lists:
            each.reverse()  # Of several to one question the last that comes holds: the first.
        first = dict(zip(lists[0], range(len(lists[0])), strict=True)).values()
        made[learner] = json.encode([[each[at] for at in first] for each in lists])
    return made


def _mark(store: Store, bank: str) -> Mark | None:
    """How far what is kept for the bank goes; None where nothing is."""
    if not store.read("SELECT 1 FROM sqlite_master WHERE name = 'first_mark'", {}):
        return None
    found = store.read(
        """SELECT response, ruling, regrade, event FROM first_mark
        WHERE bank = :bank AND version = :version""",
        {"bank": bank, "version": VERSION},
    )
    return Mark(*found[0]) if found else None


def _keep(
    store: Store, bank: str, before: Mark | None, after: Mark, made: Mapping[str, bytes]
) -> None:
    """Keep the lists and move the mark, all or nothing.

    Nothing is kept if another program moved the mark meanwhile. Raises StoreError.
    """
    with store._writing() as connection:
        for table in _TABLES:
            connection.execute(table)
        if _mark(store, bank) != before:
            return
        if before is None:
            connection.execute("DELETE FROM first_given WHERE bank = ?", (bank,))
        connection.executemany(
            "INSERT OR REPLACE INTO first_given VALUES (?, ?, ?)",
            ((bank, learner, lists) for learner, lists in made.items()),
        )
        connection.execute(
            "INSERT OR REPLACE INTO first_mark VALUES (?, ?, ?, ?, ?, ?)", (bank, VERSION, *after)
        )
