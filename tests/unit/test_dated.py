"""Dated examples of pathways, and actions for organisations: kept apart from what one may enter."""

from __future__ import annotations

import re
from dataclasses import replace

from generator import pages
from generator.adviser_pages import foot_for_advisers, for_advisers
from generator.guide import Guide, by_id
from generator.search.script import search_script
from generator.views import actions, examples
from generator.views.shared import Library
from tests.unit.made_up import TODAY

DATED = "ce-qui-fait-tenir-un-parcours/exemples-enquetes"
"""The page of what the study looked at on the spot."""


def page(guide: Guide, address: str) -> str | None:
    """The body of one page as it is written, or None where it has none."""
    found = {file.path: file.content.decode("utf-8") for file in pages.render(guide, TODAY)}
    return found.get(f"{address}/index.md")


def without_steps(guide: Guide) -> Guide:
    """The same guide, whose initiatives tell no pathway."""
    bare = (one.model_copy(update={"steps": ()}) for one in guide.vocabulary.initiatives.values())
    return replace(guide, vocabulary=replace(guide.vocabulary, initiatives=by_id(bare)))


def test_an_example_says_where_when_and_that_it_is_not_open(library: Library) -> None:
    (one,) = examples.told(library)
    assert re.match(r"Exemple daté : Pau, 2007 \(étude de .+\)\.", one.dated)
    assert one.dated.endswith("Ce n’est pas un parcours ouvert aujourd’hui.")


def test_an_example_keeps_what_secured_each_way_in_and_its_source(library: Library) -> None:
    (one,) = examples.told(library)
    assert [step.secured for step in one.steps] == [None, "Le contrat est prêt."]
    assert [step.if_it_fails for step in one.steps] == [None, "On revient."]
    assert {step.source.chapter for step in one.steps} == {"Annexe 4"}


def test_an_initiative_without_steps_is_no_example_and_has_no_page(guide: Guide) -> None:
    bare = without_steps(guide)
    assert examples.told(Library(bare, TODAY)) == ()
    assert page(bare, examples.FOLDER) is None
    roads = page(bare, "parcours")
    assert roads is not None
    assert examples.FOLDER not in roads


def test_the_list_of_pathways_names_the_examples_after_the_cards_in_a_section_of_their_own(
    guide: Guide,
) -> None:
    roads = page(guide, "parcours")
    assert roads is not None
    cards, mark, past = roads.partition('<section class="past-list"')
    assert mark
    assert 'href="../exemples-de-parcours/index.html#essai"' in past
    assert "Ce ne sont pas des parcours ouverts aujourd’hui" in past
    assert "exemples-de-parcours" not in cards
    assert 'class="card' not in past


def test_a_condition_and_the_dated_examples_it_rests_on_lead_to_each_other(guide: Guide) -> None:
    conditions, dated = page(guide, "ce-qui-fait-tenir-un-parcours"), page(guide, DATED)
    assert conditions is not None and dated is not None
    (condition,) = (one for one in guide.vocabulary.conditions.values() if "essai" in one.initiatives)
    assert f'href="../{DATED}/index.html#essai"' in conditions
    assert f'href="../../ce-qui-fait-tenir-un-parcours/index.html#{condition.id}"' in dated
    assert 'id="essai"' in dated and f'id="{condition.id}"' in conditions
    assert "Ils n’existent peut-être plus" in conditions and "Ils n’existent peut-être plus" in dated


def test_a_dated_example_leads_to_its_steps(guide: Guide) -> None:
    dated = page(guide, DATED)
    assert dated is not None
    assert 'href="../../exemples-de-parcours/index.html#essai"' in dated


def test_the_foot_names_the_conditions_and_none_of_the_dated_examples(library: Library) -> None:
    labels = [ref.label for ref in foot_for_advisers(for_advisers(library))]
    assert "Ce qui fait tenir un parcours" in labels
    assert [label for label in labels if label.startswith("Exemples")] == []


def test_neither_an_example_nor_an_action_is_searched_or_listed_for_a_person(
    guide: Guide, library: Library
) -> None:
    script = search_script(library)
    assert "bureau" in script
    assert "exemples-de-parcours" not in script
    assert "actions-pour-les-organismes" not in script
    assert "On visite" not in script
    assert "Un cours pour les tuteurs" not in script
    for address in ("besoins", "dispositifs"):
        assert "Un cours pour les tuteurs" not in (page(guide, address) or "")


def test_an_action_carries_its_date_its_figures_and_both_readings(library: Library) -> None:
    ((state, (one,)),) = actions.by_state(library)
    assert state == "Annoncé"
    assert one.as_of == "Information de février 2019, à vérifier"
    assert [(row.value, row.source.chapter) for row in one.figures] == [("40 personnes", "Annexe 4")]
    assert [point.text for point in one.differences] == ["Quarante.", "Cinquante."]
    assert [ref.path for ref in one.schemes] == ["dispositifs/atelier/index.html"]


def test_an_action_of_another_region_is_not_in_this_edition(guide: Guide) -> None:
    elsewhere = (one.model_copy(update={"region": "bretagne"}) for one in guide.vocabulary.actions.values())
    moved = replace(guide, vocabulary=replace(guide.vocabulary, actions=by_id(elsewhere)))
    assert actions.by_state(Library(moved, TODAY)) == ()
    assert page(moved, "actions-pour-les-organismes") is None
    assert page(guide, "actions-pour-les-organismes") is not None
