"""A pathway: schemes linked for one kind of person, with what secures each passage."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.model import ages
from generator.model.ages import Age
from generator.model.audience import AbilityLevel
from generator.model.base import (
    AbilityId,
    AdviserLine,
    AdviserText,
    Citation,
    Figure,
    JobId,
    LevelId,
    LineId,
    NeedId,
    OrganisationId,
    PathwayId,
    PersonLine,
    PublicId,
    Record,
    RegionId,
    Review,
    SchemeId,
    SimpleText,
    StatusId,
    Value,
    YearMonth,
)


class Profile(Value):
    """The person the pathway is written for, before the first step."""

    summary: PersonLine = Field(
        title="En une phrase", description="Par exemple : 19 ans, sans diplôme, ne sait pas quoi faire."
    )
    age_min: Age | None = Field(None, title="Âge minimum")
    age_max: Age | None = Field(None, title="Âge maximum")
    statuses: tuple[StatusId, ...] = Field((), title="Situations")
    levels: tuple[LevelId, ...] = Field((), title="Niveaux de diplôme")
    publics: tuple[PublicId, ...] = Field((), title="Publics")
    abilities: dict[AbilityId, AbilityLevel] = Field({}, title="Niveaux au départ")

    @model_validator(mode="after")
    def _ages_agree(self) -> Self:
        ages.agree(self.age_min, self.age_max)
        return self


class Passage(Value):
    """What secures the way *into* a step: what to do, who does it, who says so."""

    secure: Annotated[tuple[PersonLine, ...], Field(min_length=1)] = Field(title="Ce qu’il faut assurer")
    abilities: tuple[AbilityId, ...] = Field(
        (),
        title="Capacités à acquérir avant d’entrer",
        description="Celles que les étapes d’avant ne donnent pas : « secure » dit comment faire. Sinon, le passage est rompu.",
    )
    who: tuple[OrganisationId, ...] = Field((), title="Qui s’en charge")
    source: Citation | None = Field(None, title="Source", description="Absente : conseil de la rédaction.")


class Step(Value):
    """One step: a scheme, why it comes here, and what happens if it fails."""

    scheme: SchemeId = Field(title="Dispositif")
    why: PersonLine = Field(title="Pourquoi cette étape")
    optional: bool = Field(False, title="Facultative")
    alternatives: tuple[SchemeId, ...] = Field(
        (), title="Ou bien", description="Autres dispositifs possibles ici."
    )
    usual_length: PersonLine | None = Field(None, title="Durée habituelle")
    passage: Passage | None = Field(None, title="Passage vers cette étape")
    if_it_fails: PersonLine | None = Field(None, title="Si cela ne marche pas")
    note: AdviserLine | None = Field(None, title="Note pour le conseiller")

    @property
    def schemes(self) -> tuple[SchemeId, ...]:
        """What may be done here: the scheme, then what may be done instead."""
        return (self.scheme, *self.alternatives)


class Continuation(Value):
    """A pathway that can follow this one."""

    pathway: PathwayId = Field(title="Parcours")
    condition: PersonLine | None = Field(None, title="À quelle condition")


class Pathway(Record):
    """What an editor writes of one pathway, in `pathways/<id>.yml`."""

    summary: PersonLine = Field(title="En une phrase")
    simple: SimpleText = Field(title="Version simple")
    region: RegionId = Field(title="Région")
    as_of: YearMonth = Field(title="Vrai en", description="AAAA-MM.")
    origin: Literal["told", "implied"] = Field(
        title="Origine",
        description="told : une source raconte ce parcours ; implied : déduit de ce que disent les sources.",
    )
    profile: Profile = Field(title="Pour qui")
    needs: Annotated[tuple[NeedId, ...], Field(min_length=1)] = Field(title="Besoins")
    goal: PersonLine = Field(title="But")
    steps: Annotated[tuple[Step, ...], Field(min_length=2)] = Field(title="Étapes")
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)] = Field(title="Sources")
    review: Review = Field(Review(), title="Relecture")
    job_codes: tuple[JobId, ...] = Field(
        (), title="Métiers (codes ROME)", description="Leurs pages mènent ici (jobs.yml)."
    )
    line: LineId | None = Field(
        None, title="Ligne du plan", description="Famille de parcours (liste : offer/vocabulary/lines.yml)."
    )
    continues: tuple[Continuation, ...] = Field((), title="Et après")
    adviser: AdviserText | None = Field(None, title="Pour le conseiller")
    figures: tuple[Figure, ...] = Field((), title="Chiffres")

    @property
    def schemes(self) -> tuple[SchemeId, ...]:
        """Every scheme of its steps, what may be done instead included, as often as it is named."""
        return tuple(scheme for step in self.steps for scheme in step.schemes)
