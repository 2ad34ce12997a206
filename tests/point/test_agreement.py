"""Python and the browser's scripts give one answer: same verdicts, order, first ways and sentences."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

import pytest

from generator.edition import select
from generator.guide import Guide
from generator.load import load
from generator.point.answers import asked, told
from tests.point import cases
from tests.projects import ROOT

needs_node = pytest.mark.skipif(cases.NODE is None, reason="needs node to run the page's scripts")
PEOPLE = 2000


@cache
def guide(edition: str) -> Guide:
    """One edition of the real guide."""
    content = load(ROOT).guide
    assert content is not None
    return select(content, edition)


@needs_node
@pytest.mark.parametrize(("edition", "people"), [("ile-de-france", PEOPLE), ("nouvelle-aquitaine", 200)])
def test_thousands_of_people_get_the_same_answer_in_both(edition: str, people: int) -> None:
    draw = random.Random(20261121)
    drawn = [cases.person(guide(edition), draw) for _ in range(people)]
    shown = cases.by_node(guide(edition), [{"told": cases.as_json(one)} for one in drawn])
    for one, by_script in zip(drawn, shown, strict=True):
        assert cases.answered(guide(edition), one) == by_script, one


def draw_answers(
    edition: str, draw: random.Random
) -> tuple[dict[str, tuple[str, ...]], dict[int, list[int]]]:
    """The same answers by id, for Python, and by number, for the scripts."""
    ids: dict[str, tuple[str, ...]] = {}
    codes: dict[int, list[int]] = {}
    for question in asked(guide(edition)):
        if draw.random() < 0.3:
            continue
        most = 4 if question.several else 1
        chosen = draw.sample(question.choices, min(len(question.choices), draw.randint(0, most)))
        ids[question.id] = tuple(one.id for one in chosen)
        codes[question.code] = [one.code for one in chosen] or [0]
    return ids, codes


@needs_node
def test_answers_tell_the_same_in_both_and_their_code_gives_them_back() -> None:
    draw = random.Random(7)
    drawn = [draw_answers("ile-de-france", draw) for _ in range(1000)]
    here = guide("ile-de-france")
    said = cases.by_node(here, [{"answers": codes, "only_told": True} for _, codes in drawn])
    for (ids, _), by_script in zip(drawn, said, strict=True):
        assert _comparable(cases.as_json(told(here, ids))) == _comparable(by_script), ids
    written = cases.by_node(here, [{"encode": codes} for _, codes in drawn if codes])
    read = cases.by_node(here, [{"code": code} for code in written])
    for codes, code, back in zip((c for _, c in drawn if c), written, read, strict=True):
        assert code.isalnum() and len(code) <= 2 + 3 * sum(map(len, codes.values()))
        assert back == {"answers": {str(key): sorted(codes[key]) for key in codes}, "lost": 0}


def _comparable(said: dict[str, Any]) -> dict[str, Any]:
    situation = {key: sorted(one) if isinstance(one, list) else one for key, one in said["situation"].items()}
    return {**said, "situation": situation}


@needs_node
def test_a_link_made_before_a_choice_was_added_or_withdrawn_still_opens() -> None:
    here = guide("ile-de-france")
    code, foreign = cases.by_node(
        here, [{"encode": {1: [1], 2: [2]}}, {"encode": {1: [1], 2: [999], 30: [4]}}]
    )
    assert code == "1101202" + code[-1], "the version, then question and choice: this form never changes"
    first, second = cases.by_node(here, [{"code": code}, {"code": foreign}])
    assert first == {"answers": {"1": [1], "2": [2]}, "lost": 0}
    assert second == {"answers": {"1": [1]}, "lost": 2}


@needs_node
@pytest.mark.parametrize(
    "code",
    ["", "1", "2101x", "1101", "110120", "%3Cscript%3E", "parler-francais", "1101202z", "é", "1" * 5000],
)
def test_a_code_that_is_not_ours_is_ignored(code: str) -> None:
    assert cases.by_node(guide("ile-de-france"), [{"code": code}]) == [None]


@needs_node
def test_one_sign_changed_is_noticed() -> None:
    here = guide("ile-de-france")
    [code] = cases.by_node(here, [{"encode": {1: [1, 5], 2: [2], 9: [6]}}])
    damaged = [
        code[:i] + other + code[i + 1 :] for i in range(1, len(code)) for other in "05" if code[i] != other
    ]
    assert all(one is None for one in cases.by_node(here, [{"code": one} for one in damaged]))
