"""Where a scheme is found: a town, or, when the source names none, who runs it in a territory."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from generator.model.base import DIGITS, Citation, Line, OrganisationId, TerritoryId, Value


class Place(Value):
    """A site, as the source lists it; or an operator chosen for a territory, when no town is said.

    The second is no site: it is counted apart, as an operator, and never as a town.
    """

    town: Line | None = Field(
        None, title="Ville", description="Absente si la source ne donne qu’un organisme et son territoire."
    )
    insee: Annotated[str, Field(pattern=r"^\d[\dAB]\d{3}$")] | None = Field(None, title="Code INSEE")
    territory: TerritoryId | None = Field(
        None, title="Territoire", description="Département ou bassin d’emploi."
    )
    territories: tuple[TerritoryId, ...] = Field(
        (),
        title="Territoires couverts",
        description="Sans ville : les bassins d’emploi confiés à l’organisme. Un département ajouté borne.",
    )
    operator: OrganisationId | None = Field(None, title="Organisme")
    lot: Annotated[int, DIGITS, Field(ge=1, le=500)] | None = Field(None, title="Numéro de lot")
    sites: Annotated[int, DIGITS, Field(ge=1, le=100)] | None = Field(
        None,
        title="Nombre de sites",
        description="Absent : un seul dans la ville ; aucun de connu sans ville.",
    )
    detail: Line | None = Field(None, title="Précision", description="Arrondissement, quartier…")
    source: Citation | None = Field(None, title="Source", description="Obligatoire sans ville.")

    @property
    def covered(self) -> tuple[str, ...]:
        """Ids of the territories, written as one or as several."""
        return self.territories or ((self.territory,) if self.territory else ())

    @model_validator(mode="before")
    @classmethod
    def _a_town_has_one_site_at_least(cls, typed: Any) -> Any:
        """One site by town unless the editor writes more, so that whoever reads the data can add them up."""
        one = isinstance(typed, dict) and typed.get("town") and "sites" not in typed
        return {**typed, "sites": 1} if one else typed

    @model_validator(mode="after")
    def _a_town_or_an_operator_for_a_territory(self) -> Self:
        if self.town:
            if self.territories:
                raise ValueError("town_and_territories")
        elif not (self.operator and self.covered and self.source):
            raise ValueError("place_without_town")
        elif self.insee or self.sites:
            raise ValueError("sites_without_town")
        return self
