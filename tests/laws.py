"""Laws whose examples take long."""

from hypothesis import settings

COSTLY = settings(max_examples=max(1, settings().max_examples // 10))
"""A tenth of the examples of the profile that `conftest` has loaded."""
