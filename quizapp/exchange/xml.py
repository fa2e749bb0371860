"""XML: read from outside, where nothing is fetched and no entity expanded, and written."""

from hashlib import sha256
from xml.etree.ElementTree import Element, SubElement, TreeBuilder, indent, tostring
from xml.parsers import expat

from quizapp.files import Refused

MOST_ELEMENTS = 500_000
DEEPEST = 200


def parse(data: bytes) -> Element:
    """The root of an XML document, its names without namespaces.

    Python's own parser fetches nothing; what could grow without end is refused before it is built.
    Raises Refused where it is not well formed, or defines entities.
    """
    parser, builder = expat.ParserCreate(), TreeBuilder()
    count = depth = 0

    def declared(*_: object) -> None:
        raise Refused("entities", "it defines entities of its own", "take its DOCTYPE away")

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal count, depth
        count, depth = count + 1, depth + 1
        if count > MOST_ELEMENTS or depth > DEEPEST:
            raise Refused("too-large", "it has too many elements", "export fewer questions at once")
        builder.start(name.rpartition(":")[2], attributes)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(name.rpartition(":")[2])

    parser.EntityDeclHandler = parser.SkippedEntityHandler = declared
    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        message = expat.errors.messages[error.code]
        raise Refused(
            "xml", f"it is not well-formed XML: {message}", "export it again",
            error.lineno, error.offset + 1,
        ) from None  # fmt: skip
    except (LookupError, ValueError) as error:
        raise Refused("xml", f"its encoding is not known: {error}", "save it as UTF-8") from None
    return builder.close()


def document(root: Element, pretty: bool = True) -> bytes:
    """A tree as an XML document; `pretty` sets each element on a line of its own."""
    if pretty:
        indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, "unicode")}\n'.encode()


def add(parent: Element, path: str, text: str = "", **attributes: str) -> Element:
    """Add an element at the end of another, or below new ones in it ("units/unit")."""
    for name in path.split("/"):
        parent = SubElement(parent, name)
    parent.attrib.update(attributes)
    parent.text = text or None
    return parent


def add_each(parent: Element, **texts: str) -> None:
    """Add an element of each name with its text."""
    for name, text in texts.items():
        add(parent, name, text)


def manifest(name: str, namespace: str, schema: str, version: str) -> tuple[Element, Element]:
    """The manifest of an archive, and the element in it that lists the files."""
    root = Element("manifest", {"identifier": f"m{name}", "xmlns": namespace})
    add_each(add(root, "metadata"), schema=schema, schemaversion=version)
    add(root, "organizations")
    return root, add(root, "resources")


def identifier(words: str) -> str:
    """An identifier that depends on the words alone: importing again replaces, and adds nothing."""
    return "q" + sha256(words.encode()).hexdigest()[:31]


def inside(element: Element | None, path: str, default: str = "") -> str:
    """The text of the first element at `path` below another, without spaces around it."""
    found = element.find(path) if element is not None else None
    return default if found is None else "".join(found.itertext()).strip()
