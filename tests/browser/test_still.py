"""Nothing moves while a page loads: what a script adds or takes away has its place before.

On a slow telephone and a slow network, where what is read comes before what runs; Chromium's own measure.
"""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Browser, Route, ViewportSize

from tests.bench.light.command import PAGES

pytestmark = pytest.mark.browser

KINDS = {**PAGES, "feuille de route": "feuille-de-route/index.html", "glossaire": "glossaire/index.html"}
SIZES: tuple[ViewportSize, ...] = ({"width": 412, "height": 823}, {"width": 1280, "height": 800})
MOST = 0.015
"""Cumulative Layout Shift: « good » is 0.1. On such a network a narrow header may be drawn before its end has come:
its buttons then make room once, by a few thousandths; a wide one moves nothing, see below."""
WIDE: tuple[ViewportSize, ...] = ({"width": 1024, "height": 768}, {"width": 1280, "height": 800})
HEADER_PARTS = ".top-in > .brand, .top-in > .find, .menu-wide a, .top-in > .tone"
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
DEFERRED = re.compile(r"/assets/(?!guide\.)[a-z]+\.js$")
"""Scripts that wait for the page; `guide.js` is the one that does not."""
MOVED = """() => new Promise(done => {
  const found = [];
  new PerformanceObserver(list => list.getEntries().forEach(one => found.push([
    one.value, one.sources.map(from => ((from.node && from.node.outerHTML) || "").slice(0, 80)),
  ]))).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(found), 700);
})"""

PLACES = """parts => parts.map(part => {
  const at = part.getBoundingClientRect();
  return [part.className || part.textContent, at.x, at.y, at.width, at.height];
})"""


def _late(route: Route) -> None:
    time.sleep(0.4)
    route.continue_()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_while_a_page_loads(kind: str, browser: Browser, address: str) -> None:
    for size in SIZES:
        context = browser.new_context(viewport=size)
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW)
        page.route(DEFERRED, _late)
        page.goto(address + KINDS[kind])
        moved = page.evaluate(MOVED)
        context.close()
        assert sum(value for value, _ in moved) <= MOST, (size, moved)


@pytest.mark.parametrize("kind", ["accueil", "glossaire"])
def test_a_wide_header_has_the_same_places_wherever_its_arrival_is_cut(
    kind: str, browser: Browser, address: str
) -> None:
    for size in WIDE:
        context = browser.new_context(viewport=size)
        page = context.new_page()
        page.goto(address + KINDS[kind])
        page.wait_for_load_state()
        whole = page.eval_on_selector_all(HEADER_PARTS, PLACES)
        assert len(whole) >= 8, whole
        for kept in range(len(whole) - 1, 0, -1):
            page.locator(HEADER_PARTS).last.evaluate("part => part.remove()")
            assert page.eval_on_selector_all(HEADER_PARTS, PLACES) == whole[:kept], (size, kept)
        context.close()
