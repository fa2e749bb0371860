"""Reading a bank from its files: the bank if it is sound, and every problem if it is not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from quizapp import files
from quizapp.bank.consistency import check_head, check_papers, check_passages, check_questions
from quizapp.bank.files import list_files, read_files
from quizapp.bank.model import Bank, File, Head, Loaded, Paper, Passage, Problem, Report, Source
from quizapp.bank.problems import MOST_PROBLEMS, located, unlisted, unread
from quizapp.bank.tables import Read, T, read_question, read_table
from quizapp.bank.toml import parse_clean
from quizapp.files import Refused
from quizapp.hashing import sha256
from quizapp.kinds.base import Question
from quizapp.kinds.shorthand import Forms, expanded, texts, words
from quizapp.structs import asdict

FORMAT = 1
HEAD_TABLES = {
    "format": f"format = {FORMAT}",
    "bank": "[bank]",
    "objectives": "[objectives]",
    "source": "[source]",
    "passage": "[[passage]]",
    "paper": "[[paper]]",
    "question": "[[question]]",
}
"""What may stand in the file with `[bank]`, and how it is written."""
OTHER_TABLES = {name: HEAD_TABLES[name] for name in ("format", "question")}
MOST_QUESTIONS = 10_000
"""A bank has this many questions at most, and this many passages."""


def _figure(value: Any) -> Any:
    """A number as text, where a boolean is a mistake."""
    return value if isinstance(value, bool) else words(value)


HEAD_FORMS: Forms = {"authors": texts, "allow": texts, "id": _figure, "title": _figure}
SOURCE_FORMS: Forms = dict.fromkeys(Source.__struct_fields__, words)


def load(path: Path, edited: Mapping[Path, bytes] = MappingProxyType({})) -> Loaded:
    """The bank at `path`, a folder or a single file, and all of its problems.

    Never raises because of what it reads. `bank` is None if any problem is an error; `id` and
    `title` are filled in as far as they could be read. The content of files that are `edited` is
    taken from there, to be tried before it is written.
    """
    problems: list[Problem] = []
    try:
        listed = list_files(path)
    except Refused as refused:
        return Loaded(None, (unread(path, refused),), path)
    parsed: list[File] = []
    contents: list[tuple[str, bytes]] = []
    for file, content in read_files(listed, path, edited):
        try:
            if isinstance(content, Refused):
                raise content
            contents.append((file.name, content))
            report = Report([])
            parsed.append(File(file, *parse_clean(files.decode(content), report), report))
        except Refused as refused:
            problems.append(unread(file, refused))
    if parsed and parsed[0].path == listed.head:
        loaded = _assembled(path, parsed, whole=not problems)
    else:
        _read_questions(parsed, OTHER_TABLES)
        loaded = Loaded(None, (), path)
    more = 0
    for one in parsed:
        found = list(dict.fromkeys(one.report.findings))
        room = max(0, MOST_PROBLEMS - len(problems))
        more += len(found[room:])
        problems.extend(located(one, found[:room], parsed))
    if loaded.bank is None:
        loaded = loaded._replace(files=tuple(parsed))
    if not problems and loaded.bank:
        return loaded._replace(bank=loaded.bank._replace(digest=_digest(contents)))
    problems.sort(key=lambda problem: (problem.file != str(listed.head), problem[:3]))
    return loaded._replace(bank=None, problems=(*problems, *unlisted(path, more)))


def _assembled(path: Path, parsed: list[File], whole: bool) -> Loaded:
    """The bank of all files, without its digest; what is wrong is reported in them.

    It is not `whole` where a file could not be read, which may have had the questions.
    """
    data, report = parsed[0].data, parsed[0].report
    if _newer(parsed):
        head = _head(data, Report([]))
        return Loaded(None, (), path, head.id, head.title)
    if _too_many(parsed):
        return Loaded(None, (), path)
    head = _head(data, report)
    told = expanded(data.get("source", {}), SOURCE_FORMS)
    source, _ = read_table(Source, told, report.at("source"))
    objectives = _objectives(data, report.at("objectives"))
    passages = _entries(Passage, "passage", data, report)
    check_passages(passages, report)
    papers = _entries(Paper, "paper", data, report)
    check_papers(papers, {one.section for one, _ in passages}, report)
    reads = _read_questions(parsed[:1], HEAD_TABLES)
    reads += _read_questions(parsed[1:], OTHER_TABLES)
    if whole and not reads and not any(one.data.get("question") for one in parsed):
        remedy = "add a [[question]], here or in another file of the folder"
        report.add("empty", "the bank has no questions", remedy)
    check_questions(reads, {one.id: one for one, _ in passages})
    if any(one.report.findings for one in parsed):
        return Loaded(None, (), path, head.id, head.title)
    named = _named(reads)
    questions = [read.question for read in named]
    bank = Bank(
        **asdict(head),
        path=path,
        digest="",
        questions=tuple(one for one in questions if not one.draft),
        drafts=tuple(one for one in questions if one.draft),
        passages=tuple(one for one, _ in passages),
        papers=tuple(one for one, _ in papers),
        source=source,
        objectives=objectives,
    )
    held: defaultdict[Path, list[Question]] = defaultdict(list)
    for read in named:
        held[read.file].append(read.question)
    of_file = tuple(one._replace(questions=tuple(held[one.path])) for one in parsed)
    return Loaded(bank, (), path, bank.id, bank.title, of_file)


def _named(reads: list[Read]) -> list[Read]:
    """The questions, those without an id of their own named by their prompts."""
    if not any(read.unnamed for read in reads):
        return reads
    from msgspec.structs import replace

    from quizapp.bank.ids import made_from

    taken = {read.question.id for read in reads}
    taken.update(name for read in reads for name in read.question.was)
    return [
        read._replace(question=replace(read.question, id=made_from(read.question.prompt, taken)))
        if read.unnamed
        else read
        for read in reads
    ]


def _newer(parsed: list[File]) -> bool:
    """Whether any file has a later format; reports that and invalid formats."""
    newer = False
    for one in parsed:
        stated, report = one.data.get("format", FORMAT), one.report.at("format")
        if type(stated) is int and stated > FORMAT:
            newer = True
            message = f"format {str(stated)[:20]} is newer than the format {FORMAT} known here"
            report.findings.clear()
            report.add("format", message, "use a newer quizapp")
        elif type(stated) is not int or stated != FORMAT:
            report.add("format", "this is not a format of a bank", f"write format = {FORMAT}")
    return newer


def _too_many(parsed: list[File]) -> bool:
    """Whether the bank has more questions or passages than are read; reports that."""
    for name in ("question", "passage"):
        tables = [one.data.get(name) for one in parsed]
        count = sum(len(entries) for entries in tables if isinstance(entries, list))
        if count > MOST_QUESTIONS:
            message = f"the bank has {count:,} {name}s; it may have {MOST_QUESTIONS:,}"
            parsed[0].report.add("too-many", message, "split it into several banks")
            return True
    return False


def _head(data: dict[str, Any], report: Report) -> Head:
    if "format" not in data:
        remedy = f"begin it with format = {FORMAT}"
        report.add("missing-field", "the file has no format", remedy)
    raw = data.get("bank")
    if raw is None:
        report.add("missing-field", "there is no [bank]", "add [bank] with an id and a title")
        return Head(id="", title="")
    head, bad = read_table(Head, expanded(raw, HEAD_FORMS), report.at("bank"))
    check_head(head, bad, report.at("bank"))
    return head


def _objectives(data: dict[str, Any], report: Report) -> dict[str, str]:
    raw = data.get("objectives", {})
    if not isinstance(raw, dict):
        report.add("type", "objectives is not a table", "write [objectives]")
        return {}
    for name, value in raw.items():
        if not isinstance(value, str):
            message = f"the objective {name!r} is not described in a text"
            report.at(name).add("type", message, f'write "{name}" = "…", all in quotes')
    return {name: value for name, value in raw.items() if isinstance(value, str)}


def _entries(
    kind: type[T], name: str, data: dict[str, Any], report: Report
) -> list[tuple[T, frozenset[str]]]:
    """The tables of this name, each with the fields that could not be read."""
    raws = enumerate(_tables(data, name, report))
    return [read_table(kind, raw, report.at(name, number)) for number, raw in raws]


def _read_questions(parsed: list[File], known: Collection[str]) -> list[Read]:
    """The questions of files that may have the tables in `known`."""
    reads = []
    for one in parsed:
        _check_tables(one, known)
        for number, raw in enumerate(_tables(one.data, "question", one.report)):
            read = read_question(raw, one.report.at("question", number), one.path)
            if read is not None:
                reads.append(read)
    return reads


def _check_tables(file: File, known: Collection[str]) -> None:
    """Report the tables that a file may not have."""
    for name in file.data:
        if name in known:
            continue
        if name in HEAD_TABLES:
            message, remedy = f"[{name}] stands outside bank.toml", "move it to bank.toml"
        else:
            from quizapp.bank.field_problems import closest_name

            guess = closest_name(name, known) if len(file.report.findings) < MOST_PROBLEMS else ""
            message = f"unknown table or field {name[:60]!r}"
            remedy = f"write {HEAD_TABLES[guess]}" if guess else "remove it"
            if name in Question.__struct_fields__:
                remedy = "write [[question]] above it"
            if name in Head.__struct_fields__ and "bank" in known:
                remedy = "write [bank] above it"
        file.report.at(name).add("unknown-field", message, remedy)


def _tables(data: dict[str, Any], name: str, report: Report) -> list[Any]:
    raw = data.get(name, [])
    if isinstance(raw, list):
        return raw
    remedy = f"write [[{name}]], in double brackets"
    report.at(name).add("type", f"{name} is not a list of tables", remedy)
    return []


def _digest(contents: list[tuple[str, bytes]]) -> str:
    """The SHA-256 of files with their names, in hexadecimal."""
    total = sha256()
    for name, content in contents:
        total.update(b"%b\0%d\0" % (name.encode("utf-8", "surrogateescape"), len(content)))
        total.update(content)
    return total.hexdigest()
