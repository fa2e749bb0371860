"""What a response says against an idea or leaves out of it, and whether that is certain."""

from quizapp.grading.braces import plain
from quizapp.grading.denials import UNDOING
from quizapp.grading.doubt import ANEW, LONG_KEY, WHOLLY_ANEW, states, substance
from quizapp.grading.english.classes import FRAME, FUNCTION, LIGHT, NEGATORS, SCARCE
from quizapp.grading.forms import stem
from quizapp.grading.ideas.express import Expressed, Told, covered
from quizapp.grading.ideas.find import NEAR
from quizapp.grading.ideas.hear import Heard, Hit
from quizapp.grading.ideas.sides import Whose
from quizapp.grading.key import Context, Idea, TextKey
from quizapp.grading.patterns import Lazy
from quizapp.grading.prompt import read_prompt
from quizapp.grading.tokens import Token, content
from quizapp.grading.verdict import Reason

_IDLE = FUNCTION | FRAME | LIGHT


def is_open(idea: Idea, told: Told, heard: Heard) -> bool:
    """Whether what is said against an idea may be read into the response."""
    if told.denied is not None:
        return _undone(idea) or not _plainly_denied(told.denied, heard)
    return told.whose is Whose.SOMEBODY


def _undone(idea: Idea) -> bool:
    """Whether a wording of an idea has something undone, so that its denial may mean the same:
    "nobody grew too rich" for "{stop|prevent} {rich|greedy}"."""
    return any(word in UNDOING for says in idea.says for word in map(stem, _WORD.findall(says)))


_WORD = Lazy(r"\w+")


def _plainly_denied(denied: Hit, heard: Heard) -> bool:
    """Whether a word such as "not" stands close to what is denied, or what is denied in the key is
    said in its own words, and nothing is denied beside it."""
    if not covered(denied, heard):
        return denied.close > 0 and not any(t.denied or t.word in SCARCE for t in heard.words)
    clause = heard.words[denied.start].clause
    near = heard.words[max(0, denied.start - NEAR) : denied.end + NEAR]
    return any(token.word in NEGATORS and token.clause == clause for token in near)


def _beside_the_point(told: Told, heard: Heard) -> bool:
    """Whether a word that speaks against an idea may be about something else, as the response says
    much besides: an opposite, or a word alone that a wording denies."""
    if told.denied is not None:
        alone = len(substance(content(_at(heard, told.denied.places)))) < ANEW - 1
        unmet = not covered(told.denied, heard)
        return alone and unmet and len(own_words(heard, told.denied.places)) >= ANEW
    if told.opposed is not None:
        return len(own_words(heard, frozenset((told.opposed,)))) >= MUCH
    return False


SENTENCE = 12
"""So many words, small ones too, may say in a learner's own way whatever a statement says."""
AT_LENGTH = 15
"""So many words, small ones too, say something at length, though few of them have weight."""
MUCH = 6
"""So many words of its own in a response say more than the opposite of one word."""


def _at(heard: Heard, places: frozenset[int]) -> tuple[Token, ...]:
    return tuple(heard.words[at] for at in sorted(places))


def own_words(heard: Heard, places: frozenset[int]) -> set[str]:
    """The stems of the words of some weight that stand elsewhere than at the places and are none of
    the question's."""
    asked = read_prompt(heard.prompt).words
    return {
        token.stem
        for at, token in enumerate(heard.words)
        if at not in places and token.word not in _IDLE
    } - asked


def lacking(idea: Idea) -> str:
    """What a learner is told who did not express an idea."""
    return idea.missing or f"Missing: {plain(idea.says[0])}."


def objection(idea: Idea, told: Told, heard: Heard) -> Reason | None:
    """What a response says against an idea."""
    if _beside_the_point(told, heard):
        return None
    if is_open(idea, told, heard):
        if told.swapped is None:
            return Reason("doubt", "It may deny a part of what is asked.")
        said = heard.shown(told.swapped)
        return Reason("doubt", f"Of whom does it say “{said}”? It is said of {idea.names[0]}.")
    if told.denied is not None:
        said = heard.shown(told.denied)
        if covered(told.denied, heard):
            return Reason("negation", f"You say “not” of “{said}”; the answer does not.")
        return Reason("negation", f"The answer says “not” of “{said}”; yours does not.")
    if told.swapped is not None:
        said, whose = heard.shown(told.swapped), " or ".join(idea.names[:2])
        return Reason("roles", f"It says “{said}” of another: it is said of {whose}.")
    if told.opposed is not None:
        given = heard.words[told.opposed].raw
        return Reason("opposite", f"“{given}” is the opposite of “{plain(idea.says[0])}”.")
    return None


def open_to_wording(key: TextKey, heard: Heard, found: Expressed, context: Context) -> bool:
    """Whether what is missing may be said in words that nobody foresaw: it is no name, and the
    response has words that are in no idea, or is a whole sentence where one is asked for."""
    prompt = read_prompt(context.prompt).words
    own = own_words(heard, found.places)
    at_length = len(heard.words) >= AT_LENGTH
    shares = at_length or bool(heard.hits) or any(token.stem in prompt for token in heard.words)
    few = at_length or found.found
    stated = len(heard.words) >= SENTENCE and any(
        states(plain(answer)) == "statement" for answer in key.answers[:LONG_KEY]
    )
    anew = shares and len(own) >= (ANEW - 1 if few else WHOLLY_ANEW)
    return (stated or anew) and any(
        told.said is None and any(states(plain(says)) != "name" for says in idea.says)
        for idea, told in zip(key.ideas.ideas, found.told, strict=True)
    )
