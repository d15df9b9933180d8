"""Portfolios for the tests of reports."""

from __future__ import annotations

import datetime

from ftnotes import Context, Playbook
from ftnotes.batch import Policy, Row, RowError
from ftnotes.batch.jobs import Examined, ExamineJob
from ftnotes.batch.report.figures import Figures
from ftnotes.batch.report.portfolio import Portfolio, ReportOptions

DAY = datetime.date(2020, 6, 10)

FULL = """\
**EXEC SUMMARY** #covid
- DESCRIBE THE CUSTOMER: Contoso
- STATUS OF THE ENGAGEMENT: Fully Engaged
- M365 DEPLOYMENT PROGRESS: Partially Deployed
- OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT TEAM: good
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:
   -  [EXO]  Exchange Online - done
   -  [SPO]  SharePoint Online - 40 % of the sites have moved
   -  [TEAMS]  Teams - planned for August
   -  [YAM]  Yammer Enterprise - the sponsor compares it with others
   -  [INTUNE]  Intune
- REQUESTS FOR SUPPORT: A workshop
Next action: Ana to send the plan by 1 June 2020
Next action: Ben to call by 12 June 2020
Next action: Ana to book the room by 1 August 2020
"""
OTHER = """\
**EXEC SUMMARY**
- STATUS OF THE ENGAGEMENT: On Hold
- M365 DEPLOYMENT PROGRESS: no idea
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:
   -  [EXO]  Exchange Online - The outage is a showstopper. The blocker was resolved in May.
- REQUESTS FOR SUPPORT: none at this time
"""
#: A note of another template.
TECHNICAL = "Workload affected: Exchange Online\nOverall Concerns: the proxy breaks authentication\nNext Steps: Ana to call\n"


def examined(
    text: str,
    id: str | None = None,
    day: datetime.date | None = None,
    number: int = 2,
    file: str = "folder/e.csv",
    playbook: Playbook | None = None,
    **kept: str,
) -> Examined:
    """Return all that is found in a note."""
    policy = Policy(Context(date=day), playbook=playbook)
    found = ExamineJob(policy.validated()).examine(Row(file, number, text, id, kept=kept))
    assert isinstance(found, Examined)
    return found


def figures(*results: Examined | RowError, **options: object) -> Figures:
    """Return the figures of notes."""
    portfolio = Portfolio(ReportOptions(**{"day": DAY, **options}))  # type: ignore[arg-type] # options of the test
    for result in results:
        portfolio.add(result)
    return Figures(portfolio)


def sample(**options: object) -> Figures:
    """Return the figures of some customers: engaged, on hold, without a note that can be read, and without a date."""
    return figures(
        examined(FULL, "Contoso", datetime.date(2020, 6, 8), Region="West", Owner="Zoë"),
        examined(OTHER, "<b>Fabrikam</b>", datetime.date(2020, 3, 1), 3, Region="East", Owner=""),
        examined("A call.", "Adatum", datetime.date(2020, 5, 1), 4, Region="", Owner=""),
        examined(OTHER.replace("On Hold", "Reactive"), "Trey", None, 5, Region="West", Owner=""),
        RowError("folder/e.csv", "is <damaged>", 6, id="Lamna"),
        **{"owner": "Owner", **options},
    )
