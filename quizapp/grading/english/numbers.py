# ruff: noqa: SIM905
"""The words of numbers, and what each is worth."""

from quizapp.grading.english.spelling import pairs

CARDINALS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen""".split()
    )
}
TENS: dict[str, int] = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
ZEROS: dict[str, int] = dict.fromkeys("nought naught nil zilch nada".split(), 0)
ORDINALS: dict[str, int] = {
    **{
        word: value
        for value, word in enumerate(
            """zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh
            twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth
            nineteenth""".split()
        )
    },
    **{word[:-1] + "ieth": value for word, value in TENS.items()},
}
HUNDRED: dict[str, float] = {"hundred": 100, "hundreds": 100}
MAGNITUDES: dict[str, float] = {
    **dict.fromkeys("thousand thousands".split(), 1e3),
    **dict.fromkeys("million millions mio mn mln mil".split(), 1e6),
    **dict.fromkeys("billion billions milliard milliards bn bln mrd bil".split(), 1e9),
    **dict.fromkeys("trillion trillions tn trn tln".split(), 1e12),
    **dict.fromkeys("quadrillion quadrillions".split(), 1e15),
    **dict.fromkeys("lakh lakhs lac lacs".split(), 1e5),
    **dict.fromkeys("crore crores".split(), 1e7),
    **dict.fromkeys("dozen dozens".split(), 12),
    **dict.fromkeys("score scores".split(), 20),
    "gross": 144,
}
LETTERS: dict[str, float] = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
"""Magnitudes of one letter, read where no unit of that letter is looked for."""
ORDINAL_MAGNITUDES = dict(
    zip("hundredth thousandth millionth billionth".split(), (1e2, 1e3, 1e6, 1e9), strict=True)
)
PARTS: dict[str, float] = {
    "half": 2,
    "halves": 2,
    "quarter": 4,
    "quarters": 4,
    **{word + "s": value for word, value in ORDINALS.items() if value > 2},
    **{word + "s": value for word, value in ORDINAL_MAGNITUDES.items()},
}
"""What divides: three quarters, two thirds. A single part (a third) is an ordinal as well."""
VAGUE = frozenset(
    """hundreds thousands millions billions trillions dozens scores several many few some lots
    countless numerous various""".split()
)
PAIRS: dict[str, int] = {"couple": 2, "pair": 2, "trio": 3, "quartet": 4, "handful": 0}
TIMES: dict[str, int] = {"once": 1, "twice": 2, "thrice": 3}
MISSPELT: dict[str, str] = dict(
    pairs(
        """fourty>forty fourtieth>fortieth fourtheen>fourteen forteen>fourteen
        fivteen>fifteen fiveteen>fifteen fivety>fifty fivty>fifty ninty>ninety
        nineth>ninth nintey>ninety ninteen>nineteen eightteen>eighteen eigthteen>eighteen
        eigth>eight eighty>eighty twelf>twelve twelth>twelfth twelveth>twelfth fith>fifth
        fiveth>fifth tow>two thre>three fuor>four foru>four fiev>five sevn>seven
        hunderd>hundred hundered>hundred twentyth>twentieth"""
    )
)
HEARD: dict[str, int] = {
    word: int(digit)
    for word, digit in pairs(
        "won>1 to>2 too>2 tree>3 for>4 fore>4 foor>4 fife>5 sicks>6 ate>8 nein>9"
    )
}
"""Words that sound like a digit, read as one only behind a ten and a hyphen ("twenty-for")."""
AMOUNTS = frozenset({"quarter", "third", "percent", "hundred", "thousand"})
COUNTS = {**{word: value for word, value in PAIRS.items() if value}, "both": 2}
"""Words that count what they stand for, where nothing else in a text counts."""
LABELS = frozenset(
    """article chapter page section type mark mk version season episode part volume phase class
    level grade model flight route highway channel room gate platform figure table number nr
    vol psalm verse protocol resolution act scene""".split()
)
GLUED = frozenset("c ca approx about x mid pre post ad bc no nr minus circa us".split())
HALVES = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
