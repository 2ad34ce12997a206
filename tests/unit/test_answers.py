"""The first screen of a sheet and « À demander »: what is answered, what must be asked."""

from __future__ import annotations

from typing import Any

import pytest

from generator.guide import Guide
from generator.views.answers import answers
from generator.views.questions import first_questions, questions
from generator.views.schemes import scheme_page
from generator.views.shared import Library
from tests.unit.made_up import TODAY, page_of, scheme, with_scheme

# — « À demander » —

SILENCES: list[tuple[str, dict[str, Any]]] = [
    ("payé pendant la formation", {"pay": {"state": "unpaid"}}),
    ("gratuit pour moi", {"cost": {"state": "free"}}),
    ("Combien de temps", {"duration": {"hours_max": 250}}),
    ("heures par semaine", {"duration": {"hours_per_week": 20}}),
    ("Quand est-ce que je peux commencer", {"entry": {"mode": "permanent"}}),
    ("m’inscrire seul", {"entry": {"alone": True}}),
    ("Où est-ce que", {"places": [{"town": "Pantin"}]}),
    ("condition d’âge", {"audience": {"age_min": 16}}),
    ("déjà savoir pour entrer", {"requires": {"nothing": True}}),
    ("Comment choisissez-vous", {"entry": {"selection": ["Un test."]}}),
    ("Quels papiers", {"documents": ["Une carte d’identité"]}),
    ("diplôme ou un certificat", {"certifications": [{"title": "CléA"}]}),
    ("stage en entreprise", {"duration": {"company": False}}),
]


@pytest.mark.parametrize(("words_of_it", "known"), SILENCES, ids=[silence[0] for silence in SILENCES])
def test_each_silence_that_matters_becomes_a_question_and_no_other(
    words_of_it: str, known: dict[str, Any]
) -> None:
    assert any(words_of_it in question for question in questions(scheme()))
    assert not any(words_of_it in question for question in questions(scheme(**known)))


@pytest.mark.parametrize(
    ("rhythm", "told"),
    [
        ("Environ deux semaines, soit 70 heures en moyenne.", True),
        ("Près d’un an.", True),
        ("De 2 à 9 mois.", True),
        ("La durée peut s’ajuster à votre besoin.", False),
        ("20 heures par semaine.", False),
        ("Souvent trop court.", False),
    ],
)
def test_a_rhythm_tells_how_long_only_with_a_length_and_never_the_hours_per_week(
    rhythm: str, told: bool
) -> None:
    asked = questions(scheme(duration={"rhythm": rhythm}))
    assert any("Combien de temps" in question for question in asked) is not told
    assert any("heures par semaine" in question for question in asked)


def test_dates_unknown_of_a_scheme_with_sessions_are_asked() -> None:
    asked = questions(scheme(entry={"mode": "sessions"}))
    assert "Quelles sont les prochaines dates d’entrée ?" in asked
    assert not any(
        "prochaines dates" in one for one in questions(scheme(entry={"mode": "sessions", "months": ["9"]}))
    )


def test_an_allowance_has_its_own_questions_and_a_goal_only_the_editors() -> None:
    assert any("recevoir" in question for question in questions(scheme(kind="allowance")))
    assert questions(scheme(kind="goal", questions=["Et après ?"])) == ("Et après ?",)


def test_the_editors_questions_come_last_and_none_twice() -> None:
    own = "Est-ce que c’est gratuit pour moi ?"
    asked = questions(scheme(questions=["Et le repas ?", own]))
    assert asked[-1] == "Et le repas ?"
    assert asked.count(own) == 1


# — The first screen —


def test_six_questions_are_answered_and_silence_is_none(guide: Guide) -> None:
    full, empty = guide.schemes["atelier"], scheme()
    said = {one.icon: one.text for one in answers(Library(guide, TODAY), full)}
    assert said["personne"] == "De 16 à 25 ans. Jusqu’au CAP/BEP. Demandeur d’emploi"
    assert said["cadeau"] == "Une attestation"
    assert said["horloge"] == "4 à 6 semaines, de 70 à 85 heures"
    assert said["piece"] == "Non"
    assert said["depart"] is not None and said["depart"].startswith("Allez-y seul")
    assert said["lieu"] == "Montreuil"
    assert [one.text for one in answers(with_scheme(guide, empty), empty)] == [None] * 6


def answer_of(guide: Guide, icon: str, **changes: Any) -> str | None:
    return {one.icon: one.text for one in page_of(guide, **changes).answers}[icon]


def test_two_publics_of_one_age_are_told_apart_by_their_level(guide: Guide) -> None:
    young = {"age_min": 16, "age_max": 25}
    assert answer_of(guide, "personne", audience={**young, "levels": ["none"]}) == (
        "De 16 à 25 ans. Sans diplôme"
    )
    assert answer_of(guide, "personne", audience={**young, "levels": ["none", "level-3"]}) == (
        "De 16 à 25 ans. Jusqu’au CAP/BEP"
    )
    assert answer_of(guide, "personne", audience={"levels": ["level-3"]}) == "Niveau 3"


@pytest.mark.parametrize(
    "kind", ["training", "support", "service", "certification", "contract", "allowance", "goal"]
)
def test_what_the_first_screen_says_to_ask_is_asked_without_unfolding(guide: Guide, kind: str) -> None:
    page = page_of(guide, kind=kind, questions=["Et le repas ?"])
    silent = {one.icon for one in page.answers if one.text is None}
    assert silent == {"personne", "cadeau", "horloge", "piece", "depart", "lieu"}
    wanted = first_questions(scheme(kind=kind), silent)
    assert page.questions.answers == set(wanted)
    assert set(wanted.values()) <= set(page.questions.shown)
    assert page.questions.answers >= (silent - {"piece"} if kind != "goal" else set())
    assert len(page.questions.shown) <= 6
    assert "Et le repas ?" in (*page.questions.shown, *page.questions.more)


def test_who_pays_is_said_under_money_and_not_on_the_first_screen(guide: Guide) -> None:
    payer = next(iter(guide.vocabulary.organisations))
    for state, said, below in (
        ("paid", "Oui", "Qui vous paie : "),
        ("depends", "Cela dépend de votre situation", "Si vous êtes payé, c’est par : "),
    ):
        pay = {"state": state, "by": [payer]}
        assert answer_of(guide, "piece", pay=pay) == said
        assert any(line.startswith(below) for line in page_of(guide, pay=pay).money)


def test_a_page_never_invents(guide: Guide) -> None:
    page = page_of(guide)
    assert page.requires is None
    assert (page.audience, page.money, page.duration, page.entry, page.places) == ((), (), (), (), ())
    assert all(
        row.values == () for row in (*page.adviser.audience, *page.adviser.requires, *page.adviser.entry)
    )


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("experimental", "n’est pas un droit"),
        ("announced", "pas encore ouvert"),
        ("suspended", "Suspendu"),
        ("closed", "Fermé"),
    ],
)
def test_a_scheme_that_is_not_simply_open_says_so(guide: Guide, status: str, said: str) -> None:
    found = page_of(guide, status=status).badge
    assert found is not None and said in found.text
    assert page_of(guide).badge is None


def test_a_closed_scheme_says_what_replaces_it(guide: Guide, library: Library) -> None:
    page = scheme_page(library, guide.schemes["vieux-cours"])
    assert page.closed
    assert [ref.path for ref in page.links.replaced_by] == ["dispositifs/atelier/index.html"]


def test_an_age_no_source_writes_is_never_printed(guide: Guide) -> None:
    page = page_of(guide, audience={"young": True})
    assert page.answers[0].text == "Jeunes (âge non précisé par la source)"
    assert page.audience == ("Jeunes (âge non précisé par la source)",)
    assert any("condition d’âge" in one for one in (*page.questions.shown, *page.questions.more))
