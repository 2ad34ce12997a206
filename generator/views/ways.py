"""How to reach a job from where one stands: three short lines of stations.

And the doors that lead from needs and schemes to jobs, trainings and territories.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.views import words
from generator.views.order import Level
from generator.views.shared import Library, Ref, domain_path

JOBS = Ref("Les métiers, de A à Z", "metiers/index.html", "Vous avez un métier en tête.")
TRAININGS = Ref("Les formations, par domaine", "formations/index.html", "Vous cherchez dans un secteur.")
NEAR = Ref("Près de chez moi", "territoires/index.html", "Vous cherchez dans votre département.")
OF_NEED = {
    "apprendre-un-metier": (JOBS, TRAININGS, NEAR),
    "changer-de-metier": (JOBS, TRAININGS),
    "preparer-une-formation": (JOBS, NEAR),
}
OF_SCHEME = dict.fromkeys(("prfe", "prequalification", "formation-qualifiante"), (JOBS, TRAININGS, NEAR))
DOMAIN_OF_NEED = {"metiers-du-numerique": "numerique"}


@dataclass(frozen=True, slots=True)
class Way:
    """One way to a job: for whom, and its stations. `also`: what may come before or instead."""

    id: str
    label: str
    lead: str
    stations: tuple[Ref, ...]
    aside: str
    also: tuple[Ref, ...]


def ways(library: Library, kinds: Collection[str], levels: Sequence[Level]) -> tuple[Way, ...]:
    """From nothing, from a level, by working. `kinds`: types of path ordered for the job."""
    start = (
        _need(library, "decouvrir-un-metier", "Vous voyez le métier avant de choisir."),
        _scheme(library, "prequalification", _preparation("AQ" in kinds)),
        _scheme(library, "prfe", _training(levels)),
    )
    onward = (
        _need(library, "confirmer-mon-projet", "Vous vérifiez que ce métier est pour vous."),
        _scheme(library, "prfe", _complement(kinds) or _training(levels)),
    )
    working = (
        _need(library, "apprendre-en-travaillant", "Vous préparez votre contrat."),
        _scheme(library, "alternance", "Vous signez un contrat avec un employeur."),
    )
    before = (_need(library, "parler-francais"), _need(library, "lire-ecrire-compter"))
    instead = (_need(library, "valider-mon-experience"), _need(library, "completer-ma-certification"))
    zero = ("zero", "Je pars de zéro", "Me préparer, puis me former", "Avant, si besoin :")
    level = ("niveau", "J’ai déjà un niveau", "Choisir la formation, puis y entrer", "Ou bien :")
    work = ("alternance", "Je veux apprendre en travaillant", "Un contrat, et une école", "")
    return (_way(zero, start, before), _way(level, onward, instead), _way(work, working, ()))


def _way(said: tuple[str, str, str, str], stations: Sequence[Ref | None], also: Sequence[Ref | None]) -> Way:
    name, label, lead, aside = said
    there = tuple(one for one in stations if one)
    return Way(name, label, lead, there, aside, tuple(one for one in also if one))


def _need(library: Library, need: str, note: str | None = None) -> Ref | None:
    if need not in library.guide.needs:
        return None
    found = library.need(need)
    return Ref(found.label, found.path, note)


def _scheme(library: Library, scheme: str, note: str) -> Ref | None:
    return library.scheme(scheme, note) if scheme in library.guide.schemes else None


def _preparation(ordered: bool) -> str:
    if ordered:
        return "La commande liste une remise à niveau pour ce métier."
    return "La commande ne liste pas de remise à niveau pour ce métier. Demandez quand même."


def _training(levels: Sequence[Level]) -> str:
    names = words.join((level.name for level in levels), "ou")
    return f"Niveau des formations commandées : {names}." if names else "Niveau : non précisé."


def _complement(kinds: Collection[str]) -> str | None:
    if {"C", "P"} <= set(kinds):
        return "Un diplôme ou un titre, ou seulement les compétences qui vous manquent."
    return "Les compétences qui vous manquent, sans diplôme entier." if "P" in kinds else None


def doors_of_need(library: Library, need: str) -> tuple[Ref, ...]:
    """Where a need leads among jobs, trainings and territories; nothing where there is no order."""
    domain = library.guide.domains.get(DOMAIN_OF_NEED.get(need, ""))
    if domain:
        return (Ref(f"Les formations : {domain.title}", domain_path(domain.id), domain.title), JOBS)
    return OF_NEED.get(need, ()) if library.guide.domains else ()


def doors_of_scheme(library: Library, scheme: str) -> tuple[Ref, ...]:
    """Where the sheets of ordered trainings lead."""
    return OF_SCHEME.get(scheme, ()) if library.guide.domains else ()
