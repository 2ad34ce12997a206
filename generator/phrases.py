"""Small pieces of French that messages are made of."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping


def short(value: object) -> str:
    """A value quoted in a sentence: one line, at most sixty characters."""
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:59] + "…"


def meant(name: str, known: Mapping[str, str] | Iterable[str]) -> str:
    """« Vouliez-vous dire … ? », or the empty string when nothing is near."""
    choices = known if isinstance(known, Mapping) else {one: one for one in known}
    folded = {choice.casefold(): target for choice, target in choices.items()}
    near = difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=0.75 if len(name) < 5 else 0.6)
    return f" Vouliez-vous dire « {folded[near[0]]} » ?" if near else ""


def one_of(values: Iterable[str], last: str = "ou") -> str:
    """« a », « b » ou « c »."""
    names = [f"« {value} »" for value in values]
    return f" {last} ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def what(value: object) -> str:
    """What was typed, named so that the editor recognises it: a list, a group of keys, a text."""
    if isinstance(value, dict):
        return "un groupe de clés"
    if isinstance(value, (list, tuple)):
        return "une liste"
    if value is None:
        return "rien"
    return f"« {short(value)} »"
