"""How easy a French text is to read: Kandel and Moles' formula (1958), Flesch's fitted to French.

    207 − 1.015 · words / sentences − 73.6 · syllables / words

Around 100 very easy, 60 ordinary, below 50 hard. A line break ends a sentence, so that a list counts
as its items. Names of schemes are left out: « Parcours d’entrée en emploi » is not the writer's choice.

Syllables are those one hears: a group of vowels is one (« eau », « ieu »), but two vowels said apart are
two (« cré-er », « na-ïf »); a final mute e is none (« formation », « aide », « aides »); « l’ » leans on
the next word. Letters said one by one (« RSA ») and digits count one each. The final « -ent » counts,
though verbs leave it mute: nothing in the spelling tells « ils parlent » from « souvent ».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\s»)]+|\n+")
_WORD = re.compile(r"[^\W_]+")
_ELIDED = frozenset(["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"])
_VOWEL = "aeiouyàâäéèêëîïôöùûüœæ"
_SILENT_U = re.compile("(?<=q)u|(?<=g)u(?=[eéèêi])")
_APART = re.compile(
    "(?<=[éï])(?=[aeou])|(?=[ïë])|(?<=[aeo])(?=é|y[aeiouéè])|(?<=a)(?=o)|(?<=o)(?=a)|(?<=é)(?=i)"
)
_GROUP = re.compile(f"[{_VOWEL}]+")
_MUTE_END = re.compile(f"(?<=[^{_VOWEL.replace('é', '')}])es?$")

Names = Mapping[str, tuple[tuple[str, ...], ...]]
"""First word of a name → the names that start with it, longest first, in folded words."""


@dataclass(frozen=True, slots=True)
class Count:
    """What the formula needs; two texts read as one add up."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.sentences + other.sentences, self.words + other.words, self.syllables + other.syllables
        )


def names(titles: Iterable[str]) -> Names:
    """Names to leave out of the count, ready to be looked up."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for title in titles:
        folded = tuple(word.casefold() for word in _WORD.findall(title))
        if folded:
            found.setdefault(folded[0], set()).add(folded)
    return {word: tuple(sorted(group, key=len, reverse=True)) for word, group in found.items()}


def count(text: str, without: Names | None = None) -> Count:
    """Sentences, words and syllables of a text, less the names left out."""
    total = Count()
    for sentence in _SENTENCE_END.split(text):
        kept = _less(_WORD.findall(sentence), without or {})
        spoken = [word for word in kept if word.casefold() not in _ELIDED]
        if spoken:
            total += Count(1, len(spoken), sum(syllables(word) for word in spoken))
    return total


def score(counted: Count) -> float | None:
    """Kandel and Moles; None for a text without a word."""
    if not counted.words:
        return None
    length = counted.words / counted.sentences
    return 207 - 1.015 * length - 73.6 * counted.syllables / counted.words


@cache
def syllables(word: str) -> int:
    """Syllables one hears in a word; at least one."""
    if word.isdigit() or (word.isupper() and len(word) > 1):
        return len(word)
    low = _SILENT_U.sub("", word.lower())
    groups = _GROUP.findall(low)
    heard = sum(1 + len(_APART.findall(group)) for group in groups)
    mute = len(groups) > 1 and _MUTE_END.search(low)
    return max(1, heard - bool(mute))


def _less(words: Sequence[str], without: Names) -> list[str]:
    folded = [word.casefold() for word in words]
    kept, rank = [], 0
    while rank < len(words):
        known = without.get(folded[rank], ())
        name = next((one for one in known if tuple(folded[rank : rank + len(one)]) == one), None)
        if name is None:
            kept.append(words[rank])
        rank += len(name or "x")
    return kept
