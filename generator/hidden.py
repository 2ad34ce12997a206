"""Characters nobody types on purpose: they reverse, split or hide what is read.

Those of private use, that show as an empty box, are among them: `kept` sets two aside. The reader of
files refuses them all, written as they are or by a YAML escape; the cleaner of rich texts drops those
that an HTML character reference would bring back. Joiners that real scripts need (U+200C, U+200D) and
the soft hyphen are kept.
"""

from __future__ import annotations

import re

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\ue000-\uf8ff"  # private use: no drawing of their own, and `kept.DAYS` needs two that no page holds
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
    "\u2028\u2029]"
)
