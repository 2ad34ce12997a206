"""Text → the words the index knows. The one pipeline of the search, mirrored word for word in
`theme/assets/js/search/1-words.js`: `tests/search/test_same_search.py` compares both on real texts.

Order: fold accents and capitals; split on anything that is not a letter or a digit (so on ’ and -);
bring « trooop » back to « trop »; read sayings (« taf » → « travail »); mark a stated age; stem.
Negation and small words stay: « je n’ai pas de diplôme » is not « diplôme ».
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import snowballstemmer

YOUNG, ADULT = "moins26ans", "plus26ans"
"""Words standing for a stated age; 26 is the age most schemes for the young end at."""

_STEMMER = snowballstemmer.stemmer("french")
_WORD = re.compile(r"[a-z0-9]+")
_LONG = re.compile(r"([a-z])\1{2,}")
_MARKS = re.compile("[\u0300-\u036f]")
_YEARS = frozenset({"an", "ans", "balais", "piges"})
_OF = frozenset({"de", "d"})


@dataclass(frozen=True, slots=True)
class Reader:
    """The pipeline with the sayings of one guide: first written word → (written, read), longest first."""

    sayings: Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]

    def words(self, text: str) -> list[str]:
        """The words of a text as the index holds them, in order."""
        return [stem(word) for word in marked_ages(self.read(split(text)))]

    def read(self, written: Sequence[str]) -> list[str]:
        """The same words once sayings are replaced; what a saying gives is not read again."""
        found: list[str] = []
        at = 0
        while at < len(written):
            for saying, meant in self.sayings.get(written[at], ()):
                if tuple(written[at : at + len(saying)]) == saying:
                    found += meant
                    at += len(saying)
                    break
            else:
                found.append(written[at])
                at += 1
        return found


def reader(sayings: Iterable[tuple[str, Iterable[str]]]) -> Reader:
    """A `Reader` from pairs (read as, ways of writing); the first way of writing a thing wins."""
    found: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {}
    for read, written in sayings:
        meant = tuple(split(read))
        for way in written:
            saying = tuple(split(way))
            if saying and saying != meant:
                found.setdefault(saying[0], {}).setdefault(saying, meant)
    longest_first = {
        first: tuple(sorted(ways.items(), key=lambda row: (-len(row[0]), row[0])))
        for first, ways in sorted(found.items())
    }
    return Reader(longest_first)


def split(text: str) -> list[str]:
    """Folded words: no accent, no capital, no mark; three times the same letter is once."""
    lowered = text.lower().replace("œ", "oe").replace("æ", "ae")
    bare = _MARKS.sub("", unicodedata.normalize("NFD", lowered))
    return _WORD.findall(_LONG.sub(r"\1", bare))


def marked_ages(words: Sequence[str]) -> list[str]:
    """« 53 ans » says an adult, « 19 ans » a young person; « 20 ans de couture » says neither."""
    found = list(words)
    for at, word in enumerate(words[:-1]):
        if not (word.isdigit() and len(word) == 2 and words[at + 1] in _YEARS):
            continue
        if at + 2 < len(words) and words[at + 2] in _OF:
            continue
        if int(word) >= 14:
            found[at] = YOUNG if int(word) < 26 else ADULT
    return found


@cache
def stem(word: str) -> str:
    """French Snowball stem of a folded word; marks and numbers stay as they are."""
    if word in (YOUNG, ADULT) or word[0].isdigit():
        return word
    return str(_STEMMER.stemWord(word))
