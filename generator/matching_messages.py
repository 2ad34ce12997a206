"""The French of a verdict: what fits, what is to be checked, what would have to come first.

Never a refusal. `matching` holds facts; only this module makes sentences of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from generator.guide import Guide
from generator.matching import DIPLOMA, Reason, State, Verdict
from generator.views import words

STATES: Mapping[State, str] = {
    "possible": "semble possible",
    "to_check": "à vérifier",
    "not_now": "pas maintenant",
}
SHOWN_FIRST = 3
"""Ways named after « d’abord » : a person keeps three in mind, not ten."""

Wording = Callable[[Guide, Mapping[str, Any]], str]


def in_words(guide: Guide, reason: Reason) -> str:
    """One reason as a sentence, or as the question to ask."""
    return WORDINGS[f"{reason.rule} {reason.effect}"](guide, reason.details)


def first_in_words(guide: Guide, found: Verdict) -> str | None:
    """« D’abord… » : what leads there, or suits better; None when the guide knows of nothing."""
    titles = [guide.schemes[name].title for name in found.first[:SHOWN_FIRST]]
    return f"D’abord, voyez : {words.join(titles, 'ou')}." if titles else None


def _ages(details: Mapping[str, Any]) -> str:
    return words.ages(details["min"], details["max"]) or ""


def _statuses(guide: Guide, ids: Iterable[str]) -> str:
    return words.join((guide.vocabulary.statuses[one].label for one in ids), "ou")


def _publics(guide: Guide, ids: Iterable[str]) -> str:
    return words.join(guide.vocabulary.publics[one].label for one in ids)


def _levels(guide: Guide, ids: Iterable[str]) -> str:
    return words.join((_level(guide, DIPLOMA, one) for one in ids), "ou")


def _level(guide: Guide, ability: str, level: str) -> str:
    return next(step.label for step in guide.vocabulary.abilities[ability].levels if step.id == level)


def _ability(guide: Guide, details: Mapping[str, Any]) -> str:
    label = guide.vocabulary.abilities[details["ability"]].label
    return f"« {label} » : {_level(guide, details['ability'], details['wanted'])}"


def _places(guide: Guide, ids: Iterable[str]) -> str:
    return words.join(guide.vocabulary.territories[one].label for one in ids)


WORDINGS: Mapping[str, Wording] = {
    "status check": lambda _, one: (
        f"C’était une annonce en {words.month(one['as_of'])}. Demandez si c’est ouvert."
    ),
    "status blocks": lambda _, one: (
        "C’est fermé." if one["status"] == "closed" else "C’est arrêté pour le moment."
    ),
    "age fits": lambda _, one: f"Votre âge convient ({_ages(one)}).",
    "age check": lambda _, one: f"Vérifiez l’âge : c’est pour les personnes {_ages(one)}.",
    "too_young blocks": lambda _, one: (
        f"C’est pour les personnes {_ages(one)} : vous êtes trop jeune aujourd’hui."
    ),
    "too_old blocks": lambda _, one: (
        f"C’est pour les personnes {_ages(one)} : un autre chemin vous convient mieux."
    ),
    "youth check": lambda *_: "C’est pour des jeunes. La source ne dit pas l’âge : demandez-le.",
    "youth blocks": lambda *_: (
        "C’est pour des jeunes. La source ne dit pas l’âge ; le guide retient de 16 à 25 ans. Demandez."
    ),
    "statuses fits": lambda guide, one: f"Votre situation convient ({_statuses(guide, one['held'])}).",
    "statuses check": lambda guide, one: f"Vérifiez : êtes-vous {_statuses(guide, one['admitted'])} ?",
    "statuses blocks": lambda guide, one: f"Il faut d’abord être {_statuses(guide, one['admitted'])}.",
    "levels fits": lambda guide, one: f"Votre niveau convient ({_levels(guide, (one['held'],))}).",
    "levels check": lambda guide, one: f"Vérifiez le diplôme : {_levels(guide, one['admitted'])}.",
    "levels blocks": lambda guide, one: f"C’est pour un autre niveau : {_levels(guide, one['admitted'])}.",
    "ability fits": lambda guide, one: f"Vous avez le niveau ({_ability(guide, one)}).",
    "ability check": lambda guide, one: f"Vérifiez le niveau demandé. {_ability(guide, one)}.",
    "ability blocks": lambda guide, one: f"Il faut d’abord atteindre ce niveau. {_ability(guide, one)}.",
    "region blocks": lambda guide, one: (
        f"C’est dans une autre région : {guide.vocabulary.regions[one['region']].label}."
    ),
    "territory fits": lambda *_: "C’est proposé là où vous habitez.",
    "territory check": lambda guide, one: f"Vérifiez le lieu : {_places(guide, one['territories'])}.",
    "territory blocks": lambda guide, one: f"C’est ailleurs : {_places(guide, one['territories'])}.",
    "priority fits": lambda guide, one: f"Vous êtes prioritaire ({_publics(guide, one['publics'])}).",
    "condition check": lambda _, one: f"Condition : {one['text']}",
    "detail check": lambda _, one: f"Vérifiez que c’est pour vous : {one['text']}",
    "unsaid check": lambda *_: "Les documents ne disent pas pour qui c’est. Demandez-le.",
}
"""By rule and effect; a test says that none is missing."""
