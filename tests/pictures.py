"""Makes the pictures of docs/design.md from the built site: `python -m tests.pictures`.

Each is one component as a page shows it, so that a change of style is seen in a diff of pictures.
They are committed: one density, small widths, `MOST` bytes in all. Needs `site/` and a Chromium.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.chromium import launch
from tests.projects import ROOT

FOLDER = ROOT / "docs/images"
MOST = 900_000
"""Bytes of all the pictures of the folder together."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is shown: a page, the first element that matches (all of the screen when empty), a width."""

    name: str
    page: str
    element: str
    width: int = 420
    theme: Literal["light", "dark"] = "light"
    opened: str = ""
    """A selector whose `<details>` are opened before the picture."""
    height: int = 2_000
    """Pixels shown at most: the rest of a long component is cut."""
    sight: Literal["none", "achromatopsia", "deuteranopia"] = "none"
    """How colours are seen, as Chromium imitates it: without any, red and green alike."""
    printed: bool = False
    """As the printer gets it."""


PEE = "dispositifs/pee/index.html"
WAY = "parcours/du-francais-a-l-emploi/index.html"
MAP = ".plan-wide"
PICTURES = (
    Picture("page-phone", PEE, "", 360),
    Picture("page-phone-dark", PEE, "", 360, "dark"),
    Picture("choice", "besoins/index.html", ".group .choices"),
    Picture("choice-dark", "besoins/index.html", ".group .choices", theme="dark"),
    Picture("answers", PEE, ".answers"),
    Picture("brief", "besoins/trouver-ma-voie/index.html", ".brief"),
    Picture("metro-line", PEE, ".metro-map", 980, height=280),
    Picture("map", "plan/index.html", MAP, 1_280, height=480),
    Picture("map-deuteranopia", "plan/index.html", MAP, 1_280, height=480, sight="deuteranopia"),
    Picture(
        "map-printed-grey", "plan/index.html", MAP, 1_280, height=480, sight="achromatopsia", printed=True
    ),
    Picture("steps", "besoins/trouver-ma-voie/index.html", ".line-steps"),
    Picture("seam", WAY, ".journey > .seam", opened=".seam > details"),
    Picture("step", WAY, ".journey > .step", 620),
    Picture("badges", PEE, ".sheet-kind"),
    Picture("notice", "ce-qui-fait-tenir-un-parcours/index.html", ".notice"),
    Picture("adviser", PEE, ".adviser > summary", 620),
    Picture("focus", "besoins/index.html", ".group .choices li"),
)


def take(browser: Browser, site: Path, one: Picture) -> bytes:
    """The PNG of one picture. Fails when the page no longer has the element."""
    context = browser.new_context(
        viewport={"width": one.width, "height": 740}, color_scheme=one.theme, reduced_motion="reduce"
    )
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setEmulatedVisionDeficiency", {"type": one.sight})
    page.emulate_media(media="print" if one.printed else "screen")
    page.goto((site / one.page).as_uri())
    if one.opened:
        page.eval_on_selector_all(one.opened, "all => all.forEach(part => { part.open = true })")
    if not one.element:
        taken = page.screenshot()
    else:
        element = page.locator(one.element).first
        if one.name == "focus":
            page.keyboard.press("Tab")  # a key, so that the browser shows where the focus is
            element.locator("a").focus()
            element.evaluate("part => { part.style.padding = '12px' }")
        box = element.evaluate(
            "part => { const at = part.getBoundingClientRect();"
            " return [at.x + scrollX, at.y + scrollY, at.width, at.height] }"
        )
        x, y, wide, high = (float(one) for one in box)
        taken = page.screenshot(
            full_page=True, clip={"x": x, "y": y, "width": wide, "height": min(high, one.height)}
        )
    context.close()
    return taken


def main() -> int:
    """Write every picture; 1 when they weigh too much together."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for one in PICTURES:
            (FOLDER / f"{one.name}.png").write_bytes(take(browser, ROOT / "site", one))
        browser.close()
    total = sum(found.stat().st_size for found in FOLDER.glob("*.png"))
    print(f"{len(PICTURES)} images, {total // 1000} ko en tout (au plus {MOST // 1000} ko).")
    return int(total > MOST)


if __name__ == "__main__":
    sys.exit(main())
