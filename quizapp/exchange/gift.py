"""GIFT, Moodle's text format: written with every sign escaped, read liberally."""

import re
from collections.abc import Iterator

from quizapp.exchange import html_text
from quizapp.exchange.item import GAP, About, Answer, Item, Loss, Read
from quizapp.exchange.moodle_answers import option_share, per_cent, share
from quizapp.text import clean

_SPECIAL = re.compile(r"([\\~=#{}:])")
_COMMENT = re.compile(r"\[(id|tag):((?:[^\]\\]|\\.)*)\]")
_FORMAT = re.compile(r"^\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_WEIGHT = re.compile(r"^\s*%(-?[\d.,]+)%")
_SIGN = re.compile(r"(?<!\\)((?:\\\\)*)([~=])")
_TRUTH = re.compile(r"^(true|t|false|f)\s*(?:#|$)", re.IGNORECASE)
_CATEGORY = re.compile(r"^\s*\$CATEGORY\s*:\s*(.+)$", re.IGNORECASE)


# Writing


def write(about: About, items: tuple[Item, ...]) -> str:
    """The items as a GIFT file. A question of several gaps has no form in it, and is left out."""
    category = " ".join(about.title.replace("/", "//").split())
    blocks = [f"$CATEGORY: {category}"] if category else []
    return "\n\n".join([*blocks, *filter(None, map(_block, items))]) + "\n"


def _block(item: Item) -> str:
    body = _answers(item)
    if body is None:
        return ""
    known = "".join(f" [tag:{_in_comment(tag)}]" for tag in item.tags)
    general = html_text.told_after(item)
    end = f"\n\t####{_escape(general)}" if general else ""
    before, after = item.prompt, ""
    if item.shape == "gaps":
        before, _, after = item.prompt.partition(GAP)
    lines = f"// [id:{item.id}]{known}\n::{_escape(item.id)}::[html]{_html(before)}" + "{"
    return f"{lines}{body}{end}\n" + "}" + _html(after)


def _in_comment(text: str) -> str:
    return " ".join(text.replace("\\", "\\\\").replace("]", "\\]").split())


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text).replace("\n", "\\n")


def _html(text: str) -> str:
    return _escape(html_text.escaped(text))


def _arrowless(text: str) -> str:
    """A text in which no arrow makes a pair."""
    return text.replace("->", "→")


def _answers(item: Item) -> str | None:
    """What stands between the braces; None where GIFT has no form for it."""
    match item.shape:
        case "essay":
            return ""
        case "boolean":
            wrong = next((one.feedback for one in item.answers if one.share < 1), "")
            return item.right[0].upper() + (f"#{_html(wrong)}" if wrong else "")
        case "match":
            pairs = [*item.pairs, *(("", words) for words in item.extra)]
            return "".join(f"\n\t={_html(_arrowless(left))} -> {_escape(_arrowless(right))}"
                           for left, right in pairs)  # fmt: skip
        case "number":
            return "#" + "".join(
                _answer(one, f"{one.text}:{item.tolerance if one.share == 1 else 0:g}")
                for one in item.answers
            )
        case "words" | "gaps":
            if len(item.gaps) > 1:
                return None
            # A star would stand for anything.
            return "".join(
                _answer(one, _escape(_arrowless(one.text.replace("*", "\\*"))))
                for one in item.answers or item.gaps[0]
            )
    return "".join(
        _answer(
            one._replace(share=option_share(one, item)),
            _html(one.text),
            "=" if one.share == 1 and item.shape == "choice" else "~",
        )
        for one in item.answers
    )


def _answer(answer: Answer, text: str, sign: str = "=") -> str:
    """An answer on a line of its own: by its sign right (`=`) or wrong (`~`), or for a share."""
    weight = "" if answer.share == (sign == "=") else f"%{per_cent(answer.share)}%"
    note = f"#{_html(answer.feedback)}" if answer.feedback else ""
    return f"\n\t{sign}{weight}{text}{note}"


# Reading


def read(text: str) -> Read:
    """The questions of a GIFT file, whatever it leaves unescaped."""
    title, items, losses = "", [], []
    for number, block in enumerate(_blocks(text), 1):
        lines = block.split("\n")
        named = [category[1] for line in lines if (category := _CATEGORY.match(line))]
        title = title or next(map(category_in, named), "")
        body = "\n".join(line for line in lines if not _CATEGORY.match(line))
        if not _bare(body):
            continue
        item, lost = _item(body, number)
        if item is not None:
            items.append(item)
        name = item.id if item else " ".join(clean(_bare(body)).split())[:50]
        losses += [Loss(name, what) for what in lost]
    return Read(title, tuple(items), tuple(losses))


def category_in(path: str) -> str:
    """The last name in a path of categories."""
    parts = [part for part in re.split(r"(?<!/)/(?!/)", path.strip()) if part and part[0] != "$"]
    return clean(parts[-1].replace("//", "/")).strip() if parts else ""


def _bare(block: str) -> str:
    lines = (line for line in block.split("\n") if not line.lstrip().startswith("//"))
    return "\n".join(lines).strip()


def _blocks(text: str) -> Iterator[str]:
    """The questions: blank lines part them, but not in braces, nor is one needed before a name."""
    held: list[str] = []
    depth = 0
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        comment = line.lstrip().startswith("//")
        fresh = (
            depth <= 0
            and _bare("\n".join(held))
            and (line.lstrip().startswith(("::", "$CATEGORY")) or (comment and "[id:" in line))
        )
        if (not line.strip() and depth <= 0) or fresh:
            if held:
                yield "\n".join(held)
            held, depth = [], 0
        if line.strip():
            held.append(line)
            if not comment:
                depth += len(re.findall(r"(?<!\\)\{", line)) - len(re.findall(r"(?<!\\)\}", line))
        if depth > 0 and line.lstrip().startswith("::") and len(held) > 1:
            # A brace that was never closed ends with its question.
            *before, last = held
            if re.search(r"(?<!\\)\{", "\n".join(before)):
                yield "\n".join(before)
                held, depth = [last], max(0, last.count("{") - last.count("}"))
    if held:
        yield "\n".join(held)


def _unescape(text: str) -> str:
    return re.sub(
        r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1] if m[1] in "\\~=#{}:" else m[0], text
    )


def _item(block: str, number: int) -> tuple[Item | None, list[str]]:
    """The question of a block, and what of it cannot be taken over."""
    marks = [mark for line in block.split("\n") if line.lstrip().startswith("//")
             for mark in _COMMENT.findall(line)]  # fmt: skip
    name = next((value for key, value in marks if key == "id"), "")
    tags = tuple(re.sub(r"\\(.)", r"\1", value) for key, value in marks if key == "tag")
    body = _bare(block)
    titled = re.match(r"::((?:[^\\:]|\\.|:(?!:))*)::", body, re.DOTALL)
    if titled:
        name, body = name or _unescape(titled[1]).strip(), body[titled.end() :].strip()
    form = _FORMAT.match(body)
    body = body[form.end() :] if form else body
    start = re.search(r"(?<!\\)\{", body)
    ends = [mark.start() for mark in re.finditer(r"(?<!\\)\}", body)]
    if start is None:
        return None, ["left out: it is a description, without a question"]
    end = next((at for at in reversed(ends) if at > start.start()), None)
    if end is None:
        return None, ["left out: its brace is not closed"]
    lost: list[str] = []
    before, after = (_text(one, lost) for one in (body[: start.start()], body[end + 1 :]))
    inside, _, general = _parted(body[start.end() : end], "####")
    told = html_text.read(_marked(general), lost)
    shaped = _shaped(inside.strip(), lost)
    if shaped is None:
        return None, [*lost, "left out: its answers have no sign = or ~ before them"]
    shaped = _with_gap(shaped, before, after) if after else shaped._replace(prompt=before)
    name = name if name or shaped.prompt else f"question-{number}"
    return html_text.completed(shaped, name, told)._replace(tags=tags), lost


def _with_gap(shaped: Item, before: str, after: str) -> Item:
    """A question with words behind its answer: a gap, or where options fill it, a blank."""
    joint = "" if after[:1] in ".,;:!?)’'\"”" else " "
    prompt = f"{before} {GAP}{joint}{after}".strip()
    if shaped.shape == "words":
        return shaped._replace(shape="gaps", prompt=prompt, gaps=(shaped.answers,), answers=())
    return shaped._replace(prompt=prompt)


def _parted(text: str, sign: str) -> tuple[str, str, str]:
    """The text before and after the first `sign` that is not escaped."""
    mark = re.search(rf"(?<!\\){re.escape(sign)}", text)
    return (text[: mark.start()], sign, text[mark.end() :]) if mark else (text, "", "")


def _marked(text: str) -> str:
    """Unescaped, without the mark of a format before it."""
    form = _FORMAT.match(text)
    return _unescape(text[form.end() :] if form else text).strip()


def _text(text: str, lost: list[str]) -> str:
    return html_text.read(_marked(text), lost).text


def _shaped(inside: str, lost: list[str]) -> Item | None:
    """The answers between the braces, without prompt and id; None where they have no form."""
    if not inside:
        return Item("", "essay", "")
    if inside.startswith("#"):
        return _numbers(inside[1:].strip(), lost)
    if truth := _TRUTH.match(inside):
        value = truth[1][0].lower() == "t"
        notes = [_text(one, lost) for one in re.split(r"(?<!\\)#", inside)[1:]]
        wrong = notes[0] if notes else ""
        right = notes[1] if len(notes) > 1 else ""
        names = ("true", "false") if value else ("false", "true")
        return Item("", "boolean", "", (Answer(names[0], 1.0, right), Answer(names[1], 0.0, wrong)))
    pieces = _pieces(inside)
    if not pieces:
        return None
    if all(sign == "=" and re.search(r"(?<!\\)->", piece) for sign, piece in pieces):
        sides = [re.split(r"(?<!\\)->", piece, maxsplit=1) for _, piece in pieces]
        pairs = [(_text(left, lost), _text(right, lost)) for left, right in sides]
        extra = tuple(right for left, right in pairs if not left)
        return Item("", "match", "", pairs=tuple(one for one in pairs if one[0]), extra=extra)
    plain = all(sign == "=" for sign, _ in pieces)
    answers = tuple(_read_answer(sign, piece, lost, plain) for sign, piece in pieces)
    if plain:
        return Item("", "words", "", answers)
    if any(one.share == 1 for one in answers):
        return Item("", "choice", "", answers)
    if sum(one.share > 0 for one in answers) > 1:
        return Item("", "multiple", "", answers)
    best = max(one.share for one in answers)
    alone = tuple(one._replace(share=float(one.share == best > 0)) for one in answers)
    return Item("", "choice", "", alone)


def _pieces(text: str) -> list[tuple[str, str]]:
    marks = list(_SIGN.finditer(text))
    ends = [*(mark.start(2) for mark in marks[1:]), len(text)] if marks else []
    return [
        (mark[2], text[mark.end() : end].strip()) for mark, end in zip(marks, ends, strict=True)
    ]


def _read_answer(sign: str, piece: str, lost: list[str], plain: bool = False) -> Answer:
    """An answer with its share and feedback; one to be typed is `plain`, with escaped stars."""
    weight = _WEIGHT.match(piece)
    words, _, note = _parted(piece[weight.end() :] if weight else piece, "#")
    earned = share(weight[1]) if weight else float(sign == "=")
    text = clean(_marked(words)).replace("\\*", "*") if plain else _text(words, lost)
    return Answer(text, earned, _text(note, lost))


def _numbers(inside: str, lost: list[str]) -> Item | None:
    """Figures with their tolerance (`24:1`) or bounds (`23..25`)."""
    pieces = _pieces(inside if inside.startswith(("=", "~")) else f"={inside}")
    answers: list[Answer] = []
    tolerance = 0.0
    for sign, piece in pieces:
        answer = _read_answer(sign, piece, lost)
        value, _, slack = answer.text.partition(":")
        low, bounds, high = value.partition("..")
        try:
            if bounds:
                value = f"{(float(low) + float(high)) / 2:g}"
                slack = f"{abs(float(high) - float(low)) / 2:g}"
            float(value.replace(",", "."))
            if answer.share == 1:
                tolerance = float(slack.strip() or 0)
        except ValueError:
            if answer.text.strip() not in ("", "*"):
                lost.append(f"the figure {answer.text[:30]!r} cannot be read")
            continue
        answers.append(answer._replace(text=value.strip()))
    return Item("", "number", "", tuple(answers), tolerance=tolerance) if answers else None
