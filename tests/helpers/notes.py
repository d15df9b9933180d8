"""A note with one of everything."""

from __future__ import annotations

from ftnotes import Field, parse

NOTE = """Hello #team,

**EXEC SUMMARY** #covid

- DESCRIBE THE CUSTOMER: Retail,
  20K users
- STATUS OF THE ENGAGEMENT: On Hold #covid
- M365 DEPLOYMENT PROGRESS: soon

Between.

- OVERVIEW OF CURRENT RELATIONSHIP: Good
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [EXO]  Exchange Online - Planning
   -  [OLM+INTUNE]  Outlook Mobile – Reviewing
   -  Teams: Calling

- RISKS: none
- REQUESTS FOR SUPPORT: A survey
- STATUS OF THE ENGAGEMENT: Reactive

Bye.
"""


def first_field(text: str) -> Field:
    """Return the first field of a text, which is read below a title."""
    item = parse(f"EXEC SUMMARY\n{text}").exec_summaries[0].body[0]
    assert isinstance(item, Field)
    return item
