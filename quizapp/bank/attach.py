"""Recognising the source's paragraphs in a learner's own copy, by their fingerprints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Copy(NamedTuple):
    """What of a copy fits: passage id → the paragraph's own text; the ids that differ.

    `note` says in a sentence why nothing of it can be used, where that is so.
    """

    paragraphs: Mapping[str, str]
    differ: tuple[str, ...] = ()
    note: str = ""
