"""Seams: a pathway whose steps do not follow is not published; a « mène à » does not contradict the model."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from generator.checks.references import GAIN
from generator.checks.subject import Subject
from generator.edition import EVERYWHERE
from generator.guide import Guide, by_id
from generator.model.pathway import Pathway
from generator.model.scheme import Scheme
from generator.problems import FieldPath, Problem
from generator.regional import in_region
from generator.seam_messages import in_words
from generator.seams import link_seam, pathway_seams
from generator.seams.reason import Reason, Seam

TOLD_BY_PATHWAYS = ("status_of_scheme", "region")
"""Rules whose breach at a step has its own sentence in `checks.pathways`.

What is offered instead may be of another region: the edition of each region leaves it out.
"""


def no_pathway_is_broken(subject: Subject) -> Iterator[Problem]:
    """The person of the profile can take every step, and whatever is offered instead of one.

    Sheets are judged as their readers get them, with what holds in the region of the pathway.
    Warn of an ability that a passage undertakes to bring when the steps before already give it.
    """
    if not _territories_read_well(subject.guide):
        return
    shown, schemes = _by_region(subject.guide), subject.guide.schemes
    for pathway in subject.guide.pathways.values():
        if not all(name in schemes for name in pathway.schemes):
            continue
        sheets = [schemes[name] for name in pathway.schemes]
        yield from _told_of(shown, pathway.region, sheets, partial(_of_pathway, subject, pathway))


def _of_pathway(subject: Subject, pathway: Pathway, guide: Guide) -> Iterator[Problem]:
    if not _pathway_reads_well(guide, pathway):
        return
    for number, found in enumerate(pathway_seams(guide, pathway)):
        yield from _broken(subject, pathway, number, found, ("steps", number, "scheme"))
        for index, other in enumerate(found.others):
            yield from _broken(subject, pathway, number, other, ("steps", number, "alternatives", index))
        yield from _already_there(subject, pathway, number, found)


def _by_region(guide: Guide) -> Mapping[str, Guide]:
    """The guide with its sheets as each region's readers get them, their `regional` part joined."""
    return {
        region: replace(guide, schemes=by_id(in_region(one, region) for one in guide.schemes.values()))
        for region in guide.vocabulary.regions
    }


def _told_of(
    shown: Mapping[str, Guide],
    region: str,
    sheets: Collection[Scheme],
    judge: Callable[[Guide], Iterator[Problem]],
) -> Iterator[Problem]:
    """What is wrong where the sheets are read together: in one region, or everywhere and where one says more.

    A region is named when what a sheet says there makes the mistake; what is wrong everywhere is told once.
    """
    more = {part.region for sheet in sheets for part in sheet.regional} - {EVERYWHERE}
    told = judge(shown[EVERYWHERE]) if EVERYWHERE in shown else ()
    everywhere = {_mistake(found): found for found in told}
    if region == EVERYWHERE:
        yield from everywhere.values()
    for here in sorted(more & shown.keys()) if region == EVERYWHERE else (region,):
        for found in judge(shown[here]) if here in shown else ():
            if here in more and _mistake(found) not in everywhere:
                label = shown[here].vocabulary.regions[here].label
                yield replace(found, details={**found.details, "region": label})
            elif region != EVERYWHERE:
                yield found


def _mistake(found: Problem) -> tuple[object, ...]:
    return found.rule, found.field, found.details.get("why")


def _broken(
    subject: Subject, pathway: Pathway, number: int, found: Seam, path: FieldPath
) -> Iterator[Problem]:
    reasons = [one for one in found.reasons if one.effect == "breaks" and one.rule not in TOLD_BY_PATHWAYS]
    if reasons:
        yield subject.problem(
            "broken_seam",
            f"pathway:{pathway.id}",
            path,
            pathway=pathway.title,
            number=number + 1,
            name=found.scheme,
            why=_said(subject.guide, reasons),
            missing=[one.details["ability"] for one in reasons if one.rule == "missing"],
        )


def _said(guide: Guide, reasons: Iterable[Reason]) -> str:
    return " ".join(in_words(guide, one) for one in reasons)


def _already_there(subject: Subject, pathway: Pathway, number: int, found: Seam) -> Iterator[Problem]:
    passage = pathway.steps[number].passage
    reasons = [*found.reasons, *(one for other in found.others for one in other.reasons)]
    missing = {one.details["ability"] for one in reasons if one.rule == "missing"}
    for index, ability in enumerate(passage.abilities if passage else ()):
        if ability not in missing and ability in subject.guide.vocabulary.abilities:
            yield subject.problem(
                "ability_already_there",
                f"pathway:{pathway.id}",
                ("steps", number, "passage", "abilities", index),
                warning=True,
                name=ability,
                number=number + 1,
            )


def no_link_contradicts_the_model(subject: Subject) -> Iterator[Problem]:
    """A « mène à » leads where one can go: same region, an open scheme, an age, a situation, a level."""
    if not _territories_read_well(subject.guide):
        return
    shown = _by_region(subject.guide)
    for scheme in subject.guide.schemes.values():
        for index, link in enumerate(scheme.leads_to):
            target = subject.guide.schemes.get(link.scheme)
            if target is None:
                continue
            region = scheme.region if scheme.region != EVERYWHERE else target.region
            judge = partial(_of_link, subject, scheme.id, index)
            yield from _told_of(shown, region, (scheme, target), judge)


def _of_link(subject: Subject, name: str, index: int, guide: Guide) -> Iterator[Problem]:
    scheme = guide.schemes[name]
    link = scheme.leads_to[index]
    if not _read_well(guide, (scheme, guide.schemes[link.scheme])):
        return
    reasons = [one for one in link_seam(guide, scheme, link).reasons if one.effect == "breaks"]
    if reasons:
        yield subject.problem(
            "broken_link",
            f"scheme:{scheme.id}",
            ("leads_to", index, "scheme"),
            scheme=scheme.title,
            name=link.scheme,
            why=_said(guide, reasons),
        )


def _pathway_reads_well(guide: Guide, pathway: Pathway) -> bool:
    return (
        _levels_known(guide, pathway.profile.abilities, pathway.profile.levels)
        and all(one in guide.vocabulary.statuses for one in pathway.profile.statuses)
        and _read_well(guide, (guide.schemes[name] for name in pathway.schemes))
    )


def _territories_read_well(guide: Guide) -> bool:
    known = guide.vocabulary.territories
    return all(around in known for one in known.values() for around in one.within)


def _read_well(guide: Guide, schemes: Iterable[Scheme]) -> bool:
    """Whether all that the rules look at exists: what does not has its own sentence already."""
    known = guide.vocabulary
    return all(
        scheme.region in known.regions
        and all(one in known.statuses for one in scheme.audience.statuses)
        and all(one in known.territories for one in scheme.territories)
        and all(one.territory in known.territories for one in scheme.places if one.territory)
        and _levels_known(guide, scheme.requires.abilities, scheme.audience.levels)
        and _levels_known(guide, scheme.gives.abilities, ())
        for scheme in schemes
    )


def _levels_known(guide: Guide, abilities: Mapping[str, str], diplomas: Iterable[str]) -> bool:
    known = guide.vocabulary.abilities
    return all(one in guide.vocabulary.levels for one in diplomas) and all(
        name in known and (GAIN.fullmatch(level) or any(step.id == level for step in known[name].levels))
        for name, level in abilities.items()
    )
