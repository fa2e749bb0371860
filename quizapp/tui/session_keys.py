"""The keys of a session, and which of them do something now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from quizapp.app.formatting import CERTAINTIES
from quizapp.session.responses import GradedResponse

if TYPE_CHECKING:
    from quizapp.app.presenter import SessionPresenter


KEYS = (
    Binding("enter", "act('go_on')", "Next"),
    Binding("enter", "act('leave_unsure')", "No, next"),
    Binding("y", "act('same')", "Yes"),
    Binding("n", "act('differs')", "No"),
    *(Binding(str(n), f"certainty({n})", words) for n, words in CERTAINTIES.items()),
    Binding("enter", "certainty(0)", show=False),
    Binding("r", "act('right')", "I was right"),
    Binding("w", "act('wrong')", "I was wrong"),
    Binding("z", "whole", "All of it"),
    Binding("f2", "act('hint')", "Hint: half credit", key_display="F2"),
    Binding("f3", "act('skip')", "Skip", key_display="F3"),
    Binding("f4,u", "act('undo')", "Undo", key_display="F4"),
    Binding("f5", "unkept", "Go on without keeping", key_display="F5"),
    Binding("f6", "flag", "Flag", key_display="F6"),
    Binding("f6", "flag_again", "Take flag back", key_display="F6"),
    Binding("f7,ctrl+pageup", "act('back')", "Back", key_display="F7"),
    Binding("f8,ctrl+pagedown", "act('forward')", "Forward", key_display="F8"),
    Binding("f9", "hand_in", "Hand in", key_display="F9"),
    Binding("x,v", "act('void')", "Don't count it"),
    Binding("colon", "command_line", "Command", show=False),
    Binding("escape", "home", "Home", key_display="Esc"),
    Binding("escape", "act('change')", "Change the answer", key_display="Esc"),
)
"""The keys, first those that stand first in the footer; `act` is done by the presenter."""


def live(one: SessionPresenter) -> frozenset[str]:
    """The names of what would do something now. Called while nothing is being done."""
    told, asking, session = one.phase == "told", one.phase == "asking", one.session
    flaggable = one.question is not None and (told or asking)
    flagged = one.named in one.flagged
    can = {
        "undo": (told or asking) and not one.exam and session.can_undo(one.response_shown),
        "hint": asking and not one.hint and session.can_hint,
        "skip": asking and not one.exam,
        "back": asking and one.exam,
        "forward": asking and one.exam,
        "hand_in": asking and one.exam,
        "go_on": one.phase in ("told", "reading"),
        "home": one.phase != "sure",
        "change": one.phase == "sure",
        "certainty": one.phase == "sure",
        "unkept": one.unkept,
        "flag": flaggable and not flagged,
        "flag_again": flaggable and flagged,
        "command_line": told or asking,
    }
    found = frozenset(name for name, now in can.items() if now)
    if not told or one.given is None:
        return found
    if one.given.unsettled:
        return found - {"go_on"} | {"leave_unsure", "same", "differs", "void"}
    return found | rulings(one.given)


def commands(one: SessionPresenter) -> frozenset[str]:
    """The commands that would do something now, typed with a colon."""
    now = live(one)
    found = {"repeat", "quit", "help"} | (now & {"hint", "skip", "undo", "right", "wrong", "void"})
    found |= {"right", "wrong"} if "same" in now else set()
    if one.phase == "asking" and not one.exam and one.session.last is not None:
        found |= {"right", "wrong", "void"}
    return frozenset(found)


def rulings(given: GradedResponse) -> frozenset[str]:
    """The rulings that would change anything."""
    if not given.id or given.ruled_by in ("learner", "instructor"):
        return frozenset()
    right = given.opinion == "right" if given.opinion is not None else given.verdict.accepted
    return frozenset(("wrong" if right else "right", "void"))
