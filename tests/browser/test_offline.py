"""The copies in a browser whose network is cut: the folder of a stick, the single file."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.offline import names

pytestmark = pytest.mark.browser

STICK = "Clé USB été"


class Copy:
    """One copy open, under watch: any request that is not for its own files, any complaint."""

    def __init__(self, context: BrowserContext, start: str, pages: str) -> None:
        self.context, self.start, self.pages = context, start, pages
        self.complaints: list[str] = []
        context.set_offline(True)
        self.page = self.open_page()

    def open_page(self) -> Page:
        page = self.context.new_page()
        page.on("console", lambda said: self._console(said.type, said.text))
        page.on("pageerror", lambda error: self.complaints.append(f"script : {error}"))
        page.on("request", lambda asked: self._request(asked.url))
        return page

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(f"{kind} : {text}")

    def _request(self, url: str) -> None:
        if not url.startswith((self.pages.partition("#")[0], self.start, "data:")):
            self.complaints.append(f"demande : {url}")

    def go(self, folder: str, more: str = "") -> Page:
        """A page by its folder; `more`: « ?q=… »."""
        single = "#" in self.pages
        self.page.goto(f"{self.pages}{folder}{more}" if single else f"{self.pages}{folder}/index.html{more}")
        return self.page


@pytest.fixture(scope="session")
def stick(copies: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip unpacked in a folder with spaces and accents, beside the single file."""
    folder = tmp_path_factory.mktemp("cle") / STICK
    folder.mkdir()
    with zipfile.ZipFile(copies / names.ZIP) as archive:
        archive.extractall(folder)
    shutil.copy(copies / names.SINGLE, folder)
    return folder


def addresses(stick: Path, kind: str) -> tuple[str, str]:
    """Where a copy is opened, and what its pages' addresses begin with."""
    if kind == "fichier":
        one = (stick / names.SINGLE).as_uri()
        return one, f"{one}#"
    return (stick / names.FOLDER / names.DOOR).as_uri(), (stick / names.FOLDER / names.INSIDE).as_uri() + "/"


def opened(browser: Browser, stick: Path, kind: str, scripts: bool = True, **given: object) -> Copy:
    """A copy in a new context."""
    context = browser.new_context(
        java_script_enabled=scripts, **{"viewport": {"width": 360, "height": 740}, **given}
    )  # type: ignore[arg-type]
    return Copy(context, *addresses(stick, kind))


@pytest.fixture(params=["dossier", "fichier"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def copy(browser: Browser, stick: Path, kind: str) -> Iterator[Copy]:
    found = opened(browser, stick, kind)
    yield found
    found.context.close()
    assert found.complaints == []


@pytest.fixture(params=[True, False], ids=["avec-js", "sans-js"])
def walk(request: pytest.FixtureRequest, browser: Browser, stick: Path, kind: str) -> Iterator[Copy]:
    """The same with and without scripts."""
    found = opened(browser, stick, kind, request.param)
    yield found
    found.context.close()
    assert found.complaints == []


def follow(page: Page, text: str) -> None:
    """Click the first visible link of the page that carries `text`."""
    before = page.url
    page.locator("main").get_by_role("link", name=re.compile(text)).locator("visible=true").first.click()
    page.wait_for_url(lambda url: url != before)


def heading(page: Page) -> str:
    """The title of what is shown: without scripts the single file shows all, the fragment tells which."""
    scope = page.url.partition("#")[2].partition(":")[0]
    inside = page.locator(
        f'[id="{scope}"] h1' if scope and page.locator(f'section[id="{scope}"]').count() else "h1"
    )
    return inside.first.inner_text()


def shown(page: Page) -> str:
    """A selector of what is shown, for the same reason."""
    scope = page.url.partition("#")[2]
    return f'section[id="{scope}"]' if scope and page.locator(f'section[id="{scope}"]').count() else "main"


def test_the_door_opens_the_guide(browser: Browser, stick: Path) -> None:
    found = opened(browser, stick, "dossier")
    found.page.goto(found.start)
    found.page.wait_for_url("**/guide/index.html")
    expect(found.page.locator("h1")).to_contain_text("avez-vous besoin")
    found.context.close()
    assert found.complaints == []


def test_i_do_not_know_leads_to_pee_and_to_what_follows(walk: Copy) -> None:
    page = walk.go("besoins")
    page.locator(shown(page)).get_by_role(
        "link", name=re.compile("Je ne sais pas ce que je veux faire")
    ).first.click()
    page.locator(shown(page)).get_by_role("link", name=re.compile("Parcours d.entrée.*emploi")).first.click()
    assert "PEE" in heading(page)
    page.locator(shown(page)).get_by_role("link", name=re.compile("Alternance")).first.click()
    assert "lternance" in heading(page)


def test_i_speak_badly_leads_to_cbp_then_prequalification_then_a_job(walk: Copy) -> None:
    page = walk.go("besoins")
    for text in ("du mal à m.exprimer", "Compétences de base", "Préqualification", "emploi$"):
        page.locator(shown(page)).get_by_role("link", name=re.compile(text)).first.click()
    assert "emploi" in heading(page)


def test_an_adviser_checks_who_may_enter_an_edi(walk: Copy) -> None:
    page = walk.go("dispositifs")
    page.locator(shown(page)).get_by_role(
        "link", name=re.compile("Espace.*dynamique d.insertion")
    ).first.click()
    assert "EDI" in heading(page)
    here = page.locator(shown(page))
    assert re.search(r"16\s+à\s+25\s+ans", here.inner_text())  # Playwright’s own matching skips noscript
    here.locator(".adviser > summary").click()
    assert re.search("Aucun|Sans prérequis", here.locator(".adviser").inner_text())


def test_the_search_answers(copy: Copy) -> None:
    page = copy.go("recherche")
    page.locator("#q").press_sequentially("je nai pas le permis")
    expect(page.locator("#resultats")).to_have_attribute("data-state", "done")
    first = page.locator("#resultats [data-kind]").first
    expect(first).to_have_attribute("data-id", "me-deplacer")
    first.get_by_role("link").click()
    expect(page.locator("h1:visible")).to_contain_text("transport")


def test_a_search_typed_at_home_is_answered(copy: Copy) -> None:
    page = copy.page
    page.goto(copy.start)
    field = page.locator("main input[name=q]:visible").first
    field.fill("anglais")
    field.press("Enter")
    expect(page.locator("#resultats [data-id=parler-anglais]")).to_be_visible()


def test_faire_le_point_goes_to_its_result(copy: Copy) -> None:
    page = copy.go("faire-le-point")
    expect(page.locator(".point-question:visible")).to_have_count(1)
    page.locator(".point-question:visible summary:visible").first.click()
    page.locator(".point-question:visible label:visible", has=page.locator("input")).first.click()
    page.locator("#point-show").click()
    expect(page.locator("#point-result")).to_have_attribute("data-state", "done")
    link = page.locator("#point-found a:visible").first
    link.click()
    expect(page.locator("h1:visible")).to_have_count(1)
    expect(page.locator("h1:visible")).not_to_contain_text("Faire le point")
    page.go_back()
    expect(page.locator("#point-result")).to_be_visible()


def test_a_way_goes_from_the_result_to_the_road_sheet(copy: Copy) -> None:
    page = copy.go("faire-le-point")
    page.locator(".point-question:visible summary:visible").first.click()
    page.locator(".point-question:visible label:visible", has=page.locator("input")).first.click()
    page.locator("#point-show").click()
    for count in (1, 2):
        page.locator("#point-found").get_by_role("link", name="Ajouter à la feuille").first.click()
        expect(page.locator(".road-choices > li")).to_have_count(count)
        page.go_back()
        expect(page.locator("#point-result")).to_be_visible()
    page.reload()
    expect(page.locator("#point-result")).to_be_visible()
    expect(page.locator("#point-found").get_by_role("link", name="Déjà dans ma feuille")).to_have_count(2)


def test_a_road_sheet_is_made_of_two_choices(copy: Copy) -> None:
    page = copy.go("dispositifs/pee")
    page.locator(".road-add:visible").first.click()
    expect(page.locator("h1:visible")).to_have_text("Feuille de route")
    expect(page.locator(".road-choices > li")).to_have_count(1)
    page.locator(".road-pick summary").click()
    page.locator("#road-name").press_sequentially("alternance")
    page.locator(".road-found button:visible, .road-found a:visible").first.click()
    expect(page.locator(".road-choices > li")).to_have_count(2)
    page.reload()
    expect(page.locator(".road-choices > li")).to_have_count(2)
    page.go_back()
    page.go_back()
    expect(page.locator("h1:visible")).to_contain_text("PEE")


def test_back_returns_to_the_page_before_where_it_was_left(copy: Copy) -> None:
    page = copy.go("dispositifs")
    expect(page.locator("h1:visible")).to_have_count(1)
    page.evaluate("window.scrollTo(0, 600)")
    page.wait_for_timeout(100)
    page.locator("main a[href*='cep']:visible").first.evaluate("link => link.click()")
    expect(page.locator("h1:visible")).to_contain_text("Conseil en évolution")
    assert page.evaluate("window.scrollY") == 0
    page.go_back()
    expect(page.locator("h1:visible")).not_to_contain_text("Conseil en évolution")
    assert page.evaluate("window.scrollY") > 300


AGES = [
    (-1, None, None),
    (0, None, None),
    (1, None, "il y a 1 mois"),
    (4, "Cette copie a 4 mois. Vérifiez avant de vous déplacer.", "il y a 4 mois"),
    (7, "Cette copie a 7 mois. Appelez avant de vous déplacer.", "il y a 7 mois"),
    (13, "Cette copie a 13 mois. Beaucoup de choses", "il y a 13 mois"),
    (40, "Cette copie a 3 ans.", "il y a 3 ans"),
]


def later(built: str, months: int) -> str:
    """The day `months` months after, at noon."""
    year, month, day = map(int, built.split("-"))
    count = year * 12 + month - 1 + months
    return f"{count // 12}-{count % 12 + 1:02}-{min(day, 28) if months < 0 else day:02}T12:00:00"


@pytest.mark.parametrize(("months", "banner", "line"), AGES)
def test_a_copy_tells_its_age_by_the_clock_of_the_machine(
    months: int, banner: str | None, line: str | None, copy: Copy
) -> None:
    page = copy.go("dispositifs/pee")
    built = page.locator("meta[name=built]").get_attribute("content")
    assert built
    page.clock.set_fixed_time(later(built, months))
    page.reload()
    footer = page.locator("[data-built]")
    expect(footer).to_have_attribute("data-built", built)
    expect(footer).to_contain_text("Guide fabriqué le")
    if line:
        expect(footer).to_contain_text(re.compile(line.replace(" ", r"\s")))
    else:
        expect(footer).not_to_contain_text("il y a")
    if banner:
        expect(page.locator(".age")).to_contain_text(re.compile(banner.replace(" ", r"\s")))
        top = page.locator(".age").bounding_box()
        assert top is not None and top["y"] + top["height"] < 740
    else:
        expect(page.locator(".age")).to_have_count(0)
    expect(page.locator(".as-of:visible").first).to_contain_text(re.compile(r"février.2019.*il y a \d+.ans"))


def test_a_sheet_older_than_the_clock_says_nothing_false(copy: Copy) -> None:
    page = copy.go("dispositifs/pee")
    page.clock.set_fixed_time("2018-01-01T12:00:00")
    page.reload()
    expect(page.locator(".as-of:visible").first).not_to_contain_text("il y a")
    expect(page.locator(".age")).to_have_count(0)


def test_a_link_that_leaves_asks_first_and_can_be_copied(copy: Copy) -> None:
    page = copy.go("sources-et-methode")
    link = page.locator("a[data-out]:visible").first
    address = link.get_attribute("data-out")
    link.focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("dialog", name="Ce lien sort du guide")
    expect(box).to_be_visible()
    expect(box.get_by_role("textbox", name="Adresse du lien")).to_have_value(
        re.compile(re.escape(address or "?"))
    )
    expect(box.get_by_role("button", name="Copier l’adresse")).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(link).to_be_focused()
    link.click(button="middle")
    expect(box).to_be_visible()
    box.get_by_role("button", name="Rester dans le guide").click()
    expect(link).to_be_focused()
    assert len(copy.context.pages) == 1


def test_a_page_the_single_file_has_not_says_so(browser: Browser, stick: Path) -> None:
    found = opened(browser, stick, "fichier")
    page = found.go("territoires/paris")
    expect(page.locator("h1:visible")).to_have_text("Ce qui n’est pas dans ce fichier")
    found.context.close()
    assert found.complaints == []


def test_without_javascript_the_single_file_reads_from_its_contents(browser: Browser, stick: Path) -> None:
    found = opened(browser, stick, "fichier", scripts=False)
    page = found.page
    page.goto(found.start)
    expect(page.locator("h1").first).to_have_text("Sommaire")
    assert page.locator("main h1").count() > 300
    page.locator("#sommaire summary").filter(has_text="besoin").click()
    page.locator("#sommaire").get_by_role("link", name="J’ai un handicap").click()
    expect(page.locator('section[id="besoins/handicap"] h1')).to_be_in_viewport()
    found.context.close()
    assert found.complaints == []


PAGES = ("emporter", "besoins/handicap", "dispositifs/pee", "metiers/n1103", "absent", "sommaire")


@pytest.mark.parametrize("large", [False, True], ids=["320", "200%"])
def test_nothing_is_lost_at_320_pixels_nor_with_large_text(
    large: bool, browser: Browser, stick: Path
) -> None:
    found = opened(browser, stick, "fichier", viewport={"width": 640 if large else 320, "height": 740})
    for folder in PAGES:
        page = found.go(folder)
        if large:
            page.evaluate("document.documentElement.style.fontSize = '225%'")
        expect(page.locator("h1:visible")).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, folder
    found.context.close()
    assert found.complaints == []


def test_the_single_file_opens_in_two_seconds_slowed_six_times(browser: Browser, stick: Path) -> None:
    """The processor time of the page itself, times six: other work on the machine is not the file's."""
    found = opened(browser, stick, "fichier")
    session = found.context.new_cdp_session(found.page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    found.page.goto(found.start)
    expect(found.page.locator("h1:visible")).to_be_visible()
    measured = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    found.context.close()
    assert measured["TaskDuration"] * 6 < 2, measured
