"""Long alphabetical lists: a few even pages, the first at the list's own address, every word found."""

from __future__ import annotations

import re
from dataclasses import replace

from generator import pages
from generator.guide import Guide, by_id
from generator.model.vocabulary import Term
from generator.search.entries import entries
from generator.search.script import search_data
from generator.views import reference
from generator.views.letters import letter_pages
from generator.views.shared import Cited, Library
from generator.views.size import characters
from tests.unit.made_up import TODAY


def long_glossary(guide: Guide) -> Library:
    """The tiny guide with one long explanation for each letter, and one word that begins with a digit."""
    terms = [
        Term(id=f"mot-{letter}", label=f"{letter.upper()}mot", description="Un mot. " * 900)
        for letter in "aeimqz1"
    ]
    return Library(replace(guide, vocabulary=replace(guide.vocabulary, glossary=by_id(terms))), TODAY)


def test_a_short_list_keeps_its_one_page() -> None:
    (page,) = letter_pages("glossaire", {"A": 10, "B": 20})
    assert (page.folder, page.path, page.letters) == ("glossaire", "glossaire/index.html", ("A", "B"))


def test_an_empty_list_has_a_page() -> None:
    (page,) = letter_pages("glossaire", {})
    assert (page.path, page.letters) == ("glossaire/index.html", ())


def test_a_long_list_takes_as_few_pages_as_it_can_as_even_as_they_can_be() -> None:
    found = letter_pages("mots", {"A": 20_000, "B": 9_000, "C": 9_000, "D": 2_000, "E": 3_000})
    assert [page.letters for page in found] == [("A",), ("B", "C", "D", "E")]
    assert [page.path for page in found] == ["mots/index.html", "mots/2/index.html"]
    assert [page.label for page in found] == ["A", "de B à E"]


def test_words_that_editors_add_move_no_address() -> None:
    before = letter_pages("mots", {"A": 20_000, "B": 9_000, "C": 9_000, "D": 2_000})
    after = letter_pages("mots", {"A": 2_000, "B": 25_000, "C": 9_000, "D": 2_000})
    assert [page.letters for page in before] != [page.letters for page in after]
    assert [page.path for page in before] == [page.path for page in after]


def test_one_letter_too_long_stands_alone_and_no_letter_is_lost() -> None:
    found = letter_pages("mots", {"0-9": 1, "A": 90_000, "B": 1, "C": 29_000, "D": 5_000})
    assert [page.letters for page in found] == [("0-9",), ("A",), ("B", "C"), ("D",)]
    assert letter_pages("mots", {"0-9": 20_000, "A": 9_000, "B": 25_000})[0].label == "de 0 à A"


def test_what_is_printed_counts_and_addresses_do_not() -> None:
    one = Cited("Le Pacte régional", "003", "Annexe 4", "sources-et-methode/index.html#pacte")
    assert characters((one, ("ab", None), 3)) == len("003") + len("Annexe 4") + len("ab")


def test_every_word_has_one_address_that_the_search_gives_too(guide: Guide) -> None:
    library = long_glossary(guide)
    paths = reference.word_paths(library)
    assert len({path.partition("#")[0] for path in paths.values()}) > 1
    assert {one.id: one.path for one in entries(library) if one.kind == "word"} == paths
    rows = {row[1]: row for row in search_data(library)["entries"] if row[0] == "word"}
    for name, path in paths.items():
        told = rows[name][4]["path"] if len(rows[name]) > 4 else "glossaire/index.html"
        assert f"{told}#{name}" == path


def test_the_first_page_of_the_glossary_leads_to_every_word_and_every_letter(guide: Guide) -> None:
    library = long_glossary(guide)
    files = {file.path: file.content.decode() for file in pages.render(library.guide, TODAY)}
    paths = reference.word_paths(library)
    first = files["glossaire/index.md"]
    for name, path in paths.items():
        page, _, _ = path.partition("#")
        body = files[page.replace("index.html", "index.md")]
        assert f'<div id="{name}">' in body, "the word is where its address says"
        assert re.search(rf'<li( id="{name}")?><a href="(\.\./{re.escape(path)}|#{name})">', first)
        assert first.count(f' id="{name}"') == 1, "an old address still leads to the word or to its link"
    for letter in ["0-9", "a", "e", "i", "m", "q", "z"]:
        assert first.count(f' id="lettre-{letter}"') == 1
        for page in {path.partition("#")[0] for path in paths.values()}:
            body = files[page.replace("index.html", "index.md")]
            (target,) = re.findall(rf'href="([^"]*#lettre-{letter})"', body)
            assert target.startswith("#") or target.startswith("../")


def test_no_list_of_all_words_is_added_where_one_page_says_them(guide: Guide) -> None:
    letters = reference.glossary(Library(guide, TODAY))
    assert reference.all_words(letters, reference.glossary_pages(letters)) == ()
