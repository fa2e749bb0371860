"""A self-correction counts as its last version: "Sydney… no, Canberra"."""

# ruff: noqa: E501

import re

from quizapp.grading.patterns import Lazy

_TURN = Lazy(
    r"""(?:
      (?:\.\.+|…|—|–|--|\ -\ |[,;.?!])\s*
      (?:oh\s+|oops\s+|er+m?\s+|u[hm]+\s+|ah\s+|h+m+\s+|well\s+)?
      (?:no|nope|wait|sorry|actually|scratch\ that|correction|i\ mean(?:t)?|make\ that|
         (?:or\ )?rather|on\ second\ thoughts?|let\ me\ correct(?:\ that)?|oops|i'?ll\ go\ (?:with|for)|i'?d\ go\ with|
         my\ (?:final\ )?answer\ is|final\ answer|i'?ll\ say)
      (?:\s*[,:;.…-]+\s*|\s+)
      (?:(?:no|wait|sorry|actually|i\ mean(?:t)?|it'?s|it\ is|it\ was|make\ that|scratch\ that|rather)(?:\s*[,:;.…-]+\s*|\s+))*
    | ,\s*(?:er+m?|u[hm]+)\s*,\s*
    | \s+(?:no[,\s]+wait|wait[,\s]+no|no[,\s]+sorry|sorry[,\s]+no|scratch\ that|no[,\s]+actually
          |no[,\s]+i\ mean)\b\W*
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_WITHDRAWN = Lazy(
    r"[^\W\d_]\W*(?:\.\.+|…|—|--| - |[,;])\s*(?:no|nope|wrong)\s*[.!…]*\s*$", re.IGNORECASE
)
_THOUGHT = Lazy(
    r"""\W*(?:at\ first\ )?(?:
      i\ (?:first\ |used\ to\ |originally\ |initially\ )?(?:thought|think|guessed|was\ going\ to\ say|wanted\ to\ say|would\ have\ said)
      |my\ first\ (?:thought|guess|instinct)\ was)
      \b.{1,80}?[,;.…\s]\s*but\ (?:now\ |then\ |actually\ )?(?:i'?d\ say\ |i'?ll\ (?:say|go\ with|go\ for)\ |it'?s\ |it\ (?:is|was)\ |i\ think\ )+
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NO_NOUN = Lazy(r"[,;.?!]\s*(?:no|rather)\s+$", re.IGNORECASE)


def _is_name(turn: str, rest: str) -> bool:
    """Whether a bare "no" behind dots or a stop corrects: a name follows, not what there is none of."""
    return turn.startswith("..") or (turn.startswith(".") and len(rest.split()) <= NAMED)


NAMED = 2
"""So many words behind "no" may be another answer; more are a sentence: "No fuel is needed"."""


def withdrawn(text: str) -> bool:
    """Whether a text ends by taking itself back: "Ankara… no"."""
    return len(text) < 200 and bool(_WITHDRAWN.search(text))


def final_version(text: str) -> str:
    """What `text` says after its last self-correction; `text` itself if it has none."""
    if len(text) > 400:
        return text
    if found := _THOUGHT.match(text):
        return text[found.end() :].strip() or text
    last = None
    for found in _TURN.finditer(text):
        if found.start() == 0 or not text[: found.start()].strip(" .,;…-"):
            continue
        if _NO_NOUN.search(found[0]) and not _is_name(found[0], text[found.end() :]):
            continue
        if text[found.end() :].strip(" .,;!?"):
            last = found
    return text[last.end() :].strip() if last is not None else text
