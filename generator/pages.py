"""Guide → page sources and assets of `build/docs/`. Writes nothing; MkDocs only wraps them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from generator import headers, kept, scripts, templates
from generator.adviser_pages import dated_examples, foot_for_advisers, for_advisers
from generator.choose_pages import DOOR as COMPARED
from generator.choose_pages import of_choices
from generator.guide import Guide
from generator.language_pages import foot_for_languages, of_languages
from generator.model.site import Site
from generator.offline.names import HEADERS
from generator.order_pages import foot, of_contents, of_order, of_territories
from generator.output import OutputFile
from generator.page import Page, canonical, page_file, stamp
from generator.point.paths_script import paths_script
from generator.point.script import point_script
from generator.point_pages import of_point
from generator.road.page import road_page
from generator.road.script import road_script
from generator.search.engine import search_engine
from generator.search.filters import filters
from generator.search.script import search_script
from generator.views import (
    languages,
    lists,
    needs,
    order,
    pathways,
    plan,
    reference,
    schemes,
    taking,
    territories,
    ways,
    words,
)
from generator.views.shared import Library, Ref

READ_ALOUD = {"scripts": ["assets/listen.js"]}
"""For the pages that have a simple version and can be heard."""


def render(guide: Guide, today: datetime.date) -> list[OutputFile]:
    """Every page source and every asset of the site."""
    library = Library(guide, today)
    advisers = [*for_advisers(library)]
    pages = [*_of_needs(library, foot_for_advisers(advisers)), *_of_schemes(library)]
    pages += [*_of_pathways(library), *_of_reference(library)]
    pages += [*of_point(library), *of_choices(library), *of_languages(library)]
    pages.append(road_page(library))
    pages += [*of_order(library), *of_territories(library), *of_contents(library), *advisers]
    site, more = guide.site, (*foot(library), *foot_for_languages(library))
    made = stamp(site, today)
    files = [page_file(site, page, more, more=canonical(site, page) | made) for page in pages]
    files += [page_file(site, page, more, more=made) for page in _moved(library)]
    files.append(page_file(site, _not_found(site), more, "404.md", made))
    files += _assets()
    files.append(OutputFile.text("assets/search-data.js", search_script(library)))
    files.append(OutputFile.text("assets/search.js", search_engine()))
    files.append(OutputFile.text("assets/point-data.js", point_script(guide)))
    files.append(OutputFile.text("assets/road-data.js", road_script(library)))
    files.append(OutputFile.text("assets/paths-data.js", paths_script(guide)))
    files += [OutputFile.text(HEADERS, headers.netlify(site.connect)), kept.manifest(site)]
    if site.address:
        files.append(_sitemap(site.address, pages))
    return files


def _of_needs(library: Library, advisers: tuple[Ref, ...]) -> Iterator[Page]:
    site = library.guide.site
    cards, roads = needs.need_cards(library), pathways.pathway_cards(library)
    groups = needs.groups(library, cards)
    title, lead = "De quoi avez-vous besoin ?", "Choisissez la phrase qui vous ressemble."
    about = f"{site.tagline}. {lead}"
    yield Page(
        "",
        "home.html.j2",
        site.name,
        about,
        context={
            "groups": groups,
            "doors": _doors(library),
            "tongues": languages.tongues(library),
            "for_advisers": advisers,
            "map": plan.door(library),
        },
    )
    meta = languages.alternates(library)
    yield Page("besoins", "needs.html.j2", title, lead, "besoins", context={"groups": groups}, meta=meta)
    crumb = Ref("Besoins", "besoins/index.html")
    for need in library.guide.needs.values():
        page = needs.need_page(library, need, cards, roads)
        yield Page(
            f"besoins/{need.id}",
            "need.html.j2",
            need.statement,
            need.explanation,
            "besoins",
            (crumb, page.group),
            {"page": page, "terms": library.acronyms},
            READ_ALOUD,
        )


def _of_schemes(library: Library) -> Iterator[Page]:
    everything = lists.list_pages(library)
    crumb = Ref("Dispositifs", "dispositifs/index.html")
    for one in everything:
        folder = one.path.removesuffix("/index.html")
        above = (crumb,) if one.slug else ()
        context = {"page": one, "tabs": everything, "compared": COMPARED if library.alike else None}
        yield Page(folder, "schemes.html.j2", one.title, one.lead, "dispositifs", above, context)
    for scheme in library.guide.schemes.values():
        page = schemes.scheme_page(library, scheme)
        name = f"{page.card.title} ({page.card.acronym})" if page.card.acronym else page.card.title
        yield Page(
            f"dispositifs/{scheme.id}",
            "tombstone.html.j2" if page.closed else "scheme.html.j2",
            name,
            page.summary,
            "dispositifs",
            (crumb,),
            {"page": page, "terms": library.acronyms},
            ({} if page.closed else {"as_of": scheme.as_of}) | READ_ALOUD,
        )
        if page.apart:
            yield _apart(library, page, page.apart, scheme.as_of, crumb)


def _apart(library: Library, page: schemes.SchemePage, path: str, as_of: str, crumb: Ref) -> Page:
    """What takes most room in the adviser’s part of a very long sheet, on a page of its own."""
    card = page.card
    name = card.acronym or card.title
    return Page(
        path.removesuffix("/index.html"),
        "scheme-apart.html.j2",
        f"{name} : pour en savoir plus",
        f"Pour le conseiller : l’essentiel, les points forts, les chiffres et leurs sources ({card.title}).",
        "dispositifs",
        (crumb, Ref(card.title, card.path)),
        {"page": page, "terms": library.acronyms},
        {"as_of": as_of},
    )


def _of_pathways(library: Library) -> Iterator[Page]:
    cards, follows = pathways.pathway_cards(library), pathways.followed(library)
    title, lead = "Des parcours possibles", "Des étapes qui se suivent, du premier pas jusqu’au but."
    context = {"cards": tuple(cards.values()), "map": plan.door(library), **dated_examples(library)}
    yield Page("parcours", "pathways.html.j2", title, lead, "parcours", context=context)
    crumb = Ref("Parcours", "parcours/index.html")
    drawn = plan.plan(library)
    if drawn:
        about = "Les familles de parcours en lignes, les étapes en stations, et les passages à sécuriser."
        page_of_map = {"page": drawn}
        meta = {"scripts": ["assets/map.js"]}
        yield Page(plan.FOLDER, "plan.html.j2", plan.TITLE, about, "parcours", (crumb,), page_of_map, meta)
    for pathway in library.guide.pathways.values():
        page = pathways.pathway_page(library, pathway, follows.get(pathway.id, ()))
        yield Page(
            f"parcours/{pathway.id}",
            "pathway.html.j2",
            f"Parcours : {pathway.title}",
            pathway.summary,
            "parcours",
            (crumb,),
            {"page": page, "terms": library.acronyms},
            {"as_of": pathway.as_of} | READ_ALOUD,
        )


def _of_reference(library: Library) -> Iterator[Page]:
    site = library.guide.site
    for slug, template, title, description, context, meta in (
        ("recherche", "search", "Recherche", "Écrivez avec vos mots ce que vous cherchez.",
         _index(library), {}),
        ("qui-peut-aider", "helpers", "Qui peut vous aider ?", "Qui vous conseille, et comment les joindre.",
         {"helpers": reference.helpers(library)}, {}),
        ("sources-et-methode", "sources", "Sources et méthode", "D’où viennent les informations du guide.",
         {"documents": reference.documents(library), "edition": words.date(library.today), "site": site}, {}),
        ("mentions-legales", "legal", "Mentions légales", "Qui publie ce guide, et vos données.",
         {"site": site}, {}),
        ("emporter", "take", "Emporter le guide", "Le guide sans Internet : clé USB, téléphone, papier.",
         {"page": taking.taking(site)}, {"web_scripts": [kept.SIZE]}),
        ("accessibilite", "accessibility", "Accessibilité : non conforme", "L’accessibilité du guide.",
         {"site": site}, {}),
    ):  # fmt: skip
        yield Page(slug, f"{template}.html.j2", title, description, slug, context=context, meta=meta)
    yield from _glossary(library)


def _glossary(library: Library) -> Iterator[Page]:
    letters = reference.glossary(library)
    pages, slug = reference.glossary_pages(letters), reference.GLOSSARY
    crumb = Ref("Glossaire", f"{slug}/index.html")
    for page in pages:
        first = page is pages[0]
        title = "Glossaire" if first else f"Glossaire, {page.label}"
        about = "Les sigles et les mots de la formation, expliqués."
        context = {
            "pages": pages,
            "page": page,
            "letters": tuple(one for one in letters if one.letter in page.letters),
            "words": reference.all_words(letters, pages) if first else (),
        }
        yield Page(page.folder, "glossary.html.j2", title, about, slug, () if first else (crumb,), context)


def _doors(library: Library) -> tuple[Ref, ...]:
    """The secondary ways in of the home page: a job in mind, a place to start from."""
    jobs = (Ref("Un métier en tête ?", ways.JOBS.path, ways.JOBS.label),) if library.guide.domains else ()
    near = (Ref(ways.NEAR.label, ways.NEAR.path, "Département ou commune"),)
    return (*jobs, *(near if territories.choices(library.guide) else ()))


def _index(library: Library) -> dict[str, Any]:
    """What the search page lists for those who have no JavaScript."""
    return {
        "needs": needs.groups(library, needs.need_cards(library)),
        "schemes": lists.list_pages(library)[0].shelves,
        "pathways": tuple(library.pathway(pathway) for pathway in library.guide.pathways),
        "domains": order.domain_pages(library),
        "filters": filters(library.guide),
    }


def _moved(library: Library) -> Iterator[Page]:
    """A page at each old address of a renamed record, leading to the new one."""
    guide = library.guide
    kinds = {"besoins": guide.needs, "dispositifs": guide.schemes, "parcours": guide.pathways}
    for kind, records in kinds.items():
        for record in records.values():
            for old in record.renamed_from:
                yield Page(
                    f"{kind}/{old}",
                    "moved.html.j2",
                    f"Nouvelle adresse ({old}) : {record.title}",
                    "Cette page a changé d’adresse.",
                    kind,
                    context={"target": f"{kind}/{record.id}/index.html", "name": record.title},
                    meta={"refresh": f"../{record.id}/index.html", "noindex": True},
                )


def _not_found(site: Site) -> Page:
    """Served for any missing address, so its links start from the root of the site.

    Without an address that root is a guess, wrong for a site in a folder: the page says what to do then.
    """
    root = urlsplit(site.address or "").path.rstrip("/") + "/"
    meta = {"root": root, "noindex": True}
    title, description = "Page introuvable", "Cette page n’existe pas, ou plus."
    context = {"guessed": site.address is None}
    return Page("404", "not-found.html.j2", title, description, context=context, meta=meta, root=root)


def _assets() -> Iterator[OutputFile]:
    """One style sheet (the files of `css/` in the order of their names), the scripts, the mark."""
    folder = templates.THEME / "assets"
    styles = sorted((folder / "css").glob("*.css"))
    yield OutputFile.text("assets/guide.css", "".join(path.read_text(encoding="utf-8") for path in styles))
    yield from scripts.files()
    yield OutputFile("assets/mark.svg", (folder / "mark.svg").read_bytes())


def _sitemap(address: str, pages: Iterable[Page]) -> OutputFile:
    root = address.rstrip("/")
    rows = "".join(f"<url><loc>{root}/{page.address}</loc></url>\n" for page in pages)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return OutputFile.text("sitemap.xml", f'{head}<urlset xmlns="{space}">\n{rows}</urlset>\n')
