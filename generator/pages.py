"""Guide → page sources and assets of `build/docs/`. Writes nothing; MkDocs only wraps them.

Each page is a `.md` file: front matter as one-line JSON values (YAML reads them, hostile titles
cannot break them), then one raw HTML block that Python-Markdown leaves alone.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from generator.guide import Guide
from generator.model.site import Site
from generator.output import OutputFile
from generator.templates import THEME, render as render_body
from generator.typography import french_text
from generator.views import lists, needs, pathways, reference, schemes, words
from generator.views.search import search_script
from generator.views.shared import Library, Ref

NOTHING: Mapping[str, Any] = {}
_UNPRINTABLE = re.compile(r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")


@dataclass(frozen=True)
class Page:
    """One page before it is written. `folder` is "" for the home page."""

    folder: str
    template: str
    title: str
    description: str
    section: str
    crumbs: tuple[Ref, ...] = ()
    context: Mapping[str, Any] = field(default_factory=dict)
    meta: Mapping[str, Any] = field(default_factory=dict)


def render(guide: Guide, today: datetime.date) -> list[OutputFile]:
    """Every page source and every asset of the site."""
    library = Library(guide, today)
    pages = [*_of_needs(library), *_of_schemes(library), *_of_pathways(library), *_of_reference(library)]
    files = [_page_file(guide.site, page) for page in pages]
    files += [*_redirects(library), _not_found(guide.site), *_assets()]
    files.append(OutputFile.text("assets/search-data.js", search_script(library)))
    if guide.site.address:
        files.append(_sitemap(guide.site.address, pages))
    return files


def _of_needs(library: Library) -> Iterator[Page]:
    site = library.guide.site
    cards, roads = needs.need_cards(library), pathways.pathway_cards(library)
    groups = needs.groups(library, cards)
    lead = "Trouver un métier, se former, travailler : choisissez la phrase qui vous ressemble."
    home = {"groups": groups, "tagline": site.tagline}
    yield Page("", "home.html.j2", site.name, f"{site.tagline}. {lead}", "", (), home, {"home": True})
    yield Page("besoins", "needs.html.j2", "De quoi avez-vous besoin ?", lead, "besoins", (), {"groups": groups})
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
            {"page": page},
        )


def _of_schemes(library: Library) -> Iterator[Page]:
    everything = lists.list_pages(library)
    crumb = Ref("Dispositifs", "dispositifs/index.html")
    for one in everything:
        folder = one.path.removesuffix("/index.html")
        above = (crumb,) if one.slug else ()
        context = {"page": one, "tabs": everything}
        yield Page(folder, "schemes.html.j2", one.title, one.lead, "dispositifs", above, context)
    for scheme in library.guide.schemes.values():
        page = schemes.scheme_page(library, scheme)
        template = "tombstone.html.j2" if page.closed else "scheme.html.j2"
        name = f"{scheme.title} ({page.card.acronym})" if page.card.acronym else scheme.title
        context = {"page": page}
        folder = f"dispositifs/{scheme.id}"
        yield Page(folder, template, name, page.summary, "dispositifs", (crumb,), context)


def _of_pathways(library: Library) -> Iterator[Page]:
    cards, follows = pathways.pathway_cards(library), pathways.followed(library)
    title, lead = "Des parcours possibles", "Des exemples d’étapes qui se suivent, du premier pas jusqu’au but."
    yield Page("parcours", "pathways.html.j2", title, lead, "parcours", (), {"cards": tuple(cards.values())})
    crumb = Ref("Parcours", "parcours/index.html")
    for pathway in library.guide.pathways.values():
        page = pathways.pathway_page(library, pathway, follows.get(pathway.id, ()))
        context = {"page": page}
        folder = f"parcours/{pathway.id}"
        yield Page(folder, "pathway.html.j2", pathway.title, pathway.summary, "parcours", (crumb,), context)


def _of_reference(library: Library) -> Iterator[Page]:
    guide, site = library.guide, library.guide.site
    every = {"needs": needs.groups(library, needs.need_cards(library)), "schemes": lists.list_pages(library)[0].shelves, "pathways": tuple(library.pathway(p) for p in guide.pathways)}
    more = {"scripts": ["assets/search-data.js", "assets/search.js"]}
    yield Page("recherche", "search.html.j2", "Recherche", "Écrivez avec vos mots ce que vous cherchez.", "recherche", (), every, more)
    yield Page("glossaire", "glossary.html.j2", "Glossaire", "Les sigles et les mots de la formation, expliqués.", "glossaire", (), {"letters": reference.glossary(library)})
    yield Page("qui-peut-aider", "helpers.html.j2", "Qui peut vous aider ?", "Les personnes qui vous conseillent, et comment les joindre.", "qui-peut-aider", (), {"helpers": reference.helpers(library)})
    sources = {"documents": reference.documents(library), "edition": words.date(library.today), "site": site}
    yield Page("sources-et-methode", "sources.html.j2", "Sources et méthode", "D’où viennent les informations du guide, et comment elles sont écrites.", "", (), sources)
    yield Page("mentions-legales", "legal.html.j2", "Mentions légales", "Qui publie ce guide, et ce qu’il fait de vos données : rien.", "", (), {"site": site})
    yield Page("accessibilite", "accessibility.html.j2", "Accessibilité : non conforme", "L’état de l’accessibilité du guide.", "", (), {"site": site})


def _page_file(site: Site, page: Page) -> OutputFile:
    depth = page.folder.count("/") + 1 if page.folder else 0
    name = f"{page.folder}/index.md" if page.folder else "index.md"
    meta = dict(page.meta)
    if site.address:
        meta["canonical"] = f"{site.address.rstrip('/')}/{page.folder}{'/' if page.folder else ''}"
    return _source(name, site, page, depth, meta, None)


def _source(name: str, site: Site, page: Page, depth: int, meta: Mapping[str, Any], root: str | None) -> OutputFile:
    crumbs = (Ref("Accueil", "index.html"), *page.crumbs)
    context = {"crumbs": crumbs if page.folder else (), "title": page.title, **page.context}
    body = render_body(page.template, depth, context, root)
    title = page.title if not page.folder and page.meta.get("home") else f"{page.title} – {site.name}"
    head = {
        "title": page.title,
        "head_title": title,
        "description": page.description,
        "section": page.section,
        "hide": ["navigation", "toc"],
        **meta,
    }
    return OutputFile.text(name, f"---\n{_front_matter(head)}---\n{body}\n")


def _front_matter(values: Mapping[str, Any]) -> str:
    """`key: JSON` lines. JSON on one line is YAML, once what YAML cannot read is gone."""
    lines = []
    for key, value in values.items():
        said = french_text(value) if key in ("title", "head_title", "description") else value
        lines.append(f"{key}: {_UNPRINTABLE.sub(' ', json.dumps(said, ensure_ascii=False))}\n")
    return "".join(lines)


def _redirects(library: Library) -> Iterator[OutputFile]:
    """A page at each old address of a renamed record, leading to the new one."""
    guide = library.guide
    for kind, records in (("besoins", guide.needs), ("dispositifs", guide.schemes), ("parcours", guide.pathways)):
        for record in records.values():
            for old in record.renamed_from:
                target = f"{kind}/{record.id}/index.html"
                page = Page(f"{kind}/{old}", "moved.html.j2", record.title, record.title, kind, (), {"target": target})
                meta = {"refresh": f"../{record.id}/index.html", "noindex": True}
                yield _source(f"{kind}/{old}/index.md", guide.site, page, 2, meta, None)


def _not_found(site: Site) -> OutputFile:
    """Served for any missing address, so its links start from the root of the site."""
    root = urlsplit(site.address or "").path.rstrip("/") + "/"
    page = Page("404", "not-found.html.j2", "Page introuvable", "Cette page n’existe pas, ou plus.", "")
    return _source("404.md", site, page, 0, {"root": root, "noindex": True}, root)


def _assets() -> Iterator[OutputFile]:
    """One style sheet (the files of `css/` in the order of their names), the scripts, the mark."""
    styles = sorted((THEME / "assets" / "css").glob("*.css"))
    yield OutputFile.text("assets/guide.css", "".join(path.read_text(encoding="utf-8") for path in styles))
    for path in sorted((THEME / "assets" / "js").glob("*.js")):
        yield OutputFile(f"assets/{path.name}", path.read_bytes())
    yield OutputFile("assets/mark.svg", (THEME / "assets" / "mark.svg").read_bytes())


def _sitemap(address: str, pages: list[Page]) -> OutputFile:
    root = address.rstrip("/")
    rows = "".join(f"<url><loc>{root}/{page.folder}{'/' if page.folder else ''}</loc></url>\n" for page in pages)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return OutputFile.text("sitemap.xml", f"{head}{rows}</urlset>\n")
