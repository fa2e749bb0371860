"""`quizapp settings`: what the learner has set, shown and changed."""

import argparse

from quizapp.app import settings
from quizapp.app.errors import CommandError
from quizapp.app.wording import percent
from quizapp.cli.workspace import open_workspace
from quizapp.text import clean


def run(options: argparse.Namespace) -> int:
    """Change what was named, then print what holds; 1 if the file has problems."""
    workspace = open_workspace(options)
    data, kept = workspace.start.data, workspace.settings
    changes = _changes(options)
    if changes:
        settings.save(data, changes)
        workspace.forget_settings()
    now = workspace.settings
    for value, what in (
        (now.new_a_day, "new questions a day, over all banks (--new-a-day)"),
        (percent(now.retention), "likely to know what falls due (--retention)"),
        (f"{now.day_begins}:00", "is when a day begins (--day-begins)"),
        (now.tolerance, "tolerance of slips of the pen (--tolerance)"),
        (_on(now.certainty), "asking how sure you are (--certainty)"),
        (_on(now.motion), "motion on the screen (--motion)"),
    ):
        print(f"{value:>6}  {what}")
    print(f"Theme: {clean(now.theme) or 'quizapp-dark'} (--theme)")
    if now.judge:
        print(f"Judge: {now.judge} (used on banks where it has passed `quizapp judge BANK --try`)")
    print(f"Kept in {data / settings.FILE}")
    return 1 if kept.problems else 0


def _on(value: bool) -> str:
    return "on" if value else "off"


def _sound(command: str) -> str:
    """The command without blanks around it. Raises CommandError where a shell could not read it."""
    from quizapp.app.judge import words_of

    command = command.strip()
    try:
        if command:
            words_of(command)
    except ValueError as error:
        raise CommandError(f"--judge: {str(error)[:1].lower()}{str(error)[1:]}.") from error
    return command


def _changes(options: argparse.Namespace) -> dict[str, str | int | float | bool]:
    """The settings that were named. Raises CommandError for what cannot be one."""
    found: dict[str, str | int | float | bool] = {}
    if options.new_a_day is not None:
        if options.new_a_day > settings.MOST_NEW:
            raise CommandError(f"--new-a-day: at most {settings.MOST_NEW}.")
        found["new_a_day"] = options.new_a_day
    if options.retention is not None:
        # 0.9 is meant as 90 %: less than one in a hundred is no wish.
        share = options.retention if options.retention < 1 else options.retention / 100
        least, most = settings.RETENTIONS
        if not least <= share <= most:
            raise CommandError(f"--retention: from {percent(least)} to {percent(most)}.")
        found["retention"] = round(share, 4)
    if options.day_begins is not None:
        if options.day_begins > settings.LATEST_BEGIN:
            raise CommandError(f"--day-begins: an hour from 0 to {settings.LATEST_BEGIN}.")
        found["day_begins"] = options.day_begins
    for name in ("certainty", "motion"):
        if (chosen := getattr(options, name)) is not None:
            found[name] = chosen == "on"
    for name in ("tolerance", "theme"):
        if (chosen := getattr(options, name)) is not None:
            found[name] = chosen
    if options.judge is not None:
        found["judge"] = _sound(options.judge)
    return found
