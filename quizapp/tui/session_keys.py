"""The keys of a session, and which of them do something now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

if TYPE_CHECKING:
    from quizapp.session.events import GradedResponse
    from quizapp.tui.presenter import SessionPresenter


KEYS = (
    Binding("enter", "act('go_on')", "Next"),
    Binding("y", "act('same')", "Yes"),
    Binding("n", "act('differs')", "No"),
    Binding("r", "act('right')", "I was right"),
    Binding("w", "act('wrong')", "I was wrong"),
    Binding("f2", "act('hint')", "Hint: half credit", key_display="F2"),
    Binding("f3", "act('skip')", "Skip", key_display="F3"),
    Binding("f4,u", "act('undo')", "Undo", key_display="F4"),
    Binding("f5", "unkept", "Go on without keeping", key_display="F5"),
    Binding("f6", "flag", "Flag", key_display="F6"),
    Binding("f7,ctrl+pageup", "act('back')", "Back", key_display="F7"),
    Binding("f8,ctrl+pagedown", "act('forward')", "Forward", key_display="F8"),
    Binding("f9", "hand_in", "Hand in", key_display="F9"),
    Binding("z", "whole", "All of it"),
    Binding("v", "act('void')", "Don't count it"),
    Binding("colon", "command_line", "Command", show=False),
    Binding("escape", "home", "Home", key_display="Esc"),
    Binding("escape", "act('change')", "Change the answer", key_display="Esc"),
)
"""The keys, first those that stand first in the footer; `act` is done by the presenter."""


def can(one: SessionPresenter, name: str) -> bool:
    """Whether it would do something now; what is not known here always can."""
    told, asking, session = one.phase == "told", one.phase == "asking", one.session
    if name in ("same", "differs", "right", "wrong", "void"):
        return told and one.given is not None and _may_rule(one.given, name)
    live = {
        "undo": (told or asking) and not one.exam and session.can_undo(one.response_shown),
        "hint": asking and not one.hint and session.can_hint,
        "skip": asking and not one.exam,
        "back": asking and one.exam,
        "forward": asking and one.exam,
        "hand_in": asking and one.exam,
        "go_on": one.phase in ("told", "reading"),
        "home": one.phase != "sure",
        "change": one.phase == "sure",
        "unkept": one.unkept,
        "flag": one.question is not None and (told or asking),
        "command_line": told or asking,
    }
    return live.get(name, True)


def _may_rule(given: GradedResponse, name: str) -> bool:
    """Whether a ruling would change anything."""
    if given.ruled_by == "judge":
        return name in ("void", "wrong" if given.opinion == "right" else "right")
    if given.ruling is not None:
        return False
    if name in ("same", "differs"):
        return given.verdict.unsure
    if name == "right":
        return not given.verdict.accepted and not given.verdict.unsure
    return name == "void" or given.verdict.accepted
