"""What is asked of the store. `{where}` takes one of the conditions below, never a value."""

from quizapp.store.schema import LAST

HISTORY = """
SELECT 'response' AS kind, step, key, id, question, response, outcome, score, verdict, grader,
  digest, bank_digest, weight, section, objective, seconds, hinted, again, certainty,
  NULL AS ruled, NULL AS ruling, NULL AS undo, NULL AS by, NULL AS event, at, utc_offset, day
FROM response WHERE session = :key
UNION ALL
SELECT 'ruling', u.step, u.key, u.id, NULL, NULL, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
  r.id, u.ruling, u.undo, u.by, NULL, u.at, u.utc_offset, u.day
FROM ruling u JOIN response r ON r.key = u.response WHERE u.session = :key
UNION ALL
SELECT 'event', step, key, id, question, NULL, NULL, NULL, NULL, NULL,
  NULL, NULL, weight, NULL, NULL, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, event, at, utc_offset, day
FROM event WHERE session = :key
ORDER BY step, at, id"""

SESSION = """
SELECT id, learner, bank, title, place, digest, mode, seed, plan, planned, weight, wish,
  certainty, version, at, utc_offset, day FROM session WHERE id = ?"""

BEGINNING_WITH = "SELECT id FROM session WHERE substr(id, 1, length(:id)) = :id ORDER BY at LIMIT 3"

UNFINISHED = f"""
SELECT id, learner, bank, title, place, mode, at, last, planned, answered FROM (
  SELECT *, {LAST} AS last,
    (SELECT count(DISTINCT question) FROM response r WHERE r.session = session.key
      AND NOT again AND (session.mode = 'exam' OR 'void' IS NOT
        (SELECT ruling FROM ruling u WHERE u.response = r.key ORDER BY u.step DESC LIMIT 1)))
      AS answered
  FROM (SELECT * FROM session WHERE learner = :learner ORDER BY at DESC, key DESC LIMIT 100)
    AS session
  WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.session = session.key AND e.event = 'finish'))
WHERE last >= :since
ORDER BY last DESC, at DESC"""
"""Sessions that can be resumed; only a learner's newest hundred are looked at."""

SUMS = f"""
WITH chosen AS (
  SELECT * FROM session {{where}} ORDER BY at DESC, key DESC LIMIT :limit),
judged AS (
  SELECT r.session, r.question, r.step, r.key, r.outcome, r.score, r.weight, r.hinted,
    c.mode = 'exam' AS exam,
    CASE WHEN c.mode = 'exam' THEN NULL ELSE
      (SELECT ruling FROM ruling u WHERE u.response = r.key ORDER BY u.step DESC LIMIT 1)
    END AS ruling
  FROM chosen c JOIN response r ON r.session = c.key WHERE NOT r.again),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY session, question
    ORDER BY CASE WHEN exam THEN -step ELSE step END, key) AS nth
  FROM judged WHERE ruling IS NOT 'void'),
counted AS (
  SELECT session, question, weight,
    weight * CASE WHEN hinted THEN 0.5 ELSE 1 END
      * CASE ruling WHEN 'right' THEN 1 WHEN 'wrong' THEN 0 ELSE score END AS points,
    CASE WHEN ruling = 'wrong' THEN 'wrong'
      WHEN ruling = 'right' AND outcome NOT IN ('correct', 'close') THEN 'correct'
      ELSE outcome END AS outcome
  FROM ranked WHERE nth = 1),
totals AS (
  SELECT session, count(*) AS answered, sum(outcome = 'correct') AS correct,
    sum(outcome = 'close') AS close, sum(outcome = 'partial') AS partial,
    sum(outcome = 'wrong') AS wrong, sum(points) AS points, sum(weight) AS weight
  FROM counted GROUP BY session),
dropped AS (
  SELECT e.session, e.question, e.weight FROM chosen c
    JOIN event e ON e.session = c.key
  WHERE e.event = 'drop' AND NOT EXISTS (
    SELECT 1 FROM response r WHERE r.session = e.session AND r.question = e.question)
  GROUP BY e.session, e.question),
skipped AS (
  SELECT e.session, e.question, max(e.weight) AS weight FROM chosen c
    JOIN event e ON e.session = c.key
  WHERE e.event IN ('skip', 'unskip')
    AND (e.session, e.question) NOT IN (SELECT session, question FROM counted)
    AND (e.session, e.question) NOT IN (SELECT session, question FROM dropped)
  GROUP BY e.session, e.question
  HAVING sum(CASE e.event WHEN 'skip' THEN 1 ELSE -1 END) > 0)
SELECT id, bank, title, mode, learner, at,
  (SELECT min(at) FROM event e WHERE e.session = session.key AND e.event = 'finish') AS finished,
  {LAST} AS last,
  planned - (SELECT count(*) FROM dropped d WHERE d.session = session.key) AS planned,
  coalesce(answered, 0), coalesce(correct, 0), coalesce(close, 0), coalesce(partial, 0),
  coalesce(wrong, 0), coalesce(points, 0.0),
  CASE WHEN session.mode = 'exam' AND EXISTS (SELECT 1 FROM event e
      WHERE e.session = session.key AND e.event = 'finish')
    THEN session.weight
      - coalesce((SELECT sum(weight) FROM dropped d WHERE d.session = session.key), 0)
    ELSE coalesce(t.weight, 0.0)
      + coalesce((SELECT sum(weight) FROM skipped s WHERE s.session = session.key), 0.0)
    END AS out_of
FROM chosen AS session LEFT JOIN totals t ON t.session = session.key
ORDER BY at DESC, session.key DESC"""

RESPONSES = """
SELECT r.id, r.question, r.response, r.outcome, r.score,
  (SELECT ruling FROM ruling u WHERE u.response = r.key ORDER BY u.step DESC LIMIT 1),
  r.hinted, r.again, r.seconds, r.certainty, r.at, r.verdict
FROM response r JOIN session s ON s.key = r.session
WHERE s.id = ? ORDER BY r.step, r.at, r.id"""

ANSWERED = """
SELECT DISTINCT r.question FROM session s JOIN response r ON r.session = s.key
WHERE s.learner = ? AND s.bank = ?"""
