"""A MkDocs hook that changes no output and saves most of MkDocs's time.

Each page arrives as one block of finished HTML. Python-Markdown and MkDocs would both parse it,
tag by tag in Python, only to leave it as it is: ten milliseconds a page. This sets the whole block
aside before they look. Without the hook (Zensical, another MkDocs) the site is the same, slower.
"""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

OPENING = '<div class="poc-page'
BEFORE_MKDOCS_READS_HTML = 25
"""MkDocs's own reader has priority 21, Python-Markdown's 20, the cleaning of white space 30."""


class _WholePage(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines).strip()
        if not text.startswith(OPENING):
            return lines
        return [self.md.htmlStash.store(text)]


class WholePages(Extension):
    """Sets finished pages aside."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's own name
        """Python-Markdown's entry point."""
        md.preprocessors.register(_WholePage(md), "whole_page", BEFORE_MKDOCS_READS_HTML)


_command = ""


def on_startup(command: str, **_: Any) -> None:
    """MkDocs says whether it builds or serves."""
    global _command  # noqa: PLW0603  # MkDocs tells a hook its command in no other way
    _command = command


def on_config(config: Any) -> Any:
    """MkDocs's entry point. Its live reload is an inline script: pages shown by `serve` have no policy."""
    config["extra"]["reloading"] = _command == "serve"
    config["markdown_extensions"].append(WholePages())
    return config


def on_page_content(html: str, page: Any, **_: Any) -> str:
    """MkDocs keeps every page's source until the end of the build; nobody reads it any more."""
    page.markdown = ""
    return html
