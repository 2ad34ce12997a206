"""Pages of « Faire le point »: the questions, and the same as a tree of plain pages without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.page import Page
from generator.paths import goals
from generator.point import tree
from generator.point.answers import told
from generator.point.result import result
from generator.point.view import questions
from generator.seam_messages import VERDICTS
from generator.views import needs, plan
from generator.views.shared import Badge, Library, Ref

TITLE = "Faire le point"
DOOR = Ref(TITLE, f"{tree.ROOT}/index.html", "Quelques questions, sans rien écrire.")
SCRIPTS = ("assets/point.js",)
"""Brings `point-data.js`, `paths.js`, `paths-data.js` at the first touch, at once for a link with answers."""


def of_point(library: Library) -> Iterator[Page]:
    """The page of questions, then the tree."""
    bands = tree.bands(library)
    about = "Quelques questions, sans rien écrire. Le guide vous montre par où commencer."
    meta = {"scripts": SCRIPTS}
    aims = tuple(library.cards[goal] for goal in goals(library.guide))
    context: dict[str, Any] = {"questions": questions(library), "bands": bands, "goals": aims}
    context["map"] = plan.door(library)
    context["count"] = result(library.guide, told(library.guide, {})).count
    context["verdicts"] = [Badge(word, tone) for tone, word in VERDICTS.items() if tone != "broken"]
    yield Page(tree.ROOT, "point.html.j2", TITLE, about, tree.ROOT, (), context, meta)
    groups = needs.groups(library, needs.need_cards(library))
    for band in bands:
        yield from _of_band(band, groups)


def _of_band(band: tree.Band, groups: tuple[needs.GroupView, ...]) -> Iterator[Page]:
    crumbs = (Ref(TITLE, DOOR.path),)
    leaves = {leaf.need.id: leaf for leaf in band.leaves}
    title, about = f"{TITLE} : {band.label}", f"Ce qui peut vous aider, {band.label.lower()}."
    context: dict[str, Any] = {"band": band, "groups": groups, "leaves": leaves}
    yield Page(band.folder, "point-age.html.j2", title, about, tree.ROOT, crumbs, context)
    if not band.apart:
        return
    above = (*crumbs, Ref(band.label, f"{band.folder}/index.html"))
    for leaf in band.leaves:
        # Browsers keep titles: no need in words, a page of a series.
        folder = leaf.path.removesuffix("/index.html")
        name = f"{TITLE} : {band.label}, page {folder.rpartition('/')[2]}"
        about = f"Ce qui peut vous aider, {band.label.lower()} : {leaf.need.explanation}"
        context = {"band": band, "leaf": leaf}
        yield Page(folder, "point-need.html.j2", name, about, tree.ROOT, above, context)
