"""`python -m tests.bench`: measures builds of 100, 1,000 and 10,000 sheets and prints Markdown tables.

Nothing is asserted: seconds depend on the machine, and ratios are for people to read. Everything is
built in temporary folders. `python -m tests.bench search` measures the search instead, and
`python -m tests.bench light` the pages as their readers get them.
"""

from __future__ import annotations

import argparse
import datetime
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from generator import site
from tests.bench import rivals, sheets
from tests.bench.measure import CommandError, Measure, measure
from tests.bench.tables import Runs, report
from tests.projects import ROOT, TODAY

DAY = datetime.date.fromisoformat(TODAY)
MARK = "(MkDocs)"
"""In the sentence `generator.build` prints once pages are written and MkDocs begins."""


def main() -> int:
    """Measure each size; progress on standard error, tables on standard output."""
    if sys.argv[1:2] == ["search"]:
        from tests.bench.search import command  # noqa: PLC0415  # needs a browser, which builds do not

        return command.main(sys.argv[2:])
    if sys.argv[1:2] == ["light"]:
        from tests.bench.light import command as light  # noqa: PLC0415  # needs Node and a browser

        return light.main(sys.argv[2:])
    options = _parser().parse_args()
    results: dict[int, Runs] = {}
    try:
        for size in sorted(set(options.sizes)):
            with tempfile.TemporaryDirectory(prefix="bench-") as name:
                results[size] = _runs(Path(name), size, options.repeat)
    except CommandError as error:
        print(error, file=sys.stderr)
        return 1
    print(report(results))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--sizes", type=_count, nargs="+", default=[100, 1_000, 10_000], help="nombres de fiches"
    )
    parser.add_argument(
        "--repeat", type=_count, default=1, help="mesures de chaque chose ; la médiane est gardée"
    )
    return parser


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("il faut un nombre entier, à partir de 1")
    return number


def _runs(folder: Path, size: int, repeat: int) -> Runs:
    """The three things, one after the other, as many times as asked: noise falls on all alike."""
    _say(f"{size} fiches : écriture…")
    project, by_hand = folder / "project", folder / "by-hand"
    project.mkdir()
    sheets.write_project(project, size)
    rivals.markdown_site(project, by_hand)
    found: list[Runs] = []
    for turn in range(1, repeat + 1):
        for leftover in (project / "build", project / "site", by_hand / "site", folder / "plain"):
            shutil.rmtree(leftover, ignore_errors=True)
        found.append(_one_turn(folder, project, by_hand))
        _say(f"{size} fiches, mesure {turn} sur {repeat} : {_summary(found[-1])}")
    return Runs(
        *(_median(column) for column in zip(*((r.ours, r.by_hand, r.plainly) for r in found), strict=True))
    )


def _one_turn(folder: Path, project: Path, by_hand: Path) -> Runs:
    python, environment = sys.executable, site.environment(DAY)
    ours = [python, "-m", "generator", "build", "--no-copies", "--project", str(project), "--today", TODAY]
    mkdocs = [python, "-m", "mkdocs", "build", "--quiet"]
    plainly = [python, "-m", "tests.bench.rivals", str(project), str(folder / "plain")]
    return Runs(
        measure(ours, ROOT, environment, MARK),
        measure(mkdocs, by_hand, environment),
        measure(plainly, ROOT, environment),
    )


def _median(measures: Iterable[Measure]) -> Measure:
    """The run whose processor time is the median (the lower one of two)."""
    ordered = sorted(measures, key=lambda one: one.processor.total)
    return ordered[(len(ordered) - 1) // 2]


def _summary(runs: Runs) -> str:
    named = {"nous": runs.ours, "(a)": runs.by_hand, "(b)": runs.plainly}
    return ", ".join(f"{name} {one.wall.total:.1f} s" for name, one in named.items())


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
