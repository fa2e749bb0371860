"""What a session refuses to do, with the reason."""


class NotAllowed(Exception):
    """Something that cannot be done now; the message tells the learner why."""


class TimeUp(NotAllowed):
    """The time of the exam is up, and it was handed in."""
