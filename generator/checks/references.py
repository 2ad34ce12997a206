"""References: what is named exists, and no two things share one address."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from generator.checks.subject import Subject
from generator.guide import Guide
from generator.model.base import Reference, Value
from generator.model.walk import marked
from generator.problems import FieldPath, Problem


def indexes(guide: Guide) -> Mapping[str, Mapping[str, Any]]:
    """For each kind of reference, the records it may name."""
    words = guide.vocabulary
    return {
        "need": guide.needs,
        "scheme": guide.schemes,
        "pathway": guide.pathways,
        "organisation": words.organisations,
        "document": words.documents,
        "theme": words.themes,
        "status": words.statuses,
        "level": words.levels,
        "public": words.publics,
        "region": words.regions,
        "territory": words.territories,
        "group": words.groups,
        "ability": words.abilities,
        "job": words.jobs,
        "initiative": words.initiatives,
        "subject": words.subjects,
        "line": words.lines,
    }


def every_reference_exists(subject: Subject) -> Iterator[Problem]:
    """Whatever a record names (scheme, need, organisation, document, public…) exists."""
    known = indexes(subject.guide)
    broken = {kind: subject.broken(kind) for kind in known}
    names = cache(lambda kind: _suggestible(known[kind]))
    near = cache(lambda kind, name: _nearest(name, names(kind)))
    places: list[tuple[str, FieldPath, Value]] = [(key, (), value) for key, value in subject.records()]
    places += [(key, (rank,), value) for key, rank, value in subject.list_items()]
    for record, base, value in places:
        for path, mark, name in marked(value):
            if not isinstance(mark, Reference) or name in known[mark.kind]:
                continue
            if name in broken[mark.kind] or "*" in broken[mark.kind]:
                continue
            yield subject.problem(
                "unknown_reference",
                record,
                (*base, *path),
                key=path[-1] == name,
                name=name,
                kind=mark.kind,
                known=near(mark.kind, name),
                elsewhere=[kind for kind in ("need", "scheme", "pathway") if name in known[kind]],
            )


def _nearest(name: str, choices: Mapping[str, str]) -> dict[str, str]:
    """The choice most like `name`, if any: a name missed ten thousand times is looked for once."""
    best = difflib.get_close_matches(name.casefold(), {choice.casefold() for choice in choices}, n=1)
    return {choice: target for choice, target in choices.items() if choice.casefold() in best}


def _suggestible(items: Mapping[str, Any]) -> dict[str, str]:
    """What an editor may have meant: ids, and the titles and acronyms that lead to them."""
    found: dict[str, str] = {}
    for item_id, item in items.items():
        found[item_id] = item_id
        for attribute in ("title", "acronym", "label", "number"):
            if text := getattr(item, attribute, None):
                found.setdefault(str(text), item_id)
    return found


GAIN = re.compile(r"\+[1-9]")
"""A gain of so many levels, « +1 »."""


def every_ability_level_exists(subject: Subject) -> Iterator[Problem]:
    """A level asked or given is one of that ability's levels; `+1` only where something is gained."""
    abilities = subject.guide.vocabulary.abilities
    places = {"scheme": (("requires", False), ("gives", True)), "pathway": (("profile", False),)}
    for record, value in subject.records():
        for name, gain_allowed in places.get(record.partition(":")[0], ()):
            for ability, level in getattr(value, name).abilities.items():
                if ability not in abilities or (gain_allowed and GAIN.fullmatch(level)):
                    continue
                known = [step.id for step in abilities[ability].levels]
                if level not in known:
                    yield subject.problem(
                        "unknown_level",
                        record,
                        (name, "abilities", ability),
                        name=level,
                        ability=ability,
                        known=known,
                    )


RESERVED = frozenset({"par-public", "par-theme", "par-apport", "par-financeur", "index"})
"""Ids that would take the address of one of the guide's own pages."""


def no_two_records_on_one_address(subject: Subject) -> Iterator[Problem]:
    """An address belongs to one record; a former id may not be that of a living record."""
    guide = subject.guide
    for kind, group in (("need", guide.needs), ("scheme", guide.schemes), ("pathway", guide.pathways)):
        owners: dict[str, str] = {record_id: record_id for record_id in group}
        for record in group.values():
            for name in sorted({record.id, *record.renamed_from} & RESERVED):
                yield subject.problem("reserved_address", f"{kind}:{record.id}", ("id",), name=name)
        for record in group.values():
            for index, former in enumerate(record.renamed_from):
                owner = owners.setdefault(former, record.id)
                if owner != record.id or former in group:
                    yield subject.problem(
                        "address_taken",
                        f"{kind}:{record.id}",
                        ("renamed_from", index),
                        name=former,
                        owner=owner,
                    )
