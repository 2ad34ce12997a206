"""A person's situation, as far as they say it: every field may be left out, and means « je ne sais pas ».

Nothing here names anyone; it is never stored. Silence never narrows: see `generator.matching`.
"""

from __future__ import annotations

from pydantic import Field

from generator.model.ages import Age
from generator.model.audience import AbilityLevel
from generator.model.base import (
    AbilityId,
    LevelId,
    Line,
    NeedId,
    OrganisationId,
    PublicId,
    SchemeId,
    Slug,
    StatusId,
    TerritoryId,
    Value,
)


class Situation(Value):
    """Age, situation, diploma, publics, place and levels of one person; absent is unknown."""

    age: Age | None = Field(None, title="Âge")
    statuses: tuple[StatusId, ...] = Field((), title="Situations")
    level: LevelId | None = Field(None, title="Plus haut diplôme")
    publics: tuple[PublicId, ...] = Field((), title="Publics")
    territory: TerritoryId | None = Field(None, title="Département, bassin d’emploi ou région")
    abilities: dict[AbilityId, AbilityLevel] = Field({}, title="Niveaux")


class Witness(Value):
    """A witness profile (`tests/profiles/<id>.yml`): someone, and what the guide must tell them."""

    id: Slug = Field(title="Identifiant", description="Le même que le nom du fichier, sans .yml.")
    title: Line = Field(title="Qui", description="Par exemple : 22 ans, sans diplôme, A1, Seine-Saint-Denis.")
    situation: Situation = Field(title="Situation")
    needs: tuple[NeedId, ...] = Field(title="Besoins", min_length=1)
    expected: tuple[SchemeId, ...] = Field(title="Doivent être proposés", min_length=1)
    never: tuple[SchemeId, ...] = Field(title="Ne doivent pas être proposés", min_length=1)
    met: tuple[OrganisationId, ...] = Field((), title="À rencontrer d’abord, dans cet ordre")
    not_met: tuple[OrganisationId, ...] = Field((), title="Ne doivent pas être à rencontrer")
    why: Line = Field(title="Pourquoi")
