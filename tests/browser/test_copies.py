"""What is a copy's own, its network cut: its age, links that leave, one file alone, small screens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.copies import Copy, opened

pytestmark = pytest.mark.browser

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
    link.click(button="right")
    expect(box).to_be_hidden()
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
    """The processor time of the page itself, times six, least disturbed of five: other programs slow even that."""
    assert min(_work_to_open(browser, stick) for _ in range(5)) * 6 < 2


def _work_to_open(browser: Browser, stick: Path) -> float:
    """Seconds of the page's own thread until its title is seen."""
    found = opened(browser, stick, "fichier")
    session = found.context.new_cdp_session(found.page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    found.page.goto(found.start)
    expect(found.page.locator("h1:visible")).to_be_visible()
    measured = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    found.context.close()
    seconds: float = measured["TaskDuration"]
    return seconds
