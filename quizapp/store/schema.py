"""The tables, and the numbered steps that lead from any older store to today's.

`key` is this file's own short name of a row, `id` the one that means the same everywhere. `step`
orders the rows of a session. A column without a type (`response`) keeps text as text and, where
it has lone surrogates that are no UTF-8, its bytes.

`imported` has the ids of the sessions that came whole, with how many rows each, and of single rows.
A row of an import that was taken back is in `withdrawn`, as the line of a log, and nowhere else.
"""

APPLICATION_ID = 0x7175697A
"""Marks the file as this program's: "quiz"."""


def _only_added(table: str, what: str = "") -> str:
    """The triggers that let rows be added to a table, and never changed or deleted."""
    refused = f"SELECT RAISE(ABORT, '{what or table}s are only ever added')"
    return f"""
CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table}
  BEGIN {refused}; END;
CREATE TRIGGER {table}_is_kept BEFORE DELETE ON {table}
  BEGIN {refused}; END;
"""


_KEYS = "key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE"
_STAMP = "at TEXT NOT NULL, utc_offset INTEGER NOT NULL, day TEXT NOT NULL"

STEPS: tuple[str, ...] = (
    f"""
CREATE TABLE session (
  {_KEYS},
  learner TEXT NOT NULL,
  bank TEXT NOT NULL,
  title TEXT NOT NULL,
  place TEXT NOT NULL,
  digest TEXT NOT NULL,
  mode TEXT NOT NULL,
  seed TEXT NOT NULL,
  plan TEXT NOT NULL,
  planned INTEGER NOT NULL,
  weight REAL NOT NULL,
  wish TEXT NOT NULL,
  certainty INTEGER NOT NULL,
  version TEXT NOT NULL,
  {_STAMP}
);
CREATE INDEX session_of_learner ON session (learner, at);
CREATE INDEX session_of_bank ON session (bank, at);
CREATE INDEX session_at ON session (at);

CREATE TABLE response (
  {_KEYS},
  session INTEGER NOT NULL REFERENCES session (key),
  step INTEGER NOT NULL,
  question TEXT NOT NULL,
  response NOT NULL CHECK (typeof(response) IN ('text', 'blob')),
  outcome TEXT NOT NULL,
  score REAL NOT NULL,
  verdict TEXT NOT NULL,
  grader INTEGER NOT NULL,
  digest TEXT NOT NULL,
  bank_digest TEXT NOT NULL,
  weight REAL NOT NULL,
  section TEXT NOT NULL,
  objective TEXT NOT NULL,
  seconds REAL NOT NULL,
  hinted INTEGER NOT NULL,
  again INTEGER NOT NULL,
  certainty INTEGER,
  {_STAMP}
);
CREATE INDEX response_of_session ON response (session, step);
CREATE INDEX response_to_question ON response (question, session);

CREATE TABLE ruling (
  {_KEYS},
  session INTEGER NOT NULL REFERENCES session (key),
  step INTEGER NOT NULL,
  response INTEGER NOT NULL REFERENCES response (key),
  ruling TEXT,
  undo INTEGER NOT NULL,
  by TEXT NOT NULL,
  {_STAMP}
);
CREATE INDEX ruling_on_response ON ruling (response, step);
CREATE INDEX ruling_of_session ON ruling (session, step);

CREATE TABLE event (
  {_KEYS},
  session INTEGER NOT NULL REFERENCES session (key),
  step INTEGER NOT NULL,
  event TEXT NOT NULL,
  question TEXT,
  weight REAL NOT NULL,
  {_STAMP}
);
CREATE INDEX event_of_session ON event (session, step);
"""
    + "".join(map(_only_added, ("session", "response", "ruling", "event"))),
    f"""
CREATE TABLE regrade (
  {_KEYS},
  response INTEGER NOT NULL REFERENCES response (key),
  outcome TEXT NOT NULL,
  score REAL NOT NULL,
  verdict TEXT NOT NULL,
  grader INTEGER NOT NULL,
  digest TEXT NOT NULL,
  bank_digest TEXT NOT NULL,
  {_STAMP}
);
CREATE INDEX regrade_of_response ON regrade (response, at);
"""
    + _only_added("regrade"),
    """
DROP INDEX response_of_session;
CREATE INDEX response_of_session ON response
  (session, step, question, again, hinted, outcome, score, weight, seconds, certainty);
""",
    f"""
CREATE TABLE import (
  {_KEYS},
  name TEXT NOT NULL,
  source TEXT NOT NULL,
  way TEXT NOT NULL,
  {_STAMP}
);
CREATE TABLE imported (
  import INTEGER NOT NULL REFERENCES import (key),
  id TEXT NOT NULL,
  rows INTEGER NOT NULL,
  PRIMARY KEY (import, id)
) WITHOUT ROWID;
CREATE TABLE withdrawal (
  key INTEGER PRIMARY KEY,
  import INTEGER NOT NULL UNIQUE REFERENCES import (key),
  {_STAMP}
);
CREATE TABLE withdrawn (
  key INTEGER PRIMARY KEY,
  import INTEGER NOT NULL REFERENCES import (key),
  id TEXT NOT NULL,
  line TEXT NOT NULL
);
CREATE INDEX withdrawn_by_id ON withdrawn (id);
CREATE INDEX withdrawn_of_import ON withdrawn (import);
"""
    + "".join(
        _only_added(table, "import") for table in ("import", "imported", "withdrawal", "withdrawn")
    )
    + "".join(
        f"""
DROP TRIGGER {table}_is_kept;
CREATE TRIGGER {table}_is_kept BEFORE DELETE ON {table}
  WHEN NOT EXISTS (SELECT 1 FROM withdrawn WHERE id = OLD.id)
  BEGIN SELECT RAISE(ABORT, '{table}s are only ever added'); END;
"""
        for table in ("session", "response", "ruling", "event", "regrade")
    ),
    """
ALTER TABLE event ADD COLUMN why TEXT NOT NULL DEFAULT '';
CREATE INDEX event_flag ON event (session, question) WHERE event = 'flag';
""",
)
"""Each step takes a store of version n (its place) to n + 1; the last version is `len(STEPS)`."""

KEY_AND_STEP = """
SELECT key, 1 + max(
  coalesce((SELECT max(step) FROM response WHERE session = session.key), 0),
  coalesce((SELECT max(step) FROM ruling WHERE session = session.key), 0),
  coalesce((SELECT max(step) FROM event WHERE session = session.key), 0))
FROM session WHERE id = ?"""

LAST = """max(session.at,
  coalesce((SELECT at FROM response WHERE session = session.key ORDER BY step DESC LIMIT 1), ''),
  coalesce((SELECT at FROM event WHERE session = session.key ORDER BY step DESC LIMIT 1), ''))"""
