"""How long a response may be."""

LIMIT = 64 * 1024
"""The most bytes that a response may have."""
TOO_LONG = "That is over 64 KiB, more than an answer may have. It was left out."


def too_long(text: str) -> bool:
    """Whether a text is more than a response may be."""
    return len(text) > LIMIT or len(text.encode("utf-8", "surrogatepass")) > LIMIT
