"""Example notes for plain tests; they need no Hypothesis.

    from ftnotes.strategies.examples import NOTES, TIDY

`ftnotes.strategies` draws as many different notes as a test needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["LIFECYCLE", "MESSY", "NOTES", "ON_HOLD", "PAGE", "TIDY"]


def __dir__() -> list[str]:
    return __all__


#: The template, filled in, without problems.
TIDY: Final = """\
**EXEC SUMMARY** #covid
- DESCRIBE THE CUSTOMER: Retail chain, 12,000 seats in three countries; new CIO since January
- STATUS OF THE ENGAGEMENT: Fully Engaged
- M365 DEPLOYMENT PROGRESS: Partially Deployed
- OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT TEAM: Weekly calls with the CIO; the partner is helpful
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [EXO]  Exchange Online - wave 2 on May 5, 2020, 900 mailboxes
   -  [TEAMS]  Teams - shift plans are tried out in 40 shops

- REQUESTS FOR SUPPORT: None
"""

#: The same content, typed in a hurry: all of it is understood, with many problems.
MESSY: Final = """\
> Exec Summary (draft)
>
> * Describe customer - Retail chain, 12,000 seats
> * status of the engagement: fully  engaged.
> * M365 Deployment Progress: Partialy Deployed
> * SNAPSHOT OF KEY WORKLOADS
>    • (EXO) exchange online â€“ wave 2 on May 5, 2020,
>      900 mailboxes
>    • Teams: shift plans
> * RISKS: licences end in August
"""

#: The engagement is on hold, with a hashtag that is forbidden then.
ON_HOLD: Final = """\
**EXEC SUMMARY** #covid
- DESCRIBE THE CUSTOMER: Airline, 3,000 seats
- STATUS OF THE ENGAGEMENT: On Hold
- M365 DEPLOYMENT PROGRESS: Not Deployed
- OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT TEAM: One call a month
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [EXO]  Exchange Online - tenant is ready

- REQUESTS FOR SUPPORT: None
"""

#: A note without a summary: a call, the next action, its date and its owner.
LIFECYCLE: Final = """\
Call with the project manager: 40 people attended the kick-off.

Next action: send the plan. Date: May 5, 2020. Owner: Ana
"""

#: Two summaries on one page, in two languages, with prose around them.
PAGE: Final = """\
# Week 18

**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**
- BESCHREIBUNG DES KUNDEN: Handelshaus, 900 Plätze
- STATUS DER BETEILIGUNG: Reaktiv

## Notes of the account team

They asked for both summaries on one page.

**EXECUTIVE SUMMARY**
- DESCRIBE THE CUSTOMER: Hospital trust of 4K people
- STATUS OF THE ENGAGEMENT: On Hold
"""

#: All of them, by name.
NOTES: Final[Mapping[str, str]] = MappingProxyType(
    {"tidy": TIDY, "messy": MESSY, "on-hold": ON_HOLD, "lifecycle": LIFECYCLE, "page": PAGE}
)
