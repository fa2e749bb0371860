"""Advice on a bank that loads: what could be better. None of it prevents studying the bank."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quizapp.bank.model import TO_WRITE, Bank, DataPath, Finding, advised
from quizapp.kinds.base import Question
from quizapp.kinds.item_writing import SMALL
from quizapp.text import folded, same

Expressions = tuple[tuple[str, ...], ...]
ADVICE = """
    absolute all-of-the-above allow digest-length distinct draft evidence-refused hollow-idea
    id-renamed incomplete key-place language leak longest-key longest-often negative no-feedback
    no-id not-read objective one-sided opposed others-answer says-less self-test signs small-words
    thin-key to-write two-alike two-in-one unit unsaid-idea
""".split()  # noqa: SIM905
"""The codes of advice, which `allow` may name; the page for instructors has the reason for each."""
SHORTEST, LONGEST = 0.4, 0.7
"""How long a digest should be, as a share of its paragraph's words."""
LANGUAGES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr",
    "spanish": "es", "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt",
    "dutch": "nl", "polish": "pl", "russian": "ru", "ukrainian": "uk", "chinese": "zh",
    "japanese": "ja", "korean": "ko", "arabic": "ar", "hindi": "hi", "turkish": "tr",
    "swedish": "sv", "latin": "la", "greek": "el", "czech": "cs",
}  # fmt: skip
"""Languages by their names, for those who write a name for a code."""
_LANGUAGE = r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*"
"""The form of a language's code: `en`, `pt-BR`, `zh_Hant`."""
MOST_GUESSED = 10
"""A similar name is suggested for this many unknown objectives of a question."""
FEWEST = 6
"""Of fewer questions nothing is said about how often something is so."""
TOO_OFTEN = 0.6
"""The key may be the longest option, or in one place, in so great a share of the choices."""
ONE_SIDED = 0.8
"""So great a share of the statements may be true, or false."""
ALIKE = 0.8
"""Two prompts are alike that share so many of their words."""
COMPARED = 20
"""A prompt is compared with so many others that have the same answer."""


def of_bank(bank: Bank) -> Iterator[Finding]:
    """Advice on drafts, on the bank's language, and on digests that say too little or too much."""
    if bank.drafts:
        count = len(bank.drafts)
        these = "1 question is a draft" if count == 1 else f"{count} questions are drafts"
        remedy = "take draft = true away from those that are ready; --drop-drafts deletes the rest"
        yield advised((), "draft", f"{these}, never asked", remedy)
    yield from unknown_codes(bank.allow, ("bank",))
    yield from _distinct(bank.distinct, bank.synonyms, ("bank", "distinct"))
    if not re.fullmatch(_LANGUAGE, bank.language.strip()):
        main = LANGUAGES.get(bank.language.strip().lower(), "")
        message = f"{bank.language!r} is no code of a language"
        remedy = f'write "{main}"' if main else 'write its two letters, as "en" for English'
        yield advised(("bank", "language"), "language", message, remedy)
    elif bank.foreign:
        rules = "the rules of English: its articles, denials, number words and months"
        message = f"answers in {bank.foreign!r} are graded by {rules}"
        remedy = "list more wordings, and try them in tests; "
        remedy += "strict = true takes each letter as it is"
        yield advised(("bank", "language"), "language", message, remedy)
    for number, passage in enumerate(bank.passages):
        path = ("passage", number, "digest")
        if passage.digest.startswith(TO_WRITE):
            message = f"passage {passage.id!r}: the digest is still to be written"
            remedy = "say what the paragraph says in your own words"
            yield advised(path, "to-write", message, remedy)
        elif passage.text and passage.digest:
            share = len(passage.digest.split()) / max(1, len(passage.text.split()))
            if not SHORTEST <= share <= LONGEST:
                message = f"the digest has {share:.0%} of the paragraph's words"
                remedy = f"aim at {SHORTEST:.0%} to {LONGEST:.0%}"
                yield advised(path, "digest-length", f"passage {passage.id!r}: {message}", remedy)


def unknown_codes(allow: Iterable[str], way: DataPath) -> Iterator[Finding]:
    """Advice on what `allow` names and no advice has for its code."""
    for code in allow:
        if code not in ADVICE:
            from quizapp.bank.field_problems import did_you_mean

            remedy = did_you_mean(code, ADVICE, "name the code before the message")
            yield advised((*way, "allow"), "allow", f"no advice is called {code[:60]!r}", remedy)


def lacking(question: Question) -> list[str]:
    """What a question lacks of all that it may teach by."""
    fields = {
        "support": question.support,
        "hint": question.hint,
        "explanation": question.explanation,
        "wrong": question.wrong or not question.free_text,
    }
    return [name for name, value in fields.items() if not value]


def all_incomplete(questions: Sequence[Question]) -> Finding:
    """Advice on several questions that lack something."""
    counts = Counter(what for one in questions for what in lacking(one))
    listed = ", ".join(f"{what} ({count})" for what, count in counts.items())
    message = f"{len(questions)} questions lack something: {listed}"
    remedy = "learners get more from them with it; --each lists them"
    return advised(("bank",), "incomplete", message, remedy)


def of_question(bank: Bank, question: Question) -> Iterator[Finding]:
    """Advice on the fields of one question; the paths begin within it."""
    if any(not entry.feedback for entry in question.wrong):
        message = "an anticipated wrong answer has no feedback"
        yield advised(("wrong",), "no-feedback", message, "say what was mixed up")
    unknown = [one for one in question.objective if bank.objectives and one not in bank.objectives]
    for number, objective in enumerate(unknown):
        known = bank.objectives if number < MOST_GUESSED else ()
        from quizapp.bank.field_problems import did_you_mean

        message = f"the objective {objective!r} is not in [objectives]"
        remedy = did_you_mean(objective, known, "describe it there")
        yield advised(("objective",), "objective", message, remedy)
    yield from _distinct(question.distinct, bank.synonyms, ("distinct",))
    for fault in question.advice():
        yield advised((fault.field,), fault.code, fault.message, fault.remedy)


def _distinct(groups: Expressions, synonyms: Expressions, path: DataPath) -> Iterator[Finding]:
    """Advice on words that are kept from standing for each other, and would not do so anyway."""
    if not groups:
        return
    from quizapp.grading.meaning import of_bank
    from quizapp.grading.traits import taken_for

    own = of_bank(synonyms, ())
    for group in groups:
        stray = [
            word
            for word in group
            if not any(taken_for(word, other, own) for other in {*group} - {word})
        ]
        if stray:
            listed = " and ".join(repr(word[:40]) for word in stray[:3])
            message = f"the program does not take {listed} for another of the distinct words"
            yield advised(path, "distinct", message, "mind the spelling, or take them out")


def no_id(question: Question, way: DataPath) -> Finding:
    """Advice on a question whose id is made from its prompt."""
    message = f"question {question.id!r} has no id of its own: reworded, it loses its scores"
    remedy = f'run quizapp check --fix, or write id = "{question.id}"'
    return advised(way, "no-id", message, remedy)


def incomplete(question: Question, way: DataPath) -> Iterator[Finding]:
    """Advice on one question that lacks something."""
    if missing := lacking(question):
        message = f"question {question.id!r} has no {', '.join(missing)}"
        yield advised(way, "incomplete", message, "learners get more from it with them")


def of_all(questions: Sequence[Question]) -> Iterator[tuple[Question, Finding]]:
    """Advice on questions taken together, each with the question where it is told; the path of a
    finding begins within the question."""
    selections = [one for one in questions if not one.free_text]
    choices = [one for one in selections if one.single]
    longest = [
        one
        for one in choices
        if (right := one.model_answer())
        and all(len(right) > len(text) for text in one.offer(0).options if text != right)
    ]
    if len(choices) >= FEWEST and len(longest) > TOO_OFTEN * len(choices):
        message = f"the right option is the longest in {len(longest)} of {len(choices)} choices"
        remedy = "lengthen other options, or shorten right ones"
        yield longest[0], advised(("options",), "longest-often", message, remedy)
    fixed = [one for one in choices if not one.shuffle]
    places = Counter(one.offer(0).options.index(one.model_answer()) for one in fixed)
    for place, count in places.most_common(1) if len(fixed) >= FEWEST else ():
        if count > TOO_OFTEN * len(fixed):
            so_many = f"{count} of {len(fixed)} choices that are not shuffled"
            message = f"the right option is number {place + 1} in {so_many}"
            remedy = "take shuffle = false away, or move right options"
            yield fixed[0], advised(("options",), "key-place", message, remedy)
    statements = [one for one in selections if not one.lettered]
    values = Counter(one.model_answer().split("\n")[0] for one in statements)
    for value, count in values.most_common(1) if len(statements) >= FEWEST else ():
        if count > ONE_SIDED * len(statements):
            message = f"{count} of {len(statements)} statements are {value}"
            remedy = "turn some of them round"
            yield statements[0], advised(("answer",), "one-sided", message, remedy)
    yield from _alike(questions)


def _alike(questions: Iterable[Question]) -> Iterator[tuple[Question, Finding]]:
    """Questions that ask nearly the same, with the same answer."""
    of_answer: defaultdict[tuple[str, str], list[tuple[frozenset[str], Question]]]
    of_answer = defaultdict(list)
    for one in questions:
        answers = one.accepted() or (one.model_answer(),)
        words = frozenset(re.findall(r"\w+", folded(one.prompt))) - SMALL
        earlier = of_answer[one.kind, folded(answers[0])]
        for others, other in earlier[-COMPARED:]:
            if len(words & others) >= ALIKE * len(words | others):
                message = f"it asks nearly what {other.id!r} asks, for the same answer"
                remedy = "take one away, or ask for something else"
                yield one, advised(("prompt",), "two-alike", message, remedy)
                break
        earlier.append((words, one))


def renamed(
    questions: Sequence[Question], before: Mapping[str, str]
) -> Iterator[tuple[Question, Finding]]:
    """Advice on questions whose id was another `before`: ids with their prompts."""
    known = {name for one in questions for name in one.names}
    gone = {same(prompt): name for name, prompt in before.items() if name not in known}
    for one in questions if gone else ():
        former = gone.get(same(one.prompt), "")
        if former and one.id not in before:
            message = f"it was {former!r} in the last commit"
            remedy = f'write was = ["{former}"], or take the old id'
            yield one, advised(("id",), "id-renamed", message, remedy)
