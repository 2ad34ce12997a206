"""The tree of « Faire le point » without JavaScript: few pages, and the very answers of the page with it."""

from __future__ import annotations

from generator.guide import Guide
from generator.matching_messages import MORE, SHOWN_REASONS
from generator.point import tree
from generator.point.answers import asked, told
from generator.point.result import result
from generator.views.shared import Library
from tests.unit.made_up import TODAY


def test_the_tree_has_at_most_sixty_pages_and_splits_the_ages_that_hold_most(real: Guide) -> None:
    bands = tree.bands(Library(real, TODAY))
    pages = 1 + len(bands) + sum(len(band.leaves) for band in bands if band.apart)
    assert pages <= tree.MOST
    assert [band.apart for band in bands] == [False, True, True]


def test_the_tree_and_the_page_answer_alike_for_every_age_need_and_situation(real: Guide) -> None:
    questions = {one.id: one for one in asked(real)}
    numbers = {one.code: one.id for one in questions["situation"].choices}
    labels = {one.label: one.id for one in questions["situation"].choices}
    compared = 0
    for band in tree.bands(Library(real, TODAY)):
        for leaf in band.leaves:
            [need] = [one.id for one in questions["besoins"].choices if one.needs == (leaf.need.id,)]
            for case in leaf.cases:
                for label in case.labels:
                    said = {"age": (band.id,), "besoins": (need,)}
                    if label != tree.UNSAID:
                        said["situation"] = (labels[label],)
                    found = result(real, told(real, said))
                    assert [(one.kind, one.id) for one in case.ways] == [
                        (one.kind, one.id) for one in found.first
                    ]
                    assert tuple(one.id for one in case.helpers) == found.helpers, (leaf.path, label)
                    compared += 1
                first = "" if case.labels[0] == tree.UNSAID else labels[case.labels[0]]
                assert numbers.get(int(case.id.removeprefix("cas-")), "") == first
    assert compared == 2 * 26 * 12 + 26


def test_whom_every_situation_meets_is_said_once_and_others_in_each_situation(real: Guide) -> None:
    leaves = {leaf.path: leaf for band in tree.bands(Library(real, TODAY)) for leaf in band.leaves}
    for leaf in leaves.values():
        same = all(case.helpers == leaf.cases[0].helpers for case in leaf.cases)
        assert leaf.helpers == (leaf.cases[0].helpers if same else ())
    assert {bool(leaf.helpers) for leaf in leaves.values()} == {True, False}
    [center] = {
        one
        for leaf in leaves.values()
        for case in leaf.cases
        for one in case.helpers
        if one.id == "centre-social"
    }
    known = real.vocabulary.organisations["centre-social"]
    assert (center.receives, center.how) == (known.receives, known.how_to_reach)
    assert center.organisation.path == "qui-peut-aider/index.html#centre-social"


def test_the_tree_knows_what_the_need_itself_tells_and_says_when_it_leaves_reasons_out(real: Guide) -> None:
    leaves = {
        (band.id, leaf.need.id): leaf for band in tree.bands(Library(real, TODAY)) for leaf in band.leaves
    }
    disabled = [way for case in leaves["a-partir-de-26", "handicap"].cases for way in case.ways]
    public = real.vocabulary.publics["disabled"].label
    assert any(public in line for way in disabled for line in way.fits)
    lists = [
        list(lines)
        for leaf in leaves.values()
        for case in leaf.cases
        for way in case.ways
        for lines in (way.fits, way.checks)
    ]
    assert {len(one) for one in lists if MORE in one} == {SHOWN_REASONS + 1}
    assert max(len(one) for one in lists if MORE not in one) == SHOWN_REASONS
