"""Ages as records write them: in order, and what « jeunes » means where no age is written."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.base import DIGITS

Age = Annotated[int, DIGITS, Field(ge=0, le=120)]
YOUNG = range(16, 26)
"""Ages offered what is « for young people », where no age is written: the editors' reading, no source's."""


def agree(age_min: int | None, age_max: int | None, *, young: bool = False) -> None:
    """Raises `ValueError` (a rule of `generator/messages.py`) when ages contradict each other.

    `crossed_bounds`: no age is within both; `young_and_age`: « jeunes » is for where no last age is written.
    """
    if age_min is not None and age_max is not None and age_min > age_max:
        raise ValueError("crossed_bounds age_min age_max")
    if young and age_max is not None:
        raise ValueError("young_and_age")


def never_young(youngest: int | None, oldest: int | None, named: bool) -> bool:
    """Whether nobody between these ages is « jeune », where no age is written.

    Under `YOUNG` it is to be asked when the record names publics (`named`): one of them may be younger.
    """
    past = youngest is not None and youngest > YOUNG[-1]
    return past or (not named and oldest is not None and oldest < YOUNG[0])


def last_age(young: bool, age_max: int | None) -> int | None:
    """The oldest one may be: the last of `YOUNG`, else the age that is written; None: any, or unsaid."""
    return YOUNG[-1] if young else age_max
