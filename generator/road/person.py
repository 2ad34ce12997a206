"""The sheet of the person: what, where, when, who to call, what to say, to bring, to ask, to do first.

Everything is cut so that three choices hold on one page in large type; None is « non précisé ».
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.markdown import sentences
from generator.model.pathway import Pathway
from generator.model.scheme import Scheme
from generator.road.cut import cut, cut_list
from generator.road.phone import three_sentences
from generator.views import questions, words
from generator.views.answers import answers, short_name, where
from generator.views.schemes import MODES
from generator.views.shared import Library

SAID = {
    questions.ALONE,
    questions.WHERE,
    questions.WHEN,
    questions.NEXT_DATES,
    questions.ASK_WHOM,
    questions.TO_BRING,
    questions.TO_SUPPLY,
    questions.ASK_WHERE,
}
"""Questions that the telephone or « à apporter » already ask: not a second time on a small page."""

NOT_YET = {
    "announced": "Demandez à un conseiller si c’est ouvert. Cherchez aussi une autre solution.",
    "suspended": "Demandez à un conseiller quand cela reprend. Cherchez avec lui une autre solution.",
}
"""What to do first about what one cannot enter: never « inscrivez-vous »."""

LONGEST_FIRST = 118
"""Whole sentences within these signs, so that a first step is never cut in its middle."""


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """One choice, as the person takes it home. `steps`: those of a pathway, on one line."""

    what: str
    steps: str | None
    where: str | None
    when: str | None
    who: str | None
    first: str
    phone: tuple[str, ...]
    bring: tuple[str, ...]
    ask: tuple[str, ...]


def of_scheme(library: Library, scheme: Scheme, name: str) -> PersonSheet:
    """The part of one scheme; `name` is how it is called, on the telephone too."""
    asked = questions.to_ask(scheme, answers(library, scheme))
    wanted = [one for one in (*asked.shown, *asked.more) if one not in SAID]
    who = _who(library, scheme)
    return PersonSheet(
        what=cut(scheme.person.summary, 150),
        steps=None,
        where=_where(library, scheme),
        when=_when(scheme),
        who=who,
        first=_first(library, scheme),
        phone=three_sentences(scheme, name),
        bring=tuple(cut_list(scheme.documents, 130, 3)),
        ask=tuple(wanted[:3]),
    )


def of_pathway(library: Library, pathway: Pathway, first: PersonSheet) -> PersonSheet:
    """The part of one pathway: all its steps, and how to take the first, whose own sheet is `first`."""
    names = (library.cards[step.scheme].title for step in pathway.steps)
    return PersonSheet(
        what=cut(pathway.summary, 130),
        steps=cut(" → ".join(names), 150),
        where=first.where,
        when=first.when,
        who=first.who,
        first=first.first,
        phone=first.phone,
        bring=first.bring,
        ask=tuple(first.ask[:2]),
    )


def _where(library: Library, scheme: Scheme) -> str | None:
    said = where(library, scheme)
    if said and said[0].isdigit():
        return f"{said} : liste sur la fiche"
    return cut(said, 90) if said else None


def _when(scheme: Scheme) -> str | None:
    entry, length = scheme.entry, words.duration(scheme.duration)
    dates = MODES[entry.mode]
    if entry.months:
        dates = f"Mois d’entrée : {words.month_names(entry.months)}."
    elif dates is None and entry.calendar:
        dates = entry.calendar
    said = [dates, f"Durée : {words.lower_first(length)}." if length else None]
    return cut(" ".join(one for one in said if one), 110) or None


def _who(library: Library, scheme: Scheme) -> str | None:
    """Those who send people there; else those who run it; never more than three."""
    organisations = library.guide.vocabulary.organisations
    entry = scheme.entry
    names = [short_name(organisations[one]) for one in entry.prescribers or scheme.operators]
    shown = words.join(names, "ou") if len(names) <= 3 else f"{', '.join(names[:3])}…"
    if entry.alone and entry.prescribers:
        return cut(f"L’organisme, sans conseiller ; ou : {shown}", 120)
    if entry.alone and not names:
        return "L’organisme, sans conseiller"
    return cut(shown, 120) or None


def _first(library: Library, scheme: Scheme) -> str:
    """The beginning of « Pour commencer »; else how to reach the first who can help."""
    if scheme.status in NOT_YET:
        return NOT_YET[scheme.status]
    if scheme.person.how_to_start:
        said = ""
        for one in sentences(scheme.person.how_to_start):
            if said and len(said) + len(one) >= LONGEST_FIRST:
                break
            said = f"{said} {one}".strip()
        return cut(said, LONGEST_FIRST)
    for helper in scheme.entry.prescribers:
        found = library.guide.vocabulary.organisations[helper]
        if found.how_to_reach:
            return cut(f"{short_name(found)} : {words.lower_first(found.how_to_reach)}", LONGEST_FIRST)
    return "Demandez un rendez-vous à un conseiller. Montrez-lui cette feuille."
