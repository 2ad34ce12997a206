"""The guide on paper: `par-ou-commencer.pdf`, from the same views as the site."""

from __future__ import annotations

import datetime

from generator.guide import Guide
from generator.offline.names import PDF
from generator.output import OutputFile
from generator.paper import press
from generator.paper.book import book, html

NAME = PDF


def printed(guide: Guide, today: datetime.date) -> OutputFile:
    """The printed guide of one edition. Raises `press.NoPressError` where it cannot be printed."""
    return OutputFile(NAME, press.press(html(book(guide, today)), today))
