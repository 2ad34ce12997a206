"""`python -m tests.bench light`: prints what Lighthouse says of our pages and of two other ways to publish them.

Stock mkdocs-material on the same page bodies, and a plain GOV.UK-style page of the same text (`plain.py`).
Mobile, the median of several runs, each in a browser of its own. Nothing is asserted: times depend on the
machine, whose own speed (`benchmarkIndex`) is printed. tests/site/test_weight.py asserts bytes and requests.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator import build
from tests.bench.light import lighthouse, plain, tables
from tests.bench.light.lighthouse import Report
from tests.bench.light.server import served
from tests.bench.search import command as search
from tests.bench.search import rivals
from tests.projects import ROOT

PAGES: Mapping[str, str] = {
    "accueil": "index.html",
    "besoin": "besoins/trouver-ma-voie/index.html",
    "dispositif": "dispositifs/pee/index.html",
    "parcours": "parcours/jeune-fragile-vers-formation/index.html",
    "recherche": "recherche/index.html",
    "faire le point": "faire-le-point/index.html",
}
"""The six kinds of page; where there are many of a kind, one of the heaviest."""
COMPARED = ("besoin", "dispositif", "parcours")
"""Kinds whose pages are texts, that the others show as well as ours."""
US, MATERIAL, PLAIN = "nous", "Material", "GOV.UK"


def main(arguments: Sequence[str]) -> int:
    """Measure; progress on standard error, a Markdown table on standard output."""
    options = _parser().parse_args(arguments)
    try:
        modules = rivals.node_modules(search.CACHE / "node")
        if modules is None:
            print("Il faut Node et npm pour Lighthouse.", file=sys.stderr)
            return 1
        found: dict[tuple[str, str], Report] = {}
        with tempfile.TemporaryDirectory(prefix="bench-light-") as name:
            for site, folder in _sites(Path(name), modules, options).items():
                with served(folder) as address:
                    for kind in options.pages if site == US else set(COMPARED) & set(options.pages):
                        found[kind, site] = _measured(modules, site, kind, address, options.runs)
    except (rivals.RivalError, lighthouse.LighthouseError) as error:
        print(error, file=sys.stderr)
        return 1
    print(tables.report(found))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench light", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="mesures de chaque page ; la médiane est gardée")
    parser.add_argument("--pages", nargs="+", choices=[*PAGES], default=[*PAGES], help="genres de pages")
    parser.add_argument("--alone", action="store_true", help="le guide seul, sans comparaison")
    parser.add_argument("--as-is", action="store_true", help="mesurer site/ sans le refaire")
    return parser


def _sites(folder: Path, modules: Path, options: argparse.Namespace) -> Mapping[str, Path]:
    """Name → folder to serve. Material is made from the page bodies of the build."""
    content = _left_as_is() if options.as_is else search.built(ROOT)
    sites = {US: ROOT / "site"}
    if not options.alone:
        (folder / "material").mkdir()
        sites[MATERIAL] = rivals.make_material(content, {}, folder / "material")
        names = [PAGES[kind] for kind in COMPARED]
        sites[PLAIN] = plain.make(content.project / "site", names, modules, folder / "plain")
    return sites


def _left_as_is() -> rivals.Content:
    guide = build.check(ROOT, search.DAY).guide
    if guide is None or not (ROOT / "site/index.html").is_file():
        raise rivals.RivalError("site/ n’est pas fait, ou une fiche a une erreur : ./site-build.sh")
    return rivals.Content(ROOT, guide)


def _measured(modules: Path, site: str, kind: str, address: str, runs: int) -> Report:
    reports = []
    for turn in range(1, runs + 1):
        reports.append(lighthouse.run(modules, address + PAGES[kind]))
        one = reports[-1]
        print(
            f"{site}, {kind}, mesure {turn} sur {runs} : {tables.summary(one)}", file=sys.stderr, flush=True
        )
    return lighthouse.median(reports)
