"""Scores and costs → Markdown tables, the engines side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from tests.bench.search.speed import Speed
from tests.search.judge import ALL, Scores

MEASURES = {
    "need hit@1": "besoins, le bon en 1er (hit@1)",
    "need hit@3": "besoins, le bon dans les 3 (hit@3)",
    "need nDCG@5": "besoins, nDCG@5",
    "scheme hit@1": "dispositifs, hit@1",
    "scheme hit@5": "dispositifs, hit@5",
    "scheme nDCG@5": "dispositifs, nDCG@5",
    "refused": "sans réponse : ni besoin ni dispositif",
    "silent": "sans réponse : rien du tout",
}
STYLES = {
    ALL: "tous",
    "first-person": "première personne",
    "typo": "fautes",
    "jargon": "jargon",
    "job": "métier",
    "place": "lieu",
    "barrier": "frein",
    "keyword": "mots-clés",
    "off-topic": "hors sujet",
}
COSTS: Mapping[str, Callable[[Speed], str]] = {
    "chargé pour une première recherche": lambda speed: f"{speed.weight:.0f} ko",
    "prête après le premier focus": lambda speed: f"{speed.ready:.0f} ms",
    "par touche, médiane": lambda speed: f"{speed.key_median:.0f} ms",
    "par touche, 95e centile": lambda speed: f"{speed.key_95:.0f} ms",
    "par touche, 95e centile, attentes voulues comprises": lambda speed: f"{speed.waited_95:.0f} ms",
    "prête, temps de processeur × 6, le moindre de trois": lambda speed: f"{speed.ready_work:.0f} ms",
    "par touche, 95e centile, temps de processeur × 6, le moindre de trois": lambda speed: (
        f"{speed.key_work_95:.0f} ms"
    ),
}


def quality(name: str, scores: Mapping[str, Scores]) -> str:
    """One set of queries: each measure, over all then by style, engine by engine."""
    ours = next(iter(scores.values()))
    rows = []
    for measure, label in MEASURES.items():
        for style, share in ours[measure].items():
            cells = [f"{one[measure][style].mean:.2f}" for one in scores.values()]
            rows.append([label, STYLES.get(style, style), str(share.count), *cells])
    return table([name, "style", "n", *scores], rows)


def costs(name: str, speeds: Mapping[str, Speed]) -> str:
    """One content: kilobytes and milliseconds, engine by engine."""
    rows = [[label, *(say(speed) for speed in speeds.values())] for label, say in COSTS.items()]
    return table([name, *speeds], rows)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Markdown, figures to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
