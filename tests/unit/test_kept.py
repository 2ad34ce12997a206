"""What is stored on a phone: the readable files, in few parts, with the size that the button says."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from generator import headers, kept


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A site with a large folder, a small one, and what is not for readers."""
    for number in range(kept.LARGE):
        page(tmp_path, f"besoins/{number}/index.html", f"besoin {number}")
    for path in ("index.html", "404.html", "glossaire/index.html", "manifest.webmanifest"):
        page(tmp_path, path, dated("2026-11-21", "21 novembre 2026"))
    page(tmp_path, "telecharger/par-ou-commencer.html", "copie")
    page(tmp_path, "_headers", headers.netlify(("https://mesure.exemple.fr",)))
    for path in ("assets/guide.css", "assets/mark.svg", "assets/javascripts/bundle.js", "data/guide.json"):
        page(tmp_path, path, "x")
    kept.add_to(tmp_path)
    return tmp_path


def dated(day: str, said: str) -> str:
    """A page as the theme writes it, where it tells the day it was made; other dates are a sheet's own."""
    return (
        f'<meta name="built" content="{day}"><p>été, depuis le 21 novembre 2026</p>'
        f'<span class="built" data-built="{day}">Guide fabriqué le {said}</span>'
        f'<p>Édition du <span class="edition">{said}</span>.</p>'
    )


def page(site: Path, path: str, text: str) -> None:
    """Write one file of the site."""
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text(text, "utf-8")


def stored(site: Path) -> dict[str, str]:
    """Every file of every part."""
    found: dict[str, str] = {}
    for part in (site / kept.PARTS).iterdir():
        found |= json.loads(part.read_text("utf-8"))
    return found


def test_pages_styles_scripts_and_drawings_are_stored_and_nothing_that_nobody_reads(built: Path) -> None:
    names = set(stored(built))
    assert {"index.html", "404.html", "glossaire/index.html", "assets/guide.css", "assets/mark.svg"} <= names
    assert len([name for name in names if name.startswith("besoins/")]) == kept.LARGE
    assert not [
        name for name in names if name.startswith(("data/", "assets/javascripts/", "garder/", "telecharger/"))
    ]
    assert stored(built)["index.html"] == dated(*kept.DAYS)


def test_a_build_that_changes_only_its_date_changes_no_part_and_no_version(built: Path) -> None:
    before, worker = kept.parts(built), (built / kept.WORKER).read_text("utf-8")
    for path in ("index.html", "404.html", "glossaire/index.html"):
        page(built, path, dated("2026-12-01", "1er décembre 2026"))
    kept.add_to(built)
    after = (built / kept.WORKER).read_text("utf-8")
    assert kept.parts(built) == before
    assert worker.splitlines()[0] == after.splitlines()[0]
    assert (
        after.replace("2026-12-01", "2026-11-21").replace("1er décembre 2026", "21 novembre 2026") == worker
    )


def test_a_large_folder_is_a_part_of_its_own(built: Path) -> None:
    assert sorted(part.path.rpartition("/")[2].partition("-")[0] for part in kept.parts(built)) == [
        "assets", "besoins", "pages"
    ]  # fmt: skip


def test_the_size_is_that_of_what_is_downloaded_and_of_what_is_stored(built: Path) -> None:
    said = json.loads((built / kept.SIZE).read_text("utf-8").partition(" = ")[2].rstrip(";\n"))
    parts = [path.read_bytes() for path in (built / kept.PARTS).iterdir()]
    assert said["bytes"] == sum(map(len, parts))
    assert said["packed"] == sum(len(gzip.compress(part, 6)) for part in parts)


def test_adding_twice_changes_nothing_and_a_word_changes_one_part_and_the_version(built: Path) -> None:
    before = {path: path.read_bytes() for path in built.rglob("*") if path.is_file()}
    kept.add_to(built)
    assert {path: path.read_bytes() for path in built.rglob("*") if path.is_file()} == before
    old = {part.path for part in kept.parts(built)}
    page(built, "besoins/3/index.html", "autre chose")
    assert len(old - {part.path for part in kept.parts(built)}) == 1
    kept.add_to(built)
    assert (built / kept.WORKER).read_bytes() != before[built / kept.WORKER]


def test_the_worker_gives_kept_pages_the_headers_of_a_server(built: Path) -> None:
    worker = (built / kept.WORKER).read_text("utf-8")
    assert json.dumps(dict(headers.every_page(("https://mesure.exemple.fr",))), ensure_ascii=False) in worker
    assert worker.startswith("var VERSION = ")
