"""Reads, checks and writes the status notes of FastTrack managers: losslessly, and without ever failing.

    document = ftnotes.parse(text)                  # a tree; any text at all can be read
    ftnotes.serialize(document) == text             # the very same text
    report = ftnotes.check(document)                # what is wrong with it
    ftnotes.fix(text).text                          # mended as far as that is safe
    ftnotes.format(text)                            # in the layout and words of the template
    ftnotes.replace(document, node, new_node)       # another document, read back and verified

Everything is imported on first use, so that importing the library costs nearly nothing, and each job what it needs.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .actions import NextAction
    from .composing import new
    from .dates import find_dates
    from .days import DateMention, Precision
    from .diagnostics import Diagnostic, Edit, Fix, Severity
    from .document import Document, Hashtag, Node
    from .editing import replace
    from .field_edits import set_choice, set_hashtags, set_value
    from .fixing import FixResult, fix
    from .formatting import canonical, format
    from .interchange import InterchangeError, from_json, to_json
    from .layout import FieldLayout, TitleLayout, WorkloadLayout
    from .nodes import ExecSummary, Field, Prose, Title, Workload
    from .parser import parse
    from .playbook import DeploymentProgress, EngagementStatus, Playbook, PlaybookError
    from .policy import RULES, Context, Report, Rule, check
    from .record import SummaryRecord, WorkloadRecord, records
    from .schema import json_schema
    from .serializer import serialize
    from .source import LineMap, Position, Span
    from .workload_edits import add_workload, remove_workload, update_workload

__version__ = "0.1.0"

__all__ = [
    "RULES",
    "Context",
    "DateMention",
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
    "NextAction",
    "Node",
    "Playbook",
    "PlaybookError",
    "Position",
    "Precision",
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
    "add_workload",
    "canonical",
    "check",
    "find_dates",
    "fix",
    "format",
    "from_json",
    "json_schema",
    "new",
    "parse",
    "records",
    "remove_workload",
    "replace",
    "serialize",
    "set_choice",
    "set_hashtags",
    "set_value",
    "to_json",
    "update_workload",
]

_ON_FIRST_USE = {
    **dict.fromkeys(("Document", "Hashtag", "Node"), "document"),
    **dict.fromkeys(("FieldLayout", "TitleLayout", "WorkloadLayout"), "layout"),
    **dict.fromkeys(("ExecSummary", "Field", "Prose", "Title", "Workload"), "nodes"),
    "parse": "parser",
    **dict.fromkeys(("DeploymentProgress", "EngagementStatus", "Playbook", "PlaybookError"), "playbook"),
    "serialize": "serializer",
    **dict.fromkeys(("LineMap", "Position", "Span"), "source"),
    **dict.fromkeys(("Diagnostic", "Edit", "Fix", "Severity"), "diagnostics"),
    **dict.fromkeys(("RULES", "Context", "Report", "Rule", "check"), "policy"),
    **dict.fromkeys(("FixResult", "fix"), "fixing"),
    **dict.fromkeys(("InterchangeError", "from_json", "to_json"), "interchange"),
    **dict.fromkeys(("SummaryRecord", "WorkloadRecord", "records"), "record"),
    "NextAction": "actions",
    "find_dates": "dates",
    "json_schema": "schema",
    "new": "composing",
    **dict.fromkeys(("DateMention", "Precision"), "days"),
    **dict.fromkeys(("canonical", "format"), "formatting"),
    **dict.fromkeys(("set_choice", "set_hashtags", "set_value"), "field_edits"),
    **dict.fromkeys(("add_workload", "remove_workload", "update_workload"), "workload_edits"),
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
