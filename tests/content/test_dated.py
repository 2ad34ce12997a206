"""Document 004 as dated examples, the Pact's actions for organisations on a page of their own."""

from __future__ import annotations

import datetime
from functools import cache

import pytest

from generator import build
from generator.edition import select
from generator.guide import Guide
from generator.model.action import Action
from generator.model.initiative import Initiative
from generator.views import actions
from generator.views.shared import Library
from tests.projects import ROOT, TODAY

DAY = datetime.date.fromisoformat(TODAY)


@cache
def guide() -> Guide:
    """The real content, of every region."""
    found = build.check(ROOT, DAY).guide
    assert found is not None
    return found


EXAMPLES = [one for one in guide().vocabulary.initiatives.values() if one.steps]
ACTIONS = list(guide().vocabulary.actions.values())


def test_four_to_eight_pathways_of_2008_are_told() -> None:
    assert 4 <= len(EXAMPLES) <= 8


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: one.id)
def test_an_example_is_dated_cited_and_says_what_held(one: Initiative) -> None:
    assert one.year < "2009"
    assert one.depth != "listed", "une ligne d’annexe ne raconte pas un parcours"
    for citation in (one.source, *(step.source for step in one.steps)):
        assert citation.document == "parcours-cnfptlv"
    assert any(step.secured for step in one.steps[1:])


def test_some_examples_tell_what_happened_when_a_step_failed() -> None:
    assert sum(any(step.if_it_fails for step in one.steps) for one in EXAMPLES) >= 4


def test_no_example_has_the_name_of_an_open_pathway_or_scheme() -> None:
    open_today = {one.title for one in (*guide().pathways.values(), *guide().schemes.values())}
    assert not open_today & {step.title for one in EXAMPLES for step in one.steps}
    assert not {one.id for one in EXAMPLES} & {*guide().pathways}


@pytest.mark.parametrize("one", ACTIONS, ids=lambda one: one.id)
def test_an_action_for_organisations_is_dated_as_its_source_and_no_scheme(one: Action) -> None:
    assert (one.region, one.as_of) == ("ile-de-france", "2019-02")
    assert one.id not in guide().schemes
    assert {citation.document for citation in one.sources} == {"pacte-idf"}
    assert {point.source.document for point in one.differences} <= {"pacte-idf"}
    assert len(one.differences) != 1, "deux passages au moins, pour dire qu’ils se contredisent"


@pytest.mark.parametrize(
    "action",
    [
        "mooc-parcours-securises",
        "technologies-immersives",
        "approche-competences-des-reseaux",
        "approche-parcours-des-reseaux",
        "approche-innovations-des-reseaux",
        "outiller-pour-mieux-informer",
        "animation-spro",
        "formation-des-formateurs",
        "systemes-d-information",
        "equipes-de-la-region",
        "suivi-et-evaluation",
    ],
)
def test_what_the_pact_plans_for_organisations_has_a_home(action: str) -> None:
    assert action in guide().vocabulary.actions


def test_the_actions_of_the_pact_are_only_in_the_guide_of_its_region() -> None:
    assert actions.by_state(Library(select(guide(), "ile-de-france"), DAY))
    assert not actions.by_state(Library(select(guide(), "nouvelle-aquitaine"), DAY))
