"""The bench of the pages says what it measures: figures read from a report, a server like a real one."""

from __future__ import annotations

import gzip
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from tests.bench.light import lighthouse, plain, tables
from tests.bench.light.command import COMPARED, PAGES
from tests.bench.light.server import served

BUILT = """<html><head><title>Me déplacer</title><meta name="description" content="« Aller » & venir"></head><body>
<header><h1>Menu</h1></header><main><div class="x"><h1>Me <svg><text>dessin</text></svg>déplacer</h1>
<p onclick="x()">Un <a href="../bus/index.html" data-x="1">bus</a> &lt;ici&gt;<br>là.</p><button>Copier</button></div></main>
<footer><p>Pied</p></footer></body></html>"""


def told(tbt: float, score: float = 1) -> dict[str, Any]:
    """A report of Lighthouse, the parts that are read."""
    audit = {"score": score, "numericValue": tbt, "scoreDisplayMode": "numeric"}
    names = (
        "total-blocking-time",
        "cumulative-layout-shift",
        "largest-contentful-paint",
        "total-byte-weight",
    )
    kinds = {one: {"score": score, "auditRefs": []} for one in lighthouse.CATEGORIES}
    kinds["seo"]["auditRefs"] = [{"id": "total-blocking-time", "weight": 1}]
    requests = {"details": {"items": [{}, {}, {}]}}
    return {
        "audits": dict.fromkeys(names, audit) | {"network-requests": requests},
        "categories": kinds,
        "environment": {"benchmarkIndex": 900},
    }


def test_the_median_of_several_runs_is_kept_and_what_costs_points_is_named() -> None:
    one = lighthouse.median(
        [lighthouse.read(told(tbt, score)) for tbt, score in ((9, 1), (500, 0.5), (40, 1))]
    )
    assert (one.tbt, one.scores["seo"], one.requests) == (40, 100, 3)
    assert one.wanting == ("seo: total-blocking-time (0.5)",)
    text = tables.report({("besoin", "nous"): one, ("accueil", "nous"): one, ("besoin", "Material"): one})
    rows = [line.split(" | ")[:2] for line in text.splitlines() if line.startswith("| ")]
    assert rows[2:] == [["| besoin", "nous"], ["| besoin", "Material"], ["| accueil", "nous"]]
    assert "| 40 ms |" in text and "- accueil, nous : seo: total-blocking-time (0.5)" in text


def test_the_server_compresses_and_says_what_the_site_asks(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/guide.css").write_text("p { color: red }" * 50, "utf-8")
    (tmp_path / "index.html").write_text("<p>été</p>" * 50, "utf-8")
    (tmp_path / "_headers").write_text("/*\n  Content-Security-Policy: default-src 'none'\n", "utf-8")
    with served(tmp_path) as address:
        ask = urllib.request.Request(f"{address}assets/guide.css?x", headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(ask) as answer:
            body = answer.read()
            assert gzip.decompress(body).startswith(b"p {") and len(body) < 100
            assert answer.headers["Content-Encoding"] == "gzip"
            assert answer.headers["Cache-Control"] == "max-age=600"
            assert answer.headers["Content-Security-Policy"] == "default-src 'none'"
        with urllib.request.urlopen(address) as answer:
            assert (
                answer.read().decode().startswith("<p>été") and answer.headers["Cache-Control"] == "no-cache"
            )
        try:
            urllib.request.urlopen(f"{address}rien.html")
        except urllib.error.HTTPError as error:
            assert error.code == 404
        else:
            raise AssertionError("a page that does not exist was answered")


def test_a_plain_page_has_the_same_text_and_the_classes_of_govuk() -> None:
    made = plain.page(BUILT, "../../")
    assert '<h1 class="govuk-heading-l">Me déplacer</h1>' in made
    assert (
        '<p class="govuk-body">Un <a href="../bus/index.html" class="govuk-link">bus</a> &lt;ici&gt;<br>là.</p>'
        in made
    )
    assert "Menu" not in made and "Pied" not in made and "Copier" not in made and "dessin" not in made
    assert 'content="« Aller » &amp; venir"' in made and "../../govuk-frontend.min.css" in made


def test_the_six_kinds_of_page_are_in_the_guide(site: Path) -> None:
    assert set(COMPARED) <= PAGES.keys() and len(PAGES) == 6
    assert [name for name in PAGES.values() if not (site / name).is_file()] == []
