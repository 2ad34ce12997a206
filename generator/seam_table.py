"""The French of `seams.overview`: tables and lists for a terminal, after those of the coverage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.coverage_table import KINDS as SCHEME_KINDS
from generator.coverage_table import grid, number
from generator.guide import Guide
from generator.seam_messages import KINDS, VERDICTS
from generator.seams.overview import Overview
from generator.seams.reason import VERDICTS as ORDER
from generator.seams.reason import Verdict
from generator.views import words


def seam_table(guide: Guide, found: Overview) -> str:
    """All of it, under its titles."""
    parts = (
        ("Coutures entre dispositifs, par verdict", _verdicts(found)),
        ("Coutures, par sujet : ce que chaque sujet dirait seul", _kinds(found)),
        ("Impasses : rien ne suit, et ce n’est pas un but", _by_kind(guide, found.dead_ends)),
        ("Dispositifs qu’aucun parcours et aucun lien n’atteint", _by_kind(guide, found.unreached)),
        ("Besoins dont tous les parcours ont une couture à sécuriser", _needs(guide, found)),
        ("Les passages à sécuriser d’abord : ceux de plus de profils de parcours", _first(found)),
    )
    return "".join(f"\n{title}\n" + "".join(f"  {line}\n" for line in lines) for title, lines in parts)


def _row(label: str, counts: Mapping[Verdict, int]) -> list[str]:
    values = [counts.get(verdict, 0) for verdict in ORDER]
    return [label, *map(number, values), number(sum(values))]


def _head() -> list[str]:
    return ["", *(VERDICTS[verdict].lower() for verdict in ORDER), "en tout"]


def _verdicts(found: Overview) -> Iterator[str]:
    both = {verdict: found.pathways.get(verdict, 0) + found.links.get(verdict, 0) for verdict in ORDER}
    rows = [
        _row("étapes de parcours", found.pathways),
        _row("« mène à »", found.links),
        _row("en tout", both),
    ]
    yield from grid([_head(), *rows])


def _kinds(found: Overview) -> Iterator[str]:
    rows = [
        [*_row(label.lower(), found.kinds[kind]), number(found.questions.get(kind, 0))]
        for kind, label in KINDS.items()
    ]
    yield from grid([[*_head(), "questions à poser"], *rows])


def _by_kind(guide: Guide, ids: tuple[str, ...]) -> Iterator[str]:
    for kind, label in SCHEME_KINDS.items():
        names = [one for one in ids if guide.schemes[one].kind == kind]
        if names:
            yield f"{label} ({len(names)}) : {', '.join(names)}"
    if not ids:
        yield "aucun"


def _needs(guide: Guide, found: Overview) -> Iterator[str]:
    known = sum(bool(ways) for ways in guide.pathways_of_need.values())
    yield f"{len(found.unsure_needs)} sur {words.plural(known, 'besoin')} qui ont un parcours"
    if found.unsure_needs:
        yield ", ".join(found.unsure_needs)


def _first(found: Overview) -> Iterator[str]:
    rows = [
        (
            words.plural(len(one.pathways), "profil"),
            words.plural(len(one.needs), "besoin"),
            f"{one.start} → {one.scheme}",
            words.join(KINDS[kind].lower() for kind in one.kinds),
        )
        for one in found.first
    ]
    yield from grid(rows)
    if not rows:
        yield "aucun"
