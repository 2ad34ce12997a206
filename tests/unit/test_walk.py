"""The walk finds every reference and every text, whatever the depth."""

from __future__ import annotations

import datetime
from pathlib import Path

from generator import build
from generator.model.base import Prose, Reference
from generator.model.need import Need
from generator.model.pathway import Pathway
from generator.model.scheme import Scheme
from generator.model.vocabulary import Organisation
from generator.model.walk import marked, model_at
from tests.projects import TODAY, make


def atelier(tmp_path: Path) -> Scheme:
    """The corpus scheme that uses every optional field."""
    guide = build.check(make(tmp_path), datetime.date.fromisoformat(TODAY)).guide
    assert guide is not None
    return guide.schemes["atelier"]


def test_references_are_found_in_lists_optionals_and_keys(tmp_path: Path) -> None:
    found = {
        (path, mark.kind, value)
        for path, mark, value in marked(atelier(tmp_path))
        if isinstance(mark, Reference)
    }
    assert (("needs", 0, "need"), "need", "parler-francais") in found
    assert (("requires", "abilities", "french"), "ability", "french") in found
    assert (("contradictions", 0, "readings", 1, "source", "document"), "document", "pacte") in found
    assert (("places", 0, "operator"), "organisation", "region") in found
    assert (("not_for", 0, "instead"), "scheme", "emploi") in found


def test_texts_carry_the_reader_they_speak_to(tmp_path: Path) -> None:
    found = {path: mark for path, mark, _ in marked(atelier(tmp_path)) if isinstance(mark, Prose)}
    assert found[("person", "what_you_do")] == Prose("person", rich=True)
    assert found[("adviser", "figures", 0, "label")].register == "adviser"
    assert found[("simple",)].register == "simple"


def test_the_type_at_a_path_is_known_so_that_its_keys_can_be_listed() -> None:
    assert model_at(Scheme, ("leads_to", 0)) is not None
    assert "condition" in model_at(Scheme, ("leads_to", 0)).model_fields  # type: ignore[union-attr]
    assert "secure" in model_at(Pathway, ("steps", 3, "passage")).model_fields  # type: ignore[union-attr]
    assert model_at(Need, ("title",)) is None
    assert model_at(Organisation, ("sources", 0)) is not None


def test_the_corpus_uses_every_field_of_a_scheme_once(tmp_path: Path) -> None:
    scheme = atelier(tmp_path)
    unused = [name for name in Scheme.model_fields if not getattr(scheme, name)]
    assert unused == ["replaced_by"], "replaced_by stands in vieux-cours, which is closed"
