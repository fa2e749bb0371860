"""`quizapp settings`: what the learner has set, shown and changed."""

import argparse

from quizapp.app import settings
from quizapp.app.errors import CommandError
from quizapp.app.wording import percent
from quizapp.cli.options import per_cent, whole_number
from quizapp.cli.workspace import open_workspace
from quizapp.text import clean

EXAMPLES = """\
quizapp settings
quizapp settings --new-a-day 20 --retention 95%
quizapp settings --day-begins 5 --tolerance strict --certainty on
quizapp settings --judge 'my-judge --quick'
quizapp settings --judge ''"""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--new-a-day",
        type=whole_number,
        metavar="N",
        help="at most N new questions a day, over all banks (10)",
    )
    parser.add_argument(
        "--retention",
        type=per_cent,
        metavar="P",
        help="how likely you want to know a question when it falls due, in per cent (90)",
    )
    parser.add_argument(
        "--day-begins",
        type=whole_number,
        metavar="HOUR",
        help="the hour at which a day begins: what is done earlier belongs to the day before (4)",
    )
    parser.add_argument(
        "--tolerance",
        choices=settings.TOLERANCES,
        help="usual: a slip of the pen costs nothing; strict: spelling counts",
    )
    for name, what in (
        ("certainty", "whether sessions ask how sure you are (off)"),
        ("motion", "whether anything on the screen moves by itself (on)"),
    ):
        parser.add_argument(f"--{name}", choices=("on", "off"), help=what)
    parser.add_argument("--theme", metavar="NAME", help="how the screen looks (quizapp-dark)")
    parser.add_argument(
        "--judge",
        metavar="COMMAND",
        help="a command that is asked where the grader is not sure ('' for none)",
    )


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
