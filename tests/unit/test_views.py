"""What is computed for display: words, links from both ends, places, lists."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from generator.guide import Guide, by_id
from generator.model.base import Review
from generator.model.duration import Duration
from generator.views import lists, needs, pathways, reference, words
from generator.views.adviser import adviser_part, review_line
from generator.views.links import line, relations
from generator.views.places import place_groups
from generator.views.shared import Library
from tests.unit.made_up import CITED, TODAY, page_of, scheme, with_scheme

# — Words —


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (70, 85, "de 70 à 85 heures"),
        (70, 70, "70 heures"),
        (1, 1, "1 heure"),
        (None, 250, "jusqu’à 250 heures"),
        (35, None, "au moins 35 heures"),
        (1200, None, "au moins 1\u202f200 heures"),
        (None, None, None),
    ],
)
def test_spans_in_words(low: int | None, high: int | None, said: str | None) -> None:
    assert words.span(low, high, "heure") == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (16, 25, "de 16 à 25 ans"),
        (18, None, "à partir de 18 ans"),
        (None, 25, "jusqu’à 25 ans"),
        (None, None, None),
    ],
)
def test_ages_in_words(low: int | None, high: int | None, said: str | None) -> None:
    assert words.ages(low, high) == said


def test_weeks_are_told_in_months_too_when_they_are_many() -> None:
    assert words.weeks(4, 6) == "4 à 6 semaines"
    assert words.weeks(26, 26) == "26 semaines (environ 6 mois)"
    assert words.weeks(None, 52) == "jusqu’à 52 semaines (environ 1 an)"
    assert words.weeks(26, 104) == "26 à 104 semaines (environ 6 mois à 2 ans)"
    assert words.weeks(1, 9) == "1 à 9 semaines (environ 2 mois)"
    assert words.span(0, 70, "heure") == "jusqu’à 70 heures"
    assert words.weeks(20, 30) == "20 à 30 semaines (environ 5 à 7 mois)"


def test_a_duration_says_weeks_then_hours_else_a_rhythm_that_has_a_length_else_nothing() -> None:
    both = Duration(weeks_min=4, weeks_max=6, hours_min=70, hours_max=85)
    assert words.duration(both) == "4 à 6 semaines, de 70 à 85 heures"
    assert words.duration(Duration(rhythm="Environ deux semaines.")) == "Environ deux semaines"
    assert words.duration(Duration(rhythm="La durée peut s’ajuster à votre besoin.")) is None
    assert words.duration(Duration()) is None


def test_dates_as_people_say_them() -> None:
    assert words.as_of("2019-02") == "Information de février 2019, à vérifier"
    assert words.as_of("2018-04") == "Information d’avril 2018, à vérifier"
    assert words.date("2026-11-01") == "1er novembre 2026"
    assert words.month_names((9, 1)) == "janvier et septembre"


def test_a_review_is_late_the_day_after_its_term() -> None:
    review = Review(on="2025-11-21", every_months=12)
    assert not review_line(review, TODAY).late
    assert review_line(review, TODAY + datetime.timedelta(days=1)).late
    assert review_line(Review(), TODAY).late


# — Links, seen from both ends —


@pytest.mark.parametrize(
    ("field", "forth", "back"),
    [
        ("combines_with", "Se combine avec", "Se combine avec"),
        ("instead_of", "Se choisit à la place de", "On peut choisir à la place"),
        ("replaced_by", "Remplacé par", "Remplace"),
        ("if_refused", "Si vous êtes refusé", "Proposé après un refus de"),
        ("funds", "Finance", "Peut être financé par"),
        ("gives_priority", "Donne la priorité pour", "On est prioritaire en venant de"),
    ],
)
def test_a_link_written_once_shows_from_both_ends(guide: Guide, field: str, forth: str, back: str) -> None:
    added = scheme(**{field: [{"scheme": "emploi", "condition": "En été."}]})
    library = with_scheme(guide, added)
    there = {one.label: [s.id for s in one.stations] for one in relations(library, added)}
    here = {one.label: [s.id for s in one.stations] for one in relations(library, guide.schemes["emploi"])}
    assert there[forth] == ["emploi"]
    assert "nouveau" in here[back]


def test_what_comes_before_and_after_is_a_line_of_stations(guide: Guide) -> None:
    added = scheme(leads_to=[{"scheme": "emploi"}], prepares=[{"scheme": "bureau"}])
    library = with_scheme(guide, added)
    assert [(s.id, s.relation) for s in line(library, added).after] == [
        ("emploi", "Mène à"),
        ("bureau", "Prépare à"),
    ]
    before = {s.id: s.relation for s in line(library, guide.schemes["emploi"]).before}
    assert before["nouveau"] == "On y arrive par"
    assert {s.id: s.relation for s in line(library, guide.schemes["bureau"]).before}[
        "nouveau"
    ] == "Se prépare avec"


def test_a_resemblance_says_how_they_differ_and_shows_once(guide: Guide) -> None:
    added = scheme(
        resembles=[{"scheme": "bureau", "difference": "Plus court."}],
        id="nouveau",
    )
    library = with_scheme(guide, added)
    (found,) = [one for one in relations(library, added) if one.label == "Ressemble à"]
    assert [(s.id, s.condition) for s in found.stations] == [("bureau", "Plus court.")]


# — Places, adviser —


def test_places_are_gathered_by_departement_even_when_a_basin_is_named(
    guide: Guide, library: Library
) -> None:
    (group,) = place_groups(library, guide.schemes["atelier"])
    assert group.label.startswith("Seine-Saint-Denis")
    assert group.places[0].town == "Montreuil"
    assert "2 sites" in group.places[0].details


def test_the_sites_of_a_town_are_counted(guide: Guide) -> None:
    many = page_of(guide, places=[{"town": "Paris", "sites": 30}]).places
    few = page_of(guide, places=[{"town": "Pantin"}, {"town": "Paris"}]).places
    assert [group.count for group in (*many, *few)] == ["1 ville, 30 sites", "2 villes"]


def test_places_without_territory_come_last(guide: Guide) -> None:
    places = [{"town": "Ailleurs"}, {"town": "Pantin", "territory": "seine-saint-denis"}]
    assert [group.places[0].town for group in page_of(guide, places=places).places] == ["Pantin", "Ailleurs"]


def test_the_adviser_gets_every_figure_with_its_source_none_twice(guide: Guide, library: Library) -> None:
    part = adviser_part(library, guide.schemes["atelier"])
    assert {row.label for row in part.figures} == {"Budget", "Places", "Sorties vers l’emploi"}
    assert all(row.source.chapter == "Annexe 3" for row in part.figures)
    figure = {"label": "Places", "value": "12", "source": CITED}
    double = scheme(volume=[figure], adviser={"figures": [figure]})
    assert len(adviser_part(with_scheme(guide, double), double).figures) == 1


def test_levels_and_one_level_more_are_said_in_words(guide: Guide, library: Library) -> None:
    part = adviser_part(library, guide.schemes["atelier"])
    assert "un niveau de plus" in [value for row in part.gives for value in row.values]


def test_correct_this_sheet_opens_its_file(guide: Guide) -> None:
    site = guide.site.model_copy(
        update={"repository": "https://forge.example/guide", "edit_path": "edit/main/"}
    )
    library = Library(
        replace(guide, site=site, origins={"scheme:atelier": "offer/schemes/atelier.yml"}), TODAY
    )
    wanted = "https://forge.example/guide/edit/main/offer/schemes/atelier.yml"
    assert library.edit_address("scheme", "atelier") == wanted
    assert library.edit_address("scheme", "emploi") is None


# — Needs, pathways, lists, search —


def test_a_need_shows_five_schemes_at_once_and_no_closed_one(guide: Guide) -> None:
    answer = [{"need": "parler-francais", "why": "Oui.", "fit": "main"}]
    more = [scheme(id=f"s{n}", title=f"Cours {n}", needs=answer) for n in range(7)]
    more.append(scheme(id="fini", status="closed", needs=answer))
    library = Library(replace(guide, schemes=by_id((*guide.schemes.values(), *more))), TODAY)
    need = guide.needs["parler-francais"]
    page = needs.need_page(library, need, needs.need_cards(library), pathways.pathway_cards(library))
    assert len(page.schemes) == needs.FIRST
    shown = {one.card.id for one in (*page.schemes, *page.others)}
    assert "s6" in shown and "fini" not in shown
    assert all(one.why for one in page.schemes)


def test_every_passage_between_two_steps_is_a_thing_even_when_nobody_says_anything(
    guide: Guide, library: Library
) -> None:
    pathway = guide.pathways["du-francais-a-l-emploi"]
    steps = pathways.pathway_page(library, pathway, ()).steps
    assert steps[0].seam is None
    assert steps[1].seam is not None and steps[1].seam.secure
    silent = pathway.model_copy(
        update={"steps": tuple(s.model_copy(update={"passage": None}) for s in pathway.steps)}
    )
    seam = pathways.pathway_page(library, silent, ()).steps[1].seam
    assert seam is not None and seam.secure == ()


def test_the_length_of_a_step_is_a_badge(library: Library, guide: Guide) -> None:
    pathway = next(iter(guide.pathways.values()))
    step = pathway.steps[0].model_copy(update={"usual_length": "environ deux semaines."})
    shown = pathways.pathway_page(library, pathway.model_copy(update={"steps": (step,)}), ())
    assert shown.steps[0].length == "Environ deux semaines"


def test_a_continuation_is_seen_from_the_other_end(library: Library) -> None:
    refs = pathways.followed(library)["de-l-emploi-au-bureau"]
    assert [ref.path for ref in refs] == ["parcours/du-francais-a-l-emploi/index.html"]


def test_funders_come_last_and_every_scheme_is_in_every_list(guide: Guide, library: Library) -> None:
    found = lists.list_pages(library)
    assert [page.slug for page in found] == ["", "par-public", "par-theme", "par-apport", "par-financeur"]
    for page in found:
        assert {card.id for shelf in page.shelves for card in shelf.cards} == set(guide.schemes)


def test_groups_keep_the_order_of_their_list_and_needs_their_rank(guide: Guide, library: Library) -> None:
    found = needs.groups(library, needs.need_cards(library))
    assert [group.id for group in found] == list(guide.vocabulary.groups)
    assert sum(len(group.needs) for group in found) == len(guide.needs)


def test_the_glossary_is_sorted_without_regard_to_accents(library: Library) -> None:
    letters = [letter.letter for letter in reference.glossary(library)]
    assert letters == sorted(letters)
    assert lists.folded("École") == "ecole"


def test_who_can_help_lists_prescribers_only_with_the_needs_they_help(guide: Guide, library: Library) -> None:
    found = {one.id: one for one in reference.helpers(library)}
    prescribers = {o.id for o in guide.vocabulary.organisations.values() if "prescriber" in o.roles}
    assert set(found) == prescribers
    assert "besoins/parler-francais/index.html" in [ref.path for ref in found["mission-locale"].needs]


def test_a_passage_without_source_says_it_is_advice(guide: Guide) -> None:
    told = {"scheme": "emploi", "source": CITED}
    for link, said in ((told, None), ({"scheme": "emploi"}, "conseil de la rédaction")):
        added = scheme(leads_to=[link], if_refused=[link])
        library = with_scheme(guide, added)
        assert [one.said_by for one in line(library, added).after] == [said]
        (refused,) = [one for one in relations(library, added) if one.label == "Si vous êtes refusé"]
        assert [one.said_by for one in refused.stations] == [said]


def test_a_lead_shows_its_seam_from_both_ends(library: Library) -> None:
    after = line(library, library.guide.schemes["atelier"]).after
    before = line(library, library.guide.schemes["emploi"]).before
    seams = [one.seam for one in (*after, *before) if one.id in {"atelier", "emploi"}]
    assert len(seams) == 2 and seams[0] == seams[1]
    assert seams[0] is not None and seams[0].word == "Sans couture" and seams[0].reasons
    assert all(one.seam is None for one in after if one.id == "bureau"), "« prépare à » is another link"


def test_each_passage_of_a_pathway_has_its_verdict_but_the_way_in(library: Library) -> None:
    pathway = library.guide.pathways["du-francais-a-l-emploi"]
    first, second = pathways.pathway_page(library, pathway, ()).steps
    assert first.seam is None or first.seam.verdict is None
    assert second.seam is not None and second.seam.verdict is not None
    assert second.seam.verdict.word == "Sans couture"
