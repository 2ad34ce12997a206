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
"""Cumulative Layout Shift: « good » is 0.1. On such a network a header may be drawn before its end has come:
its field and its menu then make room once, up to 0.012; nothing below it moves."""
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
