"""The regional training order: what the Region has ordered, by domain (source: Pacte, Annexe 2).

It is an order, not a catalogue: « non listé pour ce territoire » is not « n’existe pas ».
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import (
    AdviserLine,
    Citation,
    JobId,
    Line,
    NeedId,
    PersonLine,
    Record,
    RegionId,
    Slug,
    TerritoryId,
    Value,
    YearMonth,
)

TrainingType = Literal["C", "P", "AQ"]
FormerLevel = Literal["VI", "V", "IV", "III", "II", "I"]

LEVEL_OF: dict[str, str] = {
    "VI": "none",
    "V": "level-3",
    "IV": "level-4",
    "III": "level-5",
    "II": "level-6",
    "I": "level-7",
}
"""Old scale, as the sources print it → level of the ability `qualification`."""


class Speciality(Value):
    """A training speciality (NSF), as printed."""

    code: Annotated[str, Field(pattern=r"^\d{3}[a-z]?$")] = Field(title="Code NSF")
    label: Line = Field(title="Libellé")


class Occupation(Value):
    """A job of the ROME, as printed."""

    code: JobId = Field(title="Code ROME")
    label: Line = Field(title="Libellé")


class Training(Value):
    """One row of the order."""

    id: Slug = Field(title="Identifiant")
    territories: Annotated[tuple[Line, ...], Field(min_length=1)] = Field(
        title="Territoires", description="Tels qu’imprimés : « T1 à T5 », « Région sauf T1 »."
    )
    territories_covered: Annotated[tuple[TerritoryId, ...], Field(min_length=1)] = Field(
        title="Territoires couverts", description="Chaque bassin, plages et exclusions dépliées."
    )
    nsf: tuple[Speciality, ...] = Field((), title="Spécialités (NSF)")
    certifications: tuple[Line, ...] = Field((), title="Certifications ou formations visées")
    levels: tuple[FormerLevel, ...] = Field(
        (), title="Niveaux", description="Ancienne échelle, telle qu’imprimée."
    )
    rome: tuple[Occupation, ...] = Field((), title="Métiers (ROME)")
    types: tuple[TrainingType, ...] = Field(
        (),
        title="Types de parcours",
        description="C : certifiant ; P : professionnalisant ; AQ : accès à la qualification.",
    )


class DomainPoint(Value):
    """What a source says of the trainings of a domain, or of some of them.

    The order's rows do not carry it: it is told by domain, sometimes for one job or one type of path.
    """

    text: PersonLine = Field(title="Pour la personne", description="Une ou deux phrases courtes.")
    adviser: AdviserLine | None = Field(None, title="Pour le conseiller", description="Les termes exacts.")
    job_codes: tuple[JobId, ...] = Field(
        (), title="Métiers (codes ROME)", description="Seulement pour ces métiers. Absent : tout le domaine."
    )
    types: tuple[TrainingType, ...] = Field(
        (), title="Types de parcours", description="Seulement pour ces types. Absent : tous."
    )
    levels: tuple[FormerLevel, ...] = Field(
        (), title="Niveaux", description="Seulement pour ces niveaux. Absent : tous."
    )
    source: Citation = Field(title="Source")


class DomainCondition(DomainPoint):
    """What is asked of the person who enters, or of the training itself."""

    moment: Literal["entry", "training"] = Field(
        title="À quel moment",
        description="entry : demandé pour entrer ; training : ce que la formation doit contenir.",
    )


def applies(point: DomainPoint, training: Training) -> bool:
    """Whether a row is one of those the point speaks of."""
    wanted: tuple[tuple[tuple[str, ...], set[str]], ...] = (
        (point.job_codes, {one.code for one in training.rome}),
        (point.types, {*training.types}),
        (point.levels, {*training.levels}),
    )
    return all(not asked or present & {*asked} for asked, present in wanted)


class Domain(Record):
    """One domain of the order, in `offer/trainings/<id>.yml`."""

    region: RegionId = Field(title="Région")
    need: NeedId | None = Field(
        None,
        title="Besoin",
        description="Celui que dit le nom d’un de ses métiers, tapé seul dans la recherche. Absent : aucun.",
    )
    as_of: YearMonth = Field(title="Vrai en", description="AAAA-MM.")
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)] = Field(title="Sources")
    conditions: tuple[DomainCondition, ...] = Field(
        (), title="Ce qui est demandé", description="Montré au-dessus des chemins vers le métier."
    )
    priorities: tuple[DomainPoint, ...] = Field(
        (), title="Priorités des employeurs", description="Sans code ROME : montrée sur la page du domaine."
    )
    work_study: tuple[DomainPoint, ...] = Field(
        (), title="Alternance", description="Ce qu’une source en dit. Absent : le guide invite à demander."
    )
    trainings: Annotated[tuple[Training, ...], Field(min_length=1)] = Field(title="Formations commandées")


POINT_FIELDS = ("conditions", "priorities", "work_study")
"""Fields of `Domain` that hold points."""
