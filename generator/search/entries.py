"""What the search can find: every need, scheme, pathway, job, training and word of the guide.

An entry has a name (weighs most), texts, and ways of saying it; a need has many of those, each
indexed apart so that a whole sentence can match a whole sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.typography import french_text
from generator.views.jobs import rows_of_jobs
from generator.views.order import line
from generator.views.reference import word_paths
from generator.views.shared import Library, domain_path, job_path, need_path, pathway_path, scheme_path
from generator.views.words import shorten

LINE = 90
"""Longest explanation of a word that travels, in characters; the glossary has the rest."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to find. `path` is relative to the site; `names` and `text` are only searched."""

    kind: str
    id: str
    path: str
    title: str
    line: str
    names: tuple[str, ...]
    text: str
    phrases: tuple[str, ...] = ()


def entries(library: Library) -> tuple[Entry, ...]:
    """Everything that can be found, by kind, in the order of the guide."""
    return (
        *_needs(library),
        *_elsewhere(library),
        *_schemes(library),
        *_pathways(library),
        *_jobs(library),
        *_trainings(library),
        *_words(library),
    )


def _entry(kind: str, at: tuple[str, str], title: str, line: str, *more: tuple[str, ...]) -> Entry:
    record, path = at
    names, texts, phrases = (*more, (), (), ())[:3]
    return Entry(
        kind, record, path, french_text(title), french_text(line), (title, *names), " ".join(texts), phrases
    )


def _needs(library: Library) -> Iterator[Entry]:
    for need in library.guide.needs.values():
        at = need.id, need_path(need.id)
        said = need.statement, need.title, need.explanation, *need.phrasings
        yield _entry("need", at, need.statement, need.explanation, (), (), tuple(dict.fromkeys(said)))


def _elsewhere(library: Library) -> Iterator[Entry]:
    """What the guide does not treat, as one more thing a sentence may say; never shown as a result."""
    found = library.guide.vocabulary.elsewhere.values()
    phrases = tuple(phrase for subject in found for phrase in (subject.label, *subject.phrasings))
    if phrases:
        yield Entry("elsewhere", "elsewhere", "", "", "", (), "", phrases)


def _schemes(library: Library) -> Iterator[Entry]:
    glossary = {term.label: term.expansion for term in library.guide.vocabulary.glossary.values()}
    for scheme in library.guide.schemes.values():
        names = scheme.acronym, glossary.get(scheme.acronym or ""), *scheme.other_names, *scheme.former_names
        themes = (library.guide.vocabulary.themes[theme].label for theme in scheme.themes)
        texts = scheme.person.summary, scheme.simple, *themes, *(part.title for part in scheme.content)
        kept = tuple(name for name in names if name)
        at = scheme.id, scheme_path(scheme.id)
        yield _entry("scheme", at, scheme.title, scheme.person.summary, kept, texts)


def _pathways(library: Library) -> Iterator[Entry]:
    for pathway in library.guide.pathways.values():
        at = pathway.id, pathway_path(pathway.id)
        texts = pathway.summary, pathway.profile.summary, pathway.goal
        yield _entry("pathway", at, pathway.title, pathway.summary, (), texts)


def _jobs(library: Library) -> Iterator[Entry]:
    for code in rows_of_jobs(library.guide):
        job = library.guide.vocabulary.jobs[code]
        names = code, *job.everyday, job.label, *job.other_labels
        yield _entry("job", (code, job_path(code)), job.title, job.simple, names, (job.simple,))


def _trainings(library: Library) -> Iterator[Entry]:
    for domain in library.guide.domains.values():
        said: set[str] = set()
        for training in domain.trainings:
            row = line(library, domain, training)
            if row.title in said:
                continue  # rows of one domain often bear one name: the first stands for them all
            said.add(row.title)
            at = row.id, row.path or domain_path(domain.id)
            yield _entry("training", at, row.title, domain.title, (*training.certifications, domain.title))


def _words(library: Library) -> Iterator[Entry]:
    paths = word_paths(library)
    for term in library.guide.vocabulary.glossary.values():
        at = term.id, paths[term.id]
        line = term.expansion or shorten(term.description or "", LINE)
        names = (term.expansion,) if term.expansion else ()
        yield _entry("word", at, term.label, line, names)
