"""Where: the places people name, and the départements each scheme, job or training reaches.

A place never changes the need; it narrows what is near, and leads to the territory's page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from generator.edition import EVERYWHERE
from generator.guide import Guide
from generator.model.scheme import Scheme
from generator.model.vocabulary import Territory
from generator.search.digits import written
from generator.search.words import split, stem
from generator.views.jobs import rows_of_jobs
from generator.views.order import of_kind, served
from generator.views.shared import territory_path

_TOKEN = re.compile(r"[^\W\d_]+")


def places(guide: Guide, texts: Iterable[str]) -> dict[str, Any]:
    """What can be named (départements, bassins, groups of communes), then every name, sorted by its words so
    that one is found without reading all, and the rank of what it names; from the texts of the guide, the
    words that are no short name of a town; and names that are common words."""
    departments, bassins = of_kind(guide, "departement"), of_kind(guide, "bassin")
    towns = _towns(guide)
    groups = sorted(towns)
    named = [*((one.label, rank) for rank, one in enumerate([*departments, *bassins]))]
    named += [
        (name, len(departments) + len(bassins) + rank)
        for rank, group in enumerate(groups)
        for name in towns[group]
    ]
    named.sort(key=lambda row: (split(row[0]), row[1]))
    return {
        "departements": [[one.label, territory_path(one.id), one.code] for one in departments],
        "bassins": [[one.label, territory_path(one.id)] for one in bassins],
        "towns": groups,
        "names": "|".join(name for name, _ in named),
        "of": "".join(written(rank) for _, rank in named),
        "plain": " ".join(_plain((name for name, _ in named), texts)),
        "common": " ".join(
            sorted(split(one.label)[0] for one in guide.vocabulary.towns.values() if one.common)
        ),
    }


def _plain(names: Iterable[str], texts: Iterable[str]) -> list[str]:
    """First words of names that are common words too, as « vieux » and « maisons »: they are written in small
    letters somewhere in the guide."""
    first = {words[0] for words in map(split, names) if len(words) > 1}
    small = {token for text in texts for token in _TOKEN.findall(text) if token[0].islower()}
    said = {stem(word) for token in small for word in split(token)}
    return sorted(word for word in first if stem(word) in said)


def _towns(guide: Guide) -> dict[tuple[int, int], list[str]]:
    """Communes by rank of their département and of their bassin (-1: the sources do not tell)."""
    departments = [one.id for one in of_kind(guide, "departement")]
    bassins = [one.id for one in of_kind(guide, "bassin")]
    found: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for town in guide.vocabulary.towns.values():
        if town.departement in departments:
            bassin = bassins.index(town.territory) if town.territory in bassins else -1
            found[departments.index(town.departement), bassin].append(town.label)
    return found


def near(guide: Guide, territories: Iterable[str]) -> list[int]:
    """Ranks of the départements that hold a part of these territories; empty when all do."""
    known = guide.vocabulary.territories
    departments = [one.id for one in of_kind(guide, "departement")]
    found = {rank for name in territories for rank in _ranks(known, known.get(name), tuple(departments))}
    return [] if len(found) == len(departments) else sorted(found)


def _ranks(
    known: Mapping[str, Territory], territory: Territory | None, departments: tuple[str, ...]
) -> set[int]:
    if territory is None:
        return set()
    if territory.id in departments:
        return {departments.index(territory.id)}
    if territory.kind == "region":
        return {rank for rank, name in enumerate(departments) if territory.id in known[name].within}
    return {rank for name in territory.within for rank in _ranks(known, known.get(name), departments)}


def of_scheme(guide: Guide, scheme: Scheme) -> list[int]:
    """Départements a scheme says it serves; empty: everywhere, or not said."""
    return [] if scheme.region == EVERYWHERE else near(guide, scheme.territories)


def of_jobs(guide: Guide) -> dict[str, list[int]]:
    """For each job, départements where the order lists something for it."""
    return {
        code: near(guide, {one for _, row in rows for one in served(guide, row)})
        for code, rows in rows_of_jobs(guide).items()
    }


def of_trainings(guide: Guide) -> dict[str, list[int]]:
    """For each row of the order, départements it serves."""
    rows = (row for domain in guide.domains.values() for row in domain.trainings)
    return {row.id: near(guide, served(guide, row)) for row in rows}
