"""The regional order: what is told of a domain is told of trainings that the order has."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.subject import Subject
from generator.model.training import POINT_FIELDS, applies
from generator.problems import Problem


def every_point_of_a_domain_meets_a_row(subject: Subject) -> Iterator[Problem]:
    """A condition, a priority or a word on alternance speaks of at least one row of its domain."""
    for domain in subject.guide.domains.values():
        for field in POINT_FIELDS:
            for index, point in enumerate(getattr(domain, field)):
                if not any(applies(point, row) for row in domain.trainings):
                    yield subject.problem("point_without_row", f"domain:{domain.id}", (field, index))
