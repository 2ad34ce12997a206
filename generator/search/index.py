"""The lunr index of the guide, and the packed form that travels.

Documents are numbered: lunr's own file of the same postings is five times larger, mostly ids.
Fields: `name` (titles, acronyms, other names), `text` (what it is), `phrase` (one document for
each way of saying a need, so that a sentence meets a sentence).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lunr.builder import Builder
from lunr.idf import idf

from generator.search.digits import DIGITS, written
from generator.search.entries import Entry
from generator.search.words import Reader

QUOTED = 28
"""Phrases of an entry that may be shown, in their order: statement, title, explanation, 25 more."""

FIELDS = {"name": 3, "text": 0.6, "phrase": 1}
"""How much a word weighs in each; `2-index.js`, in the browser, has the first two."""

LEAST, STEP = 1.5, 1.04
"""A phrase's length is told within 2 %, from 1.5 to 45: exact values would outweigh all names."""


@dataclass(frozen=True, slots=True)
class Document:
    """What lunr indexes: the words of each field; `entry` is the rank of the entry it speaks of."""

    entry: int
    name: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    phrase: tuple[str, ...] = ()
    said: bool = False
    """One way of saying an entry, not the entry itself; these come first."""


@dataclass(frozen=True, slots=True)
class Packed:
    """What the browser needs to weigh a word as lunr does, without unpacking the rest."""

    terms: tuple[str, ...]
    postings: tuple[str, ...]
    """For each term, gaps and counts (`written`) of its phrases; before them, where it has some, those of
    its names and of its texts, each closed by « ! »."""
    owners: tuple[int, ...]
    """How many phrases each of the first entries has; the documents of other entries follow, one each."""
    lengths: tuple[tuple[int, ...], tuple[int, ...]]
    """Words of the names and of the texts of these others."""
    sizes: str
    """A digit for each phrase: how long its words are as a vector, in powers of `STEP` above `LEAST`."""
    sums: tuple[float, ...]
    """For each of the first entries, its phrases taken as vectors of one length, all their words together."""


def documents(found: Sequence[Entry], reader: Reader) -> list[Document]:
    """One document for each entry, and one for each phrase of an entry."""
    rows = []
    for rank, entry in enumerate(found):
        if entry.phrases:
            said = [Document(rank, phrase=tuple(reader.words(phrase)), said=True) for phrase in entry.phrases]
            rows += [*said[:QUOTED], *_alike(said[QUOTED:])]
        else:
            name = dict.fromkeys(word for one in entry.names for word in reader.words(one))
            rows.append(Document(rank, tuple(name), tuple(reader.words(entry.text))))
    return rows


def _alike(said: Sequence[Document]) -> list[Document]:
    """Phrases that share common words side by side: gaps are small, and the file travels lighter."""
    often = Counter(word for row in said for word in set(row.phrase))

    def key(row: Document) -> list[tuple[int, str]]:
        return sorted((-often[word], word) for word in set(row.phrase))

    return sorted(said, key=key)


def indexed(rows: Iterable[Document]) -> Builder:
    """lunr.py's own index, not closed yet; words come ready, so that no other pipeline may touch them."""
    builder = Builder()
    for field, boost in FIELDS.items():
        builder.field(field, boost=boost)
    for number, row in enumerate(rows):
        builder.add({"id": number, **{field: list(getattr(row, field)) for field in FIELDS}})
    return builder


def pack(rows: Sequence[Document]) -> Packed:
    """The same postings, small: the browser makes from them the part of lunr's index that a query touches."""
    spoken = sum(row.said for row in rows)
    builder = indexed(rows)
    terms = tuple(sorted(builder.inverted_index))
    rare = {term: idf(builder.inverted_index[term], len(rows)) for term in terms}
    sizes, sums = _vectors(rows[:spoken], rare)
    return Packed(
        terms,
        tuple(_postings(builder, term, spoken) for term in terms),
        tuple(Counter(row.entry for row in rows[:spoken]).values()),
        (_lengths(builder, "name", spoken), _lengths(builder, "text", spoken)),
        "".join(map(_size, sizes)),
        tuple(round(one, 2) for one in sums),
    )


def _lengths(builder: Builder, field: str, spoken: int) -> tuple[int, ...]:
    return tuple(
        builder.field_lengths[f"{field}/{number}"] for number in range(spoken, builder.document_count)
    )


def _postings(builder: Builder, term: str, spoken: int) -> str:
    name, text, phrase = (
        _list(builder, term, field, start - 1)
        for field, start in (("name", spoken), ("text", spoken), ("phrase", 0))
    )
    return f"{name}!{text}!{phrase}" if name or text else phrase


def _list(builder: Builder, term: str, field: str, last: int) -> str:
    """Gaps between the documents whose field holds the term; the lowest bit says that a count follows."""
    found = ""
    for number in map(int, builder.inverted_index[term][field]):
        count = builder.field_term_frequencies[f"{field}/{number}"][term]
        found += written((number - last) * 2 + (count > 1))
        if count > 1:
            found += written(count)
        last = number
    return found


def _vectors(rows: Sequence[Document], rare: Mapping[str, float]) -> tuple[list[float], list[float]]:
    """Each phrase's length as a vector of its words; each entry's phrases, brought to one length, summed."""
    sizes: list[float] = []
    sums: dict[int, float] = dict.fromkeys((row.entry for row in rows), 0.0)
    for row in rows:
        weights = [rare[word] for word in sorted(set(row.phrase))]
        sizes.append(math.sqrt(sum(weight * weight for weight in weights)))
        sums[row.entry] += sum(weights) / (sizes[-1] or 1)
    return sizes, list(sums.values())


def _size(size: float) -> str:
    steps = round(math.log(max(size, LEAST) / LEAST, STEP))
    return DIGITS[min(steps, len(DIGITS) - 1)]
