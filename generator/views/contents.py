"""The dictionary of contents (R14): every module the sources name, and where it is found."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.views.lists import folded
from generator.views.shared import Library, Ref, scheme_path


@dataclass(frozen=True, slots=True)
class Content:
    """One module, by name, and the schemes that hold it."""

    title: str
    schemes: tuple[Ref, ...]


def dictionary(library: Library) -> tuple[tuple[str, tuple[Content, ...]], ...]:
    """Every module by initial, from A to Z; two spellings of one name are one entry."""
    titles: dict[str, str] = {}
    holders: defaultdict[str, list[Ref]] = defaultdict(list)
    for scheme in library.guide.schemes.values():
        for module in scheme.content:
            key = _bare(module.title)
            titles.setdefault(key, module.title)
            where = scheme_path(scheme.id) + ("" if scheme.status == "closed" else "#contenu-fiche")
            holders[key].append(Ref(scheme.title, where, module.detail))
    letters: defaultdict[str, list[Content]] = defaultdict(list)
    for key in sorted(titles):
        letters[key[:1].upper()].append(Content(titles[key], tuple(holders[key])))
    return tuple((letter, tuple(found)) for letter, found in letters.items())


def _bare(text: str) -> str:
    """Letters and digits only, so that a hyphen or a capital does not make another entry."""
    return " ".join("".join(one if one.isalnum() else " " for one in folded(text)).split())
