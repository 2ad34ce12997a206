"""The zones of the map: at what moment of a pathway a scheme is of use.

Worked out from the model; `stage` on a sheet says otherwise where these rules see badly.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from generator.model.scheme import Scheme, Stage

STAGES: tuple[Stage, ...] = get_args(Stage)
"""In the order of the zones."""

STAGE_NAMES: Mapping[Stage, str] = {
    "inform": "S’informer",
    "recover": "Reprendre pied",
    "project": "Construire son projet",
    "basics": "Les bases",
    "prepare": "Se préparer",
    "qualify": "Se qualifier",
    "work": "Travailler",
}

_BASICS = frozenset({"french", "literacy", "digital", "english"})
_ADVICE = frozenset({"advice", "orientation"})
_BY_THEME: tuple[tuple[Stage, frozenset[str]], ...] = (
    ("qualify", frozenset({"qualification", "studies", "recognition"})),
    ("basics", frozenset({"french", "basic-skills", "digital-skills", "languages"})),
    ("prepare", frozenset({"work-study"})),
    ("recover", frozenset({"remobilisation", "mobility", "family", "housing-health", "income", "justice"})),
    ("work", frozenset({"employment", "business-creation"})),
)
"""When nothing says what a scheme gives, its subject does: the first that matches."""


def stage_of(scheme: Scheme) -> Stage:
    """The zone of a scheme: what its sheet says, else its nature, what it gives, its themes."""
    themes = frozenset(scheme.themes)
    if scheme.stage is not None:
        return scheme.stage
    if scheme.kind in ("goal", "contract"):
        return "qualify" if "qualification" in scheme.gives.abilities else "work"
    given = _given(scheme, themes)
    if given is not None:
        return given
    if scheme.kind in ("service", "support") and themes & _ADVICE:
        return "inform"
    return next((stage for stage, found in _BY_THEME if themes & found), "inform")


def _given(scheme: Scheme, themes: frozenset[str]) -> Stage | None:
    """By what it brings, the greatest first."""
    gives = scheme.gives.abilities
    if "qualification" in gives:
        return "qualify"
    if "project" in gives:
        return "project"
    if "readiness" in gives:
        return "recover" if "remobilisation" in themes else "prepare"
    return "basics" if _BASICS & set(gives) else None
