# ruff: noqa: E501, SIM905
"""What a response says of itself: corrections, choices, shrugs, asides, order; yes and no."""

import re
from functools import cache

from quizapp.grading.english.classes import AUXILIARIES, FRAME
from quizapp.grading.patterns import Lazy

TURN = Lazy(
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
WITHDRAWN = Lazy(
    r"[^\W\d_]\W*(?:\.\.+|…|—|--| - |[,;])\s*(?:no|nope|wrong)\s*[.!…]*\s*$", re.IGNORECASE
)
THOUGHT = Lazy(
    r"""\W*(?:at\ first\ )?(?:
      i\ (?:first\ |used\ to\ |originally\ |initially\ )?(?:thought|think|guessed|was\ going\ to\ say|wanted\ to\ say|would\ have\ said)
      |my\ first\ (?:thought|guess|instinct)\ was)
      \b.{1,80}?[,;.…\s]\s*but\ (?:now\ |then\ |actually\ )?(?:i'?d\ say\ |i'?ll\ (?:say|go\ with|go\ for)\ |it'?s\ |it\ (?:is|was)\ |i\ think\ )+
    """,
    re.IGNORECASE | re.VERBOSE,
)


@cache
def correction() -> re.Pattern[str]:
    return re.compile(
        r"""(?:^|[\s,;.?!…-])(?:no|nope|wait|sorry|actually|correction|oops|scratch\ that
        |i\ mean(?:t)?
        |make\ (?:it|that)|or\ rather|on\ second\ thoughts?|let\ me\ correct|change\ (?:it|that)\ to
        |strike\ that|should\ be)
        (?:[\s,;:.!?…-]+(?:no|wait|sorry|actually|i\ mean(?:t)?|it'?s|it\ is|it\ was|it|that'?s
        |make|make\ (?:it|that)|scratch\ that|rather|must|should|be|in|the|on|to|about|i|think|of
        |year|was|is|not\ that|correct\ that|my\ mistake))*[\s,;:.!?…-]*$""",
        re.VERBOSE | re.IGNORECASE,
    )


RESULT = Lazy(
    r"=|\bequals\b|\b(?:makes?|making|so|hence|therefore|thus|i\.?e\.?|in total|altogether|in all"
    r"|a total of)\W*(?:it'?s |that'?s |about |roughly )?$",
    re.IGNORECASE,
)
CHOICE = Lazy(
    r"\b(?:or|alternatively|otherwise|either|perhaps|maybe|possibly|unless|if not|could be"
    r"|might be)\b|/|\|",
    re.IGNORECASE,
)
ASIDE = Lazy(
    r"\b(?:if|unless) (?:i am|i'm|im) not (?:much |very )?(?:mistaken|wrong)\b"
    r"|\b(?:i am|i'm|im) not (?:entirely |totally |completely |100 ?% |quite |too |very |really )?"
    r"(?:sure|certain|positive)\b"
    r"|\bnot (?:entirely |totally |completely |quite |too |very |really )?(?:sure|certain)\b"
    r"|\bno more no less\b|\bneither more nor less\b|\bnot (?:more or less|a lot)\b|\bwhy not\b",
    re.IGNORECASE,
)

SHRUG = Lazy(
    r"\W*(?:(?:oh|well|sorry|unfortunately|um+|hmm)\b\W*)*(?:i'?m (?:sorry|afraid)\W*)?(?:but )?"
    r"i (?:really |honestly )?"
    r"(?:don'?t|do not|didn'?t|know nothing|have no|haven'?t|can'?t|cannot|could ?n[o']t"
    r"|forg[eo]t)\b([^,.;:?!…—-]*)",
    re.IGNORECASE,
)
KNOWING = (
    "know remember recall tell idea clue find answer provide sure care forg learn study"
).split()

LEADING = Lazy(
    r"""(?:(?:well|so|because|since|as|perhaps|maybe|probably|i\ (?:think|believe|guess|suppose)
      |(?:it|this|that)(?:'s|\ is|\ was)\ (?:because|that)|the\ (?:reason|answer)\ is)
      (?:\ that)?[\ ,:]+)*
      (?:(?:it|he|she|they)\ )?""",
    re.VERBOSE,
)
"""What may lead to an answer, in lower case, and adds nothing: "because they"."""

NONE_OF_THEM = Lazy(
    r"\W*(?:it(?:'s| is) )?(?:none of|neither|not any of|not one of)\b", re.IGNORECASE
)
MORE = frozenset({"more", "most"})
LESS = frozenset({"less", "least", "fewer", "fewest"})

TAKEN_BACK = Lazy(
    r"^(?:no(?:\s+wait)?|nope|sorry|wait(?:\s+no)?|i\s+mean(?:t)?|actually|correction|make\s+that|"
    r"scratch\s+that|rather|oops)\b[\s,:-]*(.*)$",
    re.IGNORECASE | re.DOTALL,
)
SEQUENCE = frozenset(
    """first firstly second secondly third thirdly fourth fifth next then last lastly finally
    afterwards later also plus list namely following include includes including follows number
    order""".split()
)
"""Words that say where a part stands, and nothing else."""
COMMENT = frozenset(
    """which who whom whose where because since as it they these those all so being when while
    although though eg ie both each""".split()
)

YES = frozenset({"yes", "yeah", "yep", "yup", "aye", "true", "correct", "certainly", "definitely"})
NO = frozenset({"no", "nope", "nah", "false", "impossible", "never", "incorrect", "untrue"})
PRO = (
    frozenset({"it", "he", "she", "they", "we", "i", "that", "this", "there", "not"}) | AUXILIARIES
)
SAYING = FRAME - YES | frozenset({"i", "would", "d", "it", "is", "the", "its"})
"""Words before a yes or no: "I'd say no"."""
ANY = frozenset(
    {"work", "happens", "happen", "do", "anything", "anyone", "anybody", "any", "single", "person"}
    | {"change", "matter", "affect"}
    | {"soul", "thing", "somebody", "something"}
)
NOTHING = frozenset({"none", "nothing", "zero", "nobody"})
SOME = frozenset(
    {("not", "without"), *(("no", word) for word in ("small", "little", "mean", "slight", "minor"))}
)
"""No small effect is one."""
