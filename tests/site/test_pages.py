"""The built site, page by page: links, headings, titles, nothing from elsewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jsonschema
import pytest

from generator.export import schemas
from tests.site.pages import BuiltPage, read_all, target_of

ELSEWHERE = ("https:", "http:", "mailto:", "tel:")


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, BuiltPage]:
    """Every page of the real guide."""
    return read_all(site)


@pytest.fixture(scope="module")
def guide(site: Path) -> dict[str, Any]:
    """The published data."""
    content: dict[str, Any] = json.loads((site / "data/guide.json").read_text("utf-8"))
    return content


def test_no_link_is_dead(pages: dict[Path, BuiltPage]) -> None:
    dead = []
    resolved = {path.resolve(): page for path, page in pages.items()}
    for path, page in pages.items():
        if path.name == "404.html":
            continue  # shown at any address: its links are tried by the browser tests
        for link in page.links:
            if link.startswith(ELSEWHERE):
                continue
            target, anchor = target_of(path, link)
            if target not in resolved and not target.is_file():
                dead.append(f"{path} → {link}")
            elif anchor and target in resolved and anchor not in resolved[target].ids:
                dead.append(f"{path} → {link} (ancre)")
    assert dead == []


def test_every_table_has_a_caption_and_its_headers_their_scope(pages: dict[Path, BuiltPage]) -> None:
    """docs/accessibilite.md, criteria 5.4 to 5.7: tables of figures, and of what changes between schemes."""
    found = set()
    for path in pages:
        for table in re.findall(r"<table\b.*?</table>", path.read_text("utf-8"), re.DOTALL):
            assert re.search(r"<caption\b[^>]*>\s*[^<\s]", table), path
            assert not re.search(r"<th(?![^>]*\bscope=)[ >]", table), path
            found.add("compared" if 'class="compared"' in table else "figures")
    assert found == {"compared", "figures"}


def test_links_name_their_file_so_that_they_work_from_a_folder(pages: dict[Path, BuiltPage]) -> None:
    for path, page in pages.items():
        if path.name == "404.html":
            continue
        for link in page.links:
            if not link.startswith((*ELSEWHERE, "#")):
                name = Path(urlsplit(link).path)
                assert name.suffix or name.name == "SHA256SUMS", f"{path} → {link}"
                assert not link.startswith("/"), f"{path} → {link}"


def test_every_page_has_one_h1_a_title_a_description_and_its_language(pages: dict[Path, BuiltPage]) -> None:
    for path, page in pages.items():
        assert page.headings.count("h1") == 1, path
        assert page.title.strip(), path
        assert page.description.strip(), path
        assert page.lang == "fr", path
        assert page.double_ids == [], path


def test_headings_never_skip_a_level(pages: dict[Path, BuiltPage]) -> None:
    for path, page in pages.items():
        levels = [int(tag[1]) for tag in page.headings]
        for before, after in zip(levels, levels[1:], strict=False):
            assert after <= before + 1, f"{path} : h{before} puis h{after}"


def test_titles_tell_pages_apart(pages: dict[Path, BuiltPage]) -> None:
    owners: dict[str, Path] = {}
    for path, page in pages.items():
        assert owners.setdefault(page.title, path) == path, page.title


def test_pages_load_only_files_of_the_site(pages: dict[Path, BuiltPage]) -> None:
    for path, page in pages.items():
        for loaded in page.loaded:
            assert not loaded.startswith((*ELSEWHERE, "//")), f"{path} : {loaded}"


def test_no_page_has_an_inline_handler_or_style(pages: dict[Path, BuiltPage]) -> None:
    for path, page in pages.items():
        assert page.inline_handlers == [], path


def test_every_drawing_says_its_size_so_that_nothing_moves_while_loading(
    pages: dict[Path, BuiltPage],
) -> None:
    for path in pages:
        for drawing in re.findall(r"<svg\b[^>]*>", path.read_text("utf-8")):
            assert re.search(r'\swidth="\d+".*\sheight="\d+"', drawing), f"{path}: {drawing}"


def test_every_record_has_its_page_at_its_address(site: Path, guide: dict[str, Any]) -> None:
    for name in ("needs", "schemes", "pathways"):
        assert guide[name]
        for record in guide[name]:
            assert (site / record["url"] / "index.html").is_file(), record["url"]


def test_every_row_of_the_order_and_every_job_has_its_place(
    pages: dict[Path, BuiltPage], site: Path, guide: dict[str, Any]
) -> None:
    assert len(guide["trainings"]) >= 141
    for row in guide["trainings"]:
        assert row["id"] in pages[site / row["url"] / "index.html"].ids, row["id"]
        for job in row["rome"]:
            assert site / f"metiers/{job['code'].lower()}/index.html" in pages, job["code"]


def test_every_territory_of_the_region_has_its_page(site: Path, guide: dict[str, Any]) -> None:
    own = [one for one in guide["vocabulary"]["territories"] if one["region"] == guide["edition"]]
    assert {one["kind"] for one in own} == {"region", "departement", "bassin"}
    for one in own:
        assert (site / "territoires" / one["id"] / "index.html").is_file() == (one["kind"] != "region"), one


def test_every_page_leads_to_jobs_trainings_and_territories(pages: dict[Path, BuiltPage]) -> None:
    for path, page in pages.items():
        for wanted in ("metiers", "formations", "territoires", "contenus"):
            assert any(link.endswith(f"{wanted}/index.html") for link in page.links), (path, wanted)


def test_pee_is_near_in_every_bassin_with_who_runs_it_there(site: Path, guide: dict[str, Any]) -> None:
    for one in guide["vocabulary"]["territories"]:
        if one["kind"] == "bassin":
            page = (site / "territoires" / one["id"] / "index.html").read_text("utf-8")
            assert "Organisme retenu pour ce bassin" in page, one["id"]
    roissy = (site / "territoires/roissy-le-bourget/index.html").read_text("utf-8")
    assert "AFCI" in roissy and "Roissy Pays de France" in roissy
    saint_denis = (site / "territoires/seine-saint-denis/index.html").read_text("utf-8")
    assert "AFCI" in saint_denis and "Roissy Pays de France" not in saint_denis


def test_the_communes_say_which_roissy(site: Path) -> None:
    page = (site / "territoires/communes/index.html").read_text("utf-8")
    parts = {part.partition('"')[0]: part for part in page.split('<section id="')[1:]}
    oise, marne = parts["val-d-oise"], parts["seine-et-marne"]
    assert "<li>Roissy-en-France</li>" in oise.partition("roissy-le-bourget/")[2]
    assert "<li>Roissy-en-Brie</li>" in marne.partition("Bassin non précisé")[2]
    assert all(part.count("Bassin non précisé") <= 1 for part in parts.values())


def test_the_published_data_follow_their_published_schema(guide: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(schemas.guide_schema()).validate(guide)


def test_no_need_page_names_a_funder(site: Path, guide: dict[str, Any]) -> None:
    """R2: funders come second; the front door never names one as a way in."""
    home = (site / "index.html").read_text("utf-8")
    main = home[home.index("<main") : home.index("</main>")]
    funders = [one["label"] for one in guide["vocabulary"]["organisations"] if one["roles"] == ["funder"]]
    assert funders
    for funder in funders:
        assert funder not in main


def test_the_six_and_twenty_needs_are_all_one_click_from_the_list(site: Path, guide: dict[str, Any]) -> None:
    links = BuiltPage(site / "besoins/index.html").links
    assert len(guide["needs"]) >= 26
    for need in guide["needs"]:
        assert any(link.endswith(f"{need['id']}/index.html") for link in links), need["id"]
