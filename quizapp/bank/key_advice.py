"""What grading tells of the keys of a bank: what is in them for nothing, and what is missing."""

from collections.abc import Iterator

from quizapp.bank.idea_proposals import as_toml, factored
from quizapp.bank.idea_wordings import echoes, saying_less, stems_of
from quizapp.bank.model import DataPath, Finding, advised
from quizapp.grading import grade_text
from quizapp.grading.braces import plain
from quizapp.grading.ideas.found import scattered
from quizapp.grading.ideas.judge import read_for
from quizapp.grading.key import Context, TextKey
from quizapp.kinds.base import Question


def advice_on_key(question: Question, context: Context, path: DataPath) -> Iterator[Finding]:
    """Advice on a key in words: ideas that its answers do not express, answers that are not needed
    or say too little, ideas that its answers have in common."""
    for way, name, key in question.word_keys():
        whole = not way
        for field, code, said, remedy in (
            *_unsaid(key, context),
            *echoes(key, context),
            *saying_less(key),
            *(_redundant(key, context) if whole else ()),
            *_hollow(key, question, context),
            *(_in_common(key, question, context) if whole else ()),
        ):
            message = f"question {question.id!r}: {name and name + ': '}{said}"
            yield advised((*path, *way, field), code, message, remedy)


Advice = tuple[str, str, str, str]
"""The field that it is about, its code, what it says and what to do."""


def _unsaid(key: TextKey, context: Context) -> Iterator[Advice]:
    """Answers that do not express an idea of the key."""
    for answer in key.answers if key.ideas.ideas else ():
        prepared, heard, found = read_for(key.ideas, context, plain(answer))
        wanted, said = prepared.sets[0].ideas, f"in the answer {answer[:60]!r}"
        for idea, told, sought in zip(key.ideas.ideas, found.told, wanted, strict=True):
            if told.said is not None:
                continue
            wording = plain(idea.says[0])[:60]
            message = f"{said} no wording of the idea {wording!r} is found"
            remedy = "add to the idea the words by which this answer says it"
            if (far := scattered(sought, heard)) is not None:
                message = f"{said} the words of {far.text[:60]!r} are too far apart"
                remedy = "word the idea by words that stand in one clause, or near each other"
            yield "ideas", "unsaid-idea", message, remedy


def _redundant(key: TextKey, context: Context) -> Iterator[Advice]:
    """Answers that are accepted without standing in the key, because of the rest of it. The second
    is kept as another model answer."""
    for answer in reversed(key.answers[2:]):
        rest = tuple(one for one in key.answers if one != answer)
        without = key._replace(answers=rest)
        verdict = grade_text(without, context._replace(own=rest, answers=()), plain(answer))
        if verdict.outcome == "correct":
            key = without
            because = repr(verdict.matched[:60]) if verdict.matched else "the ideas"
            message = f"{answer[:60]!r} is accepted already because of {because}"
            yield "answers", "redundant", message, "take it out"


def _hollow(key: TextKey, question: Question, context: Context) -> Iterator[Advice]:
    """Answers that say no more than the question, or than an answer that is not right."""
    asked = stems_of(context.prompt)
    poor = [text for group in key.wrong for text in group.answers]
    poor += [text for credit in key.partial for text in credit.answers]
    poor += [*question.tests.partial, *question.tests.reject]
    others = {text: stems_of(plain(text)) for text in poor}
    for answer in key.answers:
        said = stems_of(plain(answer))
        if not said or _name(answer):
            continue
        than = next((repr(text[:60]) for text, stems in others.items() if said < stems), "")
        if len(said) > 1 and said <= asked:
            than = "the question"
        if than:
            message = f"{answer[:60]!r} says no more than {than}"
            yield "answers", "hollow", message, "say what makes it right, or take it out"


def _in_common(key: TextKey, question: Question, context: Context) -> Iterator[Advice]:
    """Ideas for answers that repeat each other, ready to be pasted."""
    if ideas := factored(question, context):
        words = sum(map(len, ideas))
        message = f"{len(key.answers)} answers repeat what {words} wordings say"
        remedy = f"write ideas = {as_toml(ideas)}, and keep the answers that these do not accept"
        yield "answers", "repeats", message, remedy


def _name(answer: str) -> bool:
    """Whether an answer is a name or a figure: it says enough by itself."""
    return not any(word.isalpha() and word.islower() and len(word) > 3 for word in answer.split())
