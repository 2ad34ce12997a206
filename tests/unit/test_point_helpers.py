"""« Qui rencontrer »: those who receive such a person, the needs' own helpers first, always somebody."""

from __future__ import annotations

from typing import Any

import pytest

from generator.guide import Guide
from generator.model.situation import Situation
from generator.model.vocabulary import Organisation
from generator.point import tree
from generator.point.answers import Told, told
from generator.point.helpers import receives
from generator.point.result import result
from generator.views.shared import Library
from tests.unit.made_up import TODAY


def met(guide: Guide, *needs: str, **situation: Any) -> tuple[str, ...]:
    """Whom somebody meets."""
    return result(guide, Told(Situation(**situation), needs, ())).helpers


def organisation(**record: Any) -> Organisation:
    """An organisation that says this of whom it receives."""
    return Organisation(id="essai", label="Essai", roles=("prescriber",), **record)


@pytest.mark.parametrize(
    ("record", "situation", "expected"),
    [
        ({}, {"age": 40, "statuses": ("employee",)}, True),
        ({"age_min": 16, "age_max": 25}, {}, True),
        ({"age_min": 16, "age_max": 25}, {"age": 25}, True),
        ({"age_min": 16, "age_max": 25}, {"age": 26}, False),
        ({"age_min": 16, "age_max": 25}, {"age": 15}, False),
        ({"young": True}, {"age": 15}, True),
        ({"young": True}, {"age": 26}, False),
        ({"statuses": ("detained",)}, {}, True),
        ({"statuses": ("detained",)}, {"statuses": ("jobseeker", "detained")}, True),
        ({"statuses": ("detained",)}, {"statuses": ("jobseeker",)}, False),
        ({"publics": ("disabled",)}, {"publics": ("rsa",)}, True),
    ],
)
def test_only_what_is_told_and_not_received_excludes(
    record: dict[str, Any], situation: dict[str, Any], expected: bool
) -> None:
    assert receives(organisation(**record), Situation(**situation)) is expected


def test_an_adult_jobseeker_who_wants_to_work_meets_no_body_for_the_young(real: Guide) -> None:
    found = met(real, "travailler-vite", age=30, statuses=("jobseeker",))
    assert found[0] == "pole-emploi"
    assert not {"mission-locale", "e2c-reseau", "mlds"} & set(found)


def test_needs_speak_in_turn_and_before_those_who_enrol(real: Guide) -> None:
    assert met(real, "apres-la-detention", age=30, statuses=("jobseeker",))[0] == "spip"
    assert met(real, "apprendre-un-metier", "apres-la-detention")[:2] == ("pole-emploi", "spip")


def test_whoever_is_there_for_such_a_person_comes_first(real: Guide) -> None:
    assert met(real, "apprendre-un-metier", age=40)[0] == "pole-emploi"
    assert met(real, "apprendre-un-metier", age=40, publics=("disabled",))[0] == "cap-emploi"


def test_there_is_somebody_to_meet_even_when_those_named_receive_others(real: Guide) -> None:
    need = real.needs["me-deplacer"]
    young = need.model_copy(update={"helpers": need.helpers[:1]})
    guide = Guide(real.site, real.vocabulary, {**real.needs, need.id: young}, {}, {})
    assert met(guide, "me-deplacer", age=20) == ("mission-locale",)
    assert met(guide, "me-deplacer", age=40) == ("pole-emploi",)


FOR_THE_YOUNG = {"mission-locale", "rij", "e2c-reseau", "epide", "mlds", "prij", "pjj"}
"""Said here by hand, from what the documents say of them, so that a record that loses its age is noticed."""


@pytest.mark.parametrize("need", ["travailler-vite", "apres-la-detention", "reprendre-pied"])
def test_no_answer_by_choices_ever_names_a_body_for_others(real: Guide, need: str) -> None:
    questions = real.vocabulary.questions
    for age in questions["age"].choices:
        for status in questions["situation"].choices:
            person = told(real, {"age": (age.id,), "situation": (status.id,)}).situation
            found = set(result(real, Told(person, (need,), ())).helpers)
            assert found, (age.id, status.id)
            if person.age and person.age > 25:
                assert not found & FOR_THE_YOUNG, (age.id, status.id)
            if "detained" not in person.statuses:
                assert "pole-emploi-justice" not in found, (age.id, status.id)


def test_plain_pages_name_nobody_who_receives_another_age(real: Guide) -> None:
    named = {
        (band.id, one.id)
        for band in tree.bands(Library(real, TODAY))
        for leaf in band.leaves
        for case in leaf.cases
        for one in case.helpers
    }
    assert ("de-16-a-25", "mission-locale") in named
    assert not {("a-partir-de-26", "mission-locale"), ("moins-de-16", "mission-locale")} & named
