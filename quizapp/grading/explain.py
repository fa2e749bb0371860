"""The steps of a verdict for people: what each of them saw, in the order of the work."""

from typing import NamedTuple

from quizapp.grading.answers import Level
from quizapp.grading.braces import plain
from quizapp.grading.choose import best, ready
from quizapp.grading.exact import same
from quizapp.grading.fold import cut, fold
from quizapp.grading.free import grade_text
from quizapp.grading.ideas.express import Told, covered
from quizapp.grading.ideas.found import how, scattered, wording_at
from quizapp.grading.ideas.hear import Heard
from quizapp.grading.ideas.sides import Whose
from quizapp.grading.ideas.wanted import Lookup, Wanted
from quizapp.grading.ideas.wanted import prepare as prepare_ideas
from quizapp.grading.key import Context, TextKey
from quizapp.grading.mending import mend
from quizapp.grading.revision import final_version
from quizapp.grading.semantic_roles import Deed
from quizapp.grading.slip_words import slip_in_words
from quizapp.grading.tokens import Token
from quizapp.grading.verdict import Verdict
from quizapp.grading.wording import gives_up, prepare, read, unrepeated

LEVELS = {Level.RIGHT: "fits", Level.NEARLY: "fits with a slip", Level.PART: "may fit"}
HOWS = {
    "same": "the same word",
    "form": "a form of the word",
    "slip": "a slip of the word",
    "meaning": "the same meaning",
    "converse": "the converse",
    "polar": "the same by negation",
}


class Step(NamedTuple):
    """A named step and what it saw."""

    name: str
    saw: str


def explain_text(key: TextKey, context: Context, response: str) -> tuple[Verdict, list[Step]]:
    """The verdict on a response in words, and the steps that led to it."""
    verdict = grade_text(key, context, response)
    text = cut(response)
    steps = [Step("fold", f"“{fold(text)}”")]
    prepared = prepare(key, context)
    if same(key, prepared.forms, text) is not None:
        steps.append(
            Step("same words", "yes: an answer of the key, but for case, marks and spaces")
        )
        return verdict, [*steps, _last(verdict)]
    steps.append(Step("same words", "no answer of the key has just these words"))
    if not fold(text) or gives_up(text):
        steps.append(Step("emptiness", "no answer is given"))
        return verdict, [*steps, _last(verdict)]
    if (mended := mend(key, context, text).text) != text:
        steps.append(Step("spelling", f"read as “{mended}”"))
    text = mended
    last = final_version(text)
    if last != text:
        steps.append(Step("self-correction", f"what counts is “{last}”"))
    prompt, last = unrepeated(prepared, last)
    reading = read(last, prompt, prepared, context)
    denied = ", ".join(token.raw for token in reading.words if token.denied)
    steps.append(
        Step("words of content", ", ".join(token.raw for token in reading.words) or "none")
    )
    steps.append(Step("negation", f"denied: {denied}" if denied else "nothing is denied"))
    steps += [Step("distinct", " and ".join(group)) for group in context.distinct]
    steps += [Step("deed", _deed(reading.all, deed)) for deed in reading.deeds]
    for title, answers in (
        ("nearest answer", key.answers),
        *((f"wrong {at}", group.answers) for at, group in enumerate(key.wrong, 1)),
        *((f"partial {at}", credit.answers) for at, credit in enumerate(key.partial, 1)),
    ):
        found = best(answers, reading)
        if not found.answer:
            continue
        answer = ready(found.answer, prompt, context.words)
        told = LEVELS.get(found.fit.level, "does not fit")
        steps.append(Step(title, f"“{found.answer}”: {told}. {found.fit.detail}"))
        for pair in found.fit.pairs:
            if pair.wanted < len(answer.words) and pair.at < len(reading.all):
                wanted, given = answer.words[pair.wanted].raw, reading.all[pair.at].raw
                steps.append(Step("  word", f"{wanted} ~ {given}: {HOWS.get(pair.how, pair.how)}"))
    if not verdict.accepted and verdict.outcome != "partial":
        steps.append(Step("doubt", "it may mean the same" if verdict.unsure else "none"))
    if key.has_ideas:
        steps += idea_steps(key, context, text)
    return verdict, [*steps, _last(verdict)]


def _deed(words: tuple[Token, ...], deed: Deed) -> str:
    """What is done in a response, and who plays which part in it."""
    parts = dict.fromkeys(deed.parts.values())
    played = (f"{part} {' '.join(words[at].raw for at in deed.having(part))}" for part in parts)
    return "; ".join((words[deed.verb].raw, *played))


def idea_steps(key: TextKey, context: Context, text: str) -> list[Step]:
    """Which idea of the answer, of each foreseen error and each credit was found, and where."""
    from quizapp.grading.ideas.judge import read_sets, spoken

    heard, sets = read_sets(key, context, spoken(key, context, text))
    prepared = prepare_ideas(key.all_ideas, context.words)
    names = ["", *_numbered("wrong", len(sets.wrong)), *_numbered("partial", len(sets.partial))]
    found_sets = (sets.accepted, *sets.wrong, *sets.partial)
    steps = []
    for name, ideas, found, wanted in zip(
        names, key.all_ideas, found_sets, prepared.sets, strict=True
    ):
        each = zip(ideas.ideas, found.told, wanted.ideas, strict=True)
        for number, (idea, told, sought) in enumerate(each, 1):
            seen = saw(told, heard, sought, prepared.lookup)
            steps.append(Step(f"{name}idea {number}", f"“{plain(idea.says[0])}”: {seen}"))
        if found.turned and ideas.ordered:
            steps.append(Step(f"{name}order", "the ideas come in another one"))
    return steps


def _numbered(name: str, count: int) -> list[str]:
    """The entries of a key by their numbers: "wrong 2, "."""
    return [f"{name} {number}, " for number in range(1, count + 1)]


def saw(told: Told, heard: Heard, sought: Wanted, lookup: Lookup) -> str:
    """What was seen of one idea, in words."""
    if told.said is not None:
        found = f"found in “{heard.shown(told.said.hit)}” {how(told.said, heard, lookup).told()}"
        return found + {Whose.NAMED: ", of the one named", None: ""}.get(told.whose, "")
    if told.denied is not None:
        said, wording = heard.shown(told.denied), wording_at(sought, told.denied, heard)
        if covered(told.denied, heard):
            return f"denied in “{said}”, by “{wording}”"
        # A wording that lies in two clauses explains more than the denial of another.
        if scattered(sought, heard) is None:
            return f"“{said}” is said, and “{wording}” denies it"
    if told.swapped is not None:
        return f"said of somebody else in “{heard.shown(told.swapped)}”"
    if told.opposed is not None:
        said = heard.words[told.opposed].raw
        return f"“{said}” says the opposite of a word of “{told.opposing}”"
    if (far := scattered(sought, heard)) is not None:
        return f"not found: the words of “{far.text}” are too far apart"
    return "not found"


def _last(verdict: Verdict) -> Step:
    told = "; ".join(reason.detail for reason in verdict.reasons)
    if verdict.slip is not None:
        told += f" ({slip_in_words(verdict.slip)})"
    return Step("verdict", f"{verdict.outcome}: {told}")
