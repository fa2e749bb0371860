"""The drafts of an essay: the best of each paragraph, each tried by the grader, as bank tables."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

from quizapp.bank.consistency import LONGEST_ID
from quizapp.bank.ids import unlike
from quizapp.bank.self_tests import derived, self_test
from quizapp.bank.tables import question_of
from quizapp.drafting import clauses, facts
from quizapp.drafting.draft import Draft, evidence
from quizapp.drafting.source import Sentence, Source
from quizapp.grading.key import Context
from quizapp.text import folded

MOST = 6
"""So many drafts are made of a paragraph at most."""
LEAST, FEWEST = 3, 2
"""Where a paragraph has fewer drafts, gaps are made until it has so many; where even those say each
other's answers, there are two all the same."""
MOST_OF_A_RULE = 2
MOST_DRAFTED = 300
"""Drafts are made of so many paragraphs at most, the first ones: a book takes too long."""
_CONFUSED = ("cause", "definition", "term")
"""Drafts of these rules are each other's errors to expect."""
SHORTEST_SENTENCE, LONGEST_SENTENCE = 3, 700
"""Sentences of fewer words or more characters are passed over: no prompt can be cut out of them."""

RULES: tuple[Callable[[Sentence, Source], Iterator[Draft]], ...] = (
    facts.dates,
    facts.figures,
    facts.terms,
    facts.designations,
    facts.names,
    clauses.causes,
    clauses.purposes,
    clauses.lists,
    clauses.definitions,
)


def passage_id(number: int) -> str:
    """The id of the paragraph with this number, from 1."""
    return f"p{number:02}"


def drafted(source: Source, quotes: bool = True) -> Iterator[tuple[int, dict[str, Any]]]:
    """The drafts with the number of their paragraph, as tables of the bank, in the essay's order.

    Without `quotes` only those whose prompts do not quote the essay.
    """
    paragraphs = [
        [
            one
            for one in sentences
            if len(one.text) <= LONGEST_SENTENCE and len(one.text.split()) >= SHORTEST_SENTENCE
        ]
        for sentences in source.paragraphs[:MOST_DRAFTED]
    ]
    found = [
        [draft for rule in RULES for one in sentences for draft in rule(one, source)]
        for sentences in paragraphs
    ]
    reasons = [draft for drafts in found for draft in drafts if draft.rule in _CONFUSED]
    taken: set[str] = set()
    asked: set[str] = set()
    for number, (sentences, drafts) in enumerate(zip(paragraphs, found, strict=True), 1):
        new = (draft for draft in drafts if draft.fields["prompt"] not in asked)
        fresh = [draft for draft in new if quotes or not draft.quotes]
        chosen = _chosen(fresh, MOST, [])
        if len(chosen) < LEAST and quotes:
            more = [draft for one in sentences for draft in clauses.gaps(one, source)]
            chosen = _chosen(more, LEAST, chosen)
            chosen = _chosen([*fresh, *more], FEWEST, chosen, apart=False)
        chosen.sort(key=lambda draft: draft.sentence.number)
        asked.update(draft.fields["prompt"] for draft in chosen)
        made = [_table(_confusable(draft, reasons), taken, quotes) for draft in chosen]
        for draft, table in zip(chosen, made, strict=True):
            told = [
                one["id"]
                for other, one in zip(chosen, made, strict=True)
                if other is not draft and other.told_by(draft) and not draft.told_by(other)
            ]
            yield number, {**table, "reveals": told} if told else table


def _confusable(draft: Draft, reasons: list[Draft]) -> Draft:
    """The draft of a reason with that of something else as an error to expect."""
    others = [one for one in reasons if one.rule == draft.rule and one.sentence != draft.sentence]
    near = sorted(others, key=lambda o: abs(o.sentence.paragraph - draft.sentence.paragraph))
    for other in near[:3]:
        told = f"That answers another question: {other.fields['prompt']}"
        fields = {**draft.fields, "wrong": [{"answers": [other.answer], "feedback": told}]}
        if works(fields):
            return draft._replace(fields=fields)
    return draft


def _chosen(found: list[Draft], most: int, chosen: list[Draft], apart: bool = True) -> list[Draft]:
    """The best drafts that work, beside those `chosen` before: few of a rule.

    Kept `apart`, none says the answer of another.
    """
    chosen = list(chosen)
    for draft in sorted(found, key=lambda draft: -draft.worth):
        if len(chosen) >= most:
            break
        alike = sum(one.rule == draft.rule for one in chosen)
        if (
            (alike < MOST_OF_A_RULE or draft.rule == "gap")
            and not any(one.rule == draft.rule and one.overlaps(draft) for one in chosen)
            and not (apart and any(map(draft.gives_away, chosen)))
            and (fields := _firm(draft.fields)) is not None
        ):
            chosen.append(draft._replace(fields=fields))
    return chosen


def _firm(fields: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The fields of a draft that works, without ideas that accept the opposite of its answer."""
    bare = {name: value for name, value in fields.items() if name != "ideas"}
    return next((one for one in (fields, bare) if works(one)), None)


def works(fields: Any) -> bool:
    """Whether the grader takes the draft's answer, and refuses its foreseen errors, its prompt and
    the opposites of the answer."""
    question, _ = question_of({"id": "draft", **fields})
    if question is None:
        return False
    context = Context(question.prompt, (), (), bool(question.strict), (), question.accepted())
    found = chain(self_test(question, context), derived(question, context, ()))
    return next(found, None) is None


def _table(draft: Draft, taken: set[str], text_kept: bool) -> dict[str, Any]:
    sentence = draft.sentence
    passage = passage_id(sentence.paragraph)
    named = re.findall(r"[a-z0-9]+", folded(f"{passage}-{draft.rule}-{draft.answer}"))
    name = unlike("-".join(named[:6])[: LONGEST_ID - 8].rstrip("-"), taken)
    taken.add(name)
    support: dict[str, Any] = {"passage": passage, "sentences": [sentence.number]}
    if text_kept and (words := evidence(sentence, draft.answer)):
        support["evidence"] = words
    fields = {key: value for key, value in draft.fields.items() if value not in ("", [], None)}
    return {"id": name, **fields, "support": [support], "draft": True}
