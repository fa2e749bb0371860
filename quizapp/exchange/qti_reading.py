"""Reading QTI, as an archive or a single file: version 1.2 here, 2.1 by `assessment_item`."""

import re
from xml.etree.ElementTree import Element

from quizapp.exchange import archive, assessment_item, html_text
from quizapp.exchange.item import GAP, Answer, Item, Loss, Read, of_options
from quizapp.exchange.xml import inside, parse
from quizapp.files import Refused
from quizapp.text import clean

ID_FIELD = "quizapp_id"
"""Our own id among an item's fields: its identifier must be unlike those of other banks."""
_PLACE = re.compile(r"\[([^\[\]\n]{1,40})\]")


def read(data: bytes) -> Read:
    """The questions of QTI, in an archive or alone. Raises Refused if there are none."""
    files = archive.unpacked(data) if data.startswith(b"PK") else {"file.xml": data}
    title = ""
    items: list[Item] = []
    losses: list[Loss] = []
    for name, content in files.items():
        if not name.lower().endswith((".xml", ".qti")) or name.endswith(
            ("imsmanifest.xml", "assessment_meta.xml")
        ):
            continue
        root = parse(content)
        if root.tag == "assessmentTest":
            title = title or clean(root.get("title", ""))
        asked = [root] if root.tag == "assessmentItem" else list(root.iter("item"))
        reader = assessment_item.item if root.tag == "assessmentItem" else _item
        for number, element in enumerate(asked, len(items) + 1):
            lost: list[str] = []
            item = reader(element, number, lost)
            shown = item.id if item else clean(element.get("title") or f"question {number}")
            if item is not None:
                items.append(item)
            losses += [Loss(shown, what) for what in dict.fromkeys(lost)]
        assessment = root if root.tag == "assessment" else root.find(".//assessment")
        title = title or clean(assessment.get("title", "") if assessment is not None else "")
    if not items and not losses:
        raise Refused("no-question", "it has no question in QTI", "export a quiz as QTI")
    pictures = sum(not name.lower().endswith((".xml", ".qti", ".xsd", "/")) for name in files)
    if pictures:
        losses.append(Loss("", f"{pictures} attached files"))
    return Read(title, tuple(items), tuple(losses))


def _item(element: Element, number: int, lost: list[str]) -> Item | None:
    """The question of an element; None, with the reason in `lost`, if it is none."""
    fields = {
        inside(field, "fieldlabel"): inside(field, "fieldentry")
        for field in element.iter("qtimetadatafield")
    }
    kind = fields.get("question_type", "")
    presentation = element.find("presentation")
    if presentation is None or kind == "text_only_question":
        lost.append("left out: it is a text, without a question")
        return None
    flow = presentation.find("flow")
    told = {fb.get("ident", ""): _material(fb, lost) for fb in element.iter("itemfeedback")}
    prompt = _material(flow if flow is not None else presentation, lost)
    known = ("general_fb", "correct_fb", "general", "Correct", "correct")
    general = next((told[name] for name in known if name in told), html_text.Rich(""))
    shaped = _shaped(element, presentation, kind, prompt.text, told, lost)
    if shaped is None:
        return None
    points = fields.get("points_possible", "1")
    weight = float(points) if re.fullmatch(r"\d{1,4}(\.\d+)?", points) and float(points) else 1.0
    name = clean(fields.get(ID_FIELD) or element.get("ident") or f"question-{number}")
    return html_text.completed(shaped, name, general)._replace(weight=weight)


def _material(element: Element, lost: list[str]) -> html_text.Rich:
    """The text of an element's own material, whatever stands round it."""
    texts = []
    for child in element:
        if child.tag == "material":
            texts += ["".join(one.itertext()) for one in child.iter("mattext")]
            lost += ["an image" for _ in child.iter("matimage")]
        elif child.tag in ("flow", "flow_mat"):
            found = _material(child, lost)
            texts.append(html_text.escaped(found.text))
            if found.quoted:
                return found
    return html_text.read("\n".join(texts), lost)


def _scores(element: Element) -> list[tuple[float, Element]]:
    """The conditions that earn a score, with it, as a share of the greatest."""
    found = []
    for condition in element.iter("respcondition"):
        for variable in condition.findall("setvar"):
            try:
                value = float(variable.text or 0)
            except ValueError:
                continue
            variables = condition.find("conditionvar")
            if value > 0 and variables is not None:
                found.append((value, variables))
    most = max((value for value, _ in found), default=1.0)
    return [(value / most, variables) for value, variables in found]


def _equal(variables: Element, name: str = "") -> list[str]:
    """The values that a condition asks for, those it denies left out."""
    denied = {id(one) for no in variables.iter("not") for one in no.iter("varequal")}
    return [
        (one.text or "").strip()
        for one in variables.iter("varequal")
        if id(one) not in denied and (not name or one.get("respident") == name)
    ]


def _shaped(
    element: Element, presentation: Element, kind: str, prompt: str,
    told: dict[str, html_text.Rich], lost: list[str],
) -> Item | None:  # fmt: skip
    lists = list(presentation.iter("response_lid"))
    scores = _scores(element)
    if kind in ("calculated_question", "file_upload_question", "hotspot_question") or not (
        lists or list(presentation.iter("response_str")) or list(presentation.iter("response_num"))
    ):
        lost.append(f"left out: it is of type {clean(kind)[:40]!r}")
        return None
    if len(lists) > 1 or kind in ("matching_question", "fill_in_multiple_blanks_question",
                                  "multiple_dropdowns_question"):  # fmt: skip
        return _several(lists, scores, kind, prompt, lost)
    if lists:
        return _options(lists[0], scores, kind, prompt, told, lost)
    if kind == "numerical_question" or any(list(one.iter("vargte")) for _, one in scores):
        return _figure(scores, prompt, lost)
    words = [(word, share) for share, one in scores for word in _equal(one) if word]
    answers = tuple(Answer(clean(word), share) for word, share in dict(words).items())
    if not answers or kind == "essay_question":
        return Item("", "essay", prompt)
    return Item("", "words", prompt, answers)


def _texts(response: Element, lost: list[str]) -> dict[str, str]:
    """The text of each label of a list, by its identifier."""
    return {
        label.get("ident", ""): _material(label, lost).text
        for label in response.iter("response_label")
    }


def _options(
    response: Element, scores: list[tuple[float, Element]], kind: str, prompt: str,
    told: dict[str, html_text.Rich], lost: list[str],
) -> Item:  # fmt: skip
    texts = _texts(response, lost)
    shares: dict[str, float] = {}
    for share, variables in scores:
        for name in _equal(variables):
            shares.setdefault(name, share)
    answers = tuple(
        Answer(text, shares.get(name, 0.0), told.get(f"{name}_fb", html_text.Rich("")).text)
        for name, text in texts.items()
    )
    cardinality = response.get("rcardinality", "").lower()
    render = response.find("render_choice")
    shuffle = render is None or render.get("shuffle", "Yes").lower() != "no"
    several = cardinality == "multiple" or kind.startswith("multiple_a")
    return of_options(prompt, answers, several, shuffle)


def _several(
    lists: list[Element], scores: list[tuple[float, Element]], kind: str, prompt: str,
    lost: list[str],
) -> Item | None:  # fmt: skip
    """Pairs, or gaps named in brackets in the prompt."""
    found: dict[str, list[str]] = {}
    every: list[str] = []
    for response in lists:
        name = response.get("ident", "")
        texts = _texts(response, lost)
        every += texts.values()
        right = (value for _, variables in scores for value in _equal(variables, name))
        found[name] = [texts[value] for value in dict.fromkeys(right) if value in texts]
    if kind.startswith(("fill_in", "multiple_dropdowns")):
        if kind.startswith("multiple_d"):
            lost.append("the options of a gap, where one is to be chosen")
        names = [name for name in _PLACE.findall(prompt) if f"response_{name}" in found]
        gaps = tuple(tuple(map(Answer, found[f"response_{name}"])) for name in names)
        for name in names:
            prompt = prompt.replace(f"[{name}]", GAP, 1)
        return Item("", "gaps", prompt, gaps=gaps) if gaps else None
    sides = [(_material(one, lost).text, found[one.get("ident", "")]) for one in lists]
    pairs = tuple((left, right[0]) for left, right in sides if right)
    rights = {one for _, right in sides for one in right}
    extra = tuple(one for one in dict.fromkeys(every) if one not in rights)
    return Item("", "match", prompt, pairs=pairs, extra=extra)


def _figure(scores: list[tuple[float, Element]], prompt: str, lost: list[str]) -> Item | None:
    for _, variables in scores:
        bounds = [
            next((one.text or "" for one in variables.iter(name)), "")
            for name in ("varequal", "vargte", "varlte")
        ]
        try:
            low, high = (float(bounds[1] or bounds[0]), float(bounds[2] or bounds[0]))
        except ValueError:
            continue
        value = bounds[0].strip() or f"{(low + high) / 2:.12g}"
        slack = round((high - low) / 2, 10)
        return Item("", "number", prompt, (Answer(value),), tolerance=slack)
    lost.append("left out: its figure cannot be read")
    return None
