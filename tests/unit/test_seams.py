"""The rules of a seam, on sheets made up for one rule at a time."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from generator.guide import Guide, by_id
from generator.model.pathway import Pathway, Profile
from generator.model.scheme import Link, Scheme
from generator.seam_messages import WORDINGS, in_words
from generator.seams import link_seam, pathway_seams
from generator.seams.dates import longest_wait
from generator.seams.overview import overview
from generator.seams.person import after, of_profile
from generator.seams.reason import VERDICTS, Seam, seam
from tests.projects import ROOT
from tests.unit.made_up import scheme


def between(guide: Guide, first: dict[str, Any], second: dict[str, Any], **link: str) -> Seam:
    """The seam of a « mène à » between two made-up sheets."""
    start, end = scheme(id="avant", **first), scheme(id="apres", **second)
    return link_seam(with_sheets(guide, start, end), start, Link(scheme="apres", **link))


def with_sheets(guide: Guide, *sheets: Scheme) -> Guide:
    return replace(guide, schemes=by_id((*guide.schemes.values(), *sheets)))


def way(guide: Guide, *steps: dict[str, Any], **profile: Any) -> tuple[Seam, ...]:
    """The seams of a pathway through sheets of `guide`."""
    return pathway_seams(
        guide,
        Pathway.model_validate(
            {
                **guide.pathways["du-francais-a-l-emploi"].model_dump(mode="json", exclude={"continues"}),
                "profile": {"summary": "Quelqu’un.", **profile},
                "steps": [{"why": "Pour avancer.", **step} for step in steps],
            }
        ),
    )


def effects(found: Seam, kind: str) -> list[tuple[str, str]]:
    return [(one.rule, one.effect) for one in found.reasons if one.kind == kind]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("paid", "unpaid", ("stops", "secure")),
        ("depends", "unpaid", ("stops", "secure")),
        ("unknown", "unpaid", ("hole", "secure")),
        ("paid", "depends", ("may_stop", "secure")),
        ("unpaid", "paid", ("starts", "fits")),
        ("paid", "paid", ("goes_on", "fits")),
        ("paid", "unknown", ("silent_after_pay", "ask")),
        ("unpaid", "depends", ("depends", "ask")),
    ],
)
def test_pay_that_stops_or_leaves_a_hole_is_secured(
    guide: Guide, before: str, after: str, expected: tuple[str, str]
) -> None:
    found = between(guide, {"pay": {"state": before}}, {"pay": {"state": after}})
    assert effects(found, "income") == [expected]


def test_a_meeting_in_between_does_not_make_the_pay_forgotten(guide: Guide) -> None:
    paid = scheme(id="paye", pay={"state": "paid"})
    meeting = scheme(id="rendez-vous", kind="service")
    unpaid = scheme(id="gratuit", pay={"state": "unpaid"})
    guide = with_sheets(guide, paid, meeting, unpaid)
    found = way(guide, {"scheme": "paye"}, {"scheme": "rendez-vous"}, {"scheme": "gratuit"})
    assert effects(found[2], "income") == [("stops", "secure")]
    assert "Le cours" not in in_words(guide, found[2].shown[0])


def test_silence_is_a_question_and_weighs_nothing(guide: Guide) -> None:
    found = between(guide, {}, {})
    assert found.verdict == "seamless"
    assert [one.rule for one in found.shown] == ["nothing"]
    assert {one.kind for one in found.questions} == {"level", "public", "income", "time", "place", "people"}


def test_silence_on_what_the_next_step_asks_is_to_be_checked(guide: Guide) -> None:
    asks = {"requires": {"abilities": {"french": "a1"}}, "audience": {"age_max": 25}}
    found = between(guide, {}, asks)
    assert found.verdict == "to_check"
    assert {one.rule for one in found.shown} == {"unknown", "age_unknown"}


def test_a_level_left_too_low_needs_a_condition_to_be_said(guide: Guide) -> None:
    first, second = {"gives": {"abilities": {"french": "a1"}}}, {"requires": {"abilities": {"french": "a2"}}}
    assert between(guide, first, second).verdict == "broken"
    assert between(guide, first, second, condition="Avec le niveau A2.").verdict == "to_secure"
    enough = {"gives": {"abilities": {"french": "a2"}}}
    assert between(guide, enough, second).verdict == "seamless"


def test_at_least_a_level_is_not_that_level(guide: Guide) -> None:
    asked = {"requires": {"abilities": {"french": "a1"}}}
    assert between(guide, asked, {"requires": {"abilities": {"french": "a2"}}}).verdict == "to_check"
    assert between(guide, asked, asked).verdict == "seamless"


def test_one_level_more_counts_from_a_level_that_is_known(guide: Guide) -> None:
    guide = with_sheets(
        guide,
        scheme(id="un-de-plus", gives={"abilities": {"french": "+1"}}),
        scheme(id="a2", requires={"abilities": {"french": "a2"}}),
    )
    steps = ({"scheme": "un-de-plus"}, {"scheme": "a2"})
    assert way(guide, *steps, abilities={"french": "a1"})[1].verdict == "seamless"
    assert way(guide, *steps, abilities={"french": "none"})[1].verdict == "broken"
    assert way(guide, *steps)[1].verdict == "to_check"


def test_a_passage_that_undertakes_a_level_is_to_be_secured(guide: Guide) -> None:
    guide = with_sheets(guide, scheme(id="a2", requires={"abilities": {"french": "a2"}}))
    passage = {"secure": ["Suivez un autre cours."], "abilities": ["french"]}
    found = way(guide, {"scheme": "bureau"}, {"scheme": "a2", "passage": passage}, abilities={"french": "a1"})
    assert found[1].verdict == "to_secure"


def test_an_optional_step_that_brings_what_is_asked_is_said(guide: Guide) -> None:
    guide = with_sheets(
        guide,
        scheme(id="cours", gives={"abilities": {"french": "a2"}}),
        scheme(id="a2", requires={"abilities": {"french": "a2"}}),
    )
    steps = ({"scheme": "bureau"}, {"scheme": "cours", "optional": True}, {"scheme": "a2"})
    found = way(guide, *steps, abilities={"french": "a1"})[2]
    assert ("skipped", "secure") in effects(found, "level")
    assert found.shown[0].details["schemes"] == ("cours",)


def test_another_way_that_brings_less_is_said(guide: Guide) -> None:
    guide = with_sheets(
        guide,
        scheme(id="cours", gives={"abilities": {"french": "a2"}}),
        scheme(id="a2", requires={"abilities": {"french": "a2"}}),
    )
    steps = ({"scheme": "cours", "alternatives": ["bureau"]}, {"scheme": "a2"})
    found = way(guide, *steps, abilities={"french": "a1"})[1]
    assert effects(found, "level") == [("other_way", "secure"), ("met", "fits")]


def test_a_sheet_for_the_young_that_names_a_public_may_take_someone_younger(guide: Guide) -> None:
    """As « Faire le point » says it: a school drop-out of 15 is asked, not refused."""
    theirs = {"young": True, "priority_publics": ["rsa"]}
    known = with_sheets(guide, scheme(id="avant"), scheme(id="apres", audience=theirs))
    steps = ({"scheme": "avant"}, {"scheme": "apres"})
    assert ("youth", "check") in effects(way(known, *steps, age_min=12, age_max=14)[1], "public")


def test_a_birthday_can_fall_in_the_step_before(guide: Guide) -> None:
    young = {"audience": {"age_min": 16, "age_max": 25}}
    found = between(guide, young, young)
    assert effects(found, "public") == [("age_passes", "secure")]
    assert in_words(guide, found.shown[0]).startswith("Entrez avant vos 26 ans.")


def test_what_is_for_the_young_is_for_nobody_past_25(guide: Guide) -> None:
    """No source says the age: at best it is to be asked, and the way through it keeps the ages offered."""
    young = scheme(id="jeunes", audience={"young": True})
    known = with_sheets(guide, young, scheme(id="apres", audience={"age_max": 25}))
    for ages, expected in (
        ((40, 50), "breaks"),
        ((18, 25), "check"),
        ((20, 50), "check"),
        ((12, 14), "breaks"),
    ):
        found, _ = way(known, {"scheme": "jeunes"}, {"scheme": "emploi"}, age_min=ages[0], age_max=ages[1])
        assert effects(found, "public")[0] == ("youth", expected)
        assert in_words(known, found.shown[0]).startswith("C’est pour des jeunes. La source ne dit pas l’âge")
    found = link_seam(known, young, Link(scheme="apres"))
    assert effects(found, "public") == [("age_passes", "secure")]


def test_a_birthday_can_fall_in_the_step_before_what_is_for_the_young(guide: Guide) -> None:
    """As `paths` says it of one person, and as for an age that is written; past it already, it is shut."""
    young = {"audience": {"young": True}}
    found = between(guide, young, young)
    assert effects(found, "public") == [("age_passes", "secure"), ("youth", "check")]
    assert in_words(guide, found.shown[0]).startswith("Entrez avant vos 26 ans.")
    year = {"duration": {"weeks_min": 52, "weeks_max": 52}}
    known = with_sheets(guide, scheme(id="avant", **year), scheme(id="apres", **young))
    for ages, expected in (
        ((18, 20), [("youth", "check")]),
        ((18, 25), [("age_passes", "secure"), ("youth", "check")]),
        ((18, 50), [("youth", "check")]),
        ((25, 25), [("youth", "breaks")]),
    ):
        steps = ({"scheme": "avant"}, {"scheme": "apres"})
        assert effects(way(known, *steps, age_min=ages[0], age_max=ages[1])[1], "public") == expected


def test_a_stay_counts_from_its_weeks_or_its_hours(guide: Guide) -> None:
    person = of_profile(Profile(summary="Quelqu’un.", age_min=20, age_max=20))
    two_years = scheme(duration={"hours_min": 3640, "hours_max": 3640})
    found = after(guide, person, two_years, None)
    assert (found.youngest, found.oldest) == (22, 22)
    found = after(guide, person, scheme(), None)
    assert (found.youngest, found.oldest) == (20, 21), "nobody says how long: a birthday can fall in it"
    found = after(guide, person, scheme(kind="service"), None)
    assert (found.youngest, found.oldest) == (20, 20), "a meeting takes no time"


def test_a_situation_that_one_can_take_up_is_secured_with_how(guide: Guide) -> None:
    found = between(guide, {"kind": "contract"}, {"audience": {"statuses": ["jobseeker"]}})
    assert effects(found, "public") == [("statuses_change", "secure")]


@pytest.mark.parametrize(
    ("months", "wait"), [((1, 9), 8), ((9,), 12), ((10, 4), 6), (tuple(range(1, 13)), 1)]
)
def test_the_longest_wait_between_two_entries(months: tuple[int, ...], wait: int) -> None:
    assert longest_wait(months) == wait


def test_programmes_that_turn_in_other_months_are_secured(guide: Guide) -> None:
    one, other = (
        {"entry": {"programme": {"starts": start, "ends": end}}} for start, end in ((2, 1), (10, 9))
    )
    assert effects(between(guide, one, other), "time") == [("other_programme", "secure")]
    assert effects(between(guide, one, one), "time") == [("same_programme", "fits")]
    assert effects(between(guide, {}, other), "time") == [("silent", "ask")]


@pytest.mark.parametrize(
    ("start", "entry", "expected"),
    [
        ({"operators": ["region"]}, {"prescribers": ["region"]}, ("hands_over", "fits")),
        ({}, {"alone": "true", "prescribers": ["mission-locale"]}, ("alone", "fits")),
        ({}, {"prescribers": ["mission-locale"]}, ("prescriber", "secure")),
        ({}, {"alone": "false"}, ("nobody", "check")),
        ({}, {}, ("silent", "ask")),
    ],
)
def test_somebody_must_hand_over(
    guide: Guide, start: dict[str, Any], entry: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert effects(between(guide, start, {"entry": entry}), "people") == [expected]


def test_the_worst_reason_decides_and_comes_first(guide: Guide) -> None:
    closed = {"status": "closed", "pay": {"state": "unpaid"}, "requires": {"conditions": ["Être là."]}}
    found = between(guide, {}, closed)
    assert found.verdict == "broken"
    assert [one.effect for one in found.shown] == ["breaks", "secure", "check"]
    assert seam(None, "apres", ()).verdict == VERDICTS[0]


def rules_yielded() -> Iterator[str]:
    """« kind rule » of every `Reason(…)` written out in the rules."""
    for path in sorted((ROOT / "generator/seams").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Reason":
                names = [one.value for one in node.args[:2] if isinstance(one, ast.Constant)]
                if len(names) == 2:
                    yield f"{names[0]} {names[1]}"


def test_no_reason_is_without_words() -> None:
    said = {" ".join(key.split()[:2]) for key in WORDINGS}
    money = ("goes_on", "stops", "may_stop", "silent_after_pay", "starts", "hole", "depends", "silent")
    expected = {*rules_yielded(), *(f"income {rule}" for rule in money)}
    expected |= {"time same_programme", "time other_programme", "level unknown", "level missing"}
    assert said == expected


def test_the_overview_names_what_nothing_follows_and_what_nothing_reaches(guide: Guide) -> None:
    lonely = scheme(id="seul")
    found = overview(with_sheets(guide, lonely))
    assert "seul" in found.dead_ends and "seul" in found.unreached
    assert "emploi" not in found.dead_ends, "a goal is where one wants to be"
    assert "vieux-cours" not in found.dead_ends, "it is closed"
    assert "atelier" not in (*found.dead_ends, *found.unreached)
