"""« Quoi dire au téléphone »: three sentences that one reads aloud, from what the sheet knows of entry.

First who calls and about what, then how one gets in, then when and where. What a source says is given
as something read (« J’ai lu que… ») and asked again: the sources are old.
"""

from __future__ import annotations

from generator.model.scheme import Scheme
from generator.views import words

FEW = 3
"""Months named in one breath; more are « des dates fixes »."""
NOT_OPEN = {
    "experimental": "J’ai lu que c’est une expérience : est-ce ouvert près de chez moi ?",
    "announced": "J’ai lu que c’est annoncé : est-ce déjà ouvert ?",
    "suspended": "J’ai lu qu’on n’entre pas en ce moment : quand est-ce que cela reprend ?",
}
ALONE = "J’ai lu que je peux m’inscrire sans conseiller : est-ce toujours possible ?"
WITH = "J’ai lu qu’il faut passer par un conseiller : qui peut me recevoir ?"
HELPED = "J’ai lu qu’un conseiller peut m’y aider : est-ce que vous pouvez le faire ?"
UNKNOWN = "Est-ce que je peux m’inscrire sans conseiller ?"
OF_AN_ALLOWANCE = {
    True: "J’ai lu que je peux demander cette aide sans conseiller : comment faire ?",
    False: "J’ai lu qu’un conseiller fait la demande avec moi : qui peut me recevoir ?",
    None: "Est-ce que j’y ai droit, et qui fait la demande ?",
}
GOAL = "Qui peut m’aider à y arriver ?"
MEETING = "Quand est-ce que je peux avoir un rendez-vous, et à quelle adresse ?"
PAPERS = "Quels papiers faut-il envoyer, et quand est-ce que j’aurai la réponse ?"


def three_sentences(scheme: Scheme, name: str) -> tuple[str, str, str]:
    """What to say, `name` being the scheme as people find it."""
    return (f"Bonjour, je m’appelle … J’appelle au sujet de : {name}.", _way_in(scheme), _when(scheme))


def _way_in(scheme: Scheme) -> str:
    entry = scheme.entry
    if scheme.status in NOT_OPEN:
        return NOT_OPEN[scheme.status]
    if scheme.kind == "goal":
        return GOAL
    if scheme.kind == "allowance":
        return OF_AN_ALLOWANCE[entry.alone]
    if entry.alone:
        return ALONE
    if entry.alone is False:
        return WITH
    return HELPED if entry.prescribers else UNKNOWN


def _when(scheme: Scheme) -> str:
    entry = scheme.entry
    if scheme.kind == "allowance":
        return PAPERS
    if scheme.kind in ("goal", "service"):
        return MEETING
    if entry.mode == "permanent":
        return "J’ai lu qu’on entre toute l’année : quand et où est-ce que je peux commencer ?"
    if entry.months and len(entry.months) <= FEW:
        return f"J’ai lu qu’on entre en {words.month_names(entry.months)} : à quelle date, et où ?"
    if entry.mode == "sessions" or entry.months:
        return "J’ai lu qu’on entre à des dates fixes : quelle est la prochaine, et où ?"
    return "Quelle est la prochaine date, et à quelle adresse ?"
