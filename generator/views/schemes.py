"""The page of a scheme: `Scheme` is what the editor typed, `SchemePage` what the page shows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model.scheme import Scheme
from generator.views import words
from generator.views.adviser import AdviserPart, ability_words, adviser_part
from generator.views.answers import Answer, answers, audience_lines, cost, pay, payers
from generator.views.links import Line, Relation, line, relations
from generator.views.places import Notice, PlaceGroup, operators_notice, place_groups
from generator.views.plan import station_on_map
from generator.views.questions import ToAsk, to_ask
from generator.views.shared import KINDS, Badge, Card, Library, Ref, apart_path, badge, scheme_path
from generator.views.simple import ONWARD, SimpleLine, simple_lines
from generator.views.size import characters
from generator.views.ways import doors_of_scheme

ALONE = {True: "Vous pouvez vous inscrire seul.", False: "Il faut passer par un conseiller.", None: None}
LONG = 38_000
"""Characters of a sheet, about 18 kB once compressed with its script: above, a part of it is a page apart."""
WORTH = 6_000
"""Characters of that part, about 2 kB: below, the sheet would lose its figures and be hardly lighter."""
MODES = {"permanent": "On entre toute l’année.", "sessions": "On entre à des dates fixes.", None: None}


@dataclass(frozen=True, slots=True)
class NotForLine:
    """« Ce n’est pas pour vous si… », and where to go instead."""

    text: str
    instead: Ref | None


@dataclass(frozen=True, slots=True)
class ModuleLine:
    """One named part of the contents."""

    title: str
    detail: str | None
    hours: str | None
    optional: bool


@dataclass(frozen=True, slots=True)
class Links:
    """Where one comes from, where one goes, and what else is near."""

    line: Line
    relations: tuple[Relation, ...]
    replaced_by: tuple[Ref, ...]
    pathways: tuple[Ref, ...]
    needs: tuple[Ref, ...]
    themes: tuple[Ref, ...]
    on_map: Ref | None


@dataclass(frozen=True, slots=True)
class SchemePage:
    """Everything a scheme page shows, in words."""

    card: Card
    kind: str
    badge: Badge | None
    as_of: str
    summary: str
    simple: tuple[SimpleLine, ...]
    answers: tuple[Answer, ...]
    what_you_do: str | None
    what_you_get: str | None
    how_to_start: str | None
    good_to_know: str | None
    audience: tuple[str, ...]
    priority: tuple[str, ...]
    details: tuple[str, ...]
    requires: tuple[str, ...] | None
    """None where no source says; empty never."""
    gives: tuple[str, ...]
    not_for: tuple[NotForLine, ...]
    understood: tuple[str, ...]
    attention: tuple[str, ...]
    documents: tuple[str, ...]
    questions: ToAsk
    content: tuple[ModuleLine, ...]
    duration: tuple[str, ...]
    entry: tuple[str, ...]
    selection: tuple[str, ...]
    money: tuple[str, ...]
    certifications: tuple[Ref, ...]
    jobs: tuple[str, ...]
    links: Links
    places: tuple[PlaceGroup, ...]
    operators_notice: Notice | None
    doors: tuple[Ref, ...]
    region: str
    adviser: AdviserPart
    apart: str | None = None
    """Where the rest of the adviser’s part is, when the sheet would weigh too much with it."""

    @property
    def onward(self) -> tuple[Ref, ...]:
        """Where to go next from the simple version."""
        return tuple(Ref(one.title, one.path) for one in self.links.line.after[:ONWARD])

    @property
    def closed(self) -> bool:
        """A closed scheme keeps a page that says what replaces it, and no more."""
        return self.badge is not None and self.badge.tone == "closed"


def scheme_page(library: Library, scheme: Scheme) -> SchemePage:
    """The page of one scheme."""
    page = _whole(library, scheme)
    if not page.closed and characters(page) > LONG and characters(page.adviser.facts) >= WORTH:
        return replace(page, apart=apart_path(scheme.id))
    return page


def _whole(library: Library, scheme: Scheme) -> SchemePage:
    person = scheme.person
    six = answers(library, scheme)
    return SchemePage(
        card=library.cards[scheme.id],
        kind=KINDS[scheme.kind],
        badge=badge(scheme),
        as_of=words.as_of(scheme.as_of),
        summary=person.summary,
        simple=simple_lines(scheme.simple),
        answers=six,
        what_you_do=person.what_you_do,
        what_you_get=person.what_you_get,
        how_to_start=person.how_to_start,
        good_to_know=person.good_to_know,
        audience=audience_lines(library, scheme.audience),
        priority=_priority(library, scheme),
        details=scheme.audience.details,
        requires=_requires(library, scheme),
        gives=_gives(library, scheme),
        not_for=_not_for(library, scheme),
        understood=scheme.understood,
        attention=scheme.attention,
        documents=scheme.documents,
        questions=to_ask(scheme, six),
        content=_content(scheme),
        duration=_duration(scheme),
        entry=_entry(library, scheme),
        selection=scheme.entry.selection,
        money=_money(library, scheme),
        certifications=_certifications(scheme),
        jobs=scheme.jobs,
        links=_links(library, scheme),
        places=place_groups(library, scheme),
        operators_notice=operators_notice(library, scheme),
        doors=doors_of_scheme(library, scheme.id),
        region=library.guide.vocabulary.regions[scheme.region].label,
        adviser=adviser_part(library, scheme),
    )


def _links(library: Library, scheme: Scheme) -> Links:
    guide = library.guide
    through = guide.pathways_of_scheme[scheme.id]
    themes = guide.vocabulary.themes
    return Links(
        line=line(library, scheme),
        relations=relations(library, scheme),
        replaced_by=tuple(library.scheme(link.scheme, link.condition) for link in scheme.replaced_by),
        pathways=tuple(library.pathway(found, guide.pathways[found].summary) for found in through),
        needs=tuple(library.need(answer.need) for answer in scheme.needs),
        themes=tuple(Ref(themes[t].label, f"dispositifs/par-theme/index.html#{t}") for t in scheme.themes),
        on_map=station_on_map(library, scheme.id),
    )


def _priority(library: Library, scheme: Scheme) -> tuple[str, ...]:
    publics = library.guide.vocabulary.publics
    return tuple(words.capital(publics[public].label) for public in scheme.audience.priority_publics)


def _not_for(library: Library, scheme: Scheme) -> tuple[NotForLine, ...]:
    return tuple(
        NotForLine(one.text, library.scheme(one.instead) if one.instead else None) for one in scheme.not_for
    )


def _content(scheme: Scheme) -> tuple[ModuleLine, ...]:
    return tuple(
        ModuleLine(one.title, one.detail, words.span(one.hours, one.hours, "heure"), one.optional)
        for one in scheme.content
    )


def _certifications(scheme: Scheme) -> tuple[Ref, ...]:
    return tuple(
        Ref(one.title, scheme_path(one.scheme) if one.scheme else None) for one in scheme.certifications
    )


def _requires(library: Library, scheme: Scheme) -> tuple[str, ...] | None:
    wanted = scheme.requires
    lines = [f"{label} : {level}" for label, level in ability_words(library, wanted.abilities, asked=True)]
    if wanted.nothing:
        lines.insert(0, "Rien de particulier n’est demandé.")
    lines += wanted.conditions
    return tuple(lines) or None


def _gives(library: Library, scheme: Scheme) -> tuple[str, ...]:
    lines = [f"{label} : {level}" for label, level in ability_words(library, scheme.gives.abilities)]
    return (*lines, *scheme.gives.details)


def _duration(scheme: Scheme) -> tuple[str, ...]:
    length = scheme.duration
    lines = [
        words.weeks(length.weeks_min, length.weeks_max),
        words.span(length.hours_min, length.hours_max, "heure"),
        f"{words.plural(length.hours_per_week, 'heure')} par semaine" if length.hours_per_week else None,
        length.rhythm,
        _company(scheme),
    ]
    return tuple(words.capital(line) for line in lines if line)


def _company(scheme: Scheme) -> str | None:
    length = scheme.duration
    if length.company_weeks:
        return f"dont {words.plural(length.company_weeks, 'semaine')} en entreprise"
    if length.company is None:
        return None
    return "avec un stage en entreprise" if length.company else "sans stage en entreprise"


def _entry(library: Library, scheme: Scheme) -> tuple[str, ...]:
    entry = scheme.entry
    names = [library.guide.vocabulary.organisations[p].label for p in entry.prescribers]
    told = scheme.person.how_to_start is not None
    lines = [
        None if told else ALONE[entry.alone],
        f"Ils peuvent vous aider à entrer : {words.join(names)}." if names and not told else None,
        MODES[entry.mode],
        f"Mois d’entrée : {words.month_names(entry.months)}." if entry.months else None,
        entry.calendar,
    ]
    return tuple(line for line in lines if line)


def _money(library: Library, scheme: Scheme) -> tuple[str, ...]:
    paid, price, by = pay(scheme), cost(scheme), payers(library, scheme)
    lines = [
        scheme.pay.detail or (f"Payé ? {paid}." if paid else None),
        f"{'Qui vous paie' if scheme.pay.state == 'paid' else 'Si vous êtes payé, c’est par'} : {by}."
        if by
        else None,
        scheme.cost.detail or (f"{price}." if price else None),
    ]
    return tuple(line for line in lines if line)
