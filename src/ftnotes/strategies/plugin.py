"""The entry point for Hypothesis, which calls it on import and so learns the strategies for the types of this library.

``st.from_type(ftnotes.Document)`` then draws documents, and ``@given(...)`` infers strategies from annotations.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


def register() -> None:
    """Register the strategies for the types; they are imported on first use."""
    from hypothesis import strategies as st

    from ..playbook.playbook import Playbook
    from ..policy.context import Context
    from ..syntax.document import Document
    from ..syntax.exec_summary import ExecSummary
    from ..syntax.nodes import Field, Prose, Title, Workload
    from ..syntax.note import Note

    types: dict[type, str] = {
        Document: "documents",
        ExecSummary: "exec_summaries",
        Note: "notes",
        Field: "fields",
        Prose: "proses",
        Title: "titles",
        Workload: "workloads",
        Context: "contexts",
        Playbook: "playbooks",
    }
    for kind, name in types.items():
        st.register_type_strategy(kind, partial(_drawn, name))


def _drawn(name: str, kind: type) -> SearchStrategy[object]:
    drawn: SearchStrategy[object] = getattr(import_module("ftnotes.strategies"), name)()
    return drawn
