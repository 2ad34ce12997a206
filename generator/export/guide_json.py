"""`data/guide.json`: every record as the model knows it, with its address."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import Field

from generator.guide import Guide
from generator.model.base import Value
from generator.model.need import Need
from generator.model.pathway import Pathway, Step
from generator.model.scheme import Link, Scheme
from generator.model.training import POINT_FIELDS, Domain, DomainCondition, DomainPoint, Training, applies
from generator.model.vocabulary import LISTS
from generator.seam_messages import in_words
from generator.seams import Seams, seams
from generator.seams.reason import Kind, Seam, Verdict

SCHEMA_VERSION = "1.0"

ADDRESSES = {"needs": "besoins", "schemes": "dispositifs", "pathways": "parcours"}
"""Collection → first part of its records' addresses."""

Address = Annotated[str, Field(pattern=r"^[a-z-]+/[a-z0-9-]+/$", title="Adresse, relative au site")]


class ExportedNeed(Need):
    """A need with its address."""

    url: Address


class ExportedReason(Value):
    """Why a seam has its verdict, in French."""

    kind: Kind = Field(
        title="Sujet",
        description="level : niveau ; income : argent ; time : dates ; place : lieu ; people : relais.",
    )
    text: str = Field(title="Raison")


class ExportedSeam(Value):
    """Whether one can really pass from a scheme to the next, worked out from the model."""

    verdict: Verdict = Field(
        title="Verdict",
        description=(
            "seamless : sans couture ; to_check : à vérifier ; to_secure : à sécuriser ; broken : rompu "
            "(jamais publié)."
        ),
    )
    reasons: Annotated[tuple[ExportedReason, ...], Field(min_length=1)] = Field(title="Raisons")


class ExportedLink(Link):
    """A « mène à » with its verdict."""

    seam: ExportedSeam = Field(title="Couture")


class ExportedScheme(Scheme):
    """A scheme with its address, and the verdict of each « mène à »."""

    url: Address
    leads_to: tuple[ExportedLink, ...] = Field((), title="Mène à")


class ExportedStep(Step):
    """A step with the verdict of the passage into it; the first has none."""

    seam: ExportedSeam | None = Field(None, title="Couture", description="Le passage vers cette étape.")


class ExportedPathway(Pathway):
    """A pathway with its address, and the verdict of each passage."""

    url: Address
    steps: Annotated[tuple[ExportedStep, ...], Field(min_length=2)] = Field(title="Étapes")


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
    found = seams(guide)
    for name, folder in ADDRESSES.items():
        group = getattr(guide, name)
        rows = (_sewn(guide, found, _row(group[record_id], folder)) for record_id in sorted(group))
        parts.append(_list(name, rows))
    trainings = (_training(domain, row) for domain in guide.domains.values() for row in domain.trainings)
    parts.append(_list("trainings", trainings))
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


def _sewn(guide: Guide, found: Seams, row: dict[str, Any]) -> dict[str, Any]:
    """The row of a scheme or a pathway, with its seams."""
    for step, one in zip(
        row.get("steps", ())[1:], found.pathways.get(row["id"], ())[1:], strict="steps" in row
    ):
        step["seam"] = _seam(guide, one)
    for link in row.get("leads_to", ()):
        link["seam"] = _seam(guide, found.links[row["id"], link["scheme"]])
    return row


def _seam(guide: Guide, found: Seam) -> dict[str, Any]:
    reasons = [{"kind": one.kind, "text": in_words(guide, one)} for one in found.shown]
    return {"verdict": found.verdict, "reasons": reasons}


def _plain(record: Value) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude_none=True)
