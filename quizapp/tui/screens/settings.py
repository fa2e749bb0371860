"""The settings on one screen, as they are kept in settings.toml."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textual.app import App

from quizapp.app.formatting import percent
from quizapp.app.settings import LATEST_BEGIN, MOST_NEW, TOLERANCES, Settings
from quizapp.tui.screens.choice_sheet import ChoiceSheet, Line

NEW = (0, 5, 10, 15, 20, 30, 50)
RETENTIONS = (0.8, 0.85, 0.9, 0.95)
THEMES = (("dark", "quizapp-dark"), ("light", "quizapp-light"), ("the terminal's", "ansi-dark"))
ADD = "banks"
"""The name under which a wish to add a folder of banks comes back."""
ASK_JUDGE = "?"
"""In the place of the judge, the wish to name one."""
ON_OFF = (("on", True), ("off", False))


class SettingsSheet(ChoiceSheet):
    """Gives the settings that were changed, by their names, or None.

    `theme` is the one that is used now; `path` the file that the settings are in, None where files
    are out of reach.
    """

    TITLE_KEYS = "Enter keeps it · Esc leaves it as it is"
    TYPED = "New a day"
    most = MOST_NEW

    def __init__(self, settings: Settings, theme: str, path: Path | None) -> None:
        super().__init__("Settings")
        self._settings, self._theme, self._path = settings, theme, path

    def rows(self) -> list[Line]:
        kept = self._settings
        known = [name for _, name in THEMES]
        themes = [*THEMES, *([] if self._theme in known else [(self._theme, self._theme)])]
        new = sorted({*NEW, kept.new_a_day})
        hours = sorted({*range(LATEST_BEGIN // 2 + 1), kept.day_begins})
        shares = [(percent(share), share) for share in sorted({*RETENTIONS, kept.retention})]
        folders = ", ".join(map(str, kept.banks)) or "no further ones"
        judge = [("none", ""), *([(kept.judge[:24], kept.judge)] if kept.judge else [])]
        with_files = [
            _line(
                "Judge", "judge", [*judge, ("a program", ASK_JUDGE)], kept.judge,
                "A program of yours, asked where the grader is not sure: on a bank once it has "
                "passed `quizapp judge BANK --try`.",
            ),
            _line(
                "Banks", ADD, [("as they are", ""), ("add a folder", ADD)], "",
                f"Folders of banks, beside the usual ones: {folders}. All of this is in "
                f"{self._path}.",
            ),
        ]  # fmt: skip
        return [
            _line(
                "Theme", "theme", themes, self._theme,
                "All themes are in the command palette (Ctrl+P).",
            ),
            _line(
                "New a day", "new_a_day", [(str(n), n) for n in new], kept.new_a_day,
                "At most so many new questions a day, over all banks. You can always ask for more.",
            ),
            _line(
                "Day begins", "day_begins", [(f"{hour}:00", hour) for hour in hours],
                kept.day_begins, "What you do earlier belongs to the evening before.",
            ),
            _line(
                "Retention", "retention", shares, kept.retention,
                "How likely you want to know a question when it falls due. Higher means more "
                "questions a day.",
            ),
            _line(
                "Tolerance", "tolerance", [(each, each) for each in TOLERANCES], kept.tolerance,
                "usual: a slip of the pen costs nothing. strict: spelling counts, except where a "
                "question says otherwise.",
            ),
            _line(
                "Certainty", "certainty", ON_OFF, kept.certainty,
                "Whether sessions ask how sure you are of each answer.",
            ),
            _line("Motion", "motion", ON_OFF, kept.motion, "Whether anything moves by itself."),
            *(with_files if self._path is not None else []),
        ]  # fmt: skip

    def result(self) -> dict[str, Any]:
        """What was changed; `banks` asks for a folder to be added, ASK_JUDGE for a command."""
        held = ((line, self.chosen(line)) for line in self.rows())
        return {line.sets: value for line, value in held if value != line.choices[line.at_first][1]}


async def ask_judge(app: App[None]) -> str | None:
    """Ask for the command of the judge; None where there is none that could be started."""
    from quizapp.app.judge import words_of
    from quizapp.tui.screens.ask import AskSheet

    words = "The command that starts it. It is run without a shell, once for each such answer."
    sheet = AskSheet("Your judge", words, "Such as: my-judge --quick")
    command: str | None = await app.push_screen_wait(sheet)
    try:
        if command:
            words_of(command)
        return command
    except ValueError as error:
        app.notify(f"No judge is kept: {error}.", severity="warning", markup=False)
        return None


def _line(name: str, sets: str, choices: Sequence[tuple[str, Any]], holds: Any, about: str) -> Line:
    return Line(name, sets, choices, about, [value for _, value in choices].index(holds))
