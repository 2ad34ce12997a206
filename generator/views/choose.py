"""« Lequel choisir ? »: schemes side by side, and only the lines that tell them apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.alike import Alike
from generator.model.scheme import Scheme
from generator.views import words
from generator.views.adviser import ability_words
from generator.views.answers import ages, cost, pay, payers, short_name, where
from generator.views.places import place_groups
from generator.views.shared import KINDS, STATUSES, Card, Cited, Library, Ref, choose_path, scheme_path

OPEN = "Ouvert"
MODES = {"permanent": "Toute l’année", "sessions": "À dates fixes"}
SHORT = 44
"""Characters of a title that several columns side by side leave room for."""
TAB = 70
"""Characters of the names in the title of a window, where the guide’s name comes after."""
ALONE = {True: "Vous pouvez vous inscrire seul", False: "Il faut passer par un conseiller"}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one sheet says on one line; `values` is empty where its sources are silent."""

    scheme: str
    values: tuple[str, ...]
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One question, and the answer of each scheme."""

    label: str
    cells: tuple[Cell, ...]

    @property
    def differs(self) -> bool:
        """Whether it helps to choose."""
        return len({cell.values for cell in self.cells}) > 1

    @property
    def silent(self) -> bool:
        """Whether no sheet says anything."""
        return not any(cell.values for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Difference:
    """What an editor wrote of two schemes."""

    schemes: tuple[Ref, Ref]
    text: str
    source: Cited | None


@dataclass(frozen=True, slots=True)
class ChoosePage:
    """A group of schemes one hesitates between."""

    title: str
    tab: str
    """The title of the window: the first names, as a bar of tabs has no room for five."""
    path: str
    cards: tuple[Card, ...]
    names: tuple[Ref, ...]
    differences: tuple[Difference, ...]
    lines: tuple[Line, ...]
    same: tuple[Line, ...]
    silent: tuple[str, ...]
    needs: tuple[Ref, ...]


def choose_pages(library: Library) -> tuple[ChoosePage, ...]:
    """The page of every group."""
    return tuple(_page(library, group) for group in library.alike)


def choose_ref(library: Library, group: Alike) -> Ref:
    """A link to a group: « PEE, EDI ou E2C ? »."""
    names = [short_title(library, name) for name in group.schemes]
    return Ref(f"{words.join(names, 'ou')} ?", choose_path(group.id))


def choices_among(library: Library, schemes: Iterable[str]) -> tuple[Ref, ...]:
    """Groups of which two at least are among `schemes`: there is a choice to make."""
    shown = set(schemes)
    found = (group for group in library.alike if len(shown.intersection(group.schemes)) > 1)
    return tuple(choose_ref(library, group) for group in found)


def short_title(library: Library, scheme: str) -> str:
    """The title without what it adds after a comma or between brackets; the acronym where it stays long."""
    found = library.guide.schemes[scheme]
    title = re.split(r",| \(", found.title)[0]
    return title if len(title) <= SHORT else found.acronym or title


def _page(library: Library, group: Alike) -> ChoosePage:
    schemes = [library.guide.schemes[name] for name in group.schemes]
    lines = tuple(_line(library, label, say, schemes) for label, say in LINES.items())
    ref = choose_ref(library, group)
    return ChoosePage(
        title=ref.label,
        tab=_tab([short_title(library, name) for name in group.schemes]),
        path=choose_path(group.id),
        cards=tuple(library.cards[name] for name in group.schemes),
        names=tuple(Ref(short_title(library, name), scheme_path(name)) for name in group.schemes),
        differences=tuple(
            Difference(
                (_named(library, name), _named(library, link.scheme)),
                link.difference,
                library.cited(link.source) if link.source else None,
            )
            for name, link in group.differences
        ),
        lines=tuple(line for line in lines if line.differs),
        same=tuple(line for line in lines if not line.differs and not line.silent),
        silent=tuple(line.label for line in lines if line.silent),
        needs=_needs(library, schemes),
    )


def _tab(names: Sequence[str]) -> str:
    """As many names as `TAB` characters hold, two at least; the others are counted."""
    fit = max(
        count for count in range(1, len(names) + 1) if count < 3 or len(", ".join(names[:count])) <= TAB
    )
    left = len(names) - fit
    return words.join([*names[:fit], *([words.plural(left, "autre")] if left else [])], "ou") + " ?"


def _named(library: Library, name: str) -> Ref:
    return Ref(short_title(library, name), scheme_path(name))


def _needs(library: Library, schemes: Iterable[Scheme]) -> tuple[Ref, ...]:
    """Needs that all of them answer."""
    answered = [{answer.need for answer in scheme.needs} for scheme in schemes]
    return tuple(library.need(need) for need in library.guide.needs if all(need in one for one in answered))


Say = Callable[[Library, Scheme], Iterable[str | None]]


def _line(library: Library, label: str, say: Say, schemes: Iterable[Scheme]) -> Line:
    cells = []
    for scheme in schemes:
        said = dict.fromkeys(words.capital(one.rstrip(".")) for one in say(library, scheme) if one)
        near = f"{scheme_path(scheme.id)}#lieux" if label == WHERE and place_groups(library, scheme) else None
        cells.append(Cell(scheme.id, tuple(said), near))
    return Line(label, tuple(cells))


def _statuses(library: Library, scheme: Scheme) -> Iterable[str | None]:
    return [library.guide.vocabulary.statuses[one].label for one in scheme.audience.statuses]


def _publics(library: Library, scheme: Scheme) -> Iterable[str | None]:
    return [library.guide.vocabulary.publics[one].label for one in scheme.audience.priority_publics]


def _levels(library: Library, scheme: Scheme) -> Iterable[str | None]:
    return [library.guide.vocabulary.levels[one].label for one in scheme.audience.levels]


def _required(library: Library, scheme: Scheme) -> Iterable[str | None]:
    wanted = scheme.requires
    levels = [f"{label} : {level}" for label, level in ability_words(library, wanted.abilities, asked=True)]
    return ["Rien de particulier" if wanted.nothing else None, *levels, *wanted.conditions]


def _given(library: Library, scheme: Scheme) -> Iterable[str | None]:
    return [f"{label} : {level}" for label, level in ability_words(library, scheme.gives.abilities)]


def _entry(_: Library, scheme: Scheme) -> Iterable[str | None]:
    entry = scheme.entry
    months = words.month_names(entry.months) if entry.months else None
    return [MODES.get(entry.mode or ""), months, entry.calendar]


def _duration(_: Library, scheme: Scheme) -> Iterable[str | None]:
    length = scheme.duration
    weekly = f"{words.plural(length.hours_per_week, 'heure')} par semaine" if length.hours_per_week else None
    return [words.duration(length), weekly, length.rhythm]


def _company(_: Library, scheme: Scheme) -> Iterable[str | None]:
    length = scheme.duration
    if length.company_weeks:
        return [f"{words.plural(length.company_weeks, 'semaine')} en entreprise"]
    return [None if length.company is None else "Oui" if length.company else "Non"]


def _pay(library: Library, scheme: Scheme) -> Iterable[str | None]:
    by = payers(library, scheme)
    return [pay(scheme), f"par : {by}" if by else None, scheme.pay.detail]


def _enrolling(library: Library, scheme: Scheme) -> Iterable[str | None]:
    organisations = library.guide.vocabulary.organisations
    alone = None if scheme.entry.alone is None else ALONE[scheme.entry.alone]
    return [alone, *(short_name(organisations[one]) for one in scheme.entry.prescribers)]


def _status(_: Library, scheme: Scheme) -> Iterable[str | None]:
    return [STATUSES.get(scheme.status, OPEN), f"information de {words.month(scheme.as_of)}"]


WHERE = "Où"

LINES: Mapping[str, Say] = {
    "État": _status,
    "De quoi il s’agit": lambda _, scheme: [KINDS[scheme.kind]],
    "Votre âge": lambda _, scheme: [ages(scheme.audience)],
    "Votre situation": _statuses,
    "Votre diplôme": _levels,
    "Prioritaires": _publics,
    "Ce qu’il faut déjà savoir": _required,
    "Ce que cela apporte": _given,
    "Quand on entre": _entry,
    "Combien de temps": _duration,
    "En entreprise": _company,
    "Êtes-vous payé ?": _pay,
    "Ce que cela vous coûte": lambda _, scheme: [cost(scheme), scheme.cost.detail],
    "Diplôme ou certificat": lambda _, scheme: [one.title for one in scheme.certifications],
    "Qui vous inscrit": _enrolling,
    WHERE: lambda library, scheme: [where(library, scheme)],
    "À savoir aussi": lambda _, scheme: scheme.audience.details,
}
"""The questions, in the order one asks them, and where each answer is on a sheet."""
