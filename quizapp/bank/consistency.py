"""What must hold between the parts of a bank: identifiers, passages, evidence."""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from quizapp.bank.model import Elsewhere, Head, Paper, Passage, Report
from quizapp.bank.tables import Read
from quizapp.kinds.checks import distinct_faults
from quizapp.text import begun, same

LONGEST_ID = 80
LONGEST_PASSAGE = 100_000
"""A passage, which is one paragraph, has this many characters at most."""
FINGERPRINT = r"sha256:[0-9a-f]{64}"


def may_be_id(name: str) -> bool:
    """Whether a name is typed easily and kept for years: letters, figures, `-`, `.` and `_`."""
    bare = name.replace("-", "").replace("_", "").replace(".", "")
    return bare.isalnum() and name[0] not in "-." and len(name) <= LONGEST_ID


def check_id(name: str, report: Report, what: str) -> None:
    """Check an id of a question, a bank, a passage or a paper."""
    if not may_be_id(name):
        message = f"{name[:40]!r} cannot be the id of a {what}"
        remedy = f"use letters, figures, '-', '_' and '.', at most {LONGEST_ID}, a letter or figure"
        report.at("id").add("id", message, f"{remedy} first")


def check_own_id(name: str, place: int, seen: dict[str, int], report: Report, what: str) -> None:
    """Check an id, and that it is not that of an earlier one: those `seen`, with their numbers."""
    check_id(name, report, what)
    if name in seen:
        message = f"two {what}s have the id {name!r}; the other is at {{other}}"
        other = Elsewhere((what, seen[name], "id"))
        report.at("id").add("duplicate-id", message, "give this one another id", other)
    seen.setdefault(name, place)


def check_head(head: Head, bad: frozenset[str], report: Report) -> None:
    """Check the bank's own fields; of those in `bad`, a required one has a stand-in value, and any
    other is as if it were left out."""
    if "id" not in bad:
        check_id(head.id, report, "bank")
    if "title" not in bad and (not head.title.strip() or "\n" in head.title):
        report.at("title").add("title", "the title is not one line of text", "write one line")
    for group in head.synonyms:
        if len(group) < 2 or not all(word.strip() for word in group):
            message = f"the synonyms {list(group)!r} are fewer than two expressions"
            remedy = "give two or more with one meaning, or remove the group"
            report.at("synonyms").add("synonyms", message[:200], remedy)
    for fault in distinct_faults(head.distinct):
        report.at(fault.field).add(fault.code, fault.message, fault.remedy)
    alike = [set(map(same, group)) for group in head.synonyms]
    for group in head.distinct:
        for one, other in combinations(group, 2):
            if any({same(one), same(other)} <= words for words in alike):
                message = f"{one!r} and {other!r} are both in synonyms and in distinct"
                remedy = "take them out of one of the two"
                report.at("distinct").add("contradiction", message[:200], remedy)


def check_papers(
    papers: Sequence[tuple[Paper, frozenset[str]]], sections: Collection[str], report: Report
) -> None:
    """Check papers, each given with the fields that could not be read; see `check_head`."""
    seen: dict[str, int] = {}
    known = frozenset(map(same, sections))
    for number, (paper, bad) in enumerate(papers):
        here = report.at("paper", number)
        if "id" not in bad:
            check_own_id(paper.id, number, seen, here, "paper")
        for section in paper.sections:
            if same(section) not in known:
                message = f"no passage is in the section {section[:60]!r}"
                here.at("sections").add("reference", message, "name a section as the passages do")
        for field, value, least, most, remedy in (
            ("count", paper.count, 1, 1e6, "ask for one question or more"),
            ("minutes", paper.minutes, 0.1, 1e5, "give a number of minutes above 0"),
            ("pass_mark", paper.pass_mark, 0, 100, "give per cent, 0 to 100"),
        ):
            if value is not None and not least <= value <= most:
                message = f"the {field.replace('_', ' ')} of a paper cannot be {value!r}"
                here.at(field).add("range", message, remedy)


def check_passages(passages: Sequence[tuple[Passage, frozenset[str]]], report: Report) -> None:
    """Check passages, each given with the fields that could not be read; see `check_head`."""
    seen: dict[str, int] = {}
    for number, (passage, bad) in enumerate(passages):
        here = report.at("passage", number)
        if "id" not in bad:
            check_own_id(passage.id, number, seen, here, "passage")
        if not bad & {"text", "digest"} and not passage.shown.strip():
            message = f"passage {passage.id!r} has neither text nor digest"
            here.add("missing-field", message, "write its content in your own words as digest")
        if len(passage.text) + len(passage.digest) > LONGEST_PASSAGE:
            message = f"passage {passage.id!r} is longer than {LONGEST_PASSAGE:,} characters"
            here.add("too-large", message, "split it into paragraphs")
        if passage.paragraph < 0:
            message = f"paragraph is {passage.paragraph}"
            here.at("paragraph").add("paragraph", message, "count paragraphs from 1")
        if passage.fingerprint and not re.fullmatch(FINGERPRINT, passage.fingerprint):
            message = f"passage {passage.id!r}: the fingerprint is malformed"
            remedy = 'write "sha256:" and 64 hexadecimal figures, or leave it out'
            here.at("fingerprint").add("fingerprint", message, remedy)


def check_questions(reads: Sequence[Read], passages: Mapping[str, Passage]) -> None:
    """Check questions against each other and against the passages."""
    _check_ids(reads)
    sentences: dict[str, int] = {}
    for read in reads:
        _check_support(read, passages, sentences)


def _check_ids(reads: Sequence[Read]) -> None:
    """Check that every id is well formed, and is or was not that of another question."""
    taken: dict[str, Read] = {}
    for read in reads:
        if "id" in read.bad or read.unnamed:
            continue
        name = read.question.id
        check_id(name, read.report, "question")
        first = taken.setdefault(name, read)
        if first is not read:
            message = f"two questions have the id {name!r}; the other is at {{other}}"
            other = Elsewhere((*first.report.path, "id"), first.file)
            report = read.report.at("id")
            report.add("duplicate-id", message, "give this one another id", other)
    former: set[str] = set()
    for read in reads:
        for name in read.question.was:
            if name in taken or name in former:
                whose = "a question has now" if name in taken else "was another's"
                message = f"question {read.question.id!r}: its former id {name!r} {whose}"
                read.report.at("was").add("duplicate-id", message, "take it out of one")
            former.add(name)
    for read in reads:
        for name in read.question.reveals:
            if name not in taken:
                message = f"question {read.question.id!r} reveals {name!r}, which is not a question"
                read.report.at("reveals").add("no-such-question", message, "name an id")


def _check_support(read: Read, passages: Mapping[str, Passage], counts: dict[str, int]) -> None:
    """Check that passages exist, and have the evidence and the sentences; `counts` are of these."""
    asked = f"question {read.question.id!r}: "
    for number, support in enumerate(read.question.support):
        here = read.report.at("support", number)
        passage = passages.get(support.passage)
        if passage is None:
            from quizapp.bank.field_problems import did_you_mean

            message = f"{asked}there is no passage {support.passage[:60]!r}"
            meant = support.passage[:LONGEST_ID]
            remedy = did_you_mean(meant, passages, "name one that bank.toml has")
            here.at("passage").add("passage", message, remedy)
        for words in support.evidence:
            if not same(words):
                message = f"{asked}a piece of evidence is empty"
                remedy = "quote the deciding words, or leave it out"
                here.at("evidence").add("evidence", message, remedy)
            elif passage and not says(passage, words):
                shown = "text" if passage.text else "digest"
                message = f"{asked}{begun(words, 60)!r} is not in the {shown} of {passage.id!r}"
                remedy = f"quote words as they stand in the {shown}"
                here.at("evidence").add("evidence", message, remedy)
        last = _sentences_in(passage, counts) if support.sentences and passage else 0
        for listed in support.sentences:
            if listed < 1 or (last and listed > last):
                remedy = f"count from 1 to {last}" if last else "count sentences from 1"
                message = f"{asked}there is no sentence {listed}"
                here.at("sentences").add("sentences", message, remedy)


def says(passage: Passage, words: str) -> bool:
    """Whether the passage's text or digest contains `words`, in any spacing, quotes or case."""
    if words in passage.text or words in passage.digest:
        return True
    from quizapp.bank import passage as passages

    return any(passages.says(text, words) for text in (passage.text, passage.digest))


def _sentences_in(passage: Passage, counts: dict[str, int]) -> int:
    """How many sentences the passage's text has, looked up in or added to `counts`."""
    if passage.id not in counts:
        from quizapp.bank.sentences import sentences

        counts[passage.id] = len(sentences(passage.text))
    return counts[passage.id]
