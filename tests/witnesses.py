"""The witness profiles of `tests/profiles/`: people made up from the sources, and what the guide must tell them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator import source
from generator.build import DEFAULT_EDITION
from generator.checks.references import indexes
from generator.edition import EVERYWHERE, select
from generator.guide import Guide
from generator.load import load_one
from generator.model.base import Reference
from generator.model.situation import Witness
from generator.model.walk import marked
from generator.problems import Problem
from generator.report import report
from tests.projects import ROOT

FOLDER = "tests/profiles"


def ids(root: Path = ROOT) -> list[str]:
    """Ids of the profiles, without reading them."""
    return sorted(path.stem for path in (root / FOLDER).glob("*.yml"))


def read(witness_id: str, root: Path = ROOT) -> tuple[Witness | None, tuple[Problem, ...]]:
    """One profile, or the problems of its file."""
    return load_one(root, f"{FOLDER}/{witness_id}.yml", "witness", Witness)


def witness(witness_id: str, guide: Guide) -> Witness:
    """One profile that names only what the guide knows; fails with the French of its problems."""
    found, problems = read(witness_id)
    assert found is not None and not problems, report(problems, "text")
    strangers = tuple(unknown(found, guide))
    assert not strangers, report(strangers, "text")
    return found


def unknown(found: Witness, guide: Guide) -> Iterator[Problem]:
    """What a profile names and the guide does not know, levels of abilities included."""
    known, file = indexes(guide), f"{FOLDER}/{found.id}.yml"
    written = source.read((ROOT / file).read_bytes(), file)
    for path, mark, name in marked(found):
        if isinstance(mark, Reference) and name not in known[mark.kind]:
            names = {one: one for one in known[mark.kind]}
            details = {"name": name, "kind": mark.kind, "known": names, "elsewhere": []}
            yield Problem("unknown_reference", file, *written.where(path), path, details)
    for ability, level in found.situation.abilities.items():
        steps = known["ability"][ability].levels if ability in known["ability"] else ()
        levels = [step.id for step in steps]
        if steps and level not in levels:
            details = {"name": level, "ability": ability, "known": levels}
            place = ("situation", "abilities", ability)
            yield Problem("unknown_level", file, *written.where(place), place, details)


def edition_of(guide: Guide, found: Witness) -> str:
    """The region whose guide the person reads: that of their territory."""
    place = guide.vocabulary.territories.get(found.situation.territory or "")
    return place.region if place and place.region != EVERYWHERE else DEFAULT_EDITION


def guide_of(guide: Guide, found: Witness) -> Guide:
    """The guide as that person sees it."""
    return select(guide, edition_of(guide, found))
