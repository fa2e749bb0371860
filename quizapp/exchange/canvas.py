"""QTI 1.2 as Canvas exports and imports it: an archive with a manifest and the questions."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from quizapp.exchange import archive, html_text
from quizapp.exchange.item import GAP, About, Item
from quizapp.exchange.qti_reading import ID_FIELD, read
from quizapp.exchange.xml import add, add_each, document, identifier, manifest

__all__ = ["read", "write"]

_NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_TYPES = {
    "words": "short_answer_question",
    "number": "numerical_question",
    "choice": "multiple_choice_question",
    "multiple": "multiple_answers_question",
    "boolean": "true_false_question",
    "match": "matching_question",
    "gaps": "fill_in_multiple_blanks_question",
    "essay": "essay_question",
}


def write(about: About, items: tuple[Item, ...]) -> bytes:
    """The items as an archive that Canvas imports."""
    quiz, title = identifier(about.id), about.title
    root = Element("questestinterop", xmlns=_NAMESPACE)
    assessment = add(root, "assessment", ident=quiz, title=title)
    section = add(assessment, "section", ident="root_section")
    for item in items:
        _item(section, item, identifier(f"{about.id}:{item.id}"))
    return archive.packed(
        {
            "imsmanifest.xml": document(_manifest(quiz)),
            f"{quiz}/{quiz}.xml": document(root),
            f"{quiz}/assessment_meta.xml": document(_meta(quiz, title, items)),
        }
    )


def _manifest(quiz: str) -> Element:
    namespace = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
    root, resources = manifest(quiz, namespace, "IMS Content", "1.1.3")
    resource = add(resources, "resource", identifier=quiz, type="imsqti_xmlv1p2")
    add(resource, "file", href=f"{quiz}/{quiz}.xml")
    add(resource, "dependency", identifierref=f"{quiz}_meta")
    meta = add(
        resources, "resource", identifier=f"{quiz}_meta", href=f"{quiz}/assessment_meta.xml",
        type="associatedcontent/imscc_xmlv1p1/learning-application-resource",
    )  # fmt: skip
    add(meta, "file", href=f"{quiz}/assessment_meta.xml")
    return root


def _meta(quiz: str, title: str, items: Iterable[Item]) -> Element:
    root = Element(
        "quiz", {"identifier": quiz, "xmlns": "http://canvas.instructure.com/xsd/cccv1p0"}
    )
    add_each(root, title=title, quiz_type="assignment")
    add(root, "shuffle_answers", str(all(item.shuffle for item in items)).lower())
    add(root, "points_possible", f"{sum(item.weight for item in items):g}")
    return root


def _item(section: Element, item: Item, name: str) -> None:
    element = add(section, "item", ident=name, title=item.id)
    fields = add(element, "itemmetadata/qtimetadata")
    for label, entry in (
        ("question_type", _TYPES[item.shape]),
        ("points_possible", f"{item.weight:g}"),
        ("assessment_question_identifierref", identifier(name)),
        (ID_FIELD, item.id),
    ):
        add_each(add(fields, "qtimetadatafield"), fieldlabel=label, fieldentry=entry)
    presentation = add(element, "presentation")
    numbers = iter(range(1, len(item.gaps) + 1))
    prompt = (
        re.sub(GAP, lambda _: f"[gap{next(numbers)}]", item.prompt) if item.gaps else item.prompt
    )
    _material(presentation, html_text.escaped(prompt))
    processing = Element("resprocessing")
    declared = add(processing, "outcomes/decvar", maxvalue="100", minvalue="0")
    declared.attrib.update(varname="SCORE", vartype="Decimal")
    told = {"general_fb": html_text.told_after(item)}
    if told["general_fb"]:
        add(_condition(processing, feedback="general_fb"), "other")
    _answers(presentation, processing, item, told)
    element.append(processing)
    for name, text in told.items():
        if text:
            _material(add(add(element, "itemfeedback", ident=name), "flow_mat"), text)


def _answers(presentation: Element, processing: Element, item: Item, told: dict[str, str]) -> None:
    """How the question is answered and scored, by its shape; feedback is added to `told`."""
    match item.shape:
        case "choice" | "multiple" | "boolean":
            _options(presentation, processing, item, told)
        case "match":
            rights = [*dict.fromkeys([right for _, right in item.pairs]), *item.extra]
            for place, (left, right) in enumerate(item.pairs, 1):
                name = f"response_{place}"
                labels = _labels(presentation, name, rights, left)
                _equal(_condition(processing, 100 / len(item.pairs)), name, labels[right])
        case "gaps":
            for place, gap in enumerate(item.gaps, 1):
                name = f"response_gap{place}"
                words = list(dict.fromkeys(one.text for one in gap if one.share == 1))
                labels = _labels(presentation, name, words, f"gap{place}")
                for word in words:
                    _equal(_condition(processing, 100 / len(item.gaps)), name, labels[word])
        case "number":
            _blank(presentation, fibtype="Decimal")
            value = float(item.right[0])
            bounds = {"vargte": value - item.tolerance, "varlte": value + item.tolerance}
            either = add(_condition(processing, 100), "or")
            _equal(either, "response1", item.right[0])
            between = add(either, "and")
            for name, bound in bounds.items():
                add(between, name, f"{bound:.12g}", respident="response1")
        case "words":
            _blank(presentation)
            variables = _condition(processing, 100)
            for word in item.right:
                _equal(variables, "response1", word)
        case _:
            _blank(presentation)
            add(_condition(processing), "other")


def _options(presentation: Element, processing: Element, item: Item, told: dict[str, str]) -> None:
    several = item.shape == "multiple"
    answers = item.offered
    labels = _labels(
        presentation, "response1", [one.text for one in answers], "", several, item.shuffle
    )
    for one in answers:
        if one.feedback:
            name = f"{labels[one.text]}_fb"
            told[name] = html_text.escaped(one.feedback)
            _equal(_condition(processing, feedback=name), "response1", labels[one.text])
    if several:
        both = add(_condition(processing, 100), "and")
        for one in answers:
            place = both if one.share > 0 else add(both, "not")
            _equal(place, "response1", labels[one.text])
        return
    for one in answers:
        if one.share > 0:
            _equal(_condition(processing, 100 * one.share), "response1", labels[one.text])


def _labels(
    presentation: Element, name: str, texts: list[str], left: str,
    several: bool = False, shuffle: bool = True,
) -> dict[str, str]:  # fmt: skip
    """A list to choose from; gives the identifier of each text."""
    cardinality = "Multiple" if several else "Single"
    response = add(presentation, "response_lid", ident=name, rcardinality=cardinality)
    if left:
        _material(response, html_text.escaped(left))
    choices = add(response, "render_choice", shuffle="Yes" if shuffle else "No")
    found = {}
    for place, text in enumerate(texts, 1):
        found[text] = f"{name.removeprefix('response')}a{place}".strip("_")
        label = add(choices, "response_label", ident=found[text])
        _material(label, html_text.escaped(text))
    return found


def _blank(presentation: Element, **attributes: str) -> None:
    response = add(presentation, "response_str", ident="response1", rcardinality="Single")
    blank = add(response, "render_fib", **attributes)
    add(blank, "response_label", ident="answer1", rshuffle="No")


def _material(parent: Element, text: str) -> None:
    add(parent, "material/mattext", text, texttype="text/html")


def _condition(processing: Element, score: float = 0, feedback: str = "") -> Element:
    """A condition, to be filled, under which a `feedback` is shown or else a score is earned."""
    condition = add(processing, "respcondition", **{"continue": "Yes" if feedback else "No"})
    variables = add(condition, "conditionvar")
    if feedback:
        add(condition, "displayfeedback", feedbacktype="Response", linkrefid=feedback)
    else:
        action = "Set" if score in (0, 100) else "Add"
        add(condition, "setvar", f"{score:.6g}", action=action, varname="SCORE")
    return variables


def _equal(variables: Element, name: str, value: str) -> None:
    add(variables, "varequal", value, respident=name)
