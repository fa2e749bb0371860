"""Which words of a text a negation covers."""

from quizapp.grading.english.classes import ADVERBS, AUXILIARIES, DETERMINERS, NEGATORS, RELATIVES
from quizapp.grading.english.denying import (
    BOUNDS,
    DOUBTING,
    ENDING,
    FINITE,
    GIVING_UP,
    INSTEAD,
    KEEPING,
    NOBODY,
    NOT_DOING,
    OF_ONE,
    SUBJECTS,
    WANTING,
)
from quizapp.grading.forms import stem
from quizapp.grading.lexicon import sense
from quizapp.grading.meaning import comparative, is_verb, may_be_noun
from quizapp.grading.token import Token


def marked(words: list[Token]) -> tuple[Token, ...]:
    """`words` with those marked that a negation covers.

    After an auxiliary ("is not", "doesn't") a negation covers its clause; anywhere else ("X, not
    Y", "no Y", "rather than Y") only what follows it in the clause. Two negations cancel out.
    """
    telling = _telling(words)
    if not telling:
        return tuple(words)
    marks = [0] * len(words)
    soft = [0] * len(words)
    for at in telling:
        token, word = words[at], words[at].word
        follows = words[at + 1].word if at + 1 < len(words) else ""
        pair = (word, follows)
        if pair in INSTEAD:
            _cover(words, marks, at + 2, whole=False)
        elif word in NEGATORS and at + 1 < len(words) and words[at + 1].gap == "-":
            marks[at + 1] += 1
        elif word in NEGATORS:
            verbal = _covers_clause(words, at)
            _cover(words, marks, at if verbal else at + 1, whole=verbal)
        elif word in WANTING and at and words[at - 1].word in AUXILIARIES:
            _cover(words, marks, at, whole=True)
        elif word == "from" and _kept_from(words, at):
            if not any(marks[at:]):
                _cover(words, marks, at + 1, whole=False)
        elif token.stem in _DOUBTING:
            _cover(words, marks, at + 1, whole=False)
        else:
            _soften(words, soft, at, follows)
    if not any(marks) and not any(soft):
        return tuple(words)
    return tuple(
        token
        if not (mark or weak) or _is_bound(words, at)
        else token._replace(denied=bool((mark + weak) % 2), soft=bool(weak))
        for at, (token, mark, weak) in enumerate(zip(words, marks, soft, strict=True))
    )


def _telling(words: list[Token]) -> list[int]:
    """The places of the words at which a denial may begin."""
    return [
        at for at, token in enumerate(words) if token.word in _TELLING or token.stem in _DENYING
    ]


_TELLING = frozenset(
    {"from", "too", "less", "tried", "attempted", *NEGATORS, *WANTING}
    | {first for first, _ in (*INSTEAD, *GIVING_UP)}
)
_DENYING = frozenset(map(stem, (*NOT_DOING, *DOUBTING)))


def _is_bound(words: list[Token], at: int) -> bool:
    """Whether a figure says how far something goes, so that "not" denies that it goes further:
    "never above 100"."""
    before = (t.word for t in words[max(0, at - 2) : at])
    return words[at].word[:1].isdigit() and not BOUNDS.isdisjoint(before)


def _soften(words: list[Token], marks: list[int], at: int, follows: str) -> None:
    """Mark what is not done by a word that is no denial: "fail to", "too weak to", "less safe"."""
    token = words[at]
    if token.word == "too":
        _too_much(words, marks, at)
    elif token.word == "less" and (sense(follows).circles or sense(follows).opposites):
        marks[at + 1] += 1
    elif (
        token.stem in UNDOING
        or (token.word, follows) in GIVING_UP
        or token.word in ("tried", "attempted")
    ):
        _cover(words, marks, at + 1, whole=False)


def _kept_from(words: list[Token], at: int) -> bool:
    """Whether the "from" at `at` follows a "keep": "kept them from leaving"."""
    clause = words[at].clause
    before = words[max(0, at - 5) : at]
    kept = any(t.stem in _KEEPING and t.clause == clause for t in before)
    return kept and before[-1].word != "far"


def _covers_clause(words: list[Token], at: int) -> bool:
    """Whether the negation at `at` belongs to the verb, and so covers the whole of its clause."""
    token, before = words[at], words[at - 1] if at else None
    if before is None:
        return False
    if token.word in ("not", "never", "hardly", "barely", "scarcely"):
        return before.word in AUXILIARIES and before.clause == token.clause
    if token.word == "no" and words[min(at + 1, len(words) - 1)].word == "longer":
        return before.clause == token.clause
    last = at + 1 == len(words) or words[at + 1].clause != token.clause
    if token.word in NOBODY and _to_do(words, at):
        return False
    return token.word in NOBODY or (token.word == "neither" and last)


def _to_do(words: list[Token], at: int) -> bool:
    """Whether an infinitive says what for there is nobody or nothing: "has nothing to stand on";
    who has nothing "to do with it" is denied as a whole."""
    behind = [token.word for token in words[at + 1 : at + 4]]
    return behind[:1] == ["to"] and behind != ["to", "do", "with"]


UNDOING = frozenset(map(stem, NOT_DOING))
_DOUBTING = frozenset(map(stem, DOUBTING))
_KEEPING = frozenset(map(stem, KEEPING))


def _too_much(words: list[Token], marks: list[int], at: int) -> None:
    """ "Too large to be governed": what follows is not done."""
    for place in range(at + 2, min(at + 5, len(words) - 1)):
        if words[place].word == "to" and words[place].clause == words[at].clause:
            _cover(words, marks, place + 1, whole=False)
            return


def _cover(words: list[Token], marks: list[int], start: int, *, whole: bool) -> None:
    if not words or start >= len(words) + (1 if whole else 0):
        return
    clause = words[min(start, len(words) - 1)].clause
    if not whole and start and words[start - 1].clause != clause:
        return
    begin = _subject_of(words, start, clause) if whole else start
    within = begin and words[begin - 1].word in RELATIVES and not _purpose(words, begin - 1)
    own = _own_verb(words, start) if _describes(words, begin) else len(words)
    for at in range(begin, min(len(words), start + REACH)):
        if words[at].clause != clause:
            break
        if within and at > start + 1 and words[at].word in FINITE:
            break
        if at > own and _goes_on(words[at].word):
            break
        if at > start and (words[at].word in ENDING or _begins(words, at)):
            break
        if "to" in (words[start].word, words[start - 1].word) and _finite_again(words, at):
            break
        marks[at] += 1


def _describes(words: list[Token], begin: int) -> bool:
    """Whether a clause that begins with its subject describes the noun before it: "the damp you
    could not see"."""
    noun = words[begin - 1] if begin > 1 else None
    if noun is None or words[begin].word not in SUBJECTS or noun.clause != words[begin].clause:
        return False
    return words[begin - 2].word in DETERMINERS and may_be_noun(noun.word)


def _own_verb(words: list[Token], start: int) -> int:
    """Where the verb stands that a negation belongs to."""
    return next((at for at in range(start + 1, len(words)) if is_verb(words[at].word)), len(words))


def _goes_on(word: str) -> bool:
    """Whether a word may be the verb of the sentence that a described noun stands in."""
    return word in FINITE or (word.endswith("s") and is_verb(word))


def _purpose(words: list[Token], at: int) -> bool:
    """Whether the "that" at `at` says what for: "so that nobody could leave"."""
    return at > 0 and words[at].word == "that" and words[at - 1].word == "so"


def _begins(words: list[Token], at: int) -> bool:
    """Whether an "and" begins another clause: "and they"."""
    follows = words[at + 1].word if at + 1 < len(words) else ""
    return words[at].word == "and" and follows in SUBJECTS


def _finite_again(words: list[Token], at: int) -> bool:
    """Whether an "and" goes on with what comes before an infinitive: "nothing to stand on and
    breaks off", not "nothing to hold nuts and bolts"."""
    follows = words[at + 1].word if at + 1 < len(words) else ""
    if words[at].word != "and" or words[at - 1].word.endswith("s"):
        return False
    return _goes_on(follows)


REACH = 60
"""A negation covers no more words on either side."""


def _subject_of(words: list[Token], start: int, clause: int) -> int:
    """Where the clause begins that a negation behind its verb covers as a whole."""
    begin = start
    least = max(0, start - REACH)
    verbs = [at for at in range(least, start) if words[at].word in AUXILIARIES]
    first = next((at for at in verbs if words[at].clause == clause), start)
    helping = start
    while helping - 1 in verbs:
        helping -= 1
    while (
        begin > least
        and not (words[begin].word in SUBJECTS and begin == helping - 1)
        and words[begin - 1].clause == clause
        and words[begin - 1].word not in RELATIVES
        and not (words[begin - 1].word == "so" and begin > 1)
    ):
        joined = words[begin - 1].word == "and"
        if joined and (words[begin].word in SUBJECTS | AUXILIARIES or first < begin - 1):
            break
        if joined and _stated(words, least, begin - 1):
            break
        if joined and (words[start - 1].word in OF_ONE or words[start].word == "no"):
            break
        begin -= 1
    return begin


def _stated(words: list[Token], start: int, end: int) -> bool:
    """Whether a sentence of its own stands before the "and" at `end`: it has a pronoun for its
    subject, or a "there" for it, or it ends with no noun: "they buy less and"."""
    clause = words[end].clause
    if end > start and (comparative(words[end - 1].word) or words[end - 1].word in ADVERBS):
        return True
    before = (t for t in words[start:end] if t.clause == clause)
    return any(t.word in SUBJECTS or t.word == "there" for t in before)
