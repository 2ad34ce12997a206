"""`python -m tests.bench search`: prints our search beside mkdocs-material's, Pagefind and MiniSearch.

How well each answers (tests/search/judge.py has the definitions), on the sets of queries that are here
(tests/search/sets.py); what each costs its reader, on the real content then on guides of
1,000 and 10,000 generated sheets. Everything is asked in Chromium over http: ours through its page,
Material through its own page, worker and lunr, Pagefind and MiniSearch by their API. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import datetime
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from generator import build, site
from generator.guide import Guide
from generator.search.script import search_script
from generator.views.shared import Library
from tests.bench import sheets
from tests.bench.search import rivals, speed, tables
from tests.bench.search.engines import SAID, Engine, engines, ours
from tests.bench.search.rivals import Content
from tests.projects import ROOT, TODAY
from tests.search import drive, sets
from tests.search.judge import Answer, Query, Scores, score

DAY = datetime.date.fromisoformat(TODAY)
CACHE = ROOT / "build/bench"
TYPED = 6
"""How many queries are typed letter by letter."""
PATIENT = 500
"""Above this many sheets, Material is left out: it indexes everything in the browser, for minutes."""


def main(arguments: Sequence[str]) -> int:
    """Measure; progress on standard error, tables on standard output."""
    options = _parser().parse_args(arguments)
    try:
        with drive.chromium() as browser:
            if options.alone:
                content = built(ROOT)
                _ours(browser, f"{len(content.guide.schemes)} fiches (le guide)", ROOT / "site")
                for size in options.sizes:
                    _alone(browser, size)
            else:
                _beside_others(browser, options)
    except rivals.RivalError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench search", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1_000, 10_000], help="nombres de fiches")
    less = parser.add_mutually_exclusive_group()
    less.add_argument("--alone", action="store_true", help="notre recherche seule, sans fabriquer les pages")
    less.add_argument("--no-speed", action="store_true", help="les réponses seulement, sans les temps")
    return parser


def _beside_others(browser: Browser, options: argparse.Namespace) -> None:
    modules = rivals.node_modules(CACHE / "node")
    if modules is None:
        _say("Node ou npm manque ici : Pagefind et MiniSearch ne sont pas mesurés.")
    _real(browser, modules, options)
    for size in options.sizes:
        _grown(browser, modules, size)


def _real(browser: Browser, modules: Path | None, options: argparse.Namespace) -> None:
    """Answers and costs on the guide itself."""
    content = built(ROOT)
    with tempfile.TemporaryDirectory(prefix="bench-search-") as name:
        found = _made(content, Path(name), modules, said=True)
        for title, queries in sets.present().items():
            print(
                tables.quality(title, _scores(browser, found, queries, content.guide)), end="\n\n", flush=True
            )
        if not options.no_speed:
            plain = [engine for engine in found if not engine.name.endswith(SAID)]
            print(tables.costs(f"{len(content.guide.schemes)} fiches (le guide)", _speeds(browser, plain)))


def _grown(browser: Browser, modules: Path | None, size: int) -> None:
    """Costs on a guide of `size` generated sheets."""
    with tempfile.TemporaryDirectory(prefix="bench-search-") as name:
        content = built(_generated(Path(name), size))
        found = _made(content, Path(name), modules, said=False, material=size <= PATIENT)
        print(f"\n{tables.costs(f'{size} fiches', _speeds(browser, found))}", flush=True)


def _alone(browser: Browser, size: int) -> None:
    """Costs of our search on a guide of `size` generated sheets: its data in our own site, no page made.

    All the pages of 10,000 sheets, and the other engines over them, take an hour; this takes minutes.
    """
    with tempfile.TemporaryDirectory(prefix="bench-search-") as name:
        project, copy = _generated(Path(name), size), Path(name, "site")
        guide = build.check(project, DAY).guide
        if guide is None:
            raise rivals.RivalError(f"{project} : les fiches ne se lisent pas")
        shutil.copytree(ROOT / "site", copy)
        (copy / "assets/search-data.js").write_text(search_script(Library(guide, DAY)), "utf-8")
        _ours(browser, f"{size} fiches", copy)


def _ours(browser: Browser, title: str, root: Path) -> None:
    print(f"\n{tables.costs(title, _speeds(browser, [ours(root)]))}", flush=True)


def _generated(folder: Path, size: int) -> Path:
    """A project of `size` generated sheets."""
    project = folder / "project"
    project.mkdir()
    sheets.write_project(project, size)
    return project


def built(project: Path) -> Content:
    """The project, built as its readers get it."""
    _say(f"{project.name} : fabrication du guide…")
    command = [
        sys.executable,
        "-m",
        "generator",
        "build",
        "--no-copies",
        "--project",
        str(project),
        "--today",
        TODAY,
    ]
    done = subprocess.run(
        command, cwd=ROOT, env=site.environment(DAY), capture_output=True, text=True, check=False
    )
    guide: Guide | None = build.check(project, DAY).guide
    if done.returncode != 0 or guide is None:
        raise rivals.RivalError(f"{project} : {(done.stdout + done.stderr)[-3000:]}")
    return Content(project, guide)


def _made(
    content: Content, folder: Path, modules: Path | None, said: bool, material: bool = True
) -> list[Engine]:
    _say("fabrication des autres recherches sur le même contenu…")
    shutil.rmtree(folder / "others", ignore_errors=True)
    return list(engines(content, folder / "others", modules, said, material))


def _scores(
    browser: Browser, found: Sequence[Engine], queries: Sequence[Query], guide: Guide
) -> Mapping[str, Scores]:
    scores = {}
    for engine in found:
        _say(f"{engine.name} : {len(queries)} demandes…")
        with drive.served(engine.root) as (address, _):
            page = drive.opened(browser, address + engine.page + engine.all, scripts=engine.scripts)
            page.evaluate("text => __drive.first(text)", "bonjour")
            answers = drive.answers(page, [query.text for query in queries])
            page.context.close()
        scores[engine.name] = score(queries, [_sheets(guide, answer) for answer in answers])
    return scores


def _sheets(guide: Guide, answer: Answer) -> Answer:
    """Lists such as `dispositifs/par-theme/` have the address of a sheet and take no place among sheets."""
    sheets_of = {"need": guide.needs.keys(), "scheme": guide.schemes.keys()}
    return [(kind, record) for kind, record in answer if record in sheets_of.get(kind, (record,))]


def _speeds(browser: Browser, found: Sequence[Engine]) -> Mapping[str, speed.Speed]:
    """On queries spread over the first set, always the same ones."""
    queries = next(iter(sets.present().values()))
    texts = [query.text for query in queries[:: len(queries) // TYPED or 1]][:TYPED]
    speeds = {}
    for engine in found:
        _say(f"{engine.name} : temps et poids…")
        speeds[engine.name] = speed.measure(browser, engine, texts)
    return speeds


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
