"""What Lighthouse says of several sites → one Markdown table, and what costs ours points."""

from __future__ import annotations

from collections.abc import Mapping

from tests.bench.light.lighthouse import CATEGORIES, Report
from tests.bench.search.tables import table

HEAD = (
    "page", "site", "performance", "accessibilité", "bonnes pratiques", "SEO",
    "TBT", "CLS", "LCP", "poids", "demandes", "machine",
)  # fmt: skip


def report(found: Mapping[tuple[str, str], Report]) -> str:
    """(Kind, site) → report, as a table by kind; then the audits that cost points, by page."""
    kinds = list(dict.fromkeys(kind for kind, _ in found))
    rows = [(key, found[key]) for kind in kinds for key in found if key[0] == kind]
    lines = [table(HEAD, [[kind, site, *_cells(one)] for (kind, site), one in rows]), ""]
    lines += [f"- {kind}, {site} : {', '.join(one.wanting)}" for (kind, site), one in rows if one.wanting]
    return "\n".join(lines)


def summary(one: Report) -> str:
    """A report on one line."""
    return " · ".join(f"{name} {cell}" for name, cell in zip(HEAD[2:], _cells(one), strict=True))


def _cells(one: Report) -> list[str]:
    return [
        *(f"{one.scores[name]:.0f}" for name in CATEGORIES),
        f"{one.tbt:.0f} ms",
        f"{one.cls:.3f}".replace(".", ","),
        f"{one.lcp / 1000:.1f} s".replace(".", ","),
        f"{one.weight / 1000:.0f} ko",
        f"{one.requests:.0f}",
        f"{one.benchmark:.0f}",
    ]
