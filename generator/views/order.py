"""The regional training order, by domain and by job: what was ordered, where, at which level.

An order is not a catalogue: what is not listed for a territory may exist (Pacte, Annexe 2).
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.guide import Guide
from generator.model.training import LEVEL_OF, Domain, Training
from generator.model.vocabulary import Job
from generator.views import words
from generator.views.shared import Cited, Library, Ref

TYPES = {
    "C": "avec un diplôme ou un titre au bout (certifiant)",
    "P": "pour de nouvelles compétences, sans diplôme entier (professionnalisant)",
    "AQ": "pour se remettre à niveau avant (accès à la qualification)",
}
WAYS = (
    ("AQ", "prequalification", "Vous n’avez pas encore le niveau : commencez par vous préparer."),
    ("C", "prfe", "Vous voulez un diplôme ou un titre : demandez cette formation."),
    ("P", "prfe", "Vous avez déjà un métier : demandez un complément de formation."),
    ("", "alternance", "Vous voulez apprendre en travaillant, avec un salaire."),
)
"""Kind of path (empty: any) → the scheme that opens it, and for whom."""
NEEDS = ("decouvrir-un-metier", "confirmer-mon-projet", "preparer-une-formation")


def domain_path(domain: str) -> str:
    """Site-relative address of a domain."""
    return f"formations/{domain}/index.html"


def job_path(job: str) -> str:
    """Site-relative address of a job, by its ROME code."""
    return f"metiers/{job.lower()}/index.html"


@dataclass(frozen=True, slots=True)
class TrainingLine:
    """One row of the order, ready to be shown."""

    id: str
    title: str
    specialities: tuple[str, ...]
    levels: tuple[str, ...]
    types: tuple[str, ...]
    printed: str
    covered: tuple[Ref, ...]
    everywhere: bool
    jobs: tuple[Ref, ...]
    domain: Ref


@dataclass(frozen=True, slots=True)
class DomainPage:
    """A domain and its rows."""

    id: str
    title: str
    path: str
    as_of: str
    count: str
    rows: tuple[TrainingLine, ...]
    jobs: tuple[Ref, ...]
    sources: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class JobPage:
    """A job: how people say it, what is ordered for it, how to get there from where one stands."""

    id: str
    title: str
    path: str
    label: str
    other_labels: tuple[str, ...]
    simple: str
    everyday: tuple[str, ...]
    as_of: str
    levels: tuple[str, ...]
    rows: tuple[TrainingLine, ...]
    ways: tuple[Ref, ...]
    needs: tuple[Ref, ...]
    sources: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class JobLetter:
    """The everyday names that begin with one letter."""

    letter: str
    names: tuple[Ref, ...]


def served(guide: Guide, training: Training) -> frozenset[str]:
    """Territories a row serves: those it covers, and those that lie within one of them.

    Paris Terres d’Envol is never printed alone: Annexe 3 puts it in the bassin Roissy-Le Bourget.
    """
    covered = set(training.territories_covered)
    inside = {
        one.id
        for one in guide.vocabulary.territories.values()
        if one.kind == "bassin" and covered & {*one.within}
    }
    return frozenset(covered | inside)


def line(library: Library, domain: Domain, training: Training) -> TrainingLine:
    """One row, in words."""
    territories = library.guide.vocabulary.territories
    bassins = [one for one in territories.values() if one.kind == "bassin" and one.region == domain.region]
    reached = served(library.guide, training)
    title = " · ".join(training.certifications) or " · ".join(dict.fromkeys(n.label for n in training.nsf))
    return TrainingLine(
        training.id,
        title or domain.title,
        tuple(f"{one.code} {one.label}" for one in training.nsf),
        levels_in_words(library.guide, training.levels),
        tuple(TYPES[kind] for kind in training.types),
        ", ".join(training.territories),
        tuple(Ref(one.label, f"territoires/{one.id}/index.html") for one in bassins if one.id in reached),
        all(one.id in reached for one in bassins),
        tuple(job_ref(library, one.code) for one in training.rome),
        Ref(domain.title, domain_path(domain.id)),
    )


def levels_in_words(guide: Guide, printed: Iterable[str]) -> tuple[str, ...]:
    """« niveau 3 (CAP, BEP), ancien niveau V », lowest first."""
    known = guide.vocabulary.levels
    order = list(LEVEL_OF)
    found = []
    for former in sorted(set(printed), key=order.index):
        step = known.get(LEVEL_OF[former])
        found.append(f"{step.label}, ancien niveau {former}" if step else f"ancien niveau {former}")
    return tuple(found)


def job_ref(library: Library, code: str) -> Ref:
    """A link to a job, by its everyday name."""
    return Ref(library.guide.vocabulary.jobs[code].title, job_path(code))


def domain_pages(library: Library) -> tuple[DomainPage, ...]:
    """Every domain, in alphabetical order."""
    pages = [_domain_page(library, domain) for domain in library.guide.domains.values()]
    return tuple(sorted(pages, key=lambda page: _sorting(page.title)))


def _domain_page(library: Library, domain: Domain) -> DomainPage:
    rows = tuple(line(library, domain, training) for training in domain.trainings)
    codes = dict.fromkeys(one.code for training in domain.trainings for one in training.rome)
    jobs = sorted((job_ref(library, code) for code in codes), key=lambda ref: _sorting(ref.label))
    return DomainPage(
        domain.id,
        domain.title,
        domain_path(domain.id),
        words.as_of(domain.as_of),
        words.plural(len(rows), "formation commandée", "formations commandées"),
        rows,
        tuple(jobs),
        tuple(library.cited(source) for source in domain.sources),
    )


def rows_of_jobs(guide: Guide) -> Mapping[str, tuple[tuple[Domain, Training], ...]]:
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


def _job_page(library: Library, job: Job, rows: tuple[tuple[Domain, Training], ...]) -> JobPage:
    guide = library.guide
    kinds = {kind for _, training in rows for kind in training.types}
    ways = tuple(
        library.scheme(scheme, note)
        for kind, scheme, note in WAYS
        if (not kind or kind in kinds) and scheme in guide.schemes
    )
    sources = dict.fromkeys(source for domain, _ in rows for source in domain.sources)
    return JobPage(
        job.id,
        job.title,
        job_path(job.id),
        job.label,
        job.other_labels,
        job.simple,
        job.everyday,
        words.as_of(rows[0][0].as_of),
        levels_in_words(guide, (level for _, training in rows for level in training.levels)),
        tuple(line(library, domain, training) for domain, training in rows),
        ways,
        tuple(library.need(need) for need in NEEDS if need in guide.needs),
        tuple(library.cited(source) for source in sources),
    )


def job_index(pages: Iterable[JobPage]) -> tuple[JobLetter, ...]:
    """Every name people use for a job, from A to Z."""
    names: dict[tuple[str, str], Ref] = {}
    for page in pages:
        for name in (page.title, *page.everyday):
            names[(_sorting(name), page.id)] = Ref(
                words.capital(name), page.path, None if name == page.title else page.title
            )
    letters: defaultdict[str, list[Ref]] = defaultdict(list)
    for (folded, _), ref in sorted(names.items()):
        letters[folded[:1].upper()].append(ref)
    return tuple(JobLetter(letter, tuple(refs)) for letter, refs in letters.items())


def _sorting(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(one for one in decomposed if not unicodedata.combining(one)).replace("’", " ")
