"""The output formats."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from ...policy.configuration import OutputFormat
    from .results import Printer


class Format(NamedTuple):
    """An output format. Its module is imported only if it is used."""

    module: str
    #: The subclass of `Printer` there.
    printer: str
    #: Whether it is read by people, and so can show diffs and counts by rule.
    for_people: bool
    #: Whether it can show the row of an export.
    for_rows: bool


#: The formats by their names, the default first.
FORMATS: Final[Mapping[OutputFormat, Format]] = {
    "full": Format("text", "FullPrinter", for_people=True, for_rows=True),
    "concise": Format("text", "ConcisePrinter", for_people=True, for_rows=True),
    "json": Format("json_lines", "JsonPrinter", for_people=False, for_rows=True),
    "sarif": Format("sarif", "SarifPrinter", for_people=False, for_rows=False),
    "github": Format("github", "GitHubPrinter", for_people=False, for_rows=False),
    "gitlab": Format("gitlab", "GitLabPrinter", for_people=False, for_rows=False),
    "junit": Format("junit", "JUnitPrinter", for_people=False, for_rows=False),
}


def printer_class(name: OutputFormat) -> type[Printer]:
    """Return the printer of a format."""
    module, printer, *_ = FORMATS[name]
    found: type[Printer] = getattr(import_module(f".{module}", __package__), printer)
    return found
