"""Pages of reference: the glossary (on a few pages), who can help, the documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.need import Need
from generator.model.pathway import Pathway
from generator.model.scheme import Scheme
from generator.views import words
from generator.views.letters import LetterPage, letter_pages
from generator.views.lists import folded
from generator.views.shared import Cited, Library, Ref
from generator.views.size import characters

GLOSSARY = "glossaire"


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of the glossary."""

    id: str
    label: str
    expansion: str | None
    description: str | None
    sources: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The words that begin with one letter."""

    letter: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word in the list of all. `elsewhere`: it is explained on another page than the first."""

    id: str
    label: str
    path: str
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class HelperCard:
    """Somebody a person can go to, and the needs they help with."""

    id: str
    label: str
    other_names: tuple[str, ...]
    helps_with: str | None
    receives: str | None
    how_to_reach: str | None
    needs: tuple[Ref, ...]
    sources: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A source document, and how many records rest on it, in this guide and outside it."""

    id: str
    number: str
    label: str
    publisher: str
    published: str
    region: str
    description: str | None
    uses: tuple[str, ...]


def glossary(library: Library) -> tuple[Letter, ...]:
    """The words by first letter, accents folded."""
    letters: defaultdict[str, list[Entry]] = defaultdict(list)
    for term in sorted(library.guide.vocabulary.glossary.values(), key=lambda t: folded(t.label)):
        first = folded(term.label)[:1].upper()
        entry = Entry(
            term.id,
            term.label,
            term.expansion,
            term.description,
            tuple(library.cited(source) for source in term.sources),
        )
        letters[first if first.isalpha() else "0-9"].append(entry)
    return tuple(Letter(letter, tuple(found)) for letter, found in letters.items())


def glossary_pages(letters: Sequence[Letter]) -> tuple[LetterPage, ...]:
    """The pages of the glossary: which letters each one holds."""
    return letter_pages(GLOSSARY, {one.letter: characters(one.entries) for one in letters})


def word_paths(library: Library) -> Mapping[str, str]:
    """Where each word is explained, by id: every link to a word comes from here."""
    letters = glossary(library)
    return _paths(letters, glossary_pages(letters))


def all_words(letters: Sequence[Letter], pages: Sequence[LetterPage]) -> tuple[Word, ...]:
    """Every word of a glossary that takes several pages, so that a browser finds it on the first."""
    if len(pages) == 1:
        return ()
    paths = _paths(letters, pages)
    return tuple(
        Word(word.id, word.label, paths[word.id], one.letter not in pages[0].letters)
        for one in letters
        for word in one.entries
    )


def _paths(letters: Sequence[Letter], pages: Sequence[LetterPage]) -> Mapping[str, str]:
    paths = {letter: page.path for page in pages for letter in page.letters}
    return {word.id: f"{paths[one.letter]}#{word.id}" for one in letters for word in one.entries}


def helpers(library: Library) -> tuple[HelperCard, ...]:
    """The prescribers, in the order of their list."""
    needs: defaultdict[str, list[Ref]] = defaultdict(list)
    for need in library.guide.needs.values():
        for helper in need.helpers:
            needs[helper.organisation].append(library.need(need.id))
    return tuple(
        HelperCard(
            found.id,
            found.label,
            tuple(name for name in (found.acronym, *found.other_names) if name and name != found.label),
            found.helps_with,
            found.receives,
            found.how_to_reach,
            tuple(dict.fromkeys(needs[found.id])),
            tuple(library.cited(source) for source in found.sources),
        )
        for found in library.guide.vocabulary.organisations.values()
        if "prescriber" in found.roles
    )


def documents(library: Library) -> tuple[DocumentCard, ...]:
    """The documents of the vocabulary, with how many records cite each."""
    guide = library.guide
    uses: defaultdict[str, int] = defaultdict(int)
    records: tuple[Need | Scheme | Pathway, ...] = (
        *guide.needs.values(),
        *guide.schemes.values(),
        *guide.pathways.values(),
    )
    for record in records:
        for document in {source.document for source in record.sources}:
            uses[document] += 1
    return tuple(
        DocumentCard(
            found.id,
            found.number,
            found.label,
            found.publisher,
            found.published,
            guide.vocabulary.regions[found.region].label,
            found.description,
            _uses(library, found.id, uses[found.id]),
        )
        for found in guide.vocabulary.documents.values()
    )


def _uses(library: Library, document: str, here: int) -> tuple[str, ...]:
    """« 12 fiches », then the records of other regions, which this guide leaves out."""
    lines = [words.plural(here, "fiche") if here else "Aucune fiche de ce guide"]
    regions = library.guide.vocabulary.regions
    for region, number in sorted(library.guide.elsewhere.get(document, {}).items()):
        where = "dans son guide" if regions[region].tagline else "qui n’a pas encore de guide"
        lines.append(f"et {words.plural(number, 'fiche')} pour {regions[region].label}, {where}")
    return tuple(lines)
