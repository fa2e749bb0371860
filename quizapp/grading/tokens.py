"""Step 2, reading: a text as tokens, each with its place, its clause and whether it is denied."""

from functools import lru_cache

from quizapp.grading.denials import marked
from quizapp.grading.english.classes import BE, FRAME, FUNCTION, NEGATORS
from quizapp.grading.english.signs import ALWAYS_LETTERED, KEYS, LETTERED
from quizapp.grading.figures import in_figures
from quizapp.grading.fold import cut, named, plain
from quizapp.grading.forms import stem
from quizapp.grading.meaning import comparative, is_quality
from quizapp.grading.patterns import Lazy
from quizapp.grading.plain_denials import pieces, plainly_denying
from quizapp.grading.slips import slipped
from quizapp.grading.token import Token

__all__ = ["Token", "content", "numeral", "tokens"]


_WORD = Lazy(r"[^\W_]+(?:(?:'(?=[^\W\d_])|(?<=\d)[.,](?=\d))[^\W_]+)*[+#]*")
_STOPS = Lazy(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
_SPACED = Lazy(r"\b[^\W\d_]\.(?: [^\W\d_]\.)+(?= [^\W\d_]\b|\W*$)")
_BREAK = Lazy(r"[.;:!?\n(),…→⇒]|--| - |\.\.|[-=]+>")
_BREAKERS = frozenset(
    {"but", "because", "although", "though", "whereas", "while", "since", "until"}
)


@lru_cache(maxsize=2048)
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in order."""
    bare = in_figures(plain(named(cut(text))))
    if "." in bare:
        bare = _STOPS.sub(lambda found: found[0].replace(".", "") + " ", bare)
        bare = _SPACED.sub(lambda found: found[0].replace(".", "").replace(" ", ""), bare)
    bare = plainly_denying(bare)
    out: list[Token] = []
    clause, end = 0, 0
    for found in _WORD.finditer(bare):
        gap = bare[end : found.start()]
        end = found.end()
        parted = gap != " " and out and _BREAK.search(gap)
        if parted and not (gap == ". " and len(out[-1].word) == 1):
            clause += 1
        for raw, word, base, owner in _words(found[0]):
            if word in _BREAKERS:
                clause += 1
            out.append(Token(raw, word, base, gap, clause, False, owner))
            gap = ""
    return marked(_letters(_comparisons(out)))


@lru_cache(maxsize=8192)
def _words(run: str) -> list[tuple[str, str, str, bool]]:
    """The words in one run of letters: as typed, folded, by its stem, and whether it owns."""
    folded = [(raw, raw.casefold().replace("'", ""), owner) for raw, owner in pieces(run)]
    return [(raw, word, stem(word), owner) for raw, word, owner in folded]


def _comparisons(words: list[Token]) -> list[Token]:
    """`words` with "than" for a "then" that compares ("faster then sound"), and "too" for a "to"
    before a quality: "is to high"."""
    said = list(words)
    for at, token in enumerate(words):
        if token.word == "then":
            before = words[max(0, at - 4) : at]
            if token.gap == " " and any(comparative(t.word) for t in before):
                said[at] = token._replace(word="than", stem="than")
        elif token.word == "to" and at and words[at - 1].word in BE and _ends_as_quality(words, at):
            said[at] = token._replace(word="too", stem="too")
    return said


def _ends_as_quality(words: list[Token], at: int) -> bool:
    """Whether the word behind `at` is an adjective and the last of its clause."""
    after = words[at + 1 : at + 3]
    if not after or not is_quality(after[0].word):
        return False
    return len(after) == 1 or after[1].clause != after[0].clause


def _letters(words: list[Token]) -> list[Token]:
    """`words` with "a" read as a letter where it is a name: vitamin A, A minor, hepatitis A."""
    return [
        token._replace(word="A", stem="A") if token.word == "a" and _is_letter(words, at) else token
        for at, token in enumerate(words)
    ]


def _slip_of_key(letter: Token, word: Token) -> bool:
    return letter.raw == "A" and any(slipped(word.word, key) for key in KEYS)


def _is_letter(words: list[Token], at: int) -> bool:
    """Whether "a" ends or carries a name, rather than being the article of what follows."""
    token = words[at]
    before = words[at - 1] if at and words[at - 1].clause == token.clause else None
    after = words[at + 1] if at + 1 < len(words) else None
    if token.gap == "-" or (after is not None and after.gap[:1] in ("", "-", "'", ".")):
        return False
    if after is not None and (after.word in KEYS or _slip_of_key(token, after)):
        return token.raw == "A" or at + 2 == len(words)
    last = after is None or after.gap != " " or after.word in ("and", "or", "is", "was")
    if before is None:
        return token.raw == "A" and after is not None and after.word in ("and", "or")
    if last or before.word in ALWAYS_LETTERED:
        return before.word not in FUNCTION
    return token.raw == "A" and (before.word in LETTERED or before.raw.islower())


def numeral(words: tuple[Token, ...], at: int) -> bool:
    """Whether the token at `at` is the "I" of a name such as Elizabeth I."""
    return (
        words[at].raw == "I" and at > 0 and words[at - 1].raw[:1].isupper() and words[at].gap == " "
    )


_AROUND = FRAME | NEGATORS


def content(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens that carry content; of a text that has none, all but articles."""
    kept = [
        t
        for at, t in enumerate(words)
        if t.word not in _AROUND and (t.word not in FUNCTION or numeral(words, at))
    ]
    kept = kept or [t for t in words if t.word not in FUNCTION or t.word in NEGATORS]
    kept = kept or [t for t in words if t.word not in ("the", "a", "an")]
    return tuple(kept) or words
