"""What is asked of the store. `{where}` takes one of the conditions below, never a value."""

from quizapp.store.schema import LAST

REGRADED = """LEFT JOIN regrade g ON g.key = (
    SELECT key FROM regrade WHERE response = r.key ORDER BY at DESC, key DESC LIMIT 1)"""
"""Joins to a response `r` its latest regrade `g`, whose verdict holds then."""

RULINGS = """SELECT {what} FROM ruling v WHERE v.response = {response} AND v.ruling IS NOT NULL
    AND NOT EXISTS (
      SELECT 1 FROM ruling w WHERE w.response = v.response AND w.by = v.by AND w.step > v.step)
    ORDER BY v.by = 'instructor' DESC, v.by = 'learner' DESC LIMIT 1"""
RULING = f"({RULINGS.format(what='v.ruling', response='r.key')})"
"""The ruling that holds on a response `r`: the instructor's, else the learner's, else a judge's."""
DECISION = """(SELECT ruling FROM ruling v WHERE v.response = r.key AND v.by = 'instructor'
    ORDER BY step DESC LIMIT 1)"""
"""The instructor's ruling on a response `r`."""
UNSURE = """(CASE WHEN coalesce(g.outcome, r.outcome) IN ('correct', 'close') THEN 0
    WHEN instr(coalesce(g.verdict, r.verdict), '"unsure":true') = 0 THEN 0
    WHEN NOT json_valid(coalesce(g.verdict, r.verdict)) THEN 0
    ELSE coalesce(json_extract(coalesce(g.verdict, r.verdict), '$.unsure'), 0) = 1 END)"""
"""Whether the grader was not sure of a response `r`, as graded last (`g`)."""

PASSED_OVER = """sum(e.event = 'skip') - sum(e.event = 'unskip') > NOT EXISTS (
    SELECT 1 FROM event f WHERE f.session = e.session AND f.event = 'finish')"""
"""Whether the events `e` of a question pass it over for good: skipped twice, or once in a session
that is over. What was skipped once waits, and counts as nothing so far."""

HELD = "coalesce(g.outcome, r.outcome) AS outcome, coalesce(g.score, r.score) AS score"
"""The verdict's headline and score that hold."""

WITH_ID = "SELECT id FROM session WHERE id = :id"

BEGINNING_WITH = "SELECT id FROM session WHERE substr(id, 1, length(:id)) = :id ORDER BY at LIMIT 3"

UNFINISHED = f"""
SELECT id, learner, bank, title, place, mode, at, last, planned, answered FROM (
  SELECT *, {LAST} AS last,
    (SELECT count(DISTINCT question) FROM response r WHERE r.session = session.key
      AND (NOT again OR session.mode = 'read') AND (session.mode = 'exam' OR 'void' IS NOT
        {RULING}))
      AS answered
  FROM (SELECT * FROM session WHERE learner = :learner ORDER BY at DESC, key DESC LIMIT 100)
    AS session
  WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.session = session.key AND e.event = 'finish'))
WHERE last >= :since
ORDER BY last DESC, at DESC"""
"""Sessions that can be resumed; only a learner's newest hundred are looked at."""

SUMS = f"""
WITH chosen AS (
  SELECT key, mode = 'exam' AS exam, mode = 'read' AS reading FROM session {{where}}
  ORDER BY at DESC, key DESC LIMIT :limit),
judged AS (
  SELECT r.session, r.question, r.weight, r.hinted, {HELD},
    CASE WHEN c.exam THEN -r.step ELSE r.step END AS place,
    CASE WHEN c.exam THEN {DECISION} ELSE {RULING} END AS ruling,
    {UNSURE} AND {RULING} IS NULL AS unsure, c.exam
  FROM chosen c CROSS JOIN response r ON r.session = c.key {REGRADED} WHERE NOT r.again),
first AS (
  SELECT *, min(place) -- the other columns are those of the row with the least place
  FROM judged WHERE exam OR ruling IS NOT 'void' GROUP BY session, question),
counted AS (
  SELECT session, question, weight, unsure,
    weight * CASE WHEN hinted THEN 0.5 ELSE 1 END
      * CASE ruling WHEN 'right' THEN 1 WHEN 'wrong' THEN 0 ELSE score END AS points,
    CASE WHEN ruling = 'wrong' THEN 'wrong'
      WHEN ruling = 'right' AND outcome NOT IN ('correct', 'close') THEN 'correct'
      ELSE outcome END AS outcome
  FROM first WHERE ruling IS NOT 'void'),
passed AS (
  SELECT e.session, e.question, max(e.weight) AS weight,
    NOT c.reading AND {PASSED_OVER} AS skipped,
    sum(e.event = 'drop') > sum(e.event = 'undrop') AND NOT EXISTS (
      SELECT 1 FROM response r WHERE r.session = e.session AND r.question = e.question) AS dropped
  FROM chosen c CROSS JOIN event e ON e.session = c.key
  WHERE e.event IN ('skip', 'unskip', 'drop', 'undrop') GROUP BY e.session, e.question),
facts AS (
  SELECT key AS session, 0 AS answered, '' AS outcome, 0 AS unsure, 0.0 AS points, 0.0 AS weight,
    0 AS dropped, 0.0 AS off
  FROM chosen
  UNION ALL SELECT session, 1, outcome, unsure, points, weight, 0, 0.0 FROM counted
  UNION ALL SELECT session, 0, '', 0, 0.0, 0.0, 1, weight FROM first WHERE ruling IS 'void'
  UNION ALL SELECT session, 0, '', 0, 0.0, 0.0, 1, weight FROM passed WHERE dropped
  UNION ALL SELECT session, 0, '', 0, 0.0, weight, 0, 0.0 FROM passed WHERE skipped AND NOT dropped
    AND (session, question) NOT IN (SELECT session, question FROM counted)),
totals AS (
  SELECT session AS of, sum(answered) AS answered, sum(outcome = 'correct') AS correct,
    sum(outcome = 'close') AS close, sum(outcome = 'partial') AS partial,
    sum(outcome = 'wrong') AS wrong, sum(unsure) AS unsure,
    sum(points) AS points, sum(weight) AS due,
    sum(dropped) AS dropped, sum(off) AS off
  FROM facts GROUP BY session),
scored AS (
  SELECT *, {LAST} AS last,
    (SELECT min(at) FROM event e WHERE e.session = session.key AND e.event = 'finish') AS finished,
    (SELECT total(seconds) FROM response r WHERE r.session = session.key) AS seconds
  FROM totals CROSS JOIN session ON session.key = totals.of)
SELECT id, bank, title, mode, learner, at, finished, last, planned - dropped, answered,
  correct, close, partial, wrong, unsure, points,
  CASE WHEN mode = 'exam' AND finished IS NOT NULL THEN weight - off ELSE due END, seconds
FROM scored ORDER BY at DESC, key DESC"""
"""Sessions with their scores: of each question the first response that is neither void nor a
retry, in an exam the last, where only an instructor's ruling counts. What was passed over is due,
what is gone is not, nor what the instructor voided in an exam."""

RESPONSES = f"""
SELECT r.id, r.question, r.response, {HELD}, {RULING}, {DECISION},
  r.hinted, r.again, r.seconds, r.certainty, r.at, coalesce(g.verdict, r.verdict), {UNSURE}
FROM response r JOIN session s ON s.key = r.session {REGRADED}
WHERE s.id = :id ORDER BY r.step, r.at, r.id"""
