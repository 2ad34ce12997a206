"""The regional training order, row by row and by domain: what was ordered, where, at which level.

An order is not a catalogue: what is not listed for a territory may exist (Pacte, Annexe 2).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.guide import Guide
from generator.model.training import LEVEL_OF, Domain, Training
from generator.model.vocabulary import Territory
from generator.views import words
from generator.views.lists import folded
from generator.views.shared import Cited, Library, Ref, domain_path, job_path, territory_path

EVERYWHERE = "dans toute l’Île-de-France"
TYPES = {
    "AQ": ("remise à niveau", "une remise à niveau avant", "accès à la qualification"),
    "C": ("diplôme ou titre", "un diplôme ou un titre au bout", "certifiant"),
    "P": ("compétences en plus", "des compétences en plus, sans diplôme entier", "professionnalisant"),
}
"""Kind of path → in short, as a person says it, as an adviser says it; in the order one meets them."""
JOBS_SAID = 2
"""Jobs that name an offer without certification; the others are counted."""
EXCEPTIONS = 4
"""Up to so many territories left out, « sauf… » is shorter than the list."""


@dataclass(frozen=True, slots=True)
class Level:
    """A diploma level: « CAP ou BEP », and its places on the new and the old scale."""

    name: str
    scale: str


@dataclass(frozen=True, slots=True)
class Kind:
    """What a row offers, in plain words and in the adviser's."""

    short: str
    words: str
    name: str


@dataclass(frozen=True, slots=True)
class Where:
    """Territories served: one phrase, and their list when the phrase does not say it."""

    text: str
    listed: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class TrainingLine:
    """One row of the order, ready to be shown."""

    id: str
    title: str
    certified: bool
    """The title is that of a certification; else of a speciality, too wide to tell rows apart."""
    path: str
    specialities: tuple[str, ...]
    levels: tuple[Level, ...]
    types: tuple[Kind, ...]
    printed: str
    reached: frozenset[str]
    where: Where
    jobs: tuple[Ref, ...]
    domain: Ref


@dataclass(frozen=True, slots=True)
class Offer:
    """Rows of the order that say the same but for their territories."""

    id: str
    title: str
    leads_to: str | None
    """Its jobs, in few words, where no certification names it."""
    levels: tuple[Level, ...]
    types: tuple[Kind, ...]
    jobs: tuple[Ref, ...]
    reached: frozenset[str]
    where: Where
    rows: tuple[TrainingLine, ...]


@dataclass(frozen=True, slots=True)
class DomainPage:
    """A domain and its rows. `near`: its part in the page of each département."""

    id: str
    title: str
    path: str
    as_of: str
    count: str
    offers: tuple[Offer, ...]
    jobs: tuple[Ref, ...]
    near: tuple[Ref, ...]
    sources: tuple[Cited, ...]
    edit: str | None


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


def of_kind(guide: Guide, kind: str) -> tuple[Territory, ...]:
    """The départements, or the bassins, of the guide's region, in the order of their list."""
    territories = guide.vocabulary.territories.values()
    return tuple(one for one in territories if one.kind == kind and one.region == guide.site.region)


def where(guide: Guide, reached: Collection[str]) -> Where:
    """« dans toute l’Île-de-France, sauf Paris », « Est 95 et Ouest 95 », « 12 bassins sur 25 »."""
    bassins = of_kind(guide, "bassin")
    inside = [one for one in bassins if one.id in reached]
    outside = [one for one in bassins if one.id not in reached]
    if not outside:
        return Where(EVERYWHERE, ())
    if len(outside) <= EXCEPTIONS < len(inside):
        return Where(f"{EVERYWHERE}, sauf {words.join(one.label for one in outside)}", ())
    listed = tuple(Ref(one.label, territory_path(one.id)) for one in inside)
    if len(inside) <= EXCEPTIONS:
        return Where(words.join(one.label for one in inside), listed)
    return Where(f"dans {len(inside)} bassins d’emploi sur {len(bassins)}", listed)


def line(library: Library, domain: Domain, training: Training) -> TrainingLine:
    """One row, in words."""
    title = " · ".join(training.certifications) or " · ".join(dict.fromkeys(n.label for n in training.nsf))
    reached = served(library.guide, training)
    return TrainingLine(
        training.id,
        words.capital(title or domain.title),
        bool(training.certifications),
        f"{domain_path(domain.id)}#{training.id}",
        tuple(f"{one.code} {one.label}" for one in training.nsf),
        levels(library.guide, training.levels),
        tuple(Kind(*TYPES[kind]) for kind in TYPES if kind in training.types),
        ", ".join(training.territories),
        reached,
        where(library.guide, reached),
        tuple(job_ref(library, code) for code in dict.fromkeys(one.code for one in training.rome)),
        Ref(domain.title, domain_path(domain.id)),
    )


def offers(guide: Guide, rows: Iterable[TrainingLine], job: str = "") -> tuple[Offer, ...]:
    """Rows put together where only their territories differ. `job`: the one to be named first."""
    alike: defaultdict[tuple[object, ...], list[TrainingLine]] = defaultdict(list)
    for row in rows:
        alike[row.title, row.levels, row.types, row.jobs].append(row)
    found = []
    for same in alike.values():
        one, reached = same[0], frozenset[str]().union(*(row.reached for row in same))
        there = where(guide, reached)
        leads_to = None if one.certified else _leads_to(one.jobs, job_path(job) if job else None)
        said = (one.levels, one.types, one.jobs)
        found.append(Offer(one.id, one.title, leads_to, *said, reached, there, tuple(same)))
    return tuple(found)


def _leads_to(jobs: tuple[Ref, ...], first: str | None) -> str | None:
    """« Cariste, magasinier ou magasinière et 4 autres métiers »; `first` is the path of a job."""
    jobs = tuple(sorted(jobs, key=lambda job: job.path != first)) if first else jobs
    rest = len(jobs) - JOBS_SAID
    if rest < 2:
        return " ; ".join(job.label for job in jobs) or None
    return f"{' ; '.join(job.label for job in jobs[:JOBS_SAID])} et {rest} autres métiers"


def levels(guide: Guide, printed: Iterable[str]) -> tuple[Level, ...]:
    """« CAP ou BEP » (niveau 3, ancien niveau V), lowest first."""
    known = guide.vocabulary.levels
    order = list(LEVEL_OF)
    found = []
    for former in sorted(set(printed), key=order.index):
        step, old = known.get(LEVEL_OF[former]), f"ancien niveau {former}"
        scale, _, name = (step.label if step else old).removesuffix(")").partition(" (")
        found.append(Level(name.replace(", ", " ou ") or scale, f"{scale}, {old}" if name else old))
    return tuple(found)


def job_ref(library: Library, code: str, anchor: str = "") -> Ref:
    """A link to a job, by its everyday name; `anchor` is a département of its page."""
    path = job_path(code)
    return Ref(library.guide.vocabulary.jobs[code].title, f"{path}#{anchor}" if anchor else path)


def job_refs(library: Library, trainings: Iterable[Training], anchor: str = "") -> tuple[Ref, ...]:
    """Jobs that rows lead to, by name."""
    codes = {one.code for training in trainings for one in training.rome}
    return tuple(
        sorted((job_ref(library, code, anchor) for code in codes), key=lambda ref: folded(ref.label))
    )


def domain_pages(library: Library) -> tuple[DomainPage, ...]:
    """Every domain, in alphabetical order."""
    pages = [_domain_page(library, domain) for domain in library.guide.domains.values()]
    return tuple(sorted(pages, key=lambda page: folded(page.title)))


def _domain_page(library: Library, domain: Domain) -> DomainPage:
    rows = tuple(line(library, domain, training) for training in domain.trainings)
    return DomainPage(
        domain.id,
        domain.title,
        domain_path(domain.id),
        words.as_of(domain.as_of),
        words.plural(len(rows), "formation commandée", "formations commandées"),
        offers(library.guide, rows),
        job_refs(library, domain.trainings),
        _near(library.guide, domain, rows),
        tuple(library.cited(source) for source in domain.sources),
        library.edit_address("domain", domain.id),
    )


def _near(guide: Guide, domain: Domain, rows: Iterable[TrainingLine]) -> tuple[Ref, ...]:
    reached = frozenset[str]().union(*(row.reached for row in rows))
    bassins = [one for one in of_kind(guide, "bassin") if one.id in reached]
    found = []
    for one in of_kind(guide, "departement"):
        listed = one.id in reached or any(one.id in bassin.within for bassin in bassins)
        anchor, note = (f"#{domain.id}", None) if listed else ("", "non listé")
        found.append(Ref(one.label, f"{territory_path(one.id)}{anchor}", note))
    return tuple(found)
