"""The report on a portfolio: one HTML page about the notes of all customers, for those who manage them.

In: what `examine_export` yields, and `ReportOptions`. Out: the text of a page that needs nothing else.

    portfolio = Portfolio(ReportOptions(title="Status of May"))
    for result in examine_export("export.csv", Columns("Notes", id="Tenant", date="Modified")):
        portfolio.add(result)
    report_page(portfolio)

Fields, choices and workloads come from the playbook; the code names none. See docs/report.md.
"""

from typing import TYPE_CHECKING

from ..._lazy import lazy_exports

if TYPE_CHECKING:
    from .page import report_page as report_page
    from .portfolio import Portfolio as Portfolio
    from .portfolio import ReportOptions as ReportOptions

__all__, __getattr__, __dir__ = lazy_exports(
    __name__,
    {
        "page": ("report_page",),
        "portfolio": ("Portfolio", "ReportOptions"),
    },
)
