"""What the copies are called, and where they are put: one word for the page, the files and the tests."""

from __future__ import annotations

FOLDER = "par-ou-commencer"
"""The one folder of the zip."""
ZIP = f"{FOLDER}.zip"
SINGLE = f"{FOLDER}.html"
SUMS = "SHA256SUMS"
DOOR = "OUVRIR-MOI.html"
"""The file to double-click, at the top of the zip's folder."""
INSIDE = "guide"
"""The site, beside the door: two things to see in the folder, not thirty."""
DOWNLOADS = "telecharger"
"""Folder of the published site that holds the copies; never inside a copy."""
TAKE = "emporter"
"""Folder of the page that offers them."""
PDF = f"{FOLDER}.pdf"
"""The printed guide, made apart: it takes minutes."""
KEPT = "garder"
"""Folder of the site that holds what keeping the guide on a phone needs."""
WORKER = "sw.js"
MANIFEST = "manifest.webmanifest"
KEEPER = "assets/kept.js"
"""The script of the button; the worker and the manifest stand at the root."""
HEADERS = "_headers"
SERVER_ONLY = (
    "404.html", "sitemap.xml", HEADERS, MANIFEST, WORKER, KEEPER, f"{KEPT}/", f"{DOWNLOADS}/"
)  # fmt: skip
"""Parts of the site that only a server uses."""

ZIP_BUDGET = 8_000_000
SINGLE_BUDGET = 5_000_000
SINGLE_GZIP_BUDGET = 1_200_000
"""Most bytes: what a cheap stick and a message carry. The tests hold them."""
