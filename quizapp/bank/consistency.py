"""What must hold between the parts of a bank: identifiers, passages, evidence."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from quizapp.bank.model import DataPath, Elsewhere, Finding, Head, Paper, Passage
from quizapp.bank.tables import Read
from quizapp.kinds.checks import distinct_faults
from quizapp.text import begun, same

LONGEST_ID = 80
LONGEST_PASSAGE = 100_000
"""A passage, which is one paragraph, has this many characters at most."""
HEXADECIMAL = frozenset("0123456789abcdef")


def check_id(name: str, path: DataPath, what: str, findings: list[Finding]) -> None:
    """An id is typed on command lines and kept for years: letters, figures, `-`, `.` and `_`."""
    bare = name.replace("-", "").replace("_", "").replace(".", "")
    if not bare.isalnum() or name[0] in "-." or len(name) > LONGEST_ID:
        shown = name[:40]
        findings.append(
            Finding(
                path,
                "id",
                f"{shown!r} cannot be the id of a {what}",
                f"use letters, figures, '-', '_' and '.', at most {LONGEST_ID}, a letter or figure "
                "first",
            )
        )


def check_head(head: Head, bad: frozenset[str], findings: list[Finding]) -> None:
    """Check the bank's own fields, except those in `bad`."""
    if "id" not in bad:
        check_id(head.id, ("bank", "id"), "bank", findings)
    if "title" not in bad and (not head.title.strip() or "\n" in head.title):
        findings.append(
            Finding(
                ("bank", "title"), "title", "the title is not one line of text", "write one line"
            )
        )
    if "synonyms" not in bad:
        _check_synonyms(head, findings)
    if "distinct" not in bad:
        findings += [
            Finding(("bank", fault.field), fault.code, fault.message, fault.remedy)
            for fault in distinct_faults(head.distinct)
        ]
    if not bad & {"synonyms", "distinct"}:
        _check_distinct(head, findings)


def _check_synonyms(head: Head, findings: list[Finding]) -> None:
    path: DataPath = ("bank", "synonyms")
    for group in head.synonyms:
        if len(group) < 2 or not all(word.strip() for word in group):
            message = f"the synonyms {list(group)!r} are fewer than two expressions"
            remedy = "give two or more with one meaning, or remove the group"
            findings.append(Finding(path, "synonyms", message[:200], remedy))


def _check_distinct(head: Head, findings: list[Finding]) -> None:
    """No two expressions are both synonyms and distinct."""
    alike = [set(map(same, group)) for group in head.synonyms]
    for group in head.distinct:
        for one, other in combinations(group, 2):
            if any({same(one), same(other)} <= words for words in alike):
                message = f"{one!r} and {other!r} are both in synonyms and in distinct"
                remedy = "take them out of one of the two"
                findings.append(
                    Finding(("bank", "distinct"), "contradiction", message[:200], remedy)
                )


def check_papers(
    papers: Sequence[tuple[Paper, frozenset[str], int]],
    sections: Collection[str],
    findings: list[Finding],
) -> None:
    """Check papers, given with the fields that could not be read and their number in the file."""
    seen: set[str] = set()
    known = frozenset(map(same, sections))
    for paper, bad, number in papers:
        path: DataPath = ("paper", number)
        if "id" not in bad:
            check_id(paper.id, (*path, "id"), "paper", findings)
            if paper.id in seen:
                message = f"a second paper has the id {paper.id!r}"
                findings.append(Finding((*path, "id"), "duplicate-id", message, "rename one"))
            seen.add(paper.id)
        for section in paper.sections if "sections" not in bad else ():
            if same(section) not in known:
                message = f"no passage is in the section {section[:60]!r}"
                remedy = "name a section as the passages do"
                findings.append(Finding((*path, "sections"), "reference", message, remedy))
        for field, value, least, most, remedy in (
            ("count", paper.count, 1, 1e6, "ask for one question or more"),
            ("minutes", paper.minutes, 0.1, 1e5, "give a number of minutes above 0"),
            ("pass_mark", paper.pass_mark, 0, 100, "give per cent, 0 to 100"),
        ):
            if field not in bad and value is not None and not least <= value <= most:
                message = f"the {field.replace('_', ' ')} of a paper cannot be {value!r}"
                findings.append(Finding((*path, field), "range", message, remedy))


def check_passages(
    passages: Sequence[tuple[Passage, frozenset[str], int]], findings: list[Finding]
) -> None:
    """Check passages, given with the fields that could not be read and their number in the file."""
    seen: dict[str, int] = {}
    for passage, bad, number in passages:
        path: DataPath = ("passage", number)
        if "id" not in bad:
            check_id(passage.id, (*path, "id"), "passage", findings)
            if passage.id in seen:
                message = f"two passages have the id {passage.id!r}; the other is at {{other}}"
                other = Elsewhere(("passage", seen[passage.id], "id"))
                remedy = "give this one another id"
                findings.append(
                    Finding((*path, "id"), "duplicate-id", message, remedy, other=other)
                )
            seen.setdefault(passage.id, number)
        if not bad & {"text", "digest"} and not passage.shown.strip():
            message = f"passage {passage.id!r} has neither text nor digest"
            remedy = "write its content in your own words as digest"
            findings.append(Finding(path, "missing-field", message, remedy))
        if len(passage.text) + len(passage.digest) > LONGEST_PASSAGE:
            message = f"passage {passage.id!r} is longer than {LONGEST_PASSAGE:,} characters"
            findings.append(Finding(path, "too-large", message, "split it into paragraphs"))
        if passage.paragraph < 0:
            message = f"paragraph is {passage.paragraph}"
            findings.append(
                Finding((*path, "paragraph"), "paragraph", message, "count paragraphs from 1")
            )
        if "fingerprint" not in bad and not _is_fingerprint(passage.fingerprint):
            message = f"passage {passage.id!r}: the fingerprint is malformed"
            remedy = 'write "sha256:" and 64 hexadecimal figures, or leave it out'
            findings.append(Finding((*path, "fingerprint"), "fingerprint", message, remedy))


def _is_fingerprint(text: str) -> bool:
    if not text:
        return True
    figures = text.removeprefix("sha256:")
    return text.startswith("sha256:") and len(figures) == 64 and HEXADECIMAL.issuperset(figures)


def check_questions(
    reads: Sequence[tuple[Read, list[Finding]]],
    passages: Mapping[str, Passage],
) -> None:
    """Check questions against each other and against the passages."""
    _check_ids(reads)
    sentences: dict[str, int] = {}
    for read, findings in reads:
        if read.question.support and "support" not in read.bad:
            _check_support(read, passages, sentences, findings)


def _check_ids(reads: Sequence[tuple[Read, list[Finding]]]) -> None:
    """Check that every id is well formed, and is or was not that of another question."""
    taken: dict[str, Read] = {}
    for read, findings in reads:
        if "id" in read.bad or read.unnamed:
            continue
        name, path = read.question.id, (*read.path, "id")
        check_id(name, path, "question", findings)
        first = taken.setdefault(name, read)
        if first is not read:
            message = f"two questions have the id {name!r}; the other is at {{other}}"
            other = Elsewhere((*first.path, "id"), first.file)
            findings.append(
                Finding(path, "duplicate-id", message, "give this one another id", other=other)
            )
    former: set[str] = set()
    for read, findings in reads:
        for name in () if "was" in read.bad else read.question.was:
            if name in taken or name in former:
                whose = "a question has now" if name in taken else "was another's"
                message = f"question {read.question.id!r}: its former id {name!r} {whose}"
                findings.append(
                    Finding((*read.path, "was"), "duplicate-id", message, "take it out of one")
                )
            former.add(name)
    for read, findings in reads:
        for name in () if "reveals" in read.bad else read.question.reveals:
            if name not in taken:
                message = f"question {read.question.id!r} reveals {name!r}, which is not a question"
                findings.append(
                    Finding((*read.path, "reveals"), "no-such-question", message, "name an id")
                )


def _check_support(
    read: Read,
    passages: Mapping[str, Passage],
    sentences: dict[str, int],
    findings: list[Finding],
) -> None:
    """Check that passages exist, and have the evidence and the sentences."""
    asked = f"question {read.question.id!r}: "
    path = (*read.path, "support")
    for number, support in enumerate(read.question.support):
        here = (*path, number)
        passage = passages.get(support.passage)
        if passage is None:
            from quizapp.bank.field_problems import closest_name

            guess = closest_name(support.passage[:LONGEST_ID], passages)
            message = f"{asked}there is no passage {support.passage[:60]!r}"
            remedy = f"did you mean {guess!r}?" if guess else "name one that bank.toml has"
            findings.append(Finding((*here, "passage"), "passage", message, remedy))
        for words in support.evidence:
            if not same(words):
                message = f"{asked}a piece of evidence is empty"
                remedy = "quote the deciding words, or leave it out"
                findings.append(Finding((*here, "evidence"), "evidence", message, remedy))
            elif passage and not says(passage, words):
                shown = "text" if passage.text else "digest"
                message = f"{asked}{begun(words, 60)!r} is not in the {shown} of {passage.id!r}"
                remedy = f"quote words as they stand in the {shown}"
                findings.append(Finding((*here, "evidence"), "evidence", message, remedy))
        if support.sentences:
            _check_sentences(
                read, support.sentences, passage, sentences, (*here, "sentences"), findings
            )


def says(passage: Passage, words: str) -> bool:
    """Whether the passage's text or digest contains `words`, in any spacing, quotes or case."""
    if words in passage.text or words in passage.digest:
        return True
    from quizapp.bank import evidence

    return any(evidence.says(text, words) for text in (passage.text, passage.digest))


def _check_sentences(
    read: Read,
    listed: tuple[int, ...],
    passage: Passage | None,
    counts: dict[str, int],
    path: DataPath,
    findings: list[Finding],
) -> None:
    last = 0
    if passage and passage.text:
        if passage.id not in counts:
            from quizapp.bank.sentences import sentences

            counts[passage.id] = len(sentences(passage.text))
        last = counts[passage.id]
    for number in listed:
        if number < 1 or (last and number > last):
            message = f"question {read.question.id!r}: there is no sentence {number}"
            remedy = f"count from 1 to {last}" if last else "count sentences from 1"
            findings.append(Finding(path, "sentences", message, remedy))
