"""Requests to the bridge, as the page makes them."""

from __future__ import annotations

import json
from typing import Any

from ftnotes_web.bridge import call

NOTE = """\
EXEC SUMMARY 🚀 #covid
- DESCRIBE THE CUSTOMER: Retail, 20K users
- STATUS OF THE ENGAGEMENT: on hold
- M365 DEPLOYMENT PROGRESS: Ambr
- RISKS: none
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [EXO]  Exchange Online - half has moved. Next action: pilot, Ana, 7 May 2020
   -  [EXO+OD]  - done
   -  [XYZ]  Telematics -

- REQUESTS FOR SUPPORT:
"""


def ask(name: str, **request: object) -> Any:
    """Call the bridge, and return its answer."""
    return json.loads(call(name, json.dumps(request)))
