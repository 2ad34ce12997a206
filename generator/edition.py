"""One region's guide out of the whole content: its own records and those valid everywhere.

Links towards another region's records are left out: that region's guide shows them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from generator.guide import Guide, by_id
from generator.model.base import Record, Value
from generator.model.need import Need
from generator.model.pathway import Pathway
from generator.model.scheme import LINK_FIELDS, Scheme
from generator.model.vocabulary import Term
from generator.regional import in_region

EVERYWHERE = "france"

One = TypeVar("One", bound=Value)


class UnknownEditionError(Exception):
    """No region of that name has an edition; `known` are those that have."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name, known)
        self.name, self.known = name, known


def names(guide: Guide) -> tuple[str, ...]:
    """Ids of the regions that have an edition, in the order of their list."""
    return tuple(region.id for region in guide.vocabulary.regions.values() if region.tagline)


def select(guide: Guide, edition: str) -> Guide:
    """The guide of one region. Raises `UnknownEditionError`."""
    if edition not in names(guide):
        raise UnknownEditionError(edition, names(guide))
    region = guide.vocabulary.regions[edition]
    schemes = _of_region(guide.schemes, edition)
    pathways = _of_region(guide.pathways, edition)
    return Guide(
        site=guide.site.model_copy(
            update={"region": edition, "tagline": region.tagline, "address": region.address}
        ),
        vocabulary=replace(guide.vocabulary, glossary=_words(guide, edition)),
        needs=by_id(_need(need, edition) for need in guide.needs.values()),
        schemes=by_id(_scheme(in_region(one, edition), schemes) for one in schemes.values()),
        pathways=by_id(_pathway(pathway, schemes, pathways) for pathway in pathways.values()),
        domains=_of_region(guide.domains, edition),
        prescriptions=_of_region(guide.prescriptions, edition),
        languages=guide.languages,
        origins=guide.origins,
        elsewhere=_elsewhere(guide, edition),
    )


def _need(need: Need, edition: str) -> Need:
    kept = tuple(one for one in need.helpers if one.region in (None, edition, EVERYWHERE))
    return need.model_copy(update={"helpers": kept})


def _elsewhere(guide: Guide, edition: str) -> Mapping[str, Mapping[str, int]]:
    """How many records of other regions cite each document: what this guide does not show, it counts."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    records: tuple[Scheme | Pathway, ...] = (*guide.schemes.values(), *guide.pathways.values())
    for record in records:
        if record.region not in (edition, EVERYWHERE):
            for document in {source.document for source in record.sources}:
                found[document][record.region] += 1
    return found


def _words(guide: Guide, edition: str) -> Mapping[str, Term]:
    """A word that belongs to another region explains nothing here."""
    kept = (None, edition, EVERYWHERE)
    return by_id(term for term in guide.vocabulary.glossary.values() if term.region in kept)


Kind = TypeVar("Kind", bound=Record)


def _of_region(records: Mapping[str, Kind], edition: str) -> Mapping[str, Kind]:
    kept = (record for record in records.values() if getattr(record, "region", "") in (edition, EVERYWHERE))
    return by_id(kept)


def _scheme(scheme: Scheme, known: Mapping[str, Scheme]) -> Scheme:
    changes: dict[str, object] = {
        name: tuple(link for link in getattr(scheme, name) if link.scheme in known)
        for name in (*LINK_FIELDS, "resembles")
    }
    changes["not_for"] = tuple(_forgetting(one, "instead", known) for one in scheme.not_for)
    changes["certifications"] = tuple(_forgetting(one, "scheme", known) for one in scheme.certifications)
    return scheme.model_copy(update=changes)


def _forgetting(value: One, name: str, known: Mapping[str, Scheme]) -> One:
    """The same, without its link when it leads out of the region."""
    return value if getattr(value, name) in known else value.model_copy(update={name: None})


def _pathway(pathway: Pathway, known: Mapping[str, Scheme], pathways: Mapping[str, Pathway]) -> Pathway:
    steps = tuple(
        step.model_copy(update={"alternatives": tuple(one for one in step.alternatives if one in known)})
        for step in pathway.steps
    )
    continues = tuple(one for one in pathway.continues if one.pathway in pathways)
    return pathway.model_copy(update={"steps": steps, "continues": continues})
