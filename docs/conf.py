"""The documentation site: these pages, and a reference made of the docstrings.

``sphinx-build -W docs build/site`` builds it, with ``pip install -e '.[docs]'``.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import ftnotes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "ftnotes"
author = "The ftnotes developers"
copyright = f"2026, {author}"
version = release = ftnotes.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_heading_anchors = 4
exclude_patterns = ["conf.py"]
# Outlines of trees, and parts of TOML files, are shown as plain text.
suppress_warnings = ["misc.highlighting_failure"]

html_theme = "furo"
html_title = f"ftnotes {version}"
html_copy_source = html_show_sourcelink = False

default_role = "py:obj"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "undoc-members": True}
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
napoleon_numpy_docstring = False

#: The web page, as ``npm run build`` in its folder leaves it.
_PAGE = Path(__file__).resolve().parent.parent / "web" / "ftnotes_web" / "static"
_LINK = '\n\n<a href="playground/index.html">Open the page</a>, which is part of this site.\n\n'
_RULES = "\n```{toctree}\n:hidden:\n:glob:\n\npolicy/*\n```\n"


def setup(app: Sphinx) -> None:
    """Adapt pages that are also read in the repository."""
    app.connect("source-read", _adapt)
    app.connect("build-finished", _copy_page)
    app.connect("autodoc-process-docstring", _mark_code, priority=1)


def _mark_code(app: Sphinx, what: str, name: str, value: object, options: object, lines: list[str]) -> None:
    """Mark the indented code of a docstring as such."""
    for number in range(len(lines) - 1, -1, -1):
        is_code = lines[number].startswith("    ") and number > 1 and not lines[number - 1].strip()
        above = next((line for line in reversed(lines[:number]) if line.strip()), "")
        if is_code and above[:1].strip():
            lines[number:number] = ["::", ""]


def _adapt(app: Sphinx, name: str, source: list[str]) -> None:
    """Put the rules into the sidebar, and take out links to files that the site doesn't have."""
    source[0] = re.sub(r"\[([^\[\]]+)\]\(\.\./[^)]*\)", r"\1", source[0])
    if name == "policy":
        source[0] += _RULES
    if name == "web" and _PAGE.is_dir():
        source[0] = source[0].replace("\n\n", _LINK, 1)


def _copy_page(app: Sphinx, error: Exception | None) -> None:
    """Copy the web page into the site, if it was built."""
    if error is None and _PAGE.is_dir():
        shutil.copytree(_PAGE, Path(app.outdir) / "playground", dirs_exist_ok=True)
