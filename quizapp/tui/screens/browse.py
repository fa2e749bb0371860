"""A bank by its sections and passages, with how the questions on each stand."""

from textual.content import Content

from quizapp.app.wording import count, percent
from quizapp.bank.model import Bank, Passage, sections
from quizapp.tui.literal_text import FAINT, literal, one_line
from quizapp.tui.screens.marking import Entry, MarkingPage
from quizapp.tui.screens.questions import QuestionsScreen

FIRST_WORDS = 60


class BrowseScreen(MarkingPage):
    """The sections, and under each its passages."""

    HELP = (
        "The text by sections and paragraphs, with how likely you know the questions on each. "
        "Enter shows a paragraph with its questions. Space marks sections and paragraphs; b begins "
        "a session on the questions of those that are marked, or on all where none is."
    )

    def entries(self, bank: Bank) -> list[Entry]:
        """The rows; a question stands on all passages that support its answer, in one section."""
        section_of = sections(bank)
        within = {one.id: section_of(one) for one in bank.questions}
        on: dict[str, list[str]] = {one.id: [] for one in bank.passages}
        for question in bank.questions:
            for support in question.support:
                if question.id not in on.get(support.passage, [question.id]):
                    on[support.passage].append(question.id)
        rows: list[Entry] = []
        self._passages: list[str] = []
        section = ""
        places = list(dict.fromkeys(one.section for one in bank.passages))
        for one in sorted(bank.passages, key=lambda each: places.index(each.section)):
            if one.section and one.section != section:
                section = one.section
                asked = tuple(dict.fromkeys(
                    name for each in bank.passages if each.section == section
                    for name in on[each.id] if within[name] == section
                ))  # fmt: skip
                rows.append(Entry(one_line(section, "bold"), self._note(asked), asked))
                self._passages.append("")
            number = literal(_number(one), FAINT)
            words = number + one_line(one.shown).truncate(
                min(FIRST_WORDS, self.size.width - 22), ellipsis=True
            )
            asked = tuple(on[one.id])
            rows.append(Entry(words, self._note(asked), asked, 2))
            self._passages.append(one.id)
        return rows

    def _note(self, names: tuple[str, ...]) -> Content:
        known = [self._standings[name].known or 0.0 for name in names]
        share = f" · {percent(sum(known) / len(known))} likely known" if known else ""
        return literal(f"{count(len(names), 'question')}{share}", FAINT)

    def open_row(self, number: int) -> None:
        entry, passage = self._entries[number], self._passages[number]
        title = entry.words.plain if not passage else self._title
        self.app.push_screen(QuestionsScreen(self._path, title, entry.questions, passage))


def _number(one: Passage) -> str:
    if one.note:
        return f"note {one.note}  "
    return f"¶ {one.paragraph}  " if one.paragraph else ""
