"""What grading tells of the keys of a bank: what is in them for nothing, and what is missing."""

from collections.abc import Iterator

from quizapp.bank.idea_proposals import as_toml, factored
from quizapp.bank.model import DataPath, Finding, advised
from quizapp.grading import grade_text
from quizapp.grading.braces import plain
from quizapp.grading.ideas.judge import expressed
from quizapp.grading.ideas.wanted import kept_words
from quizapp.grading.key import Context, TextKey
from quizapp.grading.tokens import tokens
from quizapp.kinds.base import Question


def advice_on_key(question: Question, context: Context, path: DataPath) -> Iterator[Finding]:
    """Advice on a key in words: ideas that its answers do not express, answers that are not needed
    or say too little, ideas that its answers have in common."""
    for way, name, key in question.word_keys():
        whole = not way
        for field, code, said, remedy in (
            *_unsaid(key, context),
            *_echoes(key, context),
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
        found = expressed(key.ideas, context, plain(answer))
        for idea, told in zip(key.ideas.ideas, found.told, strict=True):
            if told.said is None:
                wording = plain(idea.says[0])
                message = (
                    f"in the answer {answer[:60]!r} no wording of the idea {wording!r} is found"
                )
                remedy = "add to the idea the words by which this answer says it"
                yield "ideas", "unsaid-idea", message, remedy


def _echoes(key: TextKey, context: Context) -> Iterator[Advice]:
    """Wordings of ideas that are words of the question and nothing else."""
    asked = _stems(context.prompt)
    for idea in key.ideas.ideas:
        for wording in idea.says:
            if (said := _stems(plain(wording))) and said <= asked:
                message = f"who repeats the question says the idea {wording[:60]!r}"
                yield "ideas", "hollow-idea", message, "word it as only a right answer would"


def _redundant(key: TextKey, context: Context) -> Iterator[Advice]:
    """Answers that are accepted without standing in the key, because of the rest of it."""
    for answer in reversed(key.answers[1:]):
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
    asked = _stems(context.prompt)
    poor = [text for group in key.wrong for text in group.answers]
    poor += [text for credit in key.partial for text in credit.answers]
    poor += [*question.tests.partial, *question.tests.reject]
    others = {text: _stems(plain(text)) for text in poor}
    for answer in key.answers:
        said = _stems(plain(answer))
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


def _stems(text: str) -> frozenset[str]:
    """The stems of a text's words of content; a denied one is another."""
    return frozenset(f"{'not ' * t.denied}{t.stem}" for t in kept_words(tokens(text)))
