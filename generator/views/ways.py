"""How to reach a job from where one stands: short lines of stations, and what is left to ask.

And the doors that lead from needs and schemes to jobs, trainings and territories.
"""

from __future__ import annotations

from collections.abc import Sequence
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


@dataclass(frozen=True, slots=True)
class Ask:
    """What no source says of a job: where one stands, what to ask, where to look."""

    label: str
    text: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """What the ways to a job depend on: types and levels ordered, its own schools, work and study."""

    kinds: frozenset[str]
    levels: tuple[Level, ...]
    schools: tuple[Ref, ...]
    work_study: str | None


def ways(library: Library, job: Sought) -> tuple[Way, ...]:
    """From nothing, from a level, by working: only the ways that a source allows."""
    begin = _need(library, "decouvrir-un-metier", "Vous voyez le métier avant de choisir.")
    confirm = _need(library, "confirmer-mon-projet", "Vous vérifiez que ce métier est pour vous.")
    prepare = _scheme(library, "prequalification", "La commande liste une préparation pour ce métier.")
    before = (_need(library, "parler-francais"), _need(library, "lire-ecrire-compter"))
    instead = (_need(library, "valider-mon-experience"), _need(library, "completer-ma-certification"))
    trained = bool(job.kinds & {"C", "P"})
    after = (_scheme(library, "prfe", _training(job)),) if trained else job.schools
    found = []
    if "AQ" in job.kinds:
        zero = ("zero", "Je pars de zéro", "Me préparer, puis me former", "Avant, si besoin :")
        found.append(_way(zero, (begin, prepare, *after), before))
    if trained or job.schools:
        lead = "Choisir la formation, puis y entrer" if trained else "Choisir l’école, puis y entrer"
        level = ("niveau", "J’ai déjà un niveau", lead, "Ou bien :")
        last = (_scheme(library, "prfe", _complement(job) or _training(job)),) if trained else job.schools
        found.append(_way(level, (confirm, *last), instead))
    if job.work_study:
        work = ("alternance", "Je veux apprendre en travaillant", "Un contrat, et une école", "")
        start = _need(library, "apprendre-en-travaillant", "Vous préparez votre contrat.")
        found.append(_way(work, (start, _scheme(library, "alternance", job.work_study)), ()))
    return tuple(found)


def asks(library: Library, job: Sought) -> tuple[Ask, ...]:
    """What to ask where the sources are silent: a preparation, work and study."""
    found = []
    if "AQ" not in job.kinds:
        found.append(
            Ask(
                "Je pars de zéro",
                "La commande ne liste pas de remise à niveau pour ce métier. Demandez ce qu’il faut avant.",
                _kept(_need(library, "preparer-une-formation"), _need(library, "decouvrir-un-metier")),
            )
        )
    if not job.work_study:
        found.append(
            Ask(
                "Je veux apprendre en travaillant",
                "Peut-on apprendre ce métier en alternance ? Les sources ne le disent pas. Demandez.",
                _kept(_need(library, "apprendre-en-travaillant"), _scheme(library, "alternance", "")),
            )
        )
    return tuple(found)


def _kept(*refs: Ref | None) -> tuple[Ref, ...]:
    return tuple(ref for ref in refs if ref)


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


def _training(job: Sought) -> str:
    names = words.join((level.name for level in job.levels), "ou")
    said = f"Niveau des formations commandées : {names}." if names else "Niveau : non précisé."
    return f"{said} Demandez le niveau pour entrer : il n’est pas précisé."


def _complement(job: Sought) -> str | None:
    if job.kinds >= {"C", "P"}:
        return "Un diplôme ou un titre, ou seulement les compétences qui vous manquent."
    return "Les compétences qui vous manquent, sans diplôme entier." if "P" in job.kinds else None


def doors_of_need(library: Library, need: str) -> tuple[Ref, ...]:
    """Where a need leads among jobs, trainings and territories; nothing where there is no order."""
    domain = library.guide.domains.get(DOMAIN_OF_NEED.get(need, ""))
    if domain:
        return (Ref(f"Les formations : {domain.title}", domain_path(domain.id), domain.title), JOBS)
    return OF_NEED.get(need, ()) if library.guide.domains else ()


def doors_of_scheme(library: Library, scheme: str) -> tuple[Ref, ...]:
    """Where the sheets of ordered trainings lead."""
    return OF_SCHEME.get(scheme, ()) if library.guide.domains else ()
