"""How many examples a test tries by default, and how many among the slow tests."""

from collections.abc import Mapping
from typing import TypeVar

import pytest
from _pytest.mark import ParameterSet
from hypothesis import settings

Case = TypeVar("Case")

COSTLY = settings(max_examples=max(1, settings().max_examples // 20))
"""For a law that takes long: a twentieth of the examples of the profile in `conftest`."""


def mostly_slow(cases: Mapping[str, Case], always: int = 2) -> list[ParameterSet]:
    """Parameters by their names: the first `always` by default, the rest among the slow tests."""
    return [
        pytest.param(case, id=name, marks=[pytest.mark.slow] * (number >= always))
        for number, (name, case) in enumerate(cases.items())
    ]
