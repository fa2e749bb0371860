"""Moodle XML, the fullest form in which a learning platform takes questions."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from quizapp.exchange import html_text, moodle_answers
from quizapp.exchange.gift import category_in
from quizapp.exchange.item import GAP, About, Answer, Item, Loss, Read, Shape
from quizapp.exchange.moodle_answers import option_share, per_cent, share
from quizapp.exchange.xml import add, add_each, document, inside, parse
from quizapp.text import clean

_TYPES = {
    "words": "shortanswer",
    "number": "numerical",
    "choice": "multichoice",
    "multiple": "multichoice",
    "boolean": "truefalse",
    "match": "matching",
    "gaps": "cloze",
    "essay": "essay",
}
_OVERALL = ("correct", "partiallycorrect", "incorrect")
_USUAL = re.compile(r"Your answer is (?:(?:partially )?correct|incorrect)\.")
"""What Moodle says to any answer, if its author says nothing else."""


# Writing


def write(about: About, items: tuple[Item, ...]) -> bytes:
    """The items as Moodle XML, with the bank's title as their category."""
    quiz = Element("quiz")
    category = add(quiz, "question", type="category")
    _text(category, "category", f"$course$/{about.title.replace('/', '//')}")
    for item in items:
        _question(quiz, item)
    return document(quiz)


def _text(parent: Element, name: str, text: str, form: str = "") -> Element:
    element = add(parent, name, **({"format": form} if form else {}))
    add(element, "text", text)
    return element


def _question(quiz: Element, item: Item) -> None:
    question = add(quiz, "question", type=_TYPES[item.shape])
    prompt = html_text.escaped(item.prompt)
    if item.shape == "gaps":
        pieces = item.prompt.split(GAP)
        prompt = "".join(
            html_text.escaped(piece)
            + (moodle_answers.gap(item.gaps[n]) if n < len(item.gaps) else "")
            for n, piece in enumerate(pieces)
        )
    _text(question, "name", item.id)
    _text(question, "questiontext", prompt, "html")
    _text(question, "generalfeedback", html_text.feedback(item.explanation, item.quoted), "html")
    add_each(question, defaultgrade=f"{item.weight:g}", penalty="0.3333333", hidden="0")
    add(question, "idnumber", item.id)
    _answers(question, item)
    if item.hint:
        _text(question, "hint", html_text.escaped(item.hint), "html")
    if item.tags:
        tags = add(question, "tags")
        for tag in item.tags:
            _text(tags, "tag", tag)


def _answers(question: Element, item: Item) -> None:
    match item.shape:
        case "words":
            add(question, "usecase", "0")
            for one in item.answers:
                _answer(question, one, one.text.replace("*", "\\*"))
        case "number":
            _figures(question, item)
        case "choice" | "multiple":
            _options(question, item)
        case "boolean":
            for one in item.answers:
                _answer(question, one, one.text)
        case "match":
            _sides(question, item)
        case "essay":
            add_each(question, responseformat="editor", responserequired="1")
            model = "\n".join(one.text for one in item.answers)
            _text(question, "graderinfo", html_text.escaped(model), "html")
        case _:
            pass


def _figures(question: Element, item: Item) -> None:
    for one in item.answers:
        answer = _answer(question, one, one.text)
        slack = item.tolerance if one.share == 1 else 0
        add(answer, "tolerance", f"{slack:g}")
    if item.unit:
        add_each(add(question, "units/unit"), multiplier="1", unit_name=item.unit)
        add_each(question, unitgradingtype="0", showunits="3")


def _options(question: Element, item: Item) -> None:
    single, shuffle = str(item.shape == "choice").lower(), str(item.shuffle).lower()
    add_each(question, single=single, shuffleanswers=shuffle, answernumbering="abc")
    for one in item.answers:
        earned = one._replace(share=option_share(one, item))
        _answer(question, earned, html_text.escaped(one.text), "html")


def _sides(question: Element, item: Item) -> None:
    add(question, "shuffleanswers", str(item.shuffle).lower())
    for left, right_side in [*item.pairs, *(("", words) for words in item.extra)]:
        pair = _text(question, "subquestion", html_text.escaped(left), "html")
        _text(pair, "answer", right_side)


def _answer(question: Element, answer: Answer, text: str, form: str = "plain_text") -> Element:
    element = _text(question, "answer", text, form)
    element.set("fraction", per_cent(answer.share))
    _text(element, "feedback", html_text.escaped(answer.feedback), "html")
    return element


# Reading


def read(data: bytes) -> Read:
    """The questions of a Moodle XML file. Raises Refused if it is none."""
    root = parse(data)
    title, items, losses = "", [], []
    for number, question in enumerate(root.iter("question"), 1):
        kind = question.get("type", "")
        if kind == "category":
            title = title or category_in(inside(question, "category/text"))
            continue
        lost: list[str] = []
        item = _item(question, kind, number, lost)
        name = item.id if item else inside(question, "name/text")[:50] or f"question {number}"
        if item is not None:
            items.append(item)
        losses += [Loss(clean(name), what) for what in dict.fromkeys(lost)]
    return Read(title, tuple(items), tuple(losses))


def _rich(element: Element | None, lost: list[str]) -> html_text.Rich:
    """The text of an element with its format; a picture in it is named as lost."""
    text = inside(element, "text")
    if element is not None and element.get("format") in ("plain_text", "markdown"):
        return html_text.Rich(clean(text).strip())
    return html_text.read(text, lost)


def _item(question: Element, kind: str, number: int, lost: list[str]) -> Item | None:
    prompt = _rich(question.find("questiontext"), lost).text
    general = _rich(question.find("generalfeedback"), lost)
    hints = [_rich(hint, lost).text for hint in question.findall("hint")]
    if sum(map(bool, hints)) > 1:
        lost.append("a hint after the first")
    lost += _ignored(question)
    shaped = _shaped(question, kind, prompt, lost)
    if shaped is None:
        return None
    tags = tuple(clean(inside(tag, "text")) for tag in question.findall("tags/tag"))
    name = inside(question, "idnumber") or inside(question, "name/text")
    weight = inside(question, "defaultgrade") or "1"
    return shaped._replace(
        id=clean(name).strip() or f"question-{number}",
        hint=next(filter(None, hints), ""),
        explanation=general.text,
        quoted=general.quoted,
        tags=tuple(filter(None, tags)),
        weight=_number(weight, 1.0),
    )


def _ignored(question: Element) -> Iterable[str]:
    if question.findall(".//file"):
        yield "its attached files"
    if question.find("image") is not None and inside(question, "image"):
        yield "an image"
    said = (inside(question, f"{name}feedback/text") for name in _OVERALL)
    if any(text and not _USUAL.fullmatch(html_text.read(text).text) for text in said):
        yield "feedback on the answer as a whole"
    if inside(question, "usecase") == "1":
        yield "that capitals count"


def _number(text: str, default: float) -> float:
    try:
        found = float(text)
    except ValueError:
        return default
    return found if 0 < found < 1e6 else default


def _shaped(question: Element, kind: str, prompt: str, lost: list[str]) -> Item | None:
    """The question by its type, without what all types share; None, with the reason, if unknown."""
    match kind:
        case "shortanswer":
            return _words(question, prompt, lost)
        case "numerical":
            slack = next((inside(one, "tolerance") for one in question.findall("answer")), "0")
            unit = inside(question, "units/unit/unit_name")
            answers = tuple(one for one in _given(question, lost) if one.text != "*")
            tolerance = _number(slack, 0.0)
            return Item("", "number", prompt, answers, tolerance=tolerance, unit=unit)
        case "multichoice" | "multichoiceset":
            return _choices(question, kind, prompt, lost)
        case "truefalse":
            answers = tuple(one._replace(text=one.text.lower()) for one in _given(question, lost))
            return Item("", "boolean", prompt, tuple(sorted(answers, key=lambda a: -a.share)))
        case "matching" | "ddmatch":
            return _pairs(question, prompt, lost)
        case "cloze" | "multianswer":
            return moodle_answers.gaps_in(prompt, lost)
        case "essay":
            model = _rich(question.find("graderinfo"), lost).text
            return Item("", "essay", prompt, (Answer(model),) if model else ())
        case "description":
            lost.append("left out: it is a description, without a question")
        case _:
            lost.append(f"left out: it is of type {clean(kind)[:30]!r}")
    return None


def _words(question: Element, prompt: str, lost: list[str]) -> Item:
    answers = [
        one._replace(text=re.sub(r"\\\*", "\0", one.text))
        for one in _given(question, lost, plain=True)
    ]
    if any("*" in one.text for one in answers):
        lost.append("a star that stands for any words")
    exact = (one._replace(text=one.text.replace("*", "").replace("\0", "*")) for one in answers)
    return Item("", "words", prompt, tuple(one for one in exact if one.text.strip()))


def _choices(question: Element, kind: str, prompt: str, lost: list[str]) -> Item:
    single = inside(question, "single", "true") in ("true", "1") and kind == "multichoice"
    shuffle = inside(question, "shuffleanswers", "true") in ("true", "1")
    answers = _given(question, lost)
    best = max((one.share for one in answers), default=0.0)
    if single and best > 0:
        answers = [one._replace(share=round(one.share / best, 5)) for one in answers]
    elif not single:
        answers = [one._replace(share=float(one.share > 0)) for one in answers]
    shape: Shape = "choice" if single else "multiple"
    return Item("", shape, prompt, tuple(answers), shuffle=shuffle)


def _given(question: Element, lost: list[str], plain: bool = False) -> list[Answer]:
    """The answers, which are `plain` text where they are to be typed."""
    return [
        Answer(
            clean(inside(answer, "text")) if plain else _rich(answer, lost).text,
            share(answer.get("fraction", "0")),
            _rich(answer.find("feedback"), lost).text,
        )
        for answer in question.findall("answer")
    ]


def _pairs(question: Element, prompt: str, lost: list[str]) -> Item:
    sides = [
        (_rich(pair, lost).text, html_text.read(inside(pair, "answer/text")).text)
        for pair in question.findall("subquestion")
    ]
    extra = tuple(right for left, right in sides if not left and right)
    shuffle = inside(question, "shuffleanswers", "true") in ("true", "1")
    pairs = tuple(one for one in sides if one[0])
    return Item("", "match", prompt, pairs=pairs, extra=extra, shuffle=shuffle)
