"""Codes of the addresses of « Feuille de route »."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.subject import Subject
from generator.problems import Problem
from generator.road.codes import code


def no_two_choices_share_a_code(subject: Subject) -> Iterator[Problem]:
    """An address of « Feuille de route » names each choice by a code: never two by the same."""
    owners: dict[str, str] = {}
    guide = subject.guide
    keys = [*(("scheme", one) for one in guide.schemes), *(("pathway", one) for one in guide.pathways)]
    for kind, record in keys:
        found = code("scheme" if kind == "scheme" else "pathway", record)
        other = owners.setdefault(found, f"{kind}:{record}")
        if other != f"{kind}:{record}":
            yield subject.problem("shared_code", f"{kind}:{record}", ("id",), other=other.partition(":")[2])
