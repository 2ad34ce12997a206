"""The French of a value that does not fit: what was typed, and what to type instead."""

from __future__ import annotations

from typing import Any

from generator.french_keys import FRENCH_KEYS
from generator.model.language import Language
from generator.model.need import Need
from generator.model.pathway import Pathway
from generator.model.prescription import Prescription
from generator.model.scheme import Scheme
from generator.model.site import Site
from generator.model.situation import Witness
from generator.model.training import Domain
from generator.model.vocabulary import LISTS
from generator.model.walk import model_at
from generator.phrases import meant, one_of, short, what
from generator.problems import Problem


def unknown_key(problem: Problem) -> str:
    """A key the record does not take: the one that was meant, or all those it takes."""
    key = str(problem.path_end)
    root = _root(problem.details["kind"])
    inside = problem.field[:-1]
    if str(problem.details["kind"]).startswith("list:"):
        inside = inside[1:]
    model = model_at(root, inside) if root else None
    known = list(model.model_fields) if model else []
    french = FRENCH_KEYS.get(key.casefold(), ())
    for english in french:
        if english in known:
            return f"La clé « {short(key)} » n’existe pas : écrivez « {english} »."
    guess = meant(key, known)
    if guess:
        return f"La clé « {short(key)} » n’existe pas ici.{guess}"
    return f"La clé « {short(key)} » n’existe pas ici. Clés possibles : {', '.join(known)}."


def _root(kind: str) -> type[Any] | None:
    roots: dict[str, type[Any]] = {
        "need": Need,
        "scheme": Scheme,
        "pathway": Pathway,
        "domain": Domain,
        "prescription": Prescription,
        "language": Language,
        "site": Site,
        "witness": Witness,
    }
    return LISTS.get(kind.partition(":")[2]) if kind.startswith("list:") else roots.get(kind)


def missing(problem: Problem) -> str:
    """A required key is absent."""
    return f"Il manque la clé « {problem.path_end} ». Ajoutez une ligne « {problem.path_end}: … »."


def text_expected(problem: Problem) -> str:
    """A text was expected."""
    value = problem.details["input"]
    if value is None:
        return "Cette clé est vide. Écrivez un texte après les deux-points, ou supprimez la ligne."
    return f"Il faut un texte, et vous avez écrit {what(value)}. Écrivez une seule phrase entre guillemets."


def list_expected(problem: Problem) -> str:
    """A list was expected."""
    value = problem.details["input"]
    if value is None:
        return "Cette liste est vide. Ajoutez des lignes qui commencent par « - », ou supprimez la clé."
    return (
        f"Il faut une liste, et vous avez écrit {what(value)}. "
        "Mettez chaque élément sur sa ligne, après un tiret : « - élément »."
    )


def mapping_expected(problem: Problem) -> str:
    """Keys were expected, or a whole sheet."""
    value = problem.details["input"]
    if not problem.field:
        return f"Ce fichier contient {what(value)}. Une fiche est faite de lignes « clé: valeur », sans tiret, et commence par « id: … »."
    if value is None:
        return "Cette clé est vide. Écrivez en dessous, décalées de deux espaces, ses propres clés, ou supprimez la ligne."
    return (
        f"Il faut des clés, et vous avez écrit {what(value)}. "
        "Écrivez en dessous, décalées de deux espaces, des lignes « clé: valeur »."
    )


def int_expected(problem: Problem) -> str:
    """A whole number was expected."""
    return f"Il faut un nombre entier, et vous avez écrit {what(problem.details['input'])}. Écrivez par exemple « 16 »."


def bool_expected(problem: Problem) -> str:
    """Yes or no was expected; French words are translated."""
    value = problem.details["input"]
    french = {"oui": "true", "vrai": "true", "non": "false", "faux": "false"}
    word = french.get(str(value).strip().casefold())
    advice = f"écrivez « {word} »" if word else "écrivez « true » (oui) ou « false » (non)"
    return f"Il faut oui ou non, et vous avez écrit {what(value)} : {advice}."


def choice_expected(problem: Problem) -> str:
    """A word of a short closed list was expected."""
    expected = [part.strip(" '") for part in str(problem.details["expected"]).replace(" or ", ",").split(",")]
    value = problem.details["input"]
    if not isinstance(value, str):
        return f"Vous avez écrit {what(value)}. Écrivez {one_of(expected)}."
    return f"« {short(value)} » n’est pas une valeur possible. Écrivez {one_of(expected)}.{meant(value, expected)}"


PATTERNS = {
    "[a-z0-9]+": "des minuscules sans accent, des chiffres et des tirets, par exemple « parler-francais »",
    "(0[1-9]|1[0-2])$": "une année et un mois, par exemple « 2019-02 »",
    "([0-2]": "une date, par exemple « 2026-11-21 »",
    "(19|20)?": "une année ou deux, par exemple « 2018 » ou « 2019-2022 »",
    "AB": "un code INSEE de cinq chiffres, par exemple « 93066 »",
    "https": "une adresse qui commence par « https:// », sans espace",
    "[a-z0-9.-]": "une adresse sans chemin, en minuscules, par exemple « https://mesure.exemple.fr »",
    "{3}": "trois chiffres, par exemple « 003 »",
    "[A-Z][a-z]{3}": "un code de langue, par exemple « ar », « pt » ou « zh-Hans »",
}


def pattern(problem: Problem) -> str:
    """A text of a given form was expected."""
    pattern = str(problem.details.get("pattern", ""))
    form = next((text for sign, text in reversed(PATTERNS.items()) if sign in pattern), "une autre forme")
    return f"« {short(problem.details['input'])} » n’a pas la bonne forme. Il faut {form}."


def bounds(problem: Problem) -> str:
    """A number is out of bounds."""
    details = problem.details
    if "ge" in details:
        return f"« {short(details['input'])} » est trop petit : écrivez au moins {details['ge']}."
    return f"« {short(details['input'])} » est trop grand : écrivez au plus {details['le']}."


def too_short(problem: Problem) -> str:
    """A list has too few items."""
    least = problem.details.get("min_length", 1)
    found = problem.details.get("actual_length", 0)
    name = problem.path_end
    if name == "sources":
        return "Il manque la source. Ajoutez au moins une ligne « - {document: …, chapter: …} »."
    return f"La liste « {name} » doit avoir au moins {least} élément(s) ; elle en a {found}. Complétez-la."


def crossed(problem: Problem) -> str:
    """A minimum is above its maximum."""
    low, high = problem.details["names"]
    return (
        f"« {low} » est plus grand que « {high} ». Échangez les deux nombres, ou corrigez celui qui est faux."
    )
