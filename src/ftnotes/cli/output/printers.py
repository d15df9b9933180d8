"""The output formats: their table, and what a printer does."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import define

from .terminal import Screen

if TYPE_CHECKING:
    from ...policy.configuration import OutputFormat
    from .results import Redaction, Result, Totals


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
}


@define
class Printer:
    """A printer of results, which it takes one by one."""

    screen: Screen
    #: Where remarks are printed that would break a format for programs.
    errors: Screen
    redaction: Redaction
    #: Whether text names the rules that were not evaluated; JSON always does.
    shows_not_evaluated: bool = False
    #: Whether text counts the problems of each rule instead of printing them.
    counts: bool = False

    def add(self, result: Result) -> None:
        """Take one more result."""
        raise NotImplementedError

    def end(self, totals: Totals) -> None:
        """Print what comes after the last result."""


def printer_class(name: OutputFormat) -> type[Printer]:
    """Return the printer of a format."""
    module, printer, *_ = FORMATS[name]
    found: type[Printer] = getattr(import_module(f".{module}", __package__), printer)
    return found
