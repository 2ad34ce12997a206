"""One mistake, one message: drops the problems that are only the echo of another.

A mistyped key is unknown, and the key it stands for is missing; a list whose items are wrong is
also too short. The editor corrects one thing, and should read one sentence.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.french_keys import FRENCH_KEYS
from generator.problems import FieldPath, Problem


def without_echoes(problems: Sequence[Problem]) -> Iterator[Problem]:
    """The problems of one record, less those that another one explains."""
    unknown: defaultdict[FieldPath, list[str]] = defaultdict(list)
    for problem in problems:
        if problem.rule == "extra_forbidden":
            unknown[problem.field[:-1]].append(str(problem.path_end).casefold())
    holding = {problem.field[:depth] for problem in problems for depth in range(len(problem.field))}
    for problem in problems:
        typed_beside = unknown[problem.field[:-1]] if problem.rule == "missing" else ()
        if any(_stands_for(typed, str(problem.path_end)) for typed in typed_beside):
            continue
        if problem.rule == "too_short" and problem.field in holding:
            continue
        yield problem


def _stands_for(typed: str, wanted: str) -> bool:
    return wanted in FRENCH_KEYS.get(typed, ()) or bool(
        difflib.get_close_matches(typed, [wanted], cutoff=0.6)
    )
