"""The page of the map: its drawings, and the same stations and links as a list, which is the reference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.maps.layout import grid
from generator.maps.network import MapLine, Network, Track
from generator.maps.shapes import Drawing
from generator.maps.stages import STAGE_NAMES, STAGES
from generator.maps.strip import strip
from generator.maps.wide import wide
from generator.model.pathway import Pathway
from generator.seam_messages import VERDICTS
from generator.views import words
from generator.views.shared import Library, Ref, scheme_path

FOLDER = "plan"
TITLE = "Le plan des parcours"
PATH = f"{FOLDER}/index.html"
COLOURS = 8
"""How many lines have a colour and a pattern of their own; the ninth takes the first again."""


@dataclass(frozen=True, slots=True)
class Passage:
    """From a station to a next one, on one line."""

    to: Ref
    tone: str
    word: str


@dataclass(frozen=True, slots=True)
class StationView:
    """A station of a line in the list. `first`: the place that « plan#pee » leads to."""

    id: str
    scheme: Ref
    stage: str
    first: bool
    changes: tuple[LineName, ...]
    passages: tuple[Passage, ...]
    ways: tuple[str, ...]
    """Ids of the pathways that go through it, for the filter."""


@dataclass(frozen=True, slots=True)
class LineName:
    """A line: its number, its words, its colour and pattern (1 to 8)."""

    id: str
    number: int
    label: str
    look: int


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of the list, and its own strip."""

    name: LineName
    description: str | None
    stations: tuple[StationView, ...]
    pathways: tuple[Ref, ...]
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Choice:
    """A need one can filter by, and the pathways that start from it."""

    id: str
    label: str
    ways: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """Everything the page shows; names are looked up by the template as it draws."""

    drawing: Drawing
    lines: tuple[LineView, ...]
    names: Mapping[str, LineName]
    stations: Mapping[str, StationView]
    choices: tuple[Choice, ...]
    stages: tuple[str, ...]

    @cached_property
    def about(self) -> str:
        """The map in a sentence, for those who do not see it."""
        return f"{self.count}. La liste, plus bas, dit la même chose : lignes, stations, passages."

    @cached_property
    def ways(self) -> tuple[str, ...]:
        """Ids of the pathways of the map; everywhere else on the page one is told by its rank here."""
        drawn = {way for rail in self.drawing.rails for way in rail.track.pathways}
        return tuple(sorted(drawn.union(*(choice.ways for choice in self.choices))))

    def codes(self, ways: Iterable[str]) -> str:
        """Those ranks: « 3 12 ». Written hundreds of times, ids would be a tenth of the page."""
        return " ".join(str(self.ways.index(way)) for way in ways)

    @cached_property
    def arrows(self) -> bool:
        """Whether some track goes against the others."""
        return any(rail.back for rail in self.drawing.rails)

    @cached_property
    def spoken(self) -> Mapping[str, str]:
        """The lines of each station, to be heard: « lignes 1 et 3 »."""
        found: dict[str, list[str]] = {}
        for line in self.lines:
            for one in line.stations:
                found.setdefault(one.id, []).append(str(line.name.number))
        return {
            name: f"ligne{'s' if len(rows) > 1 else ''} {words.join(rows)}" for name, rows in found.items()
        }

    @cached_property
    def count(self) -> str:
        """« 27 stations, 8 lignes »."""
        return f"{words.plural(len(self.stations), 'station')}, {words.plural(len(self.lines), 'ligne')}"


def door(library: Library) -> Ref | None:
    """The link towards the map, where this edition has one."""
    return Ref(TITLE, PATH) if library.network.lines else None


def station_on_map(library: Library, scheme: str) -> Ref | None:
    """A scheme’s place on the map, if it has one."""
    return (
        Ref("Voir sur le plan des parcours", f"{PATH}#{scheme}")
        if scheme in library.network.stations
        else None
    )


def line_of(library: Library, pathway: Pathway) -> Ref | None:
    """The line of a pathway on the map."""
    if pathway.line is None:
        return None
    label = library.guide.vocabulary.lines[pathway.line].label
    return Ref(f"Sur le plan : ligne « {label} »", f"{PATH}#ligne-{pathway.line}")


def plan(library: Library) -> Plan | None:
    """The map of this edition; None where no pathway is on a line."""
    found = library.network
    if not found.lines:
        return None
    stages = tuple(STAGE_NAMES[stage] for stage in STAGES)
    whole = grid(found)
    names = {line.id: _name(library, line) for line in found.lines}
    seen: set[str] = set()
    lines = []
    for line in found.lines:
        drawing = strip(found, whole, line, stages)
        order = [stop.id for stop in drawing.stops]
        stations = tuple(_station(found, line, name, names, seen) for name in order)
        lines.append(LineView(names[line.id], _about(library, line), stations, _ways(library, line), drawing))
    return Plan(
        wide(found, whole, stages, {name: one.label for name, one in names.items()}),
        tuple(lines),
        names,
        {one.id: one for line in lines for one in line.stations if one.first},
        tuple(_choices(library, found)),
        stages,
    )


def _name(library: Library, line: MapLine) -> LineName:
    item = library.guide.vocabulary.lines[line.id]
    return LineName(line.id, line.number, item.label, (line.number - 1) % COLOURS + 1)


def _about(library: Library, line: MapLine) -> str | None:
    return library.guide.vocabulary.lines[line.id].description


def _ways(library: Library, line: MapLine) -> tuple[Ref, ...]:
    return tuple(library.pathway(name) for name in line.pathways)


def _station(
    found: Network,
    line: MapLine,
    name: str,
    names: Mapping[str, LineName],
    seen: set[str],
) -> StationView:
    first = name not in seen
    seen.add(name)
    station = found.stations[name]
    through = [track for one in found.lines for track in one.tracks if name in (track.start, track.end)]
    return StationView(
        name,
        Ref(station.name, scheme_path(name)),
        STAGE_NAMES[STAGES[station.zone]],
        first,
        tuple(names[one.id] for one in found.lines if one.id != line.id and name in one.stations),
        tuple(_passage(found, track) for track in line.tracks if track.start == name),
        tuple(sorted({way for track in through for way in track.pathways})),
    )


def _passage(found: Network, track: Track) -> Passage:
    to = Ref(found.stations[track.end].name, scheme_path(track.end))
    return Passage(to, track.verdict, VERDICTS[track.verdict])


def _choices(library: Library, found: Network) -> list[Choice]:
    """Needs that some pathway of the map starts from, in the order of the home page’s groups."""
    shown = {name for line in found.lines for name in line.pathways}
    groups = list(library.guide.vocabulary.groups)
    needs = sorted(library.guide.needs.values(), key=lambda need: (groups.index(need.group), need.order))
    rows = []
    for need in needs:
        ways = [name for name in library.guide.pathways_of_need[need.id] if name in shown]
        if ways:
            rows.append(Choice(need.id, need.statement, tuple(ways)))
    return rows
