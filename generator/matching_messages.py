"""The French of a verdict: what fits, what is to be checked, what would have to come first.

Never a refusal. `matching` holds facts; only this module makes sentences of them. A sentence is a
template and its pieces, so that a browser given both composes the very same (`generator.point`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from generator.guide import Guide
from generator.levels import DIPLOMA
from generator.matching import Reason, State, Verdict
from generator.views import words

STATES: Mapping[State, str] = {
    "possible": "semble possible",
    "to_check": "à vérifier",
    "not_now": "pas maintenant",
}
SHOWN_FIRST = 3
"""Ways named after « d’abord » : a person keeps three in mind, not ten."""

NAMED = 2
"""Situations named of those admitted, when the person is in none: a longer list loses who reads badly."""

SHOWN_REASONS = 4
"""Reasons named in one list, on the page as in the plain tree: a longer one is read by nobody."""
MORE = "Et d’autres points, à lire sur la fiche."
"""After them, where there are others."""

FIRST = "D’abord, voyez : {ways}."
INSTEAD = "Voyez plutôt : {ways}."
"""Where nothing is lacking: the way named is another one, it leads nowhere near this one."""
BEFORE = "S’il vous manque un niveau, voyez d’abord : {ways}."

TEMPLATES: Mapping[str, str] = {
    "status check": "C’était une annonce en {month}. Demandez si c’est ouvert.",
    "status closed": "C’est fermé.",
    "status suspended": "C’est arrêté pour le moment.",
    "age fits": "Votre âge convient ({ages}).",
    "age check": "Vérifiez l’âge : c’est pour les personnes {ages}.",
    "too_young blocks": "C’est pour les personnes {ages} : vous êtes trop jeune aujourd’hui.",
    "too_old blocks": "C’est pour les personnes {ages} : un autre chemin vous convient mieux.",
    "youth check": words.YOUNG_TO_ASK,
    "youth blocks": words.YOUNG_NO_MORE,
    "statuses fits": "Votre situation convient ({held}).",
    "statuses check": "Vérifiez : êtes-vous {admitted} ?",
    "statuses blocks": "C’est pour une autre situation : {some}.",
    "levels fits": "Votre niveau convient ({held}).",
    "levels check": "Vérifiez le diplôme : {admitted}.",
    "levels blocks": "C’est pour un autre niveau : {admitted}.",
    "ability fits": "Vous avez le niveau ({ability}).",
    "ability check": "Vérifiez le niveau demandé. {ability}.",
    "ability blocks": "Il faut d’abord atteindre ce niveau. {ability}.",
    "region blocks": "C’est dans une autre région : {region}.",
    "territory fits": "C’est proposé là où vous habitez.",
    "territory check": "Vérifiez le lieu : {places}.",
    "territory blocks": "C’est ailleurs : {places}.",
    "priority fits": "Vous êtes prioritaire ({publics}).",
    "condition check": "Condition : {text}",
    "detail check": "Vérifiez que c’est pour vous : {text}",
    "unsaid check": "Les documents ne disent pas pour qui c’est. Demandez-le.",
    # pathways
    "other_statuses check": "Ce parcours est écrit pour une autre situation : {admitted}.",
    "other_levels check": "Ce parcours est écrit pour un autre niveau : {admitted}.",
    "other_publics check": "Ce parcours est écrit pour : {publics}.",
    "publics fits": "Il est écrit pour vous ({publics}).",
    "start fits": "Vous pouvez commencer par « {scheme} ».",
    "start check": "La première étape est à vérifier : « {scheme} ».",
    "start blocks": "La première étape n’est pas ouverte aujourd’hui : « {scheme} ».",
    "later blocks": "Une étape n’est pas ouverte pour vous : « {scheme} ».",
}
"""By rule and effect (`template_of`); a test says that none is missing."""


def template_of(reason: Reason) -> str:
    """The key of its template: what is closed and what is suspended are not told alike."""
    closing = reason.rule == "status" and reason.effect == "blocks"
    return f"{reason.rule} {reason.details['status'] if closing else reason.effect}"


def in_words(guide: Guide, reason: Reason) -> str:
    """One reason as a sentence, or as the question to ask."""
    return TEMPLATES[template_of(reason)].format_map(pieces(guide, reason))


def ways_in_words(guide: Guide, template: str, schemes: Sequence[str]) -> str | None:
    """A few schemes to see before; None when there is none."""
    titles = [guide.schemes[name].title for name in schemes[:SHOWN_FIRST]]
    return template.format(ways=words.join(titles, "ou")) if titles else None


def first_in_words(guide: Guide, found: Verdict) -> str | None:
    """What gives the level that is lacking comes first; otherwise it is another way."""
    return ways_in_words(guide, FIRST, found.first) or ways_in_words(guide, INSTEAD, found.instead)


def pieces(guide: Guide, reason: Reason) -> Mapping[str, str]:
    """What its template needs, in words."""
    if reason.rule in PIECES:
        name, said = PIECES[reason.rule]
        return {name: said(guide, reason.details)}
    if reason.rule in LISTED:
        said, held = LISTED[reason.rule], reason.details.get("held") or ()
        one = (held,) if isinstance(held, str) else held
        admitted = reason.details["admitted"]
        more = {"some": _some(guide, admitted)} if reason.rule == "statuses" else {}
        return {"admitted": said(guide, admitted), "held": said(guide, one), **more}
    return {key: str(value) for key, value in reason.details.items()}


def _some(guide: Guide, admitted: Sequence[str]) -> str:
    """Two situations at most."""
    return statuses(guide, admitted[:NAMED]) + (", par exemple" if len(admitted) > NAMED else "")


def statuses(guide: Guide, ids: Iterable[str]) -> str:
    """« demandeur d’emploi ou salarié »."""
    return words.join((guide.vocabulary.statuses[one].label for one in ids), "ou")


def levels(guide: Guide, ids: Iterable[str]) -> str:
    """« sans diplôme ou niveau 3 (CAP, BEP) »."""
    return words.join((_level(guide, DIPLOMA, one) for one in ids), "ou")


def ability(guide: Guide, name: str, level: str) -> str:
    """« Français » : A1, with its guillemets."""
    return f"« {guide.vocabulary.abilities[name].label} » : {_level(guide, name, level)}"


def publics(guide: Guide, ids: Iterable[str]) -> str:
    """« personnes en situation de handicap et jeunes »."""
    return words.join(guide.vocabulary.publics[one].label for one in ids)


def places(guide: Guide, ids: Iterable[str]) -> str:
    """« Paris et Yvelines »."""
    return words.join(guide.vocabulary.territories[one].label for one in ids)


def _ages(_: Guide, one: Mapping[str, Any]) -> str:
    return words.ages(one["min"], one["max"]) or ""


def _level(guide: Guide, name: str, level: str) -> str:
    return next(step.label for step in guide.vocabulary.abilities[name].levels if step.id == level)


Piece = Callable[[Guide, Mapping[str, Any]], str]

PIECES: Mapping[str, tuple[str, Piece]] = {
    "status": ("month", lambda _, one: words.month(one["as_of"])),
    "age": ("ages", _ages),
    "too_young": ("ages", _ages),
    "too_old": ("ages", _ages),
    "ability": ("ability", lambda guide, one: ability(guide, one["ability"], one["wanted"])),
    "region": ("region", lambda guide, one: guide.vocabulary.regions[one["region"]].label),
    "territory": ("places", lambda guide, one: places(guide, one["territories"])),
    "priority": ("publics", lambda guide, one: publics(guide, one["publics"])),
    "other_publics": (
        "publics",
        lambda guide, one: words.join(
            (guide.vocabulary.publics[name].label for name in one["publics"]), "ou"
        ),
    ),
    "publics": ("publics", lambda guide, one: publics(guide, one["publics"])),
    "start": ("scheme", lambda guide, one: guide.schemes[one["scheme"]].title),
    "later": ("scheme", lambda guide, one: guide.schemes[one["scheme"]].title),
}
"""By rule: the piece of its template, and its words."""

LISTED: Mapping[str, Callable[[Guide, Iterable[str]], str]] = {
    "statuses": statuses,
    "other_statuses": statuses,
    "levels": levels,
    "other_levels": levels,
}
"""Rules that compare what is admitted with what is held."""
