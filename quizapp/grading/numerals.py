"""Guards of figures in words: another figure, a missing one, a number behind a name."""

from quizapp.grading import figures
from quizapp.grading.answers import Match, Objection
from quizapp.grading.forms import stem


def ordered(match: Match) -> Objection | None:
    """The figures of an answer made of figures, in another order."""
    answer, reading = match.answer, match.reading
    mine = [figures.value(t.raw) for t in answer.words]
    if len(mine) < 2 or None in mine:
        return None
    theirs = [figures.value(t.raw) for t in reading.all if figures.value(t.raw) is not None]
    if theirs != mine and sorted(theirs) == sorted(mine):  # type: ignore[type-var]
        return Objection("figure", "The figures stand in another order.")
    return None


_SHARES = frozenset(map(stem, ("half", "third", "quarter", "fifth", "sixth", "tenth", "dozen")))


def figure(match: Match) -> Objection | None:
    """A figure of the answer that is missing or another; a number behind a name that has none."""
    answer, reading, pairs, missing = match.answer, match.reading, match.pairs, match.missing
    taken = {pair.at for pair in pairs}
    for at in missing:
        wanted = answer.words[at]
        counted = figures.counts(wanted.raw)
        if counted or figures.value(wanted.raw) is not None:
            others = [
                t.raw
                for place, t in enumerate(reading.all)
                if place not in taken
                and (figures.counts(t.raw) if counted else figures.value(t.raw) is not None)
            ]
            if others:
                return Objection("figure", f"{others[0]} is not {wanted.raw}.", frozenset({at}))
            if answer.weights[at] < 0.3 or not counted:
                continue
            return Objection("figure", f"{wanted.raw} is missing.", frozenset({at}))
    for pair in pairs:
        before = reading.all[pair.at - 1] if pair.at else None
        several = before is not None and (figures.value(before.raw) or 0) > 1
        if several and reading.all[pair.at].stem in _SHARES and pair.at - 1 not in taken:
            assert before is not None
            return Objection(
                "figure", f"“{before.raw} {reading.all[pair.at].raw}” is another share."
            )
    return None
