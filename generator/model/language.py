"""The door in another language: what the person says, always beside the French."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from generator.model.base import (
    GroupId,
    Line,
    NeedId,
    Prose,
    Slug,
    Value,
    one_paragraph,
    some_text,
)

ForeignLine = Annotated[str, AfterValidator(one_paragraph), AfterValidator(some_text), Prose("foreign")]
"""A text that is not French: shown between `<bdi lang dir>`, out of reach of French rules."""

LanguageTag = Annotated[
    str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$", max_length=12)
]
"""BCP 47, as far as it is of use here: language, script, country (`zh-Hans`, `pt-PT`)."""

Direction = Literal["ltr", "rtl"]


class Words(Value):
    """What the pages themselves say in the language; each stands beside its French."""

    invitation: ForeignLine = Field(title="« Montrez la phrase qui vous ressemble »")
    unsure: ForeignLine = Field(title="« Je ne sais pas »")
    adviser: ForeignLine = Field(title="« Parlez à un conseiller »")
    in_french: ForeignLine = Field(
        title="« Les fiches de ce guide sont en français. Un conseiller peut les lire avec vous. »"
    )
    unreviewed: ForeignLine = Field(title="« Traduction non relue »")


class Language(Value):
    """One language, in `offer/languages/<id>.yml`. Not a record of the guide: it has no sheet."""

    id: Slug = Field(title="Identifiant", description="Le même que le nom du fichier, sans .yml.")
    name: ForeignLine = Field(title="Nom de la langue, dans la langue")
    french_name: Line = Field(title="Nom de la langue, en français", description="anglais, arabe…")
    lang: LanguageTag = Field(title="Code de la langue", description="BCP 47 : en, ar, zh-Hans…")
    dir: Direction = Field(
        "ltr",
        title="Sens de lecture",
        description="ltr : de gauche à droite ; rtl : de droite à gauche.",
    )
    reviewed_by: Line | None = Field(
        None, title="Relu par", description="Sans cette clé, la page dit « traduction non relue »."
    )
    words: Words = Field(title="Les mots des pages")
    groups: dict[GroupId, ForeignLine] = Field({}, title="Les groupes de besoins")
    statements: dict[NeedId, ForeignLine] = Field(
        title="Ce que dit la personne", description="Besoin → sa phrase, à la première personne."
    )
