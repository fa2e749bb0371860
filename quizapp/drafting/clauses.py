"""Drafts from the build of a sentence: causes, lists, definitions; and gaps, for the rest."""

import re
from collections.abc import Iterator
from typing import Any

from quizapp.drafting.draft import LONGEST_PROMPT, Draft, gapped, quotable
from quizapp.drafting.facts import STARTERS, UNCLEAR, clause
from quizapp.drafting.ideas import ideas
from quizapp.drafting.source import SMALL, WORD, Sentence, Source, content_words
from quizapp.grading.english.classes import AUXILIARIES, PREPOSITIONS
from quizapp.grading.meaning import is_noun, is_verb

_DUE = r"due to(?! (?:have|be|go|come|arrive|leave|begin|start|open|end|take)\b)"
"""What somebody "was due to do" is no cause."""
_BY = rf"because of|{_DUE}|owing to|thanks to|as a result of|as a consequence of|on account of"
_CAUSES = (
    re.compile(r"^(?P<what>.{12,200}?),? because (?!of\b)(?P<why>.{12,200})$"),
    re.compile(rf"^(?P<what>.{{12,200}}?),? (?:{_BY}) (?P<why>.{{8,160}})$"),
    re.compile(rf"^(?:{_BY}) (?P<why>[^,]{{4,120}}), (?P<what>.{{12,200}})$", re.IGNORECASE),
    re.compile(r"^Because (?!of\b)(?P<why>[^,]{12,140}), (?P<what>.{12,200})$"),
    re.compile(
        r"^(?:As|Since) (?P<why>(?!one\b)[^,]{4,60}\b(?:is|are|was|were|has|have|had|can|could)\b"
        r"[^,]{4,100}), (?P<what>.{12,200})$"
    ),
    re.compile(
        r"^(?P<what>.{12,200}), since (?P<why>(?!then\b|\d|the \d|its\b|when\b)"
        r"[^,;]{3,60}\b(?:is|are|was|were|has|have|had|can|could|would|[a-z]+ed|said|made|kept|held|"
        r"gave|took|came|went|knew|saw|began|[a-z]+s)\b.{2,120})$"
    ),
)
_HEDGE = re.compile(
    r",? (?:mainly|partly|chiefly|largely|mostly|primarily|simply|just|only|perhaps|in part|"
    r"not least|above all|in particular|especially)$"
)
"""What stands before "because" and belongs to it."""
_PURPOSES = (
    re.compile(
        r"^(?P<what>.{12,200}?),? so that (?P<why>[^;]{3,80}?\b"
        r"(?:can|could|may|might|will|would|should|need|needed)\b.{4,140})$"
    ),
    re.compile(r"^(?P<what>.{12,200}?),? in order (?P<why>(?:not )?to .{6,160})$"),
    re.compile(r"^In order (?P<why>(?:not )?to [^,]{6,120}), (?P<what>.{12,200})$"),
)
_LED = re.compile(
    r"^(?P<why>[^,;]{8,120}?) (?P<verb>led to|leads to|has led to|have led to|"
    r"resulted in|results in|caused|brought about|gave rise to) (?P<what>[^;]{8,140})$"
)
_DRIVEN = re.compile(
    r"\b(?:driven|caused|explained|prompted|motivated|fuelled|fueled|shaped)"
    r" by (?P<why>[^,;]{10,120})"
)
_IS = re.compile(
    r"^(?P<what>(?:The |An? )?[\w’' -]{3,50}?) (?P<be>is|are|was|were) "
    r"(?P<which>(?:an?|the) [^;]{12,160})$"
)
_BREAK = re.compile(r"[,;:—–()]")
_ITEMS = re.compile(
    r"(?P<first>[^,;:—()“”\"]{3,70}), (?P<middle>(?:[^,;:—()“”\"]{3,50}, )*)"
    r"(?P<next>[^,;:—()“”\"]{3,50}?),? and (?P<last>[^,;:—()“”\"]{3,60})"
)
_INTRODUCED = re.compile(
    r"(?:in|on|at|by|since|as|after|before|when|while|although|though|despite|if|for|with|from|to|"
    r"under|during|because|unlike|like|among|of|according|however|thus|then|today|now|\w+ing)\b",
    re.I,
)
_NO_GAP = PREPOSITIONS | frozenset(
    ("outside", "inside", "nothing", "something", "later", "first", "second", "third", "question",
     "example", "fact", "course", "addition", "order", "whole", "years", "months", "weeks",
     "hours", "minutes", "times", "people", "things", "parts", "kinds", "number", "numbers")
)  # fmt: skip
"""Words that a dictionary has as nouns, but that are seldom what a sentence is about."""
_NUMBERS = {3: "three", 4: "four", 5: "five", 6: "six"}
_LONGEST_ITEM = 6
_VERB_LAST = re.compile(
    r"\b(?:stand|lie|go|come|act|acts|grow|grows|make|makes|set by|moves?|rise|fall|runs?|turns?)\b"
)
"""Verbs that give away that a clause was taken for a thing."""
_NO_ITEM = frozenset(
    ("which", "who", "that", "but", "while", "whereas", "where", "it", "they", "he", "she", "both",
     "then", "so", "not", "one", "each", "some", "others")
)  # fmt: skip
_ENTRY = (
    (PREPOSITIONS - {"of"})
    | AUXILIARIES
    | frozenset(
        "despite like including include includes included named called both".split()  # noqa: SIM905
    )
)
"""What an enumeration may stand behind."""
_EXIT = (
    (PREPOSITIONS - {"of"})
    | AUXILIARIES
    | frozenset(["which", "who", "that", "when", "where", "but", "or", "and"])
)
"""What may go on behind its last item."""


def causes(sentence: Sentence, source: Source) -> Iterator[Draft]:
    """Why something is so, with what an answer must say as ideas."""
    text = sentence.statement
    for pattern in _CAUSES:
        mark = pattern.match(text)
        if mark is None:
            continue
        why = re.split(r", (?:and|but|so|which|who|while|whereas)\b", mark["why"])[0].strip()
        what = _last_clause(mark["what"])
        what = re.sub(r",? (?:however|therefore|though),?$", "", _HEDGE.sub("", what))
        asked = clause(what, source)
        if asked and WORD.findall(why)[0].lower() not in UNCLEAR - {"those", "such", "there"}:
            yield _because(sentence, f"Why is it that {asked}?", why, 9)
            return
        if not asked and (told := _with_the_one_before(sentence, mark.start("why"), why, source)):
            yield _because(sentence, f"Say the reason in your own words: {told}", why, 8.6)
            return
    if (mark := _LED.match(text)) and (asked := clause(mark["why"], source)):
        prompt = f"What {mark['verb']} {mark['what'].rstrip(' ,')}?"
        yield _because(sentence, prompt, asked, 8)
    elif mark := _DRIVEN.search(text):
        why = re.split(r"[”\"’]\s|[”\"]|\b(?:is|are|was|were|has|have|had)\b", mark["why"])[
            0
        ].strip(" .")
        if len(content_words(why)) > 1:
            start = mark.start("why")
            prompt = f"Say it in your own words: {gapped(text, start, start + len(why))}"
            yield _because(sentence, prompt, why, 7.5)


def purposes(sentence: Sentence, source: Source) -> Iterator[Draft]:
    """What something is for, where the sentence says so by "so that" or "in order to"."""
    text = sentence.statement
    mark = next(filter(None, (pattern.match(text) for pattern in _PURPOSES)), None)
    if mark is None or re.search(r"\bbecause\b", mark["what"]):
        return
    why = re.split(r", (?:and|but|which|who|while|whereas)\b", mark["why"])[0].strip()
    if asked := clause(_last_clause(mark["what"]), source):
        yield _because(sentence, f"For what purpose is it that {asked}?", why, 8.5)
    elif told := _with_the_one_before(sentence, mark.start("why"), why, source):
        yield _because(sentence, f"Say the purpose in your own words: {told}", why, 7.5)


def _last_clause(text: str) -> str:
    """What a text says behind its last colon or semicolon, if that is a clause."""
    last = re.split(r"[:;] ", text.strip(" ,"))[-1]
    return last if len(last.split()) >= SHORTEST else text.strip(" ,")


def _with_the_one_before(sentence: Sentence, start: int, why: str, source: Source) -> str:
    """A sentence that a pronoun begins, with a gap for `why` and the sentence before it, which says
    who is meant; "" where that is too long or there is none."""
    if sentence.number < 2 or start < MIDDLE:
        return ""
    before = source.paragraphs[sentence.paragraph - 1][sentence.number - 2]
    if WORD.findall(before.text)[:1] and WORD.findall(before.text)[0].lower() in UNCLEAR:
        return ""
    text = sentence.statement
    if len(before.text) + len(text) - len(why) > LONGEST_PROMPT * 1.5:
        return ""
    quoted = gapped(text[: start + len(why)], start, start + len(why))
    return f"“{quotable(before.plain)} {quoted[1:]}"


SHORTEST = 4
"""A clause has so many words."""
MIDDLE = 20
"""A clause that begins before this place stands first in its sentence."""


def _because(
    sentence: Sentence,
    prompt: str,
    why: str,
    worth: float,
    rule: str = "cause",
    expects: str = "a sentence",
) -> Draft:
    fields: dict[str, Any] = {
        "kind": "text",
        "prompt": prompt,
        "expects": expects,
        "answers": [why],
        "ideas": ideas(why, prompt),
        "level": "understand",
    }
    return Draft(rule, worth, sentence, why, fields)


def lists(sentence: Sentence, source: Source) -> Iterator[Draft]:
    """Three things or more that are named one after the other."""
    del source
    text = sentence.statement
    for mark in _ITEMS.finditer(text):
        first, start = _after_break(mark["first"], mark.start("first"))
        last = _before_break(mark["last"]).rstrip('.!”’"')
        middle = [one for one in (*mark["middle"].split(", "), mark["next"]) if one.strip()]
        items = [re.sub(r"^(?:and|or) ", "", one.strip()) for one in (first, *middle, last)]
        # "In 1700, Java, Ceylon and Mocha …": a comma behind what introduces the sentence.
        if _INTRODUCED.match(text) and "," not in text[:start]:
            continue
        if not 3 <= len(items) <= 6 or not all(map(_is_item, items)):
            continue
        if len({one.lower() for one in items}) < len(items) or not _alike(items):
            continue
        end = mark.start("last") + len(last)
        fields = {
            "kind": "list",
            "prompt": f"Which {_NUMBERS[len(items)]} belong in the gap? {gapped(text, start, end)}",
            "items": [[item] for item in items],
            "hint": f"They begin with {', '.join(item[0].upper() for item in items)}.",
        }
        yield Draft("list", 7, sentence, text[start:end], fields)


def _alike(items: list[str]) -> bool:
    """Whether things are of one build: about as long, all or none of them an action, no clauses."""
    lengths = [len(WORD.findall(one)) for one in items]
    actions = sum(WORD.findall(one)[0].lower().endswith("ing") for one in items)
    clauses = any(_VERB_LAST.search(one) for one in items)
    return max(lengths) - min(lengths) <= 3 and actions in (0, len(items)) and not clauses


def _is_item(text: str) -> bool:
    words = WORD.findall(text)
    if not 1 <= len(words) <= _LONGEST_ITEM or AUXILIARIES & {word.lower() for word in words}:
        return False
    first = words[0].lower()
    return (
        any(word.lower() not in SMALL for word in words)
        and first not in _NO_ITEM
        and not first.endswith(("ed", "’s"))
        and not words[-1].lower().endswith("ly")
        and not words[0].isdecimal()
        and "[" not in text
    )


def _after_break(text: str, start: int) -> tuple[str, int]:
    """What follows the last preposition or verb form of be or have: where an enumeration begins."""
    at = 0
    for word in WORD.finditer(text):
        if word[0].lower() in _ENTRY:
            at = word.end()
    cut = len(text[at:]) - len(text[at:].lstrip())
    return text[at:].strip(), start + at + cut


def _before_break(text: str) -> str:
    """The last item of an enumeration, without what the sentence goes on to say."""
    for number, word in enumerate(WORD.finditer(text)):
        if number and word[0].lower() in _EXIT:
            return text[: word.start()].strip()
    return text.strip()


def definitions(sentence: Sentence, source: Source) -> Iterator[Draft]:
    """What something is, where the sentence says no more than that."""
    mark = _IS.match(sentence.statement)
    if mark is None or WORD.findall(mark["what"])[0].lower() in PREPOSITIONS:
        return
    if not (asked := clause(mark["what"], source)):
        return
    which = _BREAK.split(mark["which"])[0].strip()
    if len(which.split()) < 4 or not content_words(mark["what"]):
        return
    prompt = f"What {mark['be']} {asked}?"
    yield _because(sentence, prompt, which, 6, "definition", "a phrase")


_ARTICLE = re.compile(r"\s+(?:the|an?|its|their|his|her)\b")
"""Before such a word stands a verb, though a dictionary has it as a noun as well."""
TELLING = 4
"""A gap needs so many words of content round it, to be more than a guess."""


def gaps(sentence: Sentence, source: Source) -> Iterator[Draft]:
    """Words that carry a sentence, for paragraphs with little else to ask; the best one first."""
    text = sentence.statement
    if len(content_words(text)) <= TELLING:
        return
    best: list[tuple[float, re.Match[str]]] = []
    introduced = STARTERS.match(text)
    for mark in WORD.finditer(text, introduced.end() if introduced else 0):
        word = mark[0]
        small = word.lower()
        if small in SMALL or len(word) < 5 or small.endswith("ly") or not word[0].islower():
            continue
        often = source.words.every[small] > 3 or text.lower().count(small) > 1
        if "-" in word or often or small in _NO_GAP or not is_noun(small):
            continue
        if _ARTICLE.match(text, mark.end()):
            continue
        noun = not is_verb(small)
        ends = not re.match(r"\s+[a-z]", text[mark.end() :]) or bool(
            re.match(r"\s+(?:of|in|on|for|to|and|with|by|from)\b", text[mark.end() :])
        )
        place = mark.start() / len(text)
        best.append((2 * noun + ends + place + 1 / source.words.every[small], mark))
    for score, mark in sorted(best, key=lambda one: -one[0])[:2]:
        fields = {
            "kind": "cloze",
            "prompt": gapped(text, mark.start(), mark.end()),
            "gaps": [[mark[0]]],
            "hint": f"It begins with {mark[0][0].upper()}.",
        }
        unclear = WORD.findall(text)[0].lower() in UNCLEAR
        yield Draft("gap", min(3, score - 2 - unclear), sentence, mark[0], fields)
