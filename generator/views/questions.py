"""« À demander »: each silence of the sources that matters becomes a question to read aloud.

Those that answer a « Non précisé » of the first screen come first; what the editor added
comes last. A goal (« un emploi ») has no silences of its own: only the editor's questions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.model.scheme import Scheme
from generator.views import words
from generator.views.answers import Answer, ages

DURING = {
    "training": "la formation",
    "support": "l’accompagnement",
    "service": "le rendez-vous",
    "certification": "la préparation",
    "contract": "le contrat",
}
_ATTENDED = ("training", "support", "contract")
SHOWN = 6
"""Questions seen without unfolding: as many as the first screen can leave without answer."""
HOW_LONG = "Combien de temps cela dure-t-il ?"
WHERE = "Où est-ce que cela se passe ? Y a-t-il un lieu près de chez moi ?"
ALONE = "Est-ce que je peux m’inscrire seul, ou faut-il passer par un conseiller ?"
DIPLOMA = "Est-ce que j’obtiens un diplôme ou un certificat à la fin ?"
HOW_MUCH = "Combien est-ce que je peux recevoir, et quand ?"
WHEN = "Quand est-ce que je peux commencer ?"
NEXT_DATES = "Quelles sont les prochaines dates d’entrée ?"
ASK_WHOM = "À qui est-ce que je dois demander cette aide ?"
TO_BRING = "Quels papiers est-ce que je dois apporter ?"
TO_SUPPLY = "Quels papiers est-ce que je dois fournir ?"
ASK_WHERE = "Où est-ce que je dois aller pour demander cette aide ?"


@dataclass(frozen=True, slots=True)
class ToAsk:
    """The questions of a sheet: those seen, those folded, and what they answer on the first screen."""

    shown: tuple[str, ...]
    more: tuple[str, ...]
    answers: frozenset[str]
    """Icons of the answers the first screen lacks and that `shown` asks for."""


def to_ask(scheme: Scheme, six: Collection[Answer]) -> ToAsk:
    """What to ask, given the answers of the first screen."""
    first = first_questions(scheme, [one.icon for one in six if one.text is None])
    found = questions(scheme, first.values())
    return ToAsk(found[:SHOWN], found[SHOWN:], frozenset(first))


def first_questions(scheme: Scheme, silent: Collection[str]) -> dict[str, str]:
    """For each answer the first screen lacks, by its icon, the question to ask, if there is one."""
    if scheme.kind == "goal":
        return {}
    found: dict[str, str | None] = {
        "personne": _who(scheme),
        "cadeau": DIPLOMA if scheme.kind == "training" else "Qu’est-ce que j’obtiens à la fin ?",
        "horloge": HOW_LONG,
        "piece": next(_pay(scheme), None),
        "depart": ALONE,
        "lieu": WHERE,
    }
    if scheme.kind == "allowance":
        found |= {
            "cadeau": HOW_MUCH,
            "horloge": "Pendant combien de temps est-ce que je peux recevoir cette aide ?",
            "piece": HOW_MUCH,
            "depart": ASK_WHOM,
            "lieu": ASK_WHERE,
        }
    return {icon: question for icon, question in found.items() if icon in silent and question}


def questions(scheme: Scheme, first: Collection[str] = ()) -> tuple[str, ...]:
    """The questions of a sheet, in the order to ask them, `first` before the others, none twice."""
    found: dict[str, None] = dict.fromkeys(first)
    if scheme.kind == "allowance":
        found.update(dict.fromkeys(_of_an_allowance(scheme)))
    elif scheme.kind != "goal":
        for part in (_money, _time, _entrance, _result):
            found.update(dict.fromkeys(part(scheme)))
    found.update(dict.fromkeys(scheme.questions))
    return tuple(found)


def _money(scheme: Scheme) -> Iterator[str]:
    yield from _pay(scheme)
    if scheme.cost.state == "unknown" and scheme.kind != "contract":
        yield "Est-ce que c’est gratuit pour moi ?"
    elif scheme.cost.state in ("paid", "depends"):
        yield "Combien est-ce que je dois payer ? Qui peut m’aider à payer ?"


def _pay(scheme: Scheme) -> Iterator[str]:
    if scheme.kind not in _ATTENDED:
        return
    during = DURING[scheme.kind]
    if scheme.pay.state == "unknown":
        yield f"Est-ce que je suis payé pendant {during} ?"
    elif scheme.pay.state == "depends":
        yield f"Dans ma situation, est-ce que je serai payé pendant {during} ?"
    elif scheme.pay.state == "paid" and not scheme.pay.by:
        yield "Qui me paie, et combien par mois ?"


def _time(scheme: Scheme) -> Iterator[str]:
    if scheme.kind not in _ATTENDED:
        return
    length = scheme.duration
    known = (length.hours_min, length.hours_max, length.weeks_min, length.weeks_max)
    if all(value is None for value in known) and not words.tells_length(length.rhythm):
        yield HOW_LONG
    if length.hours_per_week is None:
        yield "C’est combien d’heures par semaine, et à quels horaires ?"
    entry = scheme.entry
    if entry.mode is None and not entry.months and entry.calendar is None:
        yield WHEN
    elif entry.mode == "sessions" and not entry.months and entry.calendar is None:
        yield NEXT_DATES


def _entrance(scheme: Scheme) -> Iterator[str]:
    entry, audience = scheme.entry, scheme.audience
    if entry.alone is None and not entry.prescribers:
        yield ALONE
    if not any(place.town for place in scheme.places) and scheme.kind in ("training", "support"):
        yield WHERE
    if (ages(audience) is None or audience.young) and scheme.kind in _ATTENDED:
        yield _who(scheme)
    wanted = scheme.requires
    if not (wanted.nothing or wanted.abilities or wanted.conditions):
        yield "Qu’est-ce qu’il faut déjà savoir pour entrer ?"
    if not entry.selection and scheme.kind in _ATTENDED:
        yield "Comment choisissez-vous les personnes ? Y a-t-il un test ou un entretien ?"
    if not scheme.documents:
        yield TO_BRING


def _who(scheme: Scheme) -> str:
    audience = scheme.audience
    if audience.statuses or audience.levels or audience.details:
        return "Est-ce qu’il y a une condition d’âge ?"
    return "Qui peut en profiter ? Y a-t-il une condition d’âge ou de diplôme ?"


def _result(scheme: Scheme) -> Iterator[str]:
    if scheme.kind == "training" and not scheme.certifications:
        yield DIPLOMA
    length = scheme.duration
    if scheme.kind in ("training", "support") and length.company is None and not length.company_weeks:
        yield "Est-ce qu’il y a un stage en entreprise ?"


def _of_an_allowance(scheme: Scheme) -> Iterator[str]:
    yield HOW_MUCH
    if scheme.entry.alone is None and not scheme.entry.prescribers:
        yield ASK_WHOM
    if not scheme.documents:
        yield TO_SUPPLY
    yield "Est-ce que je peux la garder avec mes autres aides ?"
