"""The page « Emporter le guide »: where the copies are, and the address to scan when there is one."""

from __future__ import annotations

from dataclasses import dataclass

import segno

from generator.model.site import Site

BORDER = 4
"""Modules of white around a code, as ISO/IEC 18004 asks."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code: its address, its side in modules (border included), its black modules as an SVG path."""

    address: str
    side: int
    path: str


@dataclass(frozen=True, slots=True)
class TakingPage:
    """What the page needs. Sizes come later, once the copies are made (`generator.offline.taking`)."""

    code: Code | None


def taking(site: Site) -> TakingPage:
    """The page of this edition."""
    return TakingPage(code(site.address) if site.address else None)


def code(address: str) -> Code:
    """The QR code of an address; each row of black modules is one stroke."""
    rows = tuple(segno.make(address, error="m", micro=False).matrix)
    strokes = []
    for y, row in enumerate(rows):
        text = "".join("1" if dark else "0" for dark in row)
        x = 0
        for run in text.replace("01", "0 1").replace("10", "1 0").split():
            if run[0] == "1":
                strokes.append(f"M{x + BORDER} {y + BORDER}h{len(run)}v1h-{len(run)}z")
            x += len(run)
    return Code(address, len(rows) + 2 * BORDER, "".join(strokes))
