"""The page of a pathway: steps as the stations of a line, each passage a thing of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.pathway import Pathway, Step
from generator.model.scheme import Scheme
from generator.seams import pathway_seams
from generator.seams.reason import Seam
from generator.views import words
from generator.views.adviser import FigureRow, ReviewLine, ability_words, figure_rows, review_line
from generator.views.plan import line_of
from generator.views.seams import SeamView, seam_view
from generator.views.shared import Badge, Cited, Library, Ref, badge
from generator.views.simple import SimpleLine, simple_lines

ORIGINS = {
    "told": "Ce parcours est raconté par une source.",
    "implied": "Ce parcours est déduit de ce que disent les sources.",
}


@dataclass(frozen=True, slots=True)
class Entrance:
    """The way into a step: what secures it (empty where nobody says), and the verdict, but for the first."""

    first: bool
    secure: tuple[str, ...]
    who: tuple[Ref, ...]
    source: Cited | None
    verdict: SeamView | None


@dataclass(frozen=True, slots=True)
class StepView:
    """One station: the scheme, why it comes here, what else is possible."""

    number: int
    scheme: Ref
    kind_badge: Badge | None
    summary: str
    why: str
    optional: bool
    alternatives: tuple[Ref, ...]
    length: str | None
    if_it_fails: str | None
    note: str | None
    seam: Entrance | None


@dataclass(frozen=True, slots=True)
class PathwayCard:
    """A pathway in a list: its stations are only named."""

    id: str
    title: str
    path: str
    summary: str
    profile: str
    goal: str
    stations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PathwayPage:
    """Everything a pathway page shows, in words."""

    card: PathwayCard
    as_of: str
    simple: tuple[SimpleLine, ...]
    origin: str
    profile: tuple[str, ...]
    steps: tuple[StepView, ...]
    continues: tuple[Ref, ...]
    follows: tuple[Ref, ...]
    needs: tuple[Ref, ...]
    adviser: str | None
    figures: tuple[FigureRow, ...]
    sources: tuple[Cited, ...]
    review: ReviewLine
    region: str
    edit: str | None
    on_map: Ref | None

    @property
    def onward(self) -> tuple[Ref, ...]:
        """Where to go next from the simple version: the steps, in order."""
        return tuple(step.scheme for step in self.steps)


def pathway_cards(library: Library) -> Mapping[str, PathwayCard]:
    """The card of each pathway, made once."""
    return {pathway.id: _card(library, pathway) for pathway in library.guide.pathways.values()}


def followed(library: Library) -> Mapping[str, tuple[Ref, ...]]:
    """For each pathway, those it can follow: `continues`, seen from the other end."""
    found: defaultdict[str, list[Ref]] = defaultdict(list)
    for pathway in library.guide.pathways.values():
        for link in pathway.continues:
            found[link.pathway].append(library.pathway(pathway.id, link.condition))
    return {pathway: tuple(refs) for pathway, refs in found.items()}


def pathway_page(library: Library, pathway: Pathway, follows: tuple[Ref, ...]) -> PathwayPage:
    """The page of one pathway."""
    return PathwayPage(
        card=_card(library, pathway),
        as_of=words.as_of(pathway.as_of),
        simple=simple_lines(pathway.simple),
        origin=ORIGINS[pathway.origin],
        profile=_profile(library, pathway),
        steps=tuple(
            _step(library, step, number, seam)
            for number, (step, seam) in enumerate(
                zip(pathway.steps, pathway_seams(library.guide, pathway), strict=True), 1
            )
        ),
        continues=tuple(library.pathway(link.pathway, link.condition) for link in pathway.continues),
        follows=follows,
        needs=tuple(library.need(need) for need in pathway.needs),
        adviser=pathway.adviser,
        figures=figure_rows(library, pathway.figures),
        sources=tuple(library.cited(source) for source in pathway.sources),
        review=review_line(pathway.review, library.today),
        region=library.guide.vocabulary.regions[pathway.region].label,
        edit=library.edit_address("pathway", pathway.id),
        on_map=line_of(library, pathway),
    )


def _card(library: Library, pathway: Pathway) -> PathwayCard:
    schemes = library.guide.schemes
    return PathwayCard(
        pathway.id,
        pathway.title,
        f"parcours/{pathway.id}/index.html",
        pathway.summary,
        pathway.profile.summary,
        pathway.goal,
        tuple(schemes[step.scheme].title for step in pathway.steps),
    )


def _profile(library: Library, pathway: Pathway) -> tuple[str, ...]:
    vocabulary, profile = library.guide.vocabulary, pathway.profile
    lines = [
        words.ages(profile.age_min, profile.age_max),
        words.join((vocabulary.statuses[s].label for s in profile.statuses), "ou"),
        words.join((vocabulary.levels[level].label for level in profile.levels), "ou"),
        words.join((vocabulary.publics[p].label for p in profile.publics), "ou"),
        *(f"{label} : {level}" for label, level in ability_words(library, profile.abilities)),
    ]
    return tuple(words.capital(line) for line in lines if line)


def _step(library: Library, step: Step, number: int, seam: Seam) -> StepView:
    scheme = library.guide.schemes[step.scheme]
    return StepView(
        number=number,
        scheme=library.scheme(step.scheme),
        kind_badge=badge(scheme),
        summary=scheme.person.summary,
        why=step.why,
        optional=step.optional,
        alternatives=tuple(library.scheme(scheme) for scheme in step.alternatives),
        length=_length(step, scheme),
        if_it_fails=step.if_it_fails,
        note=step.note,
        seam=_entrance(library, step, number, seam),
    )


def _length(step: Step, scheme: Scheme) -> str | None:
    said = step.usual_length or words.duration(scheme.duration)
    return words.capital(said).rstrip(".") if said else None


def _entrance(library: Library, step: Step, number: int, seam: Seam) -> Entrance | None:
    verdict = seam_view(library.guide, seam) if number > 1 else None
    passage = step.passage
    if passage is None:
        return None if number == 1 else Entrance(False, (), (), None, verdict)
    source = library.cited(passage.source) if passage.source else None
    return Entrance(number == 1, passage.secure, library.organisations(passage.who), source, verdict)
