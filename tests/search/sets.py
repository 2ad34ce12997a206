"""The graded queries: our two committed sets, and the development set where it is there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.projects import SHARED as BESIDE
from tests.search.judge import Query, Target

HERE = Path(__file__).parent
COMMITTED = HERE / "queries.yml"
"""A list of `{q, style, needs: {id: grade}, schemes: {record id: grade}}`."""
UNSEEN = HERE / "queries_unseen.jsonl"
"""Lines as in `SHARED`, written once the search was made, by someone who had read neither the guide's phrasings
nor its code: what the search does with words nobody thought of. Nothing is ever tuned on it."""
SHARED = BESIDE / "queries_dev.jsonl"
"""Lines of `{q, style, needs: [{id, grade}], schemes: [{name, grade}]}`; scheme names are families."""


def present() -> Mapping[str, tuple[Query, ...]]:
    """Each set that is on this machine, by its name."""
    readers = {COMMITTED: read_committed, UNSEEN: read_shared, SHARED: read_shared}
    return {path.name: read(path) for path, read in readers.items() if path.is_file()}


def read_committed(path: Path = COMMITTED) -> tuple[Query, ...]:
    """Our own set. Each scheme is a record."""
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8")) or []
    return tuple(
        Query(
            str(row["q"]),
            row["style"],
            _targets(([id], grade) for id, grade in (row.get("needs") or {}).items()),
            _targets(([id], grade) for id, grade in (row.get("schemes") or {}).items()),
        )
        for row in rows
    )


def read_shared(path: Path) -> tuple[Query, ...]:
    """A set whose schemes are families. Raises `KeyError` on a name that families.yml does not know."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    known = families()
    return tuple(
        Query(
            row["q"],
            row["style"],
            _targets(([one["id"]], one["grade"]) for one in row["needs"]),
            _targets((known[one["name"]], one["grade"]) for one in row["schemes"]),
        )
        for row in rows
    )


@cache
def families() -> Mapping[str, tuple[str, ...]]:
    """Name of a scheme as judges write it → ids of the sheets that count."""
    rows = yaml.safe_load((HERE / "families.yml").read_text("utf-8"))
    return {str(name): tuple(records) for name, records in rows.items()}


def _targets(rows: Iterable[tuple[Iterable[str], int]]) -> tuple[Target, ...]:
    return tuple(Target(frozenset(records), int(grade)) for records, grade in rows)
