"""The real texts meant for the person, held to be easy (Kandel and Moles, names of schemes left out)."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pytest

from generator.coverage import Reading, coverage
from generator.coverage_table import TOO_HARD
from generator.guide import Guide
from generator.load import load
from generator.model.base import Prose
from generator.model.walk import marked
from generator.readability import Count, count, names, score
from tests.projects import ROOT

MEDIAN = 70
FEWEST_WORDS = 12
"""Below, one long word decides of the score."""
NAMES_OF_PARTS = "content"
"""The modules of a training: their titles are those of the source."""


@cache
def guide() -> Guide:
    found = load(ROOT).guide
    assert found is not None
    return found


@cache
def readings() -> tuple[Reading, ...]:
    return coverage(guide()).readings


@pytest.mark.parametrize("register", ["simple", "person"])
def test_half_of_the_texts_are_easy_and_none_is_hard(register: str) -> None:
    scores = {one.record: one.score for one in readings() if one.register == register}
    assert len(scores) == len(guide().needs) + len(guide().schemes) + len(guide().pathways)
    assert statistics.median(scores.values()) > MEDIAN
    assert {record: value for record, value in scores.items() if value < TOO_HARD} == {}


def test_sentences_for_the_person_are_short_on_average() -> None:
    assert {one.record: one.words_per_sentence for one in readings() if one.words_per_sentence > 15} == {}


def _fields() -> Iterator[tuple[str, Count]]:
    """Each text of each sheet, by file and key; the items of a list are one text."""
    found = guide()
    left_out = names(
        name
        for one in found.schemes.values()
        for name in (one.title, one.acronym, *one.other_names, *one.former_names)
        if name
    )
    groups = {"need": found.needs, "scheme": found.schemes, "pathway": found.pathways}
    for kind, group in groups.items():
        for record in group.values():
            counts: defaultdict[str, Count] = defaultdict(Count)
            for path, mark, text in marked(record):
                if isinstance(mark, Prose) and mark.register in ("simple", "person"):
                    counts[".".join(str(key) for key in path if isinstance(key, str))] += count(
                        text, left_out
                    )
            for key, counted in counts.items():
                if not key.startswith(NAMES_OF_PARTS):
                    yield f"{found.origins[f'{kind}:{record.id}']} {key}", counted


def test_no_single_text_is_hard_either() -> None:
    hard = {}
    for where, counted in _fields():
        value = score(counted)
        if counted.words >= FEWEST_WORDS and value is not None and value < TOO_HARD:
            hard[where] = round(value)
    assert hard == {}
