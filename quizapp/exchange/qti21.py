"""QTI 2.1: an archive with a manifest, a test, and a file for each item."""

from xml.etree.ElementTree import Element

from quizapp.exchange import archive
from quizapp.exchange.assessment_item import NAMESPACE, written
from quizapp.exchange.item import About, Item
from quizapp.exchange.qti_reading import read
from quizapp.exchange.xml import add, document, identifier, manifest

__all__ = ["read", "write"]


def write(about: About, items: tuple[Item, ...]) -> bytes:
    """The items as an archive; its identifiers depend on the title and the ids alone."""
    names = {item.id: identifier(f"{about.id}:{item.id}") for item in items}
    files = {
        _file(names[item.id]): document(written(item, names[item.id]), pretty=False)
        for item in items
    }
    test = _test(about, items, names)
    manifest = _manifest(about, files)
    return archive.packed(
        {"imsmanifest.xml": document(manifest), "test.xml": document(test), **files}
    )


def _file(name: str) -> str:
    return f"items/{name}.xml"


def _test(about: About, items: tuple[Item, ...], names: dict[str, str]) -> Element:
    title = about.title
    root = Element("assessmentTest", xmlns=NAMESPACE, identifier=identifier(about.id), title=title)
    modes = {"navigationMode": "nonlinear", "submissionMode": "individual"}
    part = add(root, "testPart", identifier="part", **modes)
    section = add(part, "assessmentSection", identifier="section", title=title, visible="true")
    for item in items:
        name = names[item.id]
        reference = add(section, "assessmentItemRef", identifier=name, href=_file(name))
        add(reference, "weight", identifier="points", value=f"{item.weight:g}")
    return root


def _manifest(about: About, files: dict[str, bytes]) -> Element:
    namespace = "http://www.imsglobal.org/xsd/imscp_v1p1"
    root, resources = manifest(identifier(about.id), namespace, "QTIv2.1 Package", "1.0.0")
    for name in ("test.xml", *files):
        kind = "imsqti_test_xmlv2p1" if name == "test.xml" else "imsqti_item_xmlv2p1"
        resource = add(resources, "resource", identifier=identifier(name), type=kind, href=name)
        add(resource, "file", href=name)
    return root
