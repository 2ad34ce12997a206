"""One mistake, one message: drops the problems that are only the echo of another.

A mistyped key is unknown, and the key it stands for is missing; a list whose items are wrong is
also too short. The editor corrects one thing, and should read one sentence.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from generator.french_keys import FRENCH_KEYS
from generator.problems import Problem


def without_echoes(problems: Sequence[Problem]) -> Iterator[Problem]:
    """The problems of one record, less those that another one explains."""
    unknown = [problem for problem in problems if problem.rule == "extra_forbidden"]
    for problem in problems:
        if problem.rule == "missing" and any(_stands_for(one, problem) for one in unknown):
            continue
        if problem.rule == "too_short" and any(_is_inside(one, problem) for one in problems):
            continue
        yield problem


def _stands_for(unknown: Problem, missing: Problem) -> bool:
    typed, wanted = str(unknown.path_end).casefold(), str(missing.path_end)
    if unknown.field[:-1] != missing.field[:-1]:
        return False
    return wanted in FRENCH_KEYS.get(typed, ()) or bool(
        difflib.get_close_matches(typed, [wanted], cutoff=0.6)
    )


def _is_inside(one: Problem, whole: Problem) -> bool:
    depth = len(whole.field)
    return len(one.field) > depth and one.field[:depth] == whole.field
