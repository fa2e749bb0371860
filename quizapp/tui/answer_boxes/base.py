"""What every answer box shares: it is made from a question, and posts what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget

from quizapp.tui.widgets.key_queue import at_once

if TYPE_CHECKING:
    from quizapp.kinds.base import Offer, Question


class Answer(Widget):
    """The box in which one question is answered.

    `draft` is all that was typed or chosen so far, as text: handed to a new box, it stands there
    again. A box posts messages, and knows no session.
    """

    TITLE = "Your answer"
    TIP = "Enter answers"
    """What to press, said under the box; the screen adds what an empty answer means."""

    BINDINGS = [Binding("enter", "send", "Answer")]

    @dataclass
    class Sent(Message):
        """Enter was pressed: the response, as it is kept; blank where nothing was given.

        `lacking` says what is still open in it, "" if it is whole.
        """

        response: str
        lacking: str = ""

    @dataclass
    class Changed(Message):
        """The draft has changed."""

        answer: Answer

    @dataclass
    class Noted(Message):
        """Something to tell the learner about what was just typed or pasted."""

        note: str

    def __init__(self, question: Question, offer: Offer, draft: str = "") -> None:
        super().__init__(id="answer")
        self.question = question
        self.offer = offer
        self.first_draft = draft

    @property
    def draft(self) -> str:
        """All that is there so far."""
        return self.response()

    def response(self) -> str:
        """What would be answered now; blank if nothing."""
        raise NotImplementedError

    def lacking(self) -> str:
        """What is still open, in a sentence; "" if nothing, or if nothing was given at all."""
        return ""

    def begin(self) -> None:
        for widget in self.query("*"):
            if widget.focusable:
                widget.focus()
                return

    def select_all(self) -> None:
        """Select what was typed, so that typing replaces it."""

    def clear_command(self) -> None:
        """Take away a command that was typed where the answer goes."""

    def changed(self) -> None:
        """Tell that the draft is another."""
        self.post_message(self.Changed(self))

    def on_input_changed(self, event: Message) -> None:
        """What is typed in a field is the box's own matter."""
        event.stop()
        self.changed()

    on_text_area_changed = on_input_changed

    async def on_key(self, event: events.Key) -> None:
        """What is bound here is done in the order of typing."""
        await at_once(self, event)

    def action_send(self) -> None:
        self.post_message(self.Sent(self.response(), self.lacking()))


class TextField:
    """What the fields to type in share: keys in the order of typing, and pastes as a whole."""

    async def on_key(self, event: events.Key) -> None:
        await at_once(cast(Widget, self), event)

    def on_paste(self, event: events.Paste) -> None:
        """Take all of a paste, or none where it is too long."""
        event.stop()
        event.prevent_default()
        self.put_in(event.text)

    def action_paste(self) -> None:
        self.put_in(cast(Widget, self).app.clipboard)

    def put_in(self, text: str) -> None:
        """Put outside text at the cursor."""
        raise NotImplementedError
