"""The simple version of a page: one short sentence a line, a drawing where it helps to understand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.markdown import sentences

ONWARD = 3
"""Choices at the end of a simple version: more would have to be read."""
PICTOGRAMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (icon, re.compile(pattern, re.IGNORECASE))
    for icon, pattern in (
        ("attention", r"\battention\b|à l’essai|\bannoncée?\b|\bn’existe plus\b"),
        ("horloge", r"\b(?:dure|durée|mois|semaines?|heures?)\b"),
        ("piece", r"\b(?:payée?s?|payer|paie|argent|gratuite?s?|euros?|coûte|salaire)\b"),
        ("medaille", r"\b(?:diplômes?|certificats?|examen|CléA|concours)\b"),
        ("lieu", r"\b(?:près de chez vous|lieux?|centre|mairie|adresse)\b"),
        ("bulle", r"\b(?:demandez|dites|parlez|expliquez)\b"),
        ("poignee-de-main", r"\b(?:employeurs?|emploi|entreprises?|contrat|patron)\b"),
        ("outils", r"\b(?:métiers?|stages?|gestes?|ateliers?)\b"),
        ("livre", r"\b(?:appren\w+|cours|français|formations?|bases|lire|école)\b"),
        ("personne", r"\b(?:jeunes?|personnes?|conseill(?:er|ère)s?|ans|quelqu’un)\b"),
    )
)
"""Drawing → the everyday words it stands for, the most telling first."""


@dataclass(frozen=True, slots=True)
class SimpleLine:
    """One sentence; `pictogram` names its drawing, None where none says more than the words."""

    text: str
    pictogram: str | None


def simple_lines(text: str) -> tuple[SimpleLine, ...]:
    """The sentences of a simple text. A drawing comes once: seen twice, it would tell nothing apart."""
    lines, shown = [], set[str]()
    for sentence in sentences(text):
        calling = (icon for icon, words in PICTOGRAMS if icon not in shown and words.search(sentence))
        found = next(calling, None)
        if found:
            shown.add(found)
        lines.append(SimpleLine(sentence, found))
    return tuple(lines)
