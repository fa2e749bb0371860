"""What may be better in the keys of a bank: what an answer has to say, and in how many ways.

`thin` looks at the words of the question alone. The rest grades, and is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from quizapp.bank.model import DataPath, Finding
from quizapp.kinds.base import Question
from quizapp.kinds.text import Text

if TYPE_CHECKING:
    from quizapp.grading.key import Context

FEW = 5
"""So many answers are few for a question that can be answered in many ways."""
_MEASURES = frozenset(
    "many much long old often far tall high big large deep fast wide heavy soon".split()  # noqa: SIM905
)
_REASONS = frozenset({"why", "explain", "reason", "reasons", "purpose", "cause", "causes"})


def thin(question: Question, path: DataPath) -> Iterator[Finding]:
    """Advice on a question for reasons or ways whose key lists a few wordings and no ideas."""
    if not isinstance(question, Text) or question.ideas or len(question.answers) > FEW:
        return
    if open_to_wording(question.prompt) and any(" " in answer for answer in question.answers):
        yield _advice(
            (*way, "answers"),
            "thin-key",
            f"question {question.id!r} can be answered in many words, and its key has few: expect "
            "to refuse half of the right answers",
            "name the ideas that an answer must express",
        )


def open_to_wording(prompt: str) -> bool:
    """Whether a question asks for a reason, a way or a purpose."""
    words = prompt.lower().replace("?", " ").replace(",", " ").split()
    if _REASONS.intersection(words):
        return True
    if "what" in words and ("for" in words[-1:] or "difference" in words):
        return True
    after = [later for word, later in pairwise([*words, ""]) if word == "how"]
    return any(later not in _MEASURES for later in after)


def advice_on_key(question: Question, context: Context, path: DataPath) -> Iterator[Finding]:
    """Advice on the key of a text question, by grading: ideas that answers do not express, answers
    that are not needed, answers that say too little, ideas that answers have in common."""
    if isinstance(question, Text):
        yield from _unsaid(question, context, way)
        yield from _echoes(question, way)
        yield from _redundant(question, context, way)
        yield from _hollow(question, way)
        yield from _in_common(question, context, way)


def _unsaid(question: Text, context: Context, path: DataPath) -> Iterator[Finding]:
    """Answers that do not express an idea of the question."""
    from quizapp.grading.ideas.judge import expressed

    ideas = question.expected().ideas
    for answer in question.answers if ideas.ideas else ():
        found = expressed(ideas, context, _shown(answer))
        for idea, told in zip(ideas.ideas, found.told, strict=True):
            if told.said is None:
                yield _advice(
                    (*way, "ideas"),
                    "unsaid-idea",
                    f"question {question.id!r}: the answer {answer[:60]!r} does not express the "
                    f"idea {_shown(idea.says[0])!r}",
                    "add how it says it to the idea",
                )


def _echoes(question: Text, path: DataPath) -> Iterator[Finding]:
    """Wordings of ideas that are words of the question and nothing else."""
    asked = _stems(question.prompt)
    for idea in question.ideas:
        for wording in idea.says:
            if (said := _stems(_shown(wording))) and said <= asked:
                yield _advice(
                    (*way, "ideas"),
                    "hollow-idea",
                    f"question {question.id!r}: who repeats the question says the idea "
                    f"{wording[:60]!r}",
                    "word it closer to what only a right answer says",
                )


def _redundant(question: Text, context: Context, path: DataPath) -> Iterator[Finding]:
    """Answers that are accepted without standing in the key, because of the others."""
    kept = question
    for answer in reversed(question.answers[1:]):
        rest = tuple(one for one in kept.answers if one != answer)
        without: Text = replace(kept, answers=rest)
        verdict = without.grade(context._replace(own=rest, answers=()), _shown(answer))
        if verdict.outcome != "correct":
            continue
        kept = without
        because = repr(verdict.matched[:60]) if verdict.matched else "its ideas"
        yield _advice(
            (*way, "answers"),
            "redundant",
            f"question {question.id!r}: {answer[:60]!r} is accepted already because of {because}",
            "take it out",
        )


def _hollow(question: Text, path: DataPath) -> Iterator[Finding]:
    """Answers that say no more than the question, or than an answer that is not right."""
    asked = _stems(question.prompt)
    poor = [text for entry in question.wrong for text in entry.answers]
    poor += [text for entry in question.partial for text in entry.answers]
    poor += [*question.tests.partial, *question.tests.reject]
    others = {text: _stems(_shown(text)) for text in poor}
    for answer in question.answers:
        said = _stems(_shown(answer))
        if not said or _name(answer):
            continue
        if len(said) > 1 and said <= asked:
            than = "the question"
        else:
            than = next((repr(text[:60]) for text, stems in others.items() if said < stems), "")
        if than:
            yield _advice(
                (*way, "answers"),
                "hollow",
                f"question {question.id!r}: {answer[:60]!r} says no more than {than}",
                "say what makes it right, or take it out",
            )


def _in_common(question: Text, context: Context, path: DataPath) -> Iterator[Finding]:
    """Ideas for a question whose answers repeat each other, ready to be pasted."""
    from quizapp.bank.factoring import as_toml, factored

    if ideas := factored(question, context):
        words = sum(map(len, ideas))
        yield _advice(
            (*way, "answers"),
            "repeats",
            f"question {question.id!r}: {len(question.answers)} answers repeat what {words} "
            f"wording{'s' * (words > 1)} say",
            f"write ideas = {as_toml(ideas)}, and keep the answers that these do not accept",
        )


def _shown(answer: str) -> str:
    from quizapp.grading.braces import plain

    return plain(answer)


def _name(answer: str) -> bool:
    """Whether an answer is a name or a figure: it says enough by itself."""
    return not any(word.isalpha() and word.islower() and len(word) > 3 for word in answer.split())


def _stems(text: str) -> frozenset[str]:
    """The stems of a text's words of content; a denied one is another."""
    from quizapp.grading.ideas.wanted import kept_words
    from quizapp.grading.tokens import tokens

    return frozenset(f"{'not ' * t.denied}{t.stem}" for t in kept_words(tokens(text)))


def _advice(path: DataPath, code: str, message: str, remedy: str) -> Finding:
    return Finding(path, code, message, remedy, "advice")
