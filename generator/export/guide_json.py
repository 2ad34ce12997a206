"""`data/guide.json`: every record as the model knows it, with its address."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import Field

from generator.guide import Guide
from generator.model.base import Value
from generator.model.need import Need
from generator.model.pathway import Pathway
from generator.model.scheme import Scheme
from generator.model.training import POINT_FIELDS, Domain, DomainCondition, DomainPoint, Training, applies
from generator.model.vocabulary import LISTS

SCHEMA_VERSION = "1.0"

ADDRESSES = {"needs": "besoins", "schemes": "dispositifs", "pathways": "parcours"}
"""Collection → first part of its records' addresses."""

Address = Annotated[str, Field(pattern=r"^[a-z-]+/[a-z0-9-]+/$", title="Adresse, relative au site")]


class ExportedNeed(Need):
    """A need with its address."""

    url: Address


class ExportedScheme(Scheme):
    """A scheme with its address."""

    url: Address


class ExportedPathway(Pathway):
    """A pathway with its address."""

    url: Address


class ExportedTraining(Training):
    """A row of the order with its domain and the address of the domain's page."""

    domain: str = Field(title="Domaine")
    url: Address
    conditions: tuple[DomainCondition, ...] = Field(title="Ce qui est demandé, pour cette ligne")
    priorities: tuple[DomainPoint, ...] = Field(title="Priorités des employeurs, pour cette ligne")
    work_study: tuple[DomainPoint, ...] = Field(title="Alternance, pour cette ligne")


class GuideFile(Value):
    """The whole file."""

    schema_version: str = Field(title="Version du format")
    edition: str = Field(title="Édition : identifiant de la région")
    needs: tuple[ExportedNeed, ...]
    schemes: tuple[ExportedScheme, ...]
    pathways: tuple[ExportedPathway, ...]
    trainings: tuple[ExportedTraining, ...]
    vocabulary: dict[str, tuple[dict[str, Any], ...]] = Field(title="Listes fermées, par nom")


def render(guide: Guide) -> bytes:
    """The file, one record a line. Same guide, same bytes; absent facts are absent keys.

    Records are encoded one by one: ten thousand of them never stand in memory twice.
    """
    parts = [b'"schema_version":' + _json(SCHEMA_VERSION), b'"edition":' + _json(guide.site.region)]
    for name, folder in ADDRESSES.items():
        group = getattr(guide, name)
        parts.append(_list(name, (_row(group[record_id], folder) for record_id in sorted(group))))
    rows = (_training(domain, row) for domain in guide.domains.values() for row in domain.trainings)
    parts.append(_list("trainings", rows))
    lists = {name: [_plain(item) for item in getattr(guide.vocabulary, name).values()] for name in LISTS}
    parts.append(b'"vocabulary":' + _json(lists))
    return b"{" + b",\n".join(parts) + b"}\n"


def _training(domain: Domain, row: Training) -> dict[str, Any]:
    """A row, with what the sources tell of it by domain."""
    told = {
        name: [_plain(point) for point in getattr(domain, name) if applies(point, row)]
        for name in POINT_FIELDS
    }
    return {"id": row.id, "url": f"formations/{domain.id}/", "domain": domain.id, **_plain(row), **told}


def _list(name: str, rows: Iterable[dict[str, Any]]) -> bytes:
    return b'"%s":[\n%s\n]' % (name.encode(), b",\n".join(_json(row) for row in rows))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _row(record: Need | Scheme | Pathway, folder: str) -> dict[str, Any]:
    plain = _plain(record)
    return {"id": plain.pop("id"), "url": f"{folder}/{record.id}/", **plain}


def _plain(record: Value) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude_none=True)
