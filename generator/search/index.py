"""The lunr index of the guide, and the packed form that travels.

Documents are numbered: lunr's own file of the same postings is five times larger, mostly ids.
Fields: `name` (titles, acronyms, other names), `text` (what it is), `phrase` (one document for
each way of saying a need, so that a sentence meets a sentence).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lunr.builder import Builder
from lunr.index import Index

from generator.search.entries import Entry
from generator.search.words import Reader

HALF = 44
DIGITS = "".join(chr(code) for code in range(35, 126) if chr(code) not in "\\<&")
"""88 printable characters that need no escape in a script, in the order of their codes."""

FIELDS = {"name": 3, "text": 0.6, "phrase": 1}
"""How much a word weighs in each; `theme/assets/js/search/2-index.js` has the same."""


@dataclass(frozen=True, slots=True)
class Document:
    """What lunr indexes: the words of each field; `entry` is the rank of the entry it speaks of."""

    entry: int
    name: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    phrase: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Packed:
    """Sorted terms, and for each: per field, how many documents, then gaps and counts (`written`)."""

    terms: tuple[str, ...]
    postings: str
    owners: tuple[int, ...]
    """The entry of each document."""


def documents(found: Sequence[Entry], reader: Reader) -> list[Document]:
    """One document for each entry, and one for each phrase of an entry."""
    rows = []
    for rank, entry in enumerate(found):
        if entry.phrases:
            rows += [Document(rank, phrase=tuple(reader.words(phrase))) for phrase in entry.phrases]
        else:
            name = dict.fromkeys(word for one in entry.names for word in reader.words(one))
            rows.append(Document(rank, tuple(name), tuple(reader.words(entry.text))))
    return rows


def build(rows: Iterable[Document]) -> Index:
    """The index as lunr.py makes it; words come ready, so that no other pipeline may touch them."""
    builder = Builder()
    for field, boost in FIELDS.items():
        builder.field(field, boost=boost)
    for number, row in enumerate(rows):
        builder.add({"id": number, **{field: list(getattr(row, field)) for field in FIELDS}})
    return builder.build()


def pack(rows: Sequence[Document]) -> Packed:
    """The same postings, small: the browser rebuilds lunr's vectors from them."""
    counts: dict[str, dict[str, dict[int, int]]] = {}
    for number, row in enumerate(rows):
        for field in FIELDS:
            for word in getattr(row, field):
                places = counts.setdefault(word, {}).setdefault(field, {})
                places[number] = places.get(number, 0) + 1
    terms = tuple(sorted(counts))
    postings = "".join(written(number) for term in terms for number in _postings(counts[term]))
    return Packed(terms, postings, tuple(row.entry for row in rows))


def _postings(fields: dict[str, dict[int, int]]) -> Iterator[int]:
    for field in FIELDS:
        places = fields.get(field, {})
        yield len(places)
        last = -1
        for number, count in places.items():
            yield (number - last) * 2 + (count > 1)
            if count > 1:
                yield count
            last = number


def written(number: int) -> str:
    """A number as one or more characters: digits in base 44, lowest first, the last one in the low half
    of the alphabet. Smaller once compressed than base64, and safe inside a script."""
    found = ""
    while number >= HALF:
        found += DIGITS[HALF + number % HALF]
        number //= HALF
    return found + DIGITS[number]
