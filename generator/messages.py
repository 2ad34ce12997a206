"""The French of every problem: what is wrong, and what to write instead.

One entry per rule. `problems` holds facts; only this module makes sentences of them, so that a
wording can change without touching a rule.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from generator import value_messages as values
from generator.phrases import meant, one_of, short
from generator.problems import FieldPath, Problem
from generator.yaml_messages import yaml_sentence

Details = Mapping[str, Any]

KINDS = {
    "need": "besoin",
    "scheme": "dispositif",
    "pathway": "parcours",
    "organisation": "organisme",
    "document": "document",
    "theme": "thème",
    "status": "situation",
    "level": "niveau de diplôme",
    "public": "public",
    "region": "région",
    "territory": "territoire",
    "group": "groupe de besoins",
    "ability": "capacité",
    "job": "métier",
    "initiative": "initiative",
    "subject": "sujet",
    "line": "ligne du plan",
}
WHERE = {
    "need": "offer/needs/",
    "scheme": "offer/schemes/",
    "pathway": "pathways/",
    "organisation": "offer/vocabulary/organisations.yml",
    "document": "offer/vocabulary/documents.yml",
    "theme": "offer/vocabulary/themes.yml",
    "status": "offer/vocabulary/statuses.yml",
    "level": "offer/vocabulary/abilities.yml, sous « qualification »",
    "public": "offer/vocabulary/publics.yml",
    "region": "offer/vocabulary/regions.yml",
    "territory": "offer/vocabulary/territories.yml",
    "group": "offer/vocabulary/groups.yml",
    "ability": "offer/vocabulary/abilities.yml",
    "job": "offer/vocabulary/jobs.yml",
    "initiative": "offer/vocabulary/initiatives.yml",
    "subject": "offer/vocabulary/subjects.yml",
    "line": "offer/vocabulary/lines.yml",
}
STATES = {"closed": "fermé", "suspended": "suspendu"}


def sentence(problem: Problem) -> str:
    """The problem in one or two French sentences, without its place."""
    wording = WORDINGS.get(problem.rule)
    if wording is None:
        return f"Valeur refusée (règle « {problem.rule} »). Relisez ce champ avec le guide de rédaction."
    if callable(wording):
        return wording(problem)
    return wording.format_map(_Shown(problem.details))


def shown_path(path: FieldPath) -> str:
    """`steps[2].scheme` as an editor can find it: list items count from 1."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


class _Shown(dict[str, Any]):
    """Details ready to be put between guillemets: short, on one line."""

    def __init__(self, details: Details) -> None:
        super().__init__({key: short(value) for key, value in details.items()})


def _unknown_reference(problem: Problem) -> str:
    details = problem.details
    kind, name = details["kind"], details["name"]
    text = f"Aucun {KINDS[kind]} ne s’appelle « {short(name)} »."
    if kind in ("region", "status", "ability", "initiative", "line"):
        text = f"Aucune {KINDS[kind]} ne s’appelle « {short(name)} »."
    elsewhere = [one for one in details["elsewhere"] if one != kind]
    if elsewhere:
        return f"{text} « {short(name)} » est un {KINDS[elsewhere[0]]}."
    guess = meant(name, details["known"])
    return text + (guess or f" La liste est dans {WHERE[kind]}.")


def _unknown_level(problem: Problem) -> str:
    details = problem.details
    return (
        f"« {short(details['name'])} » n’est pas un niveau de « {details['ability']} ». "
        f"Écrivez {one_of(details['known'])}.{meant(details['name'], details['known'])}"
    )


def _unknown_answer(problem: Problem) -> str:
    details = problem.details
    text = f"Aucune {details['what']} de « Faire le point » ne s’appelle « {short(details['name'])} »."
    return text + (meant(details["name"], details["known"]) or f" Écrivez {one_of(details['known'])}.")


def _closed_step(problem: Problem) -> str:
    details = problem.details
    text = (
        f"Le parcours « {short(details['pathway'])} » passe par « {details['name']} », "
        f"qui est {STATES[details['status']]}."
    )
    if details["replacement"]:
        return f"{text} Écrivez à la place « {details['replacement'][0]} »."
    return f"{text} Choisissez un autre dispositif, ou retirez l’étape."


def _broken_seam(problem: Problem) -> str:
    details = problem.details
    place = f"à l’étape {details['number']}, « {details['name']} »"
    text = f"Le parcours « {short(details['pathway'])} » est rompu {place}{_read_for(details)} : {details['why']}"
    if details["missing"]:
        return (
            f"{text} Remettez l’étape qui le donne, ou écrivez « abilities: [{', '.join(details['missing'])}] » "
            "sous « passage: », avec ce qu’il faut faire."
        )
    return f"{text} Corrigez le profil, l’étape ou la fiche."


def _broken_link(problem: Problem) -> str:
    details = problem.details
    text = f"« {short(details['scheme'])} » mène à « {details['name']} », mais c’est impossible"
    return (
        f"{text}{_read_for(details)} : {details['why']} Retirez ce lien, ou corrigez l’une des deux fiches."
    )


def _read_for(details: Details) -> str:
    """The region whose part is joined to the sheets, where that part makes a difference."""
    told = f" (à cause de ce que dit « regional: » pour la région {details.get('region')})"
    return told if "region" in details else ""


def _region_joined(problem: Problem) -> str:
    """What the rules of one sheet say of it, once read with this part."""
    inner = replace(problem, rule=problem.details["inner"], details=problem.details["details"])
    return f"Lue avec le reste de la fiche, cette partie ne va pas. {sentence(inner)}"


def _circular(problem: Problem) -> str:
    trail = " → ".join(problem.details["trail"])
    return f"Les remplacements tournent en rond : {trail}. Retirez l’un des « replaced_by »."


def _unknown_list(problem: Problem) -> str:
    details = problem.details
    return (
        f"Ce fichier n’est pas une liste connue.{meant(details['name'], details['known'])} "
        f"Les listes sont : {', '.join(details['known'])}."
    )


def _untranslated(problem: Problem) -> str:
    names = one_of(problem.details["names"], last="et")
    return f"Sans traduction : {names}. Ajoutez une ligne « {problem.details['names'][0]}: … » ; d’ici là, la page reste en français à cet endroit."


def _unknown_pictogram(problem: Problem) -> str:
    details = problem.details
    return (
        f"Le dessin « {short(details['name'])} » n’existe pas.{meant(details['name'], details['known'])} "
        "Les dessins sont dans theme/assets/icons/."
    )


def _empty_file(problem: Problem) -> str:
    if problem.file.startswith("offer/vocabulary/"):
        return "Le fichier est vide. Écrivez au moins une ligne « - {id: …, label: …} »."
    return "Le fichier est vide. Copiez la fiche modèle du guide de rédaction, ou supprimez le fichier."


Wording = str | Callable[[Problem], str]

WORDINGS: dict[str, Wording] = {
    # reading
    "too_large": "Le fichier fait {size} octets ; le maximum est {most}. Coupez-le en plusieurs fiches.",
    "byte_order_mark": "Le fichier commence par une marque invisible (BOM) ou n’est pas en UTF-8. Enregistrez-le en « UTF-8 sans BOM ».",
    "not_utf8": "Ce caractère n’est pas de l’UTF-8. Enregistrez le fichier en « UTF-8 » (dans l’éditeur : Enregistrer sous, encodage UTF-8).",
    "tab": "Il y a une tabulation. Remplacez-la par deux espaces.",
    "hidden_character": "Il y a ici un caractère invisible ({code}). Effacez-le et retapez le mot.",
    "yaml_syntax": lambda problem: yaml_sentence(problem.details),
    "empty_file": _empty_file,
    "several_documents": "Le fichier contient une ligne « --- » qui en commence un autre. Supprimez-la : une fiche par fichier.",
    "alias": "« *{name} » est un renvoi YAML, qui n’est pas accepté. Écrivez la valeur en entier, ou mettez le texte entre guillemets.",
    "anchor": "« &{name} » est une ancre YAML, qui n’est pas acceptée. Supprimez-la, ou mettez le texte entre guillemets.",
    "tag": "« {name} » est une étiquette YAML, qui n’est pas acceptée. Supprimez le point d’exclamation, ou mettez le texte entre guillemets.",
    "merge_key": "« << » n’est pas accepté. Écrivez chaque clé en entier.",
    "complex_key": "Une clé doit être un mot simple suivi de deux-points. Supprimez le crochet, l’accolade ou le point d’interrogation qui la commence.",
    "too_deep": "Il y a trop de niveaux imbriqués (plus de {most}). Il reste sans doute des crochets ou des accolades en trop.",
    "duplicate_key": "La clé « {key} » est écrite deux fois (déjà ligne {first}). Gardez une seule des deux.",
    # files
    "folder_not_file": "C’est un dossier, il faut un fichier. Renommez-le sans « .yml », ou déplacez ce qu’il contient.",
    "unreadable": "Le fichier ne peut pas être lu ({why}). Vérifiez ses droits, ou remplacez-le.",
    "missing_folder": "Ce dossier n’existe pas. Créez-le, même avec une seule fiche.",
    "missing_list": "Le fichier de la liste « {name} » n’existe pas. Créez-le, avec au moins une ligne « - {{id: …, label: …}} ».",
    "wrong_extension": "Le nom du fichier doit finir par « .yml », en minuscules. Renommez-le.",
    "bad_file_name": "Le nom du fichier, « {name} », devient une adresse : il faut des minuscules sans accent, des chiffres et des tirets. Renommez-le, par exemple « aide-au-permis.yml ».",
    "unexpected_file": "Ce fichier n’a pas sa place ici : seuls les fichiers « .yml » sont lus. Déplacez-le ou supprimez-le.",
    "unknown_list": _unknown_list,
    "list_expected": "Ce fichier doit être une liste : chaque élément commence par « - id: … ».",
    "id_is_not_file_name": "L’identifiant « {id} » n’est pas le nom du fichier. Écrivez « id: {stem} », ou renommez le fichier « {id}.yml ».",
    "duplicate_id": "L’identifiant « {id} » est déjà pris plus haut dans cette liste. Choisissez-en un autre, ou supprimez cette ligne.",
    # values
    "extra_forbidden": values.unknown_key,
    "missing": values.missing,
    "string_type": values.text_expected,
    "tuple_type": values.list_expected,
    "model_type": values.mapping_expected,
    "model_attributes_type": values.mapping_expected,
    "dict_type": values.mapping_expected,
    "int_type": values.int_expected,
    "whole_number": values.int_expected,
    "int_parsing": values.int_expected,
    "int_parsing_size": values.int_expected,
    "int_from_float": values.int_expected,
    "bool_type": values.bool_expected,
    "bool_parsing": values.bool_expected,
    "literal_error": values.choice_expected,
    "string_pattern_mismatch": values.pattern,
    "string_too_long": "Le texte est trop long : {max_length} caractères au plus. Raccourcissez-le.",
    "greater_than_equal": values.bounds,
    "less_than_equal": values.bounds,
    "too_short": values.too_short,
    "empty_text": "Le texte est vide. Écrivez quelque chose entre les guillemets, ou supprimez la ligne.",
    "no_such_day": "« {input} » n’existe pas dans le calendrier. Écrivez une date vraie, par exemple « 2026-11-21 ».",
    "crossed_bounds": values.crossed,
    "place_without_town": "Ce lieu n’a pas de ville. Ajoutez « town: ». Si la source ne donne que l’organisme d’un territoire, écrivez « operator: », « territories: » et « source: ».",
    "town_and_territories": "Ce lieu a une ville, qui n’a qu’un territoire. Écrivez « territory: » à la place de « territories: ».",
    "sites_without_town": "Ce lieu n’a pas de ville : on n’en connaît ni le code INSEE ni le nombre de sites. Supprimez « insee: » et « sites: », ou ajoutez « town: ».",
    "nothing_and_abilities": "« nothing: true » dit que rien n’est demandé, et « abilities » demande quelque chose. Gardez l’un des deux.",
    "any_age_and_bounds": "« any_age: true » dit qu’il n’y a pas de condition d’âge, et « age_min » ou « age_max » en donne une. Gardez l’un des deux.",
    "young_and_age": "« young: true » dit que la source ne donne pas l’âge des jeunes, et « age_max » ou « any_age » dit un âge. Gardez l’un des deux.",
    # graph
    "unknown_reference": _unknown_reference,
    "unknown_level": _unknown_level,
    "address_taken": "L’ancienne adresse « {name} » est déjà celle de « {owner} ». Retirez-la d’ici.",
    "link_to_itself": "Ce lien mène à la fiche elle-même. Nommez une autre fiche, ou supprimez le lien.",
    "circular_replacement": _circular,
    "point_without_row": "Aucune formation de ce domaine n’a ces métiers, ces types et ces niveaux : personne ne verra ce texte. Vérifiez « job_codes », « types » et « levels ».",
    "shared_code": "Par hasard, cette fiche a le même code que « {other} » dans les adresses de la feuille de route. Changez « id » et le nom du fichier : un mot de plus suffit.",
    "unreached_scheme": "Personne ne trouvera cette fiche : elle ne répond à aucun besoin et n’est dans aucun parcours. Ajoutez « needs: », avec au moins un besoin et son « why: ».",
    "closed_without_replacement": "La fiche est fermée et ne dit pas par quoi la remplacer. Ajoutez « replaced_by: », si une autre fiche convient.",
    "pathway_through_closed": _closed_step,
    "step_out_of_region": "Le parcours « {pathway} » passe par « {name} », qui est d’une autre région ({region}). Choisissez un dispositif de la même région.",
    "one_region_only": "Cette fiche vaut partout en France, et ce texte parle d’une seule région (« {said} »). Mettez-le sous « regional: », avec sa région.",
    "region_says_otherwise": "La fiche dit partout « {name}: {base} », et cette région dit « {name}: {here} ». Retirez « {name} » de la partie commune, ou d’ici.",
    "region_joined": _region_joined,
    "need_of_one_region": "Un besoin est le même dans tous les guides, et ce texte parle d’une seule région (« {said} »). Écrivez-le sans la région ; une personne qui aide (« helpers ») peut avoir « region: ».",
    "word_of_one_region": "Ce mot est expliqué dans tous les guides, et son explication parle d’une seule région (« {said} »). Ajoutez « region: », ou écrivez « une région ».",
    # « Faire le point »
    "code_taken": "Le numéro {code} est déjà celui de « {owner} ». Prenez le plus grand numéro, plus un. Ne changez pas ceux qui existent.",
    "answer_without_label": "La réponse « {id} » n’a pas de mots. Ajoutez « label: », ou un seul besoin sous « needs: ».",
    "unknown_answer": _unknown_answer,
    "age_inside_band": "L’âge {age} tombe au milieu de la réponse « {band} » de « Faire le point ». Vérifiez l’âge ; s’il est juste, coupez cette réponse en deux dans offer/vocabulary/questions.yml.",
    "need_not_asked": "« Faire le point » ne propose pas ce besoin. Ajoutez une réponse « - {{id: {id}, code: …, needs: [{id}]}} » dans offer/vocabulary/questions.yml.",
    # languages
    "untranslated": _untranslated,
    "wrong_direction": "La langue « {lang} » se lit de droite à gauche. Écrivez « dir: rtl ».",
    # editorial
    "review_in_the_future": "La relecture est datée du {on}, qui n’est pas encore passé. Écrivez le jour où la fiche a été relue.",
    "reserved_address": "L’adresse « {name} » est celle d’une page du guide. Renommez la fiche.",
    "unknown_pictogram": _unknown_pictogram,
    "unanswered_need": "Aucun dispositif ouvert ne répond à ce besoin. Sa page le dit ; vérifiez que « helpers » nomme qui peut aider.",
    "few_phrasings": "Façons de le dire : {count} ; il en faut au moins {fewest} pour que la recherche le trouve. Ajoutez-en.",
    "phrasing_twice": "« {phrasing} » est déjà écrit pour le besoin « {owner} ». Gardez-le au seul endroit qui convient.",
    "review_overdue": "Fiche à relire : dernière lecture le {since}, il y a {months} mois ; la règle est {every} mois. Relisez-la, puis écrivez la date sous « review: on: ».",
    "unknown_acronym": "Le sigle « {name} » n’est pas dans le glossaire. Écrivez-le en toutes lettres, ou ajoutez-le à offer/vocabulary/glossary.yml.",
    "nothing_for_the_adviser": "Rien n’est écrit pour le conseiller. Ajoutez « adviser: », au moins avec « summary: » ou « prescription: ».",
    "young_in_words": "La fiche dit « {said} », et rien ne l’écarte des adultes. Ajoutez « young: true » sous « audience: », ou « age_max: » si la source écrit l’âge.",
    "unsure_first_answer": "Pour le besoin « {need} », cette fiche (à l’essai ou annoncée) passe avant un dispositif ouvert. Écrivez « fit: useful » ou « fit: possible ».",
    "step_without_passage": "Rien ne dit comment passer à l’étape {number}. Ajoutez « passage: », avec « secure: ».",
    "pathway_without_line": lambda problem: (
        f"Ce parcours n’est sur aucune ligne du plan. Ajoutez « line: » avec {one_of(problem.details['known'])}."
    ),
    "broken_seam": _broken_seam,
    "broken_link": _broken_link,
    "ability_already_there": "« {name} » est déjà acquis à l’étape {number}, ou n’y est pas demandé. Retirez-le de « abilities: ».",
    "failure_not_foreseen": "Aucune étape ne dit quoi faire en cas d’échec. Ajoutez « if_it_fails: » à l’étape la plus difficile.",
    "long_sentence": "Phrase de {count} mots (« {start} ») : c’est trop long pour qui lit mal. Coupez-la en deux, {most} mots au plus.",
}
