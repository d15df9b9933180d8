"""Reads, checks and writes the status notes of FastTrack managers: losslessly, and without ever failing.

    document = ftnotes.parse(text)                  # a tree; any text at all can be read
    ftnotes.serialize(document) == text             # the very same text
    report = ftnotes.check(document)                # what is wrong with it
    ftnotes.replace(document, node, new_node)       # another document, read back and verified

What reading a note has no need of is imported on first use, so that importing the library costs little.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from .document import Document, Hashtag, Node
from .layout import FieldLayout, TitleLayout, WorkloadLayout
from .nodes import ExecSummary, Field, Prose, Title, Workload
from .parser import parse
from .playbook import DeploymentProgress, EngagementStatus, Playbook, PlaybookError
from .serializer import serialize
from .source import LineMap, Position, Span

if TYPE_CHECKING:
    from .diagnostics import Diagnostic, Edit, Fix, Severity
    from .editing import replace
    from .fixing import FixResult, fix
    from .interchange import InterchangeError, from_json, to_json
    from .policy import RULES, Context, Report, Rule, check
    from .record import SummaryRecord, WorkloadRecord, records
    from .schema import json_schema

__all__ = [
    "RULES",
    "Context",
    "DeploymentProgress",
    "Diagnostic",
    "Document",
    "Edit",
    "EngagementStatus",
    "ExecSummary",
    "Field",
    "FieldLayout",
    "Fix",
    "FixResult",
    "Hashtag",
    "InterchangeError",
    "LineMap",
    "Node",
    "Playbook",
    "PlaybookError",
    "Position",
    "Prose",
    "Report",
    "Rule",
    "Severity",
    "Span",
    "SummaryRecord",
    "Title",
    "TitleLayout",
    "Workload",
    "WorkloadLayout",
    "WorkloadRecord",
    "check",
    "fix",
    "from_json",
    "json_schema",
    "parse",
    "records",
    "replace",
    "serialize",
    "to_json",
]

_ON_FIRST_USE = {
    **dict.fromkeys(("Diagnostic", "Edit", "Fix", "Severity"), "diagnostics"),
    **dict.fromkeys(("RULES", "Context", "Report", "Rule", "check"), "policy"),
    **dict.fromkeys(("FixResult", "fix"), "fixing"),
    **dict.fromkeys(("InterchangeError", "from_json", "to_json"), "interchange"),
    **dict.fromkeys(("SummaryRecord", "WorkloadRecord", "records"), "record"),
    "json_schema": "schema",
    "replace": "editing",
}


def __getattr__(name: str) -> object:
    if name not in _ON_FIRST_USE:
        raise AttributeError(f"module 'ftnotes' has no attribute {name!r}")
    value = getattr(import_module(f".{_ON_FIRST_USE[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
