"""Jobs as a way in: what one does, what is ordered for it and where, how to get there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.guide import Guide
from generator.model.training import Domain, Training
from generator.model.vocabulary import Job
from generator.views import words
from generator.views.lists import folded
from generator.views.near import Department, departments
from generator.views.order import TYPES, Level, Offer, Where, levels, line, offers, where
from generator.views.shared import STATUSES, Cited, Library, Ref, domain_path, job_path
from generator.views.told import Rows, ToldPoints, of_job
from generator.views.ways import Ask, Sought, Way, asks, ways

FOLDER = "metiers"
SHOWN_NAMES = 3
"""Everyday names said under the title; the others come at the end of the page."""


@dataclass(frozen=True, slots=True)
class JobPage:
    """A job: how people say it, what is ordered for it, how to get there from where one stands."""

    id: str
    title: str
    path: str
    simple: str
    also_said: tuple[str, ...]
    everyday: tuple[str, ...]
    printed: tuple[str, ...]
    """The source's labels, the main one first."""
    as_of: str
    domains: tuple[Ref, ...]
    levels: tuple[Level, ...]
    types: tuple[str, ...]
    preparation_only: bool
    """Nothing but a preparation is ordered: levels are those of the preparation, not of the job."""
    where: Where
    told: ToldPoints
    ways: tuple[Way, ...]
    asks: tuple[Ask, ...]
    about: tuple[Ref, ...]
    """Pathways and sheets that name this job."""
    offers: tuple[Offer, ...]
    departments: tuple[Department[Offer], ...]
    sources: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Neighbouring names of one job, as one line of the index; `job` is its usual name, unless said."""

    name: str
    others: tuple[str, ...]
    path: str
    job: str | None


Index = tuple[tuple[str, tuple[Names, ...]], ...]
"""The names by initial."""


def rows_of_jobs(guide: Guide) -> Mapping[str, Rows]:
    """For each ROME code, the rows that name it."""
    found: defaultdict[str, list[tuple[Domain, Training]]] = defaultdict(list)
    for domain in guide.domains.values():
        for training in domain.trainings:
            for code in dict.fromkeys(one.code for one in training.rome):
                found[code].append((domain, training))
    return {code: tuple(rows) for code, rows in found.items()}


def job_pages(library: Library) -> tuple[JobPage, ...]:
    """Every job that the order names, by code."""
    rows = rows_of_jobs(library.guide)
    jobs = library.guide.vocabulary.jobs
    return tuple(_job_page(library, jobs[code], rows[code]) for code in sorted(rows))


def _job_page(library: Library, job: Job, rows: Rows) -> JobPage:
    guide = library.guide
    found = offers(guide, [line(library, domain, training) for domain, training in rows], job.id)
    sources = dict.fromkeys(source for domain, _ in rows for source in domain.sources)
    ordered = levels(guide, (level for _, training in rows for level in training.levels))
    kinds = frozenset(kind for _, training in rows for kind in training.types)
    told = of_job(library, job.id, rows)
    work_study = " ".join(one.text for one in told.work_study) or None
    sought = Sought(kinds, ordered, _schools(library, job.id), work_study)
    return JobPage(
        job.id,
        job.title,
        job_path(job.id),
        job.simple,
        _also_said(job),
        job.everyday,
        (job.label, *job.other_labels),
        words.as_of(max(domain.as_of for domain, _ in rows)),
        tuple(Ref(one.title, domain_path(one.id)) for one in {d.id: d for d, _ in rows}.values()),
        ordered,
        tuple(TYPES[kind][0] for kind in TYPES if kind in kinds),
        kinds == {"AQ"},
        where(guide, frozenset[str]().union(*(offer.reached for offer in found))),
        told,
        ways(library, sought),
        asks(library, sought),
        _about(library, job.id),
        found,
        departments(guide, found),
        tuple(library.cited(source) for source in sources),
    )


def _schools(library: Library, code: str) -> tuple[Ref, ...]:
    """Open trainings that teach this job and are not the order itself."""
    return tuple(
        library.scheme(one.id, one.person.summary)
        for one in library.guide.schemes.values()
        if code in one.job_codes and one.kind == "training" and one.status == "open"
    )


def _about(library: Library, code: str) -> tuple[Ref, ...]:
    """Pathways, then sheets, that name the job; what is not open says so."""
    guide = library.guide
    pathways = [one for one in guide.pathways.values() if code in one.job_codes]
    schemes = [one for one in guide.schemes.values() if code in one.job_codes and one.status != "closed"]
    return (
        *(library.pathway(one.id, one.summary) for one in pathways),
        *(library.scheme(one.id, STATUSES.get(one.status) or one.person.summary) for one in schemes),
    )


def _also_said(job: Job) -> tuple[str, ...]:
    """A few names that the title does not already say, each of another word."""
    seen = {_stem(word) for word in job.title.split()}
    found = []
    for name in job.everyday:
        if _stem(name) not in seen:
            seen.add(_stem(name))
            found.append(name)
    return tuple(found[:SHOWN_NAMES])


def _stem(name: str) -> str:
    """What a job's name has in common with its feminine: enough to put them side by side."""
    return folded(name).split()[0][:4]


def job_index(pages: Iterable[JobPage]) -> Index:
    """Every name people use for a job, by initial; names of one job that begin alike share a line."""
    letters: defaultdict[str, list[Names]] = defaultdict(list)
    for page in pages:
        alike: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for name in (page.title, *page.everyday):
            alike[_stem(name)][name] = None
        for names in alike.values():
            row = _names(page, tuple(names))
            letters[folded(row.name)[0].upper()].append(row)
    return tuple(
        (letter, tuple(sorted(letters[letter], key=lambda row: (folded(row.name), row.path))))
        for letter in sorted(letters)
    )


def _names(page: JobPage, names: tuple[str, ...]) -> Names:
    said = {folded(name) for name in page.title.split(" ou ")}
    if page.title in names:
        others = (name for name in names if name != page.title and folded(name) not in said)
        return Names(page.title, tuple(others), page.path, None)
    return Names(words.capital(names[0]), names[1:], page.path, page.title)
