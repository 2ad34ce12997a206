"""Pathways: every step can be taken."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.subject import Subject
from generator.edition import EVERYWHERE
from generator.problems import FieldPath, Problem

CLOSED = ("closed", "suspended")


def no_step_through_a_closed_scheme(subject: Subject) -> Iterator[Problem]:
    """A pathway never goes through a closed or suspended scheme, even as an alternative."""
    schemes = subject.guide.schemes
    for pathway in subject.guide.pathways.values():
        for number, step in enumerate(pathway.steps):
            places: list[tuple[str, FieldPath]] = [(step.scheme, ("steps", number, "scheme"))]
            places += [
                (name, ("steps", number, "alternatives", index))
                for index, name in enumerate(step.alternatives)
            ]
            for name, path in places:
                if name in schemes and schemes[name].status in CLOSED:
                    replacement = [link.scheme for link in schemes[name].replaced_by]
                    yield subject.problem(
                        "pathway_through_closed",
                        f"pathway:{pathway.id}",
                        path,
                        pathway=pathway.title,
                        name=name,
                        status=schemes[name].status,
                        replacement=replacement,
                    )


def no_pathway_continues_itself(subject: Subject) -> Iterator[Problem]:
    """A pathway continues with another one."""
    for pathway in subject.guide.pathways.values():
        for index, following in enumerate(pathway.continues):
            if following.pathway == pathway.id:
                yield subject.problem(
                    "link_to_itself", f"pathway:{pathway.id}", ("continues", index, "pathway")
                )


def every_passage_is_secured(subject: Subject) -> Iterator[Problem]:
    """Warn of a step nothing tells how to reach, and of a pathway where failing is not foreseen."""
    for pathway in subject.guide.pathways.values():
        key = f"pathway:{pathway.id}"
        for number, step in enumerate(pathway.steps):
            if number and step.passage is None:
                yield subject.problem(
                    "step_without_passage", key, ("steps", number), warning=True, number=number + 1
                )
        if not any(step.if_it_fails for step in pathway.steps):
            yield subject.problem("failure_not_foreseen", key, ("steps",), warning=True)


def no_step_leaves_the_region(subject: Subject) -> Iterator[Problem]:
    """A pathway of one region goes through schemes of that region, or valid everywhere."""
    schemes = subject.guide.schemes
    for pathway in subject.guide.pathways.values():
        allowed = (pathway.region, EVERYWHERE)
        for number, step in enumerate(pathway.steps):
            if step.scheme in schemes and schemes[step.scheme].region not in allowed:
                yield subject.problem(
                    "step_out_of_region",
                    f"pathway:{pathway.id}",
                    ("steps", number, "scheme"),
                    pathway=pathway.title,
                    name=step.scheme,
                    region=schemes[step.scheme].region,
                )


def every_pathway_is_on_a_line(subject: Subject) -> Iterator[Problem]:
    """Where the map has lines, every pathway is on one: the map may forget none."""
    lines = subject.guide.vocabulary.lines
    for pathway in subject.guide.pathways.values():
        if lines and pathway.line is None:
            yield subject.problem("pathway_without_line", f"pathway:{pathway.id}", known=tuple(lines))
