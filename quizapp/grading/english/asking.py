"""How questions ask: for one thing or several, for a time, an amount, the form of a word."""

import re

from quizapp.grading.patterns import Lazy

ONE = frozenset({"which", "who", "whom", "whose"})
DO = frozenset({"do", "does", "did"})
SEVERAL = frozenset({"are", "were", "some", "several", "the", "both"})
UNDONE = Lazy(
    r"\W*what\b.*\b(?:unable|incapable|refus\w+|declin\w+|fail\w*|forbid\w*|forbade|never"
    r"|(?:can|could|did|does|do|will|would|must|may)(?:n['’]?t|\s?not)|not (?:able|allowed))\b"
    r".*\bdo\b|\W*what (?:does|do|did)\b.*\b(?:lack|not (?!only)\w+)\b\W*$",
    re.IGNORECASE | re.DOTALL,
)
WHICH = Lazy(
    r"\W*(?:(?:in|on|at|by|for|from|to|with|of) )?(?:which|who|whom|whose)\b", re.IGNORECASE
)
PLURAL = Lazy(
    r"\W*(?:what|who|which|name|list|give)\W+(?:are|were|some|several|the|both)\b", re.IGNORECASE
)
OF_WORDS = frozenset({"singular", "plural", "tense", "spelling", "spelt", "spelled", "participle"})

EXACTLY = Lazy(
    r"\b(?:what|which|exact) (?:day|date|month)\b|\bmonth and year\b|\bday,? month\b|\bon what\b",
    re.IGNORECASE,
)
WHEN = Lazy(r"\bwhen\b|\b(?:what|which) year\b", re.IGNORECASE)

PERCENT = Lazy(r"\bper ?cent(?:age)?\b|%|\bwhat (?:share|proportion)\b", re.IGNORECASE)
HOW_MANY = Lazy(r"\bhow (?:many|much) (?=\w)", re.IGNORECASE)
IN_UNIT = Lazy(r"\bin (?:the )?(?=[^\W\d_]|[$€£°%])|\((?=[^\W\d_]|[$€£°%])", re.IGNORECASE)
HOW_OLD = Lazy(r"\bhow old\b|\b(?:what|which) age\b", re.IGNORECASE)
BOUND = Lazy(
    r"\b(?:minimum|maximum|at least|at most|limit|more than|fewer than|less than|up to|over how"
    r"|threshold|ceiling)\b",
    re.IGNORECASE,
)
SPANS = ("second", "minute", "hour", "day", "week", "month", "year", "century")
