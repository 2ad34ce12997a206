"""JSON Schemas made from the model: one source of truth for editors' tools and for the export."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from generator import headers
from generator.export.guide_json import GuideFile
from generator.model.language import Language
from generator.model.need import Need
from generator.model.pathway import Pathway
from generator.model.prescription import Prescription
from generator.model.scheme import Scheme
from generator.model.site import Site
from generator.model.training import Domain
from generator.model.vocabulary import LISTS

FOLDER = "docs/schema"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def guide_schema() -> dict[str, Any]:
    """The schema of `data/guide.json`."""
    schema = GuideFile.model_json_schema(mode="serialization")
    _relax_required(schema)
    return {"$schema": DIALECT, **schema, "title": "Par où commencer ? : guide.json"}


def _relax_required(schema: dict[str, Any]) -> None:
    """Absent facts are absent keys, so an optional (nullable) field is never required."""
    for definition in (schema, *schema.get("$defs", {}).values()):
        properties = definition.get("properties", {})
        if "required" in definition:
            definition["required"] = [
                name
                for name in definition["required"]
                if properties.get(name, {}).get("default", 0) is not None
            ]


def all_schemas() -> Mapping[str, dict[str, Any]]:
    """File name → schema, for every kind of file an editor writes and for the export."""
    found: dict[str, dict[str, Any]] = {"guide": guide_schema()}
    for name, model in (
        ("need", Need),
        ("scheme", Scheme),
        ("pathway", Pathway),
        ("domain", Domain),
        ("prescription", Prescription),
        ("language", Language),
        ("site", Site),
    ):
        found[name] = {"$schema": DIALECT, **model.model_json_schema()}
    for name, item in LISTS.items():
        adapter: TypeAdapter[Any] = TypeAdapter(list[item])  # type: ignore[valid-type]  # made at run time from the table
        found[f"list-{name}"] = {"$schema": DIALECT, **adapter.json_schema()}
    return {f"{name}.json": schema for name, schema in found.items()}


def as_text(schema: Mapping[str, Any]) -> str:
    """The bytes that are committed."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write(root: Path, connect: Sequence[str] = ()) -> int:
    """Write the schemas under `docs/schema/` and the files for servers; returns how many changed.

    `connect`: see `headers.policy`.
    """
    changed = 0
    texts = {f"{FOLDER}/{name}": as_text(schema) for name, schema in all_schemas().items()}
    for name, text in {**texts, **headers.server_files(connect)}.items():
        path = root / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            changed += 1
    return changed
