"""The table of Annexe 2 and the rows made of it, side by side: lines, cells, rows cut by a page."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import yaml

from tests.projects import ROOT, SHARED

HERE = Path(__file__).parent
SOURCE = next((SHARED / "sources").glob("003_*.txt"), SHARED / "sources/003.txt")
"""The text of the regional order’s annexe: document 003 of the guide’s list of sources."""
FIRST, LAST = 6430, 10318
COLUMNS = ("territories", "nsf", "certifications", "levels", "rome", "types")
# Words a row holds that its place in the source does not: (row, column) → (letters, why).
ADDED = {
    ("tertiaire-administratif-et-financier-14", "nsf"): (
        "lemploi",
        "cell cut short in the source at line 9757",
    ),
}
failures: list[str] = []


def check(holds: bool, what: str) -> None:
    """Print and remember one verdict."""
    print(("ok    " if holds else "FAIL  ") + what)
    if not holds:
        failures.append(what)


def letters(text: str) -> str:
    """Letters and digits only."""
    return "".join(c for c in unicodedata.normalize("NFC", text) if c.isalnum())


def load() -> tuple[dict[int, str], dict[int, str], list[dict]]:
    """Lines of the annexe; kind of each leftover line; domains in the order of the source."""
    whole = SOURCE.read_text(encoding="utf-8").split("\n")
    lines = {n: whole[n - 1] for n in range(FIRST, LAST + 1)}
    leftovers: dict[int, str] = {}
    for entry in (HERE / "leftovers.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        number, kind, text = entry.split("\t")
        check_line = lines[int(number)].strip()
        if check_line != text:
            check(False, f"leftover {number}: « {text} » is not « {check_line} »")
        leftovers[int(number)] = kind
    files = sorted((ROOT / "offer/trainings").glob("*.yml"))
    domains = [yaml.load(f.read_text(encoding="utf-8"), yaml.BaseLoader) for f in files]
    order = [lines[n].strip() for n, kind in sorted(leftovers.items()) if kind == "domain title"]
    check(
        sorted(d["title"] for d in domains) == sorted(order),
        f"{len(order)} domain titles, {len(files)} files",
    )
    return lines, leftovers, sorted(domains, key=lambda d: order.index(d["title"]))


def cells(row: dict) -> list[str]:
    """The row’s columns as letters, in the order of the table."""
    out = []
    for column in COLUMNS:
        values = row.get(column, [])
        text = letters(" ".join(v if isinstance(v, str) else f"{v['code']} {v['label']}" for v in values))
        added = ADDED.get((row["id"], column))
        if added:
            check(text.endswith(added[0]), f"{row['id']}: « {added[0]} » is added ({added[1]})")
            text = text.removesuffix(added[0])
        out.append(text)
    return out


def interleavings(columns: list[str], head: str, tail: str) -> list[tuple[int, ...]]:
    """Every way to take a beginning of each column so that they make `head`, the rests making `tail`."""
    if not columns:
        return [()] if not head and not tail else []
    found = []
    for size in range(len(columns[0]), -1, -1):
        first, rest = columns[0][:size], columns[0][size:]
        if head.startswith(first) and tail.startswith(rest):
            after = interleavings(columns[1:], head[len(first) :], tail[len(rest) :])
            found += [(size, *sizes) for sizes in after]
    return found


def cut(columns: list[str], segment: str, breaks: list[int]) -> dict[str, str] | None:
    """How a row cut by a page reads: the end of each column that stands after the page break."""
    for at in breaks:
        found = interleavings(columns, segment[:at], segment[at:])
        if found:
            best = min(found, key=lambda sizes: sum(s < len(c) for s, c in zip(sizes, columns, strict=True)))
            return {n: c[s:] for n, c, s in zip(COLUMNS, columns, best, strict=True) if s < len(c)}
    return None
