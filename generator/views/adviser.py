"""The adviser's part of a sheet: who, how, on what basis, with which figures, from which source."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.base import Figure, Review
from generator.model.scheme import Entry, Scheme
from generator.views import words
from generator.views.answers import ages
from generator.views.shared import Cited, Library, Point, Ref


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: `values` is empty where the sources are silent."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of a source, ready to print."""

    label: str
    value: str
    year: str
    source: Cited


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two sources that disagree, and what each says."""

    topic: str
    readings: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """When the sheet was read again, by whom, and whether it is late."""

    text: str
    late: bool


@dataclass(frozen=True, slots=True)
class AdviserPart:
    """All that only a prescriber needs."""

    summary: str | None
    prescription: str | None
    contracting: str | None
    audience: tuple[Row, ...]
    requires: tuple[Row, ...]
    gives: tuple[Row, ...]
    entry: tuple[Row, ...]
    funders: tuple[Ref, ...]
    operators: tuple[Ref, ...]
    legal_basis: tuple[str, ...]
    figures: tuple[FigureRow, ...]
    strengths: tuple[Point, ...]
    pitfalls: tuple[Point, ...]
    contradictions: tuple[Disagreement, ...]
    planned: tuple[Point, ...]
    names: tuple[Row, ...]
    sources: tuple[Cited, ...]
    review: ReviewLine
    edit: str | None

    @property
    def facts(self) -> tuple[object, ...]:
        """What leaves a very long sheet for a page of its own: « L’essentiel » and `scheme-facts.html.j2`."""
        told = (self.strengths, self.figures, self.contradictions, self.planned)
        return (self.summary, *told, self.legal_basis, self.names, self.sources)


def adviser_part(library: Library, scheme: Scheme) -> AdviserPart:
    """The adviser's part of one scheme."""
    typed = scheme.adviser
    return AdviserPart(
        summary=typed.summary,
        prescription=typed.prescription,
        contracting=typed.contracting,
        audience=_audience(library, scheme),
        requires=_requires(library, scheme),
        gives=(*_abilities(library, scheme.gives.abilities), *_details(scheme.gives.details)),
        entry=_entry(library, scheme),
        funders=library.organisations(scheme.funders),
        operators=library.organisations(scheme.operators),
        legal_basis=typed.legal_basis,
        figures=figure_rows(library, (*scheme.volume, *scheme.results, *typed.figures)),
        strengths=library.points(typed.strengths),
        pitfalls=library.points(typed.pitfalls),
        contradictions=tuple(
            Disagreement(found.topic, library.points(found.readings)) for found in scheme.contradictions
        ),
        planned=library.points(typed.planned),
        names=_names(scheme),
        sources=tuple(library.cited(source) for source in scheme.sources),
        review=review_line(scheme.review, library.today),
        edit=library.edit_address("scheme", scheme.id),
    )


def _audience(library: Library, scheme: Scheme) -> tuple[Row, ...]:
    vocabulary, audience = library.guide.vocabulary, scheme.audience
    said = ages(audience)
    levels = [vocabulary.levels[level] for level in audience.levels]
    named = tuple(f"{one.label} (ancien {one.former})" if one.former else one.label for one in levels)
    return (
        Row("Âge", (words.capital(said),) if said else ()),
        Row("Situations", tuple(vocabulary.statuses[s].label for s in audience.statuses)),
        Row("Niveaux de diplôme", named),
        Row("Publics prioritaires", tuple(vocabulary.publics[p].label for p in audience.priority_publics)),
        Row("Précisions", audience.details),
    )


def _requires(library: Library, scheme: Scheme) -> tuple[Row, ...]:
    wanted = scheme.requires
    conditions = _details(wanted.conditions, "Conditions à vérifier")
    if wanted.nothing:
        return (Row("Prérequis", ("Aucun, dit la source",)), *conditions)
    return (*_abilities(library, wanted.abilities, asked=True), *conditions) or (Row("Prérequis", ()),)


def _abilities(library: Library, wanted: Mapping[str, str], *, asked: bool = False) -> tuple[Row, ...]:
    return tuple(Row(label, (level,)) for label, level in ability_words(library, wanted, asked=asked))


def ability_words(
    library: Library, wanted: Mapping[str, str], *, asked: bool = False
) -> tuple[tuple[str, str], ...]:
    """Each ability with its level in words: a level had or reached, or so many levels more.

    `asked`: the lowest level, when it is what one must have, means that none is asked.
    """
    found = []
    for name, level in wanted.items():
        ability = library.guide.vocabulary.abilities[name]
        label = next((step.label for step in ability.levels if step.id == level), level)
        if asked and level == ability.levels[0].id:
            label = "aucun niveau demandé"
        elif level.startswith("+"):
            label = "un niveau de plus" if level == "+1" else f"{level[1:]} niveaux de plus"
        found.append((ability.label, label))
    return tuple(found)


def _details(lines: tuple[str, ...], label: str = "Autres apports") -> tuple[Row, ...]:
    return (Row(label, lines),) if lines else ()


def _entry(library: Library, scheme: Scheme) -> tuple[Row, ...]:
    entry = scheme.entry
    alone = {True: "Oui", False: "Non", None: None}[entry.alone]
    mode = {"permanent": "Toute l’année", "sessions": "À dates fixes", None: None}[entry.mode]
    dates = [mode, words.capital(words.month_names(entry.months)), entry.calendar or _programme(entry)]
    names = tuple(organisation.label for organisation in library.organisations(entry.prescribers))
    return (
        Row("Inscription sans conseiller", (alone,) if alone else ()),
        Row("Prescripteurs", names),
        Row("Entrées", tuple(date for date in dates if date)),
        Row("Sélection", entry.selection),
    )


def _programme(entry: Entry) -> str | None:
    if entry.programme is None:
        return None
    months = words.from_to(entry.programme.starts, entry.programme.ends)
    return f"Programme {months} (ce n’est pas une date d’entrée)"


def figure_rows(library: Library, figures: tuple[Figure, ...]) -> tuple[FigureRow, ...]:
    """Figures ready to print, none twice."""
    unique = dict.fromkeys(
        FigureRow(found.label, words.figure(found), found.year or "", library.cited(found.source))
        for found in figures
    )
    return tuple(unique)


def _names(scheme: Scheme) -> tuple[Row, ...]:
    rows = (
        Row("Sigle", (scheme.acronym,) if scheme.acronym else ()),
        Row("Autres noms", scheme.other_names),
        Row("Anciens noms", scheme.former_names),
        Row("Identifiants externes", tuple(f"{key} : {value}" for key, value in scheme.external_ids.items())),
    )
    return tuple(row for row in rows if row.values)


def review_line(review: Review, today: datetime.date) -> ReviewLine:
    """The review, and whether it is past its date on the day of the build."""
    if review.on is None:
        return ReviewLine("Pas encore relue par un professionnel.", late=True)
    by = f" par {review.by}" if review.by else ""
    done = datetime.date.fromisoformat(review.on)
    months = done.year * 12 + done.month - 1 + review.every_months
    due = datetime.date(months // 12, months % 12 + 1, min(done.day, 28))
    text = f"Relue le {words.date(done)}{by}. À relire avant le {words.date(due)}."
    return ReviewLine(text, late=due < today)
