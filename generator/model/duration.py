"""How long a scheme lasts; apart, so that the sheet's own module stays short."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from generator.model.base import DIGITS, PersonLine, Value


class Duration(Value):
    """How long it lasts. Hours and weeks are those of the whole path."""

    hours_min: Annotated[int, DIGITS, Field(ge=1, le=10000)] | None = Field(None, title="Heures, minimum")
    hours_max: Annotated[int, DIGITS, Field(ge=1, le=10000)] | None = Field(None, title="Heures, maximum")
    weeks_min: Annotated[int, DIGITS, Field(ge=1, le=520)] | None = Field(None, title="Semaines, minimum")
    weeks_max: Annotated[int, DIGITS, Field(ge=1, le=520)] | None = Field(None, title="Semaines, maximum")
    hours_per_week: Annotated[int, DIGITS, Field(ge=1, le=60)] | None = Field(
        None, title="Heures par semaine"
    )
    company_weeks: Annotated[int, DIGITS, Field(ge=0, le=200)] | None = Field(
        None, title="Semaines en entreprise"
    )
    company: bool | None = Field(None, title="Période en entreprise ?")
    rhythm: PersonLine | None = Field(None, title="Rythme", description="Ce que la source en dit.")

    @model_validator(mode="after")
    def _bounds_in_order(self) -> Self:
        for low, high in (("hours_min", "hours_max"), ("weeks_min", "weeks_max")):
            lowest, highest = getattr(self, low), getattr(self, high)
            if lowest is not None and highest is not None and lowest > highest:
                raise ValueError(f"crossed_bounds {low} {high}")
        return self
