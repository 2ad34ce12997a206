"""The copies: whole, small, the same texts as the site, links that resolve, nothing asked of the network."""

from __future__ import annotations

import base64
import datetime
import gzip
import hashlib
import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from generator.offline import left_out, names, pack, single, source, sums
from generator.offline.markup import for_copies, light, outgoing
from generator.offline.taking import fill, megabytes
from tests.projects import ROOT
from tests.site.copies import Document, squeezed

DOCS = ROOT / "build/docs"
TODAY = datetime.date(2026, 11, 21)


@pytest.fixture(scope="module")
def file(copies: Path) -> str:
    return (copies / names.SINGLE).read_text("utf-8")


@pytest.fixture(scope="module")
def document(file: str) -> Document:
    return Document(file)


@pytest.fixture(scope="module")
def stick(copies: Path) -> Mapping[str, bytes]:
    """Path → bytes of every file of the zip."""
    with zipfile.ZipFile(copies / names.ZIP) as archive:
        return {one.filename: archive.read(one) for one in archive.infolist()}


def test_the_copies_are_within_their_budgets(copies: Path) -> None:
    whole, one = (copies / names.ZIP).stat().st_size, (copies / names.SINGLE).read_bytes()
    assert whole <= names.ZIP_BUDGET
    assert len(one) <= names.SINGLE_BUDGET
    assert len(gzip.compress(one, 9)) <= names.SINGLE_GZIP_BUDGET


def test_the_sums_are_those_of_the_copies(copies: Path) -> None:
    lines = dict(reversed(line.split("  ")) for line in (copies / names.SUMS).read_text("utf-8").splitlines())
    assert lines.keys() >= {names.ZIP, names.SINGLE}
    for name, told in lines.items():
        assert hashlib.sha256((copies / name).read_bytes()).hexdigest() == told


def test_the_site_offers_the_very_copies_and_tells_their_sizes(site: Path, copies: Path) -> None:
    page = (site / names.TAKE / "index.html").read_text("utf-8")
    for name in (names.ZIP, names.SINGLE, names.SUMS):
        assert (site / names.DOWNLOADS / name).read_bytes() == (copies / name).read_bytes()
    for name in (names.ZIP, names.SINGLE):
        assert f">{megabytes((copies / name).stat().st_size)}<" in page
    assert "taille inconnue" not in page


def test_the_zip_is_one_folder_with_an_obvious_door(stick: Mapping[str, bytes]) -> None:
    tops = {path.split("/")[1] for path in stick}
    assert {path.split("/")[0] for path in stick} == {names.FOLDER}
    assert tops == {names.DOOR, names.INSIDE}
    door = stick[f"{names.FOLDER}/{names.DOOR}"].decode("utf-8")
    assert f'href="{names.INSIDE}/index.html"' in door and f"url={names.INSIDE}/index.html" in door


def test_the_zip_holds_every_page_of_the_site_but_those_of_a_server(
    site: Path, stick: Mapping[str, bytes]
) -> None:
    wanted = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    wanted = {path for path in wanted if not path.startswith(names.SERVER_ONLY)}
    inside = f"{names.FOLDER}/{names.INSIDE}/"
    assert {path.removeprefix(inside) for path in stick if path.startswith(inside)} == wanted


def test_no_copy_holds_what_only_makes_sense_at_an_address(stick: Mapping[str, bytes], file: str) -> None:
    inside = f"{names.FOLDER}/{names.INSIDE}/"
    web = ("sw.js", "manifest.webmanifest", "_headers", "assets/kept.js", "garder/", "telecharger/")
    assert not [path for path in stick if path.removeprefix(inside).startswith(web)]
    for path, content in stick.items():
        if path.endswith((".html", ".js")):
            assert b"data-web" not in content and b"serviceWorker" not in content, path
    assert "data-web" not in file and "serviceWorker" not in file and "garder/size.js" not in file
    for take in (stick[f"{inside}{names.TAKE}/index.html"].decode("utf-8"), file):
        assert "Garder ce guide sur mon" not in take and "Sur du papier" in take


def test_the_zip_carries_no_trace_of_the_machine(copies: Path) -> None:
    with zipfile.ZipFile(copies / names.ZIP) as archive:
        found = archive.infolist()
    assert len({one.date_time for one in found}) == 1
    assert {one.external_attr >> 16 for one in found} == {0o100644}


@pytest.mark.parametrize("name", ["single.html", "door.html"])
def test_every_class_of_a_copy_s_own_frame_is_styled(name: str) -> None:
    html = (ROOT / "theme/offline" / name).read_text("utf-8")
    styles = "".join(one.read_text("utf-8") for one in (ROOT / "theme/assets/css").glob("*.css"))
    said = {one for value in re.findall(r'class="([^"]*)"', html) for one in value.split()}
    assert said
    assert {one for one in said if not re.search(rf"\.{one}(?![\w-])", styles)} == set()


def test_every_link_of_the_zip_resolves(stick: Mapping[str, bytes]) -> None:
    pages = {path: content.decode("utf-8") for path, content in stick.items() if path.endswith(".html")}
    ids = {path: set(re.findall(r'\sid="([^"]+)"', html)) for path, html in pages.items()}
    for path, html in pages.items():
        for link in re.findall(r'<(?:a|link|script)\b[^>]*?\s(?:href|src)="([^"]*)"', html):
            if link.startswith(("tel:", "mailto:")) or (link.startswith("https:") and "canonical" in html):
                continue
            target, _, anchor = unescape(link).partition("#")
            found = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            assert found in stick, f"{path} → {link}"
            assert not anchor or anchor in ids[found], f"{path} → {link}"


def test_no_link_of_a_copy_leaves_it_without_asking(stick: Mapping[str, bytes], document: Document) -> None:
    for path, content in stick.items():
        if path.endswith(".html"):
            assert not re.search(rb'<a\b[^>]*\shref="?https?:', content), path
    assert not [link for link in document.links if link.startswith("http")]


def test_every_link_of_the_single_file_resolves(document: Document) -> None:
    known = set(document.ids)
    for link in document.links:
        assert link.startswith(("#", "tel:", "mailto:")), link
        assert link[1:] in known or not link.startswith("#"), link
    assert set(document.named) <= known
    assert len(known) == len(document.ids)


def test_the_single_file_has_nothing_beside_it(document: Document) -> None:
    assert [one for one in document.loaded if not one.startswith("data:")] == []


def test_the_single_file_runs_only_what_its_policy_names(file: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', file)
    assert policy is not None
    assert "unsafe" not in policy[1] and "default-src 'none'" in policy[1]
    for given, text in re.findall(r"<(?:script|style)([^>]*)>(.*?)</(?:script|style)>", file, re.DOTALL):
        text = zlib.decompress(base64.b64decode(text), -15).decode("utf-8") if "data-size" in given else text
        mark = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode()
        assert f"'sha256-{mark}'" in policy[1], text[:60]


def test_every_need_scheme_pathway_and_job_is_a_section_at_its_address(
    site: Path, document: Document
) -> None:
    for kind in ("besoins", "dispositifs", "parcours", "metiers"):
        pages = {path.parent.relative_to(site).as_posix() for path in (site / kind).rglob("index.html")}
        lists = {one for one in pages if one.startswith("dispositifs/par-")}
        moved = {one for one in pages if "http-equiv" in (site / one / "index.html").read_text("utf-8")}
        assert pages - moved - lists <= document.sections.keys()
    assert {"accueil", "sommaire", "recherche", "glossaire", "qui-peut-aider"} <= document.sections.keys()


def test_the_single_file_says_what_the_site_says(site: Path, document: Document) -> None:
    """Word for word, but for the parts left out, each of which says so."""
    compared = 0
    for page in source.read(DOCS):
        if left_out.why(page) or page.folder == names.TAKE:
            continue
        html = (site / page.folder / "index.html").read_text("utf-8")
        start = html.index(page.body[:60])
        body = html[start : start + len(page.body)]
        kept = outgoing(for_copies(left_out.cut(source.Source(page.folder, page.meta, body)).body))
        said = squeezed(unescape(re.sub(r"<[^>]*>", " ", kept)))
        assert document.sections[page.folder or "accueil"].text == said, page.folder
        compared += 1
    assert compared > 300


def test_what_is_left_out_is_said(document: Document) -> None:
    for what in left_out.told():
        assert squeezed(what) in document.sections["absent"].text
    assert "Leslieuxsontplusbas" in document.sections["metiers/n1103"].text


@pytest.mark.parametrize(
    "said", ['<div class="a" title="deux mots data-web ici">reste</div>', "<p data-website>reste</p>"]
)
def test_only_the_mark_itself_leaves_an_element_out_of_copies(said: str) -> None:
    html = f'{said}<h2 class="b" data-web>part</h2><p title="&lt;x" data-web="">part</p><b>fin</b>'
    assert for_copies(html) == f"{said}<b>fin</b>"


def test_light_markup_keeps_words_apart() -> None:
    html = '<ul class="a b">\n<li><a href="#x">Un</a>\n<em>deux</em></li>\n<li>trois</li>\n</ul>\n<p>fin</p>\n</div>'
    assert light(html) == '<ul class="a b"><li><a href=#x>Un</a>\n<em>deux</em><li>trois</ul><p>fin</div>'
    assert light('<circle r="4"/>') == '<circle r="4"/>'


def test_a_link_that_leaves_becomes_words_and_an_address() -> None:
    html = '<p><a class="button" href="https://exemple.fr/x" rel="noopener">Corriger</a></p>'
    assert outgoing(html) == (
        '<p><a class="button" data-out="https://exemple.fr/x">Corriger</a>'
        '<span class="out-to"> (https://exemple.fr/x)</span></p>'
    )
    assert outgoing('<a href="tel:0102030405">01</a>') == '<a href="tel:0102030405">01</a>'


@pytest.mark.parametrize(("size", "told"), [(999, "1 Ko"), (4_000_000, "4 Mo"), (4_110_001, "4,2 Mo")])
def test_sizes_are_rounded_up(size: int, told: str) -> None:
    assert megabytes(size).replace("\u00a0", " ") == told


def test_two_copies_of_one_site_are_the_same_bytes(site: Path, tmp_path: Path) -> None:
    pages = source.read(DOCS)
    assert single.make(pages, DOCS, site) == single.make(source.read(DOCS), DOCS, site)
    first, _ = pack.make(site, TODAY, None, {"single": "1"})
    assert first == pack.make(site, TODAY, None, {"single": "1"})[0]
    assert first != pack.make(site, TODAY + datetime.timedelta(days=1), None, {"single": "1"})[0]
    (tmp_path / "b").write_bytes(b"b")
    sums.write(tmp_path)
    assert (tmp_path / names.SUMS).read_text("utf-8").endswith("  b\n")


def test_a_copy_offers_the_live_address_where_there_is_one(site: Path) -> None:
    whole, _ = pack.make(site, TODAY, "https://guide.example/idf", {})
    page = zipfile.ZipFile(io.BytesIO(whole)).read(f"{names.FOLDER}/{names.INSIDE}/{names.TAKE}/index.html")
    assert b'data-out="https://guide.example/idf/telecharger/par-ou-commencer.zip"' in page
    whole, _ = pack.make(site, TODAY, None, {})
    page = zipfile.ZipFile(io.BytesIO(whole)).read(f"{names.FOLDER}/{names.INSIDE}/{names.TAKE}/index.html")
    assert b"telecharger/" not in page and "Vous lisez déjà une copie".encode() in page


def test_sizes_are_filled_in_light_markup_too() -> None:
    assert fill("<span class=size data-size=zip>?</span>", {"zip": "4 Mo"}).endswith(">4 Mo</span>")
