"""The choices of the filters, in the order the browser numbers them."""

from __future__ import annotations

from typing import Any

from generator.guide import Guide
from generator.views.order import of_kind

AGES = (
    (15, "Moins de 16 ans"),
    (17, "16 ou 17 ans"),
    (20, "De 18 à 25 ans"),
    (28, "De 26 à 29 ans"),
    (40, "De 30 à 44 ans"),
    (50, "45 ans et plus"),
)
"""An age of each band: no scheme begins or ends inside one (a test says so)."""


def filters(guide: Guide) -> dict[str, Any]:
    """Ages, situations and départements one may choose."""
    return {
        "ages": AGES,
        "statuses": [one.label for one in guide.vocabulary.statuses.values()],
        "departements": [one.label for one in of_kind(guide, "departement")],
    }
