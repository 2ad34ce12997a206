"""« À demander »: each silence of the sources that matters becomes a question to read aloud.

The most pressing come first; what the editor added comes last. A goal (« un emploi ») has no
silences of its own: only the editor's questions.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scheme import Scheme
from generator.views.answers import ages

DURING = {
    "training": "la formation",
    "support": "l’accompagnement",
    "service": "le rendez-vous",
    "certification": "la préparation",
    "contract": "le contrat",
}
_ATTENDED = ("training", "support", "contract")


def questions(scheme: Scheme) -> tuple[str, ...]:
    """The questions of a sheet, in the order to ask them, none twice."""
    found: dict[str, None] = {}
    if scheme.kind == "allowance":
        found.update(dict.fromkeys(_of_an_allowance(scheme)))
    elif scheme.kind != "goal":
        for part in (_money, _time, _entrance, _result):
            found.update(dict.fromkeys(part(scheme)))
    found.update(dict.fromkeys(scheme.questions))
    return tuple(found)


def _money(scheme: Scheme) -> Iterator[str]:
    during = DURING[scheme.kind]
    if scheme.kind in _ATTENDED:
        if scheme.pay.state == "unknown":
            yield f"Est-ce que je suis payé pendant {during} ?"
        elif scheme.pay.state == "depends":
            yield f"Dans ma situation, est-ce que je serai payé pendant {during} ?"
        elif scheme.pay.state == "paid" and not scheme.pay.by:
            yield "Qui me paie, et combien par mois ?"
    if scheme.cost.state == "unknown" and scheme.kind != "contract":
        yield "Est-ce que c’est gratuit pour moi ?"
    elif scheme.cost.state in ("paid", "depends"):
        yield "Combien est-ce que je dois payer ? Qui peut m’aider à payer ?"


def _time(scheme: Scheme) -> Iterator[str]:
    if scheme.kind not in _ATTENDED:
        return
    length = scheme.duration
    known = (length.hours_min, length.hours_max, length.weeks_min, length.weeks_max)
    if all(value is None for value in known):
        yield "Combien de temps cela dure-t-il ?"
    if length.hours_per_week is None and length.rhythm is None:
        yield "C’est combien d’heures par semaine, et à quels horaires ?"
    entry = scheme.entry
    if entry.mode is None and not entry.months and entry.calendar is None:
        yield "Quand est-ce que je peux commencer ?"
    elif entry.mode == "sessions" and not entry.months and entry.calendar is None:
        yield "Quelles sont les prochaines dates d’entrée ?"


def _entrance(scheme: Scheme) -> Iterator[str]:
    entry, audience = scheme.entry, scheme.audience
    if entry.alone is None and not entry.prescribers:
        yield "Est-ce que je peux m’inscrire seul, ou faut-il passer par un conseiller ?"
    if not scheme.places and scheme.kind in ("training", "support"):
        yield "Où est-ce que cela se passe ? Y a-t-il un lieu près de chez moi ?"
    if ages(audience) is None and scheme.kind in _ATTENDED:
        yield "Est-ce qu’il y a une condition d’âge ?"
    wanted = scheme.requires
    if not (wanted.nothing or wanted.abilities or wanted.conditions):
        yield "Qu’est-ce qu’il faut déjà savoir pour entrer ?"
    if not entry.selection and scheme.kind in _ATTENDED:
        yield "Comment choisissez-vous les personnes ? Y a-t-il un test ou un entretien ?"
    if not scheme.documents:
        yield "Quels papiers est-ce que je dois apporter ?"


def _result(scheme: Scheme) -> Iterator[str]:
    if scheme.kind == "training" and not scheme.certifications:
        yield "Est-ce que j’obtiens un diplôme ou un certificat à la fin ?"
    length = scheme.duration
    if scheme.kind in ("training", "support") and length.company is None and not length.company_weeks:
        yield "Est-ce qu’il y a un stage en entreprise ?"


def _of_an_allowance(scheme: Scheme) -> Iterator[str]:
    yield "Combien est-ce que je peux recevoir, et quand ?"
    if scheme.entry.alone is None and not scheme.entry.prescribers:
        yield "À qui est-ce que je dois demander cette aide ?"
    if not scheme.documents:
        yield "Quels papiers est-ce que je dois fournir ?"
    yield "Est-ce que je peux la garder avec mes autres aides ?"
