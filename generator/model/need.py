"""A need: the front door of the guide, said as the person says it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.base import (
    DIGITS,
    Citation,
    GroupId,
    Line,
    NeedId,
    OrganisationId,
    PersonLine,
    Record,
    RegionId,
    SimpleText,
    Slug,
    Value,
)


class Helper(Value):
    """Somebody who can help with a need, and for what."""

    organisation: OrganisationId = Field(title="Organisme ou réseau")
    why: PersonLine = Field(title="Pour quoi faire")
    region: RegionId | None = Field(
        None, title="Région", description="Montré dans le guide de cette région seulement. Absent : partout."
    )


class Need(Record):
    """What an editor writes of one need, in `offer/needs/<id>.yml`."""

    statement: PersonLine = Field(
        title="Ce que dit la personne", description="Sans guillemets, à la première personne."
    )
    group: GroupId = Field(title="Groupe")
    order: Annotated[int, DIGITS, Field(ge=1, le=999)] = Field(title="Rang dans le groupe")
    pictogram: Slug = Field(
        title="Pictogramme", description="Nom d’un dessin de theme/assets/icons, sans .svg."
    )
    explanation: PersonLine = Field(title="En une ligne")
    simple: SimpleText = Field(title="Version simple")
    phrasings: Annotated[tuple[Line, ...], Field(min_length=1)] = Field(
        title="Comment on le dit", description="Au moins 40 façons réelles de le dire, fautes comprises."
    )
    first_steps: Annotated[tuple[PersonLine, ...], Field(min_length=1)] = Field(title="Que faire aujourd’hui")
    helpers: tuple[Helper, ...] = Field((), title="Qui peut aider")
    see_also: tuple[NeedId, ...] = Field((), title="Besoins voisins")
    sources: tuple[Citation, ...] = Field((), title="Sources")
