"""The three forms of a report."""

from __future__ import annotations

import json

from generator.problems import Problem, in_reading_order
from generator.report import report, tally

WRONG = Problem(
    "unknown_reference",
    "offer/schemes/pee.yml",
    12,
    5,
    ("leads_to", 0, "scheme"),
    {"name": "emplois", "kind": "scheme", "known": {"emploi": "emploi"}, "elsewhere": []},
)
LATE = Problem("tab", "offer/schemes/a,b.yml", 3, 1, severity="warning")


def test_a_line_says_where_what_and_what_to_write() -> None:
    assert report([WRONG], "text") == (
        "offer/schemes/pee.yml:12:5 : erreur : leads_to[1].scheme : "
        "Aucun dispositif ne s’appelle « emplois ». Vouliez-vous dire « emploi » ?\n"
    )


def test_annotations_name_the_file_and_the_line_and_escape_what_would_break_them() -> None:
    assert report([LATE], "github") == (
        "::warning file=offer/schemes/a%2Cb.yml,line=3,col=1::Il y a une tabulation. Remplacez-la par deux espaces.\n"
    )


def test_json_carries_the_rule_and_the_sentence() -> None:
    rows = json.loads(report([WRONG], "json"))["problems"]
    assert rows[0]["rule"] == "unknown_reference"
    assert rows[0]["line"] == 12
    assert "Vouliez-vous dire" in rows[0]["message"]


def test_problems_are_sorted_by_place_and_told_once() -> None:
    assert in_reading_order([WRONG, LATE, WRONG]) == [LATE, WRONG]


def test_the_tally_speaks_french() -> None:
    assert tally([]) == "aucune erreur, aucun point à revoir."
    assert tally([WRONG, LATE]) == "1 erreur, 1 point à revoir."
    assert tally([WRONG, WRONG]) == "2 erreurs, aucun point à revoir."
