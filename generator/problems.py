"""A problem is data first: which rule, where, with what details. French comes later (`messages`)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Severity = Literal["error", "warning"]
FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to correct. `line` and `column` count from 1; `field` is the path in the file."""

    rule: str
    file: str
    line: int = 1
    column: int = 1
    field: FieldPath = ()
    details: Mapping[str, Any] = dataclasses.field(default_factory=dict, hash=False)
    severity: Severity = "error"

    @property
    def path_end(self) -> str | int:
        """The key the problem is about: the last of its path."""
        return self.field[-1] if self.field else ""


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether anything forbids publishing."""
    return any(problem.severity == "error" for problem in problems)


def in_reading_order(problems: Iterable[Problem]) -> list[Problem]:
    """Errors and warnings together, by file, line, column, rule; exact duplicates once."""
    seen: dict[tuple[object, ...], Problem] = {}
    for problem in problems:
        key = (problem.file, problem.line, problem.column, problem.rule, problem.field)
        seen.setdefault((*key, str(sorted(problem.details.items(), key=str))), problem)
    return sorted(
        seen.values(),
        key=lambda p: (p.file, p.line, p.column, p.rule, tuple(map(str, p.field))),
    )
