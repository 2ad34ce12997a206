"""How answers are judged: pure functions, from graded queries and ranked answers to shares.

`python -m tests.search.judge` asks our own search page, built in site/, and prints its scores alone:
seconds, to work on the search. `./site-build.sh bench search` compares it with the others.

Definitions, the same for every engine:

* An answer is the ranked list of (kind, id) an engine shows. Needs and schemes are judged apart: the
  first k needs are the first k results of kind `need`, whatever stands between them.
* A target is what a judge expects, with a grade: 3 on top, 2 clearly useful, 1 acceptable on the first
  page. A need is one record; a scheme may be a family, which any of its records answers.
* hit@k: a target of the highest grade that the query gives (nearly always 3) is within the first k.
  Only queries that have a target of this kind are counted.
* nDCG@5: gains 2^grade − 1, discounts 1 / log2(rank + 1), over the best order possible. A record earns the
  best of the targets it answers that nobody before it has earned; a second record of one family earns
  nothing and keeps its rank.
* refused: among queries for which the judges expect nothing at all, the share answered without any need
  or scheme. silent: without any result of any kind (`data-count="0"`).
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Answer = Sequence[tuple[str, str]]
"""What an engine shows for one query: (kind, id), best first."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something a judge expects: any of these records, at this grade."""

    records: frozenset[str]
    grade: int


@dataclass(frozen=True, slots=True)
class Query:
    """Words somebody typed, and what should answer them; no target at all: the guide must say so."""

    text: str
    style: str
    needs: tuple[Target, ...] = ()
    schemes: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """The mean of a measure, from 0 to 1, and over how many queries."""

    mean: float
    count: int


def of_kind(answer: Answer, kind: str) -> list[str]:
    """The ids of one kind, in their order; a record shown twice counts where it first stands."""
    return list(dict.fromkeys(record for own, record in answer if own == kind))


def hit(found: Sequence[str], targets: Sequence[Target], k: int) -> bool:
    """Whether a target of the highest grade given stands within the first `k`."""
    highest = max(target.grade for target in targets)
    wanted = frozenset().union(*(one.records for one in targets if one.grade == highest))
    return not wanted.isdisjoint(found[:k])


def ndcg(found: Sequence[str], targets: Sequence[Target], k: int = 5) -> float:
    """The gain of the first `k` over the gain of the best order possible."""
    left = sorted(targets, key=lambda target: -target.grade)
    best = sum(_gain(target.grade, rank) for rank, target in enumerate(left[:k], 1))
    gained = 0.0
    for rank, record in enumerate(found[:k], 1):
        earned = next((target for target in left if record in target.records), None)
        if earned:
            left.remove(earned)
            gained += _gain(earned.grade, rank)
    return gained / best


def _gain(grade: int, rank: int) -> float:
    return float(2**grade - 1) / math.log2(rank + 1)


Judge = Callable[[Query, Answer], float | None]
"""The measure of one query; none when the query says nothing about it."""


def _needs(measure: Callable[[Sequence[str], Sequence[Target]], float]) -> Judge:
    return lambda query, answer: measure(of_kind(answer, "need"), query.needs) if query.needs else None


def _schemes(measure: Callable[[Sequence[str], Sequence[Target]], float]) -> Judge:
    return lambda query, answer: measure(of_kind(answer, "scheme"), query.schemes) if query.schemes else None


def _refused(query: Query, answer: Answer) -> float | None:
    if query.needs or query.schemes:
        return None
    return float(not any(kind in ("need", "scheme") for kind, _ in answer))


def _silent(query: Query, answer: Answer) -> float | None:
    return None if query.needs or query.schemes else float(not answer)


MEASURES: Mapping[str, Judge] = {
    "need hit@1": _needs(lambda found, targets: hit(found, targets, 1)),
    "need hit@3": _needs(lambda found, targets: hit(found, targets, 3)),
    "need nDCG@5": _needs(ndcg),
    "scheme hit@1": _schemes(lambda found, targets: hit(found, targets, 1)),
    "scheme hit@5": _schemes(lambda found, targets: hit(found, targets, 5)),
    "scheme nDCG@5": _schemes(ndcg),
    "refused": _refused,
    "silent": _silent,
}
ALL = "all"
Scores = Mapping[str, Mapping[str, Share]]
"""Measure → style (`all` first) → share; a style without any query for a measure is left out."""


def score(queries: Sequence[Query], answers: Sequence[Answer]) -> Scores:
    """Every measure, over all the queries and by style. Raises `ValueError` if an answer is missing."""
    styles = [ALL, *sorted({query.style for query in queries})]
    pairs = list(zip(queries, answers, strict=True))
    scores: dict[str, dict[str, Share]] = {}
    for name, judge in MEASURES.items():
        judged = [(query.style, judge(query, answer)) for query, answer in pairs]
        scores[name] = {}
        for style in styles:
            values = [value for own, value in judged if value is not None and style in (ALL, own)]
            if values:
                scores[name][style] = Share(sum(values) / len(values), len(values))
    return scores


def misses(queries: Sequence[Query], answers: Sequence[Answer]) -> list[str]:
    """One line a query whose needs are not hit within three, or that should have been refused: to read."""
    lines = []
    for query, answer in zip(queries, answers, strict=True):
        found = of_kind(answer, "need")[:3]
        refused = _refused(query, answer)
        if refused == 0:
            lines.append(
                f"{query.text} → {', '.join(record for _, record in answer[:3])} (rien n’était attendu)"
            )
        elif query.needs and not hit(found, query.needs, 3):
            wanted = ", ".join(sorted(record for one in query.needs for record in one.records))
            lines.append(f"{query.text} → {', '.join(found) or 'rien'} (attendu : {wanted})")
    return lines


def main() -> int:
    """Print the scores of our own search on each set of queries; `--misses` adds what it missed."""
    from tests.bench.search.tables import quality  # noqa: PLC0415  # judging must not need the bench
    from tests.search import drive, sets  # noqa: PLC0415  # nor a browser

    for name, queries in sets.present().items():
        with drive.served(drive.SITE) as (address, _), drive.chromium() as browser:
            page = drive.opened(browser, drive.ours(address))
            answers = drive.answers(page, [query.text for query in queries])
        print(quality(name, {"nous": score(queries, answers)}))
        if "--misses" in sys.argv[1:]:
            print("", *misses(queries, answers), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
