"""How a verdict is told when something blocks: another way is not a prior one, nothing is an order."""

from __future__ import annotations

import pytest

from generator import matching_messages
from generator.guide import Guide
from generator.load import load
from generator.matching import Reason, Verdict
from tests.projects import ROOT


@pytest.fixture(scope="module")
def real() -> Guide:
    """The guide of the repository, every region in it."""
    guide = load(ROOT).guide
    assert guide is not None
    return guide


def test_what_replaces_is_not_told_as_what_comes_first(real: Guide) -> None:
    """« D’abord » gives the level that is lacking; another way is « plutôt »."""

    def told(**near: tuple[str, ...]) -> str | None:
        return matching_messages.first_in_words(real, Verdict("not_now", (), **near))

    assert told(first=("cep",)) == "D’abord, voyez : Conseil en évolution professionnelle."
    assert told(instead=("cep",)) == "Voyez plutôt : Conseil en évolution professionnelle."
    assert told() is None


@pytest.mark.parametrize(
    ("admitted", "sentence"),
    [
        (("detained",), "C’est pour une autre situation : personne détenue."),
        (("jobseeker",), "C’est pour une autre situation : demandeur d’emploi."),
        (
            ("student", "employee", "detained"),
            "C’est pour une autre situation : étudiant ou salarié, par exemple.",
        ),
    ],
)
def test_another_situation_is_told_in_short_and_never_as_an_order(
    real: Guide, admitted: tuple[str, ...], sentence: str
) -> None:
    reason = Reason("statuses", "blocks", {"admitted": admitted, "held": ()})
    assert matching_messages.in_words(real, reason) == sentence
