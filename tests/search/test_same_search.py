"""Python makes the index, the browser reads it: the same words, the same ranking, on thousands of texts."""

from __future__ import annotations

import datetime
import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.edition import select
from generator.guide import Guide
from generator.load import load
from generator.search import index, script
from generator.search.entries import entries
from generator.search.words import reader, split
from generator.views.shared import Library
from tests.conftest import until
from tests.projects import ROOT
from tests.search import sets

pytestmark = pytest.mark.browser


@cache
def guide() -> Guide:
    found = load(ROOT).guide
    assert found is not None
    return select(found, "ile-de-france")


@cache
def texts() -> tuple[str, ...]:
    """Every way of saying a need, every sheet's own words, and what people type: some 10,000 texts."""
    said = [phrase for need in guide().needs.values() for phrase in need.phrasings]
    named = [name for job in guide().vocabulary.jobs.values() for name in job.everyday]
    sheets = [
        text for one in guide().schemes.values() for text in (one.title, one.simple, one.person.summary)
    ]
    towns = [town.label for town in guide().vocabulary.towns.values()]
    return (*said, *named, *sheets, *towns, *(query.text for query in sets.read_committed()))


@pytest.fixture(scope="module")
def engine(browser: Browser, site: Path) -> Iterator[Page]:
    """A page of the built site on which the search is ready."""
    page = browser.new_context().new_page()
    page.goto(f"{site.as_uri()}/recherche/index.html?q=essai")
    until(page, "Boolean(window.poc && window.poc.search)")
    yield page
    page.context.close()


FIRST = """texts => texts.map(text => {
  const search = poc.search, result = poc.rank.find(search, text);
  const first = result.needs.find(one => search.entries[one.entry].kind === "need");
  return [poc.answer.refused(search, result), search.entries[first.entry].id];
})"""
"""Of each text: whether it is refused, and the first need."""


def test_both_read_the_same_words(engine: Page) -> None:
    reading = script.reader_of(guide())
    told: list[list[str]] = engine.evaluate(
        "texts => texts.map(text => poc.words.of(text, poc.search.sayings))", list(texts())
    )
    differ = [
        (text, here, there)
        for text, there in zip(texts(), told, strict=True)
        if (here := reading.words(text)) != there
    ]
    assert differ == []
    assert len(texts()) > 9000


def test_both_stem_every_word_of_the_guide_alike(engine: Page) -> None:
    reading = reader([])
    found = sorted(
        {word for text in texts() for word in split(text)} | set(re.findall("[a-z]+", "abc formasion"))
    )
    there: list[str] = engine.evaluate("words => words.map(poc.words.stem)", found)
    assert [reading.words(word) for word in found] == [[one] for one in there]
    assert len(found) > 5000


def test_every_town_and_territory_is_found_by_its_name(engine: Page) -> None:
    """Python sorts the names, the browser halves its way to them: one out of order, and towns would vanish."""
    vocabulary = guide().vocabulary
    around = [one.label for one in vocabulary.territories.values() if one.kind in ("departement", "bassin")]
    names = sorted({*around, *(town.label for town in vocabulary.towns.values())})
    found: list[list[str]] = engine.evaluate(
        """names => names.map(name => poc.places.read(poc.search.places, poc.words.split(name))
             .places.map(place => place.name))""",
        names,
    )
    known = [name for name in names if len("".join(split(name))) > 3]
    lost = [name for name, told in zip(names, found, strict=True) if name in known and name not in told]
    assert lost == []
    assert len(known) > 1200


def test_no_town_said_by_its_first_word_changes_the_need(engine: Page) -> None:
    towns = sorted({split(town.label)[0] for town in guide().vocabulary.towns.values()})
    asked = ["magasinier", "je veux passer le permis", "zzzxqw"]
    told: dict[str, list[Any]] = engine.evaluate(
        """([towns, asked]) => {
             const first = text => { const result = poc.rank.find(poc.search, text, false);
               return { guessed: result.places.some(one => one.guess),
                 first: poc.answer.to(poc.search, result, {}).slice(0, 1).map(one => one.rows[0].entry.id) }; };
             return Object.fromEntries(asked.map(text => { const alone = first(text + " à").first;
               return [text, towns.map(town => [town, first(text + " à " + town)])
                 .filter(row => row[1].guessed).map(row => [row[0], String(row[1].first) === String(alone)])]; }));
           }""",
        [towns, asked],
    )
    changed = {text: [town for town, same in rows if not same] for text, rows in told.items()}
    assert changed == {text: [] for text in asked}
    assert all(len(rows) > 150 for rows in told.values())


def test_a_job_typed_alone_is_answered_by_the_need_of_its_trainings(engine: Page) -> None:
    said: dict[str, set[str]] = {}
    for domain in guide().domains.values():
        for code in {job.code for training in domain.trainings for job in training.rome}:
            said.setdefault(code, set()).add(domain.need or "")
    jobs = guide().vocabulary.jobs
    typed = [(name, said[code]) for code in said for name in jobs[code].everyday]
    assert len(typed) > 1500
    answers = engine.evaluate(FIRST, [name for name, _ in typed])
    assert [name for (name, _), (refused, _) in zip(typed, answers, strict=True) if refused] == []
    others = [
        (name, need) for (name, needs), (_, need) in zip(typed, answers, strict=True) if need not in needs
    ]
    assert len(others) <= len(typed) * 0.04, others  # « nounou » says childcare first: that is right


NOT_JOBS = {
    "crèche": "faire-garder-mes-enfants",
    "j’ai des enfants": "faire-garder-mes-enfants",
    "garde d’enfants": "faire-garder-mes-enfants",
    "français": "parler-francais",
    "j’ai pas d’ordinateur": "me-servir-du-numerique",
    "salon des métiers": "decouvrir-un-metier",
    "santé": "logement-sante-papiers",
    "entreprise": "creer-mon-activite",
    "retraite": None,
    "maison": None,
    "mon chien": None,
    "ma femme de": None,
    "vacances": None,
}
"""Words that names of jobs hold too: the need they say, or none where the guide has no answer."""


def test_a_word_of_the_name_of_a_job_is_not_a_job(engine: Page) -> None:
    answers = engine.evaluate(FIRST, [*NOT_JOBS])
    assert {
        text: None if refused else need for text, (refused, need) in zip(NOT_JOBS, answers, strict=True)
    } == NOT_JOBS


def test_every_result_says_why_it_is_there(engine: Page) -> None:
    asked = [query.text for query in sets.read_committed()]
    told = engine.evaluate(
        """asked => asked.flatMap(text => poc.answer.to(poc.search, poc.rank.find(poc.search, text), {})
          .flatMap(group => group.rows.map(row => [text, row.entry.id, row.why.label, row.why.text])))""",
        asked,
    )
    assert len(told) > 5000
    whole = ("Vous l’avez nommé", "Vous avez nommé un métier", "Vous avez nommé un dispositif")
    assert [row for row in told if row[2] not in whole and not (row[2] and row[3])] == []


def test_lunr_ranks_alike_in_both(engine: Page) -> None:
    """lunr.py over its own index, lunr.js over the packed one: the same documents, the same scores."""
    reading = script.reader_of(guide())
    rows = index.documents(entries(Library(guide(), datetime.date(2026, 11, 21))), reading)
    whole, terms = index.indexed(rows).build(), index.pack(rows).terms
    ranks = {term: rank for rank, term in enumerate(terms)}
    asked = [
        sorted({ranks[word] for word in reading.words(text) if word in ranks})[:6] for text in texts()[::60]
    ]
    there: list[list[list[Any]]] = engine.evaluate(
        """all => all.map(ranks => poc.index.search(poc.search.index,
             ranks.map(rank => ({rank: rank, boost: 1, fields: ["name", "text"]})))
             .slice(0, 10).map(one => [Number(one.ref), one.score]))""",
        asked,
    )
    for wanted, found in zip(asked, there, strict=True):
        query = whole.create_query(["name", "text"])
        for rank in wanted:
            query.term(terms[rank], use_pipeline=False)
        scores = {int(one["ref"]): one["score"] for one in whole.query(query)}
        best = sorted(scores.values(), reverse=True)[: len(found)]
        assert [score for _, score in found] == pytest.approx(best, abs=0.01)
        assert all(score == pytest.approx(scores[number], abs=0.01) for number, score in found)
    assert len(asked) > 150


def test_what_a_search_loads_stays_under_200_kilobytes(site: Path) -> None:

    loaded = [site / "assets" / name for name in ("search.js", "search-data.js", "page.js")]
    assert sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in loaded) <= 200_000
