"""What the Pact announces for bodies and networks: kept for advisers, on no person's path.

An action that also exists for a person has its sheet in `offer/schemes/`; here it only points to it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import (
    AdviserLine,
    Citation,
    Figure,
    Line,
    RegionId,
    SchemeId,
    Slug,
    SourcedPoint,
    Value,
    YearMonth,
)


class Action(Value):
    """One action meant for organisations (training bodies, networks of advisers, the Region itself)."""

    id: Slug = Field(title="Identifiant")
    title: Line = Field(title="Nom")
    other_names: tuple[Line, ...] = Field(
        (), title="Autres noms", description="Tels que la source les imprime."
    )
    region: RegionId = Field(title="Région")
    as_of: YearMonth = Field(title="Vrai en", description="AAAA-MM.")
    state: Literal["announced", "wished", "started"] = Field(
        title="État",
        description="announced : annoncée ; wished : souhaitée, absente du plan ; started : déjà commencée.",
    )
    for_whom: AdviserLine = Field(title="Pour quels organismes")
    what: AdviserLine = Field(title="Ce qui est prévu")
    calendar: AdviserLine | None = Field(None, title="Calendrier")
    figures: tuple[Figure, ...] = Field((), title="Chiffres")
    differences: tuple[SourcedPoint, ...] = Field(
        (), title="Passages qui se contredisent", description="Une ligne par passage."
    )
    schemes: tuple[SchemeId, ...] = Field((), title="Fiches liées")
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)] = Field(title="Sources")
