"""Links between schemes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.subject import Subject
from generator.model.scheme import LINK_FIELDS
from generator.problems import Problem


def no_link_to_itself(subject: Subject) -> Iterator[Problem]:
    """A scheme never leads to, replaces, resembles… itself."""
    for scheme in subject.guide.schemes.values():
        for name in (*LINK_FIELDS, "resembles", "not_for"):
            for index, link in enumerate(getattr(scheme, name)):
                key = "instead" if name == "not_for" else "scheme"
                if getattr(link, key) == scheme.id:
                    yield subject.problem("link_to_itself", f"scheme:{scheme.id}", (name, index, key))


def no_circular_replacement(subject: Subject) -> Iterator[Problem]:
    """Following « replaced by » never comes back to where one started."""
    schemes = subject.guide.schemes
    for scheme in schemes.values():
        for index, link in enumerate(scheme.replaced_by):
            if link.scheme == scheme.id:
                continue  # told by no_link_to_itself
            trail, here = {scheme.id: None}, link.scheme
            while here in schemes and here not in trail:
                trail[here] = None
                following = schemes[here].replaced_by
                here = following[0].scheme if following else ""
            if here == scheme.id:
                yield subject.problem(
                    "circular_replacement",
                    f"scheme:{scheme.id}",
                    ("replaced_by", index, "scheme"),
                    trail=[*trail, here],
                )


def every_scheme_is_reached(subject: Subject) -> Iterator[Problem]:
    """A living scheme answers a need or stands in a pathway; else nobody ever finds it."""
    guide = subject.guide
    for scheme in guide.schemes.values():
        reached = scheme.needs or guide.pathways_of_scheme[scheme.id]
        if not reached and scheme.status != "closed":
            yield subject.problem("unreached_scheme", f"scheme:{scheme.id}", needs=list(guide.needs))


def closed_schemes_say_what_replaces_them(subject: Subject) -> Iterator[Problem]:
    """A closed scheme leaves a page that sends people somewhere: warn when it cannot."""
    for scheme in subject.guide.schemes.values():
        if scheme.status == "closed" and not scheme.replaced_by:
            yield subject.problem(
                "closed_without_replacement", f"scheme:{scheme.id}", ("status",), warning=True
            )
