"""What the sources tell of the trainings of a domain: asked, wanted by employers, by work and study."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.model.training import Domain, DomainCondition, DomainPoint, Training, applies
from generator.views import words
from generator.views.order import TYPES, job_ref
from generator.views.shared import Cited, Library, Ref, domain_path

Rows = tuple[tuple[Domain, Training], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One point, for a person and for the adviser. `only`: the types of path it is limited to, in words."""

    text: str
    adviser: str | None
    only: str | None
    jobs: tuple[Ref, ...]
    domain: Ref
    source: Cited


@dataclass(frozen=True, slots=True)
class ToldPoints:
    """Everything told: asked to enter, asked of the training, wanted by employers, work and study."""

    entry: tuple[Told, ...]
    training: tuple[Told, ...]
    priorities: tuple[Told, ...]
    work_study: tuple[Told, ...]


def of_job(library: Library, code: str, rows: Rows) -> ToldPoints:
    """What holds for a job, in the domains that order it.

    A priority that names no job is the domain's: it would promise too much of each of its jobs.
    """
    domains = {domain.id: domain for domain, _ in rows}.values()

    def meets(domain: Domain, point: DomainPoint) -> bool:
        named = not point.job_codes or code in point.job_codes
        return named and any(applies(point, row) for one, row in rows if one is domain)

    return _points(
        library,
        [(one, point) for one in domains for point in one.conditions if meets(one, point)],
        [
            (one, point)
            for one in domains
            for point in one.priorities
            if point.job_codes and meets(one, point)
        ],
        [(one, point) for one in domains for point in one.work_study if meets(one, point)],
        ordered={kind for _, row in rows for kind in row.types},
    )


def of_domain(library: Library, domain: Domain) -> ToldPoints:
    """Everything told of a domain, each point with the jobs it speaks of."""
    return _points(
        library,
        [(domain, point) for point in domain.conditions],
        [(domain, point) for point in domain.priorities],
        [(domain, point) for point in domain.work_study],
    )


def _points(
    library: Library,
    conditions: list[tuple[Domain, DomainCondition]],
    priorities: list[tuple[Domain, DomainPoint]],
    work_study: list[tuple[Domain, DomainPoint]],
    ordered: Collection[str] = (),
) -> ToldPoints:
    """`ordered`: the types of path ordered for one job; none where a whole domain is told."""

    def told(points: Iterable[tuple[Domain, DomainPoint]]) -> tuple[Told, ...]:
        return tuple(_told(library, domain, point, ordered) for domain, point in points)

    return ToldPoints(
        told((domain, point) for domain, point in conditions if point.moment == "entry"),
        told((domain, point) for domain, point in conditions if point.moment == "training"),
        told(priorities),
        told(work_study),
    )


def _told(library: Library, domain: Domain, point: DomainPoint, ordered: Collection[str]) -> Told:
    kinds = [kind for kind in TYPES if kind in point.types]
    apart = not ordered or not {*ordered} <= {*kinds}
    only = words.join((TYPES[kind][0] for kind in kinds), "ou") if kinds and apart else None
    return Told(
        point.text,
        point.adviser,
        only,
        () if ordered else tuple(job_ref(library, code) for code in point.job_codes),
        Ref(domain.title, domain_path(domain.id)),
        library.cited(point.source),
    )
