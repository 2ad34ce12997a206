"""Witness profiles: what the guide must tell each of them, and must not. One test id per profile."""

from __future__ import annotations

from functools import cache

import pytest

from generator.guide import Guide
from generator.load import load
from generator.matching import suggestions
from generator.point.answers import Told
from generator.point.result import result
from tests import witnesses
from tests.projects import ROOT


@cache
def guide() -> Guide:
    """The real guide, every region in it; what is wrong in its files has its own tests."""
    found = load(ROOT).guide
    assert found is not None
    return found


def proposed_to(witness_id: str) -> set[str]:
    """What seems possible or is to be checked, for the needs of that person."""
    witness = witnesses.witness(witness_id, guide())
    found = suggestions(witnesses.guide_of(guide(), witness), witness.situation, witness.needs)
    return {one.scheme for one in found if one.verdict.state != "not_now"}


def telling() -> list[str]:
    """Ids of the profiles that say whom the person meets, or does not."""
    read = ((one, witnesses.read(one)[0]) for one in witnesses.ids())
    return [one for one, found in read if found and (found.met or found.not_met)]


@pytest.mark.parametrize("witness_id", witnesses.ids())
def test_a_witness_is_told_what_suits_them_and_nothing_that_does_not(witness_id: str) -> None:
    witness = witnesses.witness(witness_id, guide())
    proposed = proposed_to(witness_id)
    forgotten, refused = set(witness.expected) - proposed, set(witness.never) & proposed
    assert not forgotten, f"{witness.title} : le guide ne propose pas {sorted(forgotten)}"
    assert not refused, f"{witness.title} : le guide ne devrait pas proposer {sorted(refused)}"


@pytest.mark.parametrize("witness_id", telling())
def test_a_witness_meets_those_who_receive_them_and_nobody_else(witness_id: str) -> None:
    witness = witnesses.witness(witness_id, guide())
    told = Told(witness.situation, witness.needs, ())
    met = result(witnesses.guide_of(guide(), witness), told).helpers
    assert met[: len(witness.met)] == witness.met, f"{witness.title} : à rencontrer, {list(met)}"
    assert not set(met) & set(witness.not_met), f"{witness.title} : à rencontrer, {list(met)}"


def test_there_are_at_least_twenty_five_witnesses() -> None:
    assert len(witnesses.ids()) >= 25
