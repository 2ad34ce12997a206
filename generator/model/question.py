"""The questions of « Faire le point »: answers by choices only, each says what it tells of the person.

Every question and choice has a number that never changes: a shared link holds numbers only, so a
link made last year still works after a choice is added, moved or worded anew.
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from generator.model import ages
from generator.model.ages import Age
from generator.model.audience import AbilityLevel
from generator.model.base import (
    DIGITS,
    AbilityId,
    LevelId,
    Line,
    NeedId,
    PersonLine,
    PublicId,
    Slug,
    StatusId,
    TerritoryId,
    Value,
)

QuestionCode = Annotated[int, DIGITS, Field(ge=1, le=35)]
"""One character in base 36; 0 is not used."""
ChoiceCode = Annotated[int, DIGITS, Field(ge=1, le=1295)]
"""Two characters in base 36; 0 is « je ne sais pas », which every question has."""


class Together(Value):
    """What this choice tells only beside one of the choices of another question."""

    question: Slug = Field(title="L’autre question", description="Son identifiant.")
    choices: Annotated[tuple[Slug, ...], Field(min_length=1)] = Field(
        title="Ses réponses", description="Une seule suffit."
    )
    publics: Annotated[tuple[PublicId, ...], Field(min_length=1)] = Field(title="Publics")


class Choice(Value):
    """One answer, and what it tells; one that tells nothing is an answer too (« rien de cela »)."""

    id: Slug = Field(title="Identifiant")
    code: ChoiceCode = Field(
        title="Numéro", description="Ne change jamais, ne sert qu’une fois : les liens partagés le gardent."
    )
    label: PersonLine | None = Field(
        None, title="Libellé", description="Absent : la phrase du besoin, ou le nom du territoire."
    )
    note: PersonLine | None = Field(None, title="Précision sous le libellé")
    pictogram: Slug | None = Field(
        None, title="Pictogramme", description="Nom d’un dessin de theme/assets/icons, sans .svg."
    )
    needs: tuple[NeedId, ...] = Field((), title="Besoins")
    obstacles: tuple[NeedId, ...] = Field(
        (), title="Besoins à lever en chemin", description="Montrés à côté des premières pistes."
    )
    age_min: Age | None = Field(None, title="Âge minimum", description="Compris.")
    age_max: Age | None = Field(None, title="Âge maximum", description="Compris.")
    statuses: tuple[StatusId, ...] = Field((), title="Situations")
    level: LevelId | None = Field(None, title="Plus haut diplôme")
    publics: tuple[PublicId, ...] = Field((), title="Publics")
    territory: TerritoryId | None = Field(None, title="Territoire")
    abilities: dict[AbilityId, AbilityLevel] = Field({}, title="Niveaux")
    together: tuple[Together, ...] = Field((), title="Avec une autre réponse, en plus")

    @model_validator(mode="after")
    def _ages_agree(self) -> Self:
        ages.agree(self.age_min, self.age_max)
        return self

    @property
    def age(self) -> int | None:
        """An age that stands for the whole band; a check holds that no record tells two of them apart."""
        return self.age_min if self.age_min is not None else self.age_max

    @property
    def tells(self) -> bool:
        """Whether it says anything of the person; « rien de tout cela » does not, and stands alone."""
        said = self.model_dump(exclude={"id", "code", "label", "note", "pictogram"}).values()
        return any(one not in (None, (), {}) for one in said)


class Question(Value):
    """One question; « Je ne sais pas » is added to its choices, and never narrows anything."""

    id: Slug = Field(title="Identifiant")
    code: QuestionCode = Field(
        title="Numéro", description="Ne change jamais, ne sert qu’une fois : les liens partagés le gardent."
    )
    short: Line = Field(title="En deux mots", description="Pour le rappel « Vos réponses ».")
    text: PersonLine = Field(title="Question")
    help: PersonLine | None = Field(None, title="Aide sous la question")
    several: bool = Field(False, title="Plusieurs réponses ?")
    choices: Annotated[tuple[Choice, ...], Field(min_length=1)] = Field(title="Réponses")
