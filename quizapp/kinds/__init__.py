"""The kinds of questions: each with its fields, how it is read and how it is graded."""

from quizapp.kinds.base import Question
from quizapp.kinds.boolean import Boolean
from quizapp.kinds.cloze import Cloze
from quizapp.kinds.date import Date
from quizapp.kinds.listing import Listing
from quizapp.kinds.match import Match
from quizapp.kinds.number import Number
from quizapp.kinds.options import Choice, Multiple
from quizapp.kinds.order import Order
from quizapp.kinds.points import Points
from quizapp.kinds.text import Text

KINDS: dict[str, type[Question]] = {
    str(kind.__struct_config__.tag): kind
    for kind in (
        Text, Number, Date, Listing, Cloze, Choice, Multiple, Boolean, Order, Match, Points
    )
}  # fmt: skip
"""The kinds by their name in a bank."""
