"""The kinds of questions: one file each, with its fields, its reading and its grading."""

from quizapp.kinds.base import Fault, Offer, Question, Support
from quizapp.kinds.boolean import Boolean
from quizapp.kinds.choice import Choice
from quizapp.kinds.cloze import Cloze
from quizapp.kinds.date import Date
from quizapp.kinds.listing import Listing
from quizapp.kinds.match import Match
from quizapp.kinds.multiple import Multiple
from quizapp.kinds.number import Number
from quizapp.kinds.order import Order
from quizapp.kinds.points import Points
from quizapp.kinds.text import Text

AnyQuestion = (
    Text | Number | Date | Listing | Cloze | Choice | Multiple | Boolean | Order | Match | Points
)
"""Any question, told apart by its `kind`."""

KINDS: dict[str, type[Question]] = {
    "text": Text,
    "number": Number,
    "date": Date,
    "list": Listing,
    "cloze": Cloze,
    "choice": Choice,
    "multiple": Multiple,
    "boolean": Boolean,
    "order": Order,
    "match": Match,
    "points": Points,
}
"""The kinds by their name in a bank."""

__all__ = ["KINDS", "AnyQuestion", "Fault", "Offer", "Question", "Support"]
