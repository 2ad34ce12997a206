"""The dictionary of contents (R14): every module the sources name, and where it is found."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass

from generator.views.shared import Library, Ref


@dataclass(frozen=True, slots=True)
class Content:
    """One module, by name, and the schemes that hold it."""

    title: str
    schemes: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class ContentLetter:
    """Modules that begin with one letter."""

    letter: str
    contents: tuple[Content, ...]


def dictionary(library: Library) -> tuple[ContentLetter, ...]:
    """Every module, from A to Z; two spellings of one name are one entry."""
    titles: dict[str, str] = {}
    holders: defaultdict[str, list[Ref]] = defaultdict(list)
    for scheme in library.guide.schemes.values():
        for module in scheme.content:
            key = _folded(module.title)
            titles.setdefault(key, module.title)
            holders[key].append(library.scheme(scheme.id, module.detail))
    letters: defaultdict[str, list[Content]] = defaultdict(list)
    for key in sorted(titles):
        letters[key[:1].upper()].append(Content(titles[key], tuple(holders[key])))
    return tuple(ContentLetter(letter, tuple(found)) for letter, found in letters.items())


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    kept = (one if one.isalnum() else " " for one in decomposed if not unicodedata.combining(one))
    return " ".join("".join(kept).split())
