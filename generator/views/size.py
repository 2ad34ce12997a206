"""How much a reader is given to read: what decides that a text has a page of its own.

Pages are to weigh at most 20 kB (`tests/site/test_weight.py`). A view cannot know what its page will weigh;
it knows how many characters it hands to the template, about three for each byte that travels.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass

UNSEEN = frozenset({"id", "path", "document"})
"""Fields that are not printed, or whose text comes again and again and compresses to nothing."""


def characters(value: object) -> int:
    """Characters of all the texts of a view, however deep they are."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, tuple | list):
        return sum(characters(one) for one in value)
    if is_dataclass(value):
        return sum(characters(getattr(value, one.name)) for one in fields(value) if one.name not in UNSEEN)
    return 0
