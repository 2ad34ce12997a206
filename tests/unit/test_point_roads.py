"""Pathways written for a public: said, and after, for whoever does not say they are of it."""

from __future__ import annotations

import pytest

from generator.guide import Guide
from generator.matching import verdicts
from generator.matching_messages import in_words
from generator.model.pathway import Profile
from generator.model.situation import Situation
from generator.point import tree
from generator.point.answers import told
from generator.point.result import result
from generator.point.roads import Road, roads
from generator.views.shared import Library
from tests.unit.made_up import TODAY

FOR_A_PUBLIC = {
    "handicap-vers-emploi": "disabled",
    "rsa-vers-emploi": "rsa",
    "refugie-vers-metier": "refugees",
    "parent-vers-emploi-de-bureau": "returning-parents",
    "quartier-vers-numerique": "qpv",
}


def road(guide: Guide, name: str, situation: Situation) -> Road:
    """One pathway for somebody."""
    found = roads(guide, situation, (), verdicts(guide, situation))
    return next(one for one in found if one.pathway == name)


def rules(found: Road) -> set[str]:
    """The rules that had something to say."""
    return {one.rule for one in found.verdict.reasons}


@pytest.mark.parametrize(("name", "public"), FOR_A_PUBLIC.items())
def test_a_pathway_for_a_public_is_first_only_for_those_who_say_they_are_of_it(
    name: str, public: str, real: Guide
) -> None:
    silent = road(real, name, Situation(age=40, statuses=("jobseeker",)))
    own = road(real, name, Situation(age=40, statuses=("jobseeker",), publics=(public,)))
    assert "other_publics" in rules(silent) and not silent.fits
    assert "publics" in rules(own) and own.fits


def test_it_says_for_whom_it_is_written(real: Guide) -> None:
    found = road(real, "rsa-vers-emploi", Situation(age=40))
    [said] = [in_words(real, one) for one in found.verdict.reasons if one.rule == "other_publics"]
    assert said == (
        "Ce parcours est écrit pour : allocataires du revenu de solidarité active (RSA) "
        "ou personnes aux minima sociaux."
    )


@pytest.mark.parametrize(
    ("publics", "situation", "other"),
    [
        (("low-qualified",), {}, False),
        (("low-qualified",), {"level": "level-3"}, False),
        (("low-qualified",), {"level": "level-6"}, True),
        (("young-low-qualified",), {"age": 20}, False),
        (("young-low-qualified",), {"age": 40}, True),
        (("young-low-qualified", "neet"), {"age": 20}, False),
        (("neet",), {"age": 20}, True),
        ((), {"age": 40}, False),
    ],
)
def test_a_public_that_age_or_diploma_tell_waits_for_what_contradicts_it(
    publics: tuple[str, ...], situation: dict[str, object], other: bool, real: Guide
) -> None:
    profile = Profile(summary="Quelqu’un.", publics=publics)
    pathway = next(iter(real.pathways.values())).model_copy(update={"profile": profile, "id": "essai"})
    guide = Guide(real.site, real.vocabulary, real.needs, real.schemes, {"essai": pathway})
    found = road(guide, "essai", Situation.model_validate(situation))
    assert ("other_publics" in rules(found)) is other


def test_nobody_is_shown_first_what_is_written_for_a_public_they_have_not_told(real: Guide) -> None:
    for age in real.vocabulary.questions["age"].choices:
        for need in real.vocabulary.questions["besoins"].choices:
            person = told(real, {"age": (age.id,), "besoins": (need.id,)})
            for way in result(real, person).first:
                public = FOR_A_PUBLIC.get(way.id)
                assert public is None or public in person.situation.publics, (age.id, need.id)


def test_choosing_a_need_tells_its_public_on_plain_pages_too(real: Guide) -> None:
    adults = next(band for band in tree.bands(Library(real, TODAY)) if band.id == "a-partir-de-26")
    leaf = next(one for one in adults.leaves if one.need.id == "handicap")
    assert "handicap-vers-emploi" in {way.id for case in leaf.cases for way in case.ways}
