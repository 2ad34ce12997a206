"""« Faire le point » in the real page says what the rules say: of the witnesses, and of people drawn at random."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.build import DEFAULT_EDITION, site_of
from generator.cli import main
from generator.edition import select
from generator.guide import Guide
from generator.load import load
from generator.model.question import Choice
from generator.model.situation import Witness
from generator.point.answers import asked, told
from tests import witnesses
from tests.browser.pointing import PAGE, answer, shown
from tests.conftest import Visit
from tests.point import cases
from tests.projects import ROOT

pytestmark = pytest.mark.browser

NOT_ASKED = {"english", "readiness", "experience"}
"""Levels the page does not ask: they stay « à vérifier »."""


@cache
def whole() -> Guide:
    """The real guide, every region in it."""
    found = load(ROOT).guide
    assert found is not None
    return found


def tells(choice: Choice, witness: Witness) -> bool:
    """Whether that answer is true of the witness and says something they have said."""
    here = witness.situation
    facts = [
        bool(set(choice.needs) & set(witness.needs)),
        here.age is not None
        and choice.age is not None
        and (choice.age_min or 0) <= here.age <= (choice.age_max if choice.age_max is not None else 120),
        bool(set(choice.statuses) & set(here.statuses)),
        choice.level is not None and choice.level == here.level,
        choice.territory is not None and choice.territory == here.territory,
        bool(choice.abilities.items() & here.abilities.items()),
    ]
    only_publics = not (
        choice.needs or choice.statuses or choice.level or choice.age is not None or choice.abilities
    )
    beside = {public for one in choice.together for public in one.publics}
    facts.append(only_publics and bool((set(choice.publics) | beside) & set(here.publics)))
    return any(facts)


def said_by(guide: Guide, witness: Witness) -> dict[int, list[int]]:
    """The choices that express a witness; fails when the page cannot express what they say."""
    codes: defaultdict[int, list[int]] = defaultdict(list)
    ids: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for question in asked(guide):
        for choice in question.choices:
            if tells(choice, witness) and (question.several or not codes[question.code]):
                codes[question.code].append(choice.code)
                ids[question.id] += (choice.id,)
    heard, meant = told(guide, ids), witness.situation
    assert set(heard.needs) == set(witness.needs)
    assert set(heard.situation.statuses) == set(meant.statuses)
    assert (heard.situation.level, heard.situation.territory) == (meant.level, meant.territory)
    assert set(meant.publics) <= set(heard.situation.publics)
    left = {key: one for key, one in meant.abilities.items() if key not in NOT_ASKED}
    assert left == heard.situation.abilities or left.items() <= heard.situation.abilities.items()
    return dict(codes)


@pytest.fixture(scope="module")
def other_site() -> Iterator[str]:
    """The edition of another region, built for the witness who lives there."""
    edition = "nouvelle-aquitaine"
    built = ROOT / site_of(edition)
    if not (built / PAGE).is_file():
        assert main(["build", "--project", str(ROOT), "--edition", edition]) == 0
    yield built.as_uri() + "/"


@pytest.mark.parametrize("witness_id", witnesses.ids())
def test_a_witness_who_only_chooses_is_told_what_suits_them(
    witness_id: str, browser: Browser, address: str, request: pytest.FixtureRequest
) -> None:
    witness = witnesses.witness(witness_id, whole())
    edition = witnesses.edition_of(whole(), witness)
    base = address if edition == DEFAULT_EDITION else str(request.getfixturevalue("other_site"))
    context = browser.new_context(viewport={"width": 360, "height": 740})
    watched = Visit(context.new_page(), base)
    page = watched.go(PAGE)
    answer(page, said_by(select(whole(), edition), witness))
    expect(page.locator(".point-first [data-id]").nth(3)).to_have_count(0)
    proposed = {
        name for (kind, name), state in shown(page).items() if kind == "scheme" and state != "not_now"
    }
    context.close()
    assert watched.complaints == []
    assert not set(witness.expected) - proposed
    assert not set(witness.never) & proposed


def test_chromium_and_python_answer_alike(browser: Browser, address: str) -> None:
    guide, draw = select(whole(), DEFAULT_EDITION), random.Random(33)
    people = [cases.person(guide, draw) for _ in range(150)]
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.goto(PAGE)
    page.evaluate("new Promise(then => poc.scripts(['../assets/point-data.js'], then))")
    page.evaluate(Path(cases.HERE, "shown.js").read_text("utf-8"))
    answers = page.evaluate(
        "all => all.map(one => window.__poc_point_shown({ told: one }))",
        [cases.as_json(one) for one in people],
    )
    context.close()
    for one, by_page in zip(people, answers, strict=True):
        assert cases.answered(guide, one) == by_page, one
