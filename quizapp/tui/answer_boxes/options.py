"""Boxes in which single keys pick: choosing one option or several, putting items into order."""

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding

from quizapp.kinds.base import Offer, Question
from quizapp.tui.answer_boxes.base import Answer
from quizapp.tui.widgets.key_queue import at_once
from quizapp.tui.widgets.rows import Row, Rows

DIGITS = "123456789"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ELSEWHERE = ":?"
"""Keys that mean the same on the whole page."""


class PickAnswer(Answer):
    """The `items` that are offered as rows, each with a key, and a `cursor` on one of them.

    Whoever types words there means no keys: at the first character that is no key, what the
    characters before it did is taken back, and the rest does nothing.
    """

    cursor: int | None = 0

    def __init__(self, question: Question, offer: Offer, draft: str = "") -> None:
        super().__init__(question, offer, draft)
        self.items = list(offer.options)
        self._before: str | None = None
        self._words = False
        self.take(draft)

    def take(self, draft: str) -> None:
        """Stand as the draft says."""
        raise NotImplementedError

    def pick(self, place: int) -> None:
        """Do what the key of this row is for."""
        raise NotImplementedError

    def moved(self, place: int) -> None:
        """The cursor stands on another row."""
        self.cursor = place

    def sign(self, place: int) -> str:
        """What stands before this row."""
        return ""

    def compose(self) -> ComposeResult:
        yield Rows(self.rows(), self.cursor, typed=self.typed, chosen=self.pick, moved=self.moved)

    def rows(self) -> list[Row]:
        """The items, under digits as long as they go round, else under letters."""
        return [
            Row(text, key, self.sign(place))
            for place, (text, key) in enumerate(zip(self.items, self._keys, strict=False))
        ]

    @property
    def _keys(self) -> str:
        return DIGITS if len(self.items) <= len(DIGITS) else LETTERS

    def show(self) -> None:
        """Show how it stands."""
        self.query_one(Rows).show(self.rows(), self.cursor)

    def press(self, key: str) -> bool:
        """Do what the key is for; False if it is none."""
        place = self._keys.find(key)
        if not 0 <= place < len(self.items):
            return False
        self.pick(place)
        return True

    async def typed(self, event: events.Key) -> bool:
        """Hear a key before anything is done with it; True if there is nothing left to do."""
        text = event.character if event.is_printable else None
        if text is None or text in ELSEWHERE:
            words, self._words, self._before = self._words, False, None
            if words and event.key == "enter":
                self._no_words()
                return True
            return await at_once(self, event)
        if self._words:
            return True
        if self._before is None:
            self._before = self.draft
        if text == " ":
            return await at_once(self, event)
        if not self.press(text.lower()):
            self._words = True
            self.take(self._before)
            self.show()
            self.changed()
            self._no_words()
        return True

    def _no_words(self) -> None:
        said = f"Words cannot be typed here, and nothing was chosen by them: {self.TIP}."
        self.post_message(self.Noted(said))


class ChoiceAnswer(PickAnswer):
    """One option: its key or the arrows point at it, Enter answers."""

    TITLE = "Choose one"
    TIP = "a number or ↑↓ · Enter answers"

    def take(self, draft: str) -> None:
        """Point at the option with these words, or at none."""
        self.cursor = self.items.index(draft) if draft in self.items else None

    def response(self) -> str:
        return "" if self.cursor is None else self.items[self.cursor]

    def pick(self, place: int) -> None:
        self.cursor = place
        self.show()
        self.changed()

    moved = pick


class MultipleAnswer(PickAnswer):
    """All options that fit: Space or its key ticks one, Enter answers."""

    TITLE = "Choose all that are right"
    TIP = "a number ticks · a wrong tick costs a point"

    BINDINGS = [Binding("space", "tick", "Tick")]

    def take(self, draft: str) -> None:
        """Tick the options with these words, one a line, and no other."""
        given = draft.split("\n")
        self.ticked = {place for place, text in enumerate(self.items) if text in given}

    def sign(self, place: int) -> str:
        return "[x]" if place in self.ticked else "[ ]"

    def response(self) -> str:
        return "\n".join(self.items[place] for place in sorted(self.ticked))

    def action_tick(self) -> None:
        self.pick(self.cursor or 0)

    def pick(self, place: int) -> None:
        self.ticked ^= {place}
        self.cursor = place
        self.show()
        self.changed()


class OrderAnswer(PickAnswer):
    """Space lifts the item under the cursor, the arrows carry it; its new number moves it too."""

    TITLE = "Put into order"
    TIP = "Space lifts, ↑↓ carry it; or its new number"

    BINDINGS = [
        Binding("space", "lift", "Lift or put down"),
        Binding("shift+up,ctrl+up", "carry(-1)", "Move up", show=False),
        Binding("shift+down,ctrl+down", "carry(1)", "Move down", show=False),
    ]

    def take(self, draft: str) -> None:
        """Put the items into the order of the draft, one a line; else as they are offered."""
        drafted, offered = draft.split("\n"), list(self.offer.options)
        known = sorted(drafted) == sorted(offered)
        self.items = drafted if known else offered
        self.changes = known and drafted != offered
        self.lifted = False
        self.cursor = 0

    def sign(self, place: int) -> str:
        return "↕" if self.lifted and place == self.cursor else " "

    def response(self) -> str:
        """The items in their order, one a line; blank until one was moved."""
        return "\n".join(self.items) if self.changes else ""

    def action_lift(self) -> None:
        self.lifted = not self.lifted
        self.show()

    def action_carry(self, by: int) -> None:
        self.pick(max(0, min(len(self.items) - 1, (self.cursor or 0) + by)))

    def pick(self, place: int) -> None:
        if place != self.cursor:
            self.items.insert(place, self.items.pop(self.cursor or 0))
            self.cursor = place
            self.changes = True
            self.changed()
        self.show()

    def moved(self, place: int) -> None:
        if self.lifted:
            self.pick(place)
        self.cursor = place
