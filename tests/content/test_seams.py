"""Seams that the sources tell of are found by the rules: no pathway and no sheet types them in."""

from __future__ import annotations

import pytest

from generator.guide import Guide
from generator.load import load
from generator.model.scheme import Link
from generator.seam_messages import in_words
from generator.seams import Seam, link_seam, pathway_seams
from tests.projects import ROOT


@pytest.fixture(scope="module")
def guide() -> Guide:
    found = load(ROOT).guide
    assert found is not None
    return found


def said(guide: Guide, found: Seam, kind: str, effect: str) -> str:
    """The sentences of one kind and effect."""
    return " ".join(
        in_words(guide, one) for one in found.reasons if one.kind == kind and one.effect == effect
    )


def into(guide: Guide, pathway: str, scheme: str) -> Seam:
    steps = pathway_seams(guide, guide.pathways[pathway])
    return next(one for one in steps if one.scheme == scheme)


BETWEEN_SCHEMES = (
    # Annexe 3: PEE is paid, « Pas de rémunération des stagiaires » in CBP, office skills and English.
    ("pee", "competences-de-base", "income", "secure", "Payé pendant « PEE » ? Ici, la paie s’arrête."),
    ("e2c", "bureautique-numerique", "income", "secure", "Ici, la paie s’arrête."),
    ("cep", "anglais-professionnel", "income", "secure", "Vous n’êtes pas payé pendant cette formation."),
    # No source says that an apprentice is paid.
    ("pee", "alternance", "income", "secure", "cela dépend de vous"),
    # Annexe 3: « février N à janvier N+1 » against « octobre N à septembre N+1 », and « septembre N à août ».
    ("pee", "competences-de-base", "time", "secure", "de février à janvier, puis d’octobre à septembre"),
    ("competences-de-base", "prfe", "time", "secure", "d’octobre à septembre, puis de septembre à août"),
    ("competences-de-base", "bureautique-numerique", "time", "fits", "même calendrier"),
    # 001: entries by sessions.
    ("amorce-de-parcours", "marches-qualifiants", "time", "secure", "dates fixes"),
    # Annexe 3: from 16 to 25, and one may turn 26 on the way.
    ("edi", "pee", "public", "secure", "Entrez avant vos 26 ans."),
    ("competences-de-base", "pee", "public", "check", "Vérifiez l’âge : de 16 à 25 ans."),
    # A contract makes an employee of whoever looked for work; leaving prison is another situation.
    ("alternance", "prfe", "public", "secure", "Vous êtes salarié ?"),
    ("formation-sous-main-de-justice", "competences-de-base", "public", "secure", "personne détenue ?"),
    # « Annoncé » in 2019 is no right.
    ("pee", "acces-renforce-alternance", "public", "check", "était une annonce en février 2019"),
    # E2C is for those who have no diploma; EDI and PEE need no level.
    ("pee", "e2c", "public", "check", "seulement sans diplôme"),
    ("mlds", "pee", "level", "fits", "Aucun niveau"),
)


@pytest.mark.parametrize("told", BETWEEN_SCHEMES, ids=" ".join)
def test_the_rules_find_what_the_sources_tell(guide: Guide, told: tuple[str, ...]) -> None:
    start, end, kind, effect, words = told
    found = link_seam(guide, guide.schemes[start], Link(scheme=end))
    assert words in said(guide, found, kind, effect)


IN_PATHWAYS = (
    ("jeune-fragile-vers-formation", "pee", "public", "secure", "26 ans"),
    ("contrat-rompu-vers-alternance", "prfe", "public", "secure", "Vous êtes salarié ?"),
    ("detention-vers-emploi", "prfe", "public", "secure", "Inscrivez-vous à Pôle emploi."),
    ("du-francais-a-l-emploi", "prequalification", "level", "secure", "socle CléA (avant : vie courante)"),
    ("rsa-vers-emploi", "prfe", "level", "secure", "Passez par « AQ »"),
    ("parent-vers-emploi-de-bureau", "prfe", "time", "secure", "d’octobre à septembre"),
    ("handicap-vers-emploi", "competences-de-base", "income", "secure", "pas payé"),
)


@pytest.mark.parametrize("told", IN_PATHWAYS, ids=" ".join)
def test_the_rules_find_what_must_be_secured_in_a_pathway(guide: Guide, told: tuple[str, ...]) -> None:
    pathway, step, kind, effect, words = told
    assert words in said(guide, into(guide, pathway, step), kind, effect)


def test_no_pathway_is_broken_and_each_passage_says_why(guide: Guide) -> None:
    for pathway in guide.pathways.values():
        for found in pathway_seams(guide, pathway):
            assert found.verdict != "broken" and found.shown
            assert all(in_words(guide, one).endswith((".", "?")) for one in found.reasons)
