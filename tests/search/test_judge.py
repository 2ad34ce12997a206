"""Scores say what their definitions say, on answers small enough to be worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import ROOT
from tests.search import sets
from tests.search.judge import Query, Target, hit, misses, ndcg, of_kind, score

TRANSPORT = Target(frozenset({"me-deplacer"}), 3)
WORK = Target(frozenset({"travailler-vite"}), 2)
VAE = Target(frozenset({"vae", "chequier-vae"}), 3)
NOTHING = Query("recette de crêpes", "keyword")


def test_the_first_needs_are_counted_without_what_stands_between_them() -> None:
    answer = [
        ("job", "N4203"),
        ("need", "handicap"),
        ("scheme", "cep"),
        ("need", "me-deplacer"),
        ("need", "handicap"),
    ]
    assert of_kind(answer, "need") == ["handicap", "me-deplacer"]


def test_only_the_highest_grade_is_a_hit() -> None:
    assert hit(["travailler-vite", "me-deplacer"], [TRANSPORT, WORK], 2)
    assert not hit(["travailler-vite", "me-deplacer"], [TRANSPORT, WORK], 1)
    assert hit(["travailler-vite"], [WORK], 1)


def test_any_record_of_a_family_is_a_hit() -> None:
    assert hit(["cep", "chequier-vae"], [VAE], 2)


def test_the_best_order_is_worth_one_and_nothing_found_is_worth_zero() -> None:
    assert ndcg(["me-deplacer", "travailler-vite"], [WORK, TRANSPORT]) == pytest.approx(1)
    assert ndcg(["handicap"], [WORK, TRANSPORT]) == 0


def test_a_gain_fades_with_its_rank() -> None:
    assert ndcg(["handicap", "me-deplacer"], [TRANSPORT]) == pytest.approx(0.6309, abs=1e-4)
    found = (3 + 7 / 1.584963) / (7 + 3 / 1.584963)
    assert ndcg(["travailler-vite", "me-deplacer"], [TRANSPORT, WORK]) == pytest.approx(found)
    assert ndcg(["a", "b", "c", "d", "e", "me-deplacer"], [TRANSPORT]) == 0


def test_a_second_record_of_a_family_earns_nothing_and_keeps_its_rank() -> None:
    cep = Target(frozenset({"cep"}), 3)
    assert ndcg(["vae", "cep"], [VAE, cep]) == pytest.approx(1)
    assert ndcg(["vae", "chequier-vae", "cep"], [VAE, cep]) == pytest.approx(
        (1 + 0.5) / (1 + 0.6309), abs=1e-4
    )


def test_a_refusal_shows_neither_need_nor_scheme_and_silence_shows_nothing() -> None:
    answers = [[], [("job", "A1101")], [("need", "handicap")], [("scheme", "cep")]]
    scores = score([NOTHING] * 4, answers)
    assert scores["refused"]["all"].mean == 0.5
    assert scores["silent"]["all"].mean == 0.25
    assert scores["need hit@1"] == {}


def test_each_style_has_its_own_share() -> None:
    queries = [
        Query("pas de bus", "barrier", (TRANSPORT,)),
        Query("pa de buss", "typo", (TRANSPORT,)),
        NOTHING,
    ]
    scores = score(queries, [[("need", "me-deplacer")], [], []])
    assert {style: share.mean for style, share in scores["need hit@1"].items()} == {
        "all": 0.5,
        "barrier": 1,
        "typo": 0,
    }
    assert scores["need hit@1"]["all"].count == 2
    assert "scheme hit@1" in scores
    assert scores["scheme hit@1"] == {}


def test_an_answer_for_each_query_or_none_is_judged() -> None:
    with pytest.raises(ValueError, match="argument"):
        score([NOTHING], [])


def test_what_was_missed_is_told_in_words() -> None:
    queries = [Query("pas de bus", "barrier", (TRANSPORT,)), NOTHING, Query("cv", "keyword", (WORK,))]
    answers = [
        [("need", "handicap")],
        [("job", "A1101"), ("need", "handicap")],
        [("need", "travailler-vite")],
    ]
    told = misses(queries, answers)
    assert told == [
        "pas de bus → handicap (attendu : me-deplacer)",
        "recette de crêpes → A1101, handicap (rien n’était attendu)",
    ]


def test_every_family_names_sheets_that_exist() -> None:
    named = {record for records in sets.families().values() for record in records}
    assert named <= {path.stem for path in (ROOT / "offer/schemes").glob("*.yml")}


def test_a_committed_query_reads_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "queries.yml"
    path.write_text(
        "- {q: pas de bus, style: barrier, needs: {me-deplacer: 3}, schemes: {transport-gratuit: 1}}\n"
    )
    bus = Target(frozenset({"transport-gratuit"}), 1)
    assert sets.read_committed(path) == (Query("pas de bus", "barrier", (TRANSPORT,), (bus,)),)


def test_a_shared_query_knows_every_record_of_its_families(tmp_path: Path) -> None:
    path = tmp_path / "queries.jsonl"
    path.write_text(
        '{"q": "la vae", "style": "jargon", "needs": [], "schemes": [{"name": "VAE", "grade": 3}]}\n'
    )
    (query,) = sets.read_shared(path)
    assert query.schemes[0].records == {"chequier-vae", "info-conseil-vae", "vae", "vae-innovante"}


@pytest.mark.parametrize("name", sorted(sets.present()))
def test_every_query_of_a_set_expects_what_the_guide_has(name: str) -> None:
    queries = sets.present()[name]
    folders = {"needs": ROOT / "offer/needs", "schemes": ROOT / "offer/schemes"}
    for query in queries:
        for kind, folder in folders.items():
            for target in getattr(query, kind):
                assert all((folder / f"{record}.yml").is_file() for record in target.records), query.text
                assert target.grade in (1, 2, 3), query.text
