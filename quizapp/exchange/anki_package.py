"""Anki packages, made by genanki: importing one again updates its notes and makes no duplicates."""

import tempfile
from hashlib import sha256
from pathlib import Path

from quizapp.exchange import archive, flashcard, html_text
from quizapp.exchange.item import About, Item
from quizapp.files import Refused

_FIELDS = ("Id", "Prompt", "Options", "Answer", "Hint", "Explanation", "Passage")
_FRONT = """<div>{{Prompt}}</div>{{#Options}}<div class="options">{{Options}}</div>{{/Options}}
{{#Hint}}<details><summary>Hint</summary>{{Hint}}</details>{{/Hint}}"""
_BACK = """{{FrontSide}}<hr id="answer"><div class="key">{{Answer}}</div>
{{#Explanation}}<div>{{Explanation}}</div>{{/Explanation}}{{Passage}}"""
_STYLE = """.card { font-family: serif; font-size: 20px; text-align: left; max-width: 40em; }
.key { font-weight: bold; } blockquote { border-left: 3px solid; padding-left: 1em; }"""
_MODEL = 1_738_402_917
"""The id of our note type: the same in every package, or Anki would add another type each time."""


def write(about: About, items: tuple[Item, ...]) -> bytes:
    """A package with a deck of the title and a note for each item; the same bytes each time."""
    try:
        import genanki
    except ModuleNotFoundError:
        remedy = "run: pip install 'quizapp[anki]'"
        raise Refused("extra", "an Anki package needs genanki", remedy) from None
    model = genanki.Model(
        _MODEL,
        "quizapp",
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Question", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
    )
    # The number of the deck depends on the bank's id alone.
    number = int.from_bytes(sha256(about.id.encode()).digest()[:5], "big") + 1
    deck = genanki.Deck(number, about.title)
    for item in items:
        deck.add_note(
            genanki.Note(
                model=model,
                fields=_cells(item),
                guid=genanki.guid_for("quizapp", about.id, item.id),
                tags=["_".join(tag.split()) for tag in item.tags],
            )
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        genanki.Package(deck).write_to_file(str(path), timestamp=1_700_000_000.0)
        # Packed again, for the times of its files would make other bytes each time.
        return archive.packed(archive.unpacked(path.read_bytes()))


def _cells(item: Item) -> list[str]:
    return [
        item.id,
        html_text.escaped(flashcard.front(item)),
        html_text.escaped("\n".join(flashcard.options(item))),
        html_text.escaped(flashcard.back(item)),
        html_text.escaped(item.hint),
        html_text.escaped(item.explanation),
        html_text.feedback("", item.quoted),
    ]
