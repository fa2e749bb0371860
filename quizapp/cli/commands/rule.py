"""`quizapp rule`: a later decision on a response: it was right, wrong, or sent by mistake."""

from __future__ import annotations

import argparse

from quizapp.app.errors import CommandError
from quizapp.cli.options import add_learner
from quizapp.cli.workspace import open_workspace
from quizapp.text import clean

EXAMPLES = """\
quizapp scores --session 3f2a
quizapp rule
quizapp rule 3f2a sun-or-moon right
quizapp rule 3f2a sun-or-moon undo"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "session", nargs="?", metavar="SESSION",
        help="a session's id, or how it begins (without any: what waits for a ruling)",
    )  # fmt: skip
    parser.add_argument(
        "question", nargs="?", metavar="QUESTION", help="the id of the question answered"
    )
    parser.add_argument(
        "ruling",
        nargs="?",
        choices=("right", "wrong", "void", "undo"),
        help="void: sent by mistake, not counted; undo: take the latest ruling back",
    )
    parser.add_argument(
        "--by",
        choices=("learner", "instructor"),
        default="learner",
        help="whose ruling it is (default: learner)",
    )
    add_learner(parser, "without a SESSION: only what this learner answered")


SAID = {"right": "counts as right", "wrong": "counts as wrong", "void": "is not counted"}


def run(options: argparse.Namespace) -> int:
    """Rule the response that counts for the question in the session; say what that changed."""
    if options.ruling is None:
        if options.session is not None:
            raise CommandError("Say which question, and how you rule: right, wrong, void or undo.")
        return _list(options)
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
            given = history.latest_ruled(held, options.question, options.by) or given
            held = history.undo(store, held, response=given.id, by=options.by)
        else:
            held = history.rule(store, held, given.id, options.ruling, by=options.by)
    ruled = response_of(held.state, given.id)
    what = SAID[ruled.ruling] if ruled and ruled.ruling else "counts by its verdict"
    print(f"{clean(given.question)}: {on_one_line(given.response)[:200]}: {what} now.")
    now = score(held.state)
    figures = f"{figure(now.points)} of {figure(now.out_of)} ({figure(now.percent)} %)"
    print(f"Session {held.row.id[:8]}: {figures}.")
    if held.state.mode == "exam" and now.with_rulings != now.points:
        print(f"An exam's score stays; with your own rulings it is {figure(now.with_rulings)}.")
    return 0


def _list(options: argparse.Namespace) -> int:
    """Print what waits for a ruling, of all learners, or of one."""
    from quizapp.app.wording import on_one_line, still_unsure
    from quizapp.store.history import waiting

    with open_workspace(options).records() as store:
        found = waiting(store, learner=getattr(options, "learner", None))
    for each in found:
        print(f"{each.session[:8]} {clean(each.question)}: {on_one_line(each.response)[:200]}")
    print(still_unsure(len(found)) or "Nothing waits for a ruling.")
    if found:
        print(f"`quizapp rule {found[0].session[:8]} {clean(found[0].question)} right` rules one.")
    return 0
