"""The first screen of a scheme: six questions a person asks, answered in one line each."""

from __future__ import annotations

from dataclasses import dataclass

from generator.markdown import first_sentence
from generator.model.audience import Audience
from generator.model.scheme import Scheme
from generator.model.vocabulary import ListItem
from generator.views import words
from generator.views.shared import Library

LONGEST = 90
UP_TO = {
    "level-3": "jusqu’au CAP/BEP",
    "level-4": "jusqu’au bac",
    "level-5": "jusqu’au BTS/DUT",
    "level-6": "jusqu’à la licence",
    "level-7": "tous niveaux",
}
"""Every diploma level up to this one, in the few words of a first screen."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the six: `text` is None where the sources are silent; `anchor` leads to the rest."""

    icon: str
    question: str
    text: str | None
    anchor: str


def answers(library: Library, scheme: Scheme) -> tuple[Answer, ...]:
    """Is it for me, what do I get, how long, am I paid, how do I start, where."""
    return (
        Answer("personne", "Pour qui ?", _for_whom(library, scheme), "pour-qui"),
        Answer("cadeau", "J’obtiens quoi ?", _what(library, scheme), "obtenir"),
        Answer("horloge", "Combien de temps ?", _sentence(words.duration(scheme.duration)), "duree"),
        Answer("piece", "Je suis payé ?", pay(scheme), "argent"),
        Answer("depart", "Je commence comment ?", _start(library, scheme), "commencer"),
        Answer("lieu", "C’est où ?", where(library, scheme), "lieux"),
    )


def _sentence(text: str | None) -> str | None:
    return words.capital(text) if text else None


def ages(audience: Audience) -> str | None:
    """« de 16 à 25 ans », « sans condition d’âge » when a source says so, None when none does.

    « jeunes » without an age is said as the source says it, never as an age.
    """
    if audience.young:
        return "jeunes (âge non précisé par la source)"
    return "sans condition d’âge" if audience.any_age else words.ages(audience.age_min, audience.age_max)


def audience_lines(library: Library, audience: Audience) -> tuple[str, ...]:
    """Ages, situations and levels in words; empty when no source says."""
    vocabulary = library.guide.vocabulary
    lines = [
        ages(audience),
        words.join((vocabulary.statuses[s].label for s in audience.statuses), "ou"),
        words.join((vocabulary.levels[level].label for level in audience.levels), "ou"),
    ]
    return tuple(words.capital(line) for line in lines if line)


def _for_whom(library: Library, scheme: Scheme) -> str | None:
    audience = scheme.audience
    parts = []
    said = ages(audience)
    if said:
        parts.append(words.capital(said))
    if audience.levels:
        parts.append(words.capital(_levels(library, audience)))
    statuses = [short_name(library.guide.vocabulary.statuses[s]) for s in audience.statuses]
    if statuses:
        room = 2 if len(parts) < 2 else 1
        shown = statuses if len(statuses) <= room else [*statuses[:room], "etc."]
        parts.append(words.capital(", ".join(shown)))
    if not parts and audience.details:
        parts.append(words.shorten(audience.details[0].rstrip("."), LONGEST))
    return ". ".join(parts) or None


def _levels(library: Library, audience: Audience) -> str:
    """« sans diplôme », « jusqu’au CAP/BEP » when every lower level may enter, else their names."""
    known = library.guide.vocabulary.levels
    wanted = [level for level in known if level in audience.levels]
    if wanted == list(known)[: len(wanted)] and wanted[-1] in UP_TO:
        return UP_TO[wanted[-1]]
    return words.join((known[level].label for level in wanted), "ou")


def _what(library: Library, scheme: Scheme) -> str | None:
    if scheme.person.what_you_get:
        return words.shorten(first_sentence(scheme.person.what_you_get).rstrip("."), LONGEST)
    if scheme.gives.details:
        return words.shorten(scheme.gives.details[0].rstrip("."), LONGEST)
    if scheme.certifications:
        return words.join(certification.title for certification in scheme.certifications[:3])
    found = library.guide.vocabulary.abilities
    labels = [found[ability].label for ability in scheme.gives.abilities]
    return words.join(labels) or None


def pay(scheme: Scheme) -> str | None:
    """Paid or not, in a few words; who pays comes below, under « Argent »."""
    return {
        "paid": "Oui",
        "unpaid": "Non",
        "depends": "Cela dépend de votre situation",
        "unknown": None,
    }[scheme.pay.state]


def payers(library: Library, scheme: Scheme) -> str | None:
    """Who pays the person, as people say their names; None when no source says."""
    organisations = library.guide.vocabulary.organisations
    return words.join((short_name(organisations[payer]) for payer in scheme.pay.by), "ou") or None


def cost(scheme: Scheme) -> str | None:
    """What the person pays, in a few words."""
    return {
        "free": "Gratuit pour vous",
        "paid": "Payant",
        "depends": "Gratuit ou payant, cela dépend",
        "unknown": None,
    }[scheme.cost.state]


def short_name(item: ListItem) -> str:
    """The name as people say it: without what its list adds between brackets."""
    return item.label.split(" (")[0]


def _start(library: Library, scheme: Scheme) -> str | None:
    organisations = library.guide.vocabulary.organisations
    names = [short_name(organisations[p]) for p in scheme.entry.prescribers]
    shown = words.join(names, "ou") if len(names) <= 3 else f"{', '.join(names[:3])}…"
    if scheme.entry.alone:
        return "Allez-y seul" + (f", ou avec : {shown}" if names else ", sans conseiller")
    if names:
        return f"Parlez-en à : {shown}"
    if scheme.entry.alone is False:
        return "Avec un conseiller"
    if scheme.person.how_to_start:
        return words.shorten(first_sentence(scheme.person.how_to_start).rstrip("."), LONGEST)
    return None


def where(library: Library, scheme: Scheme) -> str | None:
    """Towns when they are few, their number otherwise, else the territories said."""
    towns = list(dict.fromkeys(place.town for place in scheme.places if place.town))
    if 0 < len(towns) <= 3:
        return words.join(towns)
    departments = {place.territory for place in scheme.places if place.town and place.territory}
    if towns:
        among = f", dans {words.plural(len(departments), 'département')}" if len(departments) > 1 else ""
        return words.plural(len(towns), "ville") + among
    labels = [library.guide.vocabulary.territories[t].label for t in scheme.territories]
    return words.join(labels) or None
