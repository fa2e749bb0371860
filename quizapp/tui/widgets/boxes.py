"""Which answer box a kind of question has."""

from __future__ import annotations

from importlib import import_module

from quizapp.kinds.base import Offer, Question
from quizapp.tui.widgets.answer import Answer

BOXES = {
    "text": ("line", "TextAnswer"),
    "number": ("line", "NumberAnswer"),
    "date": ("line", "DateAnswer"),
    "list": ("several", "ListAnswer"),
    "points": ("several", "LinesAnswer"),
    "cloze": ("gaps", "GapsAnswer"),
    "choice": ("choose", "ChoiceAnswer"),
    "multiple": ("choose", "MultipleAnswer"),
    "boolean": ("truth", "BooleanAnswer"),
    "order": ("order", "OrderAnswer"),
    "match": ("match", "MatchAnswer"),
}
"""The file in this folder and the class in it, imported when a question first needs it: a box
of several lines costs a tenth of the start."""


def box(question: Question, offer: Offer, draft: str = "") -> Answer:
    """The box in which `question` is answered, with what was typed there before."""
    file, name = BOXES.get(question.kind, BOXES["text"])
    made: Answer = getattr(import_module(f"quizapp.tui.widgets.{file}"), name)(
        question, offer, draft
    )
    return made
