"""The real content, held to rules an editor would agree with: one test id per file."""

from __future__ import annotations

import datetime
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from generator import build
from generator.guide import Guide
from generator.model.base import Prose
from generator.model.walk import marked
from generator.report import report
from tests.projects import ROOT, SHARED, TODAY

SOURCES = SHARED / "sources"

ANNEXE_3 = {
    "pee": "Parcours d’entrée en emploi",
    "edi": "Espace de dynamique d’insertion",
    "e2c": "École de la deuxième chance",
    "competences-de-base": "Compétences de base professionnelles",
    "bureautique-numerique": "Bureautique",
    "anglais-professionnel": "Anglais professionnel",
    "prfe": "Programme régional de formation vers l’emploi",
    "prequalification": "qualification",
    "formation-sous-main-de-justice": "main de justice",
    "actions-experimentales": "xpérimentales",
    "actions-territoriales": "erritoriales",
    "emploi": "emploi",
    "alternance": "lternance",
    "formation-qualifiante": "ormation",
}
"""Every scheme of Annexe 3, and where they lead: id → words its title must hold."""

NEEDS = [
    "trouver-ma-voie",
    "decouvrir-un-metier",
    "confirmer-mon-projet",
    "reprendre-pied",
    "parler-francais",
    "lire-ecrire-compter",
    "me-servir-du-numerique",
    "parler-anglais",
    "reprendre-des-etudes",
    "apprendre-un-metier",
    "preparer-une-formation",
    "apprendre-en-travaillant",
    "me-mettre-a-jour",
    "metiers-du-numerique",
    "changer-de-metier",
    "formation-introuvable",
    "valider-mon-experience",
    "completer-ma-certification",
    "travailler-vite",
    "creer-mon-activite",
    "vivre-pendant-ma-formation",
    "me-deplacer",
    "faire-garder-mes-enfants",
    "logement-sante-papiers",
    "handicap",
    "apres-la-detention",
]
"""The front door's public ids: a need may be added, none disappears."""


FILES = sorted((ROOT / "offer").rglob("*.yml")) + sorted((ROOT / "pathways").glob("*.yml"))


@cache
def verdict() -> build.Verdict:
    """What the check says of the real content."""
    return build.check(ROOT, datetime.date.fromisoformat(TODAY))


def guide() -> Guide:
    """The real guide, which has no error."""
    found = verdict().guide
    assert found is not None, report(verdict().problems, "text")
    return found


def files(folder: str) -> list[str]:
    """Ids of the records of one folder, without reading them."""
    return sorted(path.stem for path in (ROOT / folder).glob("*.yml"))


@pytest.mark.parametrize("need_id", NEEDS)
def test_a_public_need_is_still_there_and_said_in_forty_ways(need_id: str) -> None:
    assert len(guide().needs[need_id].phrasings) >= 40


@pytest.mark.parametrize("scheme_id", ANNEXE_3)
def test_every_scheme_of_annexe_3_has_its_sheet(scheme_id: str) -> None:
    assert ANNEXE_3[scheme_id] in guide().schemes[scheme_id].title


def test_there_are_at_least_ten_pathways() -> None:
    assert len(guide().pathways) >= 10


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_check_has_nothing_to_say_of_a_file(path: Path) -> None:
    """Reviews fall due with time: they are `check`'s business, not a test's."""
    name = str(path.relative_to(ROOT))
    found = [one for one in verdict().problems if one.file == name and one.rule != "review_overdue"]
    assert report(found, "text") == ""


@pytest.mark.parametrize("scheme_id", files("offer/schemes"))
def test_the_summary_of_a_sheet_is_short_enough_to_be_said(scheme_id: str) -> None:
    assert len(guide().schemes[scheme_id].person.summary.split()) <= 30


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFC", text).lower().replace("’", "'")
    return re.findall(r"[\wàâäéèêëîïôöùûüç]+", plain)


@cache
def _runs_of_the_sources() -> frozenset[tuple[str, ...]]:
    runs: set[tuple[str, ...]] = set()
    for path in sorted(SOURCES.glob("*.txt")):
        words = _words(path.read_text("utf-8"))
        runs.update(tuple(words[i : i + COPIED]) for i in range(len(words) - COPIED + 1))
    return frozenset(runs)


NAMES = ("title", "other_names", "former_names")
"""Names are the source's own, however long."""

COPIED = 14
"""Words in a row: beyond names and titles, that many is a copy."""


@pytest.mark.skipif(not SOURCES.is_dir(), reason="needs the source documents beside the project")
@pytest.mark.parametrize(
    "key",
    [f"scheme:{one}" for one in files("offer/schemes")] + [f"pathway:{one}" for one in files("pathways")],
)
def test_nothing_is_copied_from_the_sources(key: str) -> None:
    kind, _, record_id = key.partition(":")
    record = guide().schemes[record_id] if kind == "scheme" else guide().pathways[record_id]
    for path, mark, text in marked(record):
        if isinstance(mark, Prose) and path[-1] != "chapter" and path[0] not in NAMES:
            words = _words(text)
            for start in range(len(words) - COPIED + 1):
                run = tuple(words[start : start + COPIED])
                assert run not in _runs_of_the_sources(), f"{path} : {' '.join(run)}"


PRINTED = {
    "Nord 77": "Nord-Est 77",
    "Seine Aval": "Seine-Aval",
    "Paris Est Marne et Brie": "Paris Est Marne et Bois",
    "Grand Orly Seine Bièvre": "Grand-Orly Seine Bièvre",
}
"""A bassin as Annexe 3 prints it → its name in the guide."""

PART = {16: ["Paris Terres d’Envol"], 23: ["Roissy-Le Bourget"]}
"""Lots of which the source names a part of a bassin → where the guide puts them."""


def test_each_lot_of_pee_covers_the_bassins_its_figure_names() -> None:
    """The table of Annexe 3, typed twice: partners as figures, operators and bassins as places."""
    pee, known = guide().schemes["pee"], guide().vocabulary
    figures = {one.label.split(" – ")[0]: one for one in pee.adviser.figures if one.label.startswith("Lot ")}
    lots = {f"Lot {place.lot}": place for place in pee.places}
    assert list(lots) == list(figures) == [f"Lot {rank}" for rank in range(1, 24)]
    covered = {name for place in pee.places for name in place.covered}
    assert covered >= {one.id for one in known.territories.values() if one.kind == "bassin"}
    for name, place in lots.items():
        _, operator, territories = figures[name].label.split(" – ")
        assert place.town is None and place.source == figures[name].source
        assert place.operator in pee.operators
        assert known.organisations[place.operator].label.startswith(operator)
        bassins = [one for one in place.covered if known.territories[one].kind == "bassin"]
        printed = PART.get(place.lot or 0) or [PRINTED.get(part, part) for part in territories.split(", ")]
        assert [known.territories[one].label.casefold() for one in bassins] == [
            one.casefold() for one in printed
        ]


NAMED_AFTER_THEIR_FUNDER = {"afdas"}


@pytest.mark.parametrize("scheme_id", sorted(set(guide().schemes) - NAMED_AFTER_THEIR_FUNDER))
def test_a_sheet_does_not_open_on_who_pays(scheme_id: str) -> None:
    """R2: funders come second. A title, or an answer, may name one as a condition or as a door."""
    scheme = guide().schemes[scheme_id]
    labels = {guide().vocabulary.organisations[one].label.split(" (")[0] for one in scheme.funders}
    names = labels | {"la Région"} if any(one.startswith("Région ") for one in labels) else labels
    said = scheme.person.summary
    assert [name for name in names if re.search(rf"\b{re.escape(name)}\b", said)] == []
