"""« Garder ce guide sur mon téléphone »: nothing unasked, then everything without network, and updates by choice."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator import kept
from generator.cli import main
from tests.conftest import Handler, until
from tests.projects import TODAY, make

pytestmark = pytest.mark.browser

BUTTON = "Garder ce guide"
OLD, NEW = "Un lieu pour apprendre l’ordinateur.", "Un lieu tout neuf pour apprendre l’ordinateur."
WHAT_IS_STORED = """async () => {
  const registered = await navigator.serviceWorker.getRegistrations();
  return [registered.length, (await caches.keys()).length];
}"""


class Host:
    """A web server for a folder, that can be taken away and brought back at the same address."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port, self.asked = folder, 0, list[str]()
        self._server: http.server.ThreadingHTTPServer | None = None
        self.start()

    def start(self) -> None:
        host = self

        class Noting(Handler):
            def do_GET(self) -> None:  # noqa: N802  # the name it overrides
                host.asked.append(self.path)
                super().do_GET()

        handler = functools.partial(Noting, directory=str(self.folder))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"


def build(project: Path, today: str = TODAY) -> None:
    """One more edition of the tiny guide."""
    assert main(["build", "--project", str(project), "--today", today]) == 0


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The tiny guide, built."""
    made = make(tmp_path / "guide")
    build(made)
    return made


@pytest.fixture
def host(project: Path) -> Iterator[Host]:
    """The tiny guide on the web."""
    running = Host(project / "site")
    yield running
    running.stop()


@pytest.fixture
def page(browser: Browser, host: Host) -> Iterator[Page]:
    """A phone, with its own storage; the console must stay silent while the network is there."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=host.address)
    complaints: list[str] = []
    opened = context.new_page()
    opened.on(
        "console",
        lambda said: complaints.append(said.text) if "Content Security Policy" in said.text else None,
    )
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert complaints == []


def keep(page: Page) -> None:
    """Press the button, and wait for the guide to be there."""
    page.goto("emporter/index.html")
    page.get_by_role("button", name=BUTTON).click()
    expect(page.get_by_text("C’est fait")).to_be_visible()


def cut(page: Page, host: Host) -> None:
    """The network is lost: on the phone, and on the other side."""
    page.context.set_offline(True)
    host.stop()


def back(page: Page, host: Host) -> None:
    """The network is found again."""
    host.start()
    page.context.set_offline(False)


def edit(project: Path) -> None:
    """A word changes in one sheet, and the site is made again."""
    sheet = project / "offer/schemes/bureau.yml"
    sheet.write_text(sheet.read_text("utf-8").replace(OLD, NEW), "utf-8")
    build(project)


def test_nothing_is_stored_before_it_is_asked_for_and_the_button_says_how_much(
    page: Page, host: Host
) -> None:
    page.goto("index.html")
    page.goto("emporter/index.html")
    expect(page.get_by_role("button", name=re.compile(BUTTON + r" \(\d+,\d\sMo\)"))).to_be_visible()
    expect(page.locator(".keep-size")).to_contain_text(
        re.compile(r"Place prise sur le téléphone\s: \d+,\d\sMo")
    )
    assert page.evaluate(WHAT_IS_STORED) == [0, 0]
    assert not [path for path in host.asked if "parts/" in path or "sw.js" in path]


def test_the_kept_guide_and_its_search_work_with_the_network_lost(page: Page, host: Host) -> None:
    keep(page)
    cut(page, host)
    page.goto("index.html")
    expect(page.locator("h1")).to_contain_text("avez-vous besoin")
    page.goto("besoins/parler-francais/")
    expect(page.locator("h1")).to_contain_text("mal à m’exprimer")
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).borderBottomStyle") == "solid"
    page.goto("dispositifs/bureau/index.html?depuis=favoris")
    expect(page.locator(".lead")).to_have_text(OLD)
    page.goto("recherche/index.html")
    page.locator("main input[name=q]").press_sequentially("parler francais")
    expect(page.locator("[data-kind=need]").first).to_contain_text("mal à m’exprimer")
    page.goto("nulle-part/index.html")
    expect(page.locator("h1")).to_have_text("Cette page n’existe pas")


def test_an_update_is_offered_never_forced_and_taken_when_asked(
    page: Page, host: Host, project: Path
) -> None:
    keep(page)
    edit(project)
    host.asked.clear()
    page.goto("dispositifs/bureau/index.html")
    news = page.locator(".kept-news")
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update())")
    expect(news).to_contain_text("Une version plus récente existe")
    expect(page.locator(".lead")).to_have_text(OLD)
    assert not [path for path in host.asked if "parts/" in path]
    news.get_by_role("button", name="Plus tard").click()
    expect(news).to_have_count(0)
    page.goto("dispositifs/bureau/index.html")
    expect(page.locator(".lead")).to_have_text(OLD)
    news.get_by_role("button", name=re.compile(r"Mettre à jour \(\d+,\d\sMo\)")).click()
    expect(page.locator(".lead")).to_have_text(NEW)
    expect(news).to_have_count(0)
    cut(page, host)
    page.goto("dispositifs/bureau/index.html")
    expect(page.locator(".lead")).to_have_text(NEW)
    assert page.evaluate(WHAT_IS_STORED) == [1, 1]


def test_a_build_that_changes_nothing_but_its_date_costs_nothing_and_is_not_announced(
    page: Page, host: Host, project: Path
) -> None:
    keep(page)
    page.goto("index.html")
    expect(page.locator(".built")).to_contain_text("Guide fabriqué le 21 novembre 2026")
    build(project, "2026-12-01")
    host.asked.clear()
    page.goto("sources-et-methode/index.html")
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update())")
    until(page, "navigator.serviceWorker.getRegistration().then(one => Boolean(one.waiting))")
    expect(page.locator(".edition")).to_have_text("21 novembre 2026")
    context = page.context
    page.close()
    again = context.new_page()
    again.goto("sources-et-methode/index.html")
    expect(again.locator(".edition")).to_have_text("1er décembre 2026")
    assert again.locator("meta[name=built]").get_attribute("content") == "2026-12-01"
    expect(again.locator(".kept-news")).to_have_count(0)
    assert not [path for path in host.asked if "parts/" in path]


def test_an_update_downloads_only_the_parts_that_changed(
    page: Page, host: Host, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "LARGE", 2)
    build(project)
    keep(page)
    before = {path.name for path in (project / "site/garder/parts").iterdir()}
    edit(project)
    changed = {path.name for path in (project / "site/garder/parts").iterdir()} - before
    host.asked.clear()
    page.goto("index.html")
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update())")
    page.get_by_role("button", name="Mettre à jour").click()
    until(page, "!document.querySelector('.kept-news')")
    asked = {path.rpartition("/")[2] for path in host.asked if "parts/" in path}
    assert asked == changed < {path.name for path in (project / "site/garder/parts").iterdir()}


def test_an_older_kept_guide_goes_on_when_the_newer_worker_took_over(
    page: Page, host: Host, project: Path
) -> None:
    """All tabs closed, the browser puts the new worker to work; nothing of the new edition is stored."""
    keep(page)
    edit(project)
    page.goto("index.html")
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update())")
    expect(page.locator(".kept-news")).to_be_visible()
    context = page.context
    page.close()
    again = context.new_page()
    again.goto("dispositifs/bureau/index.html")
    expect(again.locator(".lead")).to_have_text(OLD)
    expect(again.locator(".kept-news")).to_be_visible()
    context.set_offline(True)
    host.stop()
    again.goto("dispositifs/bureau/index.html")
    expect(again.locator(".lead")).to_have_text(OLD)
    again.get_by_role("button", name="Mettre à jour").click()
    expect(again.locator(".kept-news")).to_contain_text("Rien n’a changé")


def test_an_update_without_room_says_that_nothing_changed(page: Page, host: Host, project: Path) -> None:
    keep(page)
    edit(project)
    page.goto("index.html")
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update())")
    news = page.locator(".kept-news")
    full = {"origin": host.address.rstrip("/"), "quotaSize": 1}
    page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", full)
    news.get_by_role("button", name="Mettre à jour").click()
    expect(news).to_contain_text("Il n’y a pas assez de place sur votre téléphone. Rien n’a changé.")
    page.goto("dispositifs/bureau/index.html")
    expect(page.locator(".lead")).to_have_text(OLD)


def test_a_download_that_stops_leaves_nothing_behind_and_can_be_tried_again(
    page: Page, host: Host, project: Path
) -> None:
    part = sorted((project / "site/garder/parts").iterdir())[-1]
    content = part.read_bytes()
    part.unlink()
    page.goto("emporter/index.html")
    page.get_by_role("button", name=BUTTON).click()
    expect(page.get_by_text("Rien n’a changé sur votre téléphone")).to_be_visible()
    until(page, "async () => !(await navigator.serviceWorker.getRegistrations()).length")
    assert page.evaluate(WHAT_IS_STORED) == [0, 0]
    part.write_bytes(content)
    page.get_by_role("button", name=BUTTON).click()
    expect(page.get_by_text("C’est fait")).to_be_visible()


def test_the_guide_can_be_taken_off_the_phone(page: Page, host: Host) -> None:
    keep(page)
    page.goto("emporter/index.html")
    expect(page.get_by_text("Le guide est sur votre téléphone")).to_be_visible()
    page.get_by_role("button", name="Enlever le guide").click()
    expect(page.get_by_text("n’est plus sur votre téléphone")).to_be_visible()
    assert page.evaluate(WHAT_IS_STORED) == [0, 0]


def test_from_a_folder_or_without_javascript_no_button_pretends_to_work(
    browser: Browser, project: Path
) -> None:
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script)
        opened = context.new_page()
        opened.goto((project / "site/emporter/index.html").as_uri())
        expect(opened.get_by_role("button", name=BUTTON)).to_have_count(0)
        expect(opened.locator(".keep-away")).to_be_visible()
        context.close()
