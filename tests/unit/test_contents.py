"""The dictionary of contents: one entry for each subject, and every sheet that holds it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import cache

import pytest

from generator.guide import Guide, by_id
from generator.load import load
from generator.model.scheme import Scheme
from generator.views import contents
from generator.views.shared import Library
from tests.projects import CORPUS, ROOT, TODAY
from tests.unit.made_up import TODAY as DAY

Modules = tuple[tuple[str, str | None], ...]


def families_of(**modules: Modules) -> tuple[contents.Family, ...]:
    """The dictionary of the tiny guide where each sheet named holds these modules (name, subject)."""
    guide = load(CORPUS).guide
    assert guide is not None
    typed = guide.schemes["atelier"].model_dump() | {"renamed_from": [], "job_codes": []}
    schemes = [
        Scheme.model_validate(
            typed
            | {"id": name, "title": name.capitalize(), "kind": "goal" if name == "but" else "training"}
            | {"content": [{"title": title, "subject": subject} for title, subject in held]}
        )
        for name, held in modules.items()
    ]
    return contents.dictionary(Library(replace(guide, schemes=by_id(schemes)), DAY))


def test_one_subject_is_told_once_whatever_each_sheet_calls_it() -> None:
    (family,) = families_of(
        un=(("Expression", "parler"), ("Oral", "parler")), deux=(("Prise de parole", "parler"),)
    )
    (only,) = family.contents
    assert (family.title, only.title, only.text) == ("Les bases", "Parler", "Prendre la parole.")
    assert [(ref.label, ref.note) for ref in only.schemes] == [
        ("Deux", "Prise de parole"),
        ("Un", "Expression et Oral"),
    ]


def test_a_module_without_subject_comes_last_under_its_own_name() -> None:
    first, last = families_of(un=(("Poterie", None), ("Oral", "parler")))
    assert (first.title, last.title) == ("Les bases", contents.OTHERS)
    assert [one.title for one in last.contents] == ["Poterie"]


def test_a_goal_teaches_nothing() -> None:
    assert families_of(but=(("Emploi direct", "parler"),)) == ()


def test_an_entry_leads_to_the_part_of_the_sheet_that_tells_it() -> None:
    ((family),) = families_of(un=(("Oral", "parler"),))
    assert family.contents[0].schemes[0].path == "dispositifs/un/index.html#contenu-fiche"


@cache
def real() -> Guide:
    """The real content."""
    found = load(ROOT).guide
    assert found is not None
    return found


@pytest.mark.parametrize("scheme_id", sorted(path.stem for path in (ROOT / "offer/schemes").glob("*.yml")))
def test_every_module_of_a_real_sheet_has_its_subject(scheme_id: str) -> None:
    scheme = real().schemes[scheme_id]
    bare = [module.title for module in scheme.content if module.subject is None and scheme.kind != "goal"]
    assert bare == [], "choisissez un sujet dans offer/vocabulary/subjects.yml"


def test_the_domains_of_the_order_lead_to_their_own_pages() -> None:
    found = contents.dictionary(Library(real(), datetime.date.fromisoformat(TODAY)))
    everything = [one for family in found for one in family.contents]
    (listed,) = [one for one in everything if one.domains]
    assert len(listed.domains) == len(real().domains)
    assert {ref.path for ref in listed.domains} == {f"formations/{one}/index.html" for one in real().domains}
    assert not any(one.title.startswith("Domaine") for one in everything)
    assert len(everything) <= 25
