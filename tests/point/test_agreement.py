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
        assert code.isalnum() and len(code) <= 3 + 3 * sum(map(len, codes.values()))
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
    assert code == "2101202" + code[-2:], "the version, then question and choice: this form never changes"
    first, second = cases.by_node(here, [{"code": code}, {"code": foreign}])
    assert first == {"answers": {"1": [1], "2": [2]}, "lost": 0}
    assert second == {"answers": {"1": [1]}, "lost": 2}


@needs_node
def test_a_link_of_the_first_version_still_opens() -> None:
    old = "1101202303401906a02w"
    [read] = cases.by_node(guide("ile-de-france"), [{"code": old}])
    said = {"1": [1], "2": [2], "3": [3], "4": [1], "9": [6], "10": [2]}
    assert read == {"answers": said, "lost": 0}
    assert cases.by_node(guide("ile-de-france"), [{"encode": said}]) == ["2101202303401906a02fx"]


NOT_OURS = (
    *(
        "",
        "1",
        "2",
        "2101x",
        "2101xy",
        "1101",
        "110120",
        "1101202z",
        "2101202zz",
        "3101202z7",
        "2101202303401906a02w",
    ),
    *("%3Cscript%3E", "parler-francais", "é", "1" * 5000, "2" * 5001),
)


@needs_node
@pytest.mark.parametrize("code", NOT_OURS)
def test_a_code_that_is_not_ours_is_ignored(code: str) -> None:
    assert cases.by_node(guide("ile-de-france"), [{"code": code}]) == [None]


SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"
LONG = 60
"""Answers in a code: 183 signs, as long as somebody who ticks half of everything."""


@needs_node
def test_every_sign_changed_at_every_place_is_noticed_and_so_are_two_exchanged() -> None:
    here, draw = guide("ile-de-france"), random.Random(36)
    every = [(question.code, choice.code) for question in asked(here) for choice in question.choices]
    several: list[dict[str, Any]] = [{"encode": {1: [1]}}]
    for size in (20, LONG, LONG):
        said: dict[int, list[int]] = {}
        for question, choice in draw.sample(every, size):
            said.setdefault(question, []).append(choice)
        several.append({"encode": said})
    codes: list[str] = cases.by_node(here, several)
    assert max(map(len, codes)) == 1 + 3 * LONG + 2
    for code in codes:
        damaged = [
            code[:i] + other + code[i + 1 :] for i in range(len(code)) for other in SIGNS if code[i] != other
        ]
        damaged += [
            code[:i] + code[i + 1] + code[i] + code[i + 2 :]
            for i in range(len(code) - 1)
            if code[i] != code[i + 1]
        ]
        read = cases.by_node(here, [{"code": one} for one in damaged])
        assert [one for one, answers in zip(damaged, read, strict=True) if answers] == []
