"""Notes to edit, and edits of them."""

from __future__ import annotations

from typing import Any

import attrs

import ftnotes
from ftnotes import Document, ExecSummary

#: The label above a list of workloads.
LISTING = "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:"
#: A note with every kind of node.
TEXT = """\
Hello\r
**EXEC SUMMARY** #covid\r
- STATUS OF THE ENGAGEMENT: On Hold\r
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\r
   - [EXO]  Exchange Online – Planning\r
   - Teams: live\r
---\r
stray\r
- REQUESTS FOR SUPPORT: none\r
"""

#: A note in a layout of its own.
MESSY = """\
> Exec Summary: 7 May #covid\r
>\r
> 1. **Describe the customer** – Importer\t\r
>    of coffee\r
>\r
> 2. **Status of the engagement:** on hold #covid, since May\r
>\r
> 3. **Snapshot of key workloads:**\r
>\t* EXO – paused\r
>\t* **[ SPO ]** SharePoint Online â€“ wave 1\r
>\t* [TILLS]  Tills – own\r
>\r
> Sorry!\r
> \r
> 4. REQUESTS FOR SUPPORT\r
> none"""


def first_summary(text: str) -> tuple[Document, ExecSummary]:
    """Parse a text, and return the document and its first summary."""
    document = ftnotes.parse(text)
    return document, document.exec_summaries[0]


def edited(edit: Any, text: str, *arguments: Any, **named: Any) -> str:
    """Return the text after an edit of its first summary."""
    return ftnotes.serialize(edit(*first_summary(text), *arguments, **named))


def replaced(document: Document, old: Any, **changes: str) -> str:
    """Return the text after a change of one node."""
    return ftnotes.serialize(ftnotes.replace(document, old, attrs.evolve(old, **changes)))
