"""Who may enter, what they need already, what they leave with.

`requires` and `gives` speak the same closed language of abilities and ordered levels
(`offer/vocabulary/abilities.yml`), so that a machine can tell whether a step can follow another.
"""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from generator.model import ages
from generator.model.ages import YOUNG, Age
from generator.model.base import (
    AbilityId,
    LevelId,
    PersonLine,
    PublicId,
    SchemeId,
    StatusId,
    Value,
)

LEFT_TO_WORDS = frozenset({"details", "priority_publics", "young"})
"""Fields of `Audience` that do not say all of whom it is for: what is written in words still counts."""

AbilityLevel = str
"""A level of the ability it stands beside; `references.every_ability_level_exists` looks it up."""


class Audience(Value):
    """Whom the scheme is for. Ages are inclusive; « moins de 26 ans » is `age_max: 25`."""

    age_min: Age | None = Field(None, title="Âge minimum", description="Compris.")
    age_max: Age | None = Field(
        None, title="Âge maximum", description="Compris : « moins de 26 ans » s’écrit 25."
    )
    young: bool = Field(
        False,
        title="Jeunes, sans âge écrit",
        description="true : la source dit « jeunes » sans âge. Le guide ne le propose pas après 25 ans.",
    )
    any_age: bool = Field(
        False, title="Sans condition d’âge", description="true seulement si une source le dit."
    )
    statuses: tuple[StatusId, ...] = Field(
        (), title="Situations", description="Absent : toutes, ou non précisé."
    )
    levels: tuple[LevelId, ...] = Field(
        (), title="Niveaux de diplôme admis", description="Absent : tous, ou non précisé."
    )
    priority_publics: tuple[PublicId, ...] = Field((), title="Publics prioritaires")
    details: tuple[PersonLine, ...] = Field((), title="Précisions")

    @property
    def first_age(self) -> int | None:
        """The youngest one may be; « jeunes » says none where a public is named, which may be younger."""
        return YOUNG[0] if self.young and self.age_min is None and not self.priority_publics else self.age_min

    @property
    def last_age(self) -> int | None:
        """The oldest one may be on entering."""
        return ages.last_age(self.young, self.age_max)

    @model_validator(mode="after")
    def _ages_agree(self) -> Self:
        ages.agree(self.age_min, self.age_max, young=self.young)
        if self.any_age and (self.age_min is not None or self.age_max is not None):
            raise ValueError("any_age_and_bounds")
        if self.any_age and self.young:
            raise ValueError("young_and_age")
        return self


class NotFor(Value):
    """« Ce n’est pas pour vous si… », with where to go instead."""

    text: PersonLine = Field(
        title="Si…", description="La suite de « Ce n’est pas pour vous si… », sans majuscule."
    )
    instead: SchemeId | None = Field(None, title="Voir plutôt")


class Requires(Value):
    """What one must have on arrival. Absent is « non précisé »; `nothing: true` is said by a source."""

    nothing: bool = Field(
        False, title="Rien n’est demandé", description="true seulement si une source le dit."
    )
    abilities: dict[AbilityId, AbilityLevel] = Field(
        {}, title="Niveaux demandés", description="Capacité : niveau, par exemple « french: a1 »."
    )
    conditions: tuple[PersonLine, ...] = Field((), title="Conditions à vérifier")

    @model_validator(mode="after")
    def _nothing_means_nothing(self) -> Self:
        if self.nothing and self.abilities:
            raise ValueError("nothing_and_abilities")
        return self


class Gives(Value):
    """What one leaves with: a level reached, or `+1` for one level gained."""

    abilities: dict[AbilityId, AbilityLevel] = Field(
        {}, title="Niveaux atteints", description="Capacité : niveau, ou « +1 » pour un niveau de plus."
    )
    details: tuple[PersonLine, ...] = Field((), title="Autres apports")
