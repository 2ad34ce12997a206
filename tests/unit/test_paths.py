"""Paths found by the guide: what a chain may go through, what it costs, and the same answer in the browser."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from generator.edition import select
from generator.guide import Guide, by_id
from generator.load import load
from generator.model.pathway import Pathway
from generator.model.situation import Situation
from generator.passages import ALIVE, COSTS
from generator.paths import MOST_STEPS, SHOWN, Ground, Path, Walker, after, goals, ground, paths
from generator.paths_messages import AGE_PASSES, STATUSES_CHANGE
from generator.point.paths_script import paths_script
from generator.seam_messages import in_words
from generator.seams.reason import Reason
from generator.typography import french_text
from tests.paths import cases
from tests.point.cases import NODE
from tests.projects import ROOT
from tests.unit.made_up import scheme

needs_node = pytest.mark.skipif(NODE is None, reason="needs node to run the page's scripts")


@cache
def whole() -> Guide:
    content = load(ROOT).guide
    assert content is not None
    return content


@cache
def real(edition: str = "ile-de-france") -> Ground:
    return ground(select(whole(), edition))


# — both engines —


@needs_node
@pytest.mark.parametrize(
    ("edition", "people", "seed"),
    [
        ("ile-de-france", 500, 11),
        ("nouvelle-aquitaine", 100, 12),
        pytest.param("ile-de-france", 5000, 13, marks=pytest.mark.slow),
    ],
)
def test_python_and_the_page_find_the_same_paths(edition: str, people: int, seed: int) -> None:
    known, draw = real(edition), random.Random(seed)
    drawn = [cases.drawn(known.guide, draw) for _ in range(people)]
    found = 0
    for one, by_script in zip(drawn, cases.by_node(known.guide, drawn), strict=True):
        expected = cases.answered(known, one)
        assert by_script == expected, one
        found += len(expected)
    assert found > people // 2, "the cases drawn say something"


@pytest.mark.parametrize(
    ("template", "rule", "details", "said"),
    [
        (AGE_PASSES, "age_passes", {"scheme": "pee", "age": 26}, {"age": 26}),
        (
            STATUSES_CHANGE,
            "statuses_change",
            {"scheme": "prfe", "others": ("pupil", "student"), "become": "jobseeker"},
            {"others": "élève ou apprenti ou étudiant", "how": "Inscrivez-vous à Pôle emploi."},
        ),
    ],
)
def test_the_two_sentences_composed_in_the_page_are_those_of_seams(
    template: str, rule: str, details: dict[str, Any], said: dict[str, Any]
) -> None:
    sentence = in_words(whole(), Reason("public", rule, "secure", details))
    assert french_text(template).format_map(said) == french_text(sentence)


def test_the_data_of_the_page_stay_light() -> None:
    assert len(paths_script(real().guide).encode()) < 60_000


# — what holds for anybody —


def test_no_path_goes_through_what_is_closed_or_only_announced_nor_through_a_door_that_is_shut() -> None:
    known, draw = real(), random.Random(5)
    guide = known.guide
    for case in (cases.drawn(guide, draw) for _ in range(150)):
        situation = Situation.model_validate(case["situation"])
        found = paths(known, situation, case["needs"], case["targets"])
        assert len(found) <= SHOWN
        assert len({one.steps[0].scheme for one in found}) == len(found)
        assert [one.cost for one in found] == sorted(one.cost for one in found)
        for one in found:
            names = [step.scheme for step in one.steps]
            assert 2 <= len(names) == len(set(names)) <= MOST_STEPS
            assert names[-1] in case["targets"]
            assert all(guide.schemes[name].status in ALIVE for name in names)
            assert all(guide.schemes[name].kind != "goal" for name in names[:-1])
            assert all(step.state != "not_now" and step.verdict in COSTS for step in one.steps)
            assert all(
                any(passage.to == to for passage in known.passages[start]) for start, to in pairwise(names)
            )


def test_paths_do_not_depend_on_the_order_of_files() -> None:
    guide, draw = real().guide, random.Random(6)
    backwards = ground(
        replace(
            guide,
            schemes=by_id(reversed(guide.schemes.values())),
            pathways=by_id(reversed(guide.pathways.values())),
        )
    )
    for case in (cases.drawn(guide, draw) for _ in range(60)):
        situation = Situation.model_validate(case["situation"])
        chains = [
            [
                [step.scheme for step in one.steps]
                for one in paths(here, situation, case["needs"], case["targets"])
            ]
            for here in (real(), backwards)
        ]
        assert chains[0] == chains[1], case


# — made-up guides —

NEED = "travailler-vite"


def made(guide: Guide, *sheets: dict[str, Any]) -> Ground:
    """The tiny guide without its own schemes: only `sheets`, without its pathways."""
    rows = [scheme(**{"title": one["id"], **one}) for one in sheets]
    return ground(replace(guide, schemes=by_id(rows), pathways={}))


def start(name: str, *to: str, **more: Any) -> dict[str, Any]:
    """A sheet that answers the need, asks nothing, and leads to others."""
    links = [{"scheme": one} for one in to]
    needs = [{"need": NEED, "why": "Pour avancer.", "fit": "main"}]
    return {"id": name, "requires": {"nothing": True}, "leads_to": links, "needs": needs, **more}


def between(name: str, *to: str, **more: Any) -> dict[str, Any]:
    """The same, that answers no need: one only goes through it."""
    return {**start(name, *to), "needs": [], **more}


GOAL = {"id": "but", "kind": "goal"}
SILENT = {"kind": "support", "entry": {"alone": True}}


def chains(known: Ground, target: str = "but", **situation: Any) -> list[list[str]]:
    found = paths(known, Situation(**situation), [NEED], [target])
    return [[step.scheme for step in one.steps] for one in found]


def test_the_shortest_chain_comes_first_and_each_start_counts_once(guide: Guide) -> None:
    known = made(
        guide, start("long", "milieu", **SILENT), between("milieu", "but", **SILENT),
        start("court", "but", "milieu", **SILENT), GOAL,
    )  # fmt: skip
    assert chains(known) == [["court", "but"], ["long", "milieu", "but"]]


def test_a_detour_that_is_sure_beats_a_short_way_to_be_secured(guide: Guide) -> None:
    unpaid = {"pay": {"state": "unpaid"}}
    known = made(
        guide, start("depart", "sans-paie", "sur", **SILENT), between("sans-paie", "but", **SILENT, **unpaid),
        between("sur", "encore-sur", **SILENT), between("encore-sur", "but", **SILENT), GOAL,
    )  # fmt: skip
    assert chains(known) == [["depart", "sur", "encore-sur", "but"]]


@pytest.mark.parametrize("status", ["closed", "suspended", "announced"])
def test_a_step_that_is_not_open_is_no_way(guide: Guide, status: str) -> None:
    known = made(
        guide, start("depart", "porte", **SILENT), between("porte", "but", status=status, **SILENT), GOAL
    )
    assert chains(known) == []


def test_a_level_gained_on_the_way_opens_the_next_step(guide: Guide) -> None:
    ability, *levels = "french", *(step.id for step in guide.vocabulary.abilities["french"].levels)
    asks = {"requires": {"abilities": {ability: levels[2]}}}
    gives = {"gives": {"abilities": {ability: "+1"}}}
    direct = made(
        guide, start("depart", "exigeant", **SILENT), between("exigeant", "but", **SILENT, **asks), GOAL
    )
    helped = made(
        guide,
        start("depart", "exigeant", **SILENT, **gives),
        between("exigeant", "but", **SILENT, **asks),
        GOAL,
    )
    held = {ability: levels[1]}
    assert chains(direct, abilities=held) == []
    assert chains(helped, abilities=held) == [["depart", "exigeant", "but"]]


def test_time_passes_on_the_way(guide: Guide) -> None:
    """At 25, a year in a scheme shuts « de 16 à 25 ans »; a few weeks only ask to hurry."""
    young = {"audience": {"age_min": 16, "age_max": 25}}
    year, month = ({"duration": {"weeks_min": low, "weeks_max": low}} for low in (52, 4))
    slow = made(
        guide, start("depart", "jeunes", **SILENT, **year), between("jeunes", "but", **SILENT, **young), GOAL
    )
    quick = made(
        guide, start("depart", "jeunes", **SILENT, **month), between("jeunes", "but", **SILENT, **young), GOAL
    )
    assert chains(slow, age=25) == [["jeunes", "but"]], "one goes there first, at once"
    [found] = paths(quick, Situation(age=25), [NEED], ["but"])
    assert found.steps[1].verdict == "to_secure"
    assert [one.rule for one in found.steps[1].seams] == ["age_passes", *_fitting(found, 1)]


def before_the_young(guide: Guide) -> Ground:
    """Four weeks somewhere, then what is « pour des jeunes », no age written."""
    first = start("depart", "jeunes", **SILENT, duration={"weeks_min": 4, "weeks_max": 4})
    return made(guide, first, between("jeunes", "but", **SILENT, audience={"young": True}), GOAL)


def test_time_passes_too_before_what_is_for_the_young(guide: Guide) -> None:
    [found] = paths(before_the_young(guide), Situation(age=25), [NEED], ["but"])
    assert [one.rule for one in found.steps[1].reasons if one.effect == "check"] == ["youth"]
    assert [one.details["age"] for one in found.steps[1].seams if one.rule == "age_passes"] == [26]


@needs_node
def test_the_page_says_it_too(guide: Guide) -> None:
    known, told = before_the_young(guide), {"needs": [NEED], "targets": ["but"]}
    people = [{**told, "situation": Situation(age=age).model_dump(mode="json")} for age in (22, 25, 26)]
    assert cases.by_node(known.guide, people) == [cases.answered(known, one) for one in people]


def _fitting(found: Path, number: int) -> list[str]:
    return [one.rule for one in found.steps[number].seams if one.effect == "fits"]


def test_a_contract_makes_an_employee(guide: Guide) -> None:
    walker = Walker(Situation(), None)
    assert after(guide, walker, scheme(kind="contract")).situation.statuses == ("employee",)
    assert after(guide, walker, scheme(kind="training")).situation.statuses == ()


def test_a_situation_that_anyone_can_take_up_is_to_be_secured(guide: Guide) -> None:
    become = next(one.id for one in whole().vocabulary.statuses.values() if one.how_to_become)
    known = made(
        replace(guide, vocabulary=whole().vocabulary),
        start("depart", "inscrits", **SILENT, needs=[]),
        between("inscrits", "but", **SILENT, audience={"statuses": [become]}),
        GOAL,
    )
    [found] = paths(known, Situation(statuses=("student",)), (), ["but"])
    assert found.steps[1].verdict == "to_secure"
    assert "statuses_change" in [one.rule for one in found.steps[1].seams]


@pytest.mark.parametrize(
    ("names", "optional", "alike"),
    [
        (("a", "b", "but"), "", True),
        (("a", "plus", "b", "but"), "plus", True),
        (("a", "plus", "b", "but"), "", False),
        (("b", "but"), "", False),
        (("a", "but", "b"), "", False),
    ],
)
def test_a_chain_that_is_a_pathway_of_the_guide_says_so(
    guide: Guide, names: tuple[str, ...], optional: str, alike: bool
) -> None:
    plus = between("plus", status="announced")
    known = made(guide, start("a", "b", **SILENT), between("b", "but", **SILENT), plus, GOAL)
    model = guide.pathways["du-francais-a-l-emploi"].model_dump(mode="json", exclude={"continues"})
    steps = [{"scheme": name, "why": "Pour avancer.", "optional": name == optional} for name in names]
    way = Pathway.model_validate({**model, "steps": steps})
    told = replace(known, guide=replace(known.guide, pathways=by_id([way])))
    assert [one.pathway for one in paths(told, Situation(), [NEED], ["but"])] == [way.id if alike else None]


def test_one_aims_at_the_goals_of_the_guide_and_at_the_contract_most_pathways_go_through() -> None:
    assert goals(real().guide) == ("emploi", "formation-qualifiante", "alternance")


def test_any_schemes_may_be_the_goal() -> None:
    guide = real().guide
    aims = cases.main_schemes(guide, "apprendre-en-travaillant")
    assert aims and all(guide.schemes[name].status in ALIVE for name in aims)
    found = paths(real(), Situation(age=17, level="none"), ["trouver-ma-voie"], aims)
    assert found and all(one.steps[-1].scheme in aims for one in found)
