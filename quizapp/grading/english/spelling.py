# ruff: noqa: SIM905
"""How words are spelt, heard and put together: prefixes, endings, letters of one sound."""


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """What is written and what is heard, from a text of `written>heard`."""
    return tuple((one, other) for one, _, other in (pair.partition(">") for pair in text.split()))


PREFIXES = tuple(
    """un in im il ir dis non de re anti a mis over under hypo hyper endo exo ecto intra inter
    macro micro pre post pro sub super homo hetero mono poly uni bi tri""".split()
)
COUNTING = tuple("""mono di bi tri tetra penta hexa hepta octa deca poly""".split())
SOUNDS = pairs(
    """ph>f ck>k sch>sh tch>ch kn>n wr>r gh> qu>kw x>ks ce>se ci>si cy>sy sci>si sce>se c>k z>s
    tion>shn sion>shn w>v j>g dg>g y>i v>v q>k h>"""
)
"""Letters and groups, and others that sound the same."""
LINKED = frozenset(
    """s n an ian al ic ical ous ly ally ily ness ity er or ion ation ment ive ance ence y e ed
    ing ese ish ist ism ful able ible ise ize en ens ened ening th""".split()
) | {""}
DOUBLES = frozenset("bdfgklmnprtvz")
ROMANISED = pairs(
    """tsch>ch tch>ch cz>ch sch>sh sz>sh kh>h ck>k ph>f w>v je>e ye>e jo>o yo>o ja>a ya>a ju>u
    yu>u j>i y>i ii>i"""
)
"""Letters and groups that stand for one sound in the ways of writing a foreign name."""
