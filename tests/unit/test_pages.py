"""Page sources: addresses, front matter, one HTML block, links that work from a folder."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import Any

import markdown
import pytest
import yaml

from generator import pages, templates
from generator.guide import Guide, by_id
from generator.load import load
from generator.model.scheme import Scheme
from tests.projects import CORPUS, ROOT
from theme.whole_pages import WholePages

TODAY = datetime.date(2026, 11, 21)
HOSTILE = "</div>\n\n# h1 {{ 7*7 }} {% raw %} <script>alert(1)</script> [x](javascript:y) &lt; `a` \" ' --- \u2028 \x85"


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The tiny guide that uses every optional field once."""
    found = load(CORPUS).guide
    assert found is not None
    return found


def sources(guide: Guide) -> Mapping[str, str]:
    """Path → text of every file rendered."""
    return {file.path: file.content.decode("utf-8") for file in pages.render(guide, TODAY)}


def parts(source: str) -> tuple[dict[str, Any], str]:
    """Front matter and body, read as MkDocs reads them."""
    _, head, body = source.split("---\n", 2)
    meta: dict[str, Any] = yaml.safe_load(head)
    return meta, body.strip()


@pytest.fixture(scope="module")
def written(guide: Guide) -> Mapping[str, str]:
    return sources(guide)


@pytest.fixture(scope="module")
def bodies(written: Mapping[str, str]) -> Mapping[str, str]:
    return {path: parts(text)[1] for path, text in written.items() if path.endswith(".md")}


def test_every_promised_address_has_its_page(guide: Guide, written: Mapping[str, str]) -> None:
    promised = {"index.md", "404.md"}
    fixed = "besoins dispositifs parcours recherche glossaire qui-peut-aider sources-et-methode mentions-legales accessibilite"
    promised |= {f"{name}/index.md" for name in fixed.split()}
    promised |= {f"dispositifs/par-{name}/index.md" for name in ("public", "theme", "apport", "financeur")}
    promised |= {f"besoins/{name}/index.md" for name in guide.needs}
    promised |= {f"dispositifs/{name}/index.md" for name in guide.schemes}
    promised |= {f"parcours/{name}/index.md" for name in guide.pathways}
    assert promised <= written.keys()
    assert {
        "assets/guide.css",
        "assets/guide.js",
        "assets/search.js",
        "assets/search-data.js",
    } <= written.keys()


def test_the_same_guide_gives_the_same_bytes(guide: Guide) -> None:
    assert pages.render(guide, TODAY) == pages.render(guide, TODAY)


def test_each_body_is_one_block_without_blank_line(bodies: Mapping[str, str]) -> None:
    for path, body in bodies.items():
        assert body.startswith('<div class="poc-page'), path
        assert body.endswith("</div>"), path
        assert not re.search(r"\n\s*\n", body), path
        assert body.count("<h1") == 1, path
        assert '"@/' not in body, path


class _Links(HTMLParser):
    def __init__(self, body: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(body)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert "style" not in given and not any(name.startswith("on") for name in given)
        if tag == "a":
            self.links.append(given.get("href") or "")
        if given.get("id"):
            self.ids.append(given["id"] or "")


def test_every_link_names_its_file_and_arrives(bodies: Mapping[str, str]) -> None:
    pages_read = {path: _Links(body) for path, body in bodies.items() if path != "404.md"}
    for path, page in pages_read.items():
        assert len(page.ids) == len(set(page.ids)), path
        for link in page.links:
            if link.startswith("https:") or "/telecharger/" in link:
                continue  # copies are made after the pages: tests/site/test_offline.py
            target, _, anchor = link.partition("#")
            found = _resolve(path, target) if target else path
            assert found in pages_read, f"{path} → {link}"
            assert not anchor or anchor in pages_read[found].ids, f"{path} → {link}"


def _resolve(page: str, link: str) -> str:
    assert link.endswith("index.html"), link
    parts: list[str] = []
    for part in (PurePosixPath(page).parent / link).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts).replace("index.html", "index.md")


def test_a_renamed_record_keeps_its_old_address(written: Mapping[str, str]) -> None:
    meta, body = parts(written["dispositifs/ancien-atelier/index.md"])
    assert meta["refresh"] == "../atelier/index.html"
    assert meta["noindex"] is True
    assert 'href="../../dispositifs/atelier/index.html"' in body


@pytest.mark.parametrize(("address", "root"), [(None, "/"), ("https://guide.example/idf", "/idf/")])
def test_links_of_page_not_found_work_at_any_address(guide: Guide, address: str | None, root: str) -> None:
    meta, body = parts(sources(_at(guide, address))["404.md"])
    assert meta["root"] == root
    assert set(re.findall('href="([^"]+)"', body)) >= {f"{root}index.html", f"{root}besoins/index.html"}
    told = "effacez la fin de l’adresse" in body.replace("\u00a0", " ")
    assert told is (address is None), "without an address, the root is a guess"


def test_canonical_addresses_and_sitemap_only_with_a_public_address(guide: Guide) -> None:
    here = sources(_at(guide, "https://guide.example"))
    assert (
        parts(here["besoins/parler-francais/index.md"])[0]["canonical"]
        == "https://guide.example/besoins/parler-francais/"
    )
    assert parts(here["index.md"])[0]["canonical"] == "https://guide.example/"
    assert "<loc>https://guide.example/parcours/</loc>" in here["sitemap.xml"]
    assert "ancien-atelier" not in here["sitemap.xml"]
    nowhere = sources(_at(guide, None))
    assert "sitemap.xml" not in nowhere
    assert "canonical" not in parts(nowhere["index.md"])[0]


def _at(guide: Guide, address: str | None) -> Guide:
    return replace(guide, site=guide.site.model_copy(update={"address": address}))


def hostile(guide: Guide) -> Guide:
    """The tiny guide where one sheet holds hostile words wherever a reader sees words."""
    typed = guide.schemes["atelier"].model_dump()
    typed |= {"title": HOSTILE, "simple": HOSTILE, "attention": [HOSTILE], "jobs": [HOSTILE]}
    typed["person"] |= {"summary": HOSTILE, "what_you_do": HOSTILE}
    bad = Scheme.model_validate(typed)
    return replace(guide, schemes=by_id(bad if s.id == bad.id else s for s in guide.schemes.values()))


def test_hostile_words_stay_words_in_front_matter_and_body(guide: Guide) -> None:
    written = sources(hostile(guide))
    meta, body = parts(written["dispositifs/atelier/index.md"])
    assert meta["title"].startswith("</div> # h1 {{ 7*7 }}")
    assert "<script" not in body
    assert body.count("<h1") == 1
    assert "{{ 7*7 }}" in body
    assert body.count("<div") == body.count("</div>")
    for path, text in written.items():
        if path.endswith(".md"):
            assert not re.search(r"<script|href=\"javascript|\n\s*\n<", parts(text)[1]), path


@pytest.mark.parametrize("extensions", [[], [WholePages()]], ids=["markdown", "hook"])
def test_markdown_leaves_bodies_as_they_are(guide: Guide, extensions: list[Any]) -> None:
    for path, text in sources(hostile(guide)).items():
        if path.endswith(".md"):
            body = parts(text)[1]
            assert markdown.Markdown(extensions=extensions).convert(body) == body, path


def test_every_need_has_a_drawing_of_ours() -> None:
    found = load(ROOT).guide
    assert found is not None
    for name in (
        *(need.pictogram for need in found.needs.values()),
        *(group.pictogram for group in found.vocabulary.groups.values() if group.pictogram),
    ):
        assert (templates.THEME / "assets/icons" / f"{name}.svg").is_file(), name
        assert templates.icon(name) != templates.icon("station")


def test_an_unknown_drawing_is_replaced_by_a_station() -> None:
    assert templates.icon("inconnu") == templates.icon("station")
    assert "../" not in templates.icon("inconnu")


def test_mkdocs_and_the_offer_give_the_guide_the_same_name() -> None:
    config = (ROOT / "mkdocs.yml").read_text("utf-8").splitlines()
    guide = load(ROOT).guide
    assert guide is not None
    assert f"site_name: {guide.site.name}" in config
    assert f"site_description: {guide.site.tagline}" in config


def test_nothing_in_the_theme_calls_elsewhere() -> None:
    allowed = {
        "http://www.w3.org/2000/svg",
        "https://formulaire.defenseurdesdroits.fr/",  # a link that the law asks for, never a request
    }
    for path in (ROOT / "theme").rglob("*"):
        if path.suffix in (".css", ".js", ".html", ".j2", ".svg"):
            found = set(
                re.findall(
                    r"(?:https?:)?//[\w.-]+[^\s\"')]*",
                    re.sub(r"/\*.*?\*/|{#.*?#}", "", path.read_text("utf-8"), flags=re.S),
                )
            )
            assert found <= allowed, path
