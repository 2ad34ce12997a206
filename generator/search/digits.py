"""Numbers as text, for a script that travels: half the size of base64 once compressed, nothing to escape.

`theme/assets/js/search/2-index.js` reads them again (`numbers`).
"""

from __future__ import annotations

HALF = 44
DIGITS = "".join(chr(code) for code in range(35, 126) if chr(code) not in "\\<&")
"""88 printable characters that need no escape in a script, in the order of their codes."""


def written(number: int) -> str:
    """A number from 0 as one or more characters: digits in base 44, lowest first, the last one in the low
    half of the alphabet."""
    found = ""
    while number >= HALF:
        found += DIGITS[HALF + number % HALF]
        number //= HALF
    return found + DIGITS[number]
