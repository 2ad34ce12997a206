"""« Faire le point »: what answers tell, which ways come first, the plain pages, the data's size."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from generator.guide import Guide, by_id
from generator.matching import STATES, verdicts
from generator.model.audience import Audience, Gives, Requires
from generator.model.pathway import Pathway, Profile, Step
from generator.model.scheme import AnsweredNeed, Scheme
from generator.model.situation import Situation
from generator.point.answers import Told, asked, told
from generator.point.result import result
from generator.point.roads import roads
from generator.point.script import data, point_script
from generator.point.view import questions
from generator.views.shared import Library
from tests.unit.made_up import TODAY

NEED = "trouver-ma-voie"


def scheme(guide: Guide, name: str, **changes: Any) -> Scheme:
    """A scheme that asks for nothing, save what the test says."""
    silent = {
        "id": name,
        "title": name,
        "status": "open",
        "region": "france",
        "audience": Audience(),
        "requires": Requires(nothing=True),
        "gives": Gives(),
        "not_for": (),
        "if_refused": (),
        "territories": (),
        "needs": (AnsweredNeed(need=NEED, why="Pour voir.", fit="useful"),),
    }
    return guide.schemes["pee"].model_copy(update={**silent, **changes})


def pathway(guide: Guide, *steps: str, **changes: Any) -> Pathway:
    """A pathway through these schemes."""
    made = {
        "id": "essai",
        "title": "Essai",
        "profile": Profile(summary="Quelqu’un."),
        "needs": (NEED,),
        "steps": tuple(Step(scheme=one, why="Pour voir.") for one in steps),
    }
    return next(iter(guide.pathways.values())).model_copy(update={**made, **changes})


def holding(guide: Guide, schemes: tuple[Scheme, ...], *pathways: Pathway) -> Guide:
    """The real lists with these records only."""
    return Guide(guide.site, guide.vocabulary, guide.needs, by_id(schemes), by_id(pathways))


# — answers —


def test_answers_tell_a_situation_and_silence_tells_nothing(real: Guide) -> None:
    said = told(real, {"age": ("de-16-a-25",), "situation": ("rien", "mission-locale"), "diplome": ("cap",)})
    assert said.situation.age == 16
    assert set(said.situation.statuses) == {"no-activity", "mission-locale"}
    assert said.situation.level == "level-3"
    assert set(said.situation.publics) == {"young", "neet", "low-qualified", "young-low-qualified"}
    assert told(real, {"age": ()}) == Told(Situation(), (), ())


@pytest.mark.parametrize(
    ("age", "diploma", "publics"),
    [
        ("moins-de-16", "sans-diplome", {"unqualified", "low-qualified"}),
        ("a-partir-de-26", "sans-diplome", {"unqualified", "low-qualified"}),
        ("a-partir-de-26", "cap", {"low-qualified"}),
        ("a-partir-de-26", "bac", set()),
        ("de-16-a-25", "bac", {"young"}),
    ],
)
def test_an_age_and_a_diploma_tell_publics(age: str, diploma: str, publics: set[str], real: Guide) -> None:
    assert set(told(real, {"age": (age,), "diplome": (diploma,)}).situation.publics) == publics


def test_a_public_that_needs_two_answers_waits_for_both(real: Guide) -> None:
    assert told(real, {"situation": ("rien",), "age": ("a-partir-de-26",)}).situation.publics == ()


def test_a_bassin_said_after_its_departement_is_the_place(real: Guide) -> None:
    said = told(real, {"lieu": ("seine-saint-denis", "plaine-commune")})
    assert said.situation.territory == "plaine-commune"


def test_every_age_of_a_band_gets_the_same_verdicts(real: Guide) -> None:
    for choice in real.vocabulary.questions["age"].choices:
        low, high = choice.age_min or 14, choice.age_max or 75
        states = [
            {name: one.state for name, one in verdicts(real, Situation(age=age)).items()}
            for age in range(low, high + 1)
        ]
        assert all(one == states[0] for one in states), choice.id


def test_each_edition_asks_only_its_own_places(real: Guide) -> None:
    places = {one.id: one for one in asked(real)}["lieu"]
    assert {one.id for one in places.choices} >= {"paris", "plaine-commune"}
    assert "nouvelle-aquitaine" not in {one.id for one in places.choices}


def test_every_territory_and_every_need_of_the_edition_can_be_answered(real: Guide) -> None:
    told_places = {one.territory for question in asked(real) for one in question.choices if one.territory}
    own = {one.id for one in real.vocabulary.territories.values() if one.region == "ile-de-france"}
    assert told_places == own - {"ile-de-france"}
    told_needs = {need for question in asked(real) for one in question.choices for need in one.needs}
    assert told_needs == set(real.needs)


GIVEN = {
    (name, int(code)): dict(one.split(":") for one in answers)
    for name, code, *answers in (
        line.split()
        for line in Path(__file__).with_name("point_numbers.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
    )
}
"""Every number already in links that people share, by question: answers' ids to their numbers."""


@pytest.mark.parametrize(("name", "code"), GIVEN)
def test_a_number_once_given_keeps_its_meaning(name: str, code: int, real: Guide) -> None:
    """A question or an answer may go: nobody else takes its number. A new answer takes a new one."""
    meant = {int(number): answer for answer, number in GIVEN[name, code].items()}
    assert len(meant) == len(GIVEN[name, code]), "a number is given twice in point_numbers.txt"
    asked_now = {one.code: one for one in real.vocabulary.questions.values()}
    if code in asked_now:
        assert asked_now[code].id == name
        moved = {
            one.id: one.code
            for one in asked_now[code].choices
            if meant.get(one.code, one.id) != one.id or (one.id in meant.values() and one.code not in meant)
        }
        assert moved == {}
    assert all(one.code == code for one in asked_now.values() if one.id == name)


def test_the_numbers_of_every_answer_are_held(real: Guide) -> None:
    """An answer that is added is added to `point_numbers.txt` too: its number is nobody else's from then on."""
    for question in real.vocabulary.questions.values():
        held = GIVEN.get((question.id, question.code), {})
        new = [f"{one.id}:{one.code}" for one in question.choices if held.get(one.id) != str(one.code)]
        assert not new, f"point_numbers.txt: add to « {question.id} {question.code} » {' '.join(new)}"


# — ways —


def test_three_ways_at_most_two_schemes_and_a_pathway_that_fits(real: Guide) -> None:
    found = tuple(scheme(real, name) for name in ("a", "b", "c"))
    guide = holding(real, found, pathway(real, "a", "b"))
    kinds = [one.kind for one in result(guide, Told(Situation(), (NEED,), ())).first]
    assert kinds == ["scheme", "scheme", "pathway"]
    assert [one.id for one in result(holding(real, found), Told(Situation(), (NEED,), ())).first] == [
        "a",
        "b",
        "c",
    ]


def test_nothing_said_shows_schemes_only_and_nothing_is_ever_not_now_first(real: Guide) -> None:
    young = scheme(real, "a", audience=Audience(age_max=25))
    guide = holding(real, (young, scheme(real, "b")), pathway(real, "a", "b"))
    assert [one.id for one in result(guide, Told(Situation(), (), ())).first] == ["b", "a"]
    assert [one.id for one in result(guide, Told(Situation(age=30), (NEED,), ())).first] == ["b"]


@pytest.mark.parametrize(
    ("profile", "state", "fits"),
    [
        ({}, "possible", True),
        ({"age_min": 16, "age_max": 25}, "possible", True),
        ({"age_min": 26}, "not_now", False),
        ({"statuses": ("employee",)}, "to_check", False),
        ({"levels": ("level-5",)}, "to_check", False),
        ({"levels": ("none",), "publics": ("rsa",)}, "possible", True),
    ],
)
def test_a_pathway_written_for_somebody_else_says_so_and_goes_after(
    profile: dict[str, Any], state: str, fits: bool, real: Guide
) -> None:
    made = pathway(real, "a", "b", profile=Profile(summary="Quelqu’un.", **profile))
    guide = holding(real, (scheme(real, "a"), scheme(real, "b")), made)
    situation = Situation(age=20, statuses=("jobseeker",), level="none", publics=("rsa",))
    [road] = roads(guide, situation, (NEED,), verdicts(guide, situation))
    assert (road.verdict.state, road.fits) == (state, fits)


def test_a_pathway_is_closed_by_its_first_step_or_by_a_step_time_will_not_open(real: Guide) -> None:
    young = scheme(real, "jeune", audience=Audience(age_max=25))
    learned = scheme(real, "appris", requires=Requires(abilities={"french": "b1"}))
    schemes = (young, learned, scheme(real, "a"))
    situation = Situation(age=40, abilities={"french": "a1"})

    def state(*steps: str, alternatives: tuple[str, ...] = ()) -> str:
        made = pathway(real, *steps)
        last = made.steps[-1].model_copy(update={"alternatives": alternatives})
        guide = holding(real, schemes, made.model_copy(update={"steps": (*made.steps[:-1], last)}))
        return roads(guide, situation, (NEED,), verdicts(guide, situation))[0].verdict.state

    assert state("appris", "a") == "not_now"
    assert state("a", "appris") == "possible", "an earlier step may teach it"
    assert state("a", "jeune") == "not_now"
    assert state("a", "jeune", alternatives=("appris",)) == "possible"


def test_an_obstacle_is_lifted_beside_and_leads_only_when_nothing_else_is_asked(real: Guide) -> None:
    both = result(real, Told(Situation(age=20), (NEED,), ("me-deplacer",)))
    assert [need for need, _ in both.beside] == ["me-deplacer"]
    assert "me-deplacer" not in {
        answer.need for one in both.first if one.kind == "scheme" for answer in real.schemes[one.id].needs[:1]
    }
    alone = result(real, Told(Situation(age=20), (), ("me-deplacer",)))
    assert alone.beside == () and alone.first[0].id == "transport-gratuit"


def test_there_is_always_somebody_to_meet_for_a_need(real: Guide) -> None:
    known = real.vocabulary.organisations
    for need in real.needs:
        met = result(real, Told(Situation(), (need,), ())).helpers
        assert 1 <= len(met) <= 4, need
        assert all("prescriber" in known[one].roles for one in met)


# — data, page, plain pages —


def test_the_data_are_small_and_hold_no_markup(real: Guide) -> None:
    script = point_script(real)
    assert len(gzip.compress(script.encode(), 9)) <= 40_000
    assert script.startswith("window.__poc_point={") and "<" not in script
    assert json.loads(script.removeprefix("window.__poc_point=").removesuffix(";\n"))["needs"]


def test_texts_of_the_data_carry_their_no_break_spaces(real: Guide) -> None:
    text = json.dumps(data(real)["texts"], ensure_ascii=False)
    assert " ?" not in point_script(real)
    assert "?" in text


def test_every_choice_has_words_and_needs_stand_under_the_six_groups(real: Guide) -> None:
    views = questions(Library(real, TODAY))
    first = views[0]
    assert [one.label for one in first.themes] == [one.label for one in real.vocabulary.groups.values()]
    assert all(one.label for view in views for theme in view.themes for one in theme.choices)
    place = {view.id: view for view in views}["lieu"]
    assert len(place.themes[0].choices) == 8
    assert sum(len(one.choices) for one in place.closer) == 25


def test_the_words_of_a_state_are_never_a_refusal(real: Guide) -> None:
    assert set(data(real)["texts"]["states"]) == set(STATES)
    forbidden = ("refus", "pas droit", "interdit", "impossible", "éligible")
    texts = " ".join(data(real)["texts"]["templates"].values())
    assert not [word for word in forbidden if word in texts]
