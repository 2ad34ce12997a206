"""What makes a pathway hold, and the dated initiatives that show it (004, CNFPTLV 2008).

Examples of their time: never shown as open schemes.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import AdviserLine, Citation, InitiativeId, Line, Slug, Value


class ExampleStep(Value):
    """One step of a pathway of that time: titled in words, for it leads to no scheme of today."""

    title: Line = Field(title="Étape")
    text: AdviserLine = Field(title="Ce qui se passait")
    secured: AdviserLine | None = Field(
        None,
        title="Ce qui assurait le passage",
        description="Vers cette étape. Absent : l’étude ne le dit pas.",
    )
    if_it_fails: AdviserLine | None = Field(None, title="Si cela ne marchait pas")
    source: Citation = Field(title="Source")


class Initiative(Value):
    """One initiative of the study; with steps, it is also a pathway told as a dated example."""

    id: Slug = Field(title="Identifiant")
    title: Line = Field(title="Nom")
    place: Line = Field(title="Lieu")
    year: Line = Field(title="Années")
    depth: Literal["studied", "analysed", "listed"] = Field(
        title="Profondeur", description="studied : enquête sur place ; analysed : analysée ; listed : citée."
    )
    for_whom: AdviserLine = Field(title="Pour qui")
    what: AdviserLine = Field(title="Ce qu’on y faisait")
    results: AdviserLine | None = Field(None, title="Résultats")
    what_holds: AdviserLine = Field(title="Ce qui a fait tenir le parcours")
    holds_from: Literal["source", "redaction"] = Field(title="Qui le dit")
    limits: AdviserLine | None = Field(None, title="Limites")
    source: Citation = Field(title="Source")
    steps: Annotated[tuple[ExampleStep, ...], Field(min_length=2)] = Field(
        (), title="Étapes", description="Seulement si l’étude raconte le parcours, étape par étape."
    )


class Condition(Value):
    """One condition under which a pathway holds."""

    id: Slug = Field(title="Identifiant")
    title: Line = Field(title="Titre")
    text: AdviserLine = Field(title="La condition")
    why: AdviserLine = Field(title="Pourquoi elle compte")
    do: AdviserLine = Field(title="Ce que le conseiller peut faire")
    initiatives: tuple[InitiativeId, ...] = Field((), title="Exemples")
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)] = Field(title="Sources")
