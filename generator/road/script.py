"""The data of the page « Feuille de route », as one classic script: it loads from a folder too.

`window.__poc_road`: the choices by code, then for each need, in their order, the codes that answer it.
Texts arrive finished (typography included): the browser only places them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from generator.data_script import as_script
from generator.guide import Guide
from generator.model.scheme import Scheme
from generator.road import adviser, person
from generator.road.codes import code
from generator.views import words
from generator.views.shared import Library, badge, pathway_path, scheme_path

ALOUD = 60
"""Signs of a name that one reads aloud without losing breath."""


def road_script(library: Library) -> str:
    """`window.__poc_road={…}`, safe inside a script whatever the texts hold."""
    return as_script("__poc_road", road_data(library))


def road_data(library: Library) -> dict[str, Any]:
    """Choices and needs. A closed scheme is no choice: its page says what replaces it."""
    choices = dict([*_schemes(library), *_pathways(library)])
    guide = library.guide
    needs = []
    for need in guide.needs.values():
        schemes = (code("scheme", one) for one in guide.schemes_of_need[need.id])
        pathways = (code("pathway", one) for one in guide.pathways_of_need[need.id])
        needs.append([one for one in (*schemes, *pathways) if one in choices])
    return {"choices": choices, "needs": needs, "moved": dict(_moved(guide))}


def _moved(guide: Guide) -> Iterator[tuple[str, str]]:
    """Codes of former names: an address kept before a sheet was renamed still finds it."""
    for scheme in guide.schemes.values():
        yield from ((code("scheme", old), code("scheme", scheme.id)) for old in scheme.renamed_from)
    for pathway in guide.pathways.values():
        yield from ((code("pathway", old), code("pathway", pathway.id)) for old in pathway.renamed_from)


def _schemes(library: Library) -> Iterator[tuple[str, dict[str, Any]]]:
    for scheme in library.guide.schemes.values():
        if scheme.status == "closed":
            continue
        card, state = library.cards[scheme.id], badge(scheme)
        yield (
            code("scheme", scheme.id),
            {
                "title": _title(library, scheme),
                "short": scheme.acronym or scheme.title,
                "names": " ".join((*scheme.other_names, *scheme.former_names)),
                "path": scheme_path(scheme.id),
                "kind": card.kind,
                "badge": state.text if state else None,
                "as_of": words.as_of(scheme.as_of),
                **_filled(asdict(person.of_scheme(library, scheme, _said(library, scheme)))),
                **_filled(asdict(adviser.of_scheme(library, scheme))),
            },
        )


def _pathways(library: Library) -> Iterator[tuple[str, dict[str, Any]]]:
    for pathway in library.guide.pathways.values():
        scheme = library.guide.schemes[pathway.steps[0].scheme]
        first = person.of_scheme(library, scheme, _said(library, scheme))
        yield (
            code("pathway", pathway.id),
            {
                "title": pathway.title,
                "short": pathway.title,
                "names": "",
                "path": pathway_path(pathway.id),
                "kind": "Parcours",
                "badge": None,
                "as_of": words.as_of(pathway.as_of),
                **_filled(asdict(person.of_pathway(library, pathway, first))),
                **_filled(asdict(adviser.of_pathway(library, pathway, adviser.of_scheme(library, scheme)))),
            },
        )


def _title(library: Library, scheme: Scheme) -> str:
    card = library.cards[scheme.id]
    return f"{card.title} ({card.acronym})" if card.acronym else card.title


def _said(library: Library, scheme: Scheme) -> str:
    """How the person names it on the telephone: in full, and the acronym when it is not too long to say."""
    full = _title(library, scheme)
    return full if len(full) <= ALOUD else scheme.title


def _filled(part: dict[str, Any]) -> dict[str, Any]:
    """What the sources are silent about does not travel."""
    return {key: value for key, value in part.items() if value}
