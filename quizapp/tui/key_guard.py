"""Keys that were pressed before there was anything to press them for do nothing."""

from textual import events

SETTLES = 0.3
"""Seconds after something new was painted in which keys are still meant for what stood before."""
ALWAYS = frozenset(("ctrl+q", "ctrl+c"))


class KeyGuard:
    """Open once what is on the screen has been there for a moment. Times are monotonic, in s."""

    def __init__(self) -> None:
        self._opens: float | None = None

    def close(self) -> None:
        """Something new is to be shown: nothing passes until it is painted."""
        self._opens = None

    def painted(self, now: float) -> None:
        """What is new has reached the screen."""
        self._opens = now + SETTLES

    def is_open(self, now: float) -> bool:
        """Whether a key pressed now is meant for what is shown."""
        return self._opens is not None and now >= self._opens

    def lets(self, event: events.Key | events.Paste) -> bool:
        """Whether the event may pass; it counts when it happened, not when its turn comes."""
        return is_always_let(event) or self.is_open(event.time)


def is_always_let(event: events.Key | events.Paste) -> bool:
    """Whether the key may be pressed at any time: those that leave."""
    return isinstance(event, events.Key) and event.key in ALWAYS
