"""docs/recette.md says what the witness profiles say today."""

from __future__ import annotations

from generator.load import load
from tests import recette
from tests.projects import ROOT


def test_the_acceptance_scenarios_are_current() -> None:
    guide = load(ROOT).guide
    assert guide is not None
    written = recette.FILE.read_text("utf-8")
    assert written == recette.recette(guide), "lancez : python -m tests.recette"
