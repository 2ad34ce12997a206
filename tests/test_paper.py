"""The printed guide: its pages counted, its words compared with the records, the same bytes twice."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from generator import paper
from generator.cli import main
from generator.edition import select
from generator.guide import Guide
from generator.kept import PARTS
from generator.load import load
from generator.markdown import plain
from generator.offline import copies, names
from generator.output import OutputFile
from generator.paper import press
from generator.paper.book import Book, anchor, book, html
from generator.paper.room import ROOMS, TWO_PAGES, TWO_TIGHT_PAGES, lines
from tests.projects import ROOT, TODAY, make

DAY = datetime.date.fromisoformat(TODAY)
EPOCH = "1795219200"


def _why_not() -> str:
    try:
        press.tools()
        import pypdf  # noqa: F401, PLC0415
    except press.NoPressError as error:
        return str(error)
    except ImportError:
        return "pypdf is not installed"
    return ""


printing = pytest.mark.skipif(bool(_why_not()), reason=_why_not() or "all is there")


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The real guide of Île-de-France."""
    found = load(ROOT).guide
    assert found is not None
    return select(found, "ile-de-france")


@pytest.fixture(scope="module")
def printed(guide: Guide) -> Book:
    """The real book, before it is pressed."""
    return book(guide, DAY)


def bare(text: str) -> str:
    """Letters and digits only: a line break or a hyphen of the layout is not a word."""
    return re.sub(r"[\W_]+", "", text).casefold()


def test_the_book_holds_every_need_scheme_and_pathway(guide: Guide, printed: Book) -> None:
    assert {page.card.id for page in printed.needs} == set(guide.needs)
    sheets = {sheet.page.card.id for sheet in printed.sheets} | {page.card.id for page in printed.closed}
    assert sheets == set(guide.schemes)
    assert {page.card.id for page in printed.pathways} == set(guide.pathways)


def test_every_link_of_the_book_leads_to_a_place_of_the_book(guide: Guide, printed: Book) -> None:
    """Or out of it, to an address that an editor wrote in a text: no template makes one."""
    text = html(printed)
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    links = set(re.findall(r'href="([^"]*)"', text))
    inside = {link[1:] for link in links if link.startswith("#")}
    assert inside and inside <= set(ids)
    records = (*guide.needs.values(), *guide.schemes.values(), *guide.pathways.values())
    written = "".join(record.model_dump_json() for record in records)
    assert [link for link in links if not link.startswith("#") and unescape(link) not in written] == []


def test_what_is_not_printed_is_not_a_link() -> None:
    assert anchor("dispositifs/pee/index.html") == "#dispositifs-pee"
    assert anchor("qui-peut-aider/index.html#mission-locale") == "#qui-peut-aider-mission-locale"
    assert anchor("territoires/paris/index.html") is None
    assert anchor(None) is None


LEFT_OUT = re.compile(r"de plus, sur le site|(?:est|sont) sur le site|Métiers.*d’autres, sur le site")
"""What a list that is cut ends with; the line of sources, which always names the first ones only, is not meant."""


def article(text: str, name: str) -> str:
    """The sheet `name` of the book."""
    found = re.search(rf'<article[^>]*id="{name}".*?</article>', text, re.DOTALL)
    assert found, name
    return found[0]


def test_a_sheet_that_is_cut_says_so_and_has_the_widest_room_that_fits(printed: Book) -> None:
    cut = [sheet for sheet in printed.sheets if sheet.room is not ROOMS[0]]
    assert cut and any(sheet.tight for sheet in cut) and not all(sheet.tight for sheet in cut)
    text = html(printed)
    for sheet in cut:
        most = TWO_TIGHT_PAGES if sheet.tight else TWO_PAGES
        wider = ROOMS[: ROOMS.index(sheet.room)]
        assert all(lines(sheet.page, one) > most for one in wider), sheet.page.card.id
        assert LEFT_OUT.search(article(text, f"dispositifs-{sheet.page.card.id}")), sheet.page.card.id
    for sheet in printed.sheets:
        assert lines(sheet.page, sheet.room) <= TWO_TIGHT_PAGES, sheet.page.card.id


def test_no_text_of_an_editor_becomes_markup(tmp_path: Path) -> None:
    project = make(tmp_path / "guide")
    sheet = project / "offer/schemes/bureau.yml"
    text = sheet.read_text("utf-8")
    hostile = "Un lieu <img src=x onerror=alert(1)> {{ 7 * 7 }}."
    sheet.write_text(text.replace("Un lieu pour apprendre l’ordinateur.", f"'{hostile}'"), "utf-8")
    found = load(project).guide
    assert found is not None
    made = html(book(select(found, "ile-de-france"), DAY))
    assert "<img src=x" not in made and "{{ 7 * 7 }}" in made


def test_what_is_missing_is_said_in_one_sentence_and_nothing_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = make(tmp_path / "guide")
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    assert main(["pdf", "--project", str(project), "--today", TODAY]) == 2
    said = capsys.readouterr()
    assert said.err.strip() == press.NO_WEASYPRINT and said.out == ""
    assert not (project / "dist").exists()

    def no_pango() -> None:
        raise press.NoPressError(press.NO_PANGO)

    monkeypatch.setattr(press, "tools", no_pango)
    assert main(["pdf", "--project", str(project), "--today", TODAY]) == 2
    assert capsys.readouterr().err.strip() == press.NO_PANGO


@printing
def test_the_same_guide_gives_the_same_bytes_and_another_date_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make(tmp_path / "guide")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    made = []
    for today in ([], ["--today", "2027-01-01"]):
        assert main(["pdf", "--project", str(project), *today]) == 0
        made.append((project / "dist" / paper.NAME).read_bytes())
    other = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    command = [sys.executable, "-m", "generator", "pdf", "--project", str(project)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": other}, check=True)
    made.insert(1, (project / "dist" / paper.NAME).read_bytes())
    assert made[0] == made[1] != made[2]
    assert str(project).encode() not in made[0]


@printing
def test_the_book_is_tagged_in_french_titled_and_has_a_table_of_contents(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    from pypdf import PdfReader  # noqa: PLC0415

    project = make(tmp_path / "guide")
    assert main(["pdf", "--project", str(project), "--today", TODAY]) == 0
    reader = PdfReader(project / "dist" / paper.NAME)
    catalogue = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in catalogue
    assert str(catalogue["/Lang"]).startswith("fr")
    assert reader.metadata and reader.metadata.title and reader.outline
    assert b"pdfuaid" in catalogue["/Metadata"].get_data()
    assert [one.message[:60] for one in caplog.records if one.name.startswith("weasyprint")] == []


@printing
def test_the_printed_guide_joins_the_copies_their_sums_and_the_page_that_offers_them(tmp_path: Path) -> None:
    project = make(tmp_path / "guide")
    assert main(["build", "--project", str(project), "--today", TODAY]) == 0
    page = project / "site/emporter/index.html"
    assert names.PDF not in page.read_text("utf-8")
    assert main(["pdf", "--project", str(project), "--today", TODAY]) == 0
    once = {path: path.read_bytes() for path in project.glob("site/**/*") if path.is_file()}
    for folder in (project / "dist", project / "site/telecharger"):
        lines = (folder / names.SUMS).read_text("utf-8").splitlines()
        told = {name: digest for digest, name in (line.split("  ") for line in lines)}
        assert set(told) == {names.PDF, names.ZIP, names.SINGLE}
        for name, digest in told.items():
            assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    assert page.read_text("utf-8").count(f'href="../telecharger/{names.PDF}"') == 1
    held = [json.loads(path.read_text("utf-8")) for path in (project / "site" / PARTS).iterdir()]
    assert [names.PDF in part["emporter/index.html"] for part in held if "emporter/index.html" in part] == [
        True
    ]
    assert main(["pdf", "--project", str(project), "--today", TODAY]) == 0
    assert {path: path.read_bytes() for path in project.glob("site/**/*") if path.is_file()} == once


def test_nothing_changes_beside_the_copies_when_the_site_cannot_be_made_ready(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    project = make(tmp_path / "guide")
    assert main(["build", "--project", str(project), "--today", TODAY]) == 0
    before = {path.name: path.read_bytes() for path in (project / "dist").iterdir()}
    monkeypatch.setattr(press, "tools", lambda: None)
    monkeypatch.setattr(paper, "printed", lambda *_: OutputFile(paper.NAME, b"%PDF-"))
    monkeypatch.setattr(copies, "offer", full_disk)
    with pytest.raises(OSError, match="No space left"):
        main(["pdf", "--project", str(project), "--today", TODAY])
    assert {path.name: path.read_bytes() for path in (project / "dist").iterdir()} == before


@printing
@pytest.mark.slow
def test_the_printed_guide_says_what_the_records_say_page_by_page(
    guide: Guide, printed: Book, tmp_path: Path
) -> None:
    """The whole book: several minutes on a slow machine."""
    from pypdf import PdfReader  # noqa: PLC0415

    path = tmp_path / paper.NAME
    path.write_bytes(paper.printed(guide, DAY).content)
    reader = PdfReader(path)
    texts = [bare(page.extract_text()) for page in reader.pages]
    places = {
        name: reader.get_destination_page_number(found) for name, found in reader.named_destinations.items()
    }
    assert 150 <= len(texts) <= 300
    held = lengths(places, [f"besoins-{page.card.id}" for page in printed.needs], "dispositifs")
    assert set(held) == {1}
    held = lengths(places, [f"dispositifs-{one.page.card.id}" for one in printed.sheets], "parcours")
    assert set(held) == {1, 2}
    for need in guide.needs.values():
        place = places[f"besoins-{need.id}"]
        assert bare(need.statement) in texts[place] and bare(need.statement) in texts[places["besoins"]]
        assert absent(need.simple, texts[place]) == [], need.id
    closed = {page.card.id for page in printed.closed}
    for scheme in guide.schemes.values():
        text = texts[places[f"dispositifs-{scheme.id}"]]
        assert bare(scheme.title) in text, scheme.id
        told = () if scheme.id in closed else (scheme.simple, scheme.person.summary)
        assert absent("\n".join(told), text) == [], scheme.id
    for pathway in guide.pathways.values():
        assert bare(pathway.title) in texts[places[f"parcours-{pathway.id}"]], pathway.id
    index = "".join(texts[places["sigles"] :])
    for term in guide.vocabulary.glossary.values():
        assert not term.expansion or bare(term.expansion) in index, term.id


def absent(said: str, text: str) -> list[str]:
    """The lines of a text of the records that the page does not hold, letter for letter."""
    return [line for line in said.splitlines() if bare(plain(line)) not in text]


def lengths(places: dict[str, int], names: Iterable[str], after: str) -> list[int]:
    """How many pages each part takes, `after` being what follows the last."""
    starts = [places[name] for name in (*names, after)]
    return [later - first for first, later in pairwise(starts)]
