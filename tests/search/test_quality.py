"""Floors under the quality of the search, on the committed sets and, where it is there, the shared one.

The floors are a little below what was measured, so that a change of content does not break them; what was
measured is in the README. `python -m tests.search.judge --misses` prints the details.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.search.words import split
from generator.source import read
from tests.projects import ROOT
from tests.search import drive, judge, sets

pytestmark = pytest.mark.browser

FLOORS = {
    "queries.yml": {"need hit@1": 0.78, "need hit@3": 0.91, "scheme hit@5": 0.84, "refused": 0.55},
    "queries_unseen.jsonl": {"need hit@1": 0.83, "need hit@3": 0.91, "scheme hit@5": 0.88, "refused": 0.85},
    "queries_dev.jsonl": {"need hit@1": 0.80, "need hit@3": 0.93, "scheme hit@5": 0.88, "refused": 0.80},
}


@pytest.mark.parametrize("name", FLOORS)
def test_people_find_what_they_ask_for(name: str, browser: Browser, site: Path) -> None:
    queries = sets.present().get(name)
    if not queries:
        pytest.skip(f"{name} is not beside this checkout")
    with drive.served(site) as (address, _):
        page = drive.opened(browser, drive.ours(address))
        scores = judge.score(queries, drive.answers(page, [query.text for query in queries]))
        page.context.close()
    found = {measure: scores[measure][judge.ALL].mean for measure in FLOORS[name]}
    assert all(found[measure] >= floor for measure, floor in FLOORS[name].items()), found


def test_the_committed_queries_are_many_and_none_is_a_phrasing_of_a_need() -> None:
    queries = [tuple(split(query.text)) for query in sets.read_committed()]
    assert len(set(queries)) >= 200
    said = set()
    for path in sorted((ROOT / "offer/needs").glob("*.yml")):
        value = read(path.read_bytes(), path.name).value
        said |= {tuple(split(phrase)) for phrase in value["phrasings"]}
    assert not set(queries) & said
