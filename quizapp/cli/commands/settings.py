"""`quizapp settings`: what the learner has set, shown and changed."""

import argparse
from typing import Any

from quizapp.app import settings
from quizapp.app.errors import CommandError
from quizapp.app.formatting import percent
from quizapp.cli.workspace import open_workspace
from quizapp.text import clean

NAMES = (
    "new_a_day", "retention", "day_begins", "tolerance", "certainty", "motion", "theme", "judge",
)  # fmt: skip


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


def _changes(options: argparse.Namespace) -> dict[str, Any]:
    """The settings that were named. Raises CommandError for what cannot be one."""
    named = ((name, getattr(options, name)) for name in NAMES)
    found = {name: value for name, value in named if value is not None}
    if "retention" in found:
        # 0.9 is meant as 90 %: less than one in a hundred is no wish.
        share = found["retention"]
        found["retention"] = round(share if share < 1 else share / 100, 4)
    found |= {name: found[name] == "on" for name in ("certainty", "motion") if name in found}
    for name, value in found.items():
        if what := settings.must_be(name, value):
            raise CommandError(f"--{name.replace('_', '-')} must be {what}.")
    if "judge" in found:
        found["judge"] = _sound(found["judge"])
    return found
