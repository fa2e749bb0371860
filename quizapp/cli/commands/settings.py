"""`quizapp settings`: how the learner studies, shown and changed."""

from __future__ import annotations

import argparse

from quizapp.app import settings
from quizapp.app.errors import CommandError
from quizapp.app.wording import percent
from quizapp.cli.options import per_cent, whole_number
from quizapp.cli.workspace import open_workspace
from quizapp.planning.request import StudySettings

EXAMPLES = """\
quizapp settings
quizapp settings --new-a-day 20 --retention 95%
quizapp settings --judge 'my-judge --quick'
quizapp settings --judge ''"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
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
        "--judge",
        metavar="COMMAND",
        help="a command that is asked where the grader is not sure ('' for none)",
    )


def run(options: argparse.Namespace) -> int:
    """Change what was named, then print what holds; 1 if the file has problems."""
    workspace = open_workspace(options)
    data, kept = workspace.start.data, workspace.settings
    study_settings = _changed(kept.study, options)
    if study_settings != kept.study:
        settings.save_study_settings(data, study_settings)
    judge = kept.judge
    if options.judge is not None and options.judge != judge:
        judge = _sound(options.judge)
        settings.save_judge(data, judge)
    print(f"{study_settings.new_a_day:>5}  new questions a day, over all banks (--new-a-day)")
    print(f"{percent(study_settings.retention):>5}  likely to know what falls due (--retention)")
    if judge:
        print(f"Judge: {judge} (used on banks where it has passed `quizapp judge BANK --try`)")
    print(f"Kept in {data / settings.FILE}")
    return 1 if kept.problems else 0


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


def _changed(study_settings: StudySettings, options: argparse.Namespace) -> StudySettings:
    if options.new_a_day is not None:
        if options.new_a_day > settings.MOST_NEW:
            raise CommandError(f"--new-a-day: at most {settings.MOST_NEW}.")
        study_settings = study_settings._replace(new_a_day=options.new_a_day)
    if options.retention is not None:
        # 0.9 is meant as 90 %: less than one in a hundred is no wish.
        share = options.retention if options.retention < 1 else options.retention / 100
        least, most = settings.RETENTIONS
        if not least <= share <= most:
            raise CommandError(f"--retention: from {percent(least)} to {percent(most)}.")
        study_settings = study_settings._replace(retention=round(share, 4))
    return study_settings
