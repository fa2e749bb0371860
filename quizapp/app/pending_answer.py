"""An answer from the first letter until it counts: typed, kept as a draft, sent."""

from time import monotonic
from typing import NamedTuple

from quizapp.app import colon_commands
from quizapp.app.drafts import Drafts
from quizapp.app.formatting import NOT_YET, TOO_LONG, too_long
from quizapp.session.errors import NotAllowed
from quizapp.session.run import SessionRun
from quizapp.store.errors import StoreError

DONT_KNOW = f"{NOT_YET} Enter once more means “I don't know”."


class SentAnswer(NamedTuple):
    """What was sent to a question and does not count yet, and the seconds that it took."""

    question: str
    answer: str
    seconds: float


class PendingAnswer:
    """The answer to the question that is asked: `drafts` keep it, `sent` waits for a certainty.

    Without `asks` every answer is taken as it comes.
    """

    def __init__(self, session: SessionRun, drafts: Drafts, asks: bool = True) -> None:
        self.session = session
        self.drafts = drafts
        self.asks = asks
        self.sent: SentAnswer | None = None
        self._begun = monotonic()
        self._confirming: str | None = None
        self._held = False

    def begin(self) -> None:
        """A question is asked: its time begins."""
        self.sent, self._confirming, self._begun = None, None, monotonic()

    @property
    def draft(self) -> str:
        """What was typed there before; in an exam, what was answered."""
        session, turn = self.session, self.session.turn
        draft = self.drafts.get(turn.question) if turn is not None else ""
        previous = session.previous if session.state.mode == "exam" and not draft else None
        return previous.response if previous is not None else draft

    def typed(self, draft: str, answer: str) -> bool:
        """The draft and the answer that it makes are others; gives whether a confirmation that was
        asked for has lapsed."""
        turn = self.session.turn
        if turn is not None:
            self.drafts.set(turn.question, "" if draft.lstrip().startswith(":") else draft)
        lapsed = self._confirming not in (None, draft, answer)
        if lapsed:
            self._confirming = None
        return lapsed

    def write(self) -> None:
        """Write the drafts, and keep a session in which nothing else has happened yet."""
        self.drafts.write()
        if self.drafts.any and not self._held:
            self._held = True
            try:
                self.session.recorder.flush()
            except (NotAllowed, StoreError):
                # Whatever hinders the store is told with the answer; the draft needs none.
                self._held = False

    def send(self, answer: str, lacking: str = "") -> str:
        """Take what was sent as the answer, or say in a sentence why it is not taken yet."""
        turn = self.session.turn
        if turn is None:
            return "There is nothing left to ask."
        if self.asks and (doubt := self._doubt(answer, lacking)):
            return doubt
        self.sent = SentAnswer(turn.question, answer, monotonic() - self._begun)
        return ""

    def _doubt(self, answer: str, lacking: str) -> str:
        """Why the answer is not taken yet, in a sentence; "" for no reason.

        A blank answer (outside an exam), one with something `lacking`, and one that looks like a
        command have to be sent twice; one without the form that is asked for is not taken at all.
        """
        if too_long(answer):
            return TOO_LONG
        blank, suggested = not answer.strip(), colon_commands.suggestion(answer)
        if self._confirming != answer:
            self._confirming = answer
            if blank and self.session.state.mode != "exam":
                return DONT_KNOW
            if lacking:
                return f"{lacking} Enter once more answers as it is."
            if suggested:
                return f"Did you mean :{suggested}? {NOT_YET} The same once more is your answer."
            self._confirming = None
        missed = self.session.question.unreadable(answer)
        return f"{missed} {NOT_YET}" if missed is not None else ""

    def keep_sent(self) -> None:
        """It was sent: whatever ends the program now, it stands there again."""
        if self.sent is not None:
            self.drafts.set(self.sent.question, self.sent.answer)
            self.write()

    def counted(self) -> None:
        """What was sent counts: there is no draft of it any more."""
        if self.sent is not None:
            self.drafts.set(self.sent.question, "")
            self.drafts.write()
            self.sent = None

    def standing(self, typed: str) -> SentAnswer | None:
        """What was sent, or only typed so far if that is an answer and another one than before."""
        session, turn = self.session, self.session.turn
        answer = colon_commands.read(typed).answer or ""
        held = session.previous.response if session.previous is not None else ""
        if self.sent is not None or turn is None or answer == held or too_long(answer):
            return self.sent
        if not answer.strip() or session.question.unreadable(answer) is not None:
            return None
        return SentAnswer(turn.question, answer, monotonic() - self._begun)
