# ruff: noqa: SIM905
"""The names of signs, and of what signs stand between."""

NAMES: dict[str, str] = {
    "≤": """less than or equal to|smaller than or equal to|at most|no more than|not more than
        |no greater than|up to|maximum of""",
    "≥": """greater than or equal to|more than or equal to|at least|no less than|not less than
        |no fewer than|not fewer than|minimum of""",
    "<": """less than|fewer than|smaller than|lower than|shorter than|younger than|lighter than
        |colder than|cooler than|nearer than|closer than|under|below""",
    ">": """more than|greater than|larger than|bigger than|higher than|longer than|older than
        |heavier than|taller than|wider than|deeper than|hotter than|warmer than|farther than
        |further than|over|above|beyond|in excess of""",
    "≠": "not equal to|unequal to|not equal",
    "=": "equal to|equals",
    "≈": "approximately equal to|roughly equal to",
    "±": "plus or minus|plus minus|plus/minus",
    "-": "minus|negative",
    "+": "plus|positive",
    "++": "plus plus",
    "×": "times|multiplied by",
    "/": "divided by",
    "^": "to the power of|to the power|raised to|to the",
    "√": "square root of|root of|square root|sqrt|root",
    "∪": "union",
    "∩": "intersection|intersected with|intersect",
    "⇒": "implies",
    "⇔": "if and only if|iff|equivalent to",
    "→": "yields|tends to",
    "∧": "logical and",
    "∨": "logical or",
    "!": "factorial",
    "♯": "sharp",
    "♭": "flat",
    "%": "percent|per cent|pct",
    "‰": "per mille|per mil|permille",
    "$": "dollars|dollar|usd",
    "€": "euros|euro|eur",
    "£": "pounds|gbp|quid",
    "¥": "yen|jpy",
}
"""Each sign with the names that say it, separated by strokes."""

BOUNDING = tuple(
    frozenset(name.strip().removesuffix(" than") for name in NAMES[sign].split("|"))
    for sign in "<>"
)
"""Words that bound a figure, from above and from below: shorter (than) ten, over ten."""

ALONE: dict[str, str] = {
    "&": "ampersand|and sign",
    "&&": "double ampersand|two ampersands",
    "@": "at sign|commercial at",
    "#": "hash|number sign|pound sign",
    "*": "asterisk|star",
    "%": "percent|per cent",
    "+": "plus",
    "-": "minus",
    "=": "equals|equal",
    "/": "slash|forward slash",
    "\\": "backslash",
    "|": "pipe|vertical bar",
    "||": "double pipe|two pipes",
    "~": "tilde",
    "^": "caret",
    "<": "less than",
    ">": "greater than",
    "≤": "less than or equal to",
    "≥": "greater than or equal to",
    "∞": "infinity",
    "$": "dollar",
    "€": "euro",
    "£": "pound",
    "√": "square root|radical",
    "!": "exclamation mark|bang",
    "?": "question mark",
    "_": "underscore",
    ":": "colon",
    ";": "semicolon",
    ",": "comma",
    ".": "full stop|period|dot",
}
"""The names of a sign that is the whole answer; "sign", "mark" or "symbol" may follow."""

GREEK: dict[str, str] = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        """alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho
        sigma sigma tau upsilon phi chi psi omega""".split(),
        strict=True,
    )
)

RAISED: dict[str, str] = {"squared": "2", "cubed": "3"}
"""Powers that have a name."""

SHARES = frozenset("half third quarter two-thirds three-quarters".split())
"""What may be compared besides figures: "more than half"."""

ALWAYS_LETTERED = frozenset({"vitamin", "hepatitis", "influenza", "haemophilia", "hemophilia"})
LETTERED = ALWAYS_LETTERED | frozenset(
    """plan type group grade class schedule team company block point level appendix section exhibit
    blood option part side variant strain category series league division platform gate row vertex
    node angle factor immunoglobulin protein chlorophyll sample method form set""".split()
)
"""Nouns that a single letter follows as a name."""

KEYS = frozenset({"minor", "major", "flat", "sharp"})
"""What follows the letter of a key: A minor."""
