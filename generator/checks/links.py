"""Links between schemes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from generator.checks.subject import Subject
from generator.model.scheme import LINK_FIELDS, Link
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
    """Following « replaced by », by any of its links, never comes back to where one started."""
    replacing = {scheme.id: scheme.replaced_by for scheme in subject.guide.schemes.values()}
    for start, links in replacing.items():
        for index, link in enumerate(links):
            trail = None if link.scheme == start else _way_back(link.scheme, start, replacing)
            if trail:
                yield subject.problem(
                    "circular_replacement",
                    f"scheme:{start}",
                    ("replaced_by", index, "scheme"),
                    trail=[start, *trail],
                )


def _way_back(here: str, goal: str, replacing: Mapping[str, tuple[Link, ...]]) -> list[str] | None:
    """The shortest way from `here` to `goal` along the replacements, both included."""
    before: dict[str, str | None] = {here: None}
    waiting = deque([here])
    while waiting:
        here = waiting.popleft()
        if here == goal:
            way: list[str] = []
            step: str | None = here
            while step is not None:
                way.append(step)
                step = before[step]
            return way[::-1]
        for link in replacing.get(here, ()):
            if link.scheme not in before:
                before[link.scheme] = here
                waiting.append(link.scheme)
    return None


def every_scheme_is_reached(subject: Subject) -> Iterator[Problem]:
    """A living scheme answers a need or stands in a pathway; else nobody ever finds it."""
    guide = subject.guide
    if subject.broken("pathway"):
        return  # the pathway may be in the file that could not be read
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
