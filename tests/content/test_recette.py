"""docs/recette.md says what the witness profiles say today."""

from __future__ import annotations

import datetime

from generator import build
from generator.report import report
from tests import recette
from tests.projects import ROOT, TODAY


def test_the_acceptance_scenarios_are_current() -> None:
    verdict = build.check(ROOT, datetime.date.fromisoformat(TODAY))
    assert verdict.guide is not None, report(verdict.problems, "text")
    written = recette.FILE.read_text("utf-8")
    assert written == recette.recette(verdict.guide), "lancez : python -m tests.recette"
