"""The files of a new bank: of an essay with its drafts, or an example to write over."""

import unicodedata
from collections import Counter
from typing import Any, NamedTuple

from quizapp.bank.fingerprint import fingerprint
from quizapp.bank.ids import slug
from quizapp.bank.model import TO_WRITE
from quizapp.bank.schema import schema_text
from quizapp.bank.writing import head, tables
from quizapp.drafting.essay import Essay
from quizapp.drafting.questions import drafted, passage_id
from quizapp.drafting.source import Source, is_english, source
from quizapp.text import clean

_SCRIPTS = {
    "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "CYRILLIC": "ru",
    "GREEK": "el", "ARABIC": "ar", "HEBREW": "he", "DEVANAGARI": "hi", "THAI": "th",
}  # fmt: skip
SCHEMA = "quizapp.schema.json"
UNKNOWN = "und"
"""The code of a language that was not recognised."""

EXAMPLE = """
[[question]]
id = "room"
kind = "text"
prompt = "In which room of a house does a refrigerator usually stand?"
answers = ["the kitchen"]
hint = "It is where one cooks."
explanation = "What is kept cold is wanted where meals are made."
support = [{ passage = "p01", evidence = "gives off its heat to the kitchen", sentences = [2] }]
wrong = [{ answers = ["the cellar"], feedback = "It was there that food was kept cool before." }]

[[question]]
id = "heat-out"
kind = "text"
prompt = "How does a refrigerator make its food cold?"
answers = ["it carries the heat out"]
ideas = [["heat", "warmth"], ["carries out", "takes away", "takes out", "removes", "moves"]]
hint = "Think of what leaves the cabinet."
explanation = "Cold is not made: heat is moved from the cabinet to the room."
support = [{ passage = "p01", evidence = "it carries heat out", sentences = [1] }]
wrong = [{ answers = ["it makes cold"], feedback = "No machine makes cold: this one moves heat." }]
"""
_EXAMPLE_TEXT = (
    "A refrigerator makes no cold: it carries heat out. At the back it gives off its heat to the "
    "kitchen."
)
_HOW = """\
# Each [[question]] is one question. `quizapp check` says what is wrong here, where, and what to do.
"""


class NewBank(NamedTuple):
    """A new bank: its id, its files by name, its number of passages and drafts, the language found
    in it ("und" where none was), and whether drafts could be made in it."""

    id: str
    files: dict[str, bytes]
    passages: int
    drafts: int
    language: str
    drafted: bool


def example_bank(name: str) -> NewBank:
    """A bank of one passage and two questions, to be written over."""
    text = head({"bank": {"id": bank_id(name), "title": _title(name)}})
    passage = {"id": "p01", "section": "The first section", "paragraph": 1, "text": _EXAMPLE_TEXT}
    text += "\n" + tables("passage", [passage])
    files = {"bank.toml": text, "questions.toml": _HOW + EXAMPLE}
    return NewBank(bank_id(name), _with_schema(files), 1, 0, "en", False)


def essay_bank(
    name: str, essay: Essay, *, drafts: bool = True, digests: bool = False, language: str = ""
) -> NewBank:
    """A bank of the essay's paragraphs, with drafted questions if `drafts`.

    With `digests` it holds none of the essay's text: digests are to be written, and only drafts
    that quote nothing are made.
    """
    language = language or language_of(essay)
    english = language.partition("-")[0] == "en"
    found = source(essay)
    about = {"id": bank_id(name), "title": essay.title or _title(name), "language": language}
    parts = [head({"bank": about, "source": {"title": essay.title, "author": essay.author}})]
    passages = [
        _passage(number, one.section, one.text, found if digests else None)
        for number, one in enumerate(essay.paragraphs, 1)
    ]
    parts.append(tables("passage", passages))
    files = {"bank.toml": "\n".join(parts)}
    made: dict[str, list[dict[str, Any]]] = {}
    if drafts and english:
        for number, table in drafted(found, quotes=not digests):
            made.setdefault(essay.paragraphs[number - 1].section, []).append(table)
    for number, (section, questions) in enumerate(made.items(), 1):
        about_them = f"# Drafts on “{section}”" if section else "# Drafts"
        text = (
            f"{about_them}, made by rule: read each, correct it, and remove `draft = true`.\n"
            "# Drafts are never asked; `quizapp check --drop-drafts` deletes what is left.\n\n"
        )
        words = slug(section) or "questions"
        files[f"{number}-{words}.toml"] = text + tables("question", questions)
    if not made:
        lines = EXAMPLE.strip().split("\n")
        files["questions.toml"] = _HOW + "".join(f"{f'# {line}'.rstrip()}\n" for line in lines)
    return NewBank(
        bank_id(name),
        _with_schema(files),
        len(passages),
        sum(map(len, made.values())),
        language,
        english,
    )


def _with_schema(files: dict[str, str]) -> dict[str, bytes]:
    """The files as they are written, each naming the schema by which editors complete it."""
    named = {name: f"#:schema ./{SCHEMA}\n\n{text}".encode() for name, text in files.items()}
    return {**named, SCHEMA: schema_text().encode()}


def _passage(number: int, section: str, text: str, hidden: Source | None) -> dict[str, Any]:
    passage = {"id": passage_id(number), "section": section, "paragraph": number}
    if hidden is None:
        return {**passage, "text": text, "fingerprint": fingerprint(text)}
    named = (*hidden.names, *hidden.designations, *hidden.years, *hidden.figures)
    keys = dict.fromkeys(one.words for one in named if one.sentence.paragraph == number)
    digest = TO_WRITE + (f" It names: {', '.join(keys)}." if keys else "")
    return {**passage, "digest": digest, "fingerprint": fingerprint(text)}


def language_of(essay: Essay) -> str:
    """The code of the language that an essay is in: English, or the commonest of its script."""
    if is_english(essay):
        return "en"
    scripts = Counter(
        unicodedata.name(char, "").partition(" ")[0].partition("-")[0]
        for one in essay.paragraphs
        for char in one.text[:2000]
        if char.isalpha()
    )
    if scripts["HIRAGANA"] * 20 > scripts["CJK"] > 0:
        return "ja"
    script = scripts.most_common(1)[0][0] if scripts else ""
    return _SCRIPTS.get(script, UNKNOWN)


def bank_id(name: str) -> str:
    """The id of a bank in a folder of this name."""
    return slug(name) or "bank"


def _title(name: str) -> str:
    """The title of a bank in a folder of this name."""
    return " ".join(clean(name).split()) or "A new bank"
