"""The pages of needs: the six groups of the home page, all needs, one need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.need import Need
from generator.views.choose import choices_among
from generator.views.pathways import PathwayCard
from generator.views.shared import Card, Cited, Library, Ref, need_path
from generator.views.simple import ONWARD, SimpleLine, simple_lines
from generator.views.ways import doors_of_need

FIRST = 5
"""Schemes shown at once on a need page; the others are one click away: a short list is read."""


@dataclass(frozen=True, slots=True)
class NeedCard:
    """A need as a choice: its drawing, what the person says, one line."""

    id: str
    statement: str
    path: str
    pictogram: str
    explanation: str
    line: int


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group of needs, with the colour of its line."""

    id: str
    label: str
    description: str | None
    pictogram: str
    path: str
    line: int
    needs: tuple[NeedCard, ...]


@dataclass(frozen=True, slots=True)
class Answering:
    """A scheme that answers a need, and why."""

    card: Card
    why: str


@dataclass(frozen=True, slots=True)
class HelperLine:
    """Somebody who can help, for what, and how to reach them."""

    organisation: Ref
    why: str
    how: str | None


@dataclass(frozen=True, slots=True)
class NeedPage:
    """Everything a need page shows."""

    card: NeedCard
    title: str
    group: Ref
    simple: tuple[SimpleLine, ...]
    first_steps: tuple[str, ...]
    schemes: tuple[Answering, ...]
    others: tuple[Answering, ...]
    choices: tuple[Ref, ...]
    """« Lequel choisir ? », where two of the schemes resemble each other."""
    pathways: tuple[PathwayCard, ...]
    doors: tuple[Ref, ...]
    helpers: tuple[HelperLine, ...]
    neighbours: tuple[NeedCard, ...]
    sources: tuple[Cited, ...]
    edit: str | None

    @property
    def onward(self) -> tuple[Ref, ...]:
        """Where to go next from the simple version."""
        return tuple(Ref(one.card.title, one.card.path) for one in self.schemes[:ONWARD])


def need_cards(library: Library) -> Mapping[str, NeedCard]:
    """The card of each need, made once."""
    return {
        need.id: NeedCard(
            need.id,
            need.statement,
            need_path(need.id),
            need.pictogram,
            need.explanation,
            library.lines[need.group],
        )
        for need in library.guide.needs.values()
    }


def groups(library: Library, cards: Mapping[str, NeedCard]) -> tuple[GroupView, ...]:
    """The groups in the order of their list, each with its needs in the order written."""
    members: defaultdict[str, list[Need]] = defaultdict(list)
    for need in library.guide.needs.values():
        members[need.group].append(need)
    return tuple(
        GroupView(
            group.id,
            group.label,
            group.description,
            group.pictogram or "station",
            f"besoins/index.html#{group.id}",
            library.lines[group.id],
            tuple(cards[n.id] for n in sorted(members[group.id], key=lambda n: (n.order, n.id))),
        )
        for group in library.guide.vocabulary.groups.values()
    )


def need_page(
    library: Library, need: Need, cards: Mapping[str, NeedCard], pathways: Mapping[str, PathwayCard]
) -> NeedPage:
    """The page of one need."""
    guide = library.guide
    answering = tuple(
        Answering(library.cards[scheme], library.whys[need.id, scheme])
        for scheme in guide.schemes_of_need[need.id]
        if guide.schemes[scheme].status != "closed"
    )
    group = guide.vocabulary.groups[need.group]
    return NeedPage(
        card=cards[need.id],
        title=need.title,
        group=Ref(group.label, f"besoins/index.html#{group.id}"),
        simple=simple_lines(need.simple),
        first_steps=need.first_steps,
        schemes=answering[:FIRST],
        others=answering[FIRST:],
        choices=choices_among(library, (one.card.id for one in answering)),
        pathways=tuple(pathways[found] for found in guide.pathways_of_need[need.id]),
        doors=doors_of_need(library, need.id),
        helpers=_helpers(library, need),
        neighbours=tuple(cards[found] for found in need.see_also),
        sources=tuple(library.cited(source) for source in need.sources),
        edit=library.edit_address("need", need.id),
    )


def _helpers(library: Library, need: Need) -> tuple[HelperLine, ...]:
    """Who can help with a need, and how to reach them."""
    organisations = library.guide.vocabulary.organisations
    return tuple(
        HelperLine(
            library.organisation(helper.organisation),
            helper.why,
            organisations[helper.organisation].how_to_reach,
        )
        for helper in need.helpers
    )
