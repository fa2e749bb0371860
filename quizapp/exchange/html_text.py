"""Texts as HTML, as learning platforms keep them, and back: with the passage as a quotation."""

import html
import json
import re
from html.parser import HTMLParser
from typing import NamedTuple

from quizapp.bank.passage import locate
from quizapp.exchange.item import Answer, Item, Quoted, quoted_of
from quizapp.text import clean

_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>")
_BREAKS = frozenset(
    "p div br li tr h1 h2 h3 h4 h5 h6 ul ol table blockquote pre".split()  # noqa: SIM905
)
_LOST = {"img": "an image", "audio": "sound", "video": "a film", "iframe": "an embedded page",
         "object": "an embedded object", "math": "a formula", "svg": "a drawing"}  # fmt: skip
_SILENT = frozenset(("script", "style"))


class Rich(NamedTuple):
    """A text, and the passages that were quoted in it."""

    text: str
    quoted: tuple[Quoted, ...] = ()


def escaped(text: str) -> str:
    """A text as HTML; line ends become breaks."""
    return html.escape(text, quote=False).replace("\n", "<br>")


def feedback(explanation: str, quoted: tuple[Quoted, ...]) -> str:
    """An explanation and the passages as HTML, the evidence marked."""
    parts = [f"<p>{escaped(explanation)}</p>"] if explanation else []
    return "".join([*parts, *map(_quotation, quoted)])


def told_after(item: Item) -> str:
    """What is told after any answer, as HTML: of an essay, the model answer before all else."""
    model = item.right[0] if item.shape == "essay" and item.right else ""
    return feedback(model, ()) + feedback(item.explanation, item.quoted)


def completed(shaped: Item, name: str, told: Rich) -> Item:
    """The item under its name, with what was `told_after` any answer to it."""
    if shaped.shape == "essay":
        model = (Answer(told.text),) if told.text else ()
        return shaped._replace(id=name, answers=model, quoted=told.quoted)
    return shaped._replace(id=name, explanation=told.text, quoted=told.quoted)


def heading(quoted: Quoted) -> str:
    """`Section · paragraph 3`, as far as they are known."""
    passage = quoted.passage
    paragraph = f"paragraph {passage.paragraph}" if passage.paragraph else ""
    return " · ".join(filter(None, (passage.section, paragraph)))


def _quotation(quoted: Quoted) -> str:
    evidence = quoted.support.evidence
    about = {
        "class": "passage",
        **{f"data-{name}": told for name, told in quoted.told().items()},
        "data-kind": "text" if quoted.passage.text else "digest",
        "data-evidence": json.dumps(evidence, ensure_ascii=False) if evidence else "",
    }
    attributes = " ".join(f'{key}="{html.escape(value)}"' for key, value in about.items() if value)
    title = heading(quoted)
    shown = f"<p><em>{escaped(title)}</em></p>" if title else ""
    return f"<blockquote {attributes}>{shown}<p>{marked(quoted)}</p></blockquote>"


def marked(quoted: Quoted) -> str:
    """The passage as HTML with its evidence marked."""
    spans = sorted(filter(None, (locate(quoted.text, words) for words in quoted.support.evidence)))
    parts, at = [], 0
    for start, end in spans:
        if start < at:
            continue
        parts += [escaped(quoted.text[at:start]), f"<mark>{escaped(quoted.text[start:end])}</mark>"]
        at = end
    return "".join([*parts, escaped(quoted.text[at:])])


def read(text: str, lost: list[str] | None = None) -> Rich:
    """A text that may be HTML, as plain text; what in it is no text is added to `lost`."""
    if not _TAG.search(text):
        return Rich(clean(html.unescape(text)).strip())
    reader = _Reader(lost if lost is not None else [])
    reader.feed(text)
    reader.close()
    return Rich(_tidy("".join(reader.pieces)), tuple(reader.quoted))


def _tidy(text: str) -> str:
    lines = [" ".join(line.split(" ")).strip() for line in clean(text).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    """Gathers the text of HTML; what stands in a quoted passage goes to that."""

    def __init__(self, lost: list[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.quoted: list[Quoted] = []
        self.lost = lost
        self._held: list[str] = []
        self._about: dict[str, str] | None = None
        self._silent = 0
        self._caption = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag in _SILENT:
            self._silent += 1
        elif tag == "blockquote" and "data-passage" in values and self._about is None:
            self._about, self._held, self.pieces = values, self.pieces, []
        elif tag == "em" and self._about is not None and not "".join(self.pieces).strip():
            self._caption = True
        elif tag in _LOST:
            about = f"“{values['alt'][:60]}”" if values.get("alt") else ""
            self.lost.append(f"{_LOST[tag]} {about}".strip())
        elif tag == "li":
            self.pieces.append("\n- ")
        elif tag in _BREAKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "em" and self._caption:
            self._caption = False
        elif tag == "blockquote" and self._about is not None:
            self.quoted.append(_passage(self._about, _tidy("".join(self.pieces))))
            self._about, self.pieces = None, self._held
        elif tag in _BREAKS and tag != "br":
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent and not self._caption:
            self.pieces.append(re.sub(r"\s+", " ", data))


def _passage(about: dict[str, str], text: str) -> Quoted:
    try:
        evidence = json.loads(about.get("data-evidence") or "[]")
    except ValueError:
        evidence = []
    told = {name.removeprefix("data-"): value for name, value in about.items()}
    words = (clean(one) for one in evidence if isinstance(one, str))
    return quoted_of(told, text, told.get("kind") == "digest", words)
