"""Reads, checks and writes the status notes of FastTrack managers: losslessly, and without ever failing.

document = ftnotes.parse(text)                  # a tree; any text at all can be read
ftnotes.serialize(document) == text             # the very same text
report = ftnotes.check(document)                # what is wrong with it
ftnotes.replace(document, node, new_node)       # another document, read back and verified
"""

from .diagnostics import Diagnostic, Edit, Fix, Severity
from .editing import replace
from .layout import FieldLayout, TitleLayout, WorkloadLayout
from .nodes import Document, ExecSummary, Field, Hashtag, Node, Prose, Title, Workload
from .parser import parse
from .playbook import DeploymentProgress, EngagementStatus, Playbook, PlaybookError
from .serializer import serialize
from .source import LineMap, Position, Span

__all__ = [
    "DeploymentProgress",
    "Diagnostic",
    "Document",
    "Edit",
    "EngagementStatus",
    "ExecSummary",
    "Field",
    "FieldLayout",
    "Fix",
    "Hashtag",
    "LineMap",
    "Node",
    "Playbook",
    "PlaybookError",
    "Position",
    "Prose",
    "Severity",
    "Span",
    "Title",
    "TitleLayout",
    "Workload",
    "WorkloadLayout",
    "parse",
    "replace",
    "serialize",
]
