"""The bench of the search says what it measures: tables read from scores, rivals made of our records."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from generator import build
from tests.bench.search import rivals, tables
from tests.bench.search.speed import Speed
from tests.projects import ROOT, TODAY
from tests.search.judge import Query, Target, score

QUERY = Query("pas de bus", "barrier", (Target(frozenset({"me-deplacer"}), 3),))


def test_a_table_sets_the_engines_side_by_side() -> None:
    found, lost = score([QUERY], [[("need", "me-deplacer")]]), score([QUERY], [[]])
    text = tables.quality("jeu", {"nous": found, "autre": lost})
    assert "| jeu | style | n | nous | autre |" in text
    assert "| besoins, le bon en 1er (hit@1) | frein | 1 | 1.00 | 0.00 |" in text
    assert "sans réponse" not in text
    assert "| prête après le premier focus | 250 ms |" in tables.costs(
        "guide", {"nous": Speed(120, 250, 8, 20, 99, 200, 18)}
    )


def test_documents_are_all_the_records_with_phrasings_only_where_given(tmp_path: Path) -> None:
    guide = build.check(ROOT, datetime.date.fromisoformat(TODAY)).guide
    assert guide is not None
    library = tmp_path / "modules/minisearch/dist/umd/index.js"
    library.parent.mkdir(parents=True)
    library.write_text("")
    need = next(iter(guide.needs.values()))
    for given, expected in (({}, False), ({need.id: ["zig-zag-zog"]}, True)):
        content = rivals.Content(ROOT, guide)
        site = rivals.make_minisearch(content, given, tmp_path / str(expected), tmp_path / "modules")
        documents = json.loads((site / "documents.json").read_text("utf-8"))
        assert {one["record"] for one in documents if one["kind"] == "scheme"} == set(guide.schemes)
        assert any("zig-zag-zog" in one["text"] for one in documents) is expected
        assert not any(need.phrasings[-1] in one["text"] for one in documents if one["kind"] == "need")
