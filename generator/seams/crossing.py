"""One passage to be judged: who arrives, from where, into what, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.guide import Guide
from generator.model.scheme import Scheme
from generator.seams.person import Person


@dataclass(frozen=True, slots=True)
class Crossing:
    """Everything the rules look at."""

    guide: Guide
    person: Person
    to: Scheme
    region: str
    """Where the walk takes place: the region of the pathway, or of one of the two schemes."""
    start: Scheme | None = None
    hurried: Person | None = None
    """The same person without the optional steps before."""
    skipped: tuple[str, ...] = ()
    """Those optional steps."""
    ways: tuple[tuple[str, Person], ...] = ()
    """What the person would be, had they taken what the step before offers instead."""
    secured: frozenset[str] = frozenset()
    """Abilities that the passage itself undertakes to bring (`passage: abilities:`)."""
    condition: str | None = None
    """What a « mène à » says of those who may follow it."""
    who: tuple[str, ...] = ()
    """Organisations the pathway names to carry out the passage."""
    everyone: bool = False
    """Whether all of the profile must get in: a step that is not optional, of a pathway."""
