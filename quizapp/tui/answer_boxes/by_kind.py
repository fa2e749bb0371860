"""Which answer box a kind of question has."""

from importlib import import_module

from quizapp.kinds.base import Offer, Question
from quizapp.tui.answer_boxes.base import Answer

BOXES = {
    "text": ("line", "TextAnswer"),
    "number": ("line", "NumberAnswer"),
    "date": ("line", "DateAnswer"),
    "list": ("lines", "ListAnswer"),
    "points": ("lines", "LinesAnswer"),
    "cloze": ("line", "GapsAnswer"),
    "choice": ("options", "ChoiceAnswer"),
    "multiple": ("options", "MultipleAnswer"),
    "boolean": ("boolean", "BooleanAnswer"),
    "order": ("options", "OrderAnswer"),
    "match": ("match", "MatchAnswer"),
}
"""The file in this folder and the class in it, imported when a question first needs it: a box
of several lines costs a tenth of the start."""


def box_for(question: Question, offer: Offer, draft: str = "") -> Answer:
    """The box in which `question` is answered, with what was typed there before."""
    file, name = BOXES.get(question.kind, BOXES["text"])
    made: Answer = getattr(import_module(f"quizapp.tui.answer_boxes.{file}"), name)(
        question, offer, draft
    )
    return made
