"""Long alphabetical lists on a few pages: which letters go together, where each of them is.

The first page keeps the address of the list, the others are named by their rank: words that editors add move
a letter to the next page; no page changes its address, and the first page knows where every word is. Editors
have nothing to do when a list grows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

MOST = 30_000
"""Characters of a page, about 10 kB once compressed: room is left for what stands around, and for editors."""
STEP = 500


@dataclass(frozen=True, slots=True)
class LetterPage:
    """Some letters of a list, and where they are. `label`: « de A à C »."""

    folder: str
    path: str
    label: str
    letters: tuple[str, ...]


def letter_pages(folder: str, sizes: Mapping[str, int]) -> tuple[LetterPage, ...]:
    """The pages of the list in `folder`: as few as `MOST` allows, then as even as they can be.

    `sizes`: characters under each letter, in order. A list that is empty has a page too.
    """
    groups = list(_filled(sizes, MOST)) or [()]
    for limit in range(max(sizes.values(), default=0), MOST, STEP):
        even = list(_filled(sizes, limit))
        if len(even) <= len(groups):
            groups = even or groups
            break
    return tuple(_page(folder, letters, rank) for rank, letters in enumerate(groups))


def _filled(sizes: Mapping[str, int], most: int) -> Iterator[tuple[str, ...]]:
    """Letters, page after page, none over `most` unless one letter alone is."""
    letters: list[str] = []
    room = most
    for letter, size in sizes.items():
        if letters and size > room:
            yield tuple(letters)
            letters, room = [], most
        letters.append(letter)
        room -= size
    if letters:
        yield tuple(letters)


def _page(folder: str, letters: tuple[str, ...], rank: int) -> LetterPage:
    ends = dict.fromkeys((*letters[:1], *letters[-1:]))
    said = [letter.partition("-")[0] for letter in ends]  # « 0-9 » opens with 0
    label = f"de {' à '.join(said)}" if len(said) > 1 else "".join(said)
    own = f"{folder}/{rank + 1}" if rank else folder
    return LetterPage(own, f"{own}/index.html", label, letters)
