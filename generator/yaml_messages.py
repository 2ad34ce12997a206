"""What libyaml says, as advice an editor can follow. Keyed by its exact words, never by regex."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_UNCLOSED = "Un guillemet ouvert ligne {start} n’est jamais refermé. Ajoutez le guillemet qui manque à la fin du texte."
_COLON = (
    "Il y a un deux-points de trop, ou la ligne est mal alignée. "
    "Si le texte contient « : », mettez-le entre guillemets."
)
_ALIGN = (
    "Cette ligne n’est pas alignée avec celles du même groupe, commencé ligne {start}. "
    "Mettez le même nombre d’espaces au début de chaque ligne du groupe."
)
_START = "Une valeur ne peut pas commencer par ce caractère. Mettez le texte entre guillemets."

_BY_PROBLEM = {
    "mapping values are not allowed in this context": _COLON,
    "mapping values are not allowed here": _COLON,
    "did not find expected key": _ALIGN,
    "did not find expected '-' indicator": _ALIGN,
    "could not find expected ':'": "Il manque un deux-points après la clé. Écrivez « clé: valeur », avec une espace après les deux-points.",
    "found character that cannot start any token": _START,
    "found unexpected end of stream": _UNCLOSED,
    "found unexpected document indicator": _UNCLOSED,
    "did not find expected ',' or ']'": "Un crochet ouvert ligne {start} n’est jamais refermé. Ajoutez « ] », ou une virgule entre les éléments.",
    "did not find expected ',' or '}'": "Une accolade ouverte ligne {start} n’est jamais refermée. Ajoutez « }} », ou une virgule entre les éléments.",
    "block sequence entries are not allowed in this context": "Un tiret de liste ne peut pas être sur la même ligne que la clé. Allez à la ligne avant le « - ».",
    "found unknown escape character": "Dans des guillemets droits \", la barre \\ a un sens spécial. Utilisez des guillemets simples ', ou retirez la barre.",
    "did not find expected alphabetic or numeric character": "Un « * » ou un « & » en début de texte a un sens spécial. Mettez le texte entre guillemets.",
    "did not find expected <document start>": "Le texte ne suit pas la forme « clé: valeur ». Vérifiez cette ligne et la précédente.",
    "did not find expected node content": "Il y a une virgule ou un crochet en trop. Retirez-le.",
    "found invalid Unicode character escape code": "Ce code de caractère n’existe pas. Écrivez le caractère lui-même.",
}
_OTHERWISE = "Le fichier ne peut pas être lu à partir d’ici. Vérifiez les guillemets, les deux-points et les espaces du début de ligne."


def yaml_sentence(details: Mapping[str, Any]) -> str:
    """The advice for one syntax error."""
    wording = _BY_PROBLEM.get(str(details.get("problem", "")), _OTHERWISE)
    return wording.format(start=details.get("start", 1))
