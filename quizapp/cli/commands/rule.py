"""`quizapp rule`: a later decision on a response: it was right, wrong, or sent by mistake."""

from __future__ import annotations

import argparse

from quizapp.app.errors import CommandError
from quizapp.cli.workspace import open_workspace
from quizapp.text import clean

EXAMPLES = """\
quizapp scores --session 3f2a
quizapp rule 3f2a sun-or-moon right
quizapp rule 3f2a sun-or-moon undo"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("session", metavar="SESSION", help="a session's id, or how it begins")
    parser.add_argument("question", metavar="QUESTION", help="the id of the question answered")
    parser.add_argument(
        "ruling",
        choices=("right", "wrong", "void", "undo"),
        help="void: sent by mistake, not counted; undo: take the latest ruling back",
    )
    parser.add_argument(
        "--by",
        choices=("learner", "instructor"),
        default="learner",
        help="whose ruling it is (default: learner)",
    )


SAID = {"right": "counts as right", "wrong": "counts as wrong", "void": "is not counted"}


def run(options: argparse.Namespace) -> int:
    """Rule the response that counts for the question in the session; say what that changed."""
    from quizapp.app.wording import figure, on_one_line
    from quizapp.session import history
    from quizapp.session.score import score
    from quizapp.session.state import response_of

    with open_workspace(options).records(write=True) as store:
        held = history.look(store, options.session)
        given = history.response_to(held, options.question)
        if given is None:
            asked = ", ".join(dict.fromkeys(each.question for each in held.state.responses))
            raise CommandError(
                f"Session {held.row.id[:8]} has no response to {options.question!r}. "
                f"It has to: {asked or 'none'}."
            )
        if options.ruling == "undo":
            given = history.latest_ruled(held, options.question) or given
            held = history.undo(store, held, response=given.id, by=options.by)
        else:
            held = history.rule(store, held, given.id, options.ruling, by=options.by)
    ruled = response_of(held.state, given.id)
    what = SAID[ruled.ruling] if ruled and ruled.ruling else "counts by its verdict"
    print(f"{clean(given.question)}: {on_one_line(given.response)[:200]}: {what} now.")
    now = score(held.state)
    figures = f"{figure(now.points)} of {figure(now.out_of)} ({figure(now.percent)} %)"
    print(f"Session {held.row.id[:8]}: {figures}.")
    if held.state.mode == "exam" and now.rulings:
        print(f"An exam's score stays; with rulings it would be {figure(now.with_rulings)}.")
    return 0
