"""What the boxes without a text line share: what is typed there are keys."""

from textual import events

from quizapp.kinds.base import Offer, Question
from quizapp.tui.answer_boxes.base import Answer
from quizapp.tui.widgets.key_queue import at_once

DIGITS = "123456789"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ELSEWHERE = ":?"
"""Keys that mean the same on the whole page."""


def keys_for(count: int) -> str:
    """The keys of so many rows: digits as long as they go round, else letters."""
    return DIGITS if count <= len(DIGITS) else LETTERS


class PickAnswer(Answer):
    """A box in which single keys pick.

    Whoever types words there means no keys: at the first character that is no key, what the
    characters before it did is taken back, and the rest does nothing.
    """

    def __init__(self, question: Question, offer: Offer, draft: str = "") -> None:
        super().__init__(question, offer, draft)
        self._before: str | None = None
        self._words = False
        self.take(draft)

    def take(self, draft: str) -> None:
        """Stand as the draft says."""
        raise NotImplementedError

    def show(self) -> None:
        """Show how it stands."""
        raise NotImplementedError

    def pick(self, place: int) -> None:
        """Do what the key of this row is for."""
        raise NotImplementedError

    def press(self, key: str) -> bool:
        """Do what the key is for; False if it is none."""
        place = keys_for(len(self.offer.options)).find(key)
        if not 0 <= place < len(self.offer.options):
            return False
        self.pick(place)
        return True

    async def typed(self, event: events.Key) -> bool:
        """Hear a key before anything is done with it; True if there is nothing left to do."""
        text = event.character if event.is_printable else None
        if text is None or text in ELSEWHERE:
            words, self._words, self._before = self._words, False, None
            if words and event.key == "enter":
                self.post_message(self.Noted(self._no_text))
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
            self.post_message(self.Noted(self._no_text))
        return True

    @property
    def _no_text(self) -> str:
        return f"Words cannot be typed here, and nothing was chosen by them: {self.TIP}."
