"""The build, top to bottom: read, check, render, write, hand over to MkDocs, publish."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from generator import checks, export, kept, pages, paper, site
from generator.edition import select
from generator.guide import Guide
from generator.load import load
from generator.offline import copies as offline
from generator.offline import sums
from generator.output import swap, write_tree, write_whole
from generator.problems import Problem, has_errors, in_reading_order

DEFAULT_EDITION = "ile-de-france"
NEW_SITE = "build/site-new"
NEW_COPIES = "build/dist-new"

Say = Callable[[str], None]


@dataclass(frozen=True)
class Verdict:
    """What was read and everything found wrong with it. `guide` only when it may be published."""

    guide: Guide | None
    problems: tuple[Problem, ...]


def docs_of(edition: str) -> str:
    """Where the pages of an edition are written before MkDocs wraps them."""
    return "build/docs" if edition == DEFAULT_EDITION else f"build/docs-{edition}"


def site_of(edition: str) -> str:
    """Where an edition is published: only the default one in `site/`."""
    return "site" if edition == DEFAULT_EDITION else f"build/editions/{edition}"


def copies_of(edition: str) -> str:
    """Where the copies of an edition are put: only the default one's in `dist/`."""
    return "dist" if edition == DEFAULT_EDITION else f"build/dist-{edition}"


def check(project: Path, today: datetime.date) -> Verdict:
    """Read and check everything, of every region; writes nothing."""
    content = load(project)
    problems = in_reading_order([*content.problems, *checks.run(content, today)])
    return Verdict(None if has_errors(problems) else content.guide, tuple(problems))


def write_pages(project: Path, guide: Guide, today: datetime.date, edition: str = DEFAULT_EDITION) -> int:
    """Write the pages and data of one edition of `guide`; returns how many files changed.

    Raises `edition.UnknownEditionError`.
    """
    chosen = select(guide, edition)
    return write_tree([*pages.render(chosen, today), *export.data(chosen)], project / docs_of(edition))


def prepare(project: Path, today: datetime.date, edition: str) -> Verdict:
    """Check, and write the pages when they may be published; the guide itself is not given back.

    Run in a process of its own, which returns its memory before MkDocs starts.
    """
    verdict = check(project, today)
    if verdict.guide is not None:
        write_pages(project, verdict.guide, today, edition)
    return Verdict(None, verdict.problems)


def build(
    project: Path, today: datetime.date, say: Say, edition: str = DEFAULT_EDITION, copies: bool = True
) -> Verdict:
    """Build one edition and its copies. Nothing published changes unless everything succeeded.

    Raises `site.SiteError` when MkDocs refuses the pages, `edition.UnknownEditionError`.
    """
    say("Lecture, vérification, écriture des pages…")
    with ProcessPoolExecutor(max_workers=1) as worker:
        verdict = worker.submit(prepare, project, today, edition).result()
    if has_errors(verdict.problems):
        return verdict
    say("Mise en page du site (MkDocs)…")
    site.make(project, docs_of(edition), project / NEW_SITE, today)
    if copies:
        say("Copies à emporter…")
        made = offline.make(project / docs_of(edition), project / NEW_SITE, project / NEW_COPIES, today)
        say("\n".join(f"  {one.told()}" for one in made))
    else:
        offline.none_made(project / NEW_SITE)
    kept.add_to(project / NEW_SITE)
    published = project / site_of(edition)
    published.parent.mkdir(parents=True, exist_ok=True)
    swap(project / NEW_SITE, published)
    if copies:
        swap(project / NEW_COPIES, project / copies_of(edition))
    return verdict


def print_book(
    project: Path, today: datetime.date, say: Say, edition: str = DEFAULT_EDITION
) -> tuple[Verdict, Path | None]:
    """Print one edition beside its copies, and offer it on its site where there is one.

    The path is None, and nothing changes, when a sheet is wrong.
    Raises `paper.press.NoPressError` before anything is read, `edition.UnknownEditionError`.
    """
    paper.press.tools()
    say("Lecture, vérification…")
    verdict = check(project, today)
    if verdict.guide is None:
        return verdict, None
    say("Mise en pages du guide imprimé : quelques minutes…")
    book = paper.printed(select(verdict.guide, edition), today)
    new, published = project / NEW_SITE, project / site_of(edition)
    offered = (published / "index.html").is_file()
    if offered:
        shutil.rmtree(new, ignore_errors=True)
        shutil.copytree(published, new)
        offline.offer(new, book)
        kept.add_to(new)
    path = project / copies_of(edition) / book.path
    write_whole(path, book.content)
    sums.write(path.parent)
    if offered:
        swap(new, published)
    return verdict, path
