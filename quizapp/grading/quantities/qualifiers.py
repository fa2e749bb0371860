"""What is said of a figure, before or behind it: about, a little over, more than, or fewer."""

import re
from functools import cache

from quizapp.grading.quantities.model import Qualifier

_REACH = 44
"""So far from a figure its qualifier is looked for."""

_MORE = (
    r"(?:more|greater|larger|higher|bigger|longer|older|later)\ than|over|above|at\ (?:the\ )?least"
    r"|(?:no|not|nothing)\ (?:less|fewer|lower|smaller)\ than|upwards?\ of|in\ excess\ of"
    r"|exceed(?:s|ing|ed)?|beyond|past|a\ minimum\ of|minimum|min\.?|starting\ (?:at|from)|>=?|≥"
)
_LESS = (
    r"(?:less|fewer|smaller|lower|shorter|younger)\ than|under|below|at\ (?:the\ )?most|up\ to"
    r"|(?:no|not|nothing)\ (?:more|greater|higher)\ than|a\ maximum\ of|maximum|max\.?|<=?|≤"
    r"|short\ of|as\ (?:many|much|few|high)\ as|not\ exceeding|not\ even"
)
_A_LITTLE = (
    r"(?:just|slightly|marginally|barely|a\ (?:little|bit|tad|touch|hair|shade|fraction)(?:\ bit)?"
    r"|little)"
)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"""(?:^|(?<=[\s(,;:.~]))(?:
          (?P<near>{_A_LITTLE}\ (?:{_MORE}|{_LESS}|shy\ of)|nearly|almost|close\ to|not\ quite
             |approaching|shy\ of|virtually)
        | (?P<over>(?:well\ |far\ |much\ |even\ )?(?:{_MORE}))
        | (?P<under>(?:well\ |far\ |much\ |even\ )?(?:{_LESS}))
        | (?P<about>about|around|roughly|approximately|approx\.?|circa|ca?\.?|some|near|nearby
             |in\ the\ (?:region|order|range|vicinity|neighbou?rhood)\ of|(?:on\ the\ )?order\ of
             |more\ or\ less|something\ like|an?\ estimated|estimated(?:\ at)?|give\ or\ take|say
             |just\ about|somewhere\ (?:near|around)|or\ so|plus\ or\ minus|\+/-|±|~+)
        )\s*(?:the|a|an|US|:)?\s*$""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(
        r"""(?:
          (?P<over>\+(?!\s?[\w(])|(?:\s[^\W\d_]+){0,2}?,?\s(?:or|and)\s(?:more|over|above|up
              |upwards?|higher|later|greater|beyond)\b
              |(?:\s[^\W\d_]+){0,1}?,?\s(?:at\s(?:the\s)?least|minimum|plus)\s*[.!?]?$)
        | (?P<under>(?:\s[^\W\d_]+){0,2}?,?\s(?:or|and)\s(?:less|fewer|under|below|lower|earlier)\b
              |(?:\s[^\W\d_]+){0,1}?,?\s(?:at\s(?:the\s)?most|max(?:imum)?|tops|at\sbest)\s*[.!?]?$)
        | (?P<about>-?ish\b|-odd\b|\sodd\b|(?:\s[^\W\d_]+){0,2}?,?\s(?:or\sso|or\sthereabouts
              |more\sor\sless|approx\w*|roughly|give\sor\stake|approximately)\b)
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


def before(text: str, at: int) -> tuple[Qualifier, int]:
    """The qualifier that ends where a figure begins, and where it begins itself."""
    start = max(0, at - _REACH)
    found = _before().search(text[start:at].replace("\n", " "))
    if found is None:
        return "", at
    return _which(found), start + found.start()


def behind(text: str, end: int) -> Qualifier:
    """The qualifier that follows where a figure and its unit end."""
    found = _behind().match(text[end : end + _REACH].rstrip())
    return _which(found) if found else ""


def extent(text: str, end: int) -> int:
    """How many characters the qualifier behind a figure has."""
    found = _behind().match(text[end : end + _REACH].rstrip())
    return found.end() if found else 0


def _which(found: re.Match[str]) -> Qualifier:
    names: tuple[Qualifier, ...] = ("near", "over", "under", "about")
    for name in names:
        if name in found.re.groupindex and found[name] is not None:
            return name
    return ""
