"""Paper has an end: texts are cut at what fits, and say that the rest is on the sheet of the guide."""

from __future__ import annotations

from collections.abc import Iterable

from generator.views.words import shorten

MORE = "(suite sur la fiche)"


def cut(text: str, most: int) -> str:
    """The text, or its beginning and where the rest is, within `most` characters."""
    return text if len(text) <= most else f"{shorten(text, most - len(MORE) - 1)} {MORE}"


def cut_list(lines: Iterable[str], most: int, count: int) -> list[str]:
    """The first lines, at most `count` and `most` characters in all; the last says when some were left."""
    found: list[str] = []
    wanted = list(lines)
    room = most
    for line in wanted:
        if len(found) == count or (found and len(line) > room):
            break
        found.append(cut(line, max(room, 40)))
        room -= len(found[-1])
    if len(found) < len(wanted) and not found[-1].endswith(MORE):
        found[-1] = f"{found[-1]} {MORE}"
    return found
