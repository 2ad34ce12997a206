"""The last pages of the book: what the acronyms mean and where they are, and the jobs from A to Z."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.views import jobs as job_views
from generator.views import words
from generator.views.jobs import JobPage, Names
from generator.views.lists import folded
from generator.views.order import EVERYWHERE
from generator.views.shared import Library, scheme_path


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym, its words, a line of explanation, and the sheet it names (None: a word of the field)."""

    label: str
    expansion: str
    description: str | None
    path: str | None


@dataclass(frozen=True, slots=True)
class AcronymLetter:
    """The acronyms that begin with one letter."""

    letter: str
    entries: tuple[Acronym, ...]


@dataclass(frozen=True, slots=True)
class JobEntry:
    """A name of a job. `id` and `facts` for its usual name; `see`, the job whose name it also is."""

    name: str
    others: tuple[str, ...]
    code: str
    facts: tuple[str, ...]
    see: str | None


@dataclass(frozen=True, slots=True)
class JobLetter:
    """The names that begin with one letter."""

    letter: str
    entries: tuple[JobEntry, ...]


def acronyms(library: Library) -> tuple[AcronymLetter, ...]:
    """Acronyms of schemes and of the glossary, each once, by initial."""
    found: dict[str, Acronym] = {}
    for term in library.guide.vocabulary.glossary.values():
        if term.expansion:
            found[folded(term.label)] = Acronym(term.label, term.expansion, term.description, None)
    for scheme in library.guide.schemes.values():
        if scheme.acronym:
            known = found.get(folded(scheme.acronym))
            said = known.description if known else None
            words_of = known.expansion if known else scheme.title
            path = scheme_path(scheme.id)
            found[folded(scheme.acronym)] = Acronym(scheme.acronym, words_of, said, path)
    letters: defaultdict[str, list[Acronym]] = defaultdict(list)
    for key in sorted(found):
        letters[key[:1].upper()].append(found[key])
    return tuple(AcronymLetter(letter, tuple(entries)) for letter, entries in letters.items())


def jobs(library: Library) -> tuple[JobLetter, ...]:
    """Every name people use for a job of the order, by initial; empty where the edition has no order."""
    pages = job_views.job_pages(library)
    by_path = {page.path: page for page in pages}
    return tuple(
        JobLetter(letter, tuple(_entry(names, by_path[names.path]) for names in rows))
        for letter, rows in job_views.job_index(pages)
    )


def _entry(names: Names, page: JobPage) -> JobEntry:
    facts = () if names.job else _facts(page)
    return JobEntry(names.name, names.others, page.id, facts, names.job)


def _facts(page: JobPage) -> tuple[str, ...]:
    """What is ordered for the job, in few words: levels, kinds, places."""
    levels = ", ".join(level.name for level in page.levels)
    place = None if page.where.text == EVERYWHERE else page.where.text
    said = (levels, ", ".join(page.types), place)
    return tuple(words.capital(one) for one in said if one)
