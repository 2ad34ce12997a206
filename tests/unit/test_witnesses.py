"""A witness profile is read as strictly as a sheet, and its mistakes are told in French."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.report import report
from tests import witnesses

SOUND = """id: essai
title: 22 ans, sans diplôme
situation: {age: 22}
needs: [trouver-ma-voie]
expected: [pee]
never: [prfe]
why: Pour voir.
"""


def said(folder: Path, text: str) -> str:
    """The report of one profile."""
    (folder / witnesses.FOLDER).mkdir(parents=True)
    (folder / witnesses.FOLDER / "essai.yml").write_text(text, "utf-8")
    found, problems = witnesses.read("essai", folder)
    assert (found is None) == bool(problems)
    return report(problems, "text")


def test_a_sound_profile_has_no_problem(tmp_path: Path) -> None:
    assert said(tmp_path, SOUND) == ""


@pytest.mark.parametrize(
    ("typed", "instead", "sentence"),
    [
        ("age: 22", "age: vingt-deux", "situation.age : Il faut un nombre entier, et vous avez écrit"),
        ("age: 22", "âge: 22", "La clé « âge » n’existe pas"),
        ("why: Pour voir.\n", "", "Il manque la clé « why »"),
        ("needs: [trouver-ma-voie]", "needs: trouver-ma-voie", "Il faut une liste"),
        ("id: essai", "id: autre", "L’identifiant « autre » n’est pas le nom du fichier"),
        ("never: [prfe]", "never: []", "La liste « never » doit avoir au moins 1 élément"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, typed: str, instead: str, sentence: str) -> None:
    told = said(tmp_path, SOUND.replace(typed, instead))
    assert told.startswith("tests/profiles/essai.yml:")
    assert sentence in told
