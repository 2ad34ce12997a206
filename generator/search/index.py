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
from lunr.index import Index

from generator.search.entries import Entry
from generator.search.words import Reader

HALF = 44
DIGITS = "".join(chr(code) for code in range(35, 126) if chr(code) not in "\\<&")
"""88 printable characters that need no escape in a script, in the order of their codes."""

QUOTED = 30
"""Phrases of an entry that may be shown, in their order: statement, title, explanation, 27 more."""

FIELDS = {"name": 3, "text": 0.6, "phrase": 1}
"""How much a word weighs in each; `theme/assets/js/search/2-index.js` has the same."""

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


def build(rows: Iterable[Document]) -> Index:
    """The index as lunr.py makes it; words come ready, so that no other pipeline may touch them."""
    builder = Builder()
    for field, boost in FIELDS.items():
        builder.field(field, boost=boost)
    for number, row in enumerate(rows):
        builder.add({"id": number, **{field: list(getattr(row, field)) for field in FIELDS}})
    return builder.build()


def pack(rows: Sequence[Document]) -> Packed:
    """The same postings, small: the browser makes from them the part of lunr's index that a query touches."""
    spoken = sum(row.said for row in rows)
    counts: dict[str, dict[str, dict[int, int]]] = {}
    for number, row in enumerate(rows):
        for field in FIELDS:
            for word in getattr(row, field):
                places = counts.setdefault(word, {}).setdefault(field, {})
                places[number] = places.get(number, 0) + 1
    terms = tuple(sorted(counts))
    sizes, sums = _vectors(rows[:spoken], {term: _idf(counts[term], len(rows)) for term in terms})
    return Packed(
        terms,
        tuple(_postings(counts[term], spoken) for term in terms),
        tuple(Counter(row.entry for row in rows[:spoken]).values()),
        (tuple(len(row.name) for row in rows[spoken:]), tuple(len(row.text) for row in rows[spoken:])),
        "".join(map(_size, sizes)),
        tuple(round(one, 2) for one in sums),
    )


def _postings(fields: Mapping[str, Mapping[int, int]], spoken: int) -> str:
    name, text, phrase = (
        _list(fields.get(field, {}), start - 1)
        for field, start in (("name", spoken), ("text", spoken), ("phrase", 0))
    )
    return f"{name}!{text}!{phrase}" if name or text else phrase


def _list(places: Mapping[int, int], last: int) -> str:
    found = ""
    for number, count in places.items():
        found += written((number - last) * 2 + (count > 1))
        if count > 1:
            found += written(count)
        last = number
    return found


def _idf(fields: Mapping[str, Mapping[int, int]], documents: int) -> float:
    """How rare a word is, as lunr counts it: a word of three fields of one document counts three times."""
    spread = sum(len(places) for places in fields.values())
    return math.log(1 + abs((documents - spread + 0.5) / (spread + 0.5)))


def _vectors(rows: Sequence[Document], idf: Mapping[str, float]) -> tuple[list[float], list[float]]:
    """Each phrase's length as a vector of its words; each entry's phrases, brought to one length, summed."""
    sizes: list[float] = []
    sums: dict[int, float] = dict.fromkeys((row.entry for row in rows), 0.0)
    for row in rows:
        weights = [idf[word] for word in sorted(set(row.phrase))]
        sizes.append(math.sqrt(sum(weight * weight for weight in weights)))
        sums[row.entry] += sum(weights) / (sizes[-1] or 1)
    return sizes, list(sums.values())


def _size(size: float) -> str:
    steps = round(math.log(max(size, LEAST) / LEAST, STEP))
    return DIGITS[min(steps, len(DIGITS) - 1)]


def written(number: int) -> str:
    """A number as one or more characters: digits in base 44, lowest first, the last one in the low half
    of the alphabet. Smaller once compressed than base64, and safe inside a script."""
    found = ""
    while number >= HALF:
        found += DIGITS[HALF + number % HALF]
        number //= HALF
    return found + DIGITS[number]
