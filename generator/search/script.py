"""The data of the search, as one classic script: it loads from a folder as from a server.

`window.__poc_search`: the packed index, what each result shows, what filters and places need.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from generator.data_script import as_script
from generator.guide import Guide
from generator.model.pathway import Pathway
from generator.model.scheme import Scheme
from generator.search import places
from generator.search.digits import written
from generator.search.entries import Entry, entries
from generator.search.index import QUOTED, documents, pack
from generator.search.words import Reader, reader
from generator.views.jobs import rows_of_jobs
from generator.views.reference import GLOSSARY
from generator.views.shared import Library

FITS = ("main", "useful", "possible")


def search_script(library: Library) -> str:
    """`window.__poc_search={…}`, safe inside a script whatever the texts hold."""
    return as_script("__poc_search", search_data(library), typeset=False)


def reader_of(guide: Guide) -> Reader:
    """The pipeline with the sayings of this guide."""
    return reader((saying.read, saying.write) for saying in guide.vocabulary.sayings.values())


def search_data(library: Library) -> dict[str, Any]:
    """Everything the browser reads; lists of lists, for the file travels."""
    guide, reading, found = library.guide, reader_of(library.guide), entries(library)
    packed = pack(documents(found, reading))
    more = _more(guide, reading)
    return {
        "terms": " ".join(packed.terms),
        "postings": " ".join(packed.postings),
        "owners": packed.owners,
        "lengths": ["".join(map(written, field)) for field in packed.lengths],
        "sizes": packed.sizes,
        "sums": packed.sums,
        "job_words": _job_words(guide, reading, packed.terms),
        "entries": [_row(entry, more) for entry in found],
        "sayings": _sayings(reading),
        "statuses": [one.label for one in guide.vocabulary.statuses.values()],
        "places": places.places(
            guide, (text for one in found for text in (*one.phrases, *one.names, one.text))
        ),
    }


def _sayings(reading: Reader) -> str:
    """A line for each thing read: what it is, then every way of writing it, each followed by « | »."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for ways in reading.sayings.values():
        for way, read in ways:
            found[" ".join(read)].append(" ".join(way))
    return "\n".join(f"{read}|{'|'.join(ways)}|" for read, ways in sorted(found.items()))


def _row(entry: Entry, more: Mapping[tuple[str, str], dict[str, Any]]) -> list[Any]:
    row = [entry.kind, entry.id, entry.title, entry.line]
    if entry.kind == "need":
        return [*row, {"phrases": entry.phrases[3:QUOTED]}]
    said = more.get((entry.kind, entry.id), {})
    extra = {key: value for key, value in said.items() if value not in (None, [])}
    if entry.kind == "training":
        extra["path"] = entry.path
    elif entry.kind == "word" and not entry.path.startswith(f"{GLOSSARY}/index.html"):
        extra["path"] = entry.path.partition("#")[0]
    return [*row, extra] if extra else row


def _more(guide: Guide, reading: Reader) -> dict[tuple[str, str], dict[str, Any]]:
    """What only one kind has: needs answered, who may enter, where."""
    return {
        **{("scheme", one.id): _of_scheme(guide, reading, one) for one in guide.schemes.values()},
        **{("pathway", one.id): _of_pathway(guide, one) for one in guide.pathways.values()},
        **{("job", code): said for code, said in _of_jobs(guide).items()},
        **{("training", row): {"territories": near} for row, near in places.of_trainings(guide).items()},
    }


def _job_words(guide: Guide, reading: Reader, terms: Sequence[str]) -> list[str]:
    """Ranks of the words that begin names of jobs, then of those that are one; each a gap after the last."""
    names = [reading.words(name) for job in guide.vocabulary.jobs.values() for name in job.everyday]
    rank = {term: number for number, term in enumerate(terms)}
    heads = {rank[words[0]] for words in names if words and words[0] in rank}
    alone = {rank[words[0]] for words in names if len(words) == 1 and words[0] in rank}
    gaps = (pairwise([0, *sorted(ranks)]) for ranks in (heads, alone))
    return ["".join(written(after - before) for before, after in row) for row in gaps]


def _of_jobs(guide: Guide) -> dict[str, dict[str, Any]]:
    """Where each is ordered, and the needs its name says: those of the domains that train for it."""
    needs, near = [*guide.needs], places.of_jobs(guide)
    return {
        code: {
            "territories": near[code],
            "says": sorted({needs.index(domain.need) for domain, _ in rows if domain.need}),
        }
        for code, rows in rows_of_jobs(guide).items()
    }


def _of_pathway(guide: Guide, pathway: Pathway) -> dict[str, Any]:
    """The first need a pathway starts from is the one it is for."""
    needs = [*guide.needs]
    return {"needs": [[needs.index(need), min(rank, 1) + 1] for rank, need in enumerate(pathway.needs)]}


def _of_scheme(guide: Guide, reading: Reader, scheme: Scheme) -> dict[str, Any]:
    """Absent is « non précisé »: a filter never hides what the sources leave open. Names are read words."""
    needs, statuses, audience = [*guide.needs], [*guide.vocabulary.statuses], scheme.audience
    names = (scheme.title, scheme.acronym, *scheme.other_names, *scheme.former_names)
    limits = [audience.first_age, audience.last_age]
    return {
        "needs": [[needs.index(one.need), FITS.index(one.fit)] for one in scheme.needs],
        "names": [" ".join(reading.words(name)) for name in names if name],
        "status": scheme.status if scheme.status != "open" else None,
        "ages": [*limits, *([1] if audience.young else [])] if limits != [None, None] else None,
        "statuses": [statuses.index(one) for one in audience.statuses],
        "paid": scheme.pay.state if scheme.pay.state != "unknown" else None,
        "alone": scheme.entry.alone,
        "territories": places.of_scheme(guide, scheme),
    }
