"""HTML → PDF by WeasyPrint, the only module that knows it: an extra that a build of the site never needs."""

from __future__ import annotations

import datetime
import hashlib
import logging
from typing import Any


class NoPressError(Exception):
    """What printing needs is not here; the message says in French what to install."""


NO_WEASYPRINT = "Le PDF demande WeasyPrint, qui n’est pas installé. Lancez : ./site-build.sh pdf"
NO_PANGO = (
    "Le PDF demande la bibliothèque Pango, qui n’est pas installée. "
    "Sous Debian ou Ubuntu, lancez : apt-get install libpango-1.0-0 libpangoft2-1.0-0"
)


def press(html: str, today: datetime.date) -> bytes:
    """The PDF of a whole document: tagged (PDF/UA), dated `today`, the same bytes for the same HTML.

    Nothing is read but `html`: neither network nor disk. The fonts are the machine's own, so the same
    bytes come from the same machine. Raises `NoPressError`.
    """
    weasyprint, fetcher = tools()
    document = weasyprint.HTML(string=_dated(html, today), url_fetcher=fetcher)
    identifier = hashlib.sha256(html.encode()).hexdigest()[:32].encode()
    made: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    return made


def _dated(html: str, today: datetime.date) -> str:
    """The document with its date: WeasyPrint would write none, PDF readers show it."""
    said = today.isoformat()
    dates = f'<meta name="dcterms.created" content="{said}"><meta name="dcterms.modified" content="{said}">'
    return html.replace("</head>", f"{dates}</head>", 1)


def tools() -> tuple[Any, Any]:
    """WeasyPrint, and a fetcher that opens nothing but what the document itself holds.

    Asked before anything is read, it says at once what is missing. Raises `NoPressError`.
    """
    try:
        import weasyprint  # noqa: PLC0415  # an extra: absent, it stops nothing else
        from weasyprint.urls import URLFetcher  # noqa: PLC0415
    except ImportError as error:
        raise NoPressError(NO_WEASYPRINT) from error
    except OSError as error:  # cffi found no libpango
        raise NoPressError(NO_PANGO) from error
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    return weasyprint, URLFetcher(allowed_protocols=("data",), fail_on_errors=True)
