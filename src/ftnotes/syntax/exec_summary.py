"""The exec summary: a note of the template with this key, whose fields and choices have names in Python.

This is the only module that names fields and choices. Everywhere else they are data of the playbook.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from attrs import frozen

from ..playbook.playbook import Playbook
from .nodes import Field, Prose, Title, Workload
from .note import Note

#: The key of the template.
EXEC_SUMMARY: Final = "exec-summary"


class EngagementStatus(StrEnum):
    """The choices of STATUS OF THE ENGAGEMENT."""

    ON_HOLD = "on-hold"
    REACTIVE = "reactive"
    FULLY_ENGAGED = "fully-engaged"


class DeploymentProgress(StrEnum):
    """The choices of M365 DEPLOYMENT PROGRESS."""

    NOT_DEPLOYED = "not-deployed"
    PARTIALLY_DEPLOYED = "partially-deployed"
    FULLY_DEPLOYED = "fully-deployed"


@frozen(init=False)
class ExecSummary(Note):
    """One executive summary, with the parts of the template as properties.

    Raises:
        ValueError: the parts don't make a summary, which starts with its title or a known field, ends with a field or
            workload, and has no prose next to prose; or the playbook has no exec summary.
    """

    def __init__(
        self,
        title: Title | None,
        body: tuple[Field | Workload | Prose, ...] = (),
        playbook: Playbook | None = None,
        *,
        template: str = EXEC_SUMMARY,
    ) -> None:
        if template != EXEC_SUMMARY:
            raise ValueError(f"ExecSummary.template: {template!r:.80} is another template; make a Note of it")
        super().__init__(template, title, body, playbook)

    @property
    def customer(self) -> str | None:
        """The value of DESCRIBE THE CUSTOMER, in any language; None if the field is missing."""
        return self.value("customer")

    @property
    def engagement_status(self) -> EngagementStatus | None:
        """The choice under STATUS OF THE ENGAGEMENT; None if it is missing or not in the template."""
        key = self.choice("engagement-status")
        return next((status for status in EngagementStatus if status.value == key), None)

    @property
    def deployment_progress(self) -> DeploymentProgress | None:
        """The choice under M365 DEPLOYMENT PROGRESS; None if it is missing or not in the template."""
        key = self.choice("deployment-progress")
        return next((progress for progress in DeploymentProgress if progress.value == key), None)

    @property
    def relationship(self) -> str | None:
        """The value about the relationship with customer, partner and account team; None if the field is missing."""
        return self.value("relationship")

    @property
    def support_requests(self) -> str | None:
        """The value of REQUESTS FOR SUPPORT; None if the field is missing."""
        return self.value("support-requests")


def make_note(
    template: str, title: Title | None, body: tuple[Field | Workload | Prose, ...], playbook: Playbook | None = None
) -> Note:
    """Return a note of a template: an exec summary, if that is the template."""
    return ExecSummary(title, body, playbook) if template == EXEC_SUMMARY else Note(template, title, body, playbook)


def note_class(template: str) -> type[Note]:
    """Return the class of the notes of a template."""
    return ExecSummary if template == EXEC_SUMMARY else Note


def note_of_parts(
    template: str, title: Title | None, body: tuple[Field | Workload | Prose, ...], playbook: Playbook | None
) -> Note:
    """Return a note of parts that were read together, without the checks of the constructor."""
    kind = note_class(template)
    note = kind.__new__(kind)
    note.__attrs_init__(template, title, body, playbook)
    return note
