"""The rules of prescription of one region, for its advisers (002, Charte qualité de la prescription)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import (
    AdviserLine,
    Citation,
    OrganisationId,
    Record,
    RegionId,
    Review,
    SourcedPoint,
    Value,
    YearMonth,
)
from generator.model.scheme import Contradiction

Stage = Literal["principes", "information", "orientation", "selection", "pilotage"]
Who = Literal["conseiller", "organisme", "region", "outil", "personne"]


class Rule(Value):
    """One rule: when it applies, who holds it, and the delay if there is one."""

    title: AdviserLine = Field(title="Règle")
    stage: Stage = Field(title="Moment")
    who: Annotated[tuple[Who, ...], Field(min_length=1)] = Field(title="Qui doit la tenir")
    text: AdviserLine = Field(title="Texte")
    delay: AdviserLine | None = Field(None, title="Délai ou nombre")
    source: Citation = Field(title="Source")


class NamedField(Value):
    """A field that must be filled in."""

    title: AdviserLine = Field(title="Champ")
    text: AdviserLine = Field(title="Ce qu’on y met")
    source: Citation = Field(title="Source")


class RefusalReason(Value):
    """A reason for refusal, and whether it holds."""

    title: AdviserLine = Field(title="Motif")
    admitted: bool = Field(title="Admis ?")
    text: AdviserLine = Field(title="Explication")
    source: Citation = Field(title="Source")


class Prescription(Record):
    """One region's rules, in `offer/prescription/<region>.yml`."""

    region: RegionId = Field(title="Région")
    as_of: YearMonth = Field(title="Vrai en", description="AAAA-MM.")
    summary: AdviserLine = Field(title="En une phrase")
    note: AdviserLine | None = Field(None, title="À savoir avant de lire")
    prescribers: tuple[OrganisationId, ...] = Field((), title="Qui prescrit")
    rules: Annotated[tuple[Rule, ...], Field(min_length=1)] = Field(title="Règles")
    understood: tuple[SourcedPoint, ...] = Field((), title="Ce que la personne doit avoir compris")
    mandatory_fields: tuple[NamedField, ...] = Field((), title="Champs obligatoires du conseiller")
    sheet_fields: tuple[NamedField, ...] = Field((), title="Champs de la fiche de l’organisme")
    refusal_reasons: tuple[RefusalReason, ...] = Field((), title="Motifs de refus")
    contradictions: tuple[Contradiction, ...] = Field((), title="Contradictions")
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)] = Field(title="Sources")
    review: Review = Field(Review(), title="Relecture")
