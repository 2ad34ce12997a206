"""The closed lists that records refer to, in `offer/vocabulary/*.yml`: one file, one list."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.model import ages
from generator.model.action import Action
from generator.model.ages import Age
from generator.model.base import (
    Citation,
    LevelId,
    Line,
    PersonLine,
    PublicId,
    RegionId,
    SimpleLine,
    Slug,
    StatusId,
    TerritoryId,
    Value,
    WebAddress,
)
from generator.model.initiative import Condition, Initiative
from generator.model.question import Question


class ListItem(Value):
    """One line of a closed list."""

    id: Slug = Field(title="Identifiant")
    label: Line = Field(title="Libellé")
    description: PersonLine | None = Field(None, title="Explication")


class Group(ListItem):
    """A group of needs, as on the home page; order is the file's."""

    pictogram: Slug | None = Field(None, title="Pictogramme")


class PathwayLine(ListItem):
    """A line of the map: a family of pathways, named as people would; order is the file's."""


class Theme(ListItem):
    """A theme, with data·inclusion's own name where one matches."""

    data_inclusion: Slug | None = Field(None, title="Thématique data·inclusion")


class Subject(ListItem):
    """What one learns or does, whatever each sheet calls it; order and families are the file's."""

    family: Line = Field(title="Famille", description="Le titre au-dessus, sur la page « Ce qu’on apprend ».")
    domains: bool = Field(
        False, title="Montre les domaines", description="true : chaque domaine de la commande y a son lien."
    )


class StatusOfPerson(ListItem):
    """A situation a person can be in (demandeur d’emploi, salarié…)."""

    how_to_become: PersonLine | None = Field(
        None,
        title="Comment le devenir",
        description="Seulement pour une situation que chacun peut prendre, par exemple en s’inscrivant.",
    )


class Public(ListItem):
    """A public to whom a scheme gives priority. Its age and diplomas, where its own words say them: told by
    other answers, such a public needs no question of its own."""

    age_min: Age | None = Field(None, title="Âge minimum", description="Compris. Si son libellé le dit.")
    age_max: Age | None = Field(None, title="Âge maximum", description="Compris. Si son libellé le dit.")
    levels: tuple[LevelId, ...] = Field((), title="Diplômes", description="Si son libellé le dit.")

    @property
    def told_by_others(self) -> bool:
        """An age or a diploma tells it: it needs no answer of its own."""
        return self.age_min is not None or self.age_max is not None or bool(self.levels)

    @model_validator(mode="after")
    def _ages_agree(self) -> Self:
        ages.agree(self.age_min, self.age_max)
        return self


class AbilityStep(Value):
    """One level of an ability; order is the file's, lowest first."""

    id: Slug = Field(title="Identifiant")
    label: Line = Field(title="Libellé")
    former: Line | None = Field(None, title="Ancienne échelle", description="Niveau V, IV, III…")
    example: PersonLine | None = Field(None, title="Exemple concret")


class Ability(ListItem):
    """Something a person can do or have, with ordered levels."""

    question: PersonLine | None = Field(None, title="Question à poser")
    levels: Annotated[tuple[AbilityStep, ...], Field(min_length=2)] = Field(
        title="Niveaux, du plus bas au plus haut"
    )


class Region(ListItem):
    """A region, or `france` for what holds everywhere; with a `tagline`, it has its edition."""

    tagline: Line | None = Field(
        None, title="Phrase d’accroche de l’édition", description="Donne son guide à la région."
    )
    address: WebAddress | None = Field(None, title="Adresse publique de l’édition", description="https://…")


class Territory(ListItem):
    """A département or a bassin d’emploi."""

    kind: Literal["departement", "bassin", "region"] = Field(title="Nature")
    code: Line | None = Field(None, title="Code", description="75, T4…")
    region: RegionId = Field(title="Région")
    within: tuple[TerritoryId, ...] = Field((), title="Dans")


class Town(ListItem):
    """A commune, by its INSEE code; without `territory` where the sources do not say which it is in."""

    departement: TerritoryId = Field(title="Département")
    territory: TerritoryId | None = Field(None, title="Bassin d’emploi")
    common: bool = Field(
        False,
        title="Mot de tous les jours",
        description="true : la recherche n’y lit la commune qu’après « à », « sur », « vers » ou « habite ».",
    )


class Organisation(ListItem):
    """A funder, an operator or a prescriber: shown second, never as a way in."""

    roles: Annotated[tuple[Literal["funder", "operator", "prescriber"], ...], Field(min_length=1)] = Field(
        title="Rôles"
    )
    acronym: Line | None = Field(None, title="Sigle")
    other_names: tuple[Line, ...] = Field((), title="Autres noms")
    helps_with: PersonLine | None = Field(None, title="En quoi il aide")
    receives: PersonLine | None = Field(None, title="Qui il reçoit")
    age_min: Age | None = Field(None, title="Âge minimum", description="Compris. Seulement si c’est écrit.")
    age_max: Age | None = Field(None, title="Âge maximum", description="Compris. Seulement si c’est écrit.")
    young: bool = Field(
        False,
        title="Jeunes, sans âge écrit",
        description="true : « les jeunes », sans âge. « Faire le point » ne le nomme pas après 25 ans.",
    )
    statuses: tuple[StatusId, ...] = Field(
        (), title="Seulement dans ces situations", description="Absent : toutes, ou non précisé."
    )
    publics: tuple[PublicId, ...] = Field(
        (), title="Publics pour qui il existe", description="Il leur est nommé d’abord. N’écarte personne."
    )
    how_to_reach: PersonLine | None = Field(None, title="Comment le joindre")
    sources: tuple[Citation, ...] = Field((), title="Sources")

    @property
    def last_age(self) -> int | None:
        """The oldest it receives."""
        return ages.last_age(self.young, self.age_max)

    @model_validator(mode="after")
    def _ages_agree(self) -> Self:
        ages.agree(self.age_min, self.age_max, young=self.young)
        return self


class Term(ListItem):
    """A word or an acronym of the glossary; `label` is the acronym, `expansion` its words."""

    expansion: Line | None = Field(None, title="En toutes lettres")
    region: RegionId | None = Field(
        None, title="Région", description="Montré dans le guide de cette région seulement. Absent : partout."
    )
    sources: tuple[Citation, ...] = Field((), title="Sources")


class Job(ListItem):
    """A job of the order, by its ROME code; `label` is the source's, `everyday` is how people say it."""

    id: Annotated[str, Field(pattern=r"^[A-N]\d{4}$")] = Field(title="Code ROME")
    title: Line = Field(title="Nom de tous les jours", description="Au masculin et au féminin.")
    simple: SimpleLine = Field(title="Ce qu’on y fait", description="Une phrase très simple.")
    everyday: tuple[Line, ...] = Field((), title="Autres façons de le dire")
    other_labels: tuple[Line, ...] = Field((), title="Autres libellés imprimés")


class Saying(Value):
    """Words people write in their own way (slang, texting, acronyms), and how the search reads them."""

    id: Slug = Field(title="Identifiant")
    read: Line = Field(title="Lu comme", description="Les mots que la recherche met à la place.")
    write: Annotated[tuple[Line, ...], Field(min_length=1)] = Field(
        title="Écrit", description="Les façons de l’écrire ; accents et majuscules ne comptent pas."
    )


class Elsewhere(ListItem):
    """A subject people type that the guide does not treat: the search then says so plainly."""

    phrasings: Annotated[tuple[Line, ...], Field(min_length=1)] = Field(title="Façons de le demander")


class Document(ListItem):
    """One of the source documents."""

    number: Annotated[str, Field(pattern=r"^\d{3}$")] = Field(title="Numéro")
    publisher: Line = Field(title="Éditeur")
    published: Line = Field(title="Date", description="Comme le document la donne.")
    region: RegionId = Field(title="Région")


LISTS: dict[str, type[ListItem | Initiative | Condition | Action | Question | Saying]] = {
    "groups": Group,
    "themes": Theme,
    "subjects": Subject,
    "statuses": StatusOfPerson,
    "publics": Public,
    "abilities": Ability,
    "regions": Region,
    "territories": Territory,
    "organisations": Organisation,
    "glossary": Term,
    "documents": Document,
    "jobs": Job,
    "towns": Town,
    "initiatives": Initiative,
    "conditions": Condition,
    "actions": Action,
    "sayings": Saying,
    "elsewhere": Elsewhere,
    "questions": Question,
    "lines": PathwayLine,
}
"""File name (without `.yml`) → the record of each of its lines."""

OPTIONAL_LISTS = ("sayings", "elsewhere", "lines")
"""What the search knows of how people speak, and the lines of the map: a young guide may have none."""
