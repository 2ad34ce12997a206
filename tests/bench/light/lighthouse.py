"""Lighthouse on one page: what it says, as figures. Mobile, its own simulated slow telephone and network."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.chromium import path

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_CHROME = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
_PATIENCE = 240


class LighthouseError(Exception):
    """Lighthouse gave no report; the message is what it said."""


@dataclass(frozen=True, slots=True)
class Report:
    """One page, one run or the median of several. `scores`: of 100; ms; bytes on the wire, headers included."""

    scores: Mapping[str, float]
    tbt: float
    cls: float
    lcp: float
    weight: float
    requests: float
    benchmark: float
    """Lighthouse's own measure of the machine at that moment: under 1,000 or so, times mean little."""
    wanting: tuple[str, ...] = ()
    """Audits that cost points, « category: audit (score) »."""


def run(modules: Path, url: str) -> Report:
    """Ask Lighthouse once, with a browser of its own."""
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as folder:
        output = Path(folder, "report.json")
        command = [
            str(modules / ".bin/lighthouse"),
            url,
            "--quiet",
            "--output=json",
            f"--output-path={output}",
        ]
        command += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={_CHROME}"]
        environment = os.environ | {"CHROME_PATH": chromium(), "TMPDIR": folder}
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, timeout=_PATIENCE
        )
        if not output.is_file():
            raise LighthouseError(f"{url} : {(done.stdout + done.stderr)[-2000:]}")
        told = json.loads(output.read_text("utf-8"))
    if "runtimeError" in told:
        raise LighthouseError(f"{url} : {told['runtimeError']}")
    return read(told)


def chromium() -> str:
    """The Chromium of the browser tests."""
    found = path()
    if not found:
        raise LighthouseError("aucun Chromium ici")
    return found


def read(told: Mapping[str, Any]) -> Report:
    """A report of Lighthouse 12."""
    audits, categories = told["audits"], told["categories"]

    def value(name: str) -> float:
        return float(audits[name].get("numericValue") or 0)

    return Report(
        {name: round(100 * (categories[name]["score"] or 0)) for name in CATEGORIES},
        value("total-blocking-time"),
        value("cumulative-layout-shift"),
        value("largest-contentful-paint"),
        value("total-byte-weight"),
        len(audits["network-requests"]["details"]["items"]),
        float(told["environment"]["benchmarkIndex"]),
        tuple(
            f"{name}: {ref['id']} ({audits[ref['id']]['score']})"
            for name in CATEGORIES
            for ref in categories[name]["auditRefs"]
            if ref["weight"] and (audits[ref["id"]]["score"] or 0) < 1 and _judged(audits[ref["id"]])
        ),
    )


def _judged(audit: Mapping[str, Any]) -> bool:
    return audit["scoreDisplayMode"] not in ("notApplicable", "informative", "manual")


def median(reports: Sequence[Report]) -> Report:
    """The median of each figure; what was wanting in any run."""

    def middle(figure: Callable[[Report], float]) -> float:
        return statistics.median(map(figure, reports))

    return Report(
        {name: middle(lambda one, name=name: one.scores[name]) for name in CATEGORIES},  # type: ignore[misc]
        middle(lambda one: one.tbt),
        middle(lambda one: one.cls),
        middle(lambda one: one.lcp),
        middle(lambda one: one.weight),
        middle(lambda one: one.requests),
        middle(lambda one: one.benchmark),
        tuple(sorted({name for one in reports for name in one.wanting})),
    )
