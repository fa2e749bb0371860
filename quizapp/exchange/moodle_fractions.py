"""Shares of the credit, as Moodle takes them: it knows a list of fractions and no others."""

MOODLE = (
    100.0, 90.0, 83.33333, 80.0, 75.0, 70.0, 66.66667, 60.0, 50.0, 40.0, 33.33333, 30.0, 25.0,
    20.0, 16.66667, 14.28571, 12.5, 11.11111, 10.0, 5.0, 0.0,
)  # fmt: skip
"""The fractions, in per cent, that Moodle accepts; negative ones as well."""


def per_cent(share: float) -> str:
    """The nearest fraction that Moodle knows, as it is written: `50`, `33.33333`, `-25`."""
    nearest = min(MOODLE, key=lambda known: abs(known - abs(share) * 100))
    sign = "-" if share < 0 and nearest else ""
    return sign + f"{nearest:.5f}".rstrip("0").rstrip(".")


def share(text: str) -> float:
    """A fraction in per cent as a share of 1; what is no number counts as nothing."""
    try:
        return round(max(-1.0, min(1.0, float(text.replace(",", ".")) / 100)), 5)
    except ValueError:
        return 0.0


def multiple_shares(right: int) -> tuple[float, float]:
    """What each right option earns, and each wrong one takes off, so that all right ones earn 1."""
    each = 1 / max(1, right)
    return each, -each
