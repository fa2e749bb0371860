"""Keys that were pressed before there was anything to press them for do nothing."""

from textual import events

SETTLES = 0.3
"""Seconds after something new was painted in which the key that led to it is taken for a bounce,
and letters that are keys there for the end of what was typed before."""
ALWAYS = frozenset(("ctrl+q", "ctrl+c"))


class KeyGuard:
    """Closed until what is new was painted; then a moment for some keys. Times are monotonic, in s.

    A key counts when it happened, not when its turn comes.
    """

    def __init__(self) -> None:
        self._painted: float | None = None
        self._settled = 0.0
        self._led_here = ""

    @property
    def closed(self) -> bool:
        """Whether no key counts now."""
        return self._painted is None

    def close(self, led_here: str = "") -> None:
        """Something new is to be shown, to which this key led: nothing passes until it is
        painted."""
        self._painted = None
        self._led_here = led_here or self._led_here

    def painted(self, now: float) -> None:
        """What is new has reached the screen."""
        self._painted, self._settled = now, now + SETTLES

    def is_open(self, now: float) -> bool:
        """Whether every key that is pressed now is meant for what is shown."""
        return self._painted is not None and now >= self._settled

    def lets(
        self, event: events.Key | events.Paste, typing: bool = False, at_work: bool = False
    ) -> bool:
        """Whether the event may pass; `typing` says that a text box takes letters, `at_work` that
        something is being done. Keys that leave always may."""
        if isinstance(event, events.Key) and event.key in ALWAYS:
            return True
        if self._painted is None or event.time < self._painted or at_work:
            return False
        if self.is_open(event.time):
            return True
        if isinstance(event, events.Paste) or event.is_printable:
            return typing
        return event.key != self._led_here
