"""Reading a bank from its files: the bank if it is sound, and every problem if it is not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from quizapp import files
from quizapp.bank.consistency import check_head, check_papers, check_passages, check_questions
from quizapp.bank.files import list_files, read_files
from quizapp.bank.model import Bank, File, Head, Loaded, Paper, Passage, Problem, Severity, Source
from quizapp.bank.tables import Finding, Read, read_question, read_table
from quizapp.bank.toml import may_hide, parse
from quizapp.files import Refused
from quizapp.kinds.shorthand import texts, words
from quizapp.text import clean

if TYPE_CHECKING:
    import hashlib

FORMAT = 1
HEAD_TABLES = ("format", "bank", "objectives", "source", "passage", "paper", "question")
OTHER_TABLES = ("format", "question")
MOST_QUESTIONS = 10_000
"""A bank has this many questions at most, and this many passages."""
MOST_PROBLEMS = 1_000
"""So many problems of a bank are listed; the rest are counted."""
LONGEST_MESSAGE = 500
"""A message has this many characters at most."""


class Document(NamedTuple):
    """A file and what was found in it."""

    file: File
    findings: list[Finding]


def load(path: Path) -> Loaded:
    """The bank at `path`, a folder or a single file, and all of its problems.

    Never raises on what it finds. `bank` is None if any problem is an error; `id` and `title` are
    there as far as they could be read.
    """
    problems: list[Problem] = []
    try:
        listed = list_files(path)
    except Refused as refused:
        return Loaded(None, (_refusal(path, refused),), path)
    documents = []
    hashed = _Digest()
    for file, content in read_files(listed, path):
        try:
            if isinstance(content, Refused):
                raise content
            hashed.add(file.name, content)
            documents.append(_parsed(file, files.decode(content)))
        except Refused as refused:
            problems.append(_refusal(file, refused))
            if file == listed.head:
                documents.append(Document(File(file, "", None), []))
    loaded = _assemble(path, documents, hashed)
    more = 0
    for document in documents:
        findings = list(dict.fromkeys(document.findings))
        room = max(0, MOST_PROBLEMS - len(problems))
        more += len(findings[room:])
        problems.extend(placed(document.file, findings[:room]))
    loaded = loaded._replace(files=tuple(document.file for document in documents))
    if not problems and loaded.bank:
        return loaded
    problems.sort(key=lambda problem: (problem.file != str(listed.head), problem[:3]))
    return loaded._replace(bank=None, problems=(*problems, *further(path, more)))


def further(path: Path, more: int, severity: Severity = "error") -> tuple[Problem, ...]:
    """A problem that stands for so many more of the bank at `path`; none for none."""
    if not more:
        return ()
    what = "problem" if more == 1 else "problems"
    message, remedy = f"and {more:,} more {what}", "mend those above first"
    return (Problem(clean(str(path)), 0, 0, "more", message, remedy, severity),)


def _parsed(path: Path, text: str) -> Document:
    """A file's data, clean, and what had to be cleaned away; raises Refused if it is no TOML."""
    findings: list[Finding] = []
    try:
        data = parse(text)
    except Refused as refused:
        if refused.code != "control":
            raise
        from quizapp.bank.cleaning import parse_controls

        return Document(File(path, *parse_controls(text, refused, findings)), findings)
    if may_hide(text):
        from quizapp.bank.cleaning import scrub

        data = scrub(data, findings)
    return Document(File(path, text, data), findings)


def placed(file: File, findings: Sequence[Finding]) -> list[Problem]:
    """The findings in a file as problems with their places."""
    if not findings:
        return []
    from quizapp.bank.positions import find, scan

    places = scan(file.text, file.data or {}, [finding.path for finding in findings])
    problems = []
    for finding in findings:
        line, column = find(places, finding.path) if finding.path else (1, 1)
        message, remedy = _short(finding.message), _short(finding.remedy)
        problems.append(
            Problem(
                clean(str(file.path)),
                line,
                column,
                finding.code,
                message,
                remedy,
                finding.severity,
            )
        )
    return problems


def _short(message: str) -> str:
    """A message fit to be shown: without what acts on a screen, and with a text that it quotes cut
    where it is long."""
    message = clean(message)
    if len(message) <= LONGEST_MESSAGE:
        return message
    return f"{message[: LONGEST_MESSAGE - 60]} … {message[-50:]}"


def _assemble(path: Path, documents: list[Document], hashed: _Digest) -> Loaded:
    """The bank of all documents; what is wrong is added to their findings."""
    head = documents[0]
    if head.file.data is None:
        _read_all(documents[1:], OTHER_TABLES)
        return Loaded(None, (), path)
    if _newer(documents):
        about = _dict(head.file.data.get("bank"))
        return Loaded(None, (), path, _str(about.get("id")), _str(about.get("title")))
    if _too_many(documents):
        return Loaded(None, (), path)
    data, findings = head.file.data, head.findings
    about_bank, bad = _head(data, findings)
    check_head(about_bank, bad, findings)
    source = (
        _dict(data.get("source")) if isinstance(data.get("source"), dict) else data.get("source")
    )
    if isinstance(source, dict):
        source.update({name: words(value) for name, value in source.items()})
    read_source = Source()
    if source is not None:
        read_source, _ = read_table(Source, source, ("source",), findings)
    objectives = _objectives(data, findings)
    passages = _passages(data, findings)
    check_passages(passages, findings)
    papers = [
        (*read_table(Paper, raw, ("paper", number), findings), number)
        for number, raw in enumerate(_tables(data, "paper", findings))
    ]
    check_papers(papers, {one.section for one, _, _ in passages}, findings)
    reads = _read_all(documents[:1], HEAD_TABLES) + _read_all(documents[1:], OTHER_TABLES)
    if not reads and not any("question" in (document.file.data or ()) for document in documents):
        remedy = "add a [[question]], here or in another file of the folder"
        findings.append(Finding((), "empty", "the bank has no questions", remedy))
    check_questions(reads, {one.id: one for one, _, _ in passages}, findings)
    questions = [read.question for read, _ in reads]
    bank = Bank(
        about_bank.id,
        about_bank.title,
        path,
        "",
        tuple(one for one in questions if not one.draft),
        tuple(one for one, _, _ in passages),
        read_source,
        objectives,
        about_bank.language,
        about_bank.authors,
        about_bank.license,
        about_bank.synonyms,
        about_bank.strict,
        tuple(one for one in questions if one.draft),
        tuple(paper for paper, _, _ in papers),
    )
    if any(document.findings for document in documents):
        return Loaded(None, (), path, bank.id, bank.title)
    return Loaded(bank._replace(digest=hashed.hexadecimal()), (), path, bank.id, bank.title)


def _too_many(documents: list[Document]) -> bool:
    """Whether the bank has more questions or passages than are read; reports that."""
    for name in ("question", "passage"):
        tables = [(document.file.data or {}).get(name) for document in documents]
        count = sum(len(entries) for entries in tables if isinstance(entries, list))
        if count > MOST_QUESTIONS:
            message = f"the bank has {count:,} {name}s; it may have {MOST_QUESTIONS:,}"
            documents[0].findings.append(
                Finding((), "too-many", message, "split it into several banks")
            )
            return True
    return False


def _head(data: dict[str, Any], findings: list[Finding]) -> tuple[Head, frozenset[str]]:
    if "format" not in data:
        findings.append(
            Finding(
                (), "missing-field", "the file has no format", f"begin it with format = {FORMAT}"
            )
        )
    raw = data.get("bank")
    if raw is None:
        findings.append(
            Finding((), "missing-field", "there is no [bank]", "add [bank] with an id and a title")
        )
        return Head(id="", title=""), frozenset(("id", "title"))
    if isinstance(raw, dict):
        if "authors" in raw:
            raw["authors"] = texts(raw["authors"])
        for name in ("id", "title"):
            if name in raw and not isinstance(raw[name], bool):
                raw[name] = words(raw[name])
    return read_table(Head, raw, ("bank",), findings)


def _objectives(data: dict[str, Any], findings: list[Finding]) -> dict[str, str]:
    raw = data.get("objectives", {})
    if not isinstance(raw, dict):
        findings.append(
            Finding(("objectives",), "type", "objectives is no table", "write [objectives]")
        )
        return {}
    for name, value in raw.items():
        if not isinstance(value, str):
            message = f"the objective {name!r} is not described in a text"
            findings.append(
                Finding(
                    ("objectives", name), "type", message, f'write "{name}" = "…", all in quotes'
                )
            )
    return {name: value for name, value in raw.items() if isinstance(value, str)}


def _passages(
    data: dict[str, Any], findings: list[Finding]
) -> list[tuple[Passage, int, frozenset[str]]]:
    read = []
    for number, raw in enumerate(_tables(data, "passage", findings)):
        passage, bad = read_table(Passage, raw, ("passage", number), findings)
        read.append((passage, number, bad))
    return read


def _read_all(
    documents: list[Document], known: tuple[str, ...]
) -> list[tuple[Read, list[Finding]]]:
    """The questions of files that may have the tables in `known`."""
    reads = []
    for document in documents:
        if document.file.data is None:
            continue
        _check_tables(document, known)
        for number, raw in enumerate(_tables(document.file.data, "question", document.findings)):
            read = read_question(raw, ("question", number), document.findings)
            if read is not None:
                reads.append((read, document.findings))
    return reads


def _check_tables(document: Document, known: tuple[str, ...]) -> None:
    """Report the tables that a file may not have, and a format that is none."""
    for name in document.file.data or ():
        if name in known:
            continue
        if name in HEAD_TABLES:
            message, remedy = f"[{name}] stands outside bank.toml", "move it to bank.toml"
        else:
            from quizapp.bank.field_problems import meant

            guess = meant(name, known) if len(document.findings) < MOST_PROBLEMS else ""
            message = f"unknown table or field {name[:60]!r}"
            remedy = f"did you mean {guess!r}?" if guess else "take it away"
        document.findings.append(Finding((name,), "unknown-field", message, remedy))


def _newer(documents: list[Document]) -> bool:
    """Whether any file is in a format of later; reports that and what is no format at all."""
    newer = False
    for document in documents:
        stated = (document.file.data or {}).get("format", FORMAT)
        if type(stated) is int and stated > FORMAT:
            newer = True
            document.findings[:] = [
                Finding(
                    ("format",),
                    "format",
                    f"format {str(stated)[:20]} is newer than the format {FORMAT} known here",
                    "use a newer quizapp",
                )
            ]
        elif type(stated) is not int or stated != FORMAT:
            document.findings.append(
                Finding(
                    ("format",), "format", "this is no format of a bank", f"write format = {FORMAT}"
                )
            )
    return newer


def _tables(data: dict[str, Any], name: str, findings: list[Finding]) -> list[Any]:
    raw = data.get(name, [])
    if isinstance(raw, list):
        return raw
    message = f"{name} is no list of tables"
    findings.append(Finding((name,), "type", message, f"write [[{name}]], in double brackets"))
    return []


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _str(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _refusal(path: Path, refused: Refused) -> Problem:
    return Problem(
        clean(str(path)),
        refused.line,
        refused.column,
        refused.code,
        clean(refused.message),
        refused.remedy,
    )


class _Digest:
    """The SHA-256 of files with their names; computed once the bank is known to be sound."""

    def __init__(self) -> None:
        self.files: list[tuple[str, bytes]] = []

    def add(self, name: str, data: bytes) -> None:
        self.files.append((name, data))

    def hexadecimal(self) -> str:
        total = _sha256()
        for name, data in self.files:
            total.update(b"%b\0%d\0" % (name.encode("utf-8", "surrogateescape"), len(data)))
            total.update(data)
        return total.hexdigest()


def _sha256() -> hashlib._Hash:
    """A SHA-256; from its own module, as `random` does it: hashlib takes long to import."""
    try:
        from _sha2 import sha256  # type: ignore[import-not-found]
    except ImportError:
        try:
            from _sha256 import sha256  # type: ignore[import-not-found]
        except ImportError:
            from hashlib import sha256
    made: hashlib._Hash = sha256()
    return made
