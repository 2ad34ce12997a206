"""guide.json: the interface others rely on."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator import build
from generator.export import guide_json, schemas
from tests.projects import ROOT, TODAY, make


@pytest.fixture
def exported(tmp_path: Path) -> dict[str, Any]:
    guide = build.check(make(tmp_path), datetime.date.fromisoformat(TODAY)).guide
    assert guide is not None
    content: dict[str, Any] = json.loads(guide_json.render(guide))
    return content


def test_the_export_follows_its_published_schema(exported: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(schemas.guide_schema()).validate(exported)


def test_the_schema_refuses_a_record_without_address(exported: dict[str, Any]) -> None:
    del exported["schemes"][0]["url"]
    assert not jsonschema.Draft202012Validator(schemas.guide_schema()).is_valid(exported)


def test_records_have_the_keys_others_rely_on(exported: dict[str, Any]) -> None:
    assert exported["edition"] == "ile-de-france"
    scheme = next(one for one in exported["schemes"] if one["id"] == "atelier")
    assert scheme["url"] == "dispositifs/atelier/"
    assert scheme["needs"][0]["need"] == "parler-francais"
    assert scheme["needs"][0]["why"]
    assert scheme["other_names"] == ["Les ateliers du soir"]
    assert scheme["former_names"] == ["Le cours de Madame Martin"]
    assert scheme["leads_to"][0]["scheme"] == "emploi"
    assert scheme["leads_to"][0]["condition"] == "Après le niveau A2."
    pathway = next(one for one in exported["pathways"] if one["id"] == "du-francais-a-l-emploi")
    assert pathway["url"] == "parcours/du-francais-a-l-emploi/"
    assert [step["scheme"] for step in pathway["steps"]] == ["atelier", "emploi"]
    assert [step["optional"] for step in pathway["steps"]] == [False, True]
    assert pathway["steps"][0]["alternatives"] == ["bureau"]
    assert exported["needs"][0]["url"].startswith("besoins/")


def test_each_step_but_the_first_tells_its_seam(exported: dict[str, Any]) -> None:
    for pathway in exported["pathways"]:
        first, *others = pathway["steps"]
        assert "seam" not in first
        for step in others:
            assert set(step["seam"]) == {"verdict", "reasons"}
            assert step["seam"]["verdict"] in ("seamless", "to_check", "to_secure")
            assert all(set(one) == {"kind", "text"} for one in step["seam"]["reasons"])
    atelier = next(one for one in exported["schemes"] if one["id"] == "atelier")
    assert atelier["leads_to"][0]["seam"]["verdict"] == "seamless"


def test_the_schema_refuses_another_verdict(exported: dict[str, Any]) -> None:
    exported["pathways"][0]["steps"][1]["seam"]["verdict"] = "presque"
    assert not jsonschema.Draft202012Validator(schemas.guide_schema()).is_valid(exported)


def test_a_training_carries_what_the_sources_tell_of_it(exported: dict[str, Any]) -> None:
    (row,) = exported["trainings"]
    assert row["domain"] == "commerce"
    (condition,) = row["conditions"]
    assert (condition["moment"], condition["job_codes"]) == ("training", ["D1106"])
    assert condition["source"] == {"document": "pacte", "chapter": "Chapitre 1.d"}
    assert [one["text"] for one in row["priorities"]] == ["Ce métier est demandé en priorité."]
    assert [one["text"] for one in row["work_study"]] == ["Ce métier s’apprend souvent en apprentissage."]


def test_the_committed_schemas_are_those_of_the_model() -> None:
    committed = {path.name: path.read_text("utf-8") for path in (ROOT / schemas.FOLDER).glob("*.json")}
    assert committed == {name: schemas.as_text(schema) for name, schema in schemas.all_schemas().items()}
