"""The sheet of the adviser: what to check, how one is chosen, which passages to secure, what if refused.

Cut like the person's; an empty list is « non précisé » (for seams: none to secure).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.guide import Guide
from generator.model.pathway import Pathway
from generator.model.scheme import Scheme
from generator.road.cut import cut, cut_list
from generator.seam_messages import VERDICTS, in_words
from generator.seams.reason import Seam
from generator.views import words
from generator.views.adviser import Row, adviser_part
from generator.views.answers import short_name
from generator.views.pathways import pathway_page
from generator.views.shared import Library

SEAMS = 3
"""Passages said on paper, the first to come; the sheet has the others."""


@dataclass(frozen=True, slots=True)
class AdviserSheet:
    """One choice, as the adviser keeps it in the file."""

    check: tuple[str, ...]
    select: str | None
    seams: tuple[str, ...]
    refer: str | None
    refused: str | None


def of_scheme(library: Library, scheme: Scheme) -> AdviserSheet:
    """The part of one scheme: its passages are those of its « mène à »."""
    part = adviser_part(library, scheme)
    judged = ((link.scheme, library.seams.links[scheme.id, link.scheme]) for link in scheme.leads_to)
    names = [_name(library.guide, link.scheme) for link in scheme.if_refused]
    return AdviserSheet(
        check=tuple(_rows((*part.audience[:3], *part.requires))),
        select=cut(" ".join(scheme.entry.selection), 150) or None,
        seams=_seams((f"Vers {_name(library.guide, to)}", one, library.guide) for to, one in judged),
        refer=_organisations(library, scheme.entry.prescribers),
        refused=cut(f"Proposer : {words.join(names, 'ou')}.", 150) if names else None,
    )


def of_pathway(library: Library, pathway: Pathway, first: AdviserSheet) -> AdviserSheet:
    """The part of one pathway: its own profile and passages, the selection of its first step."""
    page = pathway_page(library, pathway, ())
    judged = zip(pathway.steps[1:], library.seams.pathways[pathway.id][1:], strict=True)
    seams = ((f"Vers {_name(library.guide, step.scheme)}", one, library.guide) for step, one in judged)
    who = dict.fromkeys(one for step in pathway.steps if step.passage for one in step.passage.who)
    fails = next((step.if_it_fails for step in pathway.steps if step.if_it_fails), None)
    return AdviserSheet(
        check=tuple(cut_list(page.profile or (pathway.profile.summary,), 300, 6)),
        select=first.select,
        seams=_seams(seams),
        refer=_organisations(library, who),
        refused=cut(fails, 150) if fails else first.refused,
    )


def _rows(rows: Iterable[Row]) -> list[str]:
    said = [f"{row.label} : {', '.join(row.values)}" for row in rows if row.values]
    return cut_list(said, 300, 6)


def _seams(found: Iterable[tuple[str, Seam, Guide]]) -> tuple[str, ...]:
    """Only what does not pass by itself: the verdict, and its first reason."""
    said = [
        cut(f"{label} ({VERDICTS[one.verdict].lower()}) : {in_words(guide, one.shown[0])}", 150)
        for label, one, guide in found
        if one.verdict != "seamless"
    ]
    return tuple(cut_list(said, 420, SEAMS))


def _organisations(library: Library, ids: Iterable[str]) -> str | None:
    known = library.guide.vocabulary.organisations
    return cut(", ".join(short_name(known[one]) for one in ids), 110) or None


def _name(guide: Guide, scheme: str) -> str:
    found = guide.schemes[scheme]
    return f"« {found.acronym or found.title} »"
