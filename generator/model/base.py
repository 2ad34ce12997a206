"""What every record shares: frozen values, text types, citations.

Text types carry a mark (`Prose`) so that one walk over any record finds every text a reader
sees: the reading checks, the hostile-input tests and the search all rely on it.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"

Register = Literal["simple", "person", "adviser", "any", "foreign"]


@dataclass(frozen=True, slots=True)
class Prose:
    """Marks a text meant for a reader; `register` says whom it speaks to (`foreign`: not in French)."""

    register: Register = "any"
    rich: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a value that names another record; `kind` is the index it is looked up in."""

    kind: str


def one_paragraph(value: str) -> str:
    """The text on one line: an editor may cut it anywhere."""
    return re.sub(r"\s+", " ", value).strip()


def some_text(value: str) -> str:
    """The text, refused (`empty_text`) when it is blank."""
    if not value.strip():
        raise ValueError("empty_text")
    return value


def _real_day(value: str) -> str:
    try:
        datetime.date.fromisoformat(value)
    except ValueError as error:
        raise ValueError("no_such_day") from error
    return value


def _whole_number(value: object) -> object:
    """Python reads `1_6` and ` 16 ` as 16; an editor who types that made a mistake."""
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]{1,9}", value):
        raise ValueError("whole_number")
    return value


DIGITS = BeforeValidator(_whole_number)

Line = Annotated[str, AfterValidator(one_paragraph), AfterValidator(some_text), Prose()]
PersonLine = Annotated[str, AfterValidator(one_paragraph), AfterValidator(some_text), Prose("person")]
SimpleLine = Annotated[str, AfterValidator(one_paragraph), AfterValidator(some_text), Prose("simple")]
AdviserLine = Annotated[str, AfterValidator(one_paragraph), AfterValidator(some_text), Prose("adviser")]
PersonText = Annotated[str, AfterValidator(some_text), Prose("person", rich=True)]
SimpleText = Annotated[str, AfterValidator(some_text), Prose("simple", rich=True)]
AdviserText = Annotated[str, AfterValidator(some_text), Prose("adviser", rich=True)]

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80)]
YearMonth = Annotated[str, StringConstraints(pattern=r"^(19|20)\d\d-(0[1-9]|1[0-2])$")]
Date = Annotated[
    str,
    StringConstraints(pattern=r"^(19|20)\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])$"),
    AfterValidator(_real_day),
]

WebAddress = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"']+$")]

# A reference has no pattern: the check that looks it up says what was meant.
NeedId = Annotated[str, Reference("need")]
SchemeId = Annotated[str, Reference("scheme")]
PathwayId = Annotated[str, Reference("pathway")]
OrganisationId = Annotated[str, Reference("organisation")]
DocumentId = Annotated[str, Reference("document")]
ThemeId = Annotated[str, Reference("theme")]
StatusId = Annotated[str, Reference("status")]
LevelId = Annotated[str, Reference("level")]
PublicId = Annotated[str, Reference("public")]
RegionId = Annotated[str, Reference("region")]
TerritoryId = Annotated[str, Reference("territory")]
GroupId = Annotated[str, Reference("group")]
AbilityId = Annotated[str, Reference("ability")]
JobId = Annotated[str, Reference("job")]
SubjectId = Annotated[str, Reference("subject")]
InitiativeId = Annotated[str, Reference("initiative")]
LineId = Annotated[str, Reference("line")]


class Value(BaseModel):
    """A frozen value whose keys are exactly those the editor may write."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Citation(Value):
    """Where a fact comes from (R: every fact carries its document and chapter)."""

    document: DocumentId = Field(
        title="Document", description="Identifiant du document (liste : offer/vocabulary/documents.yml)."
    )
    chapter: Line = Field(title="Chapitre", description="Chapitre, fiche ou annexe où lire ce fait.")


class Review(Value):
    """Who read the sheet again, when, and how often it must be done."""

    by: Line | None = Field(None, title="Relu par", description="Qui a relu la fiche.")
    on: Date | None = Field(None, title="Relu le", description="Date de relecture : AAAA-MM-JJ.")
    every_months: Annotated[int, DIGITS, Field(ge=1, le=60)] = Field(
        12, title="À relire tous les (mois)", description="Au-delà, la fiche est signalée à relire."
    )


class Figure(Value):
    """One number a source prints, with its unit, year and origin."""

    label: AdviserLine = Field(title="Ce que mesure le chiffre")
    value: AdviserLine = Field(title="Valeur", description="Telle que la source l’imprime.")
    unit: AdviserLine | None = Field(None, title="Unité", description="places, heures, €, %…")
    year: Annotated[str, StringConstraints(pattern=r"^(19|20)\d\d(-(19|20)?\d\d)?$")] | None = Field(
        None, title="Année", description="2018 ou 2019-2022."
    )
    source: Citation = Field(title="Source")


class SourcedPoint(Value):
    """A point made by a source, in our words."""

    text: AdviserLine = Field(title="Texte")
    source: Citation = Field(title="Source")


class Record(Value):
    """What needs, schemes and pathways have in common. File name = id = end of the address."""

    id: Slug = Field(title="Identifiant", description="Le même que le nom du fichier, sans .yml.")
    title: Line = Field(title="Titre")
    renamed_from: tuple[Slug, ...] = Field(
        (), title="Anciens identifiants", description="Les anciennes adresses renvoient ici."
    )
