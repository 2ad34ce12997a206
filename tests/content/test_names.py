"""No name of the Pact is forgotten: sheet, alias, glossary, action for organisations, or set aside and why.

`names.yml` holds the names read in document 003; this test needs no source document.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from generator import source
from generator.guide import Guide
from generator.load import load
from generator.model.action import Action
from generator.model.base import Prose, Value
from generator.model.scheme import Scheme
from generator.model.walk import marked
from tests.projects import ROOT

NAMES = Path(__file__).with_name("names.yml")
FEWEST_NAMES = 150

Destination = Annotated[
    str, Field(pattern=r"^(set-aside|(scheme|alias|glossary|action):[a-z0-9]+(-[a-z0-9]+)*)$")
]


class Name(BaseModel):
    """One name of document 003, and where the guide tells it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(min_length=2)]
    goes_to: Destination
    reason: str | None = None

    @property
    def place(self) -> str:
        """What kind of place it went to: set-aside, scheme, alias, glossary or action."""
        return self.goes_to.partition(":")[0]

    @property
    def target(self) -> str:
        """Id of the sheet, of the term or of the action."""
        return self.goes_to.partition(":")[2]


def _names() -> tuple[Name, ...]:
    read = source.read(NAMES.read_bytes(), NAMES.name)
    assert not read.problems, read.problems
    return TypeAdapter(tuple[Name, ...]).validate_python(read.value)


ALL = _names()


@cache
def guide() -> Guide:
    """The real content, as far as it can be read: a mistake elsewhere is told by another test."""
    content = load(ROOT)
    assert content.guide is not None, content.problems
    return content.guide


def words(text: str) -> tuple[str, ...]:
    """The words, without case, accents, apostrophes or punctuation."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    letters = "".join(one for one in decomposed if not unicodedata.combining(one))
    return tuple(re.findall(r"\w+", letters))


def stands_in(name: str, text: str) -> bool:
    """The words of the name follow each other in the text."""
    wanted, found = words(name), words(text)
    return any(found[at : at + len(wanted)] == wanted for at in range(len(found) - len(wanted) + 1))


def told_by(name: str, texts: Iterable[str]) -> bool:
    """The name, without what it adds between brackets and whatever its plurals, stands in a text."""
    wanted = " ".join(one.rstrip("s") for one in words(re.sub(r"\s*\(.*\)", "", name)))
    return any(stands_in(wanted, " ".join(one.rstrip("s") for one in words(text))) for text in texts)


def texts_of(record: Value) -> Iterator[str]:
    """Everything a reader of that sheet or of that word reads, except where facts are cited from."""
    return (text for path, mark, text in marked(record) if isinstance(mark, Prose) and path[-1] != "chapter")


def is_written_on(scheme: Scheme, name: str) -> bool:
    """The name is the acronym or another name of the sheet, or stands whole in its title."""
    others = (scheme.acronym or "", *scheme.other_names, *scheme.former_names)
    return words(name) in map(words, others) or stands_in(name, scheme.title)


def is_told_by(action: Action, name: str) -> bool:
    """The name stands in one of the names of the action, or in what it says."""
    return any(stands_in(name, text) for text in (action.title, *action.other_names, action.what))


def test_enough_names_were_read() -> None:
    assert len(ALL) >= FEWEST_NAMES


def test_a_name_is_listed_once() -> None:
    assert [name for name, count in Counter(words(one.name) for one in ALL).items() if count > 1] == []


@pytest.mark.parametrize("one", ALL, ids=lambda one: "-".join(words(one.name)))
def test_a_name_of_the_pact_leads_somewhere(one: Name) -> None:
    if one.place == "set-aside":
        assert one.reason, "écrivez pourquoi ce nom est écarté"
        return
    assert one.reason is None, "la raison ne sert que pour « set-aside »"
    if one.place == "glossary":
        term = guide().vocabulary.glossary.get(one.target)
        assert term is not None, "ce mot n’est pas au glossaire"
        assert told_by(one.name, texts_of(term)), "le glossaire n’écrit pas ce nom"
        return
    if one.place == "action":
        action = guide().vocabulary.actions.get(one.target)
        assert action is not None, "cette action n’existe pas"
        assert is_told_by(action, one.name), "ajoutez ce nom à « other_names » de l’action"
        return
    scheme = guide().schemes.get(one.target)
    assert scheme is not None, "cette fiche n’existe pas"
    assert told_by(one.name, texts_of(scheme)), "la fiche n’écrit nulle part ce nom"
    if one.place == "alias":
        told = is_written_on(scheme, one.name)
        assert told, "ajoutez ce nom à « other_names » de la fiche"
