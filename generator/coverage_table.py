"""The French of `coverage`: tables for a terminal, sixty lines or so."""

from __future__ import annotations

import datetime
import statistics
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.coverage import Answers, Coverage, Due, Reading, Sourced
from generator.guide import Guide
from generator.views import words

KINDS = {
    "training": "formation",
    "support": "accompagnement",
    "allowance": "aide en argent",
    "service": "service",
    "certification": "certification",
    "contract": "contrat",
    "goal": "but",
}
STATUSES = {
    "open": "ouvert",
    "experimental": "à l’essai",
    "announced": "annoncé",
    "suspended": "suspendu",
    "closed": "fermé",
}
RECORDS = {
    "needs": "besoins",
    "schemes": "dispositifs",
    "pathways": "parcours",
    "domains": "domaines de la commande",
    "glossary": "mots du glossaire",
    "organisations": "organismes",
    "jobs": "métiers",
}
FACTS = {"figures": "chiffres", "points": "constats", "links": "liens", "passages": "passages de parcours"}
LINKS = {
    "leads_to": "mène à",
    "combines_with": "se combine avec",
    "instead_of": "à la place de",
    "replaced_by": "remplacé par",
    "if_refused": "en cas de refus",
    "prepares": "prépare à",
    "funds": "finance",
    "gives_priority": "donne priorité pour",
    "resembles": "ressemble à",
}
TYPES = {"C": "certifiant", "P": "professionnalisant", "AQ": "accès à la qualification"}
REGISTERS = {"simple": "version simple", "person": "pour la personne"}
MARKS = {"first": "●", "open": "·", "none": "–"}
BANDS = ((80, "très facile"), (70, "facile"), (60, "ordinaire"), (50, "assez difficile"), (-999, "difficile"))
"""Least score of each band (Kandel et Moles)."""

TOO_HARD = 55
"""No text meant for the person may score less."""
SOON = 92
"""Days: a quarter ahead, the rhythm of the editor's work."""


def coverage_table(guide: Guide, found: Coverage, today: datetime.date) -> str:
    """All of it, under its titles."""
    parts: tuple[tuple[str, Iterable[str]], ...] = (
        ("Fiches", _records(found)),
        ("Dispositifs, par nature et par état", _schemes(found)),
        ("Faits : une source, ou un conseil de la rédaction", _sourced(found.facts, FACTS)),
        ("Passages d’un dispositif à un autre, par type", _sourced(found.links, LINKS)),
        ("La carte des manques : besoins × publics", _gaps(guide, found.answers)),
        ("La commande régionale de formations", _order(found)),
        ("Textes pour la personne, selon Kandel et Moles", _bands(found.readings)),
        ("Relectures", _reviews(found.reviews, today)),
    )
    return "".join(f"\n{title}\n" + "".join(f"  {line}\n" for line in lines) for title, lines in parts)


def reading_table(found: Coverage) -> str:
    """Every text meant for the person, hardest first, and above them what the whole is worth."""
    scores = [one.score for one in found.readings]
    if not scores:
        return "\nAucun texte à lire.\n"
    hard = sum(one < TOO_HARD for one in scores)
    whole = f"{words.plural(len(scores), 'texte')} ; médiane {statistics.median(scores):.0f} ; " + (
        f"{hard} sous {TOO_HARD}" if hard else f"aucun sous {TOO_HARD}"
    )
    rows = [
        (
            f"{one.score:.0f}",
            REGISTERS[one.register],
            words.plural(one.words, "mot"),
            f"{one.words_per_sentence:.1f} par phrase".replace(".", ","),
            one.file,
        )
        for one in found.readings
    ]
    title = "Les textes pour la personne, les plus difficiles d’abord (Kandel et Moles ; 60 : ordinaire)"
    return f"\n{title}\n{whole}\n" + "".join(f"  {line}\n" for line in grid(rows))


def due_table(found: Coverage, today: datetime.date) -> str:
    """How many sheets are to be read again, and those of the coming quarter."""
    late, soon = _split(found.reviews, today)
    lines = [*_reviews(found.reviews, today), *(f"{one.on:%Y-%m}  {one.file}" for one in (*late, *soon))]
    return "\nRelectures\n" + "".join(f"  {line}\n" for line in lines)


def grid(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Columns side by side: numbers to the right, words to the left."""
    table = [tuple(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = [
            cell.rjust(width) if cell[:1].isdigit() or cell == "." else cell.ljust(width)
            for cell, width in zip(row, widths, strict=True)
        ]
        yield "  ".join(cells).rstrip()


def _records(found: Coverage) -> Iterator[str]:
    yield " ; ".join(f"{number} {RECORDS[name]}" for name, number in found.records.items())


def _schemes(found: Coverage) -> Iterator[str]:
    shown = [name for name in STATUSES if any(row.get(name) for row in found.schemes.values())]
    rows = [["", *(STATUSES[name] for name in shown), "en tout"]]
    for kind, label in KINDS.items():
        row = found.schemes.get(kind, {})
        rows.append([label, *(number(row.get(name, 0)) for name in shown), number(sum(row.values()))])
    sums = [sum(row.get(name, 0) for row in found.schemes.values()) for name in shown]
    rows.append(["en tout", *map(number, sums), number(sum(sums))])
    yield from grid(rows)


def number(value: int) -> str:
    """A count; a dot for none, so that a table shows its holes."""
    return str(value) if value else "."


def _sourced(found: Mapping[str, Sourced], labels: Mapping[str, str]) -> Iterator[str]:
    rows = [["", "avec source", "conseil de la rédaction", "en tout"]]
    for name, one in found.items():
        rows.append([labels[name], number(one.told), number(one.untold), number(one.told + one.untold)])
    told, untold = (sum(getattr(one, side) for one in found.values()) for side in ("told", "untold"))
    rows.append(["en tout", number(told), number(untold), number(told + untold)])
    yield from grid(rows)


def _gaps(guide: Guide, answers: Sequence[Answers]) -> Iterator[str]:
    yield from _holes(answers)
    publics = guide.vocabulary.publics
    letters = {public: chr(ord("a") + rank) for rank, public in enumerate(publics)}
    yield "● un dispositif donne priorité à ce public ; · aucun ne le nomme ; – rien, ou d’autres d’abord."
    rows = [["", "dispositifs", *letters.values()]]
    for one in answers:
        marks = [MARKS[answer] for answer in one.publics.values()]
        rows.append([one.need, number(one.schemes), *marks])
    yield from grid(rows)
    for public, letter in letters.items():
        yield f"{letter} : {publics[public].label}"
    unnamed = sum(answer == "open" for one in answers for answer in one.publics.values())
    total = sum(len(one.publics) for one in answers)
    yield f"Sur {total} cases : {unnamed} où le public n’est pas nommé."


def _holes(answers: Sequence[Answers]) -> Iterator[str]:
    """What nobody answers, said first: the rest of the table is what somebody does."""
    empty = {one.need: [public for public, said in one.publics.items() if said == "none"] for one in answers}
    found = sum(map(len, empty.values()))
    yield f"Cases sans réponse : {found}{'.' if not found else ' (besoin : publics)'}"
    for one in answers:
        if not one.schemes:
            yield f"  {one.need} : aucun dispositif, pour personne"
        elif empty[one.need]:
            lines = textwrap.wrap(", ".join(empty[one.need]), 90, break_on_hyphens=False)
            yield f"  {one.need} : {lines[0]}"
            yield from (f"    {line}" for line in lines[1:])


def _order(found: Coverage) -> Iterator[str]:
    order = found.order
    yield (
        f"{words.plural(order.rows, 'ligne')} dans {words.plural(order.domains, 'domaine')} ; "
        f"{words.plural(order.certifications, 'certification')}, {words.plural(order.rome, 'code')} ROME, "
        f"{words.plural(order.nsf, 'code')} NSF, {words.plural(order.territories, 'territoire')}"
    )
    counts = ((label, words.plural(order.types.get(kind, 0), "ligne")) for kind, label in TYPES.items())
    yield " ; ".join(f"{label} : {number}" for label, number in counts)


def _bands(readings: Sequence[Reading]) -> Iterator[str]:
    rows = [["", *(_band(rank) for rank in range(len(BANDS))), "médiane"]]
    for register, label in REGISTERS.items():
        scores = [one.score for one in readings if one.register == register]
        places = [next(rank for rank, (least, _) in enumerate(BANDS) if one >= least) for one in scores]
        middle = f"{statistics.median(scores):.0f}" if scores else "."
        rows.append([label, *(number(places.count(rank)) for rank in range(len(BANDS))), middle])
    yield from grid(rows)
    yield "Les noms des dispositifs ne comptent pas. Pour voir les plus difficiles : check --reading"


def _band(rank: int) -> str:
    least, label = BANDS[rank]
    return f"{label} ({least} et plus)" if least > 0 else f"{label} (moins de {BANDS[rank - 1][0]})"


def _split(reviews: Sequence[Due], today: datetime.date) -> tuple[list[Due], list[Due]]:
    """Sheets already due, and those of the coming quarter."""
    late = [one for one in reviews if one.on <= today]
    soon = [one for one in reviews if today < one.on <= today + datetime.timedelta(SOON)]
    return late, soon


def _reviews(reviews: Sequence[Due], today: datetime.date) -> Iterator[str]:
    late, soon = _split(reviews, today)
    following = next((one for one in reviews if one.on > today), None)
    then = f" ; la prochaine en {words.month(f'{following.on:%Y-%m}')}" if following else ""
    yield f"à relire : {len(late)} ; dans les trois mois : {len(soon)}{then}. Pour les voir : check --due"
