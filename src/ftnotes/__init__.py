"""A library that reads, checks, fixes and writes the status notes of FastTrack managers.

    document = ftnotes.parse(text)              # a tree; any text can be parsed
    ftnotes.serialize(document) == text         # character for character
    report = ftnotes.check(document)            # print(report) shows the problems
    ftnotes.fix(text).text                      # with all safe fixes applied
    ftnotes.format(text)                        # in the layout and spelling of the template
    ftnotes.replace(document, node, new_node)   # a new document, read back and verified

Names are imported on first use, so that importing the library is fast.
"""

from typing import TYPE_CHECKING

from ._lazy import lazy_exports

if TYPE_CHECKING:
    from .analysis.actions.items import NextAction as NextAction
    from .analysis.actions.search import find_next_actions as find_next_actions
    from .analysis.dates.mention import DateMention as DateMention
    from .analysis.dates.mention import Precision as Precision
    from .analysis.dates.search import find_dates as find_dates
    from .interchange.action_records import ActionRecord as ActionRecord
    from .interchange.action_records import action_records as action_records
    from .interchange.json_schema import configuration_schema as configuration_schema
    from .interchange.json_schema import json_schema as json_schema
    from .interchange.json_schema import playbook_schema as playbook_schema
    from .interchange.json_tree import InterchangeError as InterchangeError
    from .interchange.json_tree import from_json as from_json
    from .interchange.json_tree import to_json as to_json
    from .interchange.records import SummaryRecord as SummaryRecord
    from .interchange.records import WorkloadRecord as WorkloadRecord
    from .interchange.records import records as records
    from .learning.api import learn_playbook as learn_playbook
    from .playbook.model import PlaybookError as PlaybookError
    from .playbook.model import Template as Template
    from .playbook.playbook import Playbook as Playbook
    from .policy.checker import check as check
    from .policy.configuration import Configuration as Configuration
    from .policy.configuration import ConfigurationError as ConfigurationError
    from .policy.configuration_file import load_configuration as load_configuration
    from .policy.context import Context as Context
    from .policy.diagnostics import Diagnostic as Diagnostic
    from .policy.diagnostics import Fix as Fix
    from .policy.diagnostics import Severity as Severity
    from .policy.fix_result import FixResult as FixResult
    from .policy.fixer import fix as fix
    from .policy.proofing.api import PlaybookReport as PlaybookReport
    from .policy.proofing.api import check_playbook as check_playbook
    from .policy.report import Report as Report
    from .policy.rule import Rule as Rule
    from .policy.rules import RULES as RULES
    from .syntax.document import Document as Document
    from .syntax.document import Node as Node
    from .syntax.exec_summary import DeploymentProgress as DeploymentProgress
    from .syntax.exec_summary import EngagementStatus as EngagementStatus
    from .syntax.exec_summary import ExecSummary as ExecSummary
    from .syntax.layout import FieldLayout as FieldLayout
    from .syntax.layout import TitleLayout as TitleLayout
    from .syntax.layout import WorkloadLayout as WorkloadLayout
    from .syntax.nodes import Field as Field
    from .syntax.nodes import Prose as Prose
    from .syntax.nodes import Title as Title
    from .syntax.nodes import Workload as Workload
    from .syntax.note import Note as Note
    from .syntax.parser import parse as parse
    from .syntax.serializer import serialize as serialize
    from .text.edits import Edit as Edit
    from .text.patterns import Hashtag as Hashtag
    from .text.source import LineMap as LineMap
    from .text.source import Position as Position
    from .text.source import Span as Span
    from .writing.compose import build_note as build_note
    from .writing.compose import new as new
    from .writing.edit_fields import set_choice as set_choice
    from .writing.edit_fields import set_hashtags as set_hashtags
    from .writing.edit_fields import set_value as set_value
    from .writing.edit_workloads import add_workload as add_workload
    from .writing.edit_workloads import remove_workload as remove_workload
    from .writing.edit_workloads import update_workload as update_workload
    from .writing.format import canonical as canonical
    from .writing.format import format as format
    from .writing.format import format_result as format_result
    from .writing.format_in_context import FormatResult as FormatResult
    from .writing.replace import replace as replace

__version__ = "0.2.0"

__all__, __getattr__, __dir__ = lazy_exports(
    __name__,
    {
        "analysis.actions.items": ("NextAction",),
        "analysis.actions.search": ("find_next_actions",),
        "analysis.dates.mention": ("DateMention", "Precision"),
        "analysis.dates.search": ("find_dates",),
        "interchange.action_records": ("ActionRecord", "action_records"),
        "interchange.json_schema": ("configuration_schema", "json_schema", "playbook_schema"),
        "interchange.json_tree": ("InterchangeError", "from_json", "to_json"),
        "interchange.records": ("SummaryRecord", "WorkloadRecord", "records"),
        "learning.api": ("learn_playbook",),
        "playbook.model": ("PlaybookError", "Template"),
        "playbook.playbook": ("Playbook",),
        "policy.checker": ("check",),
        "policy.configuration": ("Configuration", "ConfigurationError"),
        "policy.configuration_file": ("load_configuration",),
        "policy.context": ("Context",),
        "policy.diagnostics": ("Diagnostic", "Fix", "Severity"),
        "policy.fix_result": ("FixResult",),
        "policy.fixer": ("fix",),
        "policy.proofing.api": ("PlaybookReport", "check_playbook"),
        "policy.report": ("Report",),
        "policy.rule": ("Rule",),
        "policy.rules": ("RULES",),
        "syntax.document": ("Document", "Node"),
        "syntax.layout": ("FieldLayout", "TitleLayout", "WorkloadLayout"),
        "syntax.exec_summary": ("DeploymentProgress", "EngagementStatus", "ExecSummary"),
        "syntax.nodes": ("Field", "Prose", "Title", "Workload"),
        "syntax.note": ("Note",),
        "syntax.parser": ("parse",),
        "syntax.serializer": ("serialize",),
        "text.edits": ("Edit",),
        "text.patterns": ("Hashtag",),
        "text.source": ("LineMap", "Position", "Span"),
        "writing.compose": ("build_note", "new"),
        "writing.edit_fields": ("set_choice", "set_hashtags", "set_value"),
        "writing.edit_workloads": ("add_workload", "remove_workload", "update_workload"),
        "writing.format": ("canonical", "format", "format_result"),
        "writing.format_in_context": ("FormatResult",),
        "writing.replace": ("replace",),
    },
)
