"""What grading tells of the ideas of a key: what they let through, and what is missing in them."""

from collections.abc import Iterator
from itertools import chain, islice

from quizapp.bank.model import Finding, advised
from quizapp.grading import grade_text
from quizapp.grading.braces import each, plain
from quizapp.grading.english.classes import FUNCTION, MODALS, NEGATORS
from quizapp.grading.explain import saw
from quizapp.grading.ideas.express import Told
from quizapp.grading.ideas.found import how
from quizapp.grading.ideas.hear import Heard, Hit
from quizapp.grading.ideas.judge import expressed, read_for
from quizapp.grading.ideas.small_words import kept_words
from quizapp.grading.key import Context, Idea, Ideas, TextKey
from quizapp.grading.meaning import PLAIN, opposite
from quizapp.grading.phrases import Phrase, phrases
from quizapp.grading.tokens import Token, tokens
from quizapp.kinds.base import Question

_PASSED_OVER = MODALS | frozenset(
    """their its his her our your my both all each another other others different people person
    further""".split()  # noqa: SIM905
)
"""Words that are not looked for beside others, although they seem to tell something."""

LONGEST_SHOWN = 240
"""So many characters of a wording are quoted."""
FARTHEST = 3
"""So many words may stand between those of the question that say an idea."""
MOST_TRIED = 100
"""So many readings of a wording with braces are tried."""


def advice_on_key(question: Question, context: Context) -> Iterator[Finding]:
    """Advice on the ideas of a key: those that its answers do not express, that the question says,
    that come down to one word of a wrong answer, or that speak against the answers."""
    for way, name, key in question.word_keys():
        said = f"{name}: " if way else ""
        for code, message, remedy in (
            *_unsaid(key, context),
            *_echoes(key, context),
            *_saying_less(key, question, context),
            *_opposed(key, context),
        ):
            yield advised((*way, "ideas"), code, said + message, remedy)


Advice = tuple[str, str, str]
"""A code, what is so, and what to do about it."""


def _unsaid(key: TextKey, context: Context) -> Iterator[Advice]:
    """The model answer, and any answer that expresses some ideas, if it lacks one that is needed;
    another that expresses none is another way to be right, such as a name."""
    for place, answer in enumerate(key.answers if key.ideas.ideas else ()):
        prepared, heard, found = read_for(key.ideas, context, plain(answer))
        if found.whole or (place and not found.found):
            continue
        lacking = [
            (told, saw(told, heard, sought, prepared.lookup), idea)
            for idea, told, sought in zip(
                key.ideas.ideas, found.told, prepared.sets[0].ideas, strict=True
            )
            if told.said is None
        ]
        listed = "; ".join(f"{plain(idea.says[0])[:60]!r}: {seen}" for _, seen, idea in lacking)
        yield "unsaid-idea", f"the answer {answer[:60]!r} lacks {listed}", _mended(lacking[0][0])


def _mended(told: Told) -> str:
    """What to do about an answer that lacks an idea."""
    if told.swapped is not None:
        return "add to by the one of whom this answer says it, or leave by out"
    if told.denied is not None:
        return 'add a wording that says it as this answer does, with "not …" or without'
    return "add to the idea the words by which this answer says it"


def _saying_less(key: TextKey, question: Question, context: Context) -> Iterator[Advice]:
    """The wordings that are found wherever one word of them is said, which the question says, or
    what is wrong or half right."""
    poor = [*_foreseen(key), *question.tests.reject, *question.tests.partial, context.prompt]
    common = frozenset[str]().union(*map(_stems, poor))
    less = list(dict.fromkeys(_less(key, common)))
    if less:
        wording, variant, word = less[0]
        as_read = "" if variant == wording else f", as {variant!r},"
        more = [one if read == one else f"{one} (as {read})" for one, read, _ in less[1:]]
        others = f"; so are {', '.join(map(_shown, more))}" if more else ""
        said = f"the wording {_shown(wording)}{as_read}"
        message = f"{said} is found wherever {word!r} is said{others}"
        yield (
            "says-less",
            message,
            f"the question or a wrong answer says {word!r}: add a word that tells more",
        )


def _foreseen(key: TextKey) -> Iterator[str]:
    """What a key says of errors and of what is half right."""
    answers = [text for entry in (key.wrong, key.partial) for one in entry for text in one.answers]
    ideas = [idea for ideas in key.all_ideas[1:] for idea in ideas.ideas]
    for text in (*answers, *(wording for idea in ideas for wording in idea.says)):
        yield from each(text)


def _less(key: TextKey, common: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """The wordings that may come down to one word of the stems `common` that is no wording of the
    idea itself: each as it is read then, and the word."""
    for idea in key.ideas.ideas:
        alone = {wording.casefold() for wording in idea.says}
        for wording in idea.says:
            for variant in each(wording):
                words = tokens(variant)
                kept = kept_words(words)
                if len(kept) != 1 or kept[0].word in alone or kept[0].stem not in common:
                    continue
                said = {at for one in _expressions(words) for at in range(one.start, one.end)}
                lost = any(
                    token not in kept and token.word in _PASSED_OVER and at not in said
                    for at, token in enumerate(words)
                )
                if lost and not kept[0].denied:
                    yield wording, variant, kept[0].word
                    break


def _expressions(words: tuple[Token, ...]) -> tuple[Phrase, ...]:
    """What is looked for as a whole: "each other"."""
    return phrases(tuple(token.stem for token in words), PLAIN)


def _echoes(key: TextKey, context: Context) -> Iterator[Advice]:
    """Wordings of ideas that the question says: in its words alone, or in others of one meaning."""
    if not key.part and not expressed(key.ideas, context, context.prompt).whole:
        return  # one of the ideas earns nothing
    asked = _stems(context.prompt)
    every = [wording for idea in key.ideas.ideas for wording in idea.says]
    alone = Ideas(tuple(Idea((wording,)) for wording in every))
    prepared, heard, found = read_for(alone, context, context.prompt)
    listed = []
    for wording, told in zip(every, found.told, strict=True):
        words = _stems(plain(wording))
        if words and words <= asked:
            listed.append(_shown(wording))
        elif told.said is not None and _together(told.said.hit, heard):
            by = how(told.said, heard, prepared.lookup)
            listed.append(f"{_shown(by.wording)} by {heard.shown(told.said.hit)!r}")
    if listed:
        message = f"the question says the idea already: {', '.join(listed)}"
        yield "hollow-idea", message, "word it as only a right answer would"


def _together(hit: Hit, heard: Heard) -> bool:
    """Whether words of content say it that stand so near each other as a learner would repeat."""
    said = any(heard.words[at].word not in FUNCTION | NEGATORS for at in hit.places)
    return said and hit.end - hit.start <= len(hit.places) + FARTHEST


def _opposed(key: TextKey, context: Context) -> Iterator[Advice]:
    """Wordings that are refused since a word is the opposite of one of an answer, and would be
    right if it were not."""
    said = sorted({token.word for one in key.answers for token in tokens(plain(one))} - FUNCTION)
    tried: set[tuple[str, str]] = set()
    for number, idea in enumerate(key.ideas.ideas):
        others = [plain(one.says[0]) for at, one in enumerate(key.ideas.ideas) if at != number]
        for variant in chain.from_iterable(islice(each(one), MOST_TRIED) for one in idea.says):
            words = dict.fromkeys(t.word for t in tokens(variant) if t.word not in FUNCTION)
            found = {(one, other) for one in words for other in said if opposite(one, other)}
            for pair in sorted(found - tried):
                apart = context._replace(distinct=(*context.distinct, pair))
                text = ", ".join((variant, *others))
                if _refused(text, key, context) and not _refused(text, key, apart):
                    word, other = pair
                    message = f"{variant!r} is refused: {word!r} is the opposite of {other!r}"
                    remedy = f'if it is none here, write distinct = [["{word}", "{other}"]]'
                    yield "opposed", f"{message} in an answer", remedy
            tried |= found


def _refused(text: str, key: TextKey, context: Context) -> bool:
    """Whether a response that says all ideas is refused for an opposite."""
    reason = grade_text(key, context, text).reasons[0]
    return reason.code == "opposite" and read_for(key.ideas, context, text)[2].whole


def _shown(wording: str) -> str:
    """A wording as it stands in the file, to be searched for there: seldom is one so long as to be
    cut."""
    return repr(wording if len(wording) <= LONGEST_SHOWN else f"{wording[:LONGEST_SHOWN]}…")


def _stems(text: str) -> frozenset[str]:
    """The stems of a text's words of content; a denied one is another."""
    return frozenset(f"{'not ' * t.denied}{t.stem}" for t in kept_words(tokens(text)))
