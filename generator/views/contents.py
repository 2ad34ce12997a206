"""The dictionary of contents: what one learns or does, told once, and every sheet where it is found.

Sheets name one thing in many ways; the closed list of subjects gathers them. A goal teaches nothing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.model.scheme import Scheme
from generator.views import words
from generator.views.shared import Library, Ref, scheme_path

OTHERS = "Autres contenus"


@dataclass(frozen=True, slots=True)
class Content:
    """One subject, and the schemes that hold it; `note` of a scheme is what its own sheet calls it."""

    id: str
    title: str
    text: str | None
    schemes: tuple[Ref, ...]
    domains: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Subjects that go together, in the order of their list."""

    title: str
    contents: tuple[Content, ...]


def dictionary(library: Library) -> tuple[Family, ...]:
    """Every subject that some sheet teaches, by family; modules of no subject come last, one by one."""
    held: defaultdict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    loose: defaultdict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for scheme in library.guide.schemes.values():
        for module in scheme.content if scheme.kind != "goal" else ():
            where = held[module.subject] if module.subject else loose[module.title]
            where[scheme.id].append(module.title)
    families: defaultdict[str, list[Content]] = defaultdict(list)
    for one in library.guide.vocabulary.subjects.values():
        if one.id in held:
            domains = _domains(library) if one.domains else ()
            schemes = _schemes(library, held[one.id], named=not domains)
            families[one.family].append(Content(one.id, one.label, one.description, schemes, domains))
    for rank, title in enumerate(sorted(loose), 1):
        schemes = _schemes(library, loose[title], named=False)
        families[OTHERS].append(Content(f"autre-{rank}", title, None, schemes, ()))
    return tuple(Family(title, tuple(found)) for title, found in families.items())


def _schemes(library: Library, held: dict[str, list[str]], *, named: bool) -> tuple[Ref, ...]:
    """Each sheet once, by title, with its own words for the subject."""
    found = []
    for scheme_id in sorted(held, key=lambda one: library.guide.schemes[one].title):
        scheme = library.guide.schemes[scheme_id]
        found.append(Ref(scheme.title, _where(scheme), words.join(held[scheme_id]) if named else None))
    return tuple(found)


def _where(scheme: Scheme) -> str:
    return scheme_path(scheme.id) + ("" if scheme.status == "closed" else "#contenu-fiche")


def _domains(library: Library) -> tuple[Ref, ...]:
    domains = sorted(library.guide.domains.values(), key=lambda one: one.title)
    return tuple(Ref(one.title, f"formations/{one.id}/index.html") for one in domains)
