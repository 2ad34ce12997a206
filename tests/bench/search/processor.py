"""The same two waits in time of processor: what the page's own thread worked between a key and its answer.

Other programs take the processor away and give it back; the clock counts that, this does not. Chromium
tells it with each mark of the page (`tts` of its trace, microseconds). Work of other threads is not counted.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from playwright.sync_api import Browser, Page

from tests.bench.search.engines import Engine
from tests.search import drive

_MARKS = ("asked", "answered")
_TURNS = 3
"""Each wait is worked as many times, and the least disturbed kept: other programs slow even its own time."""


def ready(browser: Browser, engine: Engine, url: str, text: str) -> float:
    """Milliseconds of work from the first focus to the first answer."""
    return min(
        _worked(browser, drive.opened(browser, url, scripts=engine.scripts), "first", [text])[0]
        for _ in range(_TURNS)
    )


def keys(
    browser: Browser, engine: Engine, url: str, texts: Sequence[str], scripts: Sequence[str]
) -> list[float]:
    """Milliseconds of work at each key; `scripts` run in the page before the engine's own."""
    turns = []
    for _ in range(_TURNS):
        page = drive.opened(browser, url, scripts=[*scripts, *engine.scripts])
        page.evaluate("text => __drive.first(text)", "bonjour")
        turns.append(_worked(browser, page, "type", texts))
    return [min(key) for key in zip(*turns, strict=True)]


def _worked(browser: Browser, page: Page, how: str, texts: Sequence[str]) -> list[float]:
    browser.start_tracing(page=page, categories=["-*", "blink.user_timing"])
    for text in texts:
        page.evaluate(f"text => __drive.{how}(text)", text)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    page.context.close()
    marks = sorted((one for one in events if one.get("name") in _MARKS), key=lambda one: one["ts"])
    return [
        (after["tts"] - before["tts"]) / 1000 for before, after in zip(marks[::2], marks[1::2], strict=True)
    ]
