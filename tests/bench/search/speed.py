"""What a search costs its reader: kilobytes for a first search, milliseconds to be ready and at each key.

Milliseconds are Chromium's own, slowed six times; styles and layout are part of them, painting is not.
Chromium slows the page and not its workers: Material and Pagefind answer from a worker, at full speed here.
"""

from __future__ import annotations

import gzip
import math
import re
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.search import processor
from tests.bench.search.engines import Engine
from tests.search import drive

SLOW = 6
_TURNS = 3
_BUDGET = 60.0
"""Seconds of typing after which no other query is begun: some engines need minutes on large guides."""
_SEARCH_FILE = re.compile(r"search|recherche|lunr")
_NO_WAIT = """(function () {
  var real = window.setTimeout;
  window.setTimeout = function (run, delay) {
    var rest = Array.prototype.slice.call(arguments, 2);
    return real.apply(window, [run, delay > 400 ? delay : 0].concat(rest));
  };
})();"""
"""A page may wait on purpose until one has stopped typing: this takes the wait away and leaves the work."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Kilobytes (10³ bytes, gzip) and milliseconds."""

    weight: float
    """Loaded for a first search: the heaviest of a few queries."""
    ready: float
    """From the first focus, as soon as the page has loaded, to the first answer; median of three visits."""
    key_median: float
    key_95: float
    """From a key to its answer, waits on purpose taken away: median and 95th percentile."""
    waited_95: float
    """The same 95th percentile as people live it, waits included."""
    ready_work: float
    key_work_95: float
    """Two of these in time of processor, times `SLOW`, the least of three (`processor`): what other programs
    take away is not in it."""


def measure(browser: Browser, engine: Engine, texts: Sequence[str]) -> Speed:
    """`texts` are typed letter by letter; the first ones also as a first search."""
    with drive.served(engine.root) as (address, asked):
        weight = max(_weight(browser, engine, address, asked, text) for text in texts[:_TURNS])
        url = address + engine.page
        ready = statistics.median(_ready(browser, engine, url, text) for text in texts[:_TURNS])
        typed = _keys(browser, engine, url, texts, [_NO_WAIT])
        keys = [*chain.from_iterable(typed)]
        waited = [*chain.from_iterable(_keys(browser, engine, url, texts[: len(texts) // 3 or 1], []))]
        ready_work = statistics.median(
            SLOW * processor.ready(browser, engine, url, text) for text in texts[:_TURNS]
        )
        done = texts[: len(typed)]
        work = [SLOW * one for one in processor.keys(browser, engine, url, done, [_NO_WAIT])]
    return Speed(
        weight,
        ready,
        statistics.median(keys),
        _percentile(keys, 95),
        _percentile(waited, 95),
        ready_work,
        _percentile(work, 95),
    )


def _weight(browser: Browser, engine: Engine, address: str, asked: list[str], text: str) -> float:
    """Files asked for by a visit that searches and not by one that only reads, the page itself left out.

    A file whose name says search is the search's, even where every page loads it.
    """
    searching = _visit(browser, engine, address + engine.page, asked, text)
    reading = _visit(browser, engine, address + engine.plain, asked, "") if engine.plain else set()
    own = {path for path in searching if path not in reading or _SEARCH_FILE.search(path)}
    return sum(_gzip(engine.root / path) for path in own if not path.endswith((".html", "/", ".ico"))) / 1000


def _visit(browser: Browser, engine: Engine, url: str, asked: list[str], text: str) -> set[str]:
    asked.clear()
    page = drive.opened(browser, url, scripts=engine.scripts)
    if text:
        page.evaluate("text => __drive.first(text)", text)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    page.context.close()
    return {path for path in asked if path}


def _gzip(path: Path) -> int:
    """Bytes on the wire; a file compressed already stays as it is."""
    if not path.is_file():
        return 0
    content = path.read_bytes()
    return min(len(content), len(gzip.compress(content, 9, mtime=0)))


def _ready(browser: Browser, engine: Engine, url: str, text: str) -> float:
    page = drive.opened(browser, url, SLOW, engine.scripts)
    spent: float = page.evaluate("text => __drive.first(text)", text)
    page.context.close()
    return spent


def _keys(
    browser: Browser, engine: Engine, url: str, texts: Sequence[str], scripts: Sequence[str]
) -> list[list[float]]:
    """For each text there was time to type, its keys."""
    page = drive.opened(browser, url, SLOW, [*scripts, *engine.scripts])
    page.evaluate("text => __drive.first(text)", "bonjour")
    times: list[list[float]] = []
    end = time.monotonic() + _BUDGET
    for text in texts:
        if not times or time.monotonic() < end:
            times.append(page.evaluate("text => __drive.type(text)", text))
    page.context.close()
    return times


def _percentile(values: Sequence[float], share: int) -> float:
    """The smallest value that `share` % of the values do not exceed."""
    ordered = sorted(values)
    return ordered[math.ceil(len(ordered) * share / 100) - 1]
