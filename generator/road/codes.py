"""The short, opaque name of a choice in an address: nothing in it tells what the person looks for.

Made from the id alone, so that it stays the same while the file keeps its name; the browser makes the
same (`theme/assets/js/page/2-road-add.js`), so that any list of results may offer « Ajouter ».
"""

from __future__ import annotations

from typing import Literal

SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Thirty-two signs; none that is taken for another when it is read aloud or copied by hand."""
SIZE = 6
"""Thirty bits: one chance in twenty thousand that two of 300 sheets share a code (a check says it)."""
VERSION = "1"
"""First sign of the list in an address, so that a later way of writing can be told from this one."""


def code(kind: Literal["scheme", "pathway"], record: str) -> str:
    """Six signs for `scheme:pee`: FNV-1a, 32 bits, of which the lowest thirty are kept."""
    found = 0x811C9DC5
    for byte in f"{kind}:{record}".encode():
        found = (found ^ byte) * 0x01000193 & 0xFFFFFFFF
    return "".join(SIGNS[found >> 5 * place & 31] for place in reversed(range(SIZE)))
