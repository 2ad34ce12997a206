"""The French of a path found by the guide: what it is, what it is not, and the sentences of its passages.

The guide proposes, advisers know: the two are never mixed up. Templates travel to the browser.
"""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "found": "Proposé par le guide",
    "found_note": "Le guide a trouvé ce chemin en comparant les fiches. Vérifiez-le avec un conseiller.",
    "known": "Connu des conseillers",
    "known_note": "C’est le même chemin que ce parcours : ",
    "title": "Chemin {number}",
    "start": "Pour commencer",
    "passage": "Pour passer à l’étape {number}",
    "step": "Étape {number} : ",
    "condition": "À savoir : ",
    "none": "Le guide ne trouve pas de chemin vers ce but. Un conseiller peut en connaître d’autres.",
    "count": "{count} chemins proposés.",
    "count_one": "1 chemin proposé.",
}

AGE_PASSES = "Entrez avant vos {age}\u00a0ans. L’anniversaire peut tomber pendant l’étape d’avant."
STATUSES_CHANGE = "Vous êtes {others} ? Votre situation doit changer. {how}"
"""Sentences that depend on the person; `seam_messages` has the same, a test compares."""
