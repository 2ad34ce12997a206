"""The French of a seam: verdicts, reasons, and the questions that silences become.

`seams` holds facts; only this module makes sentences of them. They are said to the person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from generator.guide import Guide
from generator.levels import DIPLOMA
from generator.seams.reason import Kind, Reason, Verdict
from generator.views.words import YOUNG_NO_MORE, YOUNG_TO_ASK, ages, from_to, join, month, month_names

VERDICTS: Mapping[Verdict, str] = {
    "seamless": "Sans couture",
    "to_check": "À vérifier",
    "to_secure": "À sécuriser",
    "broken": "Rompu",
}
KINDS: Mapping[Kind, str] = {
    "level": "Niveau",
    "public": "Public",
    "income": "Argent",
    "time": "Dates",
    "place": "Lieu",
    "people": "Relais",
}
MANY = 2
"""Conditions said one by one; beyond, the reader is sent to the sheet."""

FEW = 3
"""Organisations named: a person keeps three in mind, not ten."""

Details = Mapping[str, Any]
Wording = Callable[[Guide, Details], str]


def in_words(guide: Guide, reason: Reason) -> str:
    """One reason as a sentence or two."""
    effect = reason.effect if f"{reason.kind} {reason.rule} {reason.effect}" in WORDINGS else ""
    return WORDINGS[f"{reason.kind} {reason.rule} {effect}".rstrip()](guide, reason.details)


def _name(guide: Guide, details: Details, key: str = "scheme") -> str:
    scheme = guide.schemes[details[key]]
    return f"« {scheme.acronym or scheme.title} »"


def _names(guide: Guide, ids: Iterable[str]) -> str:
    return join((_name(guide, {"scheme": one}) for one in ids), "ou")


def _step(guide: Guide, ability: str, level: str) -> str:
    return next(one.label for one in guide.vocabulary.abilities[ability].levels if one.id == level)


def _level(guide: Guide, one: Details) -> str:
    label = guide.vocabulary.abilities[one["ability"]].label
    return f"« {label} » : {_step(guide, one['ability'], one['wanted'])}"


def _missing(guide: Guide, one: Details) -> str:
    today = f" (avant : {_step(guide, one['ability'], one['held'])})" if one["held"] else ""
    return f"{_level(guide, one)}{today}."


def _conditions(guide: Guide, one: Details) -> str:
    if len(one["texts"]) > MANY:
        return f"{len(one['texts'])} conditions, selon le cas : lisez la fiche {_name(guide, one)}."
    return f"À vérifier : {' '.join(one['texts'])}"


def _ages(one: Details) -> str:
    return ages(one["min"], one["max"]) or ""


def _situations(guide: Guide, ids: Iterable[str]) -> str:
    return join((guide.vocabulary.statuses[one].label for one in ids), "ou")


def _diplomas(guide: Guide, ids: Iterable[str]) -> str:
    return join((_step(guide, DIPLOMA, one) for one in ids), "ou")


def _organisations(guide: Guide, ids: Iterable[str], last: str) -> str:
    return join((guide.vocabulary.organisations[one].label for one in ids), last)


def _change(guide: Guide, one: Details) -> str:
    how = guide.vocabulary.statuses[one["become"]].how_to_become
    return f"Vous êtes {_situations(guide, one['others'])} ? Votre situation doit changer. {how}"


def _prescriber(guide: Guide, one: Details) -> str:
    named = _organisations(guide, one["prescribers"][:FEW], "ou")
    return f"Faites-vous orienter. Demandez par exemple à : {named}."


def _stops(guide: Guide, one: Details) -> str:
    detail = one["detail"] or "Prévoyez de quoi vivre."
    return f"Payé pendant {_name(guide, one, 'start')} ? Ici, la paie s’arrête. {detail}"


def _hole(_: Guide, one: Details) -> str:
    return one["detail"] or "Cette étape n’est pas payée. Prévoyez de quoi vivre."


def _programmes(_: Guide, one: Details) -> str:
    before, after = from_to(*one["before"]), from_to(*one["after"])
    return (
        f"Les deux programmes n’ont pas le même calendrier : {before}, puis {after}. "
        "Demandez tôt la date d’entrée."
    )


def _places(guide: Guide, ids: Iterable[str]) -> str:
    return join(guide.vocabulary.territories[one].label for one in ids)


WORDINGS: Mapping[str, Wording] = {
    "level met": lambda guide, one: f"Niveau atteint. {_level(guide, one)}.",
    "level missing secure": lambda guide, one: f"Niveau à atteindre avant d’entrer. {_missing(guide, one)}",
    "level missing breaks": lambda guide, one: f"Il manque un niveau. {_missing(guide, one)}",
    "level unknown": lambda guide, one: f"Vérifiez votre niveau. {_level(guide, one)}.",
    "level skipped": lambda guide, one: (
        f"Il vous manque ce niveau ? Passez par {_names(guide, one['schemes'])}. {_level(guide, one)}."
    ),
    "level other_way": lambda guide, one: (
        f"Après {_names(guide, one['schemes'])}, ce niveau peut manquer. {_level(guide, one)}."
    ),
    "level conditions": _conditions,
    "level nothing": lambda *_: "Aucun niveau n’est demandé.",
    "level silent": lambda *_: "Qu’est-ce qu’il faut déjà savoir pour entrer ?",
    "public status_of_scheme check": lambda guide, one: (
        f"{_name(guide, one)} était une annonce en {month(one['as_of'])}. Demandez si c’est ouvert."
    ),
    "public status_of_scheme breaks": lambda _, one: (
        "C’est fermé." if one["status"] == "closed" else "C’est suspendu."
    ),
    "public region": lambda guide, one: (
        f"C’est dans une autre région ({guide.vocabulary.regions[one['region']].label})."
    ),
    "public youth check": lambda *_: YOUNG_TO_ASK,
    "public youth breaks": lambda *_: YOUNG_NO_MORE,
    "public age": lambda _, one: f"L’âge convient ({_ages(one)}).",
    "public age_unknown": lambda _, one: f"Vérifiez l’âge : {_ages(one)}.",
    "public age_partly check": lambda _, one: f"Vérifiez l’âge : seulement {_ages(one)}.",
    "public age_partly breaks": lambda _, one: (
        f"On y entre {_ages(one)} : une partie des personnes du profil ne peut pas entrer."
    ),
    "public too_old": lambda _, one: f"On y entre {_ages(one)} : à ce moment, l’âge est dépassé.",
    "public too_young": lambda _, one: f"On y entre {_ages(one)} : à ce moment, c’est trop jeune.",
    "public age_passes": lambda _, one: (
        f"Entrez avant vos {one['age']} ans. L’anniversaire peut tomber pendant l’étape d’avant."
    ),
    "public statuses": lambda guide, one: f"La situation convient ({_situations(guide, one['held'])}).",
    "public statuses_unknown": lambda guide, one: (
        f"Vérifiez votre situation : {_situations(guide, one['admitted'])}."
    ),
    "public statuses_change": _change,
    "public statuses_shut check": lambda guide, one: (
        f"Vérifiez votre situation : seulement {_situations(guide, one['admitted'])}."
    ),
    "public statuses_shut breaks": lambda guide, one: (
        f"Ce n’est pas ouvert dans cette situation : {_situations(guide, one['others'])}."
    ),
    "public levels": lambda guide, one: f"Le diplôme convient ({_diplomas(guide, one['held'])}).",
    "public levels_unknown": lambda guide, one: f"Vérifiez le diplôme : {_diplomas(guide, one['admitted'])}.",
    "public levels_shut check": lambda guide, one: (
        f"Vérifiez le diplôme : seulement {_diplomas(guide, one['admitted'])}."
    ),
    "public levels_shut breaks": lambda guide, one: (
        f"Ce n’est pas ouvert avec ce diplôme : {_diplomas(guide, one['others'])}."
    ),
    "public silent": lambda *_: "Qui peut entrer ? Y a-t-il une condition d’âge ou de diplôme ?",
    "public nothing": lambda *_: "Rien, dans les documents, n’empêche ce passage.",
    "income goes_on": lambda *_: "Cette étape est payée.",
    "income starts": lambda *_: "Cette étape est payée.",
    "income stops": _stops,
    "income may_stop": lambda guide, one: (
        f"Payé pendant {_name(guide, one, 'start')} ? Ici, cela dépend de vous. Demandez-le avant d’entrer."
    ),
    "income hole": _hole,
    "income depends": lambda guide, one: f"Dans ma situation, suis-je payé pendant {_name(guide, one)} ?",
    "income silent": lambda guide, one: f"Suis-je payé pendant {_name(guide, one)} ?",
    "income silent_after_pay": lambda guide, one: f"Suis-je encore payé pendant {_name(guide, one)} ?",
    "time months": lambda _, one: (
        f"On entre seulement en {month_names(one['months'])}. "
        f"L’attente peut durer {one['wait']} mois : inscrivez-vous tôt."
    ),
    "time sessions": lambda *_: (
        "On entre à dates fixes. Demandez la prochaine avant de finir l’étape d’avant."
    ),
    "time permanent": lambda *_: "On entre toute l’année.",
    "time same_programme": lambda *_: "Les deux programmes ont le même calendrier.",
    "time other_programme": _programmes,
    "time silent": lambda guide, one: f"Quand est-ce que je peux commencer {_name(guide, one)} ?",
    "place everywhere": lambda *_: "On en trouve dans les mêmes départements.",
    "place partly": lambda guide, one: (
        f"Ce n’est pas proposé partout : rien pour {_places(guide, one['missing'])}. Cherchez ailleurs."
    ),
    "place elsewhere": lambda *_: "Ce n’est proposé dans aucun département de l’étape d’avant.",
    "place silent": lambda guide, one: (
        f"Où se passe {_name(guide, one)} ? Y a-t-il un lieu près de chez moi ?"
    ),
    "people named": lambda guide, one: f"Pour faire le lien : {_organisations(guide, one['who'], 'et')}.",
    "people hands_over": lambda guide, one: (
        f"Peut vous orienter vers la suite : {_organisations(guide, one['who'], 'ou')}."
    ),
    "people alone": lambda *_: "Vous pouvez vous inscrire seul.",
    "people prescriber": _prescriber,
    "people nobody": lambda *_: "Il faut passer par un conseiller. Demandez lequel.",
    "people silent": lambda guide, one: f"Qui m’accompagne vers {_name(guide, one)} ?",
}
"""By kind and rule, and by effect where it changes the words; a test says that none is missing."""
