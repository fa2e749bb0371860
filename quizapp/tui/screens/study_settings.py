"""How the learner studies, over all banks: kept in the settings."""

from __future__ import annotations

from typing import ClassVar

from quizapp.app.wording import percent
from quizapp.planning.request import StudySettings
from quizapp.tui.screens.choice_sheet import ChoiceSheet, Line

NEW = (0, 5, 10, 15, 20, 30, 50)
RETENTIONS = (0.8, 0.85, 0.9, 0.95)


class StudySettingsSheet(ChoiceSheet):
    """Gives other Habits, or None."""

    TITLE_KEYS: ClassVar[str] = "Enter keeps it · Esc leaves it as it is"
    TYPED: ClassVar[str] = "New a day"

    def __init__(self, study_settings: StudySettings) -> None:
        super().__init__("How you learn")
        self._settings = study_settings

    def most(self) -> int:
        """As many as the settings take."""
        from quizapp.app.settings import MOST_NEW

        return MOST_NEW

    def rows(self) -> list[Line]:
        """What can be chosen, what holds now among it."""
        new = sorted({*NEW, self._settings.new_a_day})
        shares = sorted({*RETENTIONS, self._settings.retention})
        return [
            Line(
                "New a day",
                [(str(n), n) for n in new],
                "At most so many new questions a day, over all banks. More are always for the "
                "asking.",
                new.index(self._settings.new_a_day),
            ),
            Line(
                "Retention",
                [(percent(share), share) for share in shares],
                "How likely you want to know a question when it falls due. Higher means more "
                "questions a day.",
                shares.index(self._settings.retention),
            ),
        ]

    def result(self) -> StudySettings:
        """The settings."""
        return StudySettings(*(self.chosen(line) for line in self.rows()))
