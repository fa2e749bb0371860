"""One case of its own, as `quizapp grade` reads it: an object in, an object out."""

from typing import Any

from quizapp.grading import Anticipated, Context, Credit, Idea, Ideas, TextKey, Verdict, grade_text
from quizapp.grading.key import NO_IDEAS


def grade_case(case: dict[str, Any]) -> dict[str, Any]:
    """The verdict on a case, as a JSON object; see `verdict_object` for its keys."""
    return verdict_object(case.get("id"), judge_case(case))


def read_case(case: dict[str, Any]) -> tuple[Context, TextKey, str, str]:
    """What a case says: its context, its key in words, its kind and the response."""
    spec = _spec(case)
    answers = tuple(str(answer) for answer in case.get("answers") or ())
    wrong = tuple(_anticipated(entry) for entry in spec.get("wrong") or ())
    partial = tuple(_credit(entry) for entry in spec.get("partial") or ())
    part = spec.get("part") is not False
    synonyms = tuple(tuple(map(str, group)) for group in spec.get("synonyms") or ())
    distinct = tuple(tuple(map(str, group)) for group in spec.get("distinct") or ())
    prompt, strict = str(case.get("question") or ""), bool(spec.get("strict"))
    context = Context(prompt, synonyms, strict=strict, distinct=distinct)
    kind = str(case.get("kind") or "text")
    key = TextKey(answers, wrong, partial, _ideas(spec), part)
    return context, key, kind, str(case.get("response") or "")


def _ideas(table: dict[str, Any]) -> Ideas:
    """The ideas of a spec or of one of its entries, written as in a bank."""
    ideas = tuple(_idea(idea) for idea in table.get("ideas") or ())
    need = table.get("need")
    needed = need if isinstance(need, int) else 0
    return Ideas(ideas, bool(table.get("ordered")), needed) if ideas else NO_IDEAS


def _idea(value: Any) -> Idea:
    table = value if isinstance(value, dict) else {"says": value}
    says, own = [], []
    given = table.get("says", ())
    for one in given if isinstance(given, list | tuple) else (given,):
        named = one if isinstance(one, dict) else {"says": one}
        for wording in _texts(named.get("says", ())):
            says.append(wording)
            own.append(_texts(named.get("by", ())))
    return Idea(
        tuple(says),
        str(table.get("missing", "")),
        _texts(table.get("by", ())),
        bool(table.get("alone")),
        tuple(own) if any(own) else (),
    )


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),)


def _spec(case: dict[str, Any]) -> dict[str, Any]:
    spec = case.get("spec")
    return spec if isinstance(spec, dict) else {}


def judge_case(case: dict[str, Any]) -> Verdict:
    """The verdict on a case (`question`, `answers`, `kind`, `response`, optional `spec`).

    A kind that does not go with the answers (a `number` whose answer is no figure) is read as text.
    """
    context, key, kind, response = read_case(case)
    spec = _spec(case)
    if kind in ("number", "date", "list"):
        found = typed(kind, spec, context, key, response)
        if found is not None:
            return found
    return grade_text(key._replace(answers=alternatives(key.answers)), context, response)


def typed(
    kind: str, spec: dict[str, Any], context: Context, key: TextKey, response: str
) -> Verdict | None:
    """The verdict on a quantity, a date or a list; None if the answers are none."""
    from quizapp.grading import case_keys, grade_date, grade_list, grade_number

    if kind == "number":
        number = case_keys.number_key(key, spec, context.prompt)
        return grade_number(number, context, response) if number is not None else None
    if kind == "date":
        date = case_keys.date_key(key, spec, context.prompt)
        return grade_date(date, context, response) if date is not None else None
    listed = case_keys.list_key(key, spec)
    return grade_list(listed, context, response) if listed is not None else None


def alternatives(answers: tuple[str, ...]) -> tuple[str, ...]:
    """`answers`, and the parts of those that are several written with strokes between them."""
    found = dict.fromkeys(answers)
    for answer in answers:
        parts = [part.strip() for part in answer.split("/")]
        if len(parts) > 2 or (len(parts) == 2 and min(map(len, parts)) > 3 and " " in answer):
            found.update(dict.fromkeys(part for part in parts if part))
    return tuple(found)


def _anticipated(entry: Any) -> Anticipated:
    if isinstance(entry, dict):
        return Anticipated(
            _texts(entry.get("answers", ())), str(entry.get("feedback", "")), _ideas(entry)
        )
    if isinstance(entry, list | tuple):
        return Anticipated(tuple(map(str, entry)))
    return Anticipated((str(entry),))


def _credit(entry: dict[str, Any]) -> Credit:
    return Credit(
        _texts(entry.get("answers", ())),
        float(entry.get("score", 0.5)),
        str(entry.get("feedback", "")),
        _ideas(entry),
    )


def verdict_object(identity: Any, verdict: Verdict) -> dict[str, Any]:
    """A verdict as the JSON object of the contract."""
    return {
        "id": identity,
        "verdict": verdict.outcome,
        "accept": verdict.accepted,
        "score": verdict.score,
        "matched": verdict.matched,
        "unsure": verdict.unsure,
        "reasons": [{"code": reason.code, "detail": reason.detail} for reason in verdict.reasons],
        "feedback": verdict.feedback,
    }


def explain(case: dict[str, Any]) -> list[str]:
    """The verdict on a case with its steps, a line each, for people."""
    steps = steps_of(case)
    width = max(len(name) for name, _ in steps)
    return [f"{name:<{width}}  {saw}" for name, saw in steps]


def steps_of(case: dict[str, Any]) -> list[tuple[str, str]]:
    """The steps of a verdict: the name of each, and what it saw."""
    from quizapp.grading.explain import explain_text

    context, key, kind, response = read_case(case)
    verdict = judge_case(case)
    steps = [("kind", kind)]
    if kind == "text":
        steps += [(step.name, step.saw) for step in explain_text(key, context, response)[1]]
        return steps
    for part in verdict.parts:
        steps.append(("part", f"{part.outcome}: {part.reasons[0].detail}"))
    told = "; ".join(reason.detail for reason in verdict.reasons)
    return [*steps, ("verdict", f"{verdict.outcome}: {told}")]
