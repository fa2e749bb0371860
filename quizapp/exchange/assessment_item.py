"""One item of QTI 2.1 as a question, and a question as an item of QTI 2.1."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, fromstring, tostring

from quizapp.exchange import html_text
from quizapp.exchange.item import GAP, Answer, Item, Shape, of_options
from quizapp.exchange.xml import add
from quizapp.text import clean

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_MATCHED = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"
_MAPPED = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"


# Writing


def written(item: Item, name: str) -> Element:
    """The item as an assessment item with this identifier."""
    root = Element(
        "assessmentItem", xmlns=NAMESPACE, identifier=name, title=item.id,
        adaptive="false", timeDependent="false",
    )  # fmt: skip
    body = Element("itemBody")
    _INTERACTIONS.get(item.shape, _blanks)(root, body, item)
    score = {"identifier": "SCORE", "cardinality": "single", "baseType": "float"}
    add(add(root, "outcomeDeclaration", **score), "defaultValue/value", "0")
    told = html_text.told_after(item)
    for outcome, used in (("GENERAL", told), ("FEEDBACK", _noted(item))):
        if used:
            several = outcome == "FEEDBACK" and item.shape == "multiple"
            declared = add(root, "outcomeDeclaration", identifier=outcome, baseType="identifier")
            declared.set("cardinality", "multiple" if several else "single")
    root.append(body)
    if item.shape != "essay":
        _processing(root, item)
    if told:
        feedback = add(root, "modalFeedback", outcomeIdentifier="GENERAL", identifier="none")
        feedback.set("showHide", "hide")
        # Hidden from whom the outcome is "none", and it never is: shown to all.
        _fill(feedback, told)
    return root


def _noted(item: Item) -> bool:
    """Whether options have feedback of their own."""
    optioned = item.shape in ("choice", "multiple", "boolean")
    return optioned and any(one.feedback for one in item.answers)


def _processing(root: Element, item: Item) -> None:
    """How the score is made of the responses, and which feedback on options is shown."""
    declared = root.findall("responseDeclaration")
    mapped = root.find(".//mapping") is not None
    if len(declared) == 1 and not _noted(item):
        add(root, "responseProcessing", template=_MAPPED if mapped else _MATCHED)
        return
    processing = add(root, "responseProcessing")
    if mapped:
        score = add(processing, "setOutcomeValue", identifier="SCORE")
        total = add(score, "sum")
        for one in declared:
            add(total, "mapResponse", identifier=one.get("identifier", ""))
    else:
        condition = add(processing, "responseCondition")
        matched = add(condition, "responseIf")
        match = add(matched, "match")
        add(match, "variable", identifier="RESPONSE")
        add(match, "correct", identifier="RESPONSE")
        score = add(matched, "setOutcomeValue", identifier="SCORE")
        add(score, "baseValue", "1", baseType="float")
    if _noted(item):
        shown = add(processing, "setOutcomeValue", identifier="FEEDBACK")
        add(shown, "variable", identifier="RESPONSE")


def _fill(parent: Element, text: str) -> None:
    """Put HTML of our own making into an element."""
    inner = fromstring(f"<div>{text.replace('<br>', '<br/>')}</div>")
    parent.append(inner)


def _declare(root: Element, name: str, kind: str, several: bool, right: list[str]) -> Element:
    declared = add(root, "responseDeclaration", identifier=name, baseType=kind)
    declared.set("cardinality", "multiple" if several else "single")
    if right:
        correct = add(declared, "correctResponse")
        for one in right:
            add(correct, "value", one)
    return declared


def _map(declared: Element, shares: Mapping[str, float], **more: str) -> None:
    """Say what each answer earns that earns anything."""
    mapping = add(declared, "mapping", defaultValue="0")
    for key, share in shares.items():
        if share > 0:
            add(mapping, "mapEntry", mapKey=key, **more, mappedValue=f"{share:g}")


def _interaction(body: Element, tag: str, item: Item, **attributes: str) -> Element:
    """A way to answer, with the prompt in it."""
    interaction = add(body, tag, responseIdentifier="RESPONSE", **attributes)
    _fill(add(interaction, "prompt"), html_text.escaped(item.prompt))
    return interaction


def _choices(root: Element, body: Element, item: Item) -> None:
    answers = item.offered
    names = {one.text: f"a{place}" for place, one in enumerate(answers, 1)}
    several = item.shape == "multiple"
    right = [names[one.text] for one in answers if one.share >= (0.001 if several else 0.999)]
    declared = _declare(root, "RESPONSE", "identifier", several, right)
    if not several and any(0 < one.share < 1 for one in answers):
        _map(declared, {names[one.text]: one.share for one in answers})
    most = "0" if several else "1"
    shuffle = str(item.shuffle).lower()
    interaction = _interaction(body, "choiceInteraction", item, maxChoices=most, shuffle=shuffle)
    for one in answers:
        choice = add(interaction, "simpleChoice", one.text, identifier=names[one.text])
        if one.feedback:
            shown = {"outcomeIdentifier": "FEEDBACK", "showHide": "show"}
            add(choice, "feedbackInline", one.feedback, **shown, identifier=names[one.text])


def _blanks(root: Element, body: Element, item: Item) -> None:
    gaps = item.gaps or (item.answers,)
    pieces = item.prompt.split(GAP) if item.shape == "gaps" else [item.prompt, ""]
    paragraph = add(body, "p")
    _append(paragraph, pieces[0])
    for place, (gap, after) in enumerate(zip(gaps, pieces[1:], strict=True), 1):
        name = "RESPONSE" if len(gaps) == 1 else f"RESPONSE{place}"
        right = [one.text for one in gap if one.share == 1]
        kind = "float" if item.shape == "number" else "string"
        declared = _declare(root, name, kind, False, right[:1])
        if item.shape != "number":
            _map(declared, {one.text: one.share for one in gap}, caseSensitive="false")
        add(paragraph, "textEntryInteraction", responseIdentifier=name, expectedLength="20")
        _append(paragraph, after)


def _append(paragraph: Element, text: str) -> None:
    """Text behind what an element has; line ends as breaks."""
    for number, line in enumerate(text.split("\n")):
        if number:
            add(paragraph, "br")
        if len(paragraph):
            paragraph[-1].tail = (paragraph[-1].tail or "") + line
        else:
            paragraph.text = (paragraph.text or "") + line


def _pairs(root: Element, body: Element, item: Item) -> None:
    rights = [*dict.fromkeys(right for _, right in item.pairs), *item.extra]
    names = {right: f"r{place}" for place, right in enumerate(rights, 1)}
    right = [f"l{place} {names[side]}" for place, (_, side) in enumerate(item.pairs, 1)]
    declared = _declare(root, "RESPONSE", "directedPair", True, right)
    _map(declared, dict.fromkeys(right, 1 / len(right)))
    most, shuffle = str(len(right)), str(item.shuffle).lower()
    interaction = _interaction(
        body, "matchInteraction", item, shuffle=shuffle, maxAssociations=most
    )
    for prefix, side in (("l", [left for left, _ in item.pairs]), ("r", rights)):
        group = add(interaction, "simpleMatchSet")
        for place, text in enumerate(side, 1):
            choice = add(group, "simpleAssociableChoice", text, identifier=f"{prefix}{place}")
            choice.set("matchMax", "1" if prefix == "l" else most)


def _essay(root: Element, body: Element, item: Item) -> None:
    _declare(root, "RESPONSE", "string", False, [])
    _interaction(body, "extendedTextInteraction", item)


_INTERACTIONS = {
    "choice": _choices,
    "multiple": _choices,
    "boolean": _choices,
    "match": _pairs,
    "essay": _essay,
}


# Reading


def item(root: Element, number: int, lost: list[str]) -> Item | None:
    """The question of an assessment item; None, with the reason in `lost`, if it is none."""
    body = root.find("itemBody")
    if body is None:
        lost.append("left out: it has no body")
        return None
    told = [_rich(one, lost) for one in root.findall("modalFeedback")]
    if len(told) > 1:
        lost.append("feedback after the first")
    general = told[0] if told else html_text.Rich("")
    shaped = _shaped(root, body, lost)
    if shaped is None:
        return None
    name = root.get("title") or root.get("identifier") or f"question-{number}"
    return html_text.completed(shaped, clean(name), general)


def _rich(element: Element, lost: list[str]) -> html_text.Rich:
    return html_text.read(tostring(element, "unicode", method="html"), lost)


def _correct(root: Element, name: str) -> list[str]:
    path = f"responseDeclaration[@identifier='{name}']/correctResponse/value"
    return [(one.text or "").strip() for one in root.findall(path)] if "'" not in name else []


def _mapped(root: Element, name: str) -> dict[str, float]:
    found = {}
    for declared in root.findall("responseDeclaration"):
        for entry in declared.iter("mapEntry") if declared.get("identifier") == name else ():
            try:
                found[entry.get("mapKey", "")] = float(entry.get("mappedValue", "0"))
            except ValueError:
                continue
    return found


def _shaped(root: Element, body: Element, lost: list[str]) -> Item | None:
    interactions = [one for one in body.iter() if str(one.tag).endswith("Interaction")]
    kinds = {one.tag for one in interactions}
    if kinds == {"textEntryInteraction"}:
        return _read_blanks(root, body, interactions, lost)
    if len(interactions) != 1:
        lost.append("left out: it has no question, or several of other kinds")
        return None
    one = interactions[0]
    name = one.get("responseIdentifier", "")
    asked = one.find("prompt")
    before = _rich(body, lost).text.replace(_rich(one, []).text, "").strip()
    prompt = "\n".join(filter(None, (before, _rich(asked, lost).text if asked is not None else "")))
    shuffle = one.get("shuffle", "false") == "true"
    match one.tag:
        case "choiceInteraction":
            return _read_choices(root, one, name, prompt, lost)
        case "matchInteraction":
            texts = _texts(one, "simpleAssociableChoice", lost)
            pairs = (pair.split() for pair in _correct(root, name))
            known = tuple(
                (texts[p[0]], texts[p[1]]) for p in pairs if len(p) == 2 and set(p) <= texts.keys()
            )
            sides = {side for pair in known for side in pair}
            extra = tuple(text for text in texts.values() if text not in sides)
            return Item("", "match", prompt, pairs=known, extra=extra, shuffle=shuffle)
        case "orderInteraction":
            texts = _texts(one, "simpleChoice", lost)
            order = [texts[key] for key in _correct(root, name) if key in texts]
            places = tuple((str(place), words) for place, words in enumerate(order, 1))
            return Item("", "match", prompt, pairs=places)
        case "extendedTextInteraction":
            return Item("", "essay", prompt)
    lost.append(f"left out: it is a {one.tag}")
    return None


def _texts(element: Element, tag: str, lost: list[str]) -> dict[str, str]:
    return {one.get("identifier", ""): _rich(one, lost).text for one in element.iter(tag)}


def _read_choices(root: Element, one: Element, name: str, prompt: str, lost: list[str]) -> Item:
    right, mapped = _correct(root, name), _mapped(root, name)
    answers = []
    for choice in one.iter("simpleChoice"):
        note = choice.find("feedbackInline")
        feedback = "".join(note.itertext()).strip() if note is not None else ""
        if note is not None:
            choice.remove(note)
        key = choice.get("identifier", "")
        earned = 1.0 if key in right else mapped.get(key, 0.0)
        answers.append(Answer(_rich(choice, lost).text, earned, clean(feedback)))
    shuffle = one.get("shuffle", "false") == "true"
    return of_options(prompt, answers, one.get("maxChoices", "1") != "1", shuffle)


def _read_blanks(
    root: Element, body: Element, interactions: list[Element], lost: list[str]
) -> Item:
    gaps = []
    figure = False
    for one in interactions:
        name = one.get("responseIdentifier", "")
        declared = [d for d in root.findall("responseDeclaration") if d.get("identifier") == name]
        figure = any(d.get("baseType") in ("float", "integer") for d in declared)
        mapped = _mapped(root, name)
        right = [key for key in _correct(root, name) if key not in mapped]
        answers = [Answer(clean(key), 1.0) for key in right]
        answers += [Answer(clean(key), value) for key, value in mapped.items() if value > 0]
        gaps.append(tuple(answers))
        one.tag, one.text = "span", GAP
        one.attrib.clear()
    prompt = _rich(body, lost).text
    if len(gaps) == 1 and prompt.endswith(GAP):
        shape: Shape = "number" if figure else "words"
        return Item("", shape, re.sub(rf"\s*{GAP}$", "", prompt), gaps[0])
    return Item("", "gaps", prompt, gaps=tuple(gaps))
