"""`quizapp rule`: a later decision on a response: it was right, wrong, or sent by mistake."""

import argparse

from quizapp.app.errors import CommandError
from quizapp.app.formatting import count, figure, on_one_line, still_unsure
from quizapp.cli.workspace import open_workspace
from quizapp.store.history import waiting
from quizapp.store.sqlite import Store
from quizapp.text import clean

RULINGS = ("right", "wrong", "void", "undo")
SAID = {"right": "counts as right", "wrong": "counts as wrong", "void": "is not counted"}


def run(options: argparse.Namespace) -> int:
    """Rule the response that counts for the question in the session; say what that changed."""
    if options.question_of_all is not None:
        return _for_all(options)
    if options.ruling is None:
        if options.session is not None:
            raise CommandError("Say which question, and how you rule: right, wrong, void or undo.")
        return _list(options)
    from quizapp.session.begin import look_back
    from quizapp.session.history import latest_ruled, response_to

    with open_workspace(options).records(write=True) as store:
        session = look_back(None, store, options.session)
        given = response_to(session.state, options.question)
        if given is None:
            asked = ", ".join(dict.fromkeys(each.question for each in session.state.responses))
            raise CommandError(
                f"Session {session.id[:8]} has no response to {options.question!r}. "
                f"It has to: {asked or 'none'}."
            )
        ruling = None if options.ruling == "undo" else options.ruling
        if ruling is None:
            given = latest_ruled(session.state, options.question, options.by) or given
        given = session.rule(ruling, given.id, options.by)
    what = SAID[given.ruling] if given.ruling else "counts by its verdict"
    print(f"{clean(given.question)}: {on_one_line(given.response)[:200]}: {what} now.")
    now = session.score()
    figures = f"{figure(now.points)} of {figure(now.out_of)} ({figure(now.percent)} %)"
    print(f"Session {session.id[:8]}: {figures}.")
    if session.state.mode == "exam" and now.with_rulings != now.points:
        print(f"An exam's score stays; with your own rulings it is {figure(now.with_rulings)}.")
    return 0


def _for_all(options: argparse.Namespace) -> int:
    """Rule on a question for everybody."""
    from quizapp.session.history import rule_all

    question, ruling = options.question_of_all, options.session
    if ruling not in RULINGS or options.question is not None:
        raise CommandError(f"--all {question}: say {', '.join(RULINGS)}, and nothing else.")
    workspace = open_workspace(options)
    with workspace.records(write=True) as store:
        bank = _bank(options.bank and workspace.bank_id(options.bank), question, store)
        done = rule_all(store, bank, question, None if ruling == "undo" else ruling)
    what = SAID.get(ruling, "counts by its verdict")
    print(f"{clean(question)}: {count(done.ruled, 'response')} ruled on; each {what} now.")
    if done.left_open:
        exams = count(done.left_open, "exam")
        became = "is out of the paper there" if ruling == "void" else "earns nothing there"
        print(f"It was left open in {exams}, and {became}.")
    return 0


def _bank(named: str | None, question: str, store: Store) -> str:
    """The bank of the question: as named, or the only one with responses to it."""
    rows = store.read(
        """SELECT DISTINCT s.bank FROM response r JOIN session s ON s.key = r.session
        WHERE r.question = :question""",
        {"question": question},
    )
    found: list[str] = [bank for (bank,) in rows]
    if named in found:
        return str(named)
    if named or len(found) != 1:
        where = ", ".join(map(clean, found)) or "no bank"
        raise CommandError(
            f"There are responses to {question!r} on {where}"
            f"{'; say which with --bank.' if len(found) > 1 else '.'}"
        )
    return found[0]


def _list(options: argparse.Namespace) -> int:
    """Print what waits for a ruling, of all learners, or of one."""
    with open_workspace(options).records() as store:
        found = waiting(store, learner=options.learner)
    for each in found:
        print(f"{each.session[:8]} {clean(each.question)}: {on_one_line(each.response)[:200]}")
    print(still_unsure(len(found)) or "Nothing waits for a ruling.")
    if found:
        print(f"`quizapp rule {found[0].session[:8]} {clean(found[0].question)} right` rules one.")
    return 0
