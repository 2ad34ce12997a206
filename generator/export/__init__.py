"""The guide as data, for other bases: guide → files, nothing written here."""

from __future__ import annotations

from generator.export import guide_json, schemas
from generator.guide import Guide
from generator.output import OutputFile


def data(guide: Guide) -> list[OutputFile]:
    """`data/guide.json` and the JSON Schema that describes it."""
    return [
        OutputFile("data/guide.json", guide_json.render(guide)),
        OutputFile.text("data/guide.schema.json", schemas.as_text(schemas.guide_schema())),
    ]
