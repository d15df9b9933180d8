"""Notes with problems of all kinds, and how the formats of ``check`` are read."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from ftnotes.cli.output.printers import FORMATS as FORMATS

from .paths import DATA

#: Problems of every severity, with evidence and fixes, after characters that take two UTF-16 code units and more.
FAULTY = """\
😀 Secret Contoso, 100% "done"
**EXEC SUMMARY** #covid
- STATUS OF THE ENGAGEMENT: On Hold
- M365 DEPLOYMENT PROGRESS: 😀 Nearly: done, 50%
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [exo]  Exchange Online - 😀 Secret â€“ migration
   -  [SPO]  SharePoint Online
"""
ON_HOLD = "EXEC SUMMARY #covid\n- STATUS OF THE ENGAGEMENT: On Hold\n- M365 DEPLOYMENT PROGRESS: Nearly\n"

_SCHEMA = DATA / "sarif" / "sarif-2.1.0-rtm.5.json"


def sarif(out: str) -> dict[str, Any]:
    """Return the document that was printed; it is valid."""
    jsonschema = pytest.importorskip("jsonschema")
    document: dict[str, Any] = json.loads(out)
    jsonschema.Draft4Validator(json.loads(_SCHEMA.read_text("utf-8"))).validate(document)
    return document


class Terminal(io.StringIO):
    """A stream that people look at."""

    def isatty(self) -> bool:
        return True
