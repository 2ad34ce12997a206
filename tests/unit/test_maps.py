"""The map: where things stand on the real guide and on made-up networks, and that nothing overlaps."""

from __future__ import annotations

import datetime
import re
from functools import cache
from itertools import combinations, pairwise

import pytest

from generator import templates
from generator.edition import select
from generator.load import load
from generator.maps.lanes import line_lanes
from generator.maps.layout import Grid, grid
from generator.maps.network import short_name
from generator.maps.shapes import Box, Drawing
from generator.maps.stages import stage_of
from generator.maps.strip import strip
from generator.maps.text import width, wrap
from generator.maps.wide import wide
from generator.views.plan import Plan, plan
from generator.views.shared import Library
from tests.networks import ZONES, made_up
from tests.projects import ROOT
from tests.unit.made_up import TODAY, scheme


@cache
def library(edition: str = "ile-de-france") -> Library:
    return Library(select(load(ROOT).guide, edition), datetime.date(2026, 11, 21))


@cache
def real(edition: str = "ile-de-france") -> Plan:
    found = plan(library(edition))
    assert found is not None
    return found


@cache
def drawings(seed: int) -> list[Drawing]:
    """The wide map and every strip."""
    network = made_up(seed)
    whole, names = grid(network), {line.id: f"Famille numéro {line.number}" for line in network.lines}
    return [
        wide(network, whole, ZONES, names),
        *(strip(network, whole, line, ZONES) for line in network.lines),
    ]


def boxes(one: Drawing) -> list[tuple[str, Box]]:
    """Everything that must not be covered: names, dots and changes, zone names, names of lines."""
    found = [(f"zone {zone.name.words}", zone.name.box) for zone in one.zones]
    found += [(f"ligne {name.line}", name.text.box) for name in one.names]
    for stop in one.stops:
        found.append((f"nom de {stop.id}", stop.name.box))
        found += [
            (f"point {dot.line} de {stop.id}", Box(dot.x - 9, dot.y - 9, 18, 18))
            for dot in (*stop.dots, *stop.others)
        ]
    return found


def pieces(path: str) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight pieces of a path."""
    points = [(0.0, 0.0)]
    for letter, first, second in re.findall(r"([Mhvl])(-?\d+)(?: (-?\d+))?", path):
        x, y = (0.0, float(first)) if letter == "v" else (float(first), float(second or 0))
        points.append((points[-1][0] + x, points[-1][1] + y))
    return list(pairwise(points[1:]))


def crosses(piece: tuple[tuple[float, float], tuple[float, float]], box: Box) -> bool:
    """Whether a track goes through a box, sampled finer than a letter."""
    (x, y), (x2, y2) = piece
    if min(x, x2) > box.x + box.width or max(x, x2) < box.x:
        return False
    if min(y, y2) > box.y + box.height or max(y, y2) < box.y:
        return False
    steps = max(1, int(max(abs(x2 - x), abs(y2 - y)) / 2))
    points = ((x + (x2 - x) * step / steps, y + (y2 - y) * step / steps) for step in range(steps + 1))
    return any(
        box.x + 0.5 < px < box.x + box.width - 0.5 and box.y + 0.5 < py < box.y + box.height - 0.5
        for px, py in points
    )


def assert_clear(one: Drawing) -> None:
    for (name, box), (other, second) in combinations(boxes(one), 2):
        assert not box.meets(second), f"{name} et {other} se recouvrent sur {one.id}"
    for name, box in boxes(one):
        assert box.x >= 0 and box.x + box.width <= one.width, f"{name} sort de {one.id}"
        assert box.y >= 0 and box.y + box.height <= one.height, f"{name} sort de {one.id}"
    for stop in one.stops:
        for rail in one.rails:
            assert not any(crosses(piece, stop.name.box) for piece in pieces(rail.path)), (
                f"la voie {rail.track.start} → {rail.track.end} passe sur le nom de {stop.id} ({one.id})"
            )
        for other in one.stops:
            if len(other.dots) > 1:
                assert not other.capsule.meets(stop.name.box), f"{other.id} couvre le nom de {stop.id}"


@pytest.mark.parametrize("edition", ["ile-de-france", "nouvelle-aquitaine"])
def test_nothing_overlaps_on_the_real_map(edition: str) -> None:
    assert_clear(real(edition).drawing)
    for line in real(edition).lines:
        assert_clear(line.drawing)


@pytest.mark.parametrize("seed", range(8))
def test_nothing_overlaps_on_maps_nobody_would_write(seed: int) -> None:
    for one in drawings(seed):
        assert_clear(one)


@pytest.mark.parametrize("seed", range(3))
def test_no_track_runs_through_a_station_where_its_line_does_not_stop(seed: int) -> None:
    for one in drawings(seed):
        for rail in one.rails:
            for stop in one.stops:
                if not any(dot.line == rail.line for dot in stop.dots):
                    continue
                if stop.id in (rail.track.start, rail.track.end):
                    continue
                for dot in stop.dots:
                    if dot.line == rail.line:
                        near = Box(dot.x - 3, dot.y - 3, 6, 6)
                        assert not any(crosses(piece, near) for piece in pieces(rail.path))


@pytest.mark.parametrize("seed", range(3))
def test_tracks_are_octilinear(seed: int) -> None:
    for one in drawings(seed):
        for rail in one.rails:
            for (x, y), (x2, y2) in pieces(rail.path):
                across, down = abs(x2 - x), abs(y2 - y)
                assert not across or not down or across == down, rail.path


def test_the_real_map_stays_readable() -> None:
    """At 1280 pixels the page gives it 1223; at 360, a strip has 324."""
    drawing = real().drawing
    assert len(real().lines) <= 8
    assert drawing.width * 12 / 12.5 <= 1223, "the names would be under 12 pixels on a screen of 1280"
    assert all(line.drawing.width <= 324 for line in real().lines)


def test_lines_of_their_own_bands_never_cross() -> None:
    made: Grid = grid(made_up(3))
    for run in made.runs:
        assert run.lane in made.bands[run.line]
        assert made.stops[run.line, run.left] in made.bands[run.line]


def test_every_pathway_and_passage_is_drawn() -> None:
    guide, drawn = library().guide, real().drawing
    tracks = {(rail.line, rail.track.start, rail.track.end) for rail in drawn.rails}
    for pathway in guide.pathways.values():
        for before, step in pairwise(pathway.steps):
            assert (pathway.line, before.scheme, step.scheme) in tracks
    verdicts = {rail.track.verdict for rail in drawn.rails}
    assert verdicts >= {"seamless", "to_secure", "to_check"} and "broken" not in verdicts


def test_no_track_is_painted_over_the_arrow_of_another() -> None:
    for drawing in (real().drawing, *(line.drawing for line in real().lines)):
        backs = [rail.back for rail in drawing.rails]
        assert backs == sorted(backs)
    assert any(rail.back for rail in real().drawing.rails)


def test_the_list_has_the_same_stations_and_links_as_the_drawings() -> None:
    html = templates.render("plan.html.j2", 1, {"page": real(), "crumbs": ()})
    scheme_link = re.compile(r'href="(\.\./dispositifs/[^"]+)"')
    lists = html[html.index('id="liste"') :]
    big = html[html.index('class="plan-wide"') : html.index('class="plan-strips"')]
    strips = html[html.index('class="plan-strips"') : html.index('class="plan-legend"')]
    wanted = scheme_link.findall(lists)
    assert len(set(wanted)) > 20
    assert sorted(scheme_link.findall(big)) == sorted(set(wanted))
    assert scheme_link.findall(strips) == wanted, "strips and list: same links in the same order"
    for name in real().stations:
        assert html.count(f'<li id="{name}"') == 1


def test_links_follow_each_line_from_its_first_station() -> None:
    found = real()
    order = [stop.id for stop in found.drawing.stops]
    assert sorted(order) == sorted(found.stations)
    seen: set[str] = set()
    for line in found.lines:
        new = [one.id for one in line.stations if one.id not in seen]
        places = [order.index(name) for name in new]
        assert places == sorted(places)
        seen |= set(new)


def test_the_same_guide_gives_the_same_bytes() -> None:
    def page() -> str:
        fresh = Library(select(load(ROOT).guide, "ile-de-france"), TODAY)
        return templates.render("plan.html.j2", 1, {"page": plan(fresh), "crumbs": ()})

    assert page() == page()


def test_a_guide_without_lines_has_no_map() -> None:
    found = library("ile-de-france").guide
    bare = {name: one.model_copy(update={"line": None}) for name, one in found.pathways.items()}
    changed = Library(type(found)(**{**vars_of(found), "pathways": bare}), TODAY)
    assert plan(changed) is None


def vars_of(guide: object) -> dict[str, object]:
    return {name: getattr(guide, name) for name in guide.__dataclass_fields__}  # type: ignore[attr-defined]  # a dataclass


def test_a_branch_and_the_main_way_have_a_lane_each() -> None:
    column = {"a": 0, "b": 1, "c": 1, "d": 2}
    stops, runs = line_lanes([("a", "b"), ("b", "d"), ("a", "c"), ("c", "d"), ("a", "d")], column)
    assert stops["a"] == stops["d"]
    assert stops["b"] != stops["c"]
    assert runs["a", "d"] not in (stops["b"], stops["c"])


@pytest.mark.parametrize(
    ("changes", "stage"),
    [
        ({"kind": "goal", "themes": ["employment"]}, "work"),
        ({"kind": "contract", "gives": {"abilities": {"qualification": "level-3"}}}, "qualify"),
        ({"gives": {"abilities": {"project": "confirmed", "readiness": "training"}}}, "project"),
        ({"gives": {"abilities": {"readiness": "training"}}, "themes": ["remobilisation"]}, "recover"),
        ({"gives": {"abilities": {"readiness": "training"}}, "themes": ["qualification"]}, "prepare"),
        ({"gives": {"abilities": {"french": "+1"}}}, "basics"),
        ({"kind": "support", "themes": ["advice", "employment"]}, "inform"),
        ({"kind": "allowance", "themes": ["mobility"]}, "recover"),
        ({"themes": []}, "inform"),
        ({"themes": ["advice"], "stage": "qualify"}, "qualify"),
    ],
)
def test_a_stage_is_worked_out_from_what_the_sheet_says(changes: dict[str, object], stage: str) -> None:
    assert stage_of(scheme(**changes)) == stage


def test_real_stations_stand_in_their_zones() -> None:
    found = {name: one.stage for name, one in real().stations.items()}
    assert found["edi"] == "Reprendre pied"
    assert found["pee"] == "Construire son projet"
    assert found["competences-de-base"] == "Les bases"
    assert found["prequalification"] == "Se préparer"
    assert found["prfe"] == found["alternance"] == "Se qualifier"
    assert found["emploi"] == "Travailler"


def test_names_on_the_map_are_short() -> None:
    assert short_name("L’alternance (apprentissage, professionnalisation)") == "Alternance"
    assert short_name("Leçons de conduite") == "Leçons de conduite"


def test_a_text_is_wrapped_evenly_and_no_word_is_cut() -> None:
    lines = wrap("Espace de dynamique d’insertion", 12.5, 110)
    assert " ".join(lines) == "Espace de dynamique d’insertion"
    assert all(width(line, 12.5) <= 110 for line in lines)
    assert wrap("anticonstitutionnellement", 12.5, 20) == ("anticonstitutionnellement",)
