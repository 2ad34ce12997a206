"""Sheets made up for one test, on top of the tiny guide."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.guide import Guide, by_id
from generator.model.scheme import Scheme
from generator.views.schemes import SchemePage, scheme_page
from generator.views.shared import Library

TODAY = datetime.date(2026, 11, 21)
BARE: Mapping[str, Any] = {
    "id": "nouveau",
    "title": "Un nouveau cours",
    "kind": "training",
    "status": "open",
    "region": "ile-de-france",
    "as_of": "2019-02",
    "simple": "Vous apprenez.",
    "person": {"summary": "Un cours."},
    "sources": [{"document": "pacte", "chapter": "Annexe 3"}],
}
CITED = {"document": "pacte", "chapter": "Annexe 3"}


def scheme(**changes: Any) -> Scheme:
    """A sheet of which almost nothing is known, with some fields filled."""
    return Scheme.model_validate({**BARE, **changes})


def with_scheme(guide: Guide, added: Scheme) -> Library:
    """The tiny guide with one more sheet."""
    return Library(replace(guide, schemes=by_id((*guide.schemes.values(), added))), TODAY)


def page_of(guide: Guide, **changes: Any) -> SchemePage:
    added = scheme(**changes)
    return scheme_page(with_scheme(guide, added), added)
