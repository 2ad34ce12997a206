"""Pages of the regional order: domains, jobs, territories, communes; and the dictionary of contents."""

from __future__ import annotations

from collections.abc import Iterator

from generator.page import Page
from generator.views import contents, jobs, order, plan, territories, told
from generator.views.letters import letter_pages
from generator.views.shared import Library, Ref
from generator.views.size import characters


def of_order(library: Library) -> Iterator[Page]:
    """Domains and jobs; nothing where the region has no order."""
    if not library.guide.domains:
        return
    yield from _domains(library)
    yield from _jobs(library)


def _domains(library: Library) -> Iterator[Page]:
    domains = order.domain_pages(library)
    about = "Les formations commandées par la Région, par domaine."
    context: dict[str, object] = {"domains": domains}
    yield Page(
        "formations", "domains.html.j2", "Les formations, par domaine", about, "formations", (), context
    )
    crumb = Ref("Formations", "formations/index.html")
    for domain in domains:
        name = f"Formations : {domain.title}"
        about = f"{domain.count} par la Région, les métiers et les endroits : {domain.title}."
        folder = f"formations/{domain.id}"
        context = {"page": domain, "told": told.of_domain(library, library.guide.domains[domain.id])}
        yield Page(folder, "domain.html.j2", name, about, "formations", (crumb,), context)


def _jobs(library: Library) -> Iterator[Page]:
    pages = jobs.job_pages(library)
    crumb = Ref("Métiers", f"{jobs.FOLDER}/index.html")
    yield from _job_names(jobs.job_index(pages), crumb)
    for job in pages:
        folder = job.path.removesuffix("/index.html")
        name = f"{job.title} ({job.id})"
        yield Page(folder, "job.html.j2", name, job.simple, "metiers", (crumb,), {"page": job})


def _job_names(letters: jobs.Index, crumb: Ref) -> Iterator[Page]:
    """The names people use for jobs, from A to Z, on as many pages as they need."""
    about = "Les métiers, par leur nom de tous les jours, et les formations qui y mènent."
    pages = letter_pages(jobs.FOLDER, {letter: characters(names) for letter, names in letters})
    for page in pages:
        first = page is pages[0]
        title = f"Les métiers, {'de A à Z' if first else page.label}"
        shown = tuple((letter, names) for letter, names in letters if letter in page.letters)
        context = {"pages": pages, "page": page, "letters": shown}
        yield Page(page.folder, "jobs.html.j2", title, about, "metiers", () if first else (crumb,), context)


def of_territories(library: Library) -> Iterator[Page]:
    """Départements, bassins, and the lookup of communes; nothing for a region whose list is empty."""
    pages = territories.territory_pages(library)
    if not pages:
        return
    about = "Les lieux et les formations, par département et par bassin d’emploi."
    context = {"choices": territories.choices(library.guide)}
    yield Page("territoires", "territories.html.j2", "Près de chez moi", about, "territoires", (), context)
    crumb = Ref("Près de chez moi", "territoires/index.html")
    for page in pages:
        name = f"{page.label}, {page.kind.lower()}"
        folder = f"territoires/{page.id}"
        description = f"Les lieux et les formations près de chez vous : {name}."
        context_of_page = {"page": page}
        yield Page(folder, "territory.html.j2", name, description, "territoires", (crumb,), context_of_page)
    towns = {"departments": territories.towns(library)}
    about = "De chaque commune à son département, et à son bassin d’emploi."
    folder, title = "territoires/communes", "Trouver ma commune"
    yield Page(folder, "towns.html.j2", title, about, "territoires", (crumb,), towns)


def of_contents(library: Library) -> Iterator[Page]:
    """The dictionary of contents."""
    title, about = "Ce qu’on apprend", "Ce qu’on apprend ou ce qu’on fait, par sujet, et où le trouver."
    context = {"families": contents.dictionary(library)}
    yield Page("contenus", "contents.html.j2", title, about, "contenus", (), context)


def foot(library: Library) -> tuple[Ref, ...]:
    """Links that the footer adds to the menu: only pages that this edition has."""
    links = [found] if (found := plan.door(library)) else []
    if library.guide.domains:
        links += [Ref("Métiers", "metiers/index.html"), Ref("Formations", "formations/index.html")]
    if territories.choices(library.guide):
        links.append(Ref("Près de chez moi", "territoires/index.html"))
    return (
        *links,
        Ref("Contenus", "contenus/index.html"),
        Ref("Feuille de route", "feuille-de-route/index.html"),
    )
