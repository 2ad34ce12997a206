"""How wide a text will be on any reader’s machine: system fonts differ, so the table is generous.

Widths are in thousandths of the type size, the widest of Segoe UI, Roboto, Noto Sans, Ubuntu and Arial
in semi-bold, rounded up; a letter that is not listed counts as a wide one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

_NARROW = {**dict.fromkeys("iljI.,:;'’!|", 320), **dict.fromkeys("ftr()-[]/ \u00a0\u202f", 420)}
_WIDE = {**dict.fromkeys("mM", 960), **dict.fromkeys("wW", 900), "œ": 960, "Œ": 1050, "…": 900, "—": 1000}
_CAPITAL, _SMALL = 740, 610


def width(text: str, size: float) -> float:
    """At most how wide `text` is at `size`, in the same unit."""
    return sum(_letter(letter) for letter in text) * size / 1000


def _letter(letter: str) -> int:
    bare = unicodedata.normalize("NFD", letter)[:1]
    known = _NARROW.get(bare) or _WIDE.get(letter) or _WIDE.get(bare)
    if known:
        return known
    return _SMALL if bare.isascii() and (bare.islower() or bare.isdigit()) else _CAPITAL


def wrap(text: str, size: float, widest: float) -> tuple[str, ...]:
    """`text` in as few lines as `widest` allows, then as even as they can be; a word is never cut."""
    words = text.split()
    fewest = len(list(_filled(words, size, widest)))
    narrowest = max((width(word, size) for word in words), default=0)
    for limit in _steps(narrowest, widest):
        found = tuple(_filled(words, size, limit))
        if len(found) <= fewest:
            return found
    return tuple(_filled(words, size, widest))


def _steps(start: float, end: float) -> Iterator[float]:
    while start < end:
        yield start
        start += 2


def _filled(words: Sequence[str], size: float, widest: float) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and width(longer, size) > widest:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line
