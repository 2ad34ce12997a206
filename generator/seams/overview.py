"""Every seam of the guide, counted, and what an editor should mend first.

Data only; `seam_table` writes it. A passage weighs what goes through it: the pathways, each written for
one profile of person, then the needs these pathways start from.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.guide import Guide
from generator.model.scheme import Scheme
from generator.seams import Seams, seams
from generator.seams.reason import KINDS, Kind, Reason, Seam, Verdict, verdict_of

ALIVE = ("open", "experimental")
MOST = 10


@dataclass(frozen=True, slots=True)
class ToSecure:
    """A passage between two schemes, and who would gain from its securing."""

    start: str
    scheme: str
    pathways: tuple[str, ...]
    needs: tuple[str, ...]
    kinds: tuple[Kind, ...]


@dataclass(frozen=True)
class Overview:
    """What `check` says of all seams."""

    pathways: Mapping[Verdict, int]
    """Passages between the steps of pathways, by verdict."""
    links: Mapping[Verdict, int]
    """« Mène à » between schemes, by verdict."""
    kinds: Mapping[Kind, Mapping[Verdict, int]]
    """Both together: what each kind of reason would say alone."""
    questions: Mapping[Kind, int]
    """Silences, listed as questions, in no verdict."""
    dead_ends: tuple[str, ...]
    unreached: tuple[str, ...]
    unsure_needs: tuple[str, ...]
    first: tuple[ToSecure, ...]


def overview(guide: Guide) -> Overview:
    """Count everything once."""
    found = seams(guide)
    inside = [one for way in found.pathways.values() for one in way[1:]]
    everything = [*inside, *found.links.values()]
    return Overview(
        pathways=Counter(one.verdict for one in inside),
        links=Counter(one.verdict for one in found.links.values()),
        kinds={kind: Counter(_alone(everything, kind)) for kind in KINDS},
        questions=Counter(reason.kind for one in everything for reason in one.questions),
        dead_ends=tuple(_dead_ends(guide)),
        unreached=tuple(_unreached(guide)),
        unsure_needs=tuple(_unsure_needs(guide, found)),
        first=_first(guide, found),
    )


def _alone(everything: Iterable[Seam], kind: Kind) -> Iterator[Verdict]:
    """The verdict of one kind of reason, of the passages where it says something."""
    for one in everything:
        said: list[Reason] = [
            reason for reason in one.reasons if reason.kind == kind and reason.effect != "ask"
        ]
        if said:
            yield verdict_of(said)


def _living(guide: Guide) -> Iterator[Scheme]:
    return (scheme for scheme in guide.schemes.values() if scheme.status in ALIVE)


def _steps(guide: Guide) -> Iterator[tuple[frozenset[str], bool, bool]]:
    """What each step of each pathway offers; whether a step comes before, and after."""
    for pathway in guide.pathways.values():
        last = len(pathway.steps) - 1
        for number, step in enumerate(pathway.steps):
            yield frozenset(step.schemes), number > 0, number < last


def _dead_ends(guide: Guide) -> Iterator[str]:
    """Living schemes that nothing follows, in any pathway or link, though they are no goal."""
    followed = {name for names, _, after in _steps(guide) if after for name in names}
    for scheme in _living(guide):
        if scheme.kind != "goal" and scheme.id not in followed and not (scheme.leads_to or scheme.prepares):
            yield scheme.id


def _unreached(guide: Guide) -> Iterator[str]:
    """Living schemes that no pathway goes through, and that no link leads to."""
    reached = {name for names, _, _ in _steps(guide) for name in names}
    reached |= {link.scheme for scheme in _living(guide) for link in (*scheme.leads_to, *scheme.prepares)}
    return (scheme.id for scheme in _living(guide) if scheme.id not in reached)


def _unsure_needs(guide: Guide, found: Seams) -> Iterator[str]:
    """Needs with pathways, each of which has a seam to secure."""
    for need, ways in guide.pathways_of_need.items():
        if ways and all(any(one.verdict == "to_secure" for one in found.pathways[way][1:]) for way in ways):
            yield need


def _first(guide: Guide, found: Seams) -> tuple[ToSecure, ...]:
    """The passages to secure that most profiles go through, most first."""
    ways: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    kinds: defaultdict[tuple[str, str], set[Kind]] = defaultdict(set)
    for pathway, way in found.pathways.items():
        for one in way[1:]:
            if one.verdict == "to_secure" and one.start is not None:
                ways[one.start, one.scheme].append(pathway)
                kinds[one.start, one.scheme] |= {r.kind for r in one.reasons if r.effect == "secure"}
    rows = []
    for ends, names in ways.items():
        needs = tuple(sorted({need for name in names for need in guide.pathways[name].needs}))
        ordered = tuple(kind for kind in KINDS if kind in kinds[ends])
        rows.append(ToSecure(*ends, tuple(sorted(names)), needs, ordered))
    rows.sort(key=lambda row: (-len(row.pathways), -len(row.needs), row.start, row.scheme))
    return tuple(rows[:MOST])
