"""The build, top to bottom: read, check, render, write, hand over to MkDocs, publish."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator import checks, export, pages, site
from generator.guide import Guide
from generator.load import load
from generator.output import swap, write_tree
from generator.problems import Problem, has_errors, in_reading_order

DOCS = "build/docs"
NEW_SITE = "build/site-new"
SITE = "site"

Say = Callable[[str], None]


@dataclass(frozen=True)
class Verdict:
    """What was read and everything found wrong with it. `guide` only when it may be published."""

    guide: Guide | None
    problems: tuple[Problem, ...]


def check(project: Path, today: datetime.date) -> Verdict:
    """Read and check everything; writes nothing."""
    content = load(project)
    problems = in_reading_order([*content.problems, *checks.run(content, today)])
    return Verdict(None if has_errors(problems) else content.guide, tuple(problems))


def write_pages(project: Path, guide: Guide, today: datetime.date) -> int:
    """Fill `build/docs/` with the pages and data of `guide`; returns how many files changed."""
    return write_tree([*pages.render(guide, today), *export.data(guide)], project / DOCS)


def build(project: Path, today: datetime.date, say: Say) -> Verdict:
    """Build `site/`. Nothing published changes unless everything succeeded.

    Raises `site.SiteError` when MkDocs refuses the pages.
    """
    say("Lecture et vérification des fiches…")
    verdict = check(project, today)
    if verdict.guide is None:
        return verdict
    say("Écriture des pages…")
    write_pages(project, verdict.guide, today)
    say("Mise en page du site (MkDocs)…")
    site.make(project, project / NEW_SITE, today)
    swap(project / NEW_SITE, project / SITE)
    return verdict
