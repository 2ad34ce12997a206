"""What the map shows, before any drawing: stations, lines, and the tracks between stations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.guide import Guide
from generator.maps.stages import STAGES, stage_of
from generator.model.pathway import Pathway
from generator.seams import Seams
from generator.seams.reason import VERDICTS, Verdict

_ASIDE = re.compile(r"\s*\([^)]*\)")
_ARTICLE = re.compile(r"^L[’'](?=\w)")


@dataclass(frozen=True, slots=True)
class Station:
    """A scheme on the map. `zone`: rank of its stage."""

    id: str
    name: str
    zone: int


@dataclass(frozen=True, slots=True)
class Track:
    """A piece of line from a scheme to the next: its worst verdict, the pathways that take it."""

    start: str
    end: str
    verdict: Verdict
    pathways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapLine:
    """A family of pathways. `number`: its rank in the editors’ list, from 1."""

    id: str
    number: int
    tracks: tuple[Track, ...]
    pathways: tuple[str, ...]

    @property
    def stations(self) -> tuple[str, ...]:
        """Every scheme the line stops at, in the order its pathways name them."""
        return tuple(dict.fromkeys(name for track in self.tracks for name in (track.start, track.end)))


@dataclass(frozen=True)
class Network:
    """The whole map: stations by id, lines in the editors’ order."""

    stations: Mapping[str, Station]
    lines: tuple[MapLine, ...]


def network(guide: Guide, seams: Seams) -> Network:
    """The map of a guide: only lines that have pathways, only stations that pathways go through."""
    families: defaultdict[str, list[Pathway]] = defaultdict(list)
    for pathway in guide.pathways.values():
        if pathway.line is not None:
            families[pathway.line].append(pathway)
    lines = tuple(
        _line(name, number, families[name], seams)
        for number, name in enumerate(guide.vocabulary.lines, 1)
        if families[name]
    )
    used = dict.fromkeys(name for line in lines for name in line.stations)
    return Network({name: _station(guide, name) for name in used}, lines)


def short_name(title: str) -> str:
    """A title as a map prints it: no aside in brackets, no opening article."""
    bare = _ARTICLE.sub("", _ASIDE.sub("", title))
    return bare[:1].upper() + bare[1:]


def _station(guide: Guide, name: str) -> Station:
    scheme = guide.schemes[name]
    return Station(name, scheme.short or short_name(scheme.title), STAGES.index(stage_of(scheme)))


def _line(name: str, number: int, pathways: Iterable[Pathway], seams: Seams) -> MapLine:
    verdicts: defaultdict[tuple[str, str], list[Verdict]] = defaultdict(list)
    ways: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    members = tuple(pathways)
    for pathway in members:
        for before, seam in zip(pathway.steps, seams.pathways[pathway.id][1:], strict=False):
            ends = (before.scheme, seam.scheme)
            if ends[0] != ends[1]:
                verdicts[ends].append(seam.verdict)
                ways[ends].append(pathway.id)
    tracks = tuple(
        Track(*ends, max(found, key=VERDICTS.index), tuple(ways[ends])) for ends, found in verdicts.items()
    )
    return MapLine(name, number, tracks, tuple(pathway.id for pathway in members))
