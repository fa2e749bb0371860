"""The foreseen errors that a response expresses, beside what is right."""

from typing import NamedTuple

from quizapp.grading.english.classes import FUNCTION, NEGATORS
from quizapp.grading.exact import anticipated
from quizapp.grading.ideas.express import Expressed
from quizapp.grading.ideas.hear import Heard
from quizapp.grading.ideas.objections import MUCH, own_words
from quizapp.grading.ideas.sides import Whose
from quizapp.grading.key import Ideas, TextKey
from quizapp.grading.tokens import tokens
from quizapp.grading.verdict import Verdict

_SMALL = FUNCTION | NEGATORS


class Sets(NamedTuple):
    """What a response says of each set of ideas of a key."""

    accepted: Expressed
    wrong: tuple[Expressed, ...]
    partial: tuple[Expressed, ...]


def closer(key: TextKey, accepted: Expressed, found: Expressed, ideas: Ideas) -> bool:
    """Whether the response expresses what an entry of the key foresees, rather than what is right:
    in more words, or by its sides, of which the answer says nothing."""
    if not found.whole or not _named(found, ideas):
        return False
    even = found.weight == accepted.weight and found.close >= accepted.close
    tie = even and ideas.sided and not settled(key, accepted)
    return not accepted.whole or found.weight > accepted.weight or tie


def foreseen_error(key: TextKey, heard: Heard, sets: Sets) -> Verdict | None:
    """The verdict of a foreseen error that the response expresses by ideas: of several, of that
    which has most of its words. It is not certain where it is heard in other words, in a
    response that says much besides."""
    expressed = [
        (found, group.feedback)
        for group, found in zip(key.wrong, sets.wrong, strict=True)
        if found.whole
        and _named(found, group.ideas)
        and (
            closer(key, sets.accepted, found, group.ideas) or _plainer(heard, sets.accepted, found)
        )
    ]
    if not expressed:
        return None
    found, feedback = max(expressed, key=lambda one: (one[0].weight, one[0].close))
    besides = len(own_words(heard, found.places)) >= MUCH
    read_in = besides and bool(_not_literally(heard, found))
    return anticipated(feedback)._replace(unsure=read_in)


def also_foreseen(key: TextKey, sets: Sets) -> bool:
    """Whether a foreseen error stands there in the key's words, two of them in no right idea."""
    return any(
        found.whole
        and found.close
        and _named(found, group.ideas)
        and found.weight >= sets.accepted.weight
        and len(found.places - sets.accepted.places) > 1
        for group, found in zip(key.wrong, sets.wrong, strict=True)
    )


def _plainer(heard: Heard, accepted: Expressed, error: Expressed) -> bool:
    """Whether an error stands there in words nearer to the key's than what is right, and in some of
    its own; or in the key's very words, where they stand for others in what is right."""
    own = [heard.words[at] for at in error.places - accepted.places]
    weighty = any(token.word not in _SMALL for token in own)
    meant = _not_literally(heard, accepted)
    literal = not _not_literally(heard, error)
    return (error.close > accepted.close and weighty) or (literal and bool(meant & error.places))


def _not_literally(heard: Heard, found: Expressed) -> frozenset[int]:
    """The words of the response that stand for others of the wordings that were found."""
    return frozenset(
        at
        for told in found.told
        if told.said is not None
        for at in told.said.hit.places
        if heard.words[at].word not in FUNCTION
        and heard.words[at].stem not in {t.stem for t in tokens(told.said.wording.text)}
    )


def _named(found: Expressed, ideas: Ideas) -> bool:
    """Whether those are named whose the ideas are."""
    return all(
        told.whose is Whose.NAMED
        for told, idea in zip(found.told, ideas.ideas, strict=True)
        if idea.names
    )


def settled(key: TextKey, accepted: Expressed) -> bool:
    """Whether the response has the right sides: they are asked for, and plainly there."""
    named = any(told.whose is Whose.NAMED for told in accepted.told)
    return accepted.whole and (key.ideas.ordered or named)
