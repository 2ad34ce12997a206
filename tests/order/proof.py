"""Proves offer/trainings/*.yml against the text of Annexe 2, from those files and the text alone.

    python -m tests.order.proof     (needs the source documents beside the project)

(a) codes: every ROME and NSF code of the text is in a row of its domain, as often, and vice versa;
(b) characters: the text less leftovers.tsv equals the rows’ cells, letter by letter, in sequence;
    a row cut by a page must equal « cells before the page, then the rest of those cells »;
(c) vocabulary: levels, types and territories are of the closed lists, expansions recomputed here;
(d) a summary. Exit 1 if anything fails.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter, defaultdict

import yaml

from tests.order.table import COLUMNS, LAST, cells, check, cut, failures, letters, load
from tests.projects import ROOT

ROME = re.compile(r"(?<![A-Za-z])([A-N])\s?(\d{4})(?!\d)")
NSF = re.compile(r"(?<![\dA-Z.])(?<![A-N] )(\d{3}[a-z]?)(?![\da-z])")
# A label that no row prints whole on one page: « …espaces | verts, terrains de sport) » (agriculture-05).
CUT_LABELS = {"Aménagement paysager (parcs, jardins, espaces verts, terrains de sport)"}


def prove_characters(lines: dict[int, str], leftovers: dict[int, str], domains: list[dict]) -> None:
    """(b): walk the text and the rows together."""
    titles = [n for n, kind in sorted(leftovers.items()) if kind == "domain title"]
    total = 0
    for domain, start, end in zip(domains, titles, [*titles[1:], LAST + 1], strict=True):
        stream, breaks = "", []
        for n in range(start, end):
            if n not in leftovers:
                if lines[n].startswith(" ") and letters(lines[n]):
                    breaks.append(len(stream))
                stream += letters(lines[n])
        place = 0
        for row in domain["trainings"]:
            columns = cells(row)
            size = sum(map(len, columns))
            segment = stream[place : place + size]
            if "".join(columns) != segment:
                moved = cut(columns, segment, [b - place for b in breaks if 0 < b - place < size])
                check(moved is not None, f"{row['id']}: cut by a page, goes on with {moved}")
            place += size
        total += place
        check(
            place == len(stream),
            f"{domain['id']}: {place} letters and digits, all in its {len(domain['trainings'])} rows, in sequence",
        )
    outside = sum(len(letters(lines[n])) for n in leftovers)
    every = sum(len(letters(text)) for text in lines.values())
    check(
        total + outside == every,
        f"{every} letters and digits = {total} in rows + {outside} in {len(leftovers)} named leftover lines",
    )
    print("      leftover lines:", dict(Counter(leftovers.values())))


def prove_punctuation(lines: dict[int, str], leftovers: dict[int, str], domains: list[dict]) -> None:
    """Marks that are neither letters, digits nor spaces: what the rows no longer hold (separators)."""
    held: Counter[str] = Counter()
    for domain in domains:
        for row in domain["trainings"]:
            for column in COLUMNS:
                for v in row.get(column, []):
                    held.update(
                        c for c in (v if isinstance(v, str) else v["label"]) if not c.isalnum() and c != " "
                    )
    printed: Counter[str] = Counter()
    for n, text in lines.items():
        if n not in leftovers:
            printed.update(c for c in text.replace("'", "’") if not c.isalnum() and not c.isspace())
    print("      marks printed:", dict(printed))
    print(
        "      marks dropped (separators between elements, see docs/commande-regionale.md):",
        dict(printed - held),
    )
    held.subtract({"’": 1})  # « gestion de l’emploi », ADDED
    check(not held - printed, "no mark is in the rows that is not in the text")


def prove_labels(lines: dict[int, str], leftovers: dict[int, str], domains: list[dict]) -> None:
    """Each label and certification, marks and accents included, stands in the text as one run (spaces apart)."""
    text = "".join(lines[n] for n in sorted(lines) if n not in leftovers)
    run = re.sub(r"\s", "", text).replace("'", "’")
    for column in ("nsf", "certifications", "rome"):
        values = {
            v if isinstance(v, str) else v["label"]
            for d in domains
            for r in d["trainings"]
            for v in r.get(column, [])
        }
        missing = sorted(v for v in values if re.sub(r"\s", "", v) not in run and v not in CUT_LABELS)
        check(not missing, f"{len(values)} different {column} texts, each found whole in the text {missing}")


def prove_codes(lines: dict[int, str], leftovers: dict[int, str], domains: list[dict]) -> None:
    """(a): codes counted in the joined text of each domain and in its rows."""
    titles = [n for n, kind in sorted(leftovers.items()) if kind == "domain title"]
    for kind, pattern, key in (("ROME", ROME, "rome"), ("NSF", NSF, "nsf")):
        text_all: Counter[str] = Counter()
        rows_all: Counter[str] = Counter()
        for domain, start, end in zip(domains, titles, [*titles[1:], LAST + 1], strict=True):
            text = "\n".join(lines[n] for n in range(start, end) if n not in leftovers)
            found = Counter("".join(m.groups()) for m in pattern.finditer(text))
            rows = Counter(c["code"] for row in domain["trainings"] for c in row[key])
            if found != rows:
                check(False, f"{domain['id']} {kind}: text only {found - rows}, rows only {rows - found}")
            text_all += found
            rows_all += rows
        check(
            text_all == rows_all,
            f"{kind} codes: {sum(text_all.values())} printed ({len(text_all)} different), the same in the rows, domain by domain",
        )
        raw = Counter("".join(m.groups()) for m in pattern.finditer("\n".join(lines.values())))
        print(
            f"      in the raw text: {sum(raw.values())}; the difference is {dict(raw - text_all)} (URLs, page numbers)"
        )


def prove_vocabulary(domains: list[dict]) -> None:
    """(c): closed lists; territories_covered recomputed from offer/vocabulary/territories.yml."""
    places = yaml.load(
        (ROOT / "offer/vocabulary/territories.yml").read_text(encoding="utf-8"), yaml.BaseLoader
    )
    basins = [p for p in places if p["kind"] == "bassin"]
    check(len(basins) == 25 and sum("code" in p for p in basins) == 12, "25 bassins, 12 with a T code")
    known = {p["id"] for p in places}
    check(all(w in known for p in places for w in p.get("within", [])), "every `within` names a territory")
    names: dict[str, set[str]] = {}

    def plain(text: str) -> str:
        return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFD", text.lower()))

    for p in basins:
        names[plain(p["code"] if "code" in p else p["label"])] = {p["id"]}
    names["nord77"] = names["nordest77"]
    everyone = {p["id"] for p in basins}
    for word in ("Région", "Île-de-France", "Tous les bassins"):
        names[plain(word)] = everyone

    def meaning(text: str) -> set[str]:
        for word in (" sauf ", " hors "):
            if word in text:
                left, right = text.split(word)
                return meaning(left) - meaning(right)
        if " à " in text:
            low, high = (int(t.strip()[1:]) for t in text.split(" à "))
            return set().union(*(names[f"t{i}"] for i in range(low, high + 1)))
        return names[plain(text)]

    wrong = [
        r["id"]
        for d in domains
        for r in d["trainings"]
        if set().union(*map(meaning, r["territories"])) != set(r["territories_covered"])
    ]
    check(not wrong, f"territories expanded the same way twice {wrong}")
    order = [p["id"] for p in basins]
    check(
        all(
            r["territories_covered"] == sorted(set(r["territories_covered"]), key=order.index)
            for d in domains
            for r in d["trainings"]
        ),
        "covered territories: no repeat, one order",
    )
    for key, allowed in (("levels", {"I", "II", "III", "IV", "V", "VI"}), ("types", {"C", "P", "AQ"})):
        ok = all(
            r[key] and set(r[key]) <= allowed and len(set(r[key])) == len(r[key])
            for d in domains
            for r in d["trainings"]
        )
        check(ok, f"every row has {key}, of {sorted(allowed)}, none twice")
    ids = [r["id"] for d in domains for r in d["trainings"]]
    check(
        len(ids) == len(set(ids))
        and all(r["id"] == f"{d['id']}-{i:02d}" for d in domains for i, r in enumerate(d["trainings"], 1)),
        "ids: domain and rank, no repeat",
    )
    for key in ("nsf", "rome"):
        twice = [
            r["id"]
            for d in domains
            for r in d["trainings"]
            if len({c["code"] for c in r[key]}) != len(r[key])
        ]
        check(not twice, f"no {key} code twice in a row {twice}")


def prove_storekeeper(domains: list[dict]) -> None:
    """« Je veux devenir magasinier, j’habite à Roissy » (N1103, bassin Roissy-Le Bourget)."""
    rows = [r for d in domains for r in d["trainings"] if any(c["code"] == "N1103" for c in r["rome"])]
    here = [r for r in rows if "roissy-le-bourget" in r["territories_covered"]]
    expected = ("transport-logistique-07", ["VI", "V", "IV", "III"], ["C", "AQ"])
    check(
        [(r["id"], r["levels"], r["types"]) for r in here] == [expected],
        f"N1103 at Roissy: {expected}, of {len(rows)} rows with N1103",
    )


def summary(domains: list[dict]) -> None:
    """(d)."""
    rows = [r for d in domains for r in d["trainings"]]
    print(f"\n{'domain':44} rows  NSF ROME (different) certified")
    for d in domains:
        codes = [c["code"] for r in d["trainings"] for c in r["rome"]]
        nsf = {c["code"] for r in d["trainings"] for c in r["nsf"]}
        print(
            f"{d['id']:44} {len(d['trainings']):4} {len(nsf):4} {len(codes):4} {len(set(codes)):11} {sum('certifications' in r for r in d['trainings']):9}"
        )
    for key in ("levels", "types", "territories", "territories_covered"):
        print(f"\n{key}:", dict(Counter(v for r in rows for v in r[key]).most_common()))
    print(
        "certifications:",
        sum(len(r.get("certifications", [])) for r in rows),
        "in",
        sum("certifications" in r for r in rows),
        "rows",
    )
    for key in ("nsf", "rome"):
        labels: dict[str, set[str]] = defaultdict(set)
        for r in rows:
            for c in r[key]:
                labels[c["code"]].add(c["label"])
        print(f"\n{key} codes printed with several labels:")
        for code, several in sorted(labels.items()):
            if len(several) > 1:
                print("   ", code, sorted(several))


def main() -> int:
    """Prove everything; 1 if anything fails."""
    lines, leftovers, domains = load()
    prove_codes(lines, leftovers, domains)
    prove_characters(lines, leftovers, domains)
    prove_punctuation(lines, leftovers, domains)
    prove_labels(lines, leftovers, domains)
    prove_vocabulary(domains)
    prove_storekeeper(domains)
    summary(domains)
    print(f"\n{sum(len(d['trainings']) for d in domains)} rows, {len(failures)} failures")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
