"""A response taken as a whole: initials, another name, a designation, work and those who do it."""

from quizapp.grading import figures
from quizapp.grading.answers import MEANING, SAME, Answer, Fit, Level, Match, Pair
from quizapp.grading.comparisons import Comparison, agree
from quizapp.grading.designations import fits
from quizapp.grading.guards import FOR_DESIGNATIONS, objections
from quizapp.grading.reading import Reading


def as_whole(answer: Answer, reading: Reading) -> Fit | None:
    """How the response as a whole fits an answer; None where it must be read word by word."""
    prompt = reading.prompt
    short = answer.initials and reading.letters & answer.initials
    if short and not prompt.words & {t.word for t in reading.words}:
        return Fit(Level.RIGHT, 1.0, "abbreviation", f"The initials of “{answer.text}”.")
    spelt = answer.letters & reading.initials if answer.letters else None
    if spelt and (len(max(spelt, key=len)) > 2 or answer.all[0].raw.isupper()):
        return Fit(Level.RIGHT, 1.0, "abbreviation", f"“{answer.text}” written out.")
    if answer.comparison is not None and (found := compared(answer.comparison, reading)):
        return found
    if answer.code is not None:
        fitting = fits(answer.code, reading.all, prompt.words)
        if fitting is not None:
            return by_code(answer, reading, *fitting)
    if prompt.who and doer(answer, reading):
        detail = f"Those whose work is “{answer.text}”."
        return Fit(Level.RIGHT, 1.0, "meaning", detail, how=MEANING)
    if answer.named and answer.named & reading.named:
        detail = f"Another name of “{answer.text}”."
        return Fit(Level.RIGHT, 1.0, "meaning", detail, how=MEANING)
    return None


def compared(mine: Comparison, reading: Reading) -> Fit | None:
    """What a comparison is worth where the answer is one too; None if it is about other things."""
    same = agree(mine, reading.comparison) if reading.comparison is not None else None
    if same is None:
        return None
    if same:
        return Fit(Level.RIGHT, 1.0, "meaning", "It compares them in the same way.", how=MEANING)
    detail = "It compares them the other way round."
    return Fit(Level.NOT, 0.0, "roles", detail, reach=1.0, firm=True)


def doer(answer: Answer, reading: Reading) -> bool:
    """Whether people are named where the answer is what they do: bakers for baking."""
    if not len(answer.words) == len(reading.words) == 1 or reading.words[0].denied:
        return False
    work, people = answer.words[0].word, reading.words[0].word.removesuffix("s")
    base = work.removesuffix("ing")
    return len(base) > 3 and base != work and people in (base + "er", base + base[-1] + "er")


def by_code(answer: Answer, reading: Reading, right: bool, reason: str) -> Fit:
    """What a designation that fits, or does not, is worth."""
    if not right:
        return Fit(Level.NOT, 0.0, "designation", reason, reach=1.0, firm=True)
    pairs = [
        Pair(at, place, SAME, 1.0)
        for at, wanted in enumerate(answer.words)
        for place, given in enumerate(reading.all)
        if (answer.code and answer.code.figure in given.word and answer.code.figure in wanted.word)
    ][:1] or [
        Pair(at, place, SAME, 1.0)
        for at in range(1)
        for place, given in enumerate(reading.all)
        if figures.value(given.raw) is not None
    ][:1]
    match = Match(answer, reading, pairs, [])
    for found in objections(match, FOR_DESIGNATIONS) if pairs else ():
        return Fit(Level.NOT, 0.0, found.code, found.detail, reach=1.0, firm=True)
    return Fit(
        Level.RIGHT,
        1.0,
        "designation",
        f"The same designation as “{answer.text}”.",
        (),
        tuple(pairs),
    )
