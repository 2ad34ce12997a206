"""The search as it is made: one pipeline of words, entries, a packed index, the data that travels."""

from __future__ import annotations

import json
import math
from collections import Counter

import pytest
from lunr.idf import idf

from generator.guide import Guide
from generator.load import load
from generator.search import digits, filters, index, script
from generator.search.entries import entries
from generator.search.words import ADULT, YOUNG, marked_ages, reader, split
from generator.views.shared import Library
from tests.projects import ROOT
from tests.unit.made_up import scheme, with_scheme

SAYINGS = (
    ("travail", ("taf", "boulot")),
    ("je sais pas", ("jsp", "jsais pa")),
    ("pôle emploi", ("France Travail",)),
)


@pytest.fixture(scope="module")
def real() -> Guide:
    found = load(ROOT).guide
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’insertion", ["l", "insertion"]),
        ("Équipement ŒUVRE", ["equipement", "oeuvre"]),
        ("aide-soignante", ["aide", "soignante"]),
        ("jsuis troooop nul", ["jsuis", "trop", "nul"]),
        ("A1.1", ["a1", "1"]),
    ],
)
def test_words_are_folded_and_split(text: str, words: list[str]) -> None:
    assert split(text) == words


def test_negation_stays() -> None:
    said, unsaid = reader([]).words("je n’ai pas de diplôme"), reader([]).words("j’ai un diplôme")
    assert "pas" in said and "n" in said
    assert said != unsaid


def test_one_form_of_a_word_finds_the_others() -> None:
    reading = reader([])
    assert reading.words("formations") == reading.words("Formation")
    assert reading.words("équipements") == reading.words("equipement")


def test_sayings_are_read_the_longest_first_and_only_once() -> None:
    reading = reader(SAYINGS)
    assert reading.read(split("jsais pa trouver du taf")) == ["je", "sais", "pas", "trouver", "du", "travail"]
    assert reading.read(split("france travail")) == ["pole", "emploi"]
    assert reading.read(split("travail")) == ["travail"]


@pytest.mark.parametrize(
    ("text", "mark"),
    [("j’ai 53 ans", ADULT), ("19 ans sans projet", YOUNG), ("26 ans", ADULT), ("25 ans", YOUNG)],
)
def test_a_stated_age_is_marked(text: str, mark: str) -> None:
    assert mark in marked_ages(split(text))


@pytest.mark.parametrize("text", ["20 ans de couture", "ma fille de 3 ans", "93", "18 heures"])
def test_what_is_no_age_of_the_person_is_not_marked(text: str) -> None:
    assert not {YOUNG, ADULT} & set(marked_ages(split(text)))


def test_everything_that_can_be_found_is_an_entry(library: Library) -> None:
    found = entries(library)
    assert {one.kind for one in found} >= {"need", "scheme", "pathway", "job", "training", "word"}
    need = next(one for one in found if one.id == "parler-francais")
    assert set(library.guide.needs["parler-francais"].phrasings) <= set(need.phrases)


def test_a_scheme_is_found_by_its_acronym_former_and_other_names(guide: Guide) -> None:
    added = scheme(acronym="XYZ", other_names=["Vieux nom"], former_names=["Nom oublié"])
    found = next(one for one in entries(with_scheme(guide, added)) if one.id == "nouveau")
    assert {"XYZ", "Vieux nom", "Nom oublié"} <= set(found.names)


def test_lunr_finds_a_sentence_close_to_the_one_typed(library: Library) -> None:
    found, reading = entries(library), script.reader_of(library.guide)
    rows = index.documents(found, reading)
    best = index.indexed(rows).build().search(" ".join(reading.words("parler français")))[0]
    assert found[rows[int(best["ref"])].entry].id == "parler-francais"


def unpacked(text: str) -> list[int]:
    """The numbers of a run, read back by the rule their writer states."""
    found, value, unit = [], 0, 1
    for character in text:
        digit = digits.DIGITS.index(character)
        value += digit % digits.HALF * unit
        unit *= digits.HALF
        if digit < digits.HALF:
            found.append(value)
            value, unit = 0, 1
    return found


def test_the_packed_index_holds_every_posting_of_lunr(library: Library) -> None:
    rows = index.documents(entries(library), script.reader_of(library.guide))
    packed, whole = index.pack(rows), index.indexed(rows).build()
    spoken = len(packed.sizes)
    assert list(packed.terms) == sorted(whole.inverted_index)
    for term, text in zip(packed.terms, packed.postings, strict=True):
        lists = text.split("!") if "!" in text else ["", "", text]
        for field, said, last in zip(index.FIELDS, lists, (spoken - 1, spoken - 1, -1), strict=True):
            numbers, places, number = iter(unpacked(said)), [], last
            for gap in numbers:
                number += gap // 2
                places.append(number)
                assert getattr(rows[number], field).count(term) == (next(numbers) if gap % 2 else 1)
            assert [*map(str, places)] == list(whole.inverted_index[term][field])


def test_phrases_come_first_each_with_its_length_within_two_percent(library: Library) -> None:
    rows = index.documents(entries(library), script.reader_of(library.guide))
    packed, postings = index.pack(rows), index.indexed(rows).build().inverted_index
    spoken = len(packed.sizes)
    assert {bool(row.phrase) for row in rows[:spoken]} == {True} == {bool(row.name) for row in rows[spoken:]}
    sums: dict[int, float] = {}
    for row, told in zip(rows, packed.sizes, strict=False):
        weights = [idf(postings[word], len(rows)) for word in set(row.phrase)]
        size = math.hypot(*weights)
        assert index.LEAST * index.STEP ** digits.DIGITS.index(told) == pytest.approx(size, rel=0.0201)
        sums[row.entry] = sums.get(row.entry, 0) + sum(weights) / size
    assert list(packed.sums) == pytest.approx(list(sums.values()), abs=0.01)
    assert packed.owners == tuple(Counter(row.entry for row in rows[:spoken]).values())
    assert packed.lengths[1] == tuple(len(row.text) for row in rows[spoken:])


def test_data_cannot_close_their_script(guide: Guide) -> None:
    added = scheme(title="</script><script>alert(1)</script>\u2028", other_names=["Vieux nom"])
    made = script.search_script(with_scheme(guide, added))
    assert "<" not in made and "\u2028" not in made
    data = json.loads(made.removeprefix("window.__poc_search=").rstrip(";\n"))
    assert next(row for row in data["entries"] if row[1] == "nouveau")[4]["names"][1] == "vieux nom"


def test_silence_of_a_sheet_does_not_travel_as_a_refusal(guide: Guide) -> None:
    rows = script.search_data(with_scheme(guide, scheme()))["entries"]
    more = next(row for row in rows if row[1] == "nouveau")[4]
    assert not {"ages", "statuses", "paid", "alone", "territories"} & more.keys()


def test_no_scheme_begins_or_ends_inside_a_band_of_the_age_filter(real: Guide) -> None:
    starts = {16, 18, 26, 30, 45}
    for one in real.schemes.values():
        low, high = one.audience.age_min, one.audience.age_max
        if low is not None:
            assert low in starts or low <= 15, f"{one.id} commence à {low} ans : changer search/filters.py"
        if high is not None:
            assert high + 1 in starts or high >= 62, (
                f"{one.id} finit à {high} ans : changer search/filters.py"
            )


def test_the_filters_offer_every_situation(library: Library) -> None:
    offered = filters.filters(library.guide)
    assert len(offered["statuses"]) == len(library.guide.vocabulary.statuses)
    assert [age for age, _ in offered["ages"]] == sorted(age for age, _ in offered["ages"])
