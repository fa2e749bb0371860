"""Logs that mean ill: rows as the schema has them, and from there outward."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

NOW = datetime.now(UTC)
IDS = tuple(str(UUID(int=number)) for number in range(1, 9))
QUESTIONS = ("decoder", "eggs", "winter", "", "../../x", "a\nb", "\x1b[2J", "\u202ex", "q" * 300)
PATHS = ("../../victim", "/victim", "/dev/zero", "C:\\x", ".", "~root", "-")

words = st.sampled_from((*QUESTIONS, *PATHS, "sample", "\udce9", "\0", "ä" * 400)) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=8
)
plain = words.filter(lambda text: not set(text) & {"\0", "\udce9"})
"""What a field may hold that is text: no NUL, no half of a character."""
ids = st.sampled_from(IDS)
numbers = st.sampled_from((0, -0.0, 1, -1, 3, 99, 0.5, 1e300, 2**53, 2**63, 10**30, 10**400))
floats = st.sampled_from((float("nan"), float("inf"), -float("inf"), 5e-324, 1e308))
odd: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | numbers | floats | words | ids,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=5,
)
weights = st.sampled_from((0, 1, 1.0, 0.1, 1e6))
shares = st.sampled_from((0, 1, 0.5, 1e-300, 0.999999999))
outcomes = st.sampled_from(("correct", "close", "partial", "wrong"))


def as_json(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[str]:
    return inner.map(json.dumps)


@st.composite
def moments(draw: st.DrawFn) -> dict[str, Any]:
    """A time: mostly of this hour, so that the session can be resumed."""
    ago = draw(st.sampled_from((1, 60, 600, 86_000, 90_000, 10**7, 1.7e9)))
    moment = NOW - timedelta(seconds=ago)
    offset = draw(st.sampled_from((0, 120, -720, 1439, -1439)))
    day = (moment + timedelta(minutes=offset)).date()
    return {"at": f"{moment:%Y-%m-%dT%H:%M:%S.%fZ}", "offset": offset, "day": day.isoformat()}


plans = st.lists(
    st.tuples(st.sampled_from(QUESTIONS), weights, words, st.lists(words, max_size=2)), max_size=4
)
wishes = st.fixed_dictionaries(
    {},
    optional={
        "count": st.sampled_from((1, 5, 10**18)),
        "sections": st.lists(words, max_size=2),
        "questions": st.lists(words, max_size=2),
        "kinds": st.lists(words, max_size=1),
        "due": st.booleans(),
        "by": st.sampled_from(("2024-05-31", "9999-12-31", f"{NOW + timedelta(9):%Y-%m-%d}")),
        "paper": words,
        "minutes": st.sampled_from((0.001, 30, 1e5)),
        "extra_time": st.sampled_from((0, 25, 1000)),
        "pass_mark": st.sampled_from((0, 60, 100)),
        "new in some version": odd,
    },
)
runs = st.tuples(st.sampled_from(("same", "missing", "extra")), words)
verdicts: st.SearchStrategy[dict[str, Any]] = st.deferred(
    lambda: st.fixed_dictionaries(
        {"outcome": outcomes, "score": shares},
        optional={
            "matched": words,
            "feedback": st.none() | words,
            "unsure": st.booleans(),
            "reasons": st.lists(st.tuples(words, words), max_size=2),
            "slip": st.tuples(words, words, st.lists(runs, max_size=2)),
            "parts": st.lists(verdicts, max_size=1),
        },
    )
)


@st.composite
def sessions(draw: st.DrawFn) -> dict[str, Any]:
    plan = draw(plans)
    return {
        "type": "session", "id": draw(ids), "learner": draw(st.sampled_from(("", "", "bob"))),
        "bank": draw(st.sampled_from(("bees", "bees", "other", "", "../x"))), "title": draw(plain),
        "place": draw(st.sampled_from(PATHS)), "digest": draw(plain),
        "mode": draw(st.sampled_from(("learn", "exam", "cram", "read"))),
        "seed": draw(st.sampled_from(("1", "-7", "9" * 4000))), "plan": json.dumps(plan),
        "planned": len(plan), "weight": sum(each[1] for each in plan),
        "wish": json.dumps(draw(wishes)), "certainty": draw(st.booleans()), "version": draw(plain),
        **draw(moments()),
    }  # fmt: skip


@st.composite
def judged(draw: st.DrawFn) -> dict[str, Any]:
    verdict = draw(verdicts)
    return {
        "outcome": verdict["outcome"], "score": verdict["score"], "verdict": json.dumps(verdict),
        "grader": draw(st.sampled_from((0, 1, 2**30))), "digest": draw(plain),
        "bank_digest": draw(plain),
    }  # fmt: skip


@st.composite
def responses(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "type": "response", "id": draw(ids), "session": draw(ids),
        "question": draw(st.sampled_from(QUESTIONS)), "response": draw(words), **draw(judged()),
        "weight": draw(weights), "section": draw(plain),
        "objective": draw(as_json(st.lists(words, max_size=2))),
        "seconds": draw(st.sampled_from((0, 1.5, 1e9))), "hinted": draw(st.booleans()),
        "again": draw(st.booleans()), "certainty": draw(st.sampled_from((None, 1, 2, 3))),
        **draw(moments()),
    }  # fmt: skip


@st.composite
def rulings(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "type": "ruling", "id": draw(ids), "session": draw(ids), "response": draw(ids),
        "ruling": draw(st.sampled_from(("right", "wrong", "void", None))),
        "undo": draw(st.booleans()), "by": draw(st.sampled_from(("learner", "instructor", "\x07"))),
        **draw(moments()),
    }  # fmt: skip


@st.composite
def events(draw: st.DrawFn) -> dict[str, Any]:
    kinds = ("hint", "skip", "unskip", "drop", "finish", "read", "flag", "danced")
    return {
        "type": "event", "id": draw(ids), "session": draw(ids),
        "event": draw(st.sampled_from(kinds)),
        "question": draw(st.none() | st.sampled_from(QUESTIONS)), "weight": draw(weights),
        "why": draw(st.sampled_from(QUESTIONS)), **draw(moments()),
    }  # fmt: skip


@st.composite
def regrades(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "type": "regrade", "id": draw(ids), "session": draw(ids), "response": draw(ids),
        **draw(judged()), **draw(moments()),
    }  # fmt: skip


rows = sessions() | responses() | responses() | rulings() | events() | regrades()


@st.composite
def spoiled(draw: st.DrawFn) -> Any:
    """A row with something else in a field, or a field too few or too many."""
    row = draw(rows)
    field = draw(st.sampled_from(sorted(row)))
    match draw(st.sampled_from(("other", "other", "inside", "gone", "more"))):
        case "gone":
            del row[field]
        case "more":
            row[draw(words)] = draw(odd)
        case "inside":
            inner = draw(st.sampled_from(("plan", "wish", "verdict", "objective")))
            row[inner if inner in row else field] = draw(as_json(odd) | words)
        case _:
            row[field] = draw(odd)
    return row


@st.composite
def rows_of(draw: st.DrawFn, session: str, first: int) -> list[dict[str, Any]]:
    """Rows of a session, whose identifiers count on from `first`; rulings rest on its responses."""
    told: list[dict[str, Any]] = []
    given: list[str] = []
    for number in range(first, first + draw(st.integers(0, 7))):
        row = draw(rows.filter(lambda row: row["type"] != "session"))
        row |= {"id": str(UUID(int=number)), "session": session}
        if row["type"] in ("ruling", "regrade"):
            if not given:
                continue
            row["response"] = draw(st.sampled_from(given))
        elif row["type"] == "response":
            given.append(row["id"])
        told.append(row)
    return told


ALIKE: dict[type, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: st.sampled_from((0, -1, 99, 2**63 - 1, -(2**63))),
    float: st.sampled_from((0.0, -1.0, 1e300, -1e300, 5e-324)),
    str: plain | as_json(odd),
}
"""Other values of the same type, as an older version took them without looking."""
TIMES = {
    "at": ("0001-01-01T00:00:00.000000Z", "9999-12-31T23:59:59.999999Z",
           "2024-05-01 12:00:00,000000Z"),
    "day": ("0001-01-01", "9999-12-31", "20240501", "2024-W01-1"),
}  # fmt: skip
"""What an older version took for times."""


@st.composite
def let_in(draw: st.DrawFn) -> list[dict[str, Any]]:
    """A session with its rows, two fields of which an older version should not have taken."""
    told = [{**draw(sessions()), "id": IDS[0]}, *draw(rows_of(IDS[0], 100))]
    for row in draw(st.lists(st.sampled_from(told), min_size=1, max_size=2)):
        kept = {"type", "id", "session", "response", "outcome", "ruling", "score"}
        field = draw(st.sampled_from((*sorted(row.keys() - kept), *TIMES)))
        if field in TIMES:
            row[field] = draw(st.sampled_from(TIMES[field]))
        elif row[field] is not None:
            row[field] = draw(ALIKE[type(row[field])])
    return told


lines = st.one_of(
    rows.map(json.dumps),
    rows.map(json.dumps),
    spoiled().map(json.dumps),
    odd.map(json.dumps),
    st.sampled_from(("[" * 9000, '{"type": []}', '{"type":"log","version":2}', "{")),
)


@st.composite
def logs(draw: st.DrawFn) -> list[str]:
    """A log of a few sessions, most of them whole, and of lines that are not."""
    told: list[str] = []
    for number, name in enumerate(IDS[: draw(st.integers(1, 3))], 1):
        begun = {**draw(sessions()), "id": name}
        told += map(json.dumps, [begun, *draw(rows_of(name, 100 * number))])
    return [*told, *draw(st.lists(lines, max_size=4))]
