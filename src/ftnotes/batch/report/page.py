"""The page of a report: one file with its styles, script and data, which asks for nothing else."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from os.path import basename
from string import Template

from ...policy.report_text import counted
from .changes import changes_section
from .comparison import PortfolioChanges
from .figures import Figures
from .markup import Html, html, joined, tag
from .payload import payload
from .portfolio import Portfolio
from .quality import all_notes, quality
from .sections import (
    actions,
    escalations,
    freshness,
    glance,
    groups,
    hashtags,
    matrix,
    standing,
    support,
    unread,
    workloads,
)

#: The sections in order, with their names in the navigation.
_SECTIONS = (
    ("glance", "At a glance", glance),
    ("standing", "Standing", standing),
    ("groups", "Groups", groups),
    ("workloads", "Workloads", workloads),
    ("matrix", "By workload", matrix),
    ("stale", "Freshness", freshness),
    ("actions", "Next actions", actions),
    ("support", "Support", support),
    ("escalations", "Escalations", escalations),
    ("hashtags", "Hashtags", hashtags),
    ("unread", "Not read", unread),
    ("quality", "Quality", quality),
)


def report_page(portfolio: Portfolio, changes: PortfolioChanges | None = None) -> str:
    """Return the page about a portfolio, with what changed since an older one if that is given.

    The page allows nothing but its own style and script, which it names by their hashes.
    """
    figures = Figures(portfolio)
    made = [(name, title, made) for name, title, section in _SECTIONS if (made := section(figures)) is not None]
    if changes is not None:
        made.insert(1, ("changes", "Changes", changes_section(figures, changes)))
    style, script = _resource("page.css"), _resource("page.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"
    )
    links = [*((name, title) for name, title, _ in made), ("list", "All notes")]
    return Template(_resource("page.html")).substitute(
        policy=html(policy),
        title=html(portfolio.options.title),
        style=style,
        script=script,
        about=_about(figures),
        navigation=joined(tag("a", title, href=f"#{name}") for name, title in links),
        sections=joined([*(section for _, _, section in made), all_notes()]),
        data=payload(figures, changes),
    )


def _about(figures: Figures) -> Html:
    portfolio, options = figures.portfolio, figures.options
    names = list(portfolio.files)
    source = basename(names[0]) if len(names) == 1 else counted(len(names), "file")
    older = portfolio.notes - len(figures.customers)
    parts = [f"As of {options.day.isoformat()}", source, f"{counted(portfolio.notes, 'note')} read"]
    if older:
        parts.append(f"the newest summary, or else note, of each customer is shown, and {counted(older, 'other')} left out")
    if options.redact:
        parts.append("without the text of notes")
    return html("; ".join(parts), ".")


def _resource(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
